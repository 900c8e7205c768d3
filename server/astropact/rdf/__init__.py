"""Writing RDF in one canonical form, and the dates the record uses."""
