"""The model that spots names: its weights, and the sums of them that a word's score is made of.

A word's score depends on its own features, those of its neighbours and those of the whole document.
"""

from __future__ import annotations

from functools import cache

from clipper.people.features import AFTER, BEFORE
from clipper.people.files import contents
from clipper.people.sums import (
    BeforeSums,
    BesideSums,
    DistantSums,
    MarkSums,
    NamedSums,
    NearSums,
    Odds,
    OwnSums,
    PlaceSums,
    Seen,
    Sums,
)
from clipper.people.weights import MIDDLE, Weights


class Spotter(Weights):
    """The weights of words' features, and the sums that recur."""

    def __init__(self, table: bytes) -> None:
        super().__init__(table)
        # The odds of what a sum holds for beginning a name, with MIDDLE added, and for inside one.
        self.begins, self.insides = Odds(self.scale, MIDDLE), Odds(self.scale, 0)
        self.seen = Seen(self)
        self.words: dict[str, Sums] = {
            "0": OwnSums(self, self.seen),
            **{place: BesideSums(self, place) for place in "-+"},
            **{place: DistantSums(self, place) for place in "<>"},
        }
        # What the classes of words around the judged one add, the sum of features.pattern_features, in parts:
        # those of three words, of the word at its place, of two words before, of two after. All five are in
        # most places others than ever before, so that their feature is looked up without keeping it.
        self.patterns = (NearSums(self), PlaceSums(self), BeforeSums(self), NamedSums(self, "bcc="))
        self.marks = MarkSums(self)
        self.around = tuple(
            (NamedSums(self, f"{BEFORE}{size}="), NamedSums(self, f"{AFTER}{size}=")) for size in ("n", "1")
        )


@cache
def spotter() -> Spotter:
    """The model that spots names in runs."""
    return Spotter(contents("model", "spotter.table"))
