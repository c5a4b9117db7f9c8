"""What names another outlet as the story's first home, in one order -> the outlet that is credited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from clipper.extract.fields import jsonld
from clipper.extract.fields.agencies import AGENCIES
from clipper.extract.fields.evidence import Evidence
from clipper.extract.fields.found import NOTHING, Found
from clipper.extract.fields.place import foreign_canonical
from clipper.patterns import pattern
from clipper.text import folded, one_line
from clipper.urls import registered_domain

_SOURCES = (
    "syndication-source",
    "original-source",
    "article:original_source",
    "og:original_source",
    "copyright-holder-x",
)
_NOTES = pattern(
    r"(?:this|the)\s+(?:story|article|piece|report|post|column|essay|interview)\s+(?:was\s+|"
    r"has\s+been\s+)?(?:originally\s+|first\s+)+"
    r"(?:published|appeared|ran|posted|produced)\s+(?:by|in|on|at)\s+(?P<outlet>[^.;()]{2,60}?)(?=[.;(]|"
    r"\s+(?:and|on|in|under|as)\s|$)"
    r"|^(?:originally|first)\s+(?:published|appeared)\s+(?:by|in|on|"
    r"at)\s+(?P<outlet2>[^.;()]{2,60}?)(?=[.;(]|\s+(?:and|on|in)\s|$)"
    r"|^(?:quelle|source|fuente|fonte|bron|kilde|källa|źródło|источник|kaynak|sumber|出典|来源|"
    r"출처)\s*[:：]\s*(?P<outlet3>[^.;()]{2,40})$",
    re.IGNORECASE,
)


def find_credited(
    evidence: Evidence, *, noted: str | None, agency: str, agencies: Iterable[str], lines: Iterable[str]
) -> Found:
    """The other outlet or agency that a story credits.

    The order of evidence: ``noted``, what the cleaner read off a credit line; a sentence that names the
    first publisher; the ``agency`` of the dateline; ``agencies`` among the authors; meta elements and
    JSON-LD that name a source; a canonical address on another site. The site itself is never its own
    credit.
    """
    own = _own_names(evidence)
    said = (noted or "", *_noted(lines))
    candidates = chain(
        (Found(outlet, "sentence" if number else "credit line") for number, outlet in enumerate(said)),
        [Found(agency, "dateline")],
        (Found(name, "authors") for name in agencies),
        (Found(_name_of(evidence.document.first(name)), f"meta:{name}") for name in _SOURCES),
        (Found(name, "json-ld:source") for name in _node_sources(evidence)),
        (Found(foreign_canonical(evidence), "link:canonical") for _ in range(1)),
    )
    return next((one for one in candidates if one.value and not _is_own(one.value, own)), NOTHING)


def _noted(lines: Iterable[str]) -> list[str]:
    """Outlets named by a sentence among the first or last lines."""
    known = list(lines)
    found = []
    for line in [*known[:3], *known[-4:]] if len(known) > 7 else known:
        match = _NOTES.search(line) if len(line) < 400 else None
        outlet = next((part for part in match.groups() if part), "") if match else ""
        if outlet and (outlet[0].isupper() or outlet.startswith("the ")):
            found.append(one_line(outlet).removeprefix("the ").strip("\"'“”‘’ "))
    return found


def _node_sources(evidence: Evidence) -> list[str]:
    found = []
    for node in evidence.nodes[:2]:
        for key in ("sourceOrganization", "isBasedOn", "isBasedOnUrl"):
            name = jsonld.text(node.get(key))
            found.append(_name_of(name))
    return found


def _name_of(said: str) -> str:
    return registered_domain(said) if said.startswith("http") else one_line(said)[:60]


def _own_names(evidence: Evidence) -> frozenset[str]:
    own = {name.replace(" ", "") for name in evidence.house}
    own |= {word for name in evidence.site_names[:3] for word in folded(name).split() if word in AGENCIES}
    domain = registered_domain(evidence.document.url)
    return frozenset((own | {domain.replace(".", " ").replace(" ", ""), domain.split(".")[0]}) - {""})


def _is_own(name: str, own: frozenset[str]) -> bool:
    squeezed = folded(name).replace(" ", "")
    return squeezed in own or any(
        len(mine) > 4 and (mine in squeezed or squeezed in mine) and len(squeezed) > 3 for mine in own
    )
