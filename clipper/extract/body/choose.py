"""Scene -> the pieces that are the story, each decision with its reason.

The start is the other extractor's choice (`Scene.chosen`). Pieces leave it, and others join, only on what the
structure of the page says: where a piece stands seen from the story's container, what the names in between
say, whether it looks like the paragraphs of the story, and what the page declares as its summary.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from clipper.extract.body import marks as M
from clipper.extract.body.pieces import Piece, Place
from clipper.extract.body.scene import Scene, densest, find_main, size, squashed, weigh
from clipper.text import folded

# Names that speak against a piece which stands under them.
FURNITURE = M.NAV | M.SHARE | M.RELATED | M.LETTER | M.AUTHOR | M.COMMENT | M.HIDDEN | M.TEASER | M.FOOT
PICTURE = M.FIGURE | M.CAPTION | M.PHOTO
# Between headline and story stand bylines, pictures, buttons - and the standfirst.
_NOT_LEAD = (
    PICTURE | M.AUTHOR | M.SHARE | M.NAV | M.COMMENT | M.RELATED | M.FOOT | M.ADVERT | M.LETTER | M.HIDDEN
)
_NOT_STORY = FURNITURE | PICTURE | M.ASIDE | M.ADVERT
# A chosen text with less than this share of what is found by our own view is the wrong text.
TOO_LITTLE = 0.4
# No more of the chosen prose than this goes for where it stands.
MOST_DROPPED = 0.5


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
    doubtful: bool = False

    def drop(self, n: int, reason: str) -> None:
        if self.kept[n]:
            self.kept[n] = False
            self.why[n] = reason

    def add(self, n: int, reason: str) -> None:
        if not self.kept[n]:
            self.kept[n] = True
            self.why[n] = "+" + reason


def choose(scene: Scene, title: str, description: str, live: bool = False) -> Choice:
    """Decide on every piece of a page.

    ``title`` and ``description`` are the page's own words on itself ("" if none), ``live`` whether it
    declares itself a live blog. The scene's ``main``, ``marks``,
    ``view`` are set on the way. When no prose was found anywhere, the start stands as it is.
    """
    _set_view(scene)
    if live:
        _take_posts(scene)
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
            _judge_lead(choice, n, description, heading)
        elif not scene.inside[n]:
            _judge_outside(choice, n)
        elif choice.kept[n]:
            _judge_inside(choice, n, kin)
        else:
            _judge_left_out(choice, n, kin)
    _restore_half(choice)
    _drop_repeated(choice)
    _drop_labels(choice)
    _drop_last_headings(choice)
    return choice


def _drop_labels(choice: Choice) -> None:
    """Words that a template repeats: a tag and class of their own that never say anything else."""
    said: dict[tuple[str, str], list[int]] = {}
    for n, kept in enumerate(choice.kept):
        if kept:
            said.setdefault(_look(choice.scene.pieces[n].place), []).append(n)
    for look, found in said.items():
        if look[1] and len(found) >= 3 and len({choice.scene.squash[n] for n in found}) == 1:
            for n in found:
                choice.drop(n, "label")


def _restore_half(choice: Choice) -> None:
    """Take back all that was dropped for its place when that is more than half of the prose chosen first."""
    scene = choice.scene
    start = sum(weight for weight, chosen in zip(scene.prose, scene.chosen, strict=True) if chosen)
    left = sum(weight for weight, kept in zip(scene.prose, choice.kept, strict=True) if kept)
    if left >= MOST_DROPPED * start:
        return
    choice.doubtful = True
    for n, reason in list(choice.why.items()):
        if reason in ("furniture", "picture", "outside-the-story"):
            choice.kept[n] = True
            del choice.why[n]


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
            scene.chosen[n] = within and piece.link_share < 0.4 and size(piece.text) > 12


def _take_posts(scene: Scene) -> None:
    """The entries of a live blog: what stands in containers named so, wherever the blog's head stands."""
    taken = list(scene.chosen)
    for n, piece in enumerate(scene.pieces):
        marks = 0
        for place in piece.place.path():
            if marks & _NOT_STORY:
                break
            if place.marks & M.LIVE:
                taken[n] |= bool(scene.prose[n] or (piece.place.letter in "hlq" and piece.link_share < 0.4))
                break
            marks |= place.marks
    if taken != scene.chosen:
        scene.chosen = taken
        main = find_main(scene, holds=1)
        if main is not None:
            scene.look_from(main)


def _core(scene: Scene) -> list[int]:
    """The paragraphs that nothing speaks against."""
    prose = (
        [n for n in range(len(scene.pieces)) if scene.chosen[n] and scene.prose[n] and scene.inside[n]]
        if scene.main
        else []
    )
    return [n for n in prose if not scene.marks[n] & (FURNITURE | PICTURE | M.LEAD | M.HEAD)] or prose


def _headline(scene: Scene, folds: list[str], heading: str, first: int) -> int:
    """The place of the headline above the story, -1 if none.

    It is the first heading in the title's words, or else the last <h1>.
    """
    last = -1
    for n in range(first):
        piece = scene.pieces[n]
        if heading and folds[n] == heading and piece.place.letter == "h":
            return n
        if (piece.place.tag == "h1" and folds[n]) or (
            heading and folds[n] == heading and piece.place.tag not in ("li", "a")
        ):
            last = n
    return last


def _drop_headline(choice: Choice, folds: list[str], heading: str) -> None:
    for n, piece in enumerate(choice.scene.pieces):
        if not choice.kept[n] or not folds[n]:
            continue
        top = n <= choice.first and piece.place.tag == "h1"
        near = n < choice.first and (piece.place.letter == "h" or heading in folds[n])
        if folds[n] == heading or top or (near and _is_heading(folds[n], heading)):
            choice.drop(n, "title-repeated")


def _is_heading(line: str, heading: str) -> bool:
    """Whether a line has nearly the words of the headline, as with a kicker in front (both folded)."""
    said, words = set(line.split()), set(heading.split())
    if len(said) < 3 or len(words) < 3:
        return False
    if words <= said:
        return len(said) <= 2 * len(words) + 4
    if len(said) > 1.4 * len(words) + 3:
        return False
    return len(said & words) >= 0.75 * min(len(words), len(said))


def _judge_lead(choice: Choice, n: int, description: str, heading: str) -> None:
    """Between headline and first paragraph: keep or find the standfirst and the key points."""
    piece, marks = choice.scene.pieces[n], choice.scene.marks[n]
    length = size(piece.text)
    own_lead = bool(piece.place.marks & M.LEAD) and not piece.place.marks & PICTURE
    against = marks & (M.AUTHOR | M.SHARE | M.COMMENT | M.HIDDEN | M.ADVERT if own_lead else _NOT_LEAD)
    if choice.kept[n]:
        if against:
            choice.drop(n, "picture" if marks & PICTURE else "furniture")
        elif piece.link_share > 0.6 or (length < 40 and not own_lead and not _opens(choice, n)):
            choice.drop(n, "above-the-story")
        return
    if length < 40 or piece.link_share > 0.4 or _is_heading(folded(piece.text), heading):
        return
    if description and _alike(piece.text, description) and not marks & PICTURE:
        choice.add(n, "declared-summary")
    elif against:
        return
    elif marks & M.LEAD and not marks & (M.META | M.ASIDE):
        choice.add(n, "standfirst")
    elif not marks & (M.META | M.ASIDE) and _reads_like_lead(choice, n, length):
        choice.led = True
        choice.add(n, "standfirst")


def _reads_like_lead(choice: Choice, n: int, length: float) -> bool:
    """A first line of prose, or a subtitle in the header, that nothing names; one a page."""
    scene = choice.scene
    if choice.led or choice.headline < 0 or length <= 60:
        return False
    return (scene.pieces[n].place.letter == "h" and bool(scene.marks[n] & M.HEAD)) or scene.prose[n] > 80


def _opens(choice: Choice, n: int) -> bool:
    """A key point, or the subheading right above the first paragraph and in its container."""
    letter = choice.scene.pieces[n].place.letter
    return letter == "l" or (letter == "h" and n == choice.first - 1 and choice.scene.inside[n])


def _alike(text: str, other: str) -> bool:
    one, two = squashed(text).lower(), squashed(other).lower()
    if min(len(one), len(two)) < 25:
        return False
    return one[:40] == two[:40] or two[:60] in one or one[:60] in two


def _judge_outside(choice: Choice, n: int) -> None:
    scene, marks = choice.scene, choice.scene.marks[n]
    if choice.kept[n] and (n < choice.first or marks & ~(M.BODY | M.LIVE) or not scene.prose[n]):
        choice.drop(n, "outside-the-story")


def _judge_inside(choice: Choice, n: int, kin: _Kin) -> None:
    scene, piece, marks = choice.scene, choice.scene.pieces[n], choice.scene.marks[n]
    if piece.place.letter == "h":
        # A subheading's own class or id ("widget-title", "nav_where-next") tells how it looks or is linked.
        marks &= ~(piece.place.marks & (M.TEASER | M.NAV))
    if marks & piece.place.marks & M.HIDDEN and kin.resembles(piece):
        # A paragraph of the story that a paywall's script hides or shows.
        marks &= ~M.HIDDEN
    if n < choice.first and not scene.prose[n]:
        choice.drop(n, "above-the-story")
    elif (
        marks & PICTURE
        and piece.place.letter not in "qt"
        and (marks & (M.FIGURE | M.CAPTION) or _is_short_line(scene, n))
    ):
        # A paragraph in a box that is only called "image" or "media" is the text of a picture story.
        choice.drop(n, "picture")
    elif marks & (FURNITURE | M.ASIDE) or (marks & M.ADVERT and size(piece.text) < 40):
        # "ad" alone says little of a paragraph: the wrapper may be named after what stands beside it.
        choice.drop(n, "furniture")


def _is_short_line(scene: Scene, n: int) -> bool:
    return not scene.prose[n] and scene.pieces[n].place.letter != "h"


class _Kin(NamedTuple):
    """What the story's paragraphs look like: tag and class with their number, and whose children they are.

    ``parents`` are ids, ``frames`` tags and classes of the paragraphs' parents.
    """

    looks: dict[tuple[str, str], int]
    parents: frozenset[int]
    frames: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, scene: Scene, core: list[int]) -> _Kin:
        looks: dict[tuple[str, str], int] = {}
        for n in core:
            look = _look(scene.pieces[n].place)
            looks[look] = looks.get(look, 0) + 1
        parents = [scene.pieces[n].place.up for n in core]
        return cls(looks, frozenset(map(id, parents)), frozenset(_look(place) for place in parents))

    def resembles(self, piece: Piece) -> bool:
        """A paragraph of the story by its class, or a child of the same parent."""
        look = _look(piece.place)
        return (bool(look[1]) and self.looks.get(look, 0) >= 2) or id(piece.place.up) in self.parents

    def continues(self, piece: Piece) -> bool:
        """Like the story's paragraphs by itself and by its parent."""
        if id(piece.place.up) in self.parents:
            return self.resembles(piece)
        frame = _look(piece.place.up)
        look = _look(piece.place)
        return bool(frame[1] and look[1]) and frame in self.frames and self.looks.get(look, 0) >= 2


def _look(place: Place | None) -> tuple[str, str]:
    if place is None or place.element is None:
        return "", ""
    return place.tag, place.element.get("class") or ""


def _judge_left_out(choice: Choice, n: int, kin: _Kin) -> None:
    """A piece inside of the story's container that the start left out."""
    scene, piece, marks = choice.scene, choice.scene.pieces[n], choice.scene.marks[n]
    if marks & _NOT_STORY or n < choice.first:
        return
    if n > choice.last:
        if scene.prose[n] and not marks & (M.META | M.INFOBOX) and kin.continues(piece):
            choice.add(n, "like-the-story")
    elif piece.place.letter == "h":
        if id(piece.place.up) in kin.parents and piece.link_share < 0.5 and size(piece.text) < 200:
            choice.add(n, "subheading")
    elif scene.prose[n] and (piece.place.letter == "q" or kin.resembles(piece)):
        choice.add(n, "like-the-story")


def _drop_repeated(choice: Choice) -> None:
    """The second of two equal lines, and a pull quote of what the text says."""
    squash = choice.scene.squash
    kept = [n for n, keep in enumerate(choice.kept) if keep and len(squash[n]) > 15]
    first: dict[str, int] = {}
    for n in kept:
        if len(squash[n]) > 100 and first.setdefault(squash[n], n) != n:
            choice.drop(n, "repeated")
    _drop_collected(choice, kept)
    whole = "\n".join(squash[n] for n in kept if choice.kept[n])
    for n in kept:
        if choice.kept[n] and _is_boxed(choice.scene.pieces[n].place) and whole.count(squash[n]) > 1:
            choice.drop(n, "repeated")


def _is_boxed(place: Place) -> bool:
    near = (p.marks & (M.QUOTE | M.ASIDE | M.FIGURE) for p, _ in zip(place.path(), "12", strict=False))
    return place.letter == "q" or any(near)


def _drop_collected(choice: Choice, kept: list[int]) -> None:
    """A hidden copy of the whole story as one line."""
    squash = choice.scene.squash
    prose = [squash[n] for n in kept if choice.kept[n] and choice.scene.prose[n]]
    typical = sorted(map(len, prose))[len(prose) // 2] if prose else 0
    for n in kept:
        if choice.kept[n] and len(squash[n]) > 4 * typical and len(prose) > 3:
            inner = sum(len(other) for other in prose if other is not squash[n] and other in squash[n])
            if inner > 0.5 * len(squash[n]):
                choice.drop(n, "repeated")


def _drop_last_headings(choice: Choice) -> None:
    for n in range(len(choice.kept) - 1, -1, -1):
        if choice.kept[n]:
            if choice.scene.pieces[n].place.letter != "h":
                return
            choice.drop(n, "heading-of-nothing")
