"""The reviewed lists under data/reference, each read once.

The text rooms open no file themselves; this is where they get their lists from.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``data/reference/<name>``, a tab-separated file whose first line names its columns.

    Errors: FileNotFoundError where the installation is broken; the lists ship with the package.
    """
    return tuple(csv.DictReader(_text(name).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def lines(name: str) -> tuple[str, ...]:
    """The lines of a long list as they stand, without the first; the caller keeps what it needs."""
    return tuple(_text(name).splitlines()[1:])


def _text(name: str) -> str:
    return (files("onrecord.data") / "reference" / name).read_text(encoding="utf-8")
