"""The one door to the triple store and to the RDF parsers."""

from astropact.store.base import GraphFile, QueryResult, Store, Term
from astropact.store.oxigraph import OxigraphStore

__all__ = ["GraphFile", "OxigraphStore", "QueryResult", "Store", "Term"]
