"""Judges triples: SHACL shapes, ontology hygiene, OWL consistency."""
