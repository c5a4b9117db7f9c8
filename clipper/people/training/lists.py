"""Open lists of names -> the lists shipped: ``python -m clipper.people.training.lists NAMES -o OUT``.

NAMES holds ``us_census_first.txt`` and ``us_census_surnames.txt`` (public domain) and
``common-forenames-by-country.csv`` and ``common-surnames-by-country.csv`` (CC0). Names by origin, and those
of places, outlets and things, are clipper's own: ``origins.txt``, ``places.txt``, ``groups.txt`` and
``things.txt`` beside this file.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from clipper.people.names import hashed, marked
from clipper.people.training.swap import listed, origins
from clipper.people.words import FOREIGN_WORDS, FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*")
_LONGEST_CENSUS = 6  # rarer than that and long: not worth the bytes
# Function words that are given names all the same, and words of the lists that mean something else in news.
_KEPT = frozenset(("jan", "june", "april", "august", "will", "may", "mark"))
_DROPPED = frozenset(("islam", "prince", "mullah", "sheikh", "samdech", "begin", "major", "general", "many"))
_PLACES = frozenset(("china", "india", "america", "asia", "see"))


def _words(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        for word in line.split():
            if len(word) > 1 and _WORD.fullmatch(word):
                yield word.lower()


def _column(path: Path, first_word: bool) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for name in (row["Localized Name"], row["Romanized Name"]):
                yield name.split(" ")[0] if first_word else name


def forenames(folder: Path) -> list[str]:
    """Given names of the census, of many countries, and of clipper's own list of origins."""
    found = set(_words((folder / "us_census_first.txt").read_text(encoding="utf8").split("\n")))
    found.update(_words(_column(folder / "common-forenames-by-country.csv", first_word=True)))
    found.update(name.lower() for origin in origins() for name in origin.given)
    small = (FUNCTION_WORDS | FOREIGN_WORDS | _DROPPED | _PLACES) - _KEPT
    return sorted(found - small, key=str.encode)


def surnames(folder: Path) -> list[str]:
    """Surnames of the census, without the longest, of many countries, and of our own list of origins."""
    census = _words((folder / "us_census_surnames.txt").read_text(encoding="utf8").split("\n"))
    found = {word for word in census if len(word) <= _LONGEST_CENSUS}
    found.update(_words(_column(folder / "common-surnames-by-country.csv", first_word=False)))
    found.update(name.lower() for origin in origins() for name in origin.surnames)
    return sorted(found, key=str.encode)


def things() -> set[str]:
    """Names of several words that are places' and things': clipper's own list."""
    lines = (Path(__file__).parent / "things.txt").read_text(encoding="utf8").split("\n")
    return {line for line in lines if line and not line.startswith("#")}


def main() -> None:
    """Read the arguments and write the lists."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    people = {"F": forenames(options.names), "S": surnames(options.names)}
    known = marked({**people, "K": listed("places"), "G": listed("groups")})
    (options.out / "names.hashes").write_bytes(known)
    (options.out / "phrases.hashes").write_bytes(hashed(things()))


if __name__ == "__main__":
    main()
