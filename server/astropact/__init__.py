"""Astropact: the public, machine-readable record of space diplomacy."""

__version__ = "0.2.0"
