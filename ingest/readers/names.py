"""How a path is written down, and whether what it names may be read without following a link."""

from __future__ import annotations

import stat
from pathlib import Path


def written(path: Path) -> str:
    r"""A path with forward slashes; bytes that are not UTF-8 show as ``\udcff``, which a database can hold."""
    return path.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def is_there(path: Path) -> bool:
    """True for a path, links followed, that leads to something. A name that no file can have leads nowhere."""
    try:
        path.stat()
    except (OSError, ValueError):  # too long, or with a zero byte in it
        return False
    return True


def is_regular(path: Path) -> bool:
    """True for a file that is there and is no link."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:  # not there, or in a folder that may not be entered
        return False
