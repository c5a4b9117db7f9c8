"""Two titles -> do they speak for one person, against, or neither: "defense chief" and "Defence Minister".

A title is reduced to its role ("minister"), field ("defense"), nations, kind of life ("government", "sport")
and, for soldiers, level; what is left over names an organisation. The words are in lists/offices.txt.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache, lru_cache

from clipper.people.name_lists import lines, nations
from clipper.people.spelling import fold


class Support(IntEnum):
    """What two sets of titles say about being one person, from against to for."""

    AGAINST = 0
    NOTHING = 1
    RELATED = 2
    GENERIC = 3
    SAME = 4


@dataclass(frozen=True, slots=True)
class Office:
    """A title taken apart; empty where it says nothing. ``level`` is a soldier's rank, 1 to 21, and
    ``rest`` what no list knows: mostly the name of an organisation."""

    role: str
    kind: str
    fields: frozenset[str]
    nations: frozenset[str]
    regions: frozenset[str]
    deputy: bool
    former: bool
    level: int
    service: str
    rest: frozenset[str]


@dataclass(slots=True)
class _Words:
    """lists/offices.txt, by class."""

    phrases: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    roles: dict[str, tuple[str, str]] = field(default_factory=dict)
    tables: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))


@cache
def _words() -> _Words:
    found = _Words()
    for line in lines("offices.txt"):
        name, _, rest = line.partition(" ")
        if name == "phrase":
            phrase, _, plain = rest.partition("=")
            found.phrases[tuple(phrase.split())] = plain.split()
        elif name == "role":
            role, kind, *words = rest.split()
            found.roles |= {word: (role, kind.strip("-")) for word in words}
        elif name in ("lower", "former", "skip"):
            found.tables[name] |= dict.fromkeys(rest.split(), name)
        else:
            first, *words = rest.split()
            found.tables[name] |= dict.fromkeys(words if name != "state" else (first, *words), first)
    return found


def _plain(title: str) -> list[str]:
    """The words of a title, abbreviations and phrases written out, small words dropped."""
    text = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1 ", fold(title))
    known = _words()
    raw = [word for word in re.findall(r"\w+", text.replace("'s ", " ")) if word not in known.tables["skip"]]
    for _ in range(2):  # "defence" first, then "chief defense staff"
        raw = _replaced(raw, known.phrases)
    return raw


def _replaced(raw: list[str], phrases: dict[tuple[str, ...], list[str]]) -> list[str]:
    out, i = [], 0
    while i < len(raw):
        size = next((n for n in (3, 2, 1) if tuple(raw[i : i + n]) in phrases and i + n <= len(raw)), 0)
        out += phrases[tuple(raw[i : i + size])] if size else [raw[i]]
        i += size or 1
    return out


@lru_cache(maxsize=16384)
def office(title: str) -> Office:
    """Take a title apart."""
    words, known = _plain(title), _words()
    level = 0 if "governor" in words else _level(words)
    role, kind = _role(words, level)
    states = known.tables["state"]
    local = kind == "legislature" or role in ("governor", "mayor")
    return Office(
        role=role,
        kind=kind,
        fields=_mapped(words, "field"),
        nations=frozenset(nations()[w] for w in words if w in nations() and not (local and w in states)),
        regions=_mapped(words, "state") if local else frozenset(),
        deputy=any(w in known.tables["lower"] for w in words) and not level,
        former=any(w in known.tables["former"] for w in words),
        level=level,
        service=next(iter(_mapped(words, "service")), ""),
        rest=frozenset(w for w in words if len(w) > 2 and not _understood(w)),
    )


def _mapped(words: list[str], name: str) -> frozenset[str]:
    table = _words().tables[name]
    return frozenset(table[w] for w in words if w in table)


def _understood(word: str) -> bool:
    known = _words()
    return word in known.roles or word in nations() or any(word in table for table in known.tables.values())


def _role(words: list[str], level: int) -> tuple[str, str]:
    """The role and kind of life: "chief justice" is a judge and "police chief" of the police, so the
    general words give way to the special."""
    roles = _words().roles
    known = [roles[w] for w in words if w in roles]
    general = ("chief", "official", "soldier")
    role, kind = next((found for found in known if found[0] not in general), known[0] if known else ("", ""))
    if level and role in ("", "commander", "soldier", "chief", "police", "private", "scholar"):
        return (role if role in ("commander", "chief") else "rank"), "military"
    if "chiefofstaff" in words and (_mapped(words, "service") or {"military", "defense"} & set(words)):
        return "commander", "military"
    if role == "chief" and _mapped(words, "field"):
        kind = "government"
    return role, kind


_COMPOUND_RANKS = {
    "lieutenant colonel": 16,
    "lieutenant commander": 15,
    "sergeant major": 4,
    "rear admiral": 18,
}


def _level(words: list[str]) -> int:
    ranks = _words().tables["rank"]
    found = [w for w in words if w in ranks]
    if not found or (found == ["specialist"] and len(words) > 1):
        return 0
    if {"general", "admiral"} & set(found):
        return 18 if "brigadier" in found or "rear" in words else 20
    if found == ["captain"] and "navy" in words:
        return 17
    return _COMPOUND_RANKS.get(" ".join(found[:2]), int(ranks[found[0]]))


_UNIQUE = frozenset(
    (
        "president",
        "premier",
        "minister",
        "chief",
        "supreme",
        "secgen",
        "governor",
        "mayor",
        "royal",
        "speaker",
        "envoy",
    )
)
_APART = frozenset(("sport", "arts", "religion", "medicine", "crime", "private"))
_CIVIL = frozenset(("government", "legislature", "diplomacy"))
_PUBLIC = _CIVIL | {"", "military"}


def support(
    ours: tuple[str, ...], theirs: tuple[str, ...], gap: float, *, common: bool
) -> tuple[Support, tuple[str, str]]:
    """What the titles of two people of one name say, at best, and the two titles that say it.

    ``gap`` is the years between them; ``common`` marks names that many people bear, for which less is
    needed to keep two apart.
    """
    found = [(a, b, office(a), office(b)) for a in ours for b in theirs if a.strip() and b.strip()]
    if not found:
        return Support.NOTHING, ("", "")
    best = max(((_between(x, y, gap, common), a, b) for a, b, x, y in found), key=lambda each: each[0])
    against = next(((a, b) for a, b, x, y in found if _barred(x, y, gap)), None)
    if against and best[0] < Support.GENERIC:
        return Support.AGAINST, against
    return best[0], best[1:]


def _between(a: Office, b: Office, gap: float, common: bool) -> Support:
    if _barred(a, b, gap) or (common and _conflicting(a, b, gap)):
        return Support.AGAINST
    if not (a.role or a.fields) or not (b.role or b.fields):
        return _unknown_roles(a, b)
    if _same_role(a, b) and a.deputy == b.deputy:
        return _sameness(a, b)
    if a.nations & b.nations or a.rest & b.rest or a.fields & b.fields:
        return Support.RELATED
    return Support.RELATED if a.kind and a.kind == b.kind and _open(a, b) else Support.NOTHING


def _unknown_roles(a: Office, b: Office) -> Support:
    """Titles without a role that we know (State Counsellor): the same words speak for the same office."""
    shared = a.rest & b.rest
    if shared and not a.role and not b.role and shared in (a.rest, b.rest) and _open(a, b):
        return Support.SAME if len(shared) > 1 else Support.GENERIC
    return Support.RELATED if shared or a.nations & b.nations else Support.NOTHING


def _open(a: Office, b: Office) -> bool:
    return not (a.nations and b.nations and not a.nations & b.nations)


def _same_role(a: Office, b: Office) -> bool:
    if {a.role, b.role} <= {"minister", "chief"}:
        bare = a.role == b.role == "minister" and not (a.fields and b.fields)
        return bool(a.fields & b.fields) or bare or bool(a.rest & b.rest)
    if a.kind == b.kind == "military":
        return a.role == b.role or not (a.level and b.level)
    if {a.role, b.role} <= {"senator", "representative", "lawmaker"}:
        return a.role == b.role or "lawmaker" in (a.role, b.role)
    return bool(a.role) and a.role == b.role


def _sameness(a: Office, b: Office) -> Support:
    if not _open(a, b):
        return Support.NOTHING
    if a.kind == "business" and a.rest and b.rest and not a.rest & b.rest:
        return Support.RELATED
    if a.role == "president" and bool(a.nations) != bool(b.nations) and (a.rest or b.rest):
        return Support.RELATED
    anchored = a.nations & b.nations or a.rest & b.rest or a.regions & b.regions or a.fields & b.fields
    unique = a.role in _UNIQUE and b.role in _UNIQUE
    return Support.SAME if unique or anchored else Support.GENERIC


def _barred(a: Office, b: Office, gap: float) -> bool:
    """Whether no one can be expected to hold both titles ``gap`` years apart, whatever the name."""
    former = a.former or b.former
    lives = a.kind and b.kind and a.kind != b.kind and {a.kind, b.kind} & _APART
    junior = (0 < a.level < 16 and b.kind in _CIVIL) or (0 < b.level < 16 and a.kind in _CIVIL)
    return bool(
        (lives and gap <= 6 and not former)
        or (lives and not _open(a, b))
        or (a.regions and b.regions and not a.regions & b.regions and gap <= 10)
        or _other_soldier(a, b, gap)
        or (junior and gap <= 5 and not former)
        or (not _open(a, b) and gap <= 3 and _at_home(a) and _at_home(b))
    )


def _other_soldier(a: Office, b: Office, gap: float) -> bool:
    """Whether two ranks are of two services, or further apart than one career climbs in the time."""
    if not a.level or not b.level:
        return False
    low, high = sorted((a.level, b.level))
    commissioned = low < 10 <= high and gap < 8
    return high - low > 2 + gap or commissioned or bool(a.service and b.service and a.service != b.service)


def _at_home(a: Office) -> bool:
    """Whether the nation of a title is the holder's own and not where he is sent."""
    return a.role not in ("envoy", "") and len(a.nations) == 1


def _conflicting(a: Office, b: Office, gap: float) -> bool:
    """Whether the titles are reason enough to keep two people of a common name apart."""
    if _same_role(a, b):
        other = a.rest and b.rest and not a.rest & b.rest and a.kind != "legislature"
        return not _open(a, b) or bool(other)
    if not _open(a, b):
        return True
    if a.kind in _PUBLIC and b.kind in _PUBLIC:
        return gap < 1 and not a.nations & b.nations
    return a.kind != b.kind
