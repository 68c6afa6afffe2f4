"""Plain text and Markdown: one file is one article, its text taken as it stands."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.decode import decode
from onrecord.ingest.readers.reader import Read, Reader
from onrecord.ingest.readers.signatures import known_format
from onrecord.ingest.records import Document, Field, Finding, SourceArticle

_TEXT_SUFFIXES: Final = frozenset({"", ".txt", ".text"})
_MARKDOWN_SUFFIXES: Final = frozenset({".md", ".markdown"})
_WORD = re.compile(r"[^\W_]")


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read one article of UTF-8 text.

    Out: one article, or none and the finding that says why: not UTF-8, binary, no words.
    Unsure: another encoding is named where it can be seen, never guessed.
    """
    text = decode(document.path, data)
    if isinstance(text, Finding):
        return (), (text,)
    if not _WORD.search(text):
        message = f"{document.path}: no letter or digit found, an article expected; remove the file or fill it."
        return (), (Finding("no-words", message, document.path),)
    return (SourceArticle(document, 1, text, fields),), ()


def _is_plain_text(name: str, head: bytes) -> bool:
    return known_format(head) is None and PurePath(name).suffix.lower() in _TEXT_SUFFIXES


def _is_markdown(name: str, head: bytes) -> bool:
    return known_format(head) is None and PurePath(name).suffix.lower() in _MARKDOWN_SUFFIXES


PLAIN_TEXT: Final = Reader(
    "text", "plain text in UTF-8 (.txt, .text or no ending)", limits.TEXT_BYTES, _is_plain_text, read
)
MARKDOWN: Final = Reader("markdown", "Markdown in UTF-8 (.md, .markdown)", limits.TEXT_BYTES, _is_markdown, read)
