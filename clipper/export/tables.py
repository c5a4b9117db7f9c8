"""Rows of plain values -> CSV (RFC 4180), TSV, JSON or one JSON object a line, as pieces of text.

Every row has the same keys in the same order as ``columns``. Pieces end in a line break, so that a
caller can write each as it comes and memory stays flat however long the export is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

Form = Literal["json", "nl", "csv", "tsv"]

# A spreadsheet reads a cell that begins with one of these as a formula (CWE-1236, OWASP "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], form: Form, *, raw: bool = False
) -> Iterator[str]:
    """Yield ``rows`` in ``form``; ``raw`` leaves cells that begin a formula as they are."""
    if form == "json":
        return json_array(rows)
    if form == "nl":
        return json_lines(rows)
    if form == "tsv":
        return tsv_lines(rows, columns)
    return csv_lines(rows, columns, raw=raw)


def json_text(value: Any) -> str:
    """JSON on one line, letters of every script as themselves; lone surrogates escaped, as JSON allows."""
    import json

    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value)
    return text


def json_array(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield one JSON array, an object a line."""
    separator = "["
    for row in rows:
        yield separator + json_text(row)
        separator = ",\n "
    yield "[]\n" if separator == "[" else "]\n"


def json_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield one JSON object a line."""
    for row in rows:
        yield json_text(row) + "\n"


def csv_lines(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], *, raw: bool = False
) -> Iterator[str]:
    """Yield a header and a record per row, lines ending in CR LF as RFC 4180 asks."""
    import csv
    import io

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")

    def line(cells: Iterable[str]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(cells)
        return buffer.getvalue()

    yield line(columns)
    for row in rows:
        yield line(cell(row.get(column), raw=raw) for column in columns)


def tsv_lines(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> Iterator[str]:
    """Yield a header and a line per row; a tab or line break inside a cell becomes a space."""
    yield "\t".join(columns) + "\n"
    for row in rows:
        yield "\t".join(" ".join(cell(row.get(column), raw=True).split()) for column in columns) + "\n"


def cell(value: Any, *, raw: bool = False) -> str:
    """A value as one cell: lists joined by "; ", nothing for None, formulas made harmless unless ``raw``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return str(value)
    text = "; ".join(str(item) for item in value) if isinstance(value, list | tuple) else str(value)
    text = text.encode("utf-8", "replace").decode("utf-8")
    if not raw and text.startswith(FORMULA_STARTS):
        return "'" + text
    return text
