"""Scene -> the pieces that are the story, each decision with its reason.

The start is the other extractor's choice (`Scene.chosen`). Pieces leave it, and others join, only on what the
structure of the page says: where a piece stands seen from the story's container, what the names in between
say, whether it looks like the paragraphs of the story, and what the page declares as its summary.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clipper.extract.body import marks as M
from clipper.extract.body.pieces import Piece
from clipper.extract.body.scene import Scene, densest, find_main, size, squashed, weigh
from clipper.text import folded

# Names that speak against a piece which stands under them.
FURNITURE = M.NAV | M.SHARE | M.RELATED | M.LETTER | M.AUTHOR | M.COMMENT | M.HIDDEN | M.TEASER | M.FOOT
PICTURE = M.FIGURE | M.CAPTION
# Between headline and story stand bylines, pictures, buttons - and the standfirst.
_NOT_LEAD = (
    PICTURE | M.AUTHOR | M.SHARE | M.NAV | M.COMMENT | M.RELATED | M.FOOT | M.ADVERT | M.LETTER | M.HIDDEN
)
_NOT_STORY = FURNITURE | PICTURE | M.ASIDE | M.ADVERT
# A chosen text with less than this share of what is found by our own view is the wrong text.
TOO_LITTLE = 0.4


@dataclass(slots=True)
class Choice:
    """The decisions on a scene's pieces: ``kept`` by number, and ``why`` of every change to the start."""

    scene: Scene
    kept: list[bool]
    why: dict[int, str] = field(default_factory=dict)
    first: int = 0
    last: int = 0
    headline: int = -1
    led: bool = False

    def drop(self, n: int, reason: str) -> None:
        if self.kept[n]:
            self.kept[n] = False
            self.why[n] = reason

    def add(self, n: int, reason: str) -> None:
        if not self.kept[n]:
            self.kept[n] = True
            self.why[n] = "+" + reason


def choose(scene: Scene, title: str, description: str) -> Choice:
    """Decide on every piece of a page.

    ``title`` and ``description`` are the page's own words on itself ("" if none). The scene's ``main``, ``marks``,
    ``view`` are set on the way. When no prose was found anywhere, the start stands as it is.
    """
    _set_view(scene)
    choice = Choice(scene, list(scene.chosen))
    core = _core(scene)
    if scene.main is None or not core:
        return choice
    choice.first, choice.last = core[0], core[-1]
    heading = folded(title)
    folds = [folded(piece.text) if len(piece.text) < 400 else "" for piece in scene.pieces]
    choice.headline = _headline(scene, folds, heading, choice.first)
    kin = _Kin.of(scene, core)
    _drop_headline(choice, folds, heading)
    for n in range(len(scene.pieces)):
        if choice.headline < n < choice.first:
            _judge_lead(choice, n, description)
        elif not scene.inside[n]:
            _judge_outside(choice, n)
        elif choice.kept[n]:
            _judge_inside(choice, n)
        else:
            _judge_left_out(choice, n, kin)
    _drop_repeated(choice)
    _drop_last_headings(choice)
    return choice


def _set_view(scene: Scene) -> None:
    """Find the story's container; when the start missed nearly all of the prose, by our own view."""
    main = find_main(scene)
    own, held = densest(scene)
    weights = weigh(scene.pieces, scene.chosen, scene.prose)
    if own is not None and held > 500 and max(weights.values(), default=0) < TOO_LITTLE * held:
        scene.view = "density"
        scene.look_from(own)
        scene.chosen = [
            bool(inside and not marks & _NOT_STORY and (weight or piece.place.letter in "hlq"))
            for piece, inside, marks, weight in zip(
                scene.pieces, scene.inside, scene.marks, scene.prose, strict=True
            )
        ]
        main = own
    if main is not None:
        scene.look_from(main)
        _continue_story(scene)


def _continue_story(scene: Scene) -> None:
    """Take up what stands in the containers that continue the story."""
    for n, piece in enumerate(scene.pieces):
        if scene.twins and not scene.chosen[n] and not scene.marks[n] & _NOT_STORY:
            within = any(id(place) in scene.twins for place in piece.place.path())
            scene.chosen[n] = within and bool(
                scene.prose[n] or (piece.place.letter in "hlq" and piece.link_share < 0.4)
            )


def _core(scene: Scene) -> list[int]:
    """The paragraphs that nothing speaks against."""
    prose = (
        [n for n in range(len(scene.pieces)) if scene.chosen[n] and scene.prose[n] and scene.inside[n]]
        if scene.main
        else []
    )
    return [n for n in prose if not scene.marks[n] & (FURNITURE | PICTURE | M.LEAD | M.HEAD)] or prose


def _headline(scene: Scene, folds: list[str], heading: str, first: int) -> int:
    """The place of the headline above the story, -1 if none: an <h1> or the title's words."""
    for n in range(first - 1, -1, -1):
        tag = scene.pieces[n].place.tag
        if (tag == "h1" and folds[n]) or (heading and folds[n] == heading and tag not in ("li", "a")):
            return n
    return -1


def _drop_headline(choice: Choice, folds: list[str], heading: str) -> None:
    words = set(heading.split())
    for n, piece in enumerate(choice.scene.pieces):
        if not choice.kept[n] or not folds[n]:
            continue
        if folds[n] == heading or (n <= choice.first and piece.place.tag == "h1"):
            choice.drop(n, "title-repeated")
        elif n < choice.first and words and (piece.place.letter == "h" or heading in folds[n]):
            said = set(folds[n].split())
            if (
                len(said & words) >= 0.75 * min(len(words), len(said))
                and len(said) < 1.8 * len(words) + 3
                and len(said) > 2
            ):
                choice.drop(n, "title-repeated")


def _judge_lead(choice: Choice, n: int, description: str) -> None:
    """Between headline and first paragraph: keep or find the standfirst and the key points."""
    scene, piece, marks = choice.scene, choice.scene.pieces[n], choice.scene.marks[n]
    length = size(piece.text)
    own_lead = bool(piece.place.marks & M.LEAD) and not piece.place.marks & PICTURE
    against = marks & (M.AUTHOR | M.SHARE | M.COMMENT | M.HIDDEN | M.ADVERT if own_lead else _NOT_LEAD)
    if choice.kept[n]:
        if against:
            choice.drop(n, "picture" if marks & PICTURE else "furniture")
        elif (length < 40 and piece.place.letter != "l" and not own_lead) or piece.link_share > 0.6:
            choice.drop(n, "above-the-story")
        return
    if length < 40 or piece.link_share > 0.4:
        return
    if description and _alike(piece.text, description) and not marks & PICTURE:
        choice.add(n, "declared-summary")
    elif against:
        return
    elif marks & M.LEAD and not marks & (M.META | M.ASIDE):
        choice.add(n, "standfirst")
    elif choice.headline >= 0 and length > 60 and not marks & (M.META | M.ASIDE) and not choice.led:
        if (piece.place.letter == "h" and marks & M.HEAD) or scene.prose[n] > 80:
            choice.led = True
            choice.add(n, "standfirst")


def _alike(text: str, other: str) -> bool:
    one, two = squashed(text).lower(), squashed(other).lower()
    if min(len(one), len(two)) < 25:
        return False
    return one[:40] == two[:40] or two[:60] in one or one[:60] in two


def _judge_outside(choice: Choice, n: int) -> None:
    scene, marks = choice.scene, choice.scene.marks[n]
    if choice.kept[n] and (n < choice.first or marks or not scene.prose[n]):
        choice.drop(n, "outside-the-story")


def _judge_inside(choice: Choice, n: int) -> None:
    scene, piece, marks = choice.scene, choice.scene.pieces[n], choice.scene.marks[n]
    if piece.place.letter == "h" and piece.place.marks & M.TEASER:
        # A subheading's own class ("widget-title") tells how it looks.
        marks &= ~M.TEASER
    if n < choice.first and not scene.prose[n]:
        choice.drop(n, "above-the-story")
    elif marks & PICTURE and piece.place.letter != "q":
        choice.drop(n, "picture")
    elif marks & (FURNITURE | M.ASIDE):
        choice.drop(n, "furniture")


@dataclass(frozen=True, slots=True)
class _Kin:
    """What the story's paragraphs look like: tag and class with their number, and whose children they are."""

    looks: dict[tuple[str, str], int]
    parents: frozenset[int]

    @classmethod
    def of(cls, scene: Scene, core: list[int]) -> _Kin:
        looks: dict[tuple[str, str], int] = {}
        for n in core:
            look = _look(scene.pieces[n])
            looks[look] = looks.get(look, 0) + 1
        return cls(looks, frozenset(id(scene.pieces[n].place.up) for n in core))

    def resembles(self, piece: Piece) -> bool:
        """A paragraph of the story by its class, or a child of the same parent."""
        look = _look(piece)
        return (bool(look[1]) and self.looks.get(look, 0) >= 2) or id(piece.place.up) in self.parents


def _look(piece: Piece) -> tuple[str, str]:
    element = piece.place.element
    return piece.place.tag, (element.get("class") or "" if element is not None else "")


def _judge_left_out(choice: Choice, n: int, kin: _Kin) -> None:
    """A piece inside of the story's container that the start left out."""
    scene, piece, marks = choice.scene, choice.scene.pieces[n], choice.scene.marks[n]
    if marks & _NOT_STORY or n < choice.first:
        return
    if n > choice.last:
        if (
            scene.prose[n]
            and not marks & (M.META | M.INFOBOX)
            and kin.resembles(piece)
            and id(piece.place.up) in kin.parents
        ):
            choice.add(n, "like-the-story")
    elif piece.place.letter == "h":
        if id(piece.place.up) in kin.parents and piece.link_share < 0.5 and size(piece.text) < 200:
            choice.add(n, "subheading")
    elif scene.prose[n] and (piece.place.letter == "q" or kin.resembles(piece)):
        choice.add(n, "like-the-story")


def _drop_repeated(choice: Choice) -> None:
    """The second of two equal lines, and a pull quote of what the text says."""
    squash = choice.scene.squash
    kept = [n for n, keep in enumerate(choice.kept) if keep and len(squash[n]) > 30]
    first: dict[str, int] = {}
    for n in kept:
        if first.setdefault(squash[n], n) != n:
            choice.drop(n, "repeated")
    whole = "\n".join(squash[n] for n in kept if choice.kept[n])
    for n in kept:
        place = choice.scene.pieces[n].place
        boxed = place.letter == "q" or any(
            p.marks & (M.QUOTE | M.ASIDE | M.FIGURE) for p, _ in zip(place.path(), "12", strict=False)
        )
        if choice.kept[n] and boxed and whole.count(squash[n]) > 1:
            choice.drop(n, "repeated")


def _drop_last_headings(choice: Choice) -> None:
    for n in range(len(choice.kept) - 1, -1, -1):
        if choice.kept[n]:
            if choice.scene.pieces[n].place.letter != "h":
                return
            choice.drop(n, "heading-of-nothing")


_ = re
