"""From bytes to source articles: which files there are, what lies beside them, and one reader a format.

``find_files`` spreads paths, folders and patterns into files; ``read_stream`` reads one of them piece by piece,
``read_file`` as a whole, ``read_bytes`` the same for bytes that are at hand. None of them raises for what it meets:
what cannot be read is a finding.
"""

from __future__ import annotations

from onrecord.ingest.readers.fetched import read_fetched
from onrecord.ingest.readers.find import find_files
from onrecord.ingest.readers.lines import read_lines
from onrecord.ingest.readers.options import Options
from onrecord.ingest.readers.read import read_bytes, read_file, read_stream
from onrecord.ingest.readers.registry import READERS
from onrecord.ingest.readers.source_file import SourceFile

__all__ = [
    "READERS",
    "Options",
    "SourceFile",
    "find_files",
    "read_bytes",
    "read_fetched",
    "read_file",
    "read_lines",
    "read_stream",
]
