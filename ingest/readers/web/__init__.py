"""A page of the web becomes an article: its text with the kinds its markup tells, and what it says of itself.

``read_page`` is the one door: HTML files, MHTML, feeds, WARC records and fetched pages all go through it. Inside, the
tree is parsed once; metadata are read from it first, then the text is chosen.
"""

from __future__ import annotations

from onrecord.ingest.readers.web.charset import decode_page
from onrecord.ingest.readers.web.page import Origin, read_fragment, read_page

__all__ = ["Origin", "decode_page", "read_fragment", "read_page"]
