"""Corpora and annotated articles -> the model: ``python -m clipper.people.train CORPORA -o MODEL``.

CORPORA is a folder of tagged corpora (``*.conll``: token, tab, tag a line); ``--articles`` names a folder of
annotated articles. Needs python-crfsuite (``pip install 'clipper[train]'``) and some minutes. Two tables are
made: the spotter, which reads runs of words, and the judge, which decides on groups of mentions. The judge
learns from groups in documents that its spotter has not seen: two spotters are trained, each on one half,
before the last one on all.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pycrfsuite

from clipper.people import names
from clipper.people.decide import group_features
from clipper.people.evidence import Evidence
from clipper.people.features import (
    EDGE,
    PLACES,
    evidence_features,
    pattern,
    pattern_features,
    run_features,
    word_features,
)
from clipper.people.find import spot_groups
from clipper.people.model import Spotter
from clipper.people.sheet import Sheet, read
from clipper.people.tokens import Tokens
from clipper.people.training.corpora import Document, read_article, read_corpus
from clipper.people.training.swap import Swapper
from clipper.people.weights import NEVER_SEEN, table
from clipper.people.words import TITLE_FORENAMES, is_title
from clipper.persons import Where

# Corpora whose documents are long enough for a verdict on the whole document.
_WHOLE = ("wikigold", "re3d", "gum_by", "gum_bysa", "ewt_bysa")
_COPIES, _COPIES_ARTICLE = 1, 2
_SEED = 7

Example = tuple[list[list[str]], list[str]]
Fitted = tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]


def gold_tokens(tokens: Tokens, people: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Where the annotated people begin and end in words, titles and possessives taken off."""
    begins, ends = {start: i for i, start in enumerate(tokens.starts)}, tokens.ends
    result = {}
    for start, end in people:
        i = begins.get(start)
        if i is None:
            continue
        j = i
        while j < len(tokens) and ends[j] <= end:
            j += 1
        while j - i > 1 and is_title(tokens.lower[i]) and tokens.lower[i] not in TITLE_FORENAMES:
            i += 1
        while j - i > 1 and tokens.lower[j - 1] in ("'s", "’s", "'", "’", ","):
            j -= 1
        if j > i:
            result[i] = j
    return result


def examples(document: Document) -> Iterator[Example]:
    """The runs of a document as sequences of features and labels."""
    sheet, evidence = read(document.text), Evidence()
    evidence.read(sheet.tokens, sheet.spans)
    gold = gold_tokens(sheet.tokens, document.people)
    for start, end in sheet.spans:
        if start not in sheet.weak:
            yield _features(sheet, evidence, start, end), _labels(gold, start, end)


def _labels(gold: dict[int, int], start: int, end: int) -> list[str]:
    labels = ["O"] * (end - start)
    for i in range(start, end):
        if i in gold:
            stop = min(gold[i], end)
            labels[i - start : stop - start] = ["B"] + ["I"] * (stop - i - 1)
    return labels


def _features(sheet: Sheet, evidence: Evidence, start: int, end: int) -> list[list[str]]:
    words = sheet.tokens.words
    shared = run_features(sheet.tokens, start, end)
    result = []
    for i in range(start, end):
        shown = pattern(sheet.tokens, start, end, i)
        bits = evidence.bits(sheet.tokens.lower[i])
        found = [*shared, *pattern_features(shown), *evidence_features(bits, min(end - start, 4), shown[2])]
        for place, k in zip(PLACES, (i, i - 1, i + 1, i - 2, i + 2), strict=True):
            found.extend(word_features(place, words[k] if 0 <= k < len(words) else EDGE))
        result.append(found)
    return result


def fit(sequences: Iterable[Example], *, c1: float = 0.3, c2: float = 0.05, rounds: int = 90) -> Fitted:
    """Train a CRF: its weights by feature and label, and by pairs of labels that follow each other."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for features, labels in sequences:
        trainer.append(features, labels)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": rounds, "feature.minfreq": 2})
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return dict(info.state_features), dict(info.transitions)


def write(models: Sequence[Fitted], out: Path) -> dict[str, Any]:
    """Write the mean of some models as one table; returns what the model's description says of it.

    The mean of the weights of log-linear models is the normalised geometric mean of what they say.
    """
    weights: dict[str, dict[str, float]] = {}
    for states, _ in models:
        for (feature, label), weight in states.items():
            of_feature = weights.setdefault(feature, {})
            of_feature[label] = of_feature.get(label, 0.0) + weight / len(models)
    pairs = {
        f: (w.get("B", 0.0) - w.get("O", 0.0), w.get("I", 0.0) - w.get("O", 0.0)) for f, w in weights.items()
    }
    scale = max((max(abs(b), abs(i)) for b, i in pairs.values()), default=0.0) / 127 or 1.0
    rows = [(f, round(begin / scale), round(inside / scale)) for f, (begin, inside) in pairs.items()]
    # A hundredth of the largest weight decides nothing.
    kept = [row for row in rows if max(abs(row[1]), abs(row[2])) > 1]
    moves = _mean_moves([moves for _, moves in models])
    out.write_bytes(table(kept, scale, moves))
    return {"scale": scale, "moves": moves, "features": len(kept)}


def _mean_moves(models: Sequence[dict[tuple[str, str], float]]) -> dict[str, float]:
    pairs = sorted({pair for moves in models for pair in moves})
    return {
        a + b: round(sum(moves.get((a, b), NEVER_SEEN) for moves in models) / len(models), 4)
        for a, b in pairs
    }


def sheets_of(document: Document) -> tuple[dict[Where, Sheet], dict[Where, dict[tuple[int, int], int]]]:
    """A document's texts prepared, and for each the annotated spans (offsets) with their number."""
    parts: dict[Where, tuple[int, str]] = {"text": (document.body, document.text[document.body :])}
    if document.body:
        parts["title"] = (0, document.text[: document.body - 1])
    sheets, gold = {}, {}
    for where, (base, text) in parts.items():
        sheet = sheets[where] = read(text)
        shifted = [(s - base, e - base) for s, e in document.people if base <= s < base + len(text)]
        found = gold_tokens(sheet.tokens, shifted)
        gold[where] = {sheet.offsets(i, j): i for i, j in found.items()}
    return sheets, gold


def verdicts(document: Document, weights: Spotter) -> Iterator[Example]:
    """The groups spotted in a document, each as one feature list and the label B (a person) or O."""
    sheets, gold = sheets_of(document)
    groups, evidence = spot_groups(sheets, weights)
    free = {
        s for (s, _), name in zip(document.people, document.gold, strict=False) if name in document.optional
    }
    for group in groups:
        named = group.longest
        base = document.body if named.where == "text" else 0
        if named.start + base in free:
            continue
        right = (named.start, named.end) in gold[named.where]
        yield [group_features(group, evidence)], ["B" if right else "O"]


def varied(documents: Iterable[Document], articles: set[str], seed: int) -> Iterator[Document]:
    """The documents and copies of them with other people; annotated articles count double."""
    swapper = Swapper(seed)
    for document in documents:
        own = document.name in articles
        yield document
        if own:
            yield document
        if document.people and document.source != "wnut17":
            for _ in range(_COPIES_ARTICLE if own else _COPIES):
                yield swapper.swap(document)


def half(document: Document) -> int:
    """Which half a document is in, by its name."""
    return int(hashlib.md5(document.name.encode(), usedforsecurity=False).hexdigest(), 16) % 2


def train_spotter(
    documents: Sequence[Document], articles: set[str], common: Sequence[str], out: Path, models: int
) -> dict[str, Any]:
    """Train the table that spots names: the mean of some models, whose copies bear different names.
    ``common`` are the words mostly written small."""
    parts = [(documents, articles, _SEED + n, common) for n in range(models)]
    with ProcessPoolExecutor(2) as pool:
        return write(list(pool.map(_fit_copies, parts)), out)


def _fit_copies(part: tuple[Sequence[Document], set[str], int, Sequence[str]]) -> Fitted:
    documents, articles, seed, common = part
    names.set_common(common)
    return fit(e for d in varied(documents, articles, seed) for e in examples(d))


def train_judge(
    documents: Sequence[Document],
    articles: set[str],
    spotters: Callable[[Document], Spotter],
    out: Path,
) -> dict[str, Any]:
    """Train the table that judges groups, on what spotters say of documents that they have not seen."""
    swapper = Swapper(_SEED + 92)
    cases: list[Example] = []
    for document in documents:
        own = document.name in articles
        if own or document.source in _WHOLE:
            copies = [document, *(swapper.swap(document) for _ in range(2 if own else 1))]
            cases.extend(case for copy in copies for case in verdicts(copy, spotters(document)))
    return write([fit(cases, c1=0.1, c2=8.0, rounds=150)], out)


def count_common(documents: Iterable[Document]) -> list[str]:
    """The words that the documents mostly write small."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for document in documents:
        for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", document.text):
            (small if word.islower() else large)[word.lower()] += 1
    return sorted(w for w in small if small[w] >= 6 and small[w] > 1.5 * large[w] and len(w) > 1)


def train(corpora: Path, articles: Path | None, out: Path) -> None:
    """Train both tables from the files of two folders; write them and the files' hashes to ``out``."""
    sources = sorted(corpora.glob("*.conll"))
    own_files = sorted(articles.glob("*.txt")) if articles else []
    documents = [document for path in sources for document in read_corpus(path)]
    own = [read_article(path) for path in own_files]
    documents += own
    named = {document.name for document in own}
    out.mkdir(parents=True, exist_ok=True)
    words = count_common(documents)
    (out / "common.txt").write_text("\n".join(words) + "\n", encoding="utf8")
    names.set_common(words)
    with TemporaryDirectory() as folder:
        spotters = []
        for part in (0, 1):
            path = Path(folder) / f"half{part}.table"
            train_spotter([d for d in documents if half(d) == part], named, words, path, 2)
            spotters.append(Spotter(path.read_bytes()))
        judge = train_judge(documents, named, lambda d: spotters[1 - half(d)], out / "judge.table")
    spotter = train_spotter(documents, named, words, out / "spotter.table", 4)
    inputs = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sources}
    together = hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in own_files))
    inputs[f"{len(own_files)} annotated articles"] = together.hexdigest()
    about = {"spotter": spotter, "judge": judge, "seed": _SEED, "inputs": inputs}
    (out / "model.json").write_text(json.dumps(about, indent=1, sort_keys=True) + "\n", encoding="utf8")


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--articles", type=Path, help="a folder of annotated articles")
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    if not (Path(__file__).parent / "training" / "origins.txt").exists():
        parser.error("the names to swap in are not installed: run this in a checkout of clipper")
    train(options.corpora, options.articles, options.out)


if __name__ == "__main__":
    main()
