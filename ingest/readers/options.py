"""What the user says of all articles at once: outlet, date, and how to read the file names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from onrecord.ingest.errors import OnrecordError
from onrecord.ingest.metadata import field_name
from onrecord.ingest.records import Field, Finding

_PLACE = re.compile(r"\{([a-z_]*)\}")
_IGNORED: Final = frozenset({"slug", "id", "number"})


@dataclass(frozen=True, slots=True)
class Options:
    """The user's word on every article of a run.

    ``file_name_pattern``: such as ``{outlet}_{date}_{slug}``, read against the file's name without its ending;
    ``slug``, ``id`` and ``number`` are passed over. A value may not hold the character that follows it in the pattern.
    ``format``: the name of the reader to use, whatever the files look like. ``columns``: which key or column of JSON
    and tables holds what, as ``text=body,title=headline``.
    Errors: OnrecordError for a pattern that names nothing, an unknown thing, or two things with nothing between, and
    for columns of something unknown.
    """

    outlet: str | None = None
    date: str | None = None
    file_name_pattern: str | None = None
    format: str | None = None
    columns: str | None = None
    _names: tuple[str, ...] = field(init=False, repr=False, compare=False, default=())
    _shape: re.Pattern[str] | None = field(init=False, repr=False, compare=False, default=None)

    def __post_init__(self) -> None:
        self.column_pairs()
        if self.file_name_pattern is not None:
            names, shape = _compiled(self.file_name_pattern)
            object.__setattr__(self, "_names", names)
            object.__setattr__(self, "_shape", shape)

    def column_pairs(self) -> tuple[tuple[str, str], ...]:
        """Pairs of field name (or "text") and the key that holds it. Errors: OnrecordError."""
        pairs: list[tuple[str, str]] = []
        for pair in (self.columns or "").split(","):
            if pair:
                said, _, key = (part.strip() for part in pair.partition("="))
                name = "text" if said == "text" else field_name(said, "")
                if name is None or not key:
                    raise OnrecordError(
                        f"column {pair!r} found, something like text=body,title=headline expected: text, title, "
                        "author, outlet, date, url or language, and the key or column that holds it."
                    )
                pairs.append((name, key))
        return tuple(pairs)

    def flags(self) -> tuple[Field, ...]:
        """What the options say of every article, whatever its file is called."""
        flags = (("outlet", self.outlet), ("published", self.date))
        return tuple(Field(name, value, "option") for name, value in flags if value)

    def fields_for(self, path: str) -> tuple[tuple[Field, ...], tuple[Finding, ...]]:
        """What the options say of one file, the flags before its name; a finding where the name does not fit."""
        said = self.flags()
        if self._shape is None:
            return said, ()
        match = self._shape.fullmatch(PurePosixPath(path).stem)
        if match is None:
            message = (
                f"{path}: file name found that does not fit {self.file_name_pattern}, so nothing was read from it; "
                "rename the file or change the pattern."
            )
            return said, (Finding("file-name-unmatched", message, path),)
        pairs = zip(self._names, match.groups(), strict=True)
        return said + tuple(Field(name, value, "file_name") for name, value in pairs if name), ()


def _compiled(pattern: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The fields in their order ("" for what is passed over), and the pattern as a regular expression."""
    pieces = _PLACE.split(pattern)  # literal, name, literal, name ... literal
    literals, keys = pieces[::2], pieces[1::2]
    names = tuple("" if key in _IGNORED else field_name(key, "") for key in keys)
    known = tuple(name for name in names if name is not None)
    if len(known) < len(names) or not any(known) or "" in literals[1:-1]:
        raise OnrecordError(
            f"file name pattern {pattern!r} found, something like {{outlet}}_{{date}}_{{slug}} expected: "
            "title, author, outlet, date, url, language, slug, id or number in braces, with a character between two."
        )
    shape = re.escape(literals[0])
    for literal in literals[1:]:
        shape += (f"([^{re.escape(literal[0])}]+)" if literal else "(.+)") + re.escape(literal)
    return known, re.compile(shape, re.DOTALL)
