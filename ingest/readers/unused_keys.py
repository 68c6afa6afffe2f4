"""Which keys of a file were not used where nobody says when, by whom or under which title its articles appeared.

A column under a name of its own would else be lost without a word. One finding a file, however many rows it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from onrecord.ingest.metadata import field_name
from onrecord.ingest.readers.reader import Columns, Read, finding
from onrecord.ingest.readers.shapes import TEXT_KEYS, known_shape
from onrecord.ingest.records import Finding, SourceArticle

_WANTED: Final = {"title": "title", "published": "date", "byline": "author"}
_ROWS: Final = 50  # rows whose keys are looked at
_LONGEST: Final = 300  # characters of a value that may be metadata
_SHOWN: Final = 12
# Keys that number and sort articles and cannot be a title, a date or an author.
_NO_METADATA = re.compile(
    r"(?i)[@_].*|(?:\w*[_-]?(?:id|uuid|guid|hash|sha\d*|md5|key|count|score|index|slug)|id\w{0,3}|n|nr|no|num|number|label"
    r"|labels|class|category|categories|section|tag|tags|keyword|keywords|topic|topics|type|format|status|words|length"
    r"|split|image|images|img|thumbnail|bias|country|version|license|mood|sentiment|summary|description|excerpt"
    r"|abstract|lead)"
)


class UnusedKeys:
    """Notes what the rows of one file tell, and which of their keys nobody asked for."""

    def __init__(self, path: str, columns: Columns) -> None:
        self._path = path
        used = (way for path in columns.values() for way in path.split("|"))
        self._used = TEXT_KEYS | {key.lower() for way in used for key in (way, way.partition(".")[0])}
        self._missing = set(_WANTED)
        self._keys: dict[str, None] = {}
        self._rows = 0

    def met(self, row: Mapping[str, Any], article: SourceArticle) -> None:
        """Note a row and its article. A scraper whose keys are known says no more than is read of it."""
        if not self._missing:
            return
        if not self._rows and known_shape(row) is not None:
            self._missing.clear()
            return
        for field in article.fields:
            self._missing.discard(field.name)
        self._rows += 1
        if self._rows <= _ROWS and self._missing:
            for key, value in ((str(key), value) for key, value in row.items()):
                if key.strip().lower() not in self._used and _may_tell(key, value):
                    self._keys.setdefault(key)

    def told(self, articles: int) -> Finding | None:
        """The finding, or None where all is told, or no key is left that could tell it."""
        if not self._missing or not self._keys or not articles:
            return None
        missing = " and no ".join(said for name, said in _WANTED.items() if name in self._missing)
        unused = ", ".join(list(self._keys)[:_SHOWN])
        example = next(said for name, said in _WANTED.items() if name in self._missing)
        return finding("keys-not-used", self._path, f"no {missing} but keys that are not used ({unused[:200]})",
                       "a key such as date, title or author",
                       f"if one of them tells it, name it, such as --map {example}=KEY")  # fmt: skip


def _may_tell(key: str, value: object) -> bool:
    """True for a key outside the closed list with a short value that is no number, number of a row, or address."""
    if isinstance(value, bool) or value is None or _NO_METADATA.fullmatch(key):
        return False
    if isinstance(value, str):
        is_short = 0 < len(value) <= _LONGEST and any(map(str.isalnum, value))
        return is_short and field_name(key, "x") is None and not value.startswith(("http:", "https:"))
    if isinstance(value, int | float):
        return value > 100_000_000 and field_name(key, "x") is None  # seconds since 1970
    return isinstance(value, Mapping | list) and bool(value) and field_name(key, "x") is None


def with_last(pieces: Iterator[Read], unused: UnusedKeys) -> Iterator[Read]:
    """The pieces of a stream; the finding, if there is one, goes with the last article, which it does not refuse."""
    held: Read | None = None
    count = 0
    for piece in pieces:
        if piece[0]:
            if held is not None:
                yield held
            held = piece
            count += 1
        else:
            yield piece
    if held is not None:
        told = unused.told(count)
        yield held if told is None else (held[0], (*held[1], told))
