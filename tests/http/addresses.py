"""Addresses of every kind, which several tests visit."""

from __future__ import annotations

PATHS = [
    "/id/state/sau",
    "/id/org/nasa",
    "/id/instrument/moon-agreement",
    "/id/act/moon-agreement/sau/withdrawal",
    "/id/source/ecolex",
    "/id/statement/ecolex-moon-sau-accession",
    "/id/state",
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
]
