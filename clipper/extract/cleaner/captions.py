"""Lines -> those that are a person's name alone: what is left of a photo when only its caption was copied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from clipper.patterns import pattern

_NAME = pattern(
    r"[A-ZÀ-ÖØ-Þ][\w'’.-]+"
    r"(?: (?:[A-ZÀ-ÖØ-Þ][\w'’-]*\.?|al|bin|da|de|del|den|der|di|dos|du|ibn|la|le|van|von)){1,3}"
)
_OFFICE = (
    r"(?:minister|secretary|president|chancellor|senator|sen|rep|representative|congress(?:wo)?man|governor|gov|mayor"
    r"|general|gen|admiral|adm|colonel|col|lt|maj|capt|captain|sgt|commander|cmdr|chief|director|ambassador|chairman"
    r"|chairwoman|spokes(?:wo)?man|spokesperson|professor|prof|dr|mr|mrs|ms|judge|justice|king|queen|prince|princess"
    r"|pope|analyst|leader|head|official|officer|premier|author|director|candidate|lawyer|attorney|ministers?in"
    r"|präsident(?:in)?|kanzler(?:in)?|ministre|président(?:e)?|ministr[oa]|presidente|generale?|secretari[oa])"
)
_SPOKE = (
    r"(?:,? (?:said|told|says|added|noted|argued|wrote|sagte|erklärte|a déclaré|dijo|ha detto"
    r"|has|had|will|was|is)\b)"
)


class _Line(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...


def lone_names(lines: Sequence[_Line], standing: Iterable[int]) -> list[int]:
    """Places of paragraphs that are nothing but a name which the running text gives to a person.

    The second sign beside the form: the text elsewhere puts an office before that name, or has it speak.
    Subheadings and list items are never taken, nor the last line (a signature) nor two names in a row
    (a list).
    """
    places = list(standing)
    whole = "\n".join(lines[n].text for n in places)
    found = []
    for before, n, after in zip(places, places[1:], places[2:], strict=False):
        line = lines[n]
        if line.kind != "p" or not 5 <= len(line.text) <= 50 or not _NAME.fullmatch(line.text):
            continue
        if all(len(lines[m].text) > 60 for m in (before, after)) and _is_person(line.text, whole):
            found.append(n)
    return found


def _is_person(name: str, whole: str) -> bool:
    escaped = re.escape(name)
    return bool(re.search(rf"(?i:\b{_OFFICE})\.? {escaped}\b|\b{escaped}{_SPOKE}", whole))
