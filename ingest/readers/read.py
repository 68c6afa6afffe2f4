"""One file from disk to source articles. Whatever is wrong with the file becomes a finding."""

from __future__ import annotations

import hashlib
import io
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from onrecord.ingest.readers.reader import Read, Reader, refused
from onrecord.ingest.readers.registry import READERS, reader_for
from onrecord.ingest.readers.signatures import known_format
from onrecord.ingest.readers.source_file import SourceFile
from onrecord.ingest.records import Document, Field

HEAD_BYTES: Final = 16_384  # what a reader is shown to recognise its format
_AT_ONCE: Final = 1 << 20


def read_stream(source: SourceFile) -> Iterator[Read]:
    """Read the articles of one file, a piece at a time: a piece is a file, or a record of a stream.

    Out: pieces with articles, or with the finding that says why there is none; at least one.
    Errors: none; a bad file is a finding.
    """
    try:
        status = Path(source.path).stat()
        if not stat.S_ISREG(status.st_mode):
            yield refused("not-a-file", source.path, "no regular file", "a file", "leave it out")
            return
        with Path(source.path).open("rb") as file:
            yield from _read_open(source, file)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        why = getattr(error, "strerror", None) or str(error)
        yield refused("unreadable", source.path, f"a file that cannot be read ({why})", "a readable file", "check it")


def read_file(source: SourceFile) -> Read:
    """Everything that ``read_stream`` gives of one file, together."""
    return _together(read_stream(source))


def read_bytes(path: str, data: bytes, fields: tuple[Field, ...] = ()) -> Read:
    """Read the articles of a file whose bytes are at hand, ``path`` being its name. Otherwise as ``read_file``."""
    return _together(_read_open(SourceFile(path, fields), io.BytesIO(data)))


def _together(pieces: Iterator[Read]) -> Read:
    everything = list(pieces)
    return tuple(a for articles, _ in everything for a in articles), tuple(f for _, found in everything for f in found)


def _read_open(source: SourceFile, file: BinaryIO) -> Iterator[Read]:
    """Read an open file by the reader that knows it."""
    head = file.read(HEAD_BYTES)
    if not head:
        yield refused("empty", source.path, "an empty file", "an article", "remove or fill it")
        return
    file.seek(0)
    reader = reader_for(source.path, head)
    if reader is not None:
        yield from _read_with(reader, source, file)
        return
    found = known_format(head) or "a format that is not known"
    readable = " or ".join(reader.description for reader in READERS)
    yield refused("unknown-format", source.path, found, readable, "save the article as text")


def _read_with(reader: Reader, source: SourceFile, file: BinaryIO) -> Iterator[Read]:
    if reader.stream is not None:
        digest, size = _digest(file)
        yield from reader.stream(Document(source.path, reader.name, digest, size), file, source.fields)
        return
    data = file.read(reader.byte_limit + 1)
    if len(data) > reader.byte_limit:
        limit = f"at most {reader.byte_limit // 1_000_000} MB"
        yield refused("too-large", source.path, "a larger file", limit, "split it into one file an article")
        return
    document = Document(source.path, reader.name, hashlib.sha256(data).hexdigest(), len(data))
    yield reader.read(document, data, source.fields)


def _digest(file: BinaryIO) -> tuple[str, int]:
    """The SHA-256 and size of what an open file holds, which is then at its beginning again."""
    digest, size = hashlib.sha256(), 0
    while piece := file.read(_AT_ONCE):
        digest.update(piece)
        size += len(piece)
    file.seek(0)
    return digest.hexdigest(), size
