"""Document -> Body: trafilatura's choice as the start, then what the structure of the page says about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from clipper.extract.body import marks as M
from clipper.extract.body.backbone import backbone, lightened
from clipper.extract.body.choose import Choice, choose
from clipper.extract.body.declared import declared_lines, tells_more
from clipper.extract.body.pieces import DEEPEST, Piece, pieces_of
from clipper.extract.body.scene import survey
from clipper.extract.body.sites import SiteRules, rules_for
from clipper.records import Removed
from clipper.text import one_line

if TYPE_CHECKING:
    from clipper.extract.document import Document


class Block(NamedTuple):
    """One line of the story.

    ``kind`` is the letter of ``Article.layout`` (p paragraph, h subheading, q quotation, l list item,
    t table row, e embedded post); ``linked`` the share of its characters that are links (0 to 1).
    """

    text: str
    kind: str = "p"
    linked: float = 0.0


class Body(NamedTuple):
    """The story of a page before the cleaner: its lines, captions apart, and how they were chosen.

    ``view`` names where the choice began (``trafilatura``, ``density``, ``declared``), ``removed`` the lines
    that view had chosen and the structure of the page spoke against, with the reason as rule.
    """

    blocks: tuple[Block, ...]
    captions: tuple[str, ...]
    removed: tuple[Removed, ...]
    warnings: tuple[str, ...]
    view: str


def find_body(document: Document, *, title: str, description: str | None = None) -> Body:
    """The body of an HTML page.

    ``title`` is the headline that the fields found ("" if none), ``description`` the page's own summary.
    Never changes ``document.tree``. An empty Body (no blocks) means that nothing on the page reads like
    a story; the judge says so to the user.
    """
    light = lightened(document.tree)
    pieces = pieces_of(light)
    deep = any(piece.place.depth >= DEEPEST for piece in pieces)
    scene = survey(pieces, [] if deep else backbone(light))
    choice = choose(scene, title, description or "", live=_is_live(document))
    _obey(choice, rules_for(document.url), light)
    blocks = tuple(_block(piece) for piece in pieces if choice.kept[piece.number])
    body = Body(blocks, _captions(choice), tuple(_removed(choice)), tuple(_warnings(choice)), scene.view)
    declared = declared_lines(document.json_ld)
    if declared and tells_more(declared, [block.text for block in blocks]):
        return body._replace(blocks=tuple(map(Block, declared)), view="declared", warnings=(_DECLARED,))
    return body


_DECLARED = "The page shows only the beginning of the story; the text is the one that it declares in JSON-LD."
_DOUBT = (
    "The page's structure speaks against half of the text, which was kept; look at whether it is the story."
)


def _warnings(choice: Choice) -> Iterator[str]:
    if choice.doubtful:
        yield _DOUBT


def _obey(choice: Choice, rules: SiteRules, light: Any) -> None:
    """What the site's own rules say, over what was chosen."""
    pieces = choice.scene.pieces
    if rules.body:
        stories = set(light.xpath(rules.body))
        within = [any(place.element in stories for place in piece.place.path()) for piece in pieces]
        if any(inside and choice.scene.prose[n] for n, inside in enumerate(within)):
            for n, inside in enumerate(within):
                decide = choice.add if inside else choice.drop
                decide(n, "site-rule")
    rubbish = set(light.xpath(rules.drop)) if rules.drop else set()
    for n, piece in enumerate(pieces):
        if choice.kept[n] and (
            (rubbish and any(place.element in rubbish for place in piece.place.path()))
            or (rules.lines and rules.lines.fullmatch(piece.text.lower()))
        ):
            choice.drop(n, "site-rule")


def _is_live(document: Document) -> bool:
    kinds = (node.get("@type") for node in document.json_ld)
    return any(
        kind == "LiveBlogPosting" or (isinstance(kind, list) and "LiveBlogPosting" in kind) for kind in kinds
    )


def _block(piece: Piece) -> Block:
    letter = piece.place.letter
    if letter == "q" and any(
        place.marks & M.EMBED for place, _ in zip(piece.place.path(), "123", strict=False)
    ):
        letter = "e"
    return Block(one_line(piece.text), letter, piece.link_share)


def _removed(choice: Choice) -> list[Removed]:
    pieces = choice.scene.pieces
    return [
        Removed(reason, one_line(pieces[n].text))
        for n, reason in sorted(choice.why.items())
        if not reason.startswith("+") and not choice.kept[n]
    ]


def _captions(choice: Choice) -> tuple[str, ...]:
    """What stands under the pictures of the story, each once, credits alone left out."""
    scene = choice.scene
    found = dict.fromkeys(
        one_line(piece.text)
        for piece, marks, inside in zip(scene.pieces, scene.marks, scene.inside, strict=False)
        if marks & (M.CAPTION | M.FIGURE)
        and (inside or choice.headline <= piece.number < choice.first)
        and not choice.kept[piece.number]
        and not marks & (M.RELATED | M.TEASER | M.ADVERT | M.SHARE | M.NAV | M.FOOT | M.COMMENT)
        and len(piece.text) < 1000
        and piece.link_share < 0.6
    )
    return tuple(caption for caption in found if len(caption) > 3)
