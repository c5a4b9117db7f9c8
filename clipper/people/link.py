"""Spotted names of one document -> a group per person: surnames, initials, misspellings join full names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import product, starmap
from operator import attrgetter

from clipper.people import names
from clipper.people.aliases import Alias
from clipper.people.features import word_class
from clipper.people.memory import remembered
from clipper.people.same import (
    TELLING,
    core,
    fold,
    is_familiar,
    is_nickname,
    junior_part,
    keys_of,
    part,
    same_person,
    suffix,
    without_article,
)
from clipper.people.words import PARTICLES, SUFFIXES, bare
from clipper.persons import Where

_OF_A_FATHER = ("ovich", "evich", "yevich", "ovna", "evna", "yevna")
_AT_BIRTH = frozenset(("born", "née", "nee"))


class Spotted:
    """A name seen at characters ``start`` to ``end`` of one of the document's texts.

    ``words`` are the name's words as they are to be shown; ``order`` grows through the document, title last.
    ``doubted`` says that it stands where names prove nothing (a headline in title case, after USS), so that
    it can confirm a person and never found one. ``half`` is the name with the first half of a double surname;
    ``before`` and ``after`` are the neighbouring words, ``ship`` says that the first is a ship's;
    ``aliases`` other names that the sentence gives the person; ``aside`` marks a mention by such a name;
    ``personal`` one beside words that speak of a person, ``introduced`` one that they announce,
    ``speaking`` one that heads a transcript's line after an office;
    ``until`` is where the name ends in the prepared text, ``place`` its words there; ``weak`` says that it
    stands in such a headline, ``described`` that the words around it have been looked at.
    """

    def __init__(
        self,
        words: tuple[str, ...],
        where: Where,
        start: int,
        end: int,
        order: int,
        score: float,
        title: str = "",
        titled: bool = False,
    ) -> None:
        self.words, self.where, self.start, self.end = words, where, start, end
        self.order, self.score, self.title, self.titled = order, score, title, titled
        self.keys = keys = keys_of(words)
        self.core = core(keys) if keys and keys[-1] in SUFFIXES else keys
        self.half = _half(words[-1], keys) if "-" in words[-1] else keys
        # All are set here, although most stay as they are: what an object has itself is read three times as
        # fast as what it has of its class.
        self.passing = self.ambiguous = self.shouted = self.doubted = self.aside = self.ship = False
        self.personal = self.introduced = self.speaking = self.weak = self.described = False
        self.before = self.after = ""
        self.aliases: tuple[Alias, ...] = ()
        self.until = 0
        self.place = (0, 0)


def _half(last: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The form with the first half of a double surname: Marie Sorel-Dubois is Sorel too."""
    head, _, tail = last.partition("-")
    if len(keys) < 2 or len(head) < 3 or not tail[:1].isupper():
        return keys
    return (*keys[:-1], fold(head))


class Group:
    """The mentions taken for one person."""

    score = 0.0
    full = False  # whether some form has several words
    _longest: tuple[int, Spotted] | None = None  # of so many mentions

    def __init__(self, number: int) -> None:
        self.number = number
        self.mentions: list[Spotted] = []
        self.forms: set[tuple[str, ...]] = set()

    def add(self, spotted: Spotted) -> None:
        self.mentions.append(spotted)
        for form in (spotted.keys, spotted.half):
            if form not in self.forms:
                self.forms.add(form)
                self.full = self.full or len(core(form)) > 1

    @property
    def longest(self) -> Spotted:
        """The mention that names the person best: no alias, most words, then most letters, then first."""
        if len(self.mentions) == 1:
            return self.mentions[0]
        if self._longest is None or self._longest[0] != len(self.mentions):
            self._longest = len(self.mentions), max(self.mentions, key=_length)
        return self._longest[1]


def _length(mention: Spotted) -> tuple[bool, int, bool, int, int]:
    words = mention.words
    size = len(words) + sum(map(len, words))
    return not mention.aside, len(mention.keys), not mention.shouted, size, -mention.order


class _Index:
    """Groups by the words of their forms, so that a list of a thousand names is not compared pair by pair."""

    def __init__(self) -> None:
        self._groups: defaultdict[str, dict[int, Group]] = defaultdict(dict)
        self._added: set[tuple[int, tuple[str, ...]]] = set()

    def add(self, keys: tuple[str, ...], group: Group) -> None:
        """Note that a form belongs to a group."""
        known = group.number, keys
        if known in self._added:
            return
        self._added.add(known)
        number, groups = group.number, self._groups
        for mark in _marks(keys):
            groups[mark][number] = group

    def near(self, keys: tuple[str, ...]) -> list[Group]:
        """The groups that share a word with a form, or nearly, in the order in which they were made."""
        found: dict[int, Group] = {}
        for mark in self._groups.keys() & _marks(keys):
            found.update(self._groups[mark])
        return [found[number] for number in sorted(found)] if len(found) > 1 else list(found.values())


@lru_cache(maxsize=4096)
def _marks(keys: tuple[str, ...]) -> Iterable[str]:
    """Under what a form is indexed: words of one letter's difference share their beginning or their end."""
    if len(keys) == 1:
        return _marks_of(keys[0]) or keys
    return {"".join(keys)}.union(*map(_marks_of, keys))


@remembered(limit=30_000)
def _marks_of(key: str) -> tuple[str, ...]:
    if len(key) < 2:
        return ()
    telling = ("^" + key[:3], key[-3:] + "$") if len(key) >= TELLING else ()
    return (key, without_article(key), *telling)


def link(spotted: Sequence[Spotted]) -> list[Group]:
    """Group a document's mentions; a short form that fits two groups goes to the nearer, as ambiguous."""
    groups: list[Group] = []
    index = _Index()
    full = [s for s in spotted if len(s.core) > 1 and s.keys[0] not in PARTICLES]
    # Longest first, so that "Duncan Hunter" can see both Duncan L. and Duncan D. before it chooses.
    for one in sorted(full, key=lambda s: (-len(s.core), s.order)):
        keys, half = one.keys, one.half
        fitting = [g for g in index.near(keys) if _may_be(g, keys) or half in g.forms]
        group = _join(one, fitting, groups)
        index.add(keys, group)
        if half is not keys:
            index.add(half, group)
    loners: dict[tuple[str, ...], Group] = {}
    fits: dict[tuple[str, ...], list[Group]] = {}  # by what recurs most: one surname
    taken = {id(one) for one in full}
    for one in sorted(spotted, key=attrgetter("order")):
        keys = one.keys
        if id(one) in taken or not keys:
            continue
        if keys not in fits:
            fits[keys] = _fitting(one, index.near(keys))
        known = loners.get(keys)
        fitting = fits[keys] or ([known] if known else [])
        group = _join(one, fitting, groups)
        if len(keys) > 1:
            fits.clear()  # another may fit this form; none fits one of a single word
        if not group.full:
            loners[keys] = group
    return _with_aliases(_with_names_at_birth(_with_familiar_forms(_with_patronymics(groups))))


def _with_patronymics(groups: list[Group]) -> list[Group]:
    """The groups, those known by forename and father's name joined to the only other person of that forename:
    Anatoly Pavlovich to Anatoly Bukreyev."""
    for formal in groups:
        keys = formal.longest.keys if formal.mentions else ()
        if len(keys) == 2 and keys[1].endswith(_OF_A_FATHER):
            _join_to_the_bearer(formal, groups)
    return [group for group in groups if group.mentions]


def _with_names_at_birth(groups: list[Group]) -> list[Group]:
    """The groups, those named as somebody was born joined to the only other person of that forename."""
    for born in groups:
        if not born.mentions or born.longest.before.lower() not in _AT_BIRTH or len(born.longest.keys) < 2:
            continue
        _join_to_the_bearer(born, groups)
    return [group for group in groups if group.mentions]


def _join_to_the_bearer(other: Group, groups: Sequence[Group]) -> None:
    """Give the mentions by another name to the only other person of its forename, if there is one."""
    forename = other.longest.keys[0]
    bearers = [g for g in groups if g is not other and g.mentions and _is_of(g, forename)]
    if len(bearers) == 1:
        for mention in other.mentions:
            mention.aside = True
            bearers[0].add(mention)
        other.mentions = []


def _is_of(group: Group, forename: str) -> bool:
    return len(group.longest.keys) > 1 and group.longest.keys[0] == forename


def _with_familiar_forms(groups: list[Group]) -> list[Group]:
    """The groups, those known by a lone familiar forename joined to the only person who can bear it: Jim to
    James E. Rainey."""
    named = [(group, group.longest.keys) for group in groups]
    for lone, keys in named:
        if len(keys) > 1 or len(keys[0]) < 3 or not is_nickname(keys[0]):
            continue
        bearers = [group for group, full in named if len(full) > 1 and _is_short_for(keys[0], full[0])]
        if len(bearers) == 1:
            for mention in lone.mentions:
                bearers[0].add(mention)
            lone.mentions = []
    return [group for group in groups if group.mentions]


def _is_short_for(a: str, b: str) -> bool:
    return len(a) < len(b) and is_familiar(a, b)


def _may_be(group: Group, keys: tuple[str, ...]) -> bool:
    """Whether some form of a group can be the same person's as a full name."""
    return keys in group.forms or any(same_person(form, keys) for form in group.forms)


def _with_aliases(groups: list[Group]) -> list[Group]:
    """The groups, those known by another's alias joined to it."""
    named = [(group, one, alias) for group in groups for one in group.mentions for alias in one.aliases]
    for group, _, alias in sorted(named, key=lambda entry: entry[1].order):
        if not group.mentions:
            continue
        keys = core(keys_of(alias.name.split()))
        others = [g for g in groups if g is not group and g.mentions and core(g.longest.keys) == keys]
        for other in others:
            for mention in other.mentions:
                mention.aside = not alias.formal
                group.add(mention)
            other.mentions = []
        if keys:
            group.forms.add(keys)
    return [group for group in groups if group.mentions]


def attach(spotted: Iterable[Spotted], groups: Sequence[Group], describe: Callable[[Spotted], None]) -> None:
    """Let names that were spotted too weakly to found a person join the one that they fit; ``describe`` is
    called for those that do."""
    sought = [one for one in spotted if one.keys]
    marks = set[str]().union(*[_marks(one.keys) for one in sought])
    index = _Index()
    for group in groups:
        for form in group.forms:
            if not marks.isdisjoint(_marks(form)):  # few: most groups are far from all that is sought
                index.add(form, group)
    for one in sought:
        near_ones = index.near(one.keys)
        if near_ones:  # few again
            same = [g for g in near_ones if one.keys in g.forms]
            fitting = same or (_fitting(one, near_ones) if len(one.keys) == 1 else _named_so(one, near_ones))
            if fitting:
                describe(one)
                # A firm may be called after its founder, who is named by surname.
                if same or len(one.keys) == 1 or not one.doubted or one.weak:
                    _join(one, fitting, [])


def _named_so(one: Spotted, groups: Sequence[Group]) -> list[Group]:
    """The group of a lone surname whose bearer's forename only a weak mention has: Murat Ongun."""
    first = one.words[0].lower()
    if not (first in names.forenames() or (one.weak and word_class(one.words[0]) == "X")):
        return []
    return [g for g in groups if core(g.longest.keys) == one.keys[-1:] and len(core(one.keys)) < 4]


def _fitting(one: Spotted, groups: Sequence[Group]) -> list[Group]:
    """Those of some groups whose names a short form fits best."""
    if not groups:
        return []
    bare_keys = one.keys
    while len(bare_keys) > 1 and bare_keys[0] in PARTICLES:
        bare_keys = bare_keys[1:]
    ways = (one.keys,) if bare_keys is one.keys else (one.keys, bare_keys)
    junior = len(one.keys) == 2 and bool(suffix(one.keys))
    found: list[Group] = []
    best = 1
    for group in groups:
        fit = max(starmap(part, product(group.forms, ways)))
        if junior:
            fit = max([fit, *(junior_part(form, one.keys) for form in group.forms)])
        if fit > best:
            found.clear()
            best = fit
        if fit == best:
            found.append(group)
    return found


def _join(one: Spotted, fitting: list[Group], groups: list[Group]) -> Group:
    if not fitting:
        groups.append(Group(len(groups)))
        fitting = groups[-1:]
    elif len(fitting) > 1:
        one.ambiguous = True
        fitting = [min(fitting, key=lambda g: _distance(one, g))]
    fitting[0].add(one)
    return fitting[0]


def _distance(one: Spotted, group: Group) -> tuple[int, int]:
    """Mentions before count as nearer than any after; titles that agree come first."""
    titles = {bare(m.title.lower()) for m in group.mentions if m.title}
    agrees = bool(one.title) and any(one.title.lower() in t or t in one.title.lower() for t in titles)
    gaps = [
        one.order - m.order if m.order < one.order else 1_000_000 + m.order - one.order
        for m in group.mentions
    ]
    return (not agrees, min(gaps))
