"""What a reader is: one format of file, how it is recognised, and how its bytes become source articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from onrecord.ingest.records import Document, Field, Finding, SourceArticle

# Articles and what could not be read; a reader that gives no article gives a finding that says why.
Read: TypeAlias = tuple[tuple[SourceArticle, ...], tuple[Finding, ...]]
# Name of a field, or "text", -> the key or column that holds it: what the user says of a format without fixed names.
Columns: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reader:
    """One format.

    ``name``: short, becomes ``Document.format``. ``description``: what it reads, in words that fit before "expected".
    ``byte_limit``: larger files are refused. ``recognises``: asked with the file's name and its first bytes, whether
    this is the format; content counts before the name. ``read``: never raises for bad bytes, and passes the fields on
    to every article.
    ``stream``: for containers that may be larger than memory, which ``byte_limit`` then does not concern: gives what
    ``read`` gives piece by piece from an open file; a piece without article has the finding that says why.
    ``with_columns``: the same reader, told which keys or columns hold what.
    """

    name: str
    description: str
    byte_limit: int
    recognises: Callable[[str, bytes], bool]
    read: Callable[[Document, bytes, tuple[Field, ...]], Read]
    stream: Callable[[Document, BinaryIO, tuple[Field, ...]], Iterator[Read]] | None = None
    with_columns: Callable[[Columns], Reader] | None = None


def refused(code: str, path: str, found: str, expected: str, remedy: str) -> Read:
    """No article, and the finding that says why, in the one form that findings have."""
    return (), (finding(code, path, found, expected, remedy),)


def finding(code: str, path: str, found: str, expected: str, remedy: str) -> Finding:
    """A finding: what was found, what was expected, what to do."""
    return Finding(code, f"{path}: {found} found, {expected} expected; {remedy}.", path)


def together(pieces: Iterable[Read]) -> Read:
    """The articles and findings of all pieces."""
    everything = list(pieces)
    return tuple(a for articles, _ in everything for a in articles), tuple(f for _, found in everything for f in found)
