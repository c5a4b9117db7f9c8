"""Text, headline and captions -> the people of one document (``find_people``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipper.people.link import Group, Spotted, fold, link
from clipper.people.spans import Candidate, candidates, is_initial
from clipper.people.titles import is_office, office
from clipper.people.tokens import INVISIBLE, Tokens, runs, tokenise
from clipper.people.words import SPEECH_VERBS
from clipper.records import Mention, Person, Where

# Lines and parentheses that credit the makers of the page, not the people of the story.
_MAKER = "Reporting|Editing|Writing|Additional reporting|Compiled"
_PICTURE = "[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture|[Cc]redit|[Vv]ideo|Photograph|Illustration"
_CREDIT = re.compile(
    r"^[ \t]*(?:By|by|BY|Written by|Edited by|Posted by|Par|Von|Por) [^\n]{3,90}$(?<![.!?])"
    rf"|\((?:[^()\n]{{0,60}}\b)?(?:{_PICTURE}|{_MAKER})\b[^()\n]*\)"
    rf"|\b(?:{_PICTURE})s?(?: [Cc]redit| [Cc]ourtesy)?(?: by |: | by: |/)[^\n]*"
    rf"|\b(?:{_MAKER}) by [^\n]*"
    r"|\bAP Photo/[^\n)]*|\bREUTERS/[^\n)]*"
    r"|\b[A-Z][\w.' -]+/(?:AFP|AP|Getty|Reuters|REUTERS|EPA|Pool|POOL)\b[^\n)]*"
    r"|^[^\n]{3,80} contributed to this (?:report|story|article)\.?$",
    re.MULTILINE,
)
_SPEAKER = re.compile(r"^([A-Z][A-Z.'’ -]{2,80}?)(?: \([^()\n]*\))?:", re.MULTILINE)
_LEAST_FULL, _LEAST_LONE, _LEAST_LINKED = 0.5, 0.85, 0.08


def find_people(
    text: str,
    title: str = "",
    captions: Sequence[str] = (),
    authors: Sequence[str] = (),
    language: str | None = None,
) -> tuple[Person, ...]:
    """The people named in an article, most often named first.

    ``text`` holds the paragraphs, ``title`` the headline, ``captions`` the picture captions (their mentions
    have offsets into the captions joined by newlines), ``authors`` the byline, whose names count only where
    the story itself names them, ``language`` an ISO 639 code if known. Raises nothing for any string.
    """
    spotted: list[Spotted] = []
    joined_captions = "\n".join(captions)
    common = _lower_words(text)
    sources: dict[Where, str] = {"text": text, "caption": joined_captions, "title": title}
    for where, source in sources.items():
        spotted.extend(_spot(source, where, len(spotted), common))
    groups = [group for group in link(spotted) if _is_person(group)]
    people = [_person(group, sources) for group in groups]
    byline = {tuple(fold(word) for word in author.split()) for author in authors}
    return tuple(sorted((p for p in people if not _only_byline(p, byline, text)), key=_rank))


def _rank(person: Person) -> tuple[int, int, str]:
    first = person.mentions[0]
    return (-len(person.mentions), first.start if first.where == "text" else 1 << 60, person.name)


def _lower_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<![\w'’-])[a-z]{3,}(?![\w])", text))


def _masked(text: str) -> str:
    """The text with credits blanked, letter for letter, so that offsets hold."""
    return _CREDIT.sub(lambda match: re.sub(r"[^\n]", ".", match.group()), text)


def _spot(source: str, where: Where, base: int, common: frozenset[str]) -> Iterator[Spotted]:
    kept = (
        [i for i, char in enumerate(source) if not INVISIBLE.match(char)]
        if INVISIBLE.search(source)
        else None
    )
    clean = source if kept is None else "".join(source[i] for i in kept)
    tokens = tokenise(_masked(clean))
    for order, (found, words) in enumerate(_names(tokens, where, common), base):
        start, end = tokens.starts[found.start], tokens.ends[found.end - 1]
        if kept is not None:
            start, end = kept[start], kept[end - 1] + 1
        yield Spotted(
            words,
            where,
            start,
            end,
            order,
            found.score,
            office(tokens, found.start, found.end),
            found.titled,
            found.passing,
        )


def _names(
    tokens: Tokens, where: Where, common: frozenset[str]
) -> Iterator[tuple[Candidate, tuple[str, ...]]]:
    headline = _headline_lines(tokens)
    for start, end in runs(tokens):
        for found in candidates(tokens, start, end):
            lone = found.end - found.start == 1
            if tokens.starts[found.start] in headline:
                found.score = min(found.score, 0.2)
            if (
                lone
                and tokens.lower[found.start] in common
                and (tokens.first[found.start] or tokens.starts[found.start] in headline)
            ):
                follows = tokens.lower[found.end] if found.end < len(tokens) else ""
                if follows not in SPEECH_VERBS and follows not in ("'s", "’s"):
                    continue
            yield found, tuple(tokens.words[found.start : found.end])


def _headline_lines(tokens: Tokens) -> set[int]:
    """Offsets of the words in lines set in title case, whose capitals say nothing."""
    result: set[int] = set()
    line: list[int] = []
    for i in range(len(tokens) + 1):
        if i == len(tokens) or (i and "\n" in tokens.text[tokens.ends[i - 1] : tokens.starts[i]]):
            words = [k for k in line if len(tokens.words[k]) > 3 and tokens.words[k][0].isalpha()]
            closed = bool(line) and tokens.words[line[-1]] in (".", "!", "”", '"')
            if len(line) >= 5 and not closed and sum(tokens.cap[k] for k in words) > 0.7 * len(words):
                result.update(tokens.starts[k] for k in line)
            line = []
        line.append(i)
    return result


def _is_person(group: Group) -> bool:
    best = max(m.score for m in group.mentions)
    if all(m.passing for m in group.mentions):
        return best >= 0.1
    full = len(group.longest.keys) > 1
    return best >= (_LEAST_FULL if full else _LEAST_LONE)


def _person(group: Group, sources: dict[Where, str]) -> Person:
    mentions = sorted(group.mentions, key=lambda m: (m.where != "text", m.where, m.start))
    titles = [m.title for m in mentions if m.title]
    chosen = next((t for t in titles if is_office(t)), titles[0] if titles else "")
    opening = _opening(sources["text"])
    major = len(mentions) >= 3 or any(
        m.where == "title" or (m.where == "text" and m.start < opening) for m in mentions
    )
    return Person(
        " ".join(group.longest.words),
        chosen,
        major,
        all(m.passing for m in mentions),
        tuple(
            Mention(
                sources[m.where][m.start : m.end], m.start, m.end, m.where, round(m.score, 3), m.ambiguous
            )
            for m in mentions
        ),
    )


def _opening(text: str) -> int:
    """Where the first two paragraphs end."""
    seen = 0
    for match in re.finditer(r"[^\n]+", text):
        seen += len(match.group()) > 60
        if seen == 2:
            return match.end()
    return len(text)


def _only_byline(person: Person, byline: set[tuple[str, ...]], text: str) -> bool:
    """Whether an author of the page is named only where bylines and biographies stand: the ends."""
    if tuple(fold(word) for word in person.name.split()) not in byline:
        return False
    tail = text.rfind("\n", 0, max(len(text.rstrip()) - 1, 0))
    return all(m.where == "text" and (m.start < 3 or m.start > tail) for m in person.mentions)


__all__ = ["find_people", "is_initial"]
