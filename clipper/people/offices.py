"""Two titles -> do they speak for one person, against, or neither: "defense chief" and "Defence Minister".

A title is reduced to its role ("minister"), field ("defense"), nations, kind of life ("government", "sport")
and, for soldiers, level; what is left over names an organisation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from clipper.people.name_lists import nations
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
    """A title taken apart; empty where it says nothing."""

    text: str
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


_PHRASES = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), plain)
    for pattern, plain in (
        (r"u\.? ?s(?:\.? ?a)?|united states", "us"),
        (r"u\.? ?k|united kingdom|great britain", "uk"),
        (
            "(south|north|saudi|new|hong|sri|papua new|costa|sierra|burkina|ivory|el) "
            "(koreans?|korea|arabian?|zealand|kong|lankan?|guinea|rican?|leone|leonean|faso|coast|salvador|"
            "macedonian?|african?|sudan|sudanese)",
            r"\1\2",
        ),
        ("timor-leste|east timor", "timorleste"),
        ("air force", "airforce"),
        ("coast guard", "coastguard"),
        ("marine corps|marines", "marine"),
        ("prime ministers?|pm", "premier"),
        ("sec ?def|pentagon (chief|boss|head)", "defense secretary us"),
        ("top diplomat", "foreign minister"),
        ("(secretary|minister) of state(?! for)", "foreign minister"),
        ("state secretary", "foreign minister"),
        ("secretary[- ]general", "secretarygeneral"),
        ("general secretary", "party chief"),
        ("(attorney|inspector|surgeon|governor|director)[- ]general", r"\1general"),
        ("chief of (the )?(general |defen[cs]e |army |naval |air )?staffs?", "chiefofstaff military"),
        ("joint chiefs( of staff)?", "jointchiefs"),
        ("chief executives?( officer)?|ceo", "chiefexecutive"),
        ("(chief|deputy) (operating|financial|technology) officer|coo|cfo|cto", "executive"),
        ("vice[- ]president", "vice president"),
        ("member of parliament|m ?p", "lawmaker"),
        ("member of congress|(congress|assembly)(wo)?man|congressperson|rep", "representative"),
        ("head of (state)", "president"),
        ("head of government", "premier"),
        ("supreme leader", "supremeleader"),
        ("first lady", "firstlady"),
        ("(external|foreign) (affairs|relations)", "foreign"),
        ("national security", "nationalsecurity"),
        ("home affairs|interior|internal affairs|home(?= (secretary|minister))", "interior"),
        ("homeland security", "homeland"),
        ("exchequer", "finance"),
        ("treasury", "finance"),
        ("lt|lieut", "lieutenant"),
        ("gen", "general"),
        ("brig", "brigadier"),
        ("maj", "major"),
        ("col", "colonel"),
        ("capt", "captain"),
        ("cmdr|cdr", "commander"),
        ("adm|adml", "admiral"),
        ("sgt", "sergeant"),
        ("cpl", "corporal"),
        ("pvt", "private"),
        ("sen", "senator"),
        ("gov", "governor"),
        ("amb", "ambassador"),
        ("sec", "secretary"),
        ("dep", "deputy"),
        ("min", "minister"),
        ("fm", "foreign minister"),
        ("defence", "defense"),
        ("def", "defense"),
        (
            "mr|mrs|ms|miss|sir|dame|lord|lady|dr|the|a|an|of|for|and|to|in|at|on|from|new|his|her|their|hon|right|who|was|is|by|with",
            "",
        ),
    )
)
_ROLES: dict[str, tuple[str, str]] = {}
for _role, _kind, _words in (
    ("president", "government", "president"),
    ("premier", "government", "premier chancellor taoiseach"),
    ("royal", "government", "king queen emperor prince princess sultan emir crown"),
    ("minister", "government", "minister secretary defmin"),
    ("chief", "", "chief head boss leader director chair chairman chairwoman chairperson"),
    ("supreme", "government", "supremeleader"),
    ("secgen", "diplomacy", "secretarygeneral"),
    ("governor", "government", "governor governorgeneral"),
    ("mayor", "government", "mayor"),
    ("senator", "legislature", "senator"),
    ("representative", "legislature", "representative"),
    (
        "lawmaker",
        "legislature",
        "lawmaker legislator parliamentarian councilor councillor assemblyman delegate backbencher",
    ),
    ("speaker", "legislature", "speaker"),
    ("envoy", "diplomacy", "ambassador envoy diplomat consul negotiator"),
    ("spokesman", "government", "spokesman spokeswoman spokesperson"),
    ("adviser", "government", "adviser advisor aide"),
    ("official", "government", "official undersecretary"),
    ("politician", "legislature", "politician candidate oppositionleader dictator strongman"),
    ("commander", "military", "commander commandant chiefofstaff jointchiefs"),
    ("soldier", "military", "soldier sailor airman marine pilot veteran"),
    ("police", "police", "police sheriff detective inspector constable officer superintendent"),
    ("judge", "law", "judge justice magistrate"),
    ("lawyer", "law", "lawyer attorney attorneygeneral prosecutor solicitor barrister"),
    (
        "executive",
        "business",
        "chiefexecutive executive founder cofounder businessman businesswoman entrepreneur banker "
        "billionaire investor manager tycoon owner",
    ),
    (
        "scholar",
        "academia",
        "professor lecturer scholar fellow analyst researcher expert historian economist "
        "academic dean provost specialist",
    ),
    (
        "scientist",
        "science",
        "scientist physicist biologist chemist astronomer astronaut mathematician epidemiologist engineer",
    ),
    ("doctor", "medicine", "doctor surgeon physician nurse surgeongeneral dentist pediatrician"),
    (
        "journalist",
        "media",
        "journalist reporter correspondent editor columnist anchor broadcaster presenter photographer",
    ),
    (
        "athlete",
        "sport",
        "player striker goalkeeper midfielder defender quarterback pitcher golfer swimmer runner boxer "
        "cricketer footballer sprinter cyclist skier champion olympian coach batsman winger forward "
        "linebacker jockey skater wrestler gymnast guard racer tennis basketball football baseball "
        "hockey soccer cricket rugby athlete",
    ),
    (
        "artist",
        "arts",
        "actor actress singer novelist author writer poet painter rapper musician comedian filmmaker composer "
        "guitarist drummer playwright sculptor designer chef architect artist dancer model",
    ),
    (
        "cleric",
        "religion",
        "bishop archbishop pope cardinal pastor rabbi imam priest reverend minister-religious cleric vicar "
        "monk nun",
    ),
    (
        "suspect",
        "crime",
        "suspect gunman victim defendant convict inmate murderer killer robber fugitive shooter",
    ),
    (
        "private",
        "private",
        "resident student teacher farmer driver shopkeeper fisherman plumber waiter neighbor neighbour "
        "retiree pensioner homeowner survivor passenger witness mechanic carpenter firefighter librarian",
    ),
    ("activist", "activism", "activist dissident campaigner protester rebel"),
):
    _ROLES |= dict.fromkeys(_words.split(), (_role, _kind))
_RANKS = {
    "private": 1, "seaman": 1, "corporal": 2, "specialist": 2, "sergeant": 3, "petty": 3, "ensign": 11,
    "lieutenant": 12, "captain": 14, "major": 15, "commander": 16, "colonel": 17, "brigadier": 18, "general": 20,
    "admiral": 20, "marshal": 21,
}  # fmt: skip
_SERVICES = {
    "army": "land", "navy": "sea", "naval": "sea", "airforce": "air", "marine": "marine", "coastguard": "coast",
    "admiral": "sea", "ensign": "sea", "seaman": "sea", "petty": "sea",
}  # fmt: skip
_FIELDS = dict.fromkeys(
    ["defense", "foreign", "finance", "interior", "homeland", "energy", "health", "justice", "trade", "commerce", "education", "agriculture", "transport", "labor", "environment", "intelligence", "nationalsecurity", "army", "navy", "airforce", "marine", "police", "security", "economy", "culture", "opposition", "party", "central", "bank", "deputy-prime"]
) | {
    "economic": "economy", "naval": "navy", "military": "military", "transportation": "transport", "farm": "agriculture",
    "spy": "intelligence", "cabinet": "cabinet", "labour": "labor", "financial": "finance",
}  # fmt: skip
_STATES = {
    abbreviation: state
    for state, abbreviations in (
        pair.split(":")
        for pair in [
            "alabama:ala",
            "alaska:alaska",
            "arizona:ariz",
            "arkansas:ark",
            "california:calif",
            "colorado:colo",
            "connecticut:conn",
            "delaware:del",
            "florida:fla",
            "georgia:ga",
            "hawaii:hawaii",
            "idaho:idaho",
            "illinois:ill",
            "indiana:ind",
            "iowa:iowa",
            "kansas:kan",
            "kentucky:ky",
            "louisiana:la",
            "maine:maine",
            "maryland:md",
            "massachusetts:mass",
            "michigan:mich",
            "minnesota:minn",
            "mississippi:miss",
            "missouri:mo",
            "montana:mont",
            "nebraska:neb",
            "nevada:nev",
            "ohio:ohio",
            "oklahoma:okla",
            "oregon:ore",
            "pennsylvania:pa",
            "tennessee:tenn",
            "texas:tex",
            "utah:utah",
            "vermont:vt",
            "virginia:va",
            "wisconsin:wis",
            "wyoming:wyo",
        ]
    )
    for abbreviation in (abbreviations, state)
}
_LEVELS = frozenset(["deputy", "vice", "under", "assistant", "associate", "junior"])
_FORMER = frozenset(
    [
        "former",
        "ex",
        "then",
        "late",
        "retired",
        "ret",
        "onetime",
        "outgoing",
        "designate",
        "elect",
        "nominee",
        "incoming",
    ]
)


@lru_cache(maxsize=16384)
def office(title: str) -> Office:
    """Take a title apart."""
    plain = re.sub(r"[^\w.\s-]", " ", fold(title).replace("'s ", " "))
    plain = re.sub(
        r"(?<=[a-z]{2})\.|(?<=\b[a-z])\.(?= |$)", " ", plain.replace(". ", " ") if "." in plain else plain
    )
    plain = re.sub(
        r"\bex-", "ex ", re.sub("-(?!general)", " ", re.sub(r"\b(ex|then|vice|secretary)-", r"\1 ", plain))
    )
    for pattern, replacement in _PHRASES:
        plain = pattern.sub(replacement, plain)
    return _sorted_out(title, plain.replace(".", " ").split())


def _sorted_out(title: str, words: list[str]) -> Office:
    ranked = [_RANKS[w] for w in words if w in _RANKS]
    elsewhere = {"general", "lieutenant"} & set(words) and "governor" in words
    known = [_ROLES[w] for w in words if w in _ROLES and not (w == "specialist" and len(words) == 1)]
    level = 0 if not ranked or elsewhere else min(ranked) if ranked[0] == 20 else _rank(words)
    role, kind = _best(known) if known else ("", "")
    if level and (
        not known
        or role in ("commander", "soldier", "chief", "police", "private")
        or (role == "scholar" and level < 4)
    ):
        role, kind = (role if role in ("commander", "chief") else "rank"), "military"
    if role == "chief" and not kind:
        kind = "government" if any(w in _FIELDS for w in words) else ""
    regions = frozenset(_STATES[w] for w in words if w in _STATES)
    local = role in ("senator", "representative", "governor", "mayor", "lawmaker") and "georgia" in regions
    return Office(
        text=title,
        role=role,
        kind=kind,
        fields=frozenset(_FIELDS[w] or w for w in words if w in _FIELDS),
        nations=frozenset(nations()[w] for w in words if w in nations() and not (local and w == "georgia")),
        regions=regions if kind in ("legislature", "government") else frozenset(),
        deputy=any(w in _LEVELS for w in words) and not level,
        former=any(w in _FORMER for w in words),
        level=level,
        service=next((_SERVICES[w] for w in words if w in _SERVICES), ""),
        rest=frozenset(w for w in words if len(w) > 2 and not _understood(w)),
    )


def _understood(word: str) -> bool:
    known = (_ROLES, _RANKS, _SERVICES, _FIELDS, _STATES, _LEVELS, _FORMER, nations())
    return any(word in table for table in known)


def _best(known: list[tuple[str, str]]) -> tuple[str, str]:
    """ "Chief justice" is a judge, "police chief" of the police: chief and minister give way to the special."""
    special = [found for found in known if found[0] not in ("chief", "official", "soldier")]
    return special[0] if special else known[0]


def _rank(words: list[str]) -> int:
    found = [w for w in words if w in _RANKS]
    pairs = {"lieutenant general": 20, "major general": 20, "brigadier general": 18, "lieutenant colonel": 16,
             "lieutenant commander": 15, "sergeant major": 4, "vice admiral": 20, "rear admiral": 18}  # fmt: skip
    return pairs.get(
        " ".join(found[:2]), 17 if found[0] == "captain" and "navy" in words else _RANKS[found[0]]
    )


_CABINET = frozenset(("minister", "chief"))
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
_PUBLIC = frozenset(("", "government", "legislature", "diplomacy", "military"))
_CIVIL = frozenset(("government", "legislature", "diplomacy"))


def support(
    ours: tuple[str, ...], theirs: tuple[str, ...], gap: float, *, common: bool
) -> tuple[Support, str]:
    """What the titles of two people of one name say, at best; ``gap`` in years, ``common`` for names that
    many people bear. The text says which titles agree or conflict."""
    found = [
        (_between(office(a), office(b), gap, common), a, b)
        for a in ours
        for b in theirs
        if a.strip() and b.strip()
    ]
    if not found:
        return Support.NOTHING, ""
    if any(_barred(office(a), office(b), gap) for _, a, b in found):
        _, a, b = next(f for f in found if _barred(office(f[1]), office(f[2]), gap))
        if max(found)[0] < Support.GENERIC:
            return Support.AGAINST, f'"{a}" and "{b}"'
    best, a, b = max(found)
    return best, f'"{a}"' if fold(a) == fold(b) else f'"{a}" and "{b}"'


def _between(a: Office, b: Office, gap: float, common: bool) -> Support:
    if _barred(a, b, gap) or (common and _conflicting(a, b, gap)):
        return Support.AGAINST
    if not (a.role or a.fields) or not (b.role or b.fields):
        return Support.RELATED if (a.nations & b.nations) or (a.rest & b.rest) else Support.NOTHING
    if _same_role(a, b) and a.deputy == b.deputy:
        return _sameness(a, b)
    if a.nations & b.nations or a.rest & b.rest or a.fields & b.fields:
        return Support.RELATED
    return Support.RELATED if a.kind and a.kind == b.kind and _open(a, b) else Support.NOTHING


def _open(a: Office, b: Office) -> bool:
    return not (a.nations and b.nations and not a.nations & b.nations)


def _same_role(a: Office, b: Office) -> bool:
    if {a.role, b.role} <= _CABINET:
        both = a.fields & b.fields
        return (
            bool(both)
            or (a.role == b.role and not a.fields and not b.fields and a.role != "chief")
            or bool(a.rest & b.rest)
        )
    if "military" in (a.kind, b.kind) and a.kind == b.kind:
        return a.role == b.role or not (a.level and b.level)
    if {a.role, b.role} <= {"senator", "representative", "lawmaker"}:
        return a.role == b.role or "lawmaker" in (a.role, b.role)
    return bool(a.role) and a.role == b.role


def _sameness(a: Office, b: Office) -> Support:
    if not _open(a, b) or (a.kind == "business" and a.rest and b.rest and not a.rest & b.rest):
        return Support.RELATED if _open(a, b) else Support.NOTHING
    if a.role == "president" and bool(a.nations) != bool(b.nations) and (a.rest or b.rest):
        return Support.RELATED
    anchored = a.nations & b.nations or a.rest & b.rest or a.regions & b.regions or a.fields & b.fields
    unique = a.role in _UNIQUE and b.role in _UNIQUE
    return Support.SAME if unique or anchored else Support.GENERIC


def _barred(a: Office, b: Office, gap: float) -> bool:
    """Whether no one can hold both titles ``gap`` years apart, whatever the name."""
    former = a.former or b.former
    if a.kind != b.kind and {a.kind, b.kind} & _APART and a.kind and b.kind and gap <= 6 and not former:
        return True
    if a.regions and b.regions and not a.regions & b.regions and gap <= 10:
        return True
    if (
        a.level
        and b.level
        and (
            abs(a.level - b.level) > 2 + gap
            or (min(a.level, b.level) < 10 <= max(a.level, b.level) and gap < 8)
        )
    ):
        return True
    if a.service and b.service and a.service != b.service and a.level and b.level:
        return True
    junior = (0 < a.level < 16 and b.kind in _CIVIL) or (0 < b.level < 16 and a.kind in _CIVIL)
    if junior and gap <= 5 and not former:
        return True
    return not _open(a, b) and gap <= 3 and _bound(a) and _bound(b)


def _bound(a: Office) -> bool:
    """Whether the nations of a title are the holder's own and not where he is sent."""
    return a.role not in ("envoy", "") and len(a.nations) == 1


def _conflicting(a: Office, b: Office, gap: float) -> bool:
    """Whether the titles are reason enough to keep two people of a very common name apart."""
    if _same_role(a, b):
        return not _open(a, b) or bool(
            a.rest and b.rest and not a.rest & b.rest and a.kind not in ("legislature",)
        )
    if not _open(a, b):
        return True
    if a.kind in _PUBLIC and b.kind in _PUBLIC:
        return gap < 1 and not a.nations & b.nations
    return a.kind != b.kind
