"""An article's blocks in the order of its page: its headline, what is folded away above the story, the story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.publish.blocks import Block

# A story begins with a paragraph or a heading of its own; byline, dateline and captions may stand before it.
_STORY = ("body", "heading")


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a page. Each block stands in exactly one of the three.

    ``headline``: shown as such; None where the text has none. ``folded``: what stands above the story and is no part of
    it, such as front matter, a repeated headline, an invitation to subscribe. ``story``: all others, in their order.
    """

    headline: Block | None
    folded: tuple[Block, ...]
    story: tuple[Block, ...]


def laid_out(blocks: Sequence[Block]) -> Layout:
    """The blocks of an article, laid out.

    In: its blocks in text order. Out: the first title is the headline, whatever another source says the title is.
    Unsure: a block with a quote in it is never folded away, and nothing is where no story follows.
    """
    headline = next((block for block in blocks if block.kind == "title"), None)
    begin = next((place for place, block in enumerate(blocks) if block.kind in _STORY), 0)
    folded = tuple(block for block in blocks[:begin] if block.kind == "boilerplate" and not block.notes)
    story = tuple(block for block in blocks if block is not headline and block not in folded)
    return Layout(headline, folded, story)
