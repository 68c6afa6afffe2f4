"""Colons of headlines that announce no speech: "Storm Ada: latest updates", "Analysis: why the plan failed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.ingest.language.reading import Content
    from onrecord.ingest.spans import Span

# What papers call their own pieces, behind the colon and before it.
_PIECE = re.compile(
    r"(?:the\s+)?(?:(?:(?:latest|live|breaking|key|full|all\s+the|five|ten|\d+)\s+)+"
    r"(?:news|updates?|blog|coverage|results?|reaction|details|points|moments|questions|takeaways|things|photos|video)|"
    r"updates?|latest|timeline|explainer|analysis|explained|as\s+it\s+happened|in\s+pictures|what\s+(?:we|to)\s+know|"
    r"(?:what|all|everything)\s+you\s+need\s+to\s+know)(?=\s*$|\s+(?:on|as|from|so|after|about|for|in|at|of|ahead)\b)",
    re.IGNORECASE,
)
_RUBRIC = re.compile(
    r"analysis|opinion|comment|editorial|explainer|explained|factbox|fact\s+check|timeline|profile|obituary|review|"
    r"preview|interview|video|watch|listen|podcast|gallery|live|breaking|exclusive|update|q&a|letters?|quiz|recap",
    re.IGNORECASE,
)


def without_rubrics(text: str, read: Sequence[Span], contents: Iterable[Content]) -> tuple[Content, ...]:
    """Contents without what only a headline's colon introduces, and nobody says.

    In: the settled text, the paragraphs read, and the contents.
    Out: the contents in order. Left out are those whose likeliest cue is a colon and that stand directly behind one,
    in a paragraph that ends like a headline (with no full stop), where the words behind name the piece itself ("latest
    updates", "what we know so far") or those before it do ("Analysis").
    Unsure: everything else behind a colon stays; "Roe: we will win" is what headlines make of a quote.
    """
    lines = [span for span in read if span.of(text).rstrip()[-1:] not in {".", "!"}]
    return tuple(content for content in contents if not _is_rubric(text, lines, content))


def _is_rubric(text: str, lines: Sequence[Span], content: Content) -> bool:
    line = next((span for span in lines if span.covers(content.span)), None)
    if line is None or not content.cues or content.cues[0].span.of(text).strip() != ":":
        return False
    before = text[line.start : content.span.start].rstrip()
    named = _PIECE.match(content.span.of(text)) or _RUBRIC.fullmatch(before.rstrip(": "))
    return before.endswith(":") and named is not None
