"""A group of linked mentions -> how likely it is a person: the document's verdict over the sentences'.

One weak sentence proves little either way; that a surname returns alone, that a title stood before it once,
or that "in" and "the" stand before it, proves much. A logistic regression over such facts decides.
"""

from __future__ import annotations

from functools import cache
from math import exp

from clipper.people.evidence import Evidence
from clipper.people.features import EDGE, shape, word_class
from clipper.people.link import Group, Spotted
from clipper.people.model import Weights, table
from clipper.people.words import PASSING_AFTER, SHIP_WORDS

_STEPS = (0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98, 0.995)


def _step(p: float) -> str:
    return chr(97 + sum(p > step for step in _STEPS))


def group_features(group: Group, evidence: Evidence) -> list[str]:
    """What is known of a group, as the features of its verdict."""
    named = group.longest
    keys, mentions = named.keys, group.mentions
    size = min(len(keys), 4)
    one = "1" if size == 1 else "n"
    full = [m for m in mentions if len(m.keys) > 1]
    lone = [m for m in mentions if len(m.keys) == 1]
    best = max(m.score for m in mentions)
    mean = sum(m.score for m in mentions) / len(mentions)
    kinds = "".join(word_class(word) for word in named.words[:4])
    found = [
        f"n{size}",
        f"best{one}{_step(best)}",
        f"mean{one}{_step(mean)}",
        f"named{one}{_step(named.score)}",
        f"times{one}{min(len(mentions), 5)}",
        f"full{min(len(full), 3)}lone{min(len(lone), 3)}",
        f"kinds={kinds}",
        f"last={kinds[-1:]}{one}",
        f"shape={shape(named.words[-1])}{one}",
        f"titled{one}{any(m.titled for m in mentions):d}",
        f"passing{one}{all(m.passing for m in mentions):d}",
        f"where={''.join(sorted({m.where[0] for m in mentions}))}",
        f"len{one}{min(len(keys[-1]), 8)}",
    ]
    if lone and full:
        found.append(f"again{_step(max(m.score for m in lone))}")
    found.extend(_company(mentions, one))
    found.extend(f"mark{one}{bit}" for bit in evidence.bits(named.words[-1].lower()))
    found.extend(f"head{one}{bit}" for bit in evidence.bits(named.words[0].lower()))
    return found


def _company(mentions: list[Spotted], one: str) -> list[str]:
    """What stands right before and after the mentions."""
    before = {m.before for m in mentions}
    after = {m.after for m in mentions}
    found = [f"bc{one}{kind}" for kind in sorted({word_class(w) if w else EDGE for w in before})]
    found += [f"ac{one}{kind}" for kind in sorted({word_class(w) if w else EDGE for w in after})]
    found += [f"bw{one}{w.lower()}" for w in sorted(before) if w and not w[0].isupper()]
    found += [f"aw{one}{w.lower()}" for w in sorted(after) if w and not w[0].isupper()]
    if any(w.lower() in SHIP_WORDS for w in before if w):
        found.append(f"ship{one}")
    if any(w.lower() in PASSING_AFTER for w in after if w):
        found.append(f"rule{one}")
    return found


@cache
def judge() -> Weights:
    """The model that judges groups."""
    features, values, about = table("judge")
    return Weights(features, values, about["scale"], about["moves"])


def likelihood(weights: Weights, group: Group, evidence: Evidence) -> float:
    """The probability that a group is a person under its longest name."""
    score = weights.total(group_features(group, evidence))
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))
