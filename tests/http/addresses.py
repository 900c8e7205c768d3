"""Addresses of every kind, which several tests visit."""

from __future__ import annotations

PATHS = [
    "/id/state/sau",
    "/id/org/nasa",
    "/id/instrument/moon-agreement",
    "/id/act/moon-agreement/sau/withdrawal",
    "/id/source/ecolex",
    "/id/statement/ecolex-moon-sau-accession",
    "/id/source/icas-2024-building-blocs-copy",
    "/id/claim/tsi-2025-p29-02",
    "/id/check/signature",
    "/id/vote/unga-72-250",
    "/id/event/artemis-1-launch",
    "/id/person/bill-nelson",
    "/id/state",
    "/id/event",
    "/concept/act-kind/accession",
    "/concept/act-kind",
    "/graph/actors/states",
    "/graph/inferred",
    "/graph/manifest",
    "/ontology/core",
    "/ontology/concepts/act-kind",
    "/shapes/core",
    "/ns",
    "/dataset",
    "/dataset/class/ap-State",
]
OTHERS = [
    "/",
    "/about",
    "/search?q=moon",
    "/search",
    "/problem/not-found",
    "/conflicts",
    "/links",
    "/claims",
    "/claims?document=stratagem-deep-dive-3",
    "/totals",
    "/matrix?on=2024-01-04&group=un-treaties",
]
