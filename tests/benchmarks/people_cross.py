"""Print span-level F by document-split cross-validation, for each corpus and for our own training articles.

    python tests/benchmarks/people_cross.py CORPORA [--articles DIR]

Two halves by a hash of the document's name; each half is scored by models that have seen only the other one.
A span counts when its first and last word are right, titles taken off on both sides. Needs python-crfsuite and
about ten minutes.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from clipper.people import names, train
from clipper.people.decide import Judge, likelihood
from clipper.people.find import KEPT_FULL, KEPT_LONE, spot_groups
from clipper.people.model import Spotter
from clipper.people.training.corpora import Document, read_article, read_corpus
from clipper.people.weights import Weights

Counts = dict[str, list[int]]


def kind(document: Document) -> str:
    """The corpus of a document, news apart from the rest of GUM."""
    return "gum news" if document.name.startswith("GUM_news") else document.source


def score(documents: list[Document], spotter: Spotter, judge: Judge, counts: Counts) -> None:
    """Add hits, spans said and spans there to the counts of each corpus."""
    for document in documents:
        sheets, gold = train.sheets_of(document)
        groups, evidence = spot_groups(sheets, spotter)
        said = set()
        for group in groups:
            least = KEPT_FULL if len(group.longest.keys) > 1 else KEPT_LONE
            if likelihood(judge, group, evidence) >= least:
                said |= {(m.where, m.start, m.end) for m in group.mentions}
        there = {(where, *span) for where, spans in gold.items() for span in spans}
        row = counts[kind(document)]
        for k, number in enumerate((len(said & there), len(said), len(there))):
            row[k] += number


def main() -> None:
    """Train on each half, score the other, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--articles", type=Path, default=Path(__file__).parents[1] / "people/articles/train")
    options = parser.parse_args()
    own = [read_article(path) for path in sorted(options.articles.glob("*.txt"))]
    documents = own + [d for path in sorted(options.corpora.glob("*.conll")) for d in read_corpus(path)]
    named = {document.name for document in own}
    halves = [[d for d in documents if train.half(d) == part] for part in (0, 1)]
    counts: Counts = defaultdict(lambda: [0, 0, 0])
    words = train.count_common(documents)  # counted in all, as no annotation is looked at
    names.set_common(words)
    with TemporaryDirectory() as folder:
        spotters = []
        for part, documents_seen in enumerate(halves):
            path = Path(folder) / f"half{part}.table"
            train.train_spotter(documents_seen, named, words, path, 2)
            spotters.append(Spotter(path.read_bytes()))
        for part in (0, 1):
            path = Path(folder) / f"judge{part}.table"
            train.train_judge(halves[1 - part], named, lambda _, part=part: spotters[part], path)
            score(halves[part], spotters[1 - part], Judge(Weights(path.read_bytes())), counts)
    for name, (hits, said, there) in sorted(counts.items()):
        precision, recall, f = hits / max(said, 1), hits / max(there, 1), 2 * hits / max(said + there, 1)
        sys.stdout.write(f"{name:12} P {precision:.3f}  R {recall:.3f}  F {f:.3f}  of {there}\n")


if __name__ == "__main__":
    main()
