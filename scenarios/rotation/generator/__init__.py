"""Invented cases of exchange and rotation of any size, the same from the same seed on every machine."""

from scenarios.rotation.generator.generate import generate

__all__ = ["generate"]
