"""Invented bureaus of any size, the same from the same seed on every machine."""

from scenarios.generator.generate import generate

__all__ = ["generate"]
