"""Astropact: the public, machine-readable record of space diplomacy."""

__version__ = "0.3.0"
