"""What each block of an article is: title, byline, dateline, body, heading, caption, credit or boilerplate.

One rule after the other looks at the blocks; the first that is sure decides, and what nobody is sure of is body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from onrecord.ingest.records import ParagraphKind
from onrecord.ingest.segment.boilerplate import line_rule
from onrecord.ingest.segment.byline import byline_in, is_glued
from onrecord.ingest.segment.dateline import Dateline, dateline_in
from onrecord.ingest.segment.title import given_title, repeated_title

_TOP: Final = 6  # blocks among which a byline and a dateline are looked for
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+\S")

Decision = tuple[ParagraphKind, str]
BODY: Final[Decision] = ("body", "body")
NOTHING_TOLD: Final[Mapping[int, Decision]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Kinds:
    """What was decided of an article's blocks.

    ``decisions``: kind and rule, one a block. ``title``, ``byline``, ``dateline``: the block that says it and what it
    says. ``glued``: a block that seems to be a byline grown together with the first sentence.
    """

    decisions: tuple[Decision, ...]
    title: tuple[int, str] | None
    byline: tuple[int, str] | None
    dateline: tuple[int, Dateline] | None
    glued: int | None


def kinds_of(
    blocks: Sequence[str],
    title: str | None,
    document_format: str,
    told: Mapping[int, Decision] = NOTHING_TOLD,
) -> Kinds:
    """Decide the kind of every block.

    In: the blocks of the settled text in order; the title that metadata give, or None; what the file's
    format tells of some blocks, which no rule changes.
    """
    decided: dict[int, Decision] = dict(told)
    for at, block in enumerate(blocks):
        rule = None if at in told else line_rule(block)
        if rule:
            decided[at] = (rule.kind, rule.rule)
    text_title = _decide_title(blocks, title, decided)
    byline = dateline = glued = None
    for at, block in enumerate(blocks[:_TOP]):
        if at in decided:
            continue
        if byline is None and (said := byline_in(block)):
            byline, decided[at] = (at, said), ("byline", "byline")
        elif dateline is None and (filed := dateline_in(block)):
            dateline = (at, filed)
            if filed.is_whole:
                decided[at] = ("dateline", "dateline")
        elif glued is None and is_glued(block):
            glued = at
    if document_format == "markdown":
        headings = (at for at, block in enumerate(blocks) if at not in decided and _MARKDOWN_HEADING.match(block))
        decided.update((at, ("heading", "markdown_heading")) for at in headings)
    decisions = tuple(decided.get(at, BODY) for at in range(len(blocks)))
    return Kinds(decisions, text_title, byline, dateline, None if byline else glued)


def _decide_title(blocks: Sequence[str], title: str | None, decided: dict[int, Decision]) -> tuple[int, str] | None:
    """Put title and repeated title into ``decided``; the answer is the title that the text itself gives."""
    if not blocks or (0 in decided and not given_title(blocks, title)):
        return None
    copies = repeated_title(blocks)
    decided.update((at, ("boilerplate", "title_repeated")) for at in copies)
    if given_title(blocks, title):
        decided[0] = ("title", "title_given")
    elif copies:
        decided[0] = ("title", "title_repeated")
    return (0, blocks[0]) if copies else None
