"""A group of linked mentions -> how likely it is a person: the document's verdict over the sentences'.

One weak sentence proves little either way; that a surname returns alone, that a title stood before it once,
or that "in" and "the" stand before it, proves much. A logistic regression over such facts decides.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from math import exp
from typing import Any

from clipper.people.evidence import Evidence
from clipper.people.features import shape, word_class
from clipper.people.files import contents
from clipper.people.link import Group
from clipper.people.titles import is_office
from clipper.people.weights import Weights

# Added to the log odds: chosen on cross-validated articles, where a half more or less changes little.
_PERSONAL, _OFFICE, _INTRODUCED, _SPEAKING = 1.2, 1.0, 1.0, 4.0
_STEPS = (0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98, 0.995)
_OF_LETTERS = frozenset(("has", "bc", "ac"))  # parts that are sets of letters, each a feature
_KEPT = 10_000  # sums of parts

# One thing that is known of a group: its name, whether the group is named by one word ("1"), by several ("n")
# or that does not matter (""), and what is so.
Part = tuple[str, str, Any]


def group_features(group: Group, evidence: Evidence) -> list[str]:
    """What is known of a group, as the features of its verdict."""
    return [feature for part in _parts(group, evidence) for feature in _features_of(part)]


def _features_of(part: Part) -> list[str]:
    """The features of one part."""
    name, one, said = part
    if name[-1] == ">":  # one for each step that a probability has passed: more is never held against it
        return [f"{name[:-1]}{one}>{k}" for k in range(said)]
    if name == "where":
        return [f"where={''.join(sorted({place[0] for place in said}))}"]
    if name in _OF_LETTERS:
        return [f"{name}{one}{letter}" for letter in sorted(said)]
    if name == "mark":
        return [f"mark{bit}" for bit in said]
    return [f"{name}{one}{said}"]


def _parts(group: Group, evidence: Evidence) -> list[Part]:
    """What is known of a group, in parts that many groups have."""
    named = group.longest
    keys, mentions = named.keys, group.mentions
    size = min(len(keys), 4)
    one = "1" if size == 1 else "n"
    kinds = "".join(map(word_class, named.words[:4]))
    scores: list[float] = []
    lone: list[float] = []  # of names of one word
    places, before, after = set(), set(), set()
    titled = ship = rule = False
    passing = True
    for m in mentions:
        scores.append(m.score)
        if len(m.keys) == 1:
            lone.append(m.score)
        places.add(m.where)
        before.add(word_class(m.before))
        after.add(word_class(m.after))
        titled, ship = titled or m.titled, ship or m.ship
        passing, rule = passing and m.passing, rule or m.passing
    found: list[Part] = [
        ("n", "", size),
        ("times", one, min(len(mentions), 4)),
        ("first", one, kinds[:1]),
        ("last", one, kinds[-1:]),
        ("shape", one, shape(named.words[-1])),
        ("titled", one, int(titled)),
        ("passing", one, int(passing)),
        ("where", "", frozenset(places)),
        ("best>", one, bisect_left(_STEPS, max(scores))),
        ("mean>", one, bisect_left(_STEPS, sum(scores) / len(scores))),
        ("named>", one, bisect_left(_STEPS, named.score)),
        ("has", one, frozenset(kinds[1:])),
    ]
    if 0 < len(lone) < len(mentions):
        found += (("again", "", ""), ("again>", "", bisect_left(_STEPS, max(lone))))
    found += (("bc", one, frozenset(before)), ("ac", one, frozenset(after)))
    if ship:
        found.append(("ship", one, ""))
    if rule:
        found.append(("rule", one, ""))
    if one == "1":
        found.append(("mark", "", evidence.bits(named.words[0].lower())))
        found.append(("len", "", min(len(keys[0]), 8)))
    return found


def _cues(group: Group) -> float:
    """What words that speak of a person, and an office in apposition, add to the score."""
    personal = office = introduced = speaking = False
    for m in group.mentions:
        personal, introduced, speaking = (
            personal or m.personal,
            introduced or m.introduced,
            speaking or m.speaking,
        )
        office = office or (m.title != "" and not m.titled and is_office(m.title))
    return _PERSONAL * personal + _OFFICE * office + _INTRODUCED * introduced + _SPEAKING * speaking


class Judge(dict[Part, int]):
    """The model that judges groups: the summed weights of each part's features, which are kept."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, part: Part) -> int:
        if len(self) > _KEPT:
            self.clear()
        both = self[part] = self._weights.sum(_features_of(part))
        return both

    def score(self, group: Group, evidence: Evidence) -> float:
        """What speaks for a group being a person, by its features alone."""
        return self._weights.apart(sum(map(self.__getitem__, _parts(group, evidence))))[0]


@cache
def judge() -> Judge:
    """The model that judges groups."""
    return Judge(Weights(contents("model", "judge.table")))


def likelihood(judge: Judge, group: Group, evidence: Evidence) -> float:
    """The probability that a group is a person under its longest name."""
    score = judge.score(group, evidence) + _cues(group)
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))
