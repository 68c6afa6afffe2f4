"""Lines that belong to the page and not to the article: read-also links, adverts, credits, captions.

What a line has to look like stands in ``data/reference/boilerplate.tsv``, one row a pattern, with an example that it
must match and one that it must not. A pattern has to match the whole line: a sentence that merely begins like a link
stays text. Nothing is deleted; such a line is kept with its kind and rule, and no quotes are read from it.
Limits: patterns know English best; a credit at the end of a longer paragraph stays with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from onrecord.ingest.records import ParagraphKind
from onrecord.ingest.reference import table


@dataclass(frozen=True, slots=True)
class LineRule:
    """One row of the reference list.

    ``pattern`` has to match the whole line, white space folded. ``needs``: where the pattern begins with any words at
    all, those of which a line must hold one to match; none where its first letters tell soon enough.
    """

    pattern: str
    needs: tuple[str, ...]
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
            tuple(row["needs"].split("|")) if row["needs"] else (),
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
    words = " ".join(line.split())
    if not _may_match(words):
        return None
    return next((rule for rule, pattern in _patterns() if pattern.fullmatch(words)), None)


def _may_match(words: str) -> bool:
    """True for the lines that some pattern matches; all are asked at once, the costly ones where a word needs them."""
    # The two letters that a pattern without case takes for i, and that casefold does not make one.
    folded = words.replace("İ", "i").replace("ı", "i").casefold()
    is_needed = any(map(folded.__contains__, _needs())) and _any_of(costly=True).fullmatch(words) is not None
    return is_needed or _any_of(costly=False).fullmatch(words) is not None


@cache
def _patterns() -> tuple[tuple[LineRule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(rule.pattern)) for rule in line_rules())


@cache
def _any_of(*, costly: bool) -> re.Pattern[str]:
    """The patterns that need words, or those that need none, as one."""
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in line_rules() if bool(rule.needs) == costly))


@cache
def _needs() -> tuple[str, ...]:
    """All words of which a line must hold one for a costly pattern, each once."""
    return tuple(dict.fromkeys(need for rule in line_rules() for need in rule.needs))
