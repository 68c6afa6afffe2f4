"""Errors about a database file as a whole, each with one sentence for the user: what was found, expected, what to do.

One root, so that a caller can catch all. The command prints the sentence; nothing was changed in the file.
"""

from __future__ import annotations


class DatabaseError(Exception):
    """The root: a database that cannot be opened, read or brought up to date."""


class ForeignFileError(DatabaseError):
    """The file belongs to another program, or is no SQLite database at all."""


class RevisionError(DatabaseError):
    """The tables are of another version of onrecord: older, or newer than this program knows."""
