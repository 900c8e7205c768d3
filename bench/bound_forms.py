"""One question as of a day, written in three ways: which acts of consent still work?

An act of consent works on a day when it took effect by then and no withdrawal of the same actor
from the same instrument has taken effect since.
"""

from __future__ import annotations

from astropact.namespaces import AP, XSD

_DAY = f'"2023-06-01"^^<{XSD}date>'
_CONSENT = f"""PREFIX ap: <{AP}>
PREFIX kind: <https://w3id.org/astropact/concept/act-kind/>
SELECT ?act ?actor ?instrument {{
  VALUES ?kind {{ kind:ratification kind:acceptance kind:approval kind:accession kind:succession }}
  ?act a ap:ParticipationAct ; ap:actKind ?kind ; ap:actor ?actor ; ap:instrument ?instrument ;
    ap:effectiveOn ?from .
  FILTER (?from <= {_DAY})
  %s
}}"""
_LEAVING = f"""?leaving a ap:ParticipationAct ; ap:actKind kind:withdrawal ; ap:actor ?actor ;
      ap:instrument ?instrument ; ap:effectiveOn ?until . FILTER (?until <= {_DAY})"""
FORMS = {
    "MINUS": _CONSENT % f"MINUS {{ {_LEAVING} }}",
    "OPTIONAL with !BOUND": _CONSENT
    % f"OPTIONAL {{ {_LEAVING} }}\n  FILTER (!BOUND(?leaving))",
    "FILTER NOT EXISTS": _CONSENT % f"FILTER NOT EXISTS {{ {_LEAVING} }}",
}
