"""Every format that can be read, asked in this order. A new format is one new file and one name here."""

from __future__ import annotations

from typing import Final

from onrecord.ingest.readers.feed import FEED
from onrecord.ingest.readers.html import HTML
from onrecord.ingest.readers.mhtml import MHTML
from onrecord.ingest.readers.reader import Reader
from onrecord.ingest.readers.text import MARKDOWN, PLAIN_TEXT
from onrecord.ingest.readers.warc import WARC

# Formats known by their content come first, plain text last: nearly everything can pass for it.
READERS: Final[tuple[Reader, ...]] = (WARC, FEED, MHTML, HTML, MARKDOWN, PLAIN_TEXT)


def reader_for(name: str, head: bytes) -> Reader | None:
    """The first reader that recognises a file by its first bytes and its name, or None."""
    return next((reader for reader in READERS if reader.recognises(name, head)), None)
