"""Which files of a watched folder are new, changed or told otherwise, and whole: one still being written may grow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from onrecord.ingest.records import Field

# Size in bytes, time of the last change in nanoseconds, and what is said of the file beside it.
Stamp: TypeAlias = tuple[int, int, tuple[Field, ...]]


@dataclass(slots=True)
class Watch:
    """What was seen of a folder at the last looks."""

    _last: dict[str, Stamp] = field(default_factory=dict)
    _done: dict[str, Stamp] = field(default_factory=dict)

    def look(self, files: Mapping[str, Stamp]) -> tuple[str, ...]:
        """The files to read now, sorted.

        In: the files that are there, with their stamps. Out: those that two looks found the same and that were not
        given with this stamp before.
        """
        ready = sorted(
            path for path, stamp in files.items() if self._last.get(path) == stamp and self._done.get(path) != stamp
        )
        self._last = dict(files)
        self._done = {path: stamp for path, stamp in self._done.items() if path in files}
        self._done.update((path, files[path]) for path in ready)
        return tuple(ready)
