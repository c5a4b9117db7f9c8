"""pieces + another extractor's lines -> Scene: what is known of each piece before anything is decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from clipper.extract.body import marks as M
from clipper.extract.body.pieces import Piece, Place
from clipper.patterns import pattern
from clipper.text import is_western

_WORD = pattern(r"\w+")
_SENTENCE = pattern(r"[.!?…。！？:;‽؟۔।]['\"”’»“)\]」』]*$")
_WIDE = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")

# The share of the picked prose that the story's container must hold, and the share of it that makes
# a marked box inside of that container too large to be a mere box.
HOLDS = 0.85
TOO_LARGE = 0.25


def squashed(text: str) -> str:
    """The letters and digits of ``text``, for comparing what was spaced and punctuated differently."""
    return "".join(_WORD.findall(text))


def size(text: str) -> float:
    """Length in characters of an alphabet: a Chinese, Japanese, Korean or Thai one says more."""
    return len(text) if is_western(text) or not _WIDE.search(text) else len(text) * 2.5


def prose_weight(piece: Piece) -> float:
    """How much of a piece is running text: its `size`, or 0 for what does not read like a paragraph."""
    length = size(piece.text)
    if length < 60 or piece.place.letter in "ht" or piece.link_share > 0.4:
        return 0
    return length if length > 140 or _SENTENCE.search(piece.text[-4:]) else 0


@dataclass(slots=True)
class Scene:
    """A page's pieces and, in lists parallel to them, what is known of each.

    ``squash`` is the text without spaces and signs, ``chosen`` whether the other extractor took it, ``prose``
    its `prose_weight`. ``main`` is the story's container; ``marks`` and ``inside`` are what the names between
    the piece and ``main`` (or the first place around both) say, and whether it stands in ``main``.
    """

    pieces: Sequence[Piece]
    squash: list[str]
    chosen: list[bool]
    prose: list[float]
    main: Place | None = None
    marks: list[int] = field(default_factory=list)
    inside: list[bool] = field(default_factory=list)
    view: str = "trafilatura"
    twins: dict[int, Place] = field(default_factory=dict)

    def look_from(self, main: Place) -> None:
        """Read all marks as they are seen from ``main``; a box that holds much of the story is no box."""
        self.main = main
        self._find_twins(main)
        around = {id(place) for place in main.path()}
        weights = weigh(self.pieces, self.chosen, self.prose)
        much = TOO_LARGE * weights.get(id(main), 0)
        seen: dict[int, tuple[int, bool]] = {}
        seen.update((twin, (0, True)) for twin in self.twins)
        looks = [_look(piece.place, main, around, weights, much, seen) for piece in self.pieces]
        self.marks = [look[0] for look in looks]
        self.inside = [look[1] for look in looks]

    def _find_twins(self, main: Place) -> None:
        """Containers that continue the story: named, nested and placed like ``main``, in the same <article>.

        Pages cut a story into pieces to put advertisements in between. What stands under a second headline
        is another story.
        """
        self.twins = {}
        look, depth = _names(main), main.depth
        if main.element is None or not look[0][1]:
            return
        ours = [
            n for n, piece in enumerate(self.pieces) if any(place is main for place in piece.place.path())
        ]
        for n in range(ours[0], len(self.pieces)):
            piece = self.pieces[n]
            if piece.place.tag == "h1":
                return
            twin = next((place for place in piece.place.path() if place.depth == depth), main)
            if (
                twin is not main
                and id(twin) not in self.twins
                and twin.scope == main.scope
                and _names(twin) == look
            ):
                self.twins[id(twin)] = twin


def _names(place: Place) -> tuple[tuple[str, str], ...]:
    """Tag and class of a place and of the place around it."""
    path = [place, place.up] if place.up else [place]
    return tuple((p.tag, (p.element.get("class") or "") if p.element is not None else "") for p in path)


def _look(
    place: Place | None,
    main: Place,
    around: set[int],
    weights: dict[int, float],
    much: float,
    seen: dict[int, tuple[int, bool]],
) -> tuple[int, bool]:
    path: list[Place] = []
    while place is not None and id(place) not in around and id(place) not in seen:
        path.append(place)
        place = place.up
    marks, inside = seen.get(id(place), (0, place is main))
    for inner in reversed(path):
        if weights.get(id(inner), 0) <= much:
            marks |= inner.marks
        seen[id(inner)] = (marks, inside)
    return marks, inside


def survey(pieces: Sequence[Piece], lines: Iterable[str]) -> Scene:
    """Mark what ``lines`` (another extractor's choice) contain."""
    whole = [squashed(line) for line in lines]
    joined = "\n".join(whole)
    # A line of ours may be two or three of theirs: a break inside of a paragraph.
    exact = {
        *whole,
        *map("".join, pairwise(whole)),
        *map("".join, zip(whole, whole[1:], whole[2:], strict=False)),
    }
    squash = [squashed(piece.text) for piece in pieces]
    chosen = [_is_in(short, exact, joined) for short in squash]
    return Scene(pieces, squash, chosen, [prose_weight(piece) for piece in pieces])


def _is_in(squash: str, exact: set[str], joined: str) -> bool:
    """Whether a squashed text is among others; of a long one two parts of three are enough."""
    if len(squash) <= 25:
        return bool(squash) and squash in exact
    if squash in joined or len(squash) <= 80:
        return squash in joined
    middle = len(squash) // 2
    return sum(part in joined for part in (squash[:30], squash[middle - 15 : middle + 15], squash[-30:])) >= 2


def weigh(pieces: Sequence[Piece], picked: Sequence[bool], prose: Sequence[float]) -> dict[int, float]:
    """The picked prose below each place, by the place's id."""
    weights: dict[int, float] = {}
    for piece, pick, weight in zip(pieces, picked, prose, strict=True):
        if pick and weight:
            for place in piece.place.path():
                weights[id(place)] = weights.get(id(place), 0) + weight
    return weights


def find_main(scene: Scene, holds: float = HOLDS) -> Place | None:
    """The innermost place that holds this share of the chosen prose; None when none was chosen."""
    weights = weigh(scene.pieces, scene.chosen, scene.prose)
    total = max(weights.values(), default=0)
    best, depth = None, -1
    tried: set[int] = set()
    for piece, chosen, weight in zip(scene.pieces, scene.chosen, scene.prose, strict=True):
        if not (chosen and weight) or id(piece.place) in tried:
            continue
        tried.add(id(piece.place))
        enough = next(place for place in piece.place.path() if weights[id(place)] >= holds * total * 0.999)
        if enough.depth > depth:
            best, depth = enough, enough.depth
    return best


# Names of page furniture: what stands under them is no story, or hardly.
_CHROME = (
    M.NAV
    | M.FOOT
    | M.COMMENT
    | M.RELATED
    | M.ASIDE
    | M.LETTER
    | M.SHARE
    | M.ADVERT
    | M.HIDDEN
    | M.AUTHOR
    | M.TEASER
)


def densest(scene: Scene) -> tuple[Place | None, float]:
    """Clipper's own view: the place where prose is densest, and how much prose it holds outside of furniture.

    Each paragraph speaks for its parent, half as loud for the next place up and so on for five (the idea of
    Arc90's Readability); under the names of page furniture it is hardly heard.
    """
    scores: dict[int, float] = {}
    places: dict[int, Place] = {}
    for piece, weight in zip(scene.pieces, scene.prose, strict=True):
        if not weight or piece.place.letter == "l":
            continue
        voice = weight
        for level, place in enumerate(piece.place.path()):
            if place.marks & _CHROME:
                voice *= 0.3
            if level and place.element is not None:
                scores[id(place)] = scores.get(id(place), 0) + voice
                places[id(place)] = place
                voice *= 0.6
            if level == 5:
                break
    if not scores:
        return None, 0
    best = places[max(scores, key=scores.__getitem__)]
    return best, _plain_prose(scene, best)


def _plain_prose(scene: Scene, within: Place) -> float:
    """The prose of ``within`` that stands under no furniture inside of it and is no list."""
    held = 0.0
    for piece, weight in zip(scene.pieces, scene.prose, strict=True):
        if weight and piece.place.letter != "l":
            for place in piece.place.path():
                if place is within:
                    held += weight
                    break
                if place.marks & _CHROME:
                    break
    return held
