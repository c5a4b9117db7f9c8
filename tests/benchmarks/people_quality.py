"""Print how well people are found, beside a plain rule (runs of two capitalised words), as a table.

    python tests/benchmarks/people_quality.py [--shared DIR] [--errors]

Judged are whole documents: a person counts as found when the name given equals the annotated one (case and
accents folded); a surname left beside its full name counts against. Optional people count neither way.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from clipper.people import find_people
from clipper.people.training.corpora import Document, names_of, read_article

ARTICLES = Path(__file__).resolve().parents[1] / "people" / "articles"


@dataclass(frozen=True)
class Case:
    """One article: its texts, the spellings right for each person, the names that count neither way."""

    name: str
    text: str
    title: str
    must: tuple[frozenset[str], ...]
    free: frozenset[str]


@dataclass
class Score:
    """Counts over articles."""

    hits: int = 0
    said: int = 0
    there: int = 0
    perfect: int = 0
    articles: int = 0

    def __str__(self) -> str:
        precision, recall = self.hits / max(self.said, 1), self.hits / max(self.there, 1)
        return (
            f"P {precision:.3f}  R {recall:.3f}  F {self.f:.3f}  {self.perfect}/{self.articles} without error"
        )

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / max(self.said + self.there, 1)


def fold(name: str) -> str:
    """A name without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"\w+", plain.lower())) or name


def own_cases(folder: Path) -> Iterator[Case]:
    """The project's own annotated articles of one folder."""
    for path in sorted(folder.glob("*.txt")):
        yield _case(read_article(path))


def _case(document: Document) -> Case:
    forms, optional = names_of(document)
    must = tuple(frozenset(map(fold, spellings)) for name, spellings in forms.items() if name not in optional)
    spans = zip(document.people, document.gold, strict=True)
    free = {fold(document.text[start:end]) for (start, end), name in spans if name in optional}
    free |= {fold(spelling) for name in optional for spelling in forms.get(name, ())}
    return Case(
        document.name,
        document.text[document.body :],
        document.text[: document.body - 1],
        must,
        frozenset(free),
    )


def shared_cases(path: Path) -> Iterator[Case]:
    """Articles annotated elsewhere, one JSON object a line with text and people."""
    for line in path.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        must = tuple(frozenset({fold(p["name"])}) for p in row["people"] if not p.get("optional"))
        free = {fold(n) for p in row["people"] if p.get("optional") for n in [p["name"], *p["aliases"]]}
        yield Case(row["id"], row["text"], "", must, frozenset(free))


def clipper_names(case: Case) -> set[str]:
    """What clipper finds."""
    return {fold(person.name) for person in find_people(case.text, case.title)}


def bigram_names(case: Case) -> set[str]:
    """What a plain rule finds: two or three capitalised words in a row, not at a sentence's first word."""
    pattern = r"(?<![.!?\n] )(?<!^)\b[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}\b"
    return {fold(match) for match in re.findall(pattern, case.text)}


def judge(cases: Iterable[Case], names: Callable[[Case], set[str]], errors: bool = False) -> Score:
    """Score one way of finding names over articles."""
    score = Score()
    for case in cases:
        said = names(case)
        known = frozenset().union(*case.must) if case.must else frozenset()
        hits = [spellings for spellings in case.must if spellings & said]
        extra = said - known - case.free
        twice = sum(len(spellings & said) - 1 for spellings in hits)  # one person given as two
        score.hits += len(hits)
        score.said += len(hits) + len(extra) + twice
        score.there += len(case.must)
        score.perfect += not extra and not twice and len(hits) == len(case.must)
        score.articles += 1
        if errors and (extra or len(hits) < len(case.must)):
            missed = [min(spellings) for spellings in case.must if not spellings & said]
            sys.stdout.write(f"  {case.name}: extra {sorted(extra)} missed {sorted(missed)}\n")
    return score


def main() -> None:
    """Read the arguments and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=os.environ.get("CLIPPER_SHARED"))
    parser.add_argument("--errors", action="store_true", help="name what is extra and missed in each article")
    options = parser.parse_args()
    unseen = list(own_cases(ARTICLES / "test"))
    sets = {
        "own articles, unseen": unseen,
        "  of these t001-t045, written to be hard": [case for case in unseen if case.name < "t046"],
        "  t046-t110, news of all kinds": [case for case in unseen if "t046" <= case.name < "t111"],
        "  t111 and on, defence news": [case for case in unseen if case.name >= "t111"],
        "own articles, trained on": list(own_cases(ARTICLES / "train")),
    }
    if options.shared:
        sets["articles.jsonl"] = list(shared_cases(Path(options.shared) / "data/people/articles.jsonl"))
    for name, cases in sets.items():
        sys.stdout.write(f"{name}\n")
        errors = options.errors and "trained" not in name
        sys.stdout.write(f"  clipper           {judge(cases, clipper_names, errors)}\n")
        sys.stdout.write(f"  capitals in a row {judge(cases, bigram_names)}\n")


if __name__ == "__main__":
    main()
