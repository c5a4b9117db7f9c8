"""Tagged corpora and annotated articles -> documents of plain text with the places of their people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_CLOSING = frozenset(
    [
        ")",
        "]",
        "}",
        ",",
        ".",
        ";",
        ":",
        "!",
        "?",
        "%",
        "'",
        "”",
        "’",
        "'s",
        "n't",
        "'re",
        "'ve",
        "'ll",
        "'d",
        "'m",
        "’s",
        "n’t",
        "…",
    ]
)
_OPENING = frozenset(["(", "[", "{", "$", "#", "“", "‘", "£", "€"])
_MARK = re.compile(r"\[([^\[\]]+)\]\((\??)([^()]*)\)")
_NICKNAME = re.compile(r"(?<= )[\"“][^\"”]+[\"”]")
_PER_PARAGRAPH = 4


@dataclass(slots=True)
class Document:
    """One text with its people as offsets; ``others`` are places and organisations where known.

    ``gold`` holds, for articles annotated by name, the person of each span; ``optional`` the people
    that count neither way. ``body`` is where the text begins after the headline and its newline.
    """

    name: str
    source: str
    text: str
    people: list[tuple[int, int]]
    others: list[tuple[int, int]] = field(default_factory=list)
    gold: list[str] = field(default_factory=list)
    optional: set[str] = field(default_factory=set)
    byline: str = ""
    body: int = 0


def read_corpus(path: Path) -> Iterator[Document]:
    """The documents of one file: tokens and tags, a blank line after a sentence, -DOCSTART- before each."""
    name = path.stem
    sentences: list[list[tuple[str, str]]] = []
    sentence: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf8").split("\n"):
        if line.startswith("-DOCSTART-"):
            if sentences:
                yield _document(name, path.stem, sentences)
            name, sentences = line.split(" ", 1)[-1], []
        elif line.strip():
            token, _, tag = line.rpartition("\t")
            sentence.append((token, tag))
        elif sentence:
            sentences.append(sentence)
            sentence = []
    if sentence:
        sentences.append(sentence)
    if sentences:
        yield _document(name, path.stem, sentences)


def _document(name: str, source: str, sentences: list[list[tuple[str, str]]]) -> Document:
    document = Document(name, source, "", [])
    text = ""
    hyphenated = source.startswith(("gum", "ewt", "re3d"))
    for number, sentence in enumerate(sentences):
        if text:
            ended = text[-1] in ".!?\"”'" and number % _PER_PARAGRAPH
            text += " " if ended else "\n"
        text = _append(document, text, sentence, hyphenated)
    document.text = text
    return document


def _append(document: Document, text: str, sentence: list[tuple[str, str]], hyphenated: bool) -> str:
    quoted, begin, kind = False, -1, ""
    for i, (token, tag) in enumerate(sentence):
        if tag[0] != "I" and begin >= 0:
            _note(document, begin, len(text), kind)
            begin = -1
        previous = sentence[i - 1][0] if i else ""
        tight = (
            token in _CLOSING
            or previous in _OPENING
            or (token == '"' and quoted)
            or (previous == '"' and quoted)
        )
        if hyphenated and (token == "-" or previous == "-"):
            tight = tight or (i > 0 and i + 1 < len(sentence))
        if i and not tight:
            text += " "
        if token == '"':
            quoted = not quoted
        if tag[0] == "B":
            begin, kind = len(text), tag[2:]
        text += token
    if begin >= 0:
        _note(document, begin, len(text), kind)
    return text


def _note(document: Document, start: int, end: int, kind: str) -> None:
    (document.people if kind == "PER" else document.others).append((start, end))


def read_article(path: Path) -> Document:
    """One annotated article: head, a blank line, paragraphs; ``[surface](canonical)`` marks a person."""
    head, _, body = path.read_text(encoding="utf8").partition("\n\n")
    fields = dict(line.split(":", 1) for line in head.split("\n") if ":" in line)
    title = fields.get("title", "").strip()
    document = Document(
        path.stem, path.parent.name, "", [], byline=_MARK.sub(r"\1", fields.get("byline", "").strip())
    )
    _unmark(document, f"{title}\n{body.strip()}")
    document.body = document.text.index("\n") + 1
    return document


def _unmark(document: Document, marked: str) -> None:
    last = 0
    for match in _MARK.finditer(marked):
        surface, free, canonical = match.groups()
        document.text += marked[last : match.start()]
        document.people.append((len(document.text), len(document.text) + len(surface)))
        name = canonical or surface
        document.gold.append(name)
        if free:
            document.optional.add(name)
        document.text += surface
        last = match.end()
    document.text += marked[last:]


def names_of(document: Document) -> tuple[dict[str, set[str]], set[str]]:
    """The people of an annotated article and the spellings that count as right for each: the annotated
    name, its longest form in the text and a name of other words by which the text mostly calls the person
    (a stage name); and the names that are optional throughout."""
    surfaces: dict[str, list[str]] = {}
    for (start, end), name in zip(document.people, document.gold, strict=True):
        surfaces.setdefault(name, []).append(document.text[start:end])
    folded = {document.text[s:e].casefold() for s, e in document.people}
    forms = {}
    for name, said in surfaces.items():
        right = {name} | _other_names(name, said)
        if name.casefold() not in folded:
            right.add(max(said, key=len))
        # With or without a nickname in quotation marks: writers and readers do both.
        forms[name] = right | {" ".join(_NICKNAME.sub(" ", form).split()) for form in right}
    return forms, document.optional


def _other_names(name: str, said: list[str]) -> set[str]:
    """Forms that share no word with the name, of two words or at least as frequent as those that do."""
    words = set(name.casefold().split())
    others = [form for form in said if not words & set(form.casefold().split())]
    often = 2 * len(others) >= len(said)
    return {form for form in others if often or " " in form}
