"""Archives: the files of a ZIP or TAR and the content of a gzip file, one after the other, within set limits.

Nothing is written to disk, so that no name in an archive leads anywhere; names that would lead out of it are refused
all the same, as nobody packs news that way.
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import BinaryIO, Final, cast

from onrecord.ingest import limits
from onrecord.ingest.readers.packed_metadata import PackedMetadata
from onrecord.ingest.readers.reader import finding
from onrecord.ingest.readers.tables import is_table
from onrecord.ingest.readers.walk import is_hidden, tells_about
from onrecord.ingest.records import Field, Finding

_TAR_SIGN: Final = slice(257, 262)
# What the parsers of the standard library raise for a broken archive.
BROKEN: Final = (
    zipfile.BadZipFile, tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError, RuntimeError,
    UnicodeDecodeError,
)  # fmt: skip


class TooMuchError(Exception):
    """An archive goes beyond a limit; ``str(error)`` says which, in words that fit before "found"."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive.

    ``path``: the archive's path and its own; ``file``: open, at its beginning; ``fields``: what lies beside it says.
    """

    path: str
    file: BinaryIO
    fields: tuple[Field, ...] = ()


class Budget:
    """How much one archive, with all that is packed inside it, may still unpack to."""

    def __init__(self) -> None:
        self._bytes, self._members = limits.ARCHIVE_BYTES, limits.ARCHIVE_MEMBERS

    def take(self, byte_count: int) -> None:
        """Count unpacked bytes. Errors: TooMuchError."""
        self._bytes -= byte_count
        if self._bytes < 0:
            raise TooMuchError("an archive that unpacks to more than all limits")

    def next_member(self) -> None:
        """Count a file. Errors: TooMuchError."""
        self._members -= 1
        if self._members < 0:
            raise TooMuchError("an archive of too many files")


class Unpacked(io.RawIOBase):
    """A gzip file's content, of which each byte is counted. It can be read again from its beginning."""

    def __init__(self, packed: BinaryIO, packed_size: int, budget: Budget) -> None:
        self._file = gzip.GzipFile(fileobj=packed)
        self._most = max(packed_size * limits.PACKED_RATIO, limits.RATIO_FREE_BYTES)
        self._furthest = 0
        self._budget = budget

    def readable(self) -> bool:
        """True: it can be read."""
        return True

    def seekable(self) -> bool:
        """True: it can go back to its beginning."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place in the unpacked bytes."""
        return self._file.seek(offset, whence)

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # the stub asks for any buffer
        """Read the next bytes. Errors: TooMuchError where they are far more than the file's size explains."""
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        at = self._file.tell()
        if at > self._furthest:
            self._budget.take(at - self._furthest)
            self._furthest = at
            if at > self._most:
                raise TooMuchError(f"a gzip file that unpacks to over {limits.PACKED_RATIO} times its size")
        return len(data)


def archive_kind(head: bytes) -> str | None:
    """Whether a file's first bytes show an archive: zip, tar or gzip; None for other files."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    return "tar" if head[_TAR_SIGN] == b"ustar" else None


def members(kind: str, path: str, file: BinaryIO, size: int, budget: Budget) -> Iterator[Member | Finding]:
    """The files of an archive in its order; findings for those that are refused.

    In: the kind as ``archive_kind`` gives it; ``size``: bytes of the archive itself.
    Errors: one of BROKEN, and TooMuchError; what came before is sound.
    """
    if kind == "gzip":
        yield Member(path, cast("BinaryIO", io.BufferedReader(Unpacked(file, size, budget))))
        return
    if kind == "zip":
        yield from _beside_each_other(path, file, budget)
        return
    yield from _opened(path, _taped(path, file), budget)


def _beside_each_other(path: str, file: BinaryIO, budget: Budget) -> Iterator[Member | Finding]:
    """The files of a ZIP, which can be read in any order, with what its tables and sidecars say of them."""
    with zipfile.ZipFile(file) as archive:
        inside = [info for info in archive.infolist() if not info.is_dir() and not _is_passed_over(info.filename)]
        names = [one.filename for one in inside if not one.flag_bits & 1]
        beside = PackedMetadata(path, archive, names, budget.take)
        yield from beside.findings
        others = [info for info in inside if not beside.is_metadata(info.filename)]
        for one in _opened(path, _zipped(path, archive, others), budget):
            if isinstance(one, Member):
                fields, findings = beside.fields_for(one.path.removeprefix(f"{path}/"))
                yield from findings
                yield replace(one, fields=fields)
            else:
                yield one


def _opened(path: str, contents: Iterable[tuple[str, bytes | Finding]], budget: Budget) -> Iterator[Member | Finding]:
    for name, content in contents:
        budget.next_member()
        place = f"{path}/{name}"
        if isinstance(content, Finding):
            yield content
        elif _leads_out(name):
            yield finding("path-refused", path, f"the name {name!r}", "a name inside the archive", "pack it anew")
        elif is_table(PurePosixPath(name).name):
            yield finding("table-in-archive", place, "a metadata table", "articles", "unpack the archive first")
        elif not _is_passed_over(name):
            budget.take(len(content))
            yield Member(place, io.BytesIO(content))


def _zipped(
    path: str, archive: zipfile.ZipFile, inside: Iterable[zipfile.ZipInfo]
) -> Iterator[tuple[str, bytes | Finding]]:
    for info in inside:
        if info.flag_bits & 1:
            yield info.filename, finding("encrypted", f"{path}/{info.filename}", "a file under a password",
                                         "an open file", "unpack it first")  # fmt: skip
            continue
        most = min(limits.MEMBER_BYTES, max(info.compress_size * limits.PACKED_RATIO, limits.RATIO_FREE_BYTES))
        with archive.open(info) as member:
            data = member.read(most + 1)
        yield info.filename, data if len(data) <= most else _too_large(path, info.filename, most)


def _taped(path: str, file: BinaryIO) -> Iterator[tuple[str, bytes | Finding]]:
    with tarfile.open(fileobj=file, mode="r|") as archive:
        for info in archive:
            if info.issym() or info.islnk() or info.isdev():
                yield info.name, finding("link-refused", f"{path}/{info.name}", "a link or device", "a file",
                                         "pack the file itself")  # fmt: skip
            elif info.isfile() and info.size > limits.MEMBER_BYTES:
                yield info.name, _too_large(path, info.name, limits.MEMBER_BYTES)
            elif info.isfile():
                member = archive.extractfile(info)
                yield info.name, member.read() if member else b""


def _too_large(path: str, name: str, most: int) -> Finding:
    limit = f"at most {most // limits.MEGABYTE} MB for one of its packed size"
    return finding("too-large", f"{path}/{name}", "a larger file in an archive", limit, "unpack it first")


def _leads_out(name: str) -> bool:
    """True for a name that would lead out of the folder an archive is unpacked in."""
    parts = PurePosixPath(name.replace("\\", "/"))
    return parts.is_absolute() or ".." in parts.parts or name[1:2] == ":"


def _is_passed_over(name: str) -> bool:
    """True for what is passed over in folders, too: hidden files, README and LICENSE; and for a Mac's shadow files."""
    path = PurePosixPath(name)
    hidden = any(is_hidden(part) and part not in {"..", "."} for part in path.parts)
    return hidden or "__MACOSX" in path.parts or tells_about(path)
