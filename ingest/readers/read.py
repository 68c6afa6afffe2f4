"""One file from disk to source articles. Whatever is wrong with the file becomes a finding."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from typing import Final

from onrecord.ingest.readers.reader import Read
from onrecord.ingest.readers.registry import READERS, reader_for
from onrecord.ingest.readers.signatures import known_format
from onrecord.ingest.readers.source_file import SourceFile
from onrecord.ingest.records import Document, Field, Finding

HEAD_BYTES: Final = 4096  # what a reader is shown to recognise its format


def read_file(source: SourceFile) -> Read:
    """Read the articles of one file.

    Out: its articles, and what could not be read. A file that gives no article gives a finding.
    Errors: none; a bad file is a finding.
    """
    try:
        status = Path(source.path).stat()
        if not stat.S_ISREG(status.st_mode):
            return _refused("not-a-file", source.path, "no regular file found", "a file", "leave it out")
        largest = max(reader.byte_limit for reader in READERS)
        with Path(source.path).open("rb") as file:
            data = file.read(largest + 1)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        why = getattr(error, "strerror", None) or str(error)
        return _refused("unreadable", source.path, f"the file cannot be read ({why})", "a readable file", "check it")
    return read_bytes(source.path, data, source.fields)


def read_bytes(path: str, data: bytes, fields: tuple[Field, ...] = ()) -> Read:
    """Read the articles of a file whose bytes are at hand, ``path`` being its name. Otherwise as ``read_file``."""
    if not data:
        return _refused("empty", path, "an empty file found", "an article", "remove or fill it")
    head = data[:HEAD_BYTES]
    reader = reader_for(path, head)
    if reader is None:
        found = known_format(head) or "a format that is not known"
        readable = " or ".join(reader.description for reader in READERS)
        return _refused("unknown-format", path, f"{found} found", readable, "save the article as text")
    if len(data) > reader.byte_limit:
        limit = f"at most {reader.byte_limit // 1_000_000} MB"
        return _refused("too-large", path, "a larger file found", limit, "split it into one file an article")
    document = Document(path, reader.name, hashlib.sha256(data).hexdigest(), len(data))
    return reader.read(document, data, fields)


def _refused(code: str, path: str, found: str, expected: str, remedy: str) -> Read:
    return (), (Finding(code, f"{path}: {found}, {expected} expected; {remedy}.", path),)
