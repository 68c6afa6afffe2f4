"""What the file's own format tells of an article's blocks: a heading tag, a caption, a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.ingest.records import ParagraphKind
from onrecord.ingest.segment.kinds import Decision
from onrecord.ingest.spans import Span


def told_kinds(blocks: Sequence[Span], told: Sequence[tuple[Span, ParagraphKind, str]]) -> Mapping[int, Decision]:
    """The kind and rule of those blocks that lie in a stretch whose kind the format tells.

    In: blocks and stretches in text order. Out: place of the block -> its decision.
    Unsure: a block that reaches out of the stretch is left to the rules.
    """
    decided: dict[int, Decision] = {}
    at = 0
    for span, kind, rule in sorted(told, key=lambda one: one[0]):
        while at < len(blocks) and blocks[at].start < span.start:
            at += 1
        while at < len(blocks) and span.covers(blocks[at]):
            decided[at] = (kind, rule)
            at += 1
    return decided
