"""The reviewed lists under data/reference, each read once.

The text rooms open no file themselves; this is where they get their lists from.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``data/reference/<name>``, a tab-separated file whose first line names its columns.

    Errors: FileNotFoundError where the installation is broken; the lists ship with the package.
    """
    return tuple(csv.DictReader(_text(name).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def lines_of(name: str, key: str) -> Iterator[str]:
    """The lines of a long sorted list whose first field is ``key``.

    In: a tab-separated file whose lines, but for the first, are sorted as bytes. They are found by halving the file as
    it stands, so that of a list of hundreds of thousands of lines nothing is kept but its bytes.
    """
    text, wanted = _bytes(name), f"{key}\t".encode()
    low, high = text.index(b"\n") + 1, len(text)
    while low < high:
        start = text.rfind(b"\n", 0, (low + high) // 2) + 1
        if text[start : start + len(wanted)] < wanted:
            low = text.index(b"\n", start) + 1
        else:
            high = start
    while text.startswith(wanted, low):
        end = text.index(b"\n", low)
        yield text[low:end].decode()
        low = end + 1


@cache
def _bytes(name: str) -> bytes:
    return (files("onrecord.data") / "reference" / name).read_bytes()


def _text(name: str) -> str:
    return (files("onrecord.data") / "reference" / name).read_text(encoding="utf-8")
