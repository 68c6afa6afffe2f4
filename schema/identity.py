"""Whose file is this? Told from its first bytes, before anything opens it, so that a stranger's file is never touched.

Source: https://www.sqlite.org/fileformat.html, section 1.3, "The Database Header".
"""

from __future__ import annotations

from pathlib import Path

from onrecord.schema.base import APPLICATION_ID
from onrecord.schema.errors import DatabaseError, ForeignFileError

MAGIC = b"SQLite format 3\x00"
HEADER_SIZE = 100


def holds_corpus(path: Path) -> bool:
    """Tell a corpus from nothing at all.

    In: a path. Out: True for a corpus; False where there is no file yet, or an empty one.
    Errors: ForeignFileError for everything else; DatabaseError where the file cannot be read.
    """
    if not path.exists():
        return False
    if not path.is_file():
        raise ForeignFileError(f"{path} is no file; name the SQLite file that is to hold the corpus")
    header = read_header(path)
    if not header:
        return False
    if not header.startswith(MAGIC):
        raise ForeignFileError(f"{path} is no SQLite database; nothing was changed, choose another file")
    found = int.from_bytes(header[68:72], "big")
    if found != APPLICATION_ID:
        raise ForeignFileError(
            f"{path} is the database of another program (application id {found}, not {APPLICATION_ID}); "
            "nothing was changed, choose another file"
        )
    return True


def read_header(path: Path) -> bytes:
    """The first 100 bytes of a file (fewer, if it has no more). Errors: DatabaseError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(HEADER_SIZE)
    except OSError as error:
        raise DatabaseError(f"{path} cannot be read: {error.strerror}") from error
