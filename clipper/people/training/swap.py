"""A document -> the same document with other people in it: names of all origins in the same sentences.

A model that sees a sentence once with Smith and once with Mbonimpa learns the sentence, not the name.
Places and organisations of one word are swapped too, for invented ones, so that an unfamiliar word is
judged by what stands around it.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from importlib.resources import files

from clipper.people.features import word_class
from clipper.people.link import Spotted, link
from clipper.people.sheet import read
from clipper.people.training.corpora import Document

_HYBRIDS = 0.12
_INVENTED = 0.25
_STRANGERS = 0.4
_VIRTUES = 0.04
_LONG = 0.12
# Given names that are ordinary words, as they are in Africa and America.
VIRTUES = [
    "Friday",
    "Sunday",
    "Monday",
    "Thursday",
    "Blessing",
    "Innocent",
    "Prince",
    "Hope",
    "Grace",
    "Justice",
    "Precious",
    "Patience",
    "Lucky",
    "Goodluck",
    "Fortune",
    "Comfort",
    "Peace",
    "Mercy",
    "Gift",
    "Wisdom",
    "Success",
    "Faith",
    "Joy",
    "Charity",
    "Honest",
    "Happiness",
    "Beauty",
    "Love",
    "Princess",
    "Freedom",
    "Liberty",
    "Victory",
    "Glory",
    "Godfrey",
    "Goodwill",
    "Given",
    "Will",
    "Mark",
    "Bill",
    "Rich",
    "Grant",
    "Art",
    "Pat",
    "Rob",
    "Jack",
    "Chase",
    "Hunter",
    "Mason",
    "Cooper",
    "Tanner",
    "Paris",
    "Florence",
    "Austin",
    "Dallas",
    "Jordan",
    "Chelsea",
    "Georgia",
    "Virginia",
    "India",
    "Israel",
    "Rose",
    "Daisy",
    "Lily",
    "Violet",
    "Ruby",
    "Pearl",
    "Amber",
    "Dawn",
    "April",
    "May",
    "June",
    "August",
    "Summer",
    "Autumn",
]


@dataclass(frozen=True, slots=True)
class Origin:
    """Names of one origin and the patterns in which they stand."""

    forms: tuple[str, ...]
    given: tuple[str, ...]
    surnames: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A made-up person: the full form, and what a lone given name and a lone surname look like."""

    full: str
    given: str
    surname: str


def origins() -> list[Origin]:
    """The origins of origins.txt."""
    lines = (files("clipper.people.training") / "origins.txt").read_text(encoding="utf8").split("\n")
    lines = [line for line in lines if line and not line.startswith("#")]
    return [
        Origin(tuple(head.split("|")[1].split()), tuple(given.split()), tuple(surnames.split()))
        for head, given, surnames in zip(lines[::3], lines[1::3], lines[2::3], strict=True)
    ]


def listed(name: str) -> set[str]:
    """The words of clipper's own list ``places`` or ``groups``."""
    return set((files("clipper.people.training") / f"{name}.txt").read_text(encoding="utf8").split())


class Inventor:
    """Words that nobody has seen, letter by letter after those of a list."""

    def __init__(self, words: list[str], dice: random.Random) -> None:
        self._next: dict[str, list[str]] = defaultdict(list)
        self._dice = dice
        for word in words:
            padded = f"^^{word}$"
            for i in range(len(padded) - 2):
                self._next[padded[i : i + 2]].append(padded[i + 2])

    def word(self) -> str:
        """A new word of 3 to 12 letters, capitalised."""
        while True:
            out = "^^"
            while out[-1] != "$" and len(out) < 16:
                out += self._dice.choice(self._next[out[-2:]])
            made = out.strip("^$")
            if 4 <= len(made) <= 12 and made.isalpha():
                return made.capitalize()


class Swapper:
    """Deals names to documents; the same seed deals the same names."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self._origins = origins()
        first = {"CN", "KR", "VN"}
        self._families = {s.lower() for o in self._origins if first & set(o.forms) for s in o.surnames}
        self._people_maker = Inventor(
            [s.lower() for o in self._origins for s in o.surnames + o.given], self._dice
        )
        self._place_maker = Inventor(sorted(listed("places") | listed("groups")), self._dice)

    def name(self) -> Name:
        """A made-up person of some origin."""
        dice = self._dice
        origin = dice.choice(self._origins)
        other = dice.choice(self._origins) if dice.random() < _HYBRIDS else origin
        invent = dice.random() < _INVENTED
        given = self._people_maker.word() if invent and dice.random() < 0.6 else dice.choice(origin.given)
        surname = self._people_maker.word() if invent else dice.choice(other.surnames)
        if dice.random() < _VIRTUES and "-" not in given:
            given = dice.choice(VIRTUES)
        form = dice.choice(origin.forms)
        if form == "GS" and dice.random() < _LONG:
            form = dice.choice(("G3", "G3", "G4", "G4", "G5", "SS", "NICK"))
        return self._form(form, given, surname, origin)

    def _form(self, form: str, given: str, surname: str, origin: Origin) -> Name:
        dice = self._dice
        second, more = dice.choice(origin.given), dice.choice(origin.surnames)
        if form in ("CN", "KR", "VN", "SGJ", "KS", "CH"):
            return self._family_first(form, given, surname, second)
        if form == "ALS":
            stem = dice.choice(("al-", "al-", "Al-", "el-", "Al ", "al "))
            surname = stem + surname
        if form in ("VAN", "DE", "DA", "BEN"):
            pools = {
                "VAN": ("van ", "von ", "van der ", "van den ", "von der ", "de ", "ter ", "zu "),
                "DE": ("de ", "de la ", "del ", "de los ", "di ", "De ", "della "),
                "DA": ("da ", "dos ", "de ", "do "),
                "BEN": ("Ben-", "Ben ", "Bar-"),
            }
            surname = dice.choice(pools[form]) + surname
        kind, _, particles = form.partition(":")
        if kind in ("MID", "PRE"):
            particle = dice.choice(particles.split(",")).replace("_", " ")
            stem = particle if particle[-1] in "-'" else particle + " "
            return Name(f"{given} {stem}{surname}", given, stem + surname if kind == "PRE" else surname)
        patronymic = second.rstrip("aeiouy") + dice.choice(("ovich", "evich", "ovna", "uly", "ovych"))
        son, article = dice.choice(("bin", "bin", "ibn", "bin")), dice.choice(("", "al-", "Al "))
        full = {
            "PAT": f"{given} {patronymic} {surname}",
            "BIN": f"{given} {son} {second} {article}{surname}",
            "G3": f"{given} {second} {surname}",
            "G4": f"{given} {second} {dice.choice(origin.given)} {surname}",
            "G5": f"{given} {second} {more} {dice.choice(origin.given)} {surname}",
            "SS": f"{given} {surname} {more}",
            "GI": f"{given} {dice.choice('ABCDEFGHJKLMPRSTW')}. {surname}",
            "MJR": f"{given} {surname} {dice.choice(('Jr.', 'III', 'Sr.'))}",
            "NICK": f'{given} "{second}" {surname}',
            "MONO": given,
            "M1": given,
        }.get(form, f"{given} {surname}")
        if form in ("MONO", "M1"):
            return Name(full, given, given)
        return Name(full, given, f"{surname} {more}" if form == "SS" and dice.random() < 0.3 else surname)

    def _family_first(self, form: str, given: str, surname: str, second: str) -> Name:
        if form == "VN":
            return Name(f"{surname} {second} {given}", given, given if self._dice.random() < 0.5 else surname)
        if form == "KS":
            given = " ".join(part.capitalize() for part in given.split("-"))
        return Name(f"{surname} {given}", given, surname)

    def swap(self, document: Document) -> Document:
        """A copy of the document with other people, and some other places and organisations."""
        new = self._people(document)
        others: dict[str, str] = {}
        spans = document.others or (_strangers(document) if document.gold else [])
        for start, end in spans:
            old = document.text[start:end]
            if old[0].isupper() and old.isalpha() and not old.isupper():
                others.setdefault(old, self._stranger() if self._dice.random() < _STRANGERS else old)
        edits = [(start, end, text, 0) for (start, end), text in zip(document.people, new, strict=True)]
        edits += [(s, e, others[document.text[s:e]], 1) for s, e in spans if document.text[s:e] in others]
        return _rewrite(document, sorted(edits))

    def _stranger(self) -> str:
        """A word for something that is not a person: mostly unheard of, now and then one that people bear."""
        draw = self._dice.random()
        if draw < 0.6:
            return self._place_maker.word()
        if draw < 0.85:
            return self._people_maker.word()
        return self._dice.choice(self._dice.choice(self._origins).surnames)

    def _people(self, document: Document) -> list[str]:
        """The new surface of each person's span, one made-up person for each group of linked spans."""
        seen = []
        for order, (start, end) in enumerate(document.people):
            words = tuple(document.text[start:end].split())
            seen.append(Spotted(words, "text", start, end, order, 1.0))
        if document.gold:
            groups: dict[str, list[Spotted]] = {}
            for one, name in zip(seen, document.gold, strict=True):
                groups.setdefault(name, []).append(one)
            members = list(groups.values())
        else:
            members = [group.mentions for group in link(seen)]
        new: dict[int, str] = {}
        for group in members:
            made = self.name()
            longest = max(group, key=lambda m: len(m.keys))
            for one in group:
                new[one.order] = self._surface(one, longest, made)
        return [
            new[order] if seen[order].keys else document.text[s:e]
            for order, (s, e) in enumerate(document.people)
        ]

    def _surface(self, one: Spotted, longest: Spotted, made: Name) -> str:
        if len(one.keys) > 1:
            text = made.full
        elif len(longest.keys) > 1 and one.keys and one.keys[0] == longest.keys[0] != longest.keys[-1]:
            text = made.surname if one.keys[0] in self._families else made.given
        else:
            text = made.surname
        return text.upper() if " ".join(one.words).isupper() and len(one.words[0]) > 2 else text


def _strangers(document: Document) -> list[tuple[int, int]]:
    """Words of an annotated article that look like names and are none: it names all its people."""
    people = {k for start, end in document.people for k in range(start, end)}
    tokens = read(document.text).tokens
    return [
        (start, end)
        for i, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True))
        if tokens.cap[i]
        and not tokens.first[i]
        and start not in people
        and len(tokens.words[i]) > 2
        and word_class(tokens.words[i]) in "XSFBKGQ"
    ]


def _rewrite(document: Document, edits: list[tuple[int, int, str, int]]) -> Document:
    made = Document(document.name + "~", document.source, "", [], gold=document.gold, body=document.body)
    last = 0
    for start, end, text, kind in edits:
        if start < last:
            continue
        made.text += document.text[last:start]
        (made.others if kind else made.people).append((len(made.text), len(made.text) + len(text)))
        made.text += text
        last = end
    made.text += document.text[last:]
    made.body = made.text.find("\n") + 1 if document.body else 0
    return made
