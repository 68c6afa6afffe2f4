"""Every format that can be read, asked in this order. A new format is one new file and one name here."""

from __future__ import annotations

from typing import Final

from onrecord.ingest.readers.anpa import ANPA
from onrecord.ingest.readers.csv_file import TABLE
from onrecord.ingest.readers.docx import DOCX
from onrecord.ingest.readers.europresse import EUROPRESSE
from onrecord.ingest.readers.factiva_html import FACTIVA_HTML
from onrecord.ingest.readers.factiva_xml import FACTIVA_XML
from onrecord.ingest.readers.feed import FEED
from onrecord.ingest.readers.html import HTML
from onrecord.ingest.readers.json_file import JSON
from onrecord.ingest.readers.json_lines import JSON_LINES
from onrecord.ingest.readers.mail import MAIL
from onrecord.ingest.readers.mhtml import MHTML
from onrecord.ingest.readers.newsml_g2 import NEWSML_G2
from onrecord.ingest.readers.nexis_html import NEXIS_HTML
from onrecord.ingest.readers.nexis_text import NEXIS_TEXT
from onrecord.ingest.readers.ninjs import NINJS
from onrecord.ingest.readers.nitf import NITF
from onrecord.ingest.readers.parquet import PARQUET
from onrecord.ingest.readers.reader import Reader
from onrecord.ingest.readers.reuters_sgml import REUTERS_SGML
from onrecord.ingest.readers.text import MARKDOWN, PLAIN_TEXT
from onrecord.ingest.readers.warc import WARC
from onrecord.ingest.readers.wordpress import WORDPRESS

# Formats known by their content come first, the most exact before others; plain text last, as nearly everything can
# pass for it.
READERS: Final[tuple[Reader, ...]] = (
    WARC,
    DOCX,
    PARQUET,
    ANPA,
    NEXIS_HTML,
    FACTIVA_HTML,
    EUROPRESSE,
    FACTIVA_XML,
    NEWSML_G2,
    NITF,
    WORDPRESS,
    FEED,
    REUTERS_SGML,
    MHTML,
    NINJS,
    JSON_LINES,
    JSON,
    MAIL,
    NEXIS_TEXT,
    HTML,
    TABLE,
    MARKDOWN,
    PLAIN_TEXT,
)


def reader_for(name: str, head: bytes) -> Reader | None:
    """The first reader that recognises a file by its first bytes and its name, or None."""
    return next((reader for reader in READERS if reader.recognises(name, head)), None)


def reader_called(name: str) -> Reader | None:
    """The reader of that name, or None."""
    return next((reader for reader in READERS if reader.name == name), None)
