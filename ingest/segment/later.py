"""Metadata that are given after an article was stored: what is known of it then, old and new together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from onrecord.ingest.addresses import address_key
from onrecord.ingest.records import Field, SourceArticle
from onrecord.ingest.segment.fields import ranked

# Who may say something new of the same text: all but the text, its header and its front matter.
_OUTSIDE: Final = frozenset({"table", "sidecar", "record", "option", "file_name"})

# As many values of one field and source are kept, so that a notice under thousands of addresses stays one row's worth.
MOST_VALUES: Final = 50

_Said = dict[tuple[str, str], tuple[Field, ...]]


def with_later(source: SourceArticle, stored: Sequence[Field], *, is_same_file: bool) -> SourceArticle | None:
    """The article as it is when told again, or None where that tells nothing new.

    In: the article as it was read now, and the fields it is stored with. What a source says of a field now takes the
    place of what the same source said before only where it is about the same file; otherwise it is added behind that,
    so that nothing is lost and two files of one article do not overrule each other at every run.
    Unsure: what is no longer said stays. A language stays as it was: by it the article was read or not.
    """
    before = _by_source(stored)
    now = {key: fields for key, fields in _by_source(ranked(source.fields)).items() if key[0] != "language"}
    join = _instead if is_same_file else _behind
    together = before | {key: join(before.get(key, ()), fields) for key, fields in now.items()}
    if together == before:
        return None
    return replace(source, fields=tuple(field for fields in together.values() for field in fields))


def _instead(before: tuple[Field, ...], now: tuple[Field, ...]) -> tuple[Field, ...]:
    """What the file says now, where it is not what stands first already; behind it is what other files added."""
    return before if before[: len(now)] == now else now


def _behind(before: tuple[Field, ...], now: tuple[Field, ...]) -> tuple[Field, ...]:
    """What another file says besides; one address in two ways of writing is told once."""
    told = {_compared(field) for field in before}
    new = [field for field in now if _compared(field) not in told]
    return (*before, *new[: max(0, MOST_VALUES - len(before))])


def _compared(field: Field) -> str | None:
    return address_key(field.value) if field.name == "url" else field.value.casefold()


def _by_source(fields: Iterable[Field]) -> _Said:
    """The fields that come from outside the text, by name and source."""
    said: _Said = {}
    for field in fields:
        if field.source in _OUTSIDE:
            said[field.name, field.source] = (*said.get((field.name, field.source), ()), field)
    return said
