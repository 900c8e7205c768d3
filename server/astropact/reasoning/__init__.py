"""Derives what follows: acts from statements, inferred triples from rules."""
