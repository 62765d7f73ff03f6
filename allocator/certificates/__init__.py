"""Proofs beside an outcome: what each proven level rests on, written without personal data and checked by integers."""

from allocator.certificates.reading import Proof, ProofError, read_proof
from allocator.certificates.verifying import LevelVerdict, ProofVerdict, Refusal, StageVerdict, verify_proof
from allocator.certificates.writing import INDEX, proof_files

__all__ = [
    "INDEX",
    "LevelVerdict",
    "Proof",
    "ProofError",
    "ProofVerdict",
    "Refusal",
    "StageVerdict",
    "proof_files",
    "read_proof",
    "verify_proof",
]
