"""Rows as CSV, TSV and JSON, whatever the cells hold."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from clipper.export.tables import FORMULA_STARTS, cell, csv_lines, json_array, json_lines, tsv_lines

any_text = st.text(st.characters(exclude_categories=()))
encodable = st.text(st.characters(exclude_categories=("Cs",)))


@given(st.lists(st.fixed_dictionaries({"a": encodable, "b": encodable}), max_size=5))
def test_a_raw_csv_reads_back_as_it_was(rows: list[dict[str, str]]) -> None:
    written = "".join(csv_lines(rows, ("a", "b"), raw=True))
    read = list(csv.DictReader(io.StringIO(written, newline="")))
    assert read == rows


@given(any_text)
def test_no_cell_of_a_csv_begins_a_formula(text: str) -> None:
    assert not cell(text).startswith(FORMULA_STARTS)


@given(any_text)
def test_a_safe_cell_holds_the_text_behind_one_apostrophe_at_most(text: str) -> None:
    raw = cell(text, raw=True)
    assert cell(text) in (raw, "'" + raw)


def test_a_negative_number_stays_a_number() -> None:
    assert cell(-5) == "-5"


def test_csv_lines_end_as_rfc_4180_asks() -> None:
    assert "".join(csv_lines([{"a": 'x"y', "b": "1,2"}], ("a", "b"))) == 'a,b\r\n"x""y","1,2"\r\n'


@given(st.lists(st.fixed_dictionaries({"a": any_text, "b": st.integers()}), max_size=5))
def test_a_tsv_has_one_line_per_row_and_no_stray_tab(rows: list[dict[str, object]]) -> None:
    written = "".join(tsv_lines(rows, ("a", "b")))
    assert written.count("\n") == len(rows) + 1
    assert all(line.count("\t") == 1 for line in written.splitlines() if line)


@given(st.lists(st.fixed_dictionaries({"a": any_text}), max_size=5))
def test_json_reads_back_as_it_was_and_can_be_written_as_utf_8(rows: list[dict[str, str]]) -> None:
    array = "".join(json_array(rows))
    lines = "".join(json_lines(rows))
    array.encode("utf-8")
    assert json.loads(array) == rows
    assert [json.loads(line) for line in lines.split("\n") if line] == rows


def test_lists_and_nothing_have_cells_of_their_own() -> None:
    assert cell(("Bob Work", "Leon Panetta")) == "Bob Work; Leon Panetta"
    assert cell(None) == ""
    assert cell(True) == "yes"
