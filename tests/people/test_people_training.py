"""From corpora and annotated articles to the model: what is read, swapped and trained."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clipper.people.training.corpora import names_of, read_article, read_corpus
from clipper.people.training.swap import Swapper

ARTICLE = """form: wire
region: west-africa
title: [Bello](Aisha Bello) opens the port
byline: By Jane Doe

Harbour master [Aisha Bello]() said the port of Lekki was ready. The [Obama](?Barack Obama) administration paid.
[Bello](Aisha Bello) thanked the crew.
"""
CORPUS = (
    "-DOCSTART- one\n\nMs.\tO\nAisha\tB-PER\nBello\tI-PER\n,\tO\nof\tO\nLekki\tB-LOC\n,\tO\nspoke\tO\n.\tO\n\n"
    "-DOCSTART- two\n\n(\tO\nIt\tO\n's\tO\nover\tO\n)\tO\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a001.txt"
    path.write_text(ARTICLE, encoding="utf8")
    return path


def test_an_annotated_article_gives_text_without_marks_and_the_places_of_its_people(article: Path) -> None:
    document = read_article(article)
    assert "[" not in document.text
    found = [
        (document.text[start:end], name)
        for (start, end), name in zip(document.people, document.gold, strict=True)
    ]
    assert found == [
        ("Bello", "Aisha Bello"),
        ("Aisha Bello", "Aisha Bello"),
        ("Obama", "Barack Obama"),
        ("Bello", "Aisha Bello"),
    ]
    forms, optional = names_of(document)
    assert forms["Aisha Bello"] == {"Aisha Bello"}
    assert optional == {"Barack Obama"}


def test_a_tagged_corpus_becomes_running_text_again(tmp_path: Path) -> None:
    path = tmp_path / "small.conll"
    path.write_text(CORPUS, encoding="utf8")
    one, two = read_corpus(path)
    assert one.text == "Ms. Aisha Bello, of Lekki, spoke."
    assert [one.text[start:end] for start, end in one.people] == ["Aisha Bello"]
    assert [one.text[start:end] for start, end in one.others] == ["Lekki"]
    assert two.text == "(It's over)"


def test_swapping_names_keeps_every_span_on_a_name_and_one_person_one_name(article: Path) -> None:
    document = read_article(article)
    for seed in range(20):
        copy = Swapper(seed).swap(document)
        assert len(copy.people) == len(document.people)
        shown = [copy.text[start:end] for start, end in copy.people]
        assert all(name.strip() == name and name for name in shown)
        assert shown[0] == shown[3]
        assert copy.text[copy.body :].startswith("Harbour master ")


def test_training_twice_gives_the_same_files_with_the_hashes_of_their_inputs(tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite")
    corpora, articles = tmp_path / "corpora", tmp_path / "articles"
    corpora.mkdir()
    articles.mkdir()
    (corpora / "re3d.conll").write_text(CORPUS, encoding="utf8")
    for number in range(6):
        (articles / f"a{number}.txt").write_text(ARTICLE, encoding="utf8")
    for out in ("first", "second"):
        # Each in a process of its own, as the command is used: training counts its own common words.
        command = [sys.executable, "-m", "clipper.people.train", str(corpora), "--articles", str(articles)]
        subprocess.run([*command, "-o", str(tmp_path / out)], check=True)
    for path in (tmp_path / "first").iterdir():
        assert path.read_bytes() == (tmp_path / "second" / path.name).read_bytes()
    assert '"re3d.conll"' in (tmp_path / "first" / "model.json").read_text(encoding="utf8")


def test_the_cross_validation_program_scores_each_corpus(tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite")
    articles = tmp_path / "articles"
    articles.mkdir()
    for path in sorted((Path(__file__).parent / "articles/train").glob("*.txt"))[:4]:
        (articles / path.name).write_bytes(path.read_bytes())
    (tmp_path / "small.conll").write_text(CORPUS, encoding="utf8")
    program = Path(__file__).parents[1] / "benchmarks/people_cross.py"
    command = [sys.executable, str(program), str(tmp_path), "--articles", str(articles)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    scored = {line.split()[0] for line in done.stdout.splitlines()}
    assert scored == {"articles", "small"}


def test_finding_people_loads_nothing_of_the_training() -> None:
    program = (
        "import sys\nfrom clipper.people import find_people\nfind_people('Defense Secretary Leon Panetta spoke.')\n"
        "print([m for m in sys.modules if 'crfsuite' in m or m.startswith('clipper.people.train')])"
    )
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "[]"
