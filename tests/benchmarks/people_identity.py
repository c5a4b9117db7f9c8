"""Pairs of people from two documents -> precision and recall of joining them, beside two plain rules.

    python tests/benchmarks/people_identity.py [PAIRS]

PAIRS is tab-separated with the columns same (yes or no), name_a, title_a, year_a, name_b, title_b, year_b;
without it the list of the tests, which was written by others than the rules and is not used to make them.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from clipper.people.identity import Known, candidates_key, same_person
from clipper.people.spelling import fold

PAIRS = Path(__file__).resolve().parent.parent / "people" / "pairs.tsv"
Pair = tuple[bool, Known, Known]


def read(path: Path) -> list[Pair]:
    """The pairs of a file."""
    with path.open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["same"]]
    return [(row["same"] in ("yes", "1"), side(row, "a"), side(row, "b")) for row in rows]


def side(row: dict[str, str], letter: str) -> Known:
    """One person of a row."""
    year = row[f"year_{letter}"]
    return Known(row[f"name_{letter}"], (), (row[f"title_{letter}"],), year, year)


def figures(
    pairs: list[Pair], rule: Callable[[Known, Known], bool]
) -> tuple[int, int, int, int, float, float]:
    """True and false joins, missed and true refusals, precision and recall."""
    found = [(same, rule(one, other)) for same, one, other in pairs]
    right, wrong, missed, apart = (
        found.count(c) for c in ((True, True), (False, True), (True, False), (False, False))
    )
    return right, wrong, missed, apart, right / max(1, right + wrong), right / max(1, right + missed)


def equal_names(one: Known, other: Known) -> bool:
    """The plainest rule: the same name without accents and case."""
    return fold(one.name) == fold(other.name)


def equal_ends(one: Known, other: Known) -> bool:
    """The usual rule: the same last word and the same first letter."""
    ours, theirs = fold(one.name).split(), fold(other.name).split()
    return ours[-1] == theirs[-1] and ours[0][0] == theirs[0][0]


def main() -> None:
    """Print the figures of clipper and of the plain rules."""
    pairs = read(Path(sys.argv[1]) if len(sys.argv) > 1 else PAIRS)
    print(f"{len(pairs)} pairs, {sum(same for same, _, _ in pairs)} of them one person")
    rules: dict[str, Callable[[Known, Known], bool]] = {
        "clipper": lambda one, other: same_person(one, other).same,
        "equal names": equal_names,
        "last word and first letter": equal_ends,
    }
    for name, rule in rules.items():
        right, wrong, missed, apart, precision, recall = figures(pairs, rule)
        counts = f"joined {right} right {wrong} wrong, apart {apart} right {missed} wrong"
        print(f"{name:27} P {precision:.3f} R {recall:.3f}  {counts}")
    keyless = sum(
        same_person(a, b).same and not set(candidates_key(a.name)) & set(candidates_key(b.name))
        for _, a, b in pairs
    )
    start = process_time()
    for _, one, other in pairs:
        same_person(one, other)
    print(
        f"joined without a common key: {keyless}; {(process_time() - start) / len(pairs) * 1e6:.0f} µs a pair"
    )


if __name__ == "__main__":
    main()
