"""The unseen fifth of our own annotated articles: a floor that only a change of this file lowers."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

FLOOR = 0.958
_PROGRAM = Path(__file__).resolve().parents[1] / "benchmarks" / "people_quality.py"
_SPEC = importlib.util.spec_from_file_location("people_quality", _PROGRAM)
assert _SPEC
assert _SPEC.loader
people_quality = importlib.util.module_from_spec(_SPEC)
sys.modules["people_quality"] = people_quality
_SPEC.loader.exec_module(people_quality)


def test_unseen_articles_stay_above_the_floor() -> None:
    cases = list(people_quality.own_cases(people_quality.ARTICLES / "test"))
    assert len(cases) >= 342
    assert people_quality.judge(cases, people_quality.clipper_names).f >= FLOOR
