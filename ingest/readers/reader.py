"""What a reader is: one format of file, how it is recognised, and how its bytes become source articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.ingest.records import Document, Field, Finding, SourceArticle

# Articles and what could not be read; a reader that gives no article gives a finding that says why.
Read: TypeAlias = tuple[tuple[SourceArticle, ...], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Reader:
    """One format.

    ``name``: short, becomes ``Document.format``. ``description``: what it reads, in words that fit before "expected".
    ``byte_limit``: larger files are refused. ``recognises``: asked with the file's name and its first bytes, whether
    this is the format; content counts before the name. ``read``: never raises for bad bytes, and passes the fields on
    to every article.
    """

    name: str
    description: str
    byte_limit: int
    recognises: Callable[[str, bytes], bool]
    read: Callable[[Document, bytes, tuple[Field, ...]], Read]
