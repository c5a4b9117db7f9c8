"""What is summed when text is read is what training sums, though it is summed in parts and by shortcuts."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from math import exp
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.people import tokens as words_of
from clipper.people.decide import Judge, group_features
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
from clipper.people.files import contents
from clipper.people.find import spot_groups
from clipper.people.languages import believable
from clipper.people.link import Group
from clipper.people.model import spotter
from clipper.people.reader import Reader, decode
from clipper.people.sheet import Sheet, read
from clipper.people.training.corpora import read_article
from clipper.people.weights import Weights

ARTICLES = sorted((Path(__file__).parent / "articles" / "train").glob("*.txt"))


def features(sheet: Sheet, evidence: Evidence, start: int, end: int, i: int) -> list[str]:
    """All features of word ``i`` of a run, as training lists them."""
    words, shown = sheet.tokens.words, pattern(sheet.tokens, start, end, i)
    bits = evidence.bits(sheet.tokens.lower[i])
    found = [
        *run_features(sheet.tokens, start, end),
        *pattern_features(shown),
        *evidence_features(bits, min(end - start, 4), shown[2]),
    ]
    for place, k in zip(PLACES, (i, i - 1, i + 1, i - 2, i + 2), strict=True):
        found += word_features(place, words[k] if 0 <= k < len(words) else EDGE)
    return found


def spans_by_features(
    sheet: Sheet, evidence: Evidence, start: int, end: int
) -> Iterator[tuple[int, int, float]]:
    weights = spotter()
    scores = [weights.apart(weights.sum(features(sheet, evidence, start, end, i))) for i in range(start, end)]
    begins, insides = [[exp(max(-15.0, min(15.0, pair[k]))) for pair in scores] for k in (0, 1)]
    for s, e, p in decode(begins, insides, weights.moves):
        yield s + start, e + start, p


def sheets() -> Iterator[Sheet]:
    for path in ARTICLES[::12]:
        text = read_article(path).text
        yield from (read(text), read(text.upper()), read("\n".join(text.split())), read(text[100:160]))


def test_every_span_has_the_probability_that_its_features_give() -> None:
    compared = given_up = 0
    for sheet in sheets():
        evidence = Evidence()
        evidence.read(sheet.tokens, sheet.spans)
        reader = Reader(spotter(), sheet.tokens, evidence)
        for start, end in sheet.spans:
            expected = {(s, e): p for s, e, p in spans_by_features(sheet, evidence, start, end)}
            found = {(s, e): p for s, e, p in reader.spans(start, end)}
            if not found:
                given_up += any(p > 0.35 for p in expected.values())
                continue
            assert found == pytest.approx({span: expected[span] for span in found}, abs=1e-9)
            compared += len(found)
    assert compared > 1000
    assert given_up <= compared / 500


def test_a_score_is_too_small_a_sum_to_run_into_the_one_kept_beside_it() -> None:
    longest = 0
    for sheet in sheets():
        evidence = Evidence()
        evidence.read(sheet.tokens, sheet.spans)
        for start, end in sheet.spans:
            longest = max(
                longest, *(len(features(sheet, evidence, start, end, i)) for i in range(start, end))
            )
    assert longest * 127 < 2**15


def believed(groups: list[Group]) -> list[object]:
    """The groups to be believed in any language, with all that was seen of each mention."""
    return [
        (g.longest.words, [vars(m) | {"described": True} for m in g.mentions])
        for g in groups
        if believable(g)
    ]


def test_names_to_be_believed_gather_the_same_mentions_when_runs_unrelated_to_them_are_not_read() -> None:
    whole = fewer = others = 0
    for path in ARTICLES[::6]:
        text = read_article(path).text
        every, _ = spot_groups({"text": read(text), "title": read(text[:120])}, spotter())
        some, _ = spot_groups({"text": read(text), "title": read(text[:120])}, spotter(), lone=False)
        kept = believed(some)
        whole += len(kept)
        others += sum(group not in kept for group in believed(every))
        fewer += len(every) - len(some)
    assert whole > 1000
    assert fewer > 200
    assert others <= whole / 500  # those believed by how another mention is introduced: "a son, Chase"


def test_a_verdict_weighs_the_features_that_training_sees() -> None:
    weights = Weights(contents("model", "judge.table"))
    judge = Judge(weights)
    for path in ARTICLES[::20]:
        groups, evidence = spot_groups({"text": read(read_article(path).text)}, spotter())
        for group in groups:
            assert (
                judge.score(group, evidence) == weights.apart(weights.sum(group_features(group, evidence)))[0]
            )


PLAIN = re.compile(words_of._WORDS)
SIGNS = "abs'’ʻ‘-‐. ,\n \u00a0GenMr/odlp129_\u0301é“”(…–!:中Ǆßİ"


@given(st.text(SIGNS, max_size=40))
def test_words_are_told_alike_with_and_without_the_shortcuts(text: str) -> None:
    assert words_of.tokenise(text).words == PLAIN.findall(text)


def test_words_of_articles_are_told_alike_with_and_without_the_shortcuts() -> None:
    chosen = random.Random(3)
    for path in ARTICLES[::12]:
        text = list(read_article(path).text)
        for _ in range(60):
            text[chosen.randrange(len(text))] = chosen.choice(SIGNS)
        tokens = words_of.tokenise("".join(text))
        assert tokens.words == PLAIN.findall(tokens.text)
        assert all(
            tokens.text[s:e] == w for w, s, e in zip(tokens.words, tokens.starts, tokens.ends, strict=True)
        )
