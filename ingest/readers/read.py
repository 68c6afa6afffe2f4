"""One file from disk to source articles. Whatever is wrong with the file becomes a finding."""

from __future__ import annotations

import hashlib
import io
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from onrecord.ingest import limits
from onrecord.ingest.readers.archives import BROKEN, Budget, Member, TooMuchError, archive_kind, members
from onrecord.ingest.readers.reader import Read, Reader, refused, together
from onrecord.ingest.readers.registry import reader_called, reader_for
from onrecord.ingest.readers.signatures import held_in, known_format
from onrecord.ingest.readers.source_file import SourceFile
from onrecord.ingest.records import Document, Field

HEAD_BYTES: Final = 16_384  # what a reader is shown to recognise its format
_AT_ONCE: Final = 1 << 20


def read_stream(source: SourceFile) -> Iterator[Read]:
    """Read the articles of one file, a piece at a time: a piece is a file, a file of an archive, or a line of a stream.

    Out: pieces with articles, or with the finding that says why there is none; at least one.
    Errors: none; a bad file is a finding.
    """
    try:
        status = Path(source.path).stat()
        if not stat.S_ISREG(status.st_mode):
            yield refused("not-a-file", source.path, "no regular file", "a file", "leave it out")
            return
        with Path(source.path).open("rb") as file:
            yield from _read_open(source, file, status.st_size)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        why = getattr(error, "strerror", None) or str(error)
        yield refused("unreadable", source.path, f"a file that cannot be read ({why})", "a readable file", "check it")


def read_file(source: SourceFile) -> Read:
    """Everything that ``read_stream`` gives of one file, together."""
    return together(read_stream(source))


def read_bytes(path: str, data: bytes, fields: tuple[Field, ...] = ()) -> Read:
    """Read the articles of a file whose bytes are at hand, ``path`` being its name. Otherwise as ``read_file``."""
    return together(_read_open(SourceFile(path, fields), io.BytesIO(data), len(data)))


def _read_open(
    source: SourceFile, file: BinaryIO, size: int, depth: int = 0, budget: Budget | None = None
) -> Iterator[Read]:
    """Read an open file: by the reader that knows it, or file by file where it is an archive."""
    path = source.path
    head = file.read(HEAD_BYTES)
    if not head:
        yield refused("empty", path, "an empty file", "an article", "remove or fill it")
        return
    file.seek(0)
    kind = archive_kind(head)
    reader = reader_called(source.format) if source.format and not kind else reader_for(_unpacked_name(path), head)
    if reader is not None:
        yield from _read_with(reader, source, file)
    elif kind is None:
        markup = "XML or other markup" if head.lstrip()[:1] == b"<" else None
        found = known_format(head) or markup or "a format that is not known"
        holder = held_in(head)
        remedy = holder[1] if holder else "save the article as text, or name the format with --format"
        yield refused("unknown-format", path, found, "one of the formats of `onrecord ingest --help`", remedy)
    elif depth == limits.ARCHIVE_DEPTH:
        yield refused("archive-nested", path, "an archive inside many others", "articles", "unpack it first")
    else:
        yield from _read_archive(kind, source, file, size, depth, budget or Budget())


def _read_archive(
    kind: str, source: SourceFile, file: BinaryIO, size: int, depth: int, budget: Budget
) -> Iterator[Read]:
    seen = False
    try:
        for member in members(kind, source.path, file, size, budget):
            seen = True
            if isinstance(member, Member):
                inside = replace(source, path=member.path, fields=member.fields + source.fields)
                yield from _read_open(inside, member.file, _size(member.file, size), depth + 1, budget)
            else:
                yield (), (member,)
    except TooMuchError as error:
        yield refused("archive-too-large", source.path, str(error), "news articles", "unpack what you trust of it")
    except BROKEN as error:
        why = " ".join(str(error).split())[:200] or type(error).__name__
        yield refused("archive-broken", source.path, f"a broken {kind} archive ({why})", "a whole one", "pack it anew")
    else:
        if not seen:
            yield refused("archive-empty", source.path, "an archive without files", "articles in it", "leave it out")


def _size(file: BinaryIO, packed: int) -> int:
    return len(file.getbuffer()) if isinstance(file, io.BytesIO) else packed


def _unpacked_name(path: str) -> str:
    """The name that a packed file had before: ``news.jsonl.gz`` is recognised as ``news.jsonl``."""
    return path[:-3] if path.lower().endswith(".gz") else path


def _read_with(reader: Reader, source: SourceFile, file: BinaryIO) -> Iterator[Read]:
    if source.columns and reader.with_columns:
        reader = reader.with_columns(dict(source.columns))
    if reader.stream is not None:
        digest, size = _digest(file)
        document = Document(source.path, reader.name, digest, size)
        yield from reader.stream(document, file, source.fields)
        return
    data = file.read(reader.byte_limit + 1)
    if len(data) > reader.byte_limit:
        limit = f"at most {reader.byte_limit // limits.MEGABYTE} MB"
        yield refused("too-large", source.path, "a larger file", limit, "split it")
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
