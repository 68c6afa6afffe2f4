"""Lines that belong to the page and not to the article: read-also links, adverts, credits, captions.

What a line has to look like stands in ``data/reference/boilerplate.tsv``, one row a pattern, with an example that it
must match and one that it must not. A pattern has to match the whole line: a sentence that merely begins like a link
stays text. Nothing is deleted; such a line is kept with its kind and rule, and no quotes are read from it.
Limits: patterns know English best; a credit at the end of a longer paragraph stays with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

from onrecord.ingest.records import ParagraphKind
from onrecord.ingest.reference import table


@dataclass(frozen=True, slots=True)
class LineRule:
    """One row of the reference list. ``pattern`` has to match the whole line, white space folded."""

    pattern: str
    kind: ParagraphKind
    rule: str
    language: str
    example: str
    counter_example: str


@cache
def line_rules() -> tuple[LineRule, ...]:
    """The reference list, in its order."""
    return tuple(
        LineRule(
            row["pattern"],
            cast("ParagraphKind", row["kind"]),
            row["rule"],
            row["language"],
            row["example"],
            row["counter_example"],
        )
        for row in table("boilerplate.tsv")
    )


def line_rule(line: str) -> LineRule | None:
    """The first rule whose pattern matches a whole line, or None.

    In: a block of the settled text; its line ends and runs of white space count as one blank.
    """
    match = _any_rule().fullmatch(" ".join(line.split()))
    return line_rules()[int((match.lastgroup or "r0")[1:])] if match else None


@cache
def _any_rule() -> re.Pattern[str]:
    """All patterns as one, each a group that is called by its place."""
    return re.compile(_joined(rule.pattern for rule in line_rules()))


def _joined(patterns: Iterable[str]) -> str:
    return "|".join(f"(?P<r{place}>{pattern})" for place, pattern in enumerate(patterns))
