"""Writing RDF in one canonical form, dates as the record has them, IRIs and SPARQL as text."""
