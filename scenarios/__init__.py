"""Sample bureaus: the embedded one, curated ones of one point each, and invented ones of any size."""

from scenarios.generator import generate

__all__ = ["generate"]
