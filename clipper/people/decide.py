"""A group of linked mentions -> how likely it is a person: the document's verdict over the sentences'.

One weak sentence proves little either way; that a surname returns alone, that a title stood before it once,
or that "in" and "the" stand before it, proves much. A logistic regression over such facts decides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from math import exp
from operator import attrgetter

from clipper.people.evidence import Evidence
from clipper.people.features import shape, word_class
from clipper.people.files import contents
from clipper.people.link import Group
from clipper.people.memory import remembered
from clipper.people.model import UNKNOWN, Weights
from clipper.people.titles import is_office
from clipper.people.words import PASSING_AFTER, SHIP_WORDS

# Added to the log odds: chosen on cross-validated articles, where a half more or less changes little.
_PERSONAL, _OFFICE, _INTRODUCED, _SPEAKING = 1.2, 1.0, 1.0, 4.0
_facts = attrgetter("score", "titled", "passing", "where", "before", "after")
_telling = attrgetter("personal", "introduced", "speaking")
_STEPS = (0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98, 0.995)


def _steps(name: str, p: float) -> list[str]:
    """One feature for each step that a probability has passed, so that more is never held against it."""
    return _all_steps(name)[: bisect_left(_STEPS, p)]


@cache
def _all_steps(name: str) -> list[str]:
    return [f"{name}>{k}" for k in range(len(_STEPS))]


def group_features(group: Group, evidence: Evidence) -> list[str]:
    """What is known of a group, as the features of its verdict."""
    named = group.longest
    keys, mentions = named.keys, group.mentions
    size = min(len(keys), 4)
    one = "1" if size == 1 else "n"
    scores, titled, passing, where, before, after = zip(*map(_facts, mentions), strict=True)
    kinds = "".join(map(word_class, named.words[:4]))
    found = [
        f"n{size}",
        f"times{one}{min(len(mentions), 4)}",
        f"first{one}{kinds[:1]}",
        f"last{one}{kinds[-1:]}",
        f"shape{one}{shape(named.words[-1])}",
        f"titled{one}{any(titled):d}",
        f"passing{one}{all(passing):d}",
        f"where={''.join(sorted({place[0] for place in where}))}",
        *_steps(f"best{one}", max(scores)),
        *_steps(f"mean{one}", sum(scores) / len(scores)),
        *_steps(f"named{one}", named.score),
        *[f"has{one}{kind}" for kind in sorted(set(kinds[1:]))],
    ]
    if len(mentions) > 1:
        lone = [m.score for m in mentions if len(m.keys) == 1]
        if 0 < len(lone) < len(mentions):
            found += ("again", *_steps("again", max(lone)))
    found += _company(set(before), set(after), one)
    if one == "1":
        found += [f"mark{bit}" for bit in evidence.bits(named.words[0].lower())]
        found.append(f"len{min(len(keys[0]), 8)}")
    return found


def _company(before: set[str], after: set[str], one: str) -> list[str]:
    """What stands right before and after the mentions."""
    found = [f"bc{one}{kind}" for kind in sorted(set(map(word_class, before)))]
    found += [f"ac{one}{kind}" for kind in sorted(set(map(word_class, after)))]
    if not SHIP_WORDS.isdisjoint(map(str.lower, before)):
        found.append(f"ship{one}")
    if not PASSING_AFTER.isdisjoint(map(str.lower, after)):
        found.append(f"rule{one}")
    return found


def _cues(group: Group) -> float:
    """What words that speak of a person, and an office in apposition, add to the score."""
    personal, introduced, speaking = map(any, zip(*map(_telling, group.mentions), strict=True))
    office = any(map(is_office, [m.title for m in group.mentions if m.title and not m.titled]))
    return _PERSONAL * personal + _OFFICE * office + _INTRODUCED * introduced + _SPEAKING * speaking


class _Judge(Weights):
    """The weights of groups' features, few on a page and each used often: what each adds is kept."""

    def __init__(self, table: bytes) -> None:
        super().__init__(table)
        self._added = remembered(limit=10_000)(self._adds)

    def _adds(self, feature: str) -> int:
        return self.weigh(feature) - UNKNOWN

    def sum(self, features: Sequence[str]) -> int:
        """The summed weights of features, both in one number."""
        return sum(map(self._added, features))


@cache
def judge() -> Weights:
    """The model that judges groups."""
    return _Judge(contents("model", "judge.table"))


def likelihood(weights: Weights, group: Group, evidence: Evidence) -> float:
    """The probability that a group is a person under its longest name."""
    score = weights.total(group_features(group, evidence)) + _cues(group)
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))
