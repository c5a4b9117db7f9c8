"""Floors of joining people across documents, on pairs that the rules were not made from."""

from __future__ import annotations

import runpy
from pathlib import Path

from clipper.people.identity import same_person

BENCHMARK = Path(__file__).resolve().parent.parent / "benchmarks" / "people_identity.py"
PRECISION, RECALL = 0.99, 0.90


def test_precision_and_recall_on_pairs_of_others_stay_above_their_floors() -> None:
    benchmark = runpy.run_path(str(BENCHMARK))
    pairs = benchmark["read"](benchmark["PAIRS"])
    *_, precision, recall = benchmark["figures"](pairs, lambda one, other: same_person(one, other).same)
    assert len(pairs) >= 200
    assert precision >= PRECISION
    assert recall >= RECALL
