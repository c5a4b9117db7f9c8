"""Records -> lines for a person: styled by rich on a terminal, the same words plain in a pipe.

A line is a tuple of (text, style) pieces. Everything that came from a page loses its control characters
here, and pieces are never parsed as markup, so that a page cannot drive the terminal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from clipper.text import safe

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from clipper.archive.listing import PersonRow
    from clipper.archive.profiles import Alias, Candidate, Profile, Title
    from clipper.archive.reading import Row
    from clipper.records import Article, Change, Clipping, Hit, Outcome, Person, Renewal

Piece = tuple[str, str]
Line = tuple[Piece, ...]

READING_WIDTH = 96
# Sources in a list stand in a column as wide as the widest of them, but no wider than this.
WIDEST_SOURCE = 24
# Where a title that is too long goes on in a list: below the source.
HANG = 19


def write(lines: Iterable[Line], *, hang: int = 0) -> None:
    """Write lines to standard output, each as it comes.

    On a terminal a line that is too long goes on ``hang`` columns in, one that begins with blanks under them.
    """
    if not sys.stdout.isatty():
        for line in lines:
            sys.stdout.write(plain(line) + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=False, width=terminal_width(), height=25)
    for line in lines:
        indent = len(line[0][0]) if line and not line[0][0].strip() else 0
        text = Text.assemble(*line[1:] if indent else line)
        hung = 0 if indent else hang
        room = console.width if hung else min(console.width, READING_WIDTH)
        for number, wrapped in enumerate(wrapped_text(text, console, room - indent, hung)):
            console.print(Text(" " * (indent or (hung if number else 0))) + wrapped, soft_wrap=True)


def wrapped_text(text: Text, console: Console, width: int, hang: int) -> Iterator[Text]:
    """``text`` in lines of at most ``width`` columns, all but the first shorter by ``hang``."""
    first, *rest = text.wrap(console, max(width, 20)) or [text]
    yield first
    if rest and not hang:
        yield from rest
    elif rest:
        left = text[len(first) :]
        left = left[len(left) - len(left.plain.lstrip()) :]
        yield from left.wrap(console, max(width - hang, 20))


def terminal_width() -> int:
    """Columns of the terminal. rich takes 80 for one that it calls dumb, whatever it says."""
    try:
        return max(20, int(os.environ.get("COLUMNS") or os.get_terminal_size(sys.stdout.fileno()).columns))
    except (OSError, ValueError):
        return 80


def columns_of(text: str) -> int:
    """Columns that ``text`` takes on a terminal: two for a wide letter, none for a mark on another."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(char) in ("Mn", "Me", "Cf") else 2 if east_asian_width(char) in "WF" else 1
        for char in text
    )


def padded(text: str, width: int, *, right: bool = False) -> str:
    """``text`` filled up with blanks to so many columns."""
    blanks = " " * (width - columns_of(text))
    return blanks + text if right else text + blanks


def plain(line: Line) -> str:
    """A line without its styles."""
    return "".join(text for text, _ in line)


def day(told: str, dated_from: str) -> str:
    """A day as lists show it, with "?" when it is not that of a publication date."""
    return told + ("" if dated_from in ("published", "user") else "?")


def origin_sentence(clipping: Clipping) -> str:
    """The date and where it came from, in words."""
    reason = {
        "published": f"published, from {clipping.article.origins.get('published', 'the page')}",
        "user": "set by you",
        "page_timestamp": "a time on the page, not a publication date",
        "fetched": "the day it was fetched: the page gives no date",
    }
    return f"{day(clipping.day, clipping.dated_from)} ({reason[clipping.dated_from]})"


def card(outcome: Outcome, *, dry_run: bool = False) -> Iterator[Line]:
    """What became of one input: title, source, date and its origin, authors, people, words, cuts."""
    clipping = outcome.clipping
    if clipping is None:
        return
    word = "would add" if dry_run and outcome.status == "added" else outcome.status
    number = "" if outcome.id is None else f" {outcome.id}"
    article = clipping.article
    yield (
        (word + number, "green" if outcome.status == "added" else "yellow"),
        ("  ", ""),
        (safe(article.title), "bold"),
    )
    yield from about(clipping, indent="    ")
    if outcome.status == "added":
        yield (("    ", ""), (f"{article.words} words{cuts(article)}", "dim"))
        for warning in article.warnings:
            yield (("    ", ""), (f"note: {safe(warning)}", "yellow"))


def about(clipping: Clipping, indent: str = "") -> Iterator[Line]:
    """Source, date, authors and people of a clipping."""
    article = clipping.article
    place = article.source.name or article.source.domain or "no source"
    credit = f", crediting {article.credited}" if article.credited else ""
    yield ((indent, ""), (safe(place + credit), "cyan"), (" · ", "dim"), (origin_sentence(clipping), ""))
    if article.authors:
        yield ((indent, ""), (f"By {safe(joined(article.authors))}", ""))
    if clipping.people:
        yield ((indent, ""), ("people: ", "dim"), (safe(named(clipping.people)), "magenta"))


def named(people: Sequence[Person]) -> str:
    """People of one story, the major ones first, passing mentions in parentheses."""
    ordered = sorted(people, key=lambda person: (person.passing, not person.major))
    return ", ".join(f"({person.name})" if person.passing else person.name for person in ordered)


def joined(names: Sequence[str]) -> str:
    """Names as a sentence lists them."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def cuts(article: Article) -> str:
    """What was cut from the text, by rule, or nothing."""
    counts: dict[str, int] = {}
    for cut in article.removed:
        counts[cut.rule] = counts.get(cut.rule, 0) + 1
    if not counts:
        return ""
    listed = ", ".join(rule if count == 1 else f"{rule} ×{count}" for rule, count in counts.items())
    return f", cut: {listed}"


def hits(found: Sequence[Hit], *, snippets: bool = True) -> Iterator[Line]:
    """Search results: number, day, source and title on one line, the place of the hit below."""
    sources = [safe(hit.source) or "no source" for hit in found]
    width = min(WIDEST_SOURCE, max(map(columns_of, sources), default=0))
    for hit, source in zip(found, sources, strict=True):
        yield (
            (f"{hit.id:>4}", "green"),
            ("  ", ""),
            (f"{day(hit.day, hit.dated_from):11}", ""),
            ("  ", ""),
            (padded(source, width), "cyan" if hit.source else "dim"),
            ("  ", ""),
            (safe(hit.title), "bold"),
        )
        if hit.snippet and snippets:
            yield (("      ", ""), *marked(hit.snippet))


def marked(snippet: str) -> Iterator[Piece]:
    """A snippet's pieces; hits are bold on a terminal and stand between asterisks in a pipe."""
    star = "" if sys.stdout.isatty() else "*"
    flat = " ".join(snippet.split())
    for number, part in enumerate(flat.split("\ue000")):
        hit, mark, rest = part.partition("\ue001")
        if number and mark:
            yield (f"{star}{safe(hit)}{star}", "bold yellow")
            yield (safe(rest), "dim")
        else:
            yield (safe(part), "dim")


def reading(clipping: Clipping) -> Iterator[Line]:
    """A clipping to read: head, text, captions, address."""
    article = clipping.article
    yield from head(clipping)
    yield from text_lines(article)
    if article.captions:
        yield ()
        yield (("Captions", "dim"),)
        for caption in article.captions:
            yield (("  ", ""), (safe(caption), "dim"))


def head(clipping: Clipping) -> Iterator[Line]:
    """Title, source, date, authors, people, address and number of a clipping."""
    article = clipping.article
    stored = f"clipping {clipping.id}, added {clipping.added[:10]}" if clipping.id else "not stored"
    yield ((safe(article.title), "bold"),)
    yield from about(clipping)
    yield ((safe(article.canonical_url or article.url or "no address"), "dim"),)
    yield ((f"{stored}, {article.words} words{cuts(article)}", "dim"),)


def text_lines(article: Article) -> Iterator[Line]:
    """The paragraphs, a blank line before each; subheadings bold, quotations and lists set off."""
    layout = article.layout
    for number, paragraph in enumerate(article.text.split("\n") if article.text else ()):
        kind = layout[number] if number < len(layout) else "p"
        if not (kind == "l" and number and layout[number - 1] == "l"):
            yield ()
        if kind == "h":
            yield ((safe(paragraph), "bold"),)
        elif kind in "qe":
            yield (("  ", ""), (safe(paragraph), "italic"))
        elif kind == "l":
            yield (("  ", ""), (f"• {safe(paragraph)}", ""))
        else:
            yield ((safe(paragraph), ""),)


def removed(article: Article) -> Iterator[Line]:
    """Every line that was cut, with the rule that cut it."""
    for cut in article.removed:
        yield ((f"{cut.rule}: ", "yellow"), (safe(cut.text), ""))


# As `git diff --word-diff` writes them, readable without colour.
CHANGE_MARKS = {"removed": ("[-", "-]", "red"), "added": ("{+", "+}", "green")}
AROUND = 60


def renewal(renewed: Renewal, *, dry_run: bool) -> Iterator[Line]:
    """What changed in a clipping, word by word, with a little of what stayed around it."""
    word = "would change" if dry_run else "changed"
    yield ((f"{word} {renewed.id}", "yellow"), ("  ", ""), (safe(renewed.title), "bold"))
    for name, runs in renewed.changed:
        for number, run in enumerate(runs):
            if run.kind in CHANGE_MARKS:
                yield changed_line(name, runs, number)


def changed_line(name: str, runs: Sequence[Change], number: int) -> Line:
    """One run that differs, between the ends of its neighbours that do not."""
    opening, closing, style = CHANGE_MARKS[runs[number].kind]
    before = runs[number - 1].text if number and runs[number - 1].kind == "same" else ""
    after = runs[number + 1].text if number + 1 < len(runs) and runs[number + 1].kind == "same" else ""
    told = " ¶ ".join(runs[number].text.strip().split("\n"))
    return (
        ("    ", ""),
        (f"{name}: ", "dim"),
        (safe(before.rsplit("\n", 1)[-1][-AROUND:]), "dim"),
        (f"{opening}{safe(told)}{closing}", style),
        (safe(" " + after.split("\n", 1)[0][:AROUND]).rstrip(), "dim"),
    )


def profile(known: Profile) -> Iterator[Line]:
    """All about one person, section by section."""
    row = known.person
    yield ((safe(row.name), "bold"), (f"  number {row.id}", "dim"))
    yield ((f"{counted(row.clippings, 'clipping')}, major in {row.major}, {row.first} to {row.last}", ""),)
    yield from section("Names", (name_line(alias) for alias in known.aliases))
    yield from section("Titles", (title_line(title) for title in known.titles))
    yield from section("Months", bars(known.months))
    yield from section("Named with", (company_line(other) for other in known.company))
    yield from section("Clippings, the major ones first", (row_line(row) for row in known.clippings))


def counted(number: int, thing: str) -> str:
    """A number and what is counted, in the plural where it is one."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def section(name: str, lines: Iterator[Line]) -> Iterator[Line]:
    """A heading and its lines, nothing when there are none."""
    for number, line in enumerate(lines):
        if not number:
            yield ()
            yield ((name, "dim"),)
        yield (("  ", ""), *line)


def name_line(alias: Alias) -> Line:
    """A name, how often it is used and why it is the person's."""
    return ((safe(alias.name), "magenta"), (f"  ×{alias.clippings}  {safe(alias.reason)}", "dim"))


def title_line(title: Title) -> Line:
    """A title with the time in which clippings gave it."""
    return (
        (safe(title.title), ""),
        (f"  ×{title.clippings}  {title.first} to {title.last}", "dim"),
    )


def company_line(other: PersonRow) -> Line:
    """Somebody who is named in the same clippings."""
    return ((safe(other.name), "magenta"), (f"  ×{other.clippings}", "dim"))


def row_line(row: Row) -> Line:
    """A clipping on one line."""
    about = (f"{row.id:>4}", "green"), (f"  {day(row.day, row.dated_from):11}  ", "")
    return (*about, (safe(row.source), "cyan"), ("  ", ""), (safe(row.title), "bold"))


def bars(months: Sequence[tuple[str, int]]) -> Iterator[Line]:
    """A bar for each month in which somebody is named; months without are left out, "…" where a gap is."""
    most = max((count for _, count in months), default=0)
    before = ""
    for month, count in months:
        if before and months_between(before, month) > 1:
            yield (("…", "dim"),)
        yield (
            (f"{month}  ", ""),
            ("█" * max(1, round(40 * count / max(most, 40))), "cyan"),
            (f" {count}", "dim"),
        )
        before = month


def months_between(first: str, second: str) -> int:
    """Months from one YYYY-MM to another; dates of a year only count as its January."""
    a, b = (int(month[:4]) * 12 + int(month[5:7] or 1) for month in (first, second))
    return b - a


def candidate(known: Candidate) -> Iterator[Line]:
    """Somebody of one word and the people whom it may mean."""
    titles = ", ".join(title.title for title in known.titles)
    yield ((safe(known.person.name), "bold"), (f"  ×{known.person.clippings}  {safe(titles)}", "dim"))
    for person in known.possible:
        yield (
            ("    ", ""),
            ("perhaps ", "dim"),
            (safe(person.name), "magenta"),
            (f"  number {person.id}", "dim"),
        )


def facts(known: Mapping[str, Any]) -> Iterator[Line]:
    """Names and values, one a line."""
    width = max(len(name) for name in known)
    for name, value in known.items():
        shown = f"{value:,}" if isinstance(value, int) else str(value)
        yield ((name.replace("_", " ").ljust(width + 2), "dim"), (safe(shown), ""))


def grid(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Write rows as a table on a terminal, as aligned plain lines in a pipe."""
    from clipper.export.tables import cell

    kept = list(rows)
    cells = [[safe(cell(row.get(name), raw=True)) for name in columns] for row in kept]
    if not cells:
        return
    right = [all(isinstance(row.get(name), int) for row in kept) for name in columns]
    if not sys.stdout.isatty():
        widths = [max(columns_of(row[n]) for row in cells) for n in range(len(columns))]
        for row in cells:
            parts = (
                padded(text, width, right=to) for text, width, to in zip(row, widths, right, strict=True)
            )
            sys.stdout.write("  ".join(parts).rstrip() + "\n")
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, header_style="dim", pad_edge=False)
    for name, to in zip(columns, right, strict=True):
        drawn.add_column(name.replace("_", " "), overflow="fold", justify="right" if to else "left")
    for row in cells:
        drawn.add_row(*(Text(text) for text in row))
    Console(highlight=False, width=terminal_width(), height=25).print(drawn)
