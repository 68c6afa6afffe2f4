"""The standfirst: the sentences between headline and text that sum the article up, in a larger or bolder hand.

Extractors leave it out, as it stands in the page's head and not in its text. It is taken where it is shown, and where
either the page's own description says the same or its element is called by one of the trade's names for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from lxml.html import HtmlElement

from onrecord.ingest.readers.web.blocks import HEADINGS, Block
from onrecord.ingest.readers.web.clutter import is_caption, is_clutter, words_of

# lead, dek, standfirst, chapeau, entradilla, sommario, Vorspann, ingress, perex: one thing in many newsrooms.
_NAMES: Final = frozenset(
    "lead intro introduction standfirst subtitle subtitles subheadline subhead subheading sublead dek deck abstract "
    "description excerpt summary teaser leadtext chapeau entradilla bajada sommario occhiello catenaccio vorspann "
    "ingress perex preamble tagline".split()
)
_PAIRS: Final = frozenset({"sub title", "sub headline", "sub heading", "sub head", "lead text"})
_NOT: Final = frozenset(
    "byline author authors date time timestamp category credit meta agency source updated toolbar".split()
)
_FEWEST: Final = 30  # letters and digits; a shorter line is a kicker or a label
_SAID: Final = 40  # letters and digits that the description has to share
_NEAR: Final = 3  # blocks above the headline where a description may stand


def standfirst(
    blocks: Sequence[Block], chosen: Sequence[int], known: frozenset[str], descriptions: Sequence[str]
) -> tuple[int, ...]:
    """The places of the blocks that are the standfirst; none where the page shows none.

    In: the blocks and the places of those chosen as text; folded titles; folded descriptions that the page gives.
    """
    first = next((at for at in chosen if len(blocks[at].key) > _SAID), chosen[0] if chosen else 0)
    headline = max((at for at in range(first) if blocks[at].tag == "h1" or blocks[at].key in known), default=None)
    if headline is None:
        return ()
    taken = set(chosen)
    found = []
    for at in range(max(0, headline - _NEAR), first):
        block = blocks[at]
        if (
            at in taken
            or block.key in known
            or block.link_share > 0.5
            or block.tag == "h1"
            or _is_beside(block.element)
        ):
            continue
        named = at > headline and len(block.key) >= _FEWEST and _is_named(block)
        if named or _is_said(block.key, descriptions):
            found.append(at)
    return tuple(found)


def _is_said(key: str, descriptions: Sequence[str]) -> bool:
    if len(key) < _FEWEST:
        return False
    return any(
        key == said or said.startswith(key[:_SAID]) or (len(said) > _SAID and said in key) for said in descriptions
    )


def _is_named(block: Block) -> bool:
    words = words_of(block.element)
    if block.tag not in HEADINGS and (parent := block.element.getparent()) is not None:
        words += words_of(parent)
    if not _NOT.isdisjoint(words):
        return False
    pairs = {f"{one} {other}" for one, other in pairwise(words)}
    return not _NAMES.isdisjoint(words) or not _PAIRS.isdisjoint(pairs)


def _is_beside(element: HtmlElement) -> bool:
    """True for a caption or a box."""
    around: HtmlElement | None = element
    for _ in range(4):
        if around is None:
            return False
        if around.tag in {"figure", "figcaption"} or is_caption(around) or is_clutter(around):
            return True
        around = around.getparent()
    return False
