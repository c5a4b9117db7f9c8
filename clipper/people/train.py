"""Corpora and annotated articles -> clipper's model of people: ``python -m clipper.people.train CORPORA -o MODEL``."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pycrfsuite

from clipper.people.decide import group_features
from clipper.people.evidence import Evidence
from clipper.people.features import EDGE, PLACES, bare, context_features, word_features
from clipper.people.find import spot_groups
from clipper.people.model import Weights
from clipper.people.sheet import Sheet, read
from clipper.people.tokens import Tokens
from clipper.people.training.corpora import Document
from clipper.people.words import TITLE_HEADS, TITLE_SURNAMES
from clipper.records import Where

Example = tuple[list[list[str]], list[str]]


def gold_tokens(tokens: Tokens, people: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Where the annotated people begin and end in words, titles and possessives taken off."""
    begins = {start: i for i, start in enumerate(tokens.starts)}
    result = {}
    for start, end in people:
        i = begins.get(start)
        if i is None:
            continue
        j = i
        while j < len(tokens) and tokens.ends[j] <= end:
            j += 1
        while j - i > 1 and bare(tokens.lower[i]) in TITLE_HEADS and tokens.lower[i] not in TITLE_SURNAMES:
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
    result = []
    for i in range(start, end):
        found = context_features(sheet.tokens, evidence, start, end, i)
        for place, k in zip(PLACES, (i, i - 1, i + 1, i - 2, i + 2), strict=True):
            found.extend(word_features(place, words[k] if 0 <= k < len(words) else EDGE))
        result.append(found)
    return result


def fit(
    sequences: Iterable[Example], out: Path, *, c1: float = 0.3, c2: float = 0.05, rounds: int = 90
) -> dict[str, Any]:
    """Train a CRF and write its table; returns what the model's description says of it."""
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
    return _export(info.state_features, info.transitions, out)


def _export(
    states: dict[tuple[str, str], float], moves: dict[tuple[str, str], float], out: Path
) -> dict[str, Any]:
    table: dict[str, dict[str, float]] = {}
    for (feature, label), weight in states.items():
        table.setdefault(feature, {})[label] = weight
    pairs = {
        f: (w.get("B", 0.0) - w.get("O", 0.0), w.get("I", 0.0) - w.get("O", 0.0))
        for f, w in sorted(table.items())
    }
    scale = max(max(abs(b), abs(i)) for b, i in pairs.values()) / 127
    values = array("b")
    kept = []
    for feature, (begin, inside) in pairs.items():
        b, i = round(begin / scale), round(inside / scale)
        if b or i:
            kept.append(feature)
            values.extend((b, i))
    out.with_suffix(".features").write_text("\n".join(kept), encoding="utf8")
    out.with_suffix(".weights").write_bytes(values.tobytes())
    return {
        "scale": scale,
        "moves": {a + b: round(w, 4) for (a, b), w in moves.items()},
        "features": len(kept),
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


def verdicts(document: Document, weights: Weights) -> Iterator[Example]:
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
