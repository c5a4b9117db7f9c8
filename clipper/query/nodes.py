"""The parts of which a search is made: words, phrases, filters, and how they are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self, TypeAlias


@dataclass_transform(frozen_default=True)
class Record:
    """Base of frozen records that cost nothing to define: a dozen dataclasses take as long as a search.

    Fields are the annotations of the class, in their order; a value in the class is a default.
    """

    _fields: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        cls._fields = tuple(cls.__annotations__)
        type.__setattr__(cls, "__match_args__", cls._fields)

    def __init__(self, *values: Any, **named: Any) -> None:
        self.__dict__.update(zip(self._fields, values, strict=False), **named)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def _told(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._fields)

    def but(self, **changes: Any) -> Self:
        """The same record with other values in some fields."""
        return type(self)(**{**self.__dict__, **changes})

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._told()))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self._told(), strict=True))
        return f"{type(self).__name__}({told})"


class Word(Record):
    """One word as typed; ``prefix`` for ``defen*``, ``in_title`` for ``title:defense``.

    ``capitals`` asks for the word in capitals: US the country, not us.
    """

    text: str
    prefix: bool = False
    in_title: bool = False
    capitals: bool = False


class Phrase(Record):
    """Words in this order and, unlike single words, in exactly this form."""

    text: str
    in_title: bool = False


class Near(Record):
    """Words in any order with at most ``distance`` others between them: what a long form becomes."""

    words: tuple[str, ...]
    distance: int
    in_title: bool = False


class SourceIs(Record):
    """``source:``: a domain, a part of it, or words of the site's name."""

    value: str


class PersonIs(Record):
    """``person:`` (or ``major:``): words of one of a person's names, in any order."""

    value: str
    major: bool = False


class AuthorIs(Record):
    """``author:``: words of an author's name."""

    value: str


class LanguageIs(Record):
    """``lang:``: a language code such as ``en``; it covers ``en-GB``."""

    value: str


class Dates(Record):
    """From the first day to the last, both included (ISO 8601); "" leaves an end open."""

    first: str
    last: str


class Not(Record):
    """Everything that ``part`` is not."""

    part: Node


class And(Record):
    """All parts; without parts: everything."""

    parts: tuple[Node, ...]


class Or(Record):
    """Any part; without parts: nothing."""

    parts: tuple[Node, ...]


Filter: TypeAlias = SourceIs | PersonIs | AuthorIs | LanguageIs | Dates
Node: TypeAlias = Word | Phrase | Near | Filter | Not | And | Or


class Query(Record):
    """A search understood: the tree and what was typed."""

    root: Node
    typed: str = ""

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows the search."""
        return is_everything(self.root)


EVERYTHING = And(())
NOTHING = Or(())


def is_everything(node: Node) -> bool:
    """Whether a tree narrows nothing. (As named tuples, an empty And and an empty Or are equal.)"""
    return isinstance(node, And) and not node.parts


def all_of(parts: Iterable[Node]) -> Node:
    """The parts joined by AND, flat; no parts are everything."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) else (part,))
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def any_of(parts: Iterable[Node]) -> Node:
    """The parts joined by OR, flat; no parts are nothing."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Or) else (part,))
    return flat[0] if len(flat) == 1 else Or(tuple(flat))
