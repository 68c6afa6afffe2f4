"""The metadata tables and sidecars of a packed folder: what lies beside an article counts in a ZIP, too."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.sidecars import fields_in, sidecar_names, sidecars_for
from onrecord.ingest.readers.tables import TABLE_NAMES, Table, tables_of
from onrecord.ingest.records import Field, Finding

_TABLE_BYTES: Final = limits.TEXT_BYTES


class PackedMetadata:
    """What the tables and sidecars of one ZIP say of its files.

    ``findings``: what of the tables cannot be used.
    """

    def __init__(self, path: str, archive: zipfile.ZipFile, names: Iterable[str], take: Callable[[int], None]) -> None:
        self._path, self._archive, self._take = path, archive, take
        self._names = frozenset(names)
        folders: dict[PurePosixPath, list[str]] = defaultdict(list)
        for name in self._names:
            folders[PurePosixPath(name).parent].append(PurePosixPath(name).name)
        self._sidecars = frozenset(
            (folder / name).as_posix() for folder, inside in folders.items() for name in sidecar_names(inside)
        )
        with_table = [folder for folder, inside in folders.items() if not set(TABLE_NAMES).isdisjoint(inside)]
        self._tables = {folder: self._table(folder) for folder in sorted(with_table)}
        self.findings = tuple(found for table in self._tables.values() for found in table.findings)

    def is_metadata(self, name: str) -> bool:
        """True for a table, and for the sidecar of a file beside it."""
        return name in self._sidecars or PurePosixPath(name).name in TABLE_NAMES

    def fields_for(self, name: str) -> tuple[tuple[Field, ...], tuple[Finding, ...]]:
        """What is said of a file: by tables, the nearest folder's first, then by its sidecars."""
        place = PurePosixPath(name)
        fields: tuple[Field, ...] = ()
        findings: tuple[Finding, ...] = ()
        for folder in place.parents:
            if folder in self._tables:
                fields += self._tables[folder].fields_for(place.relative_to(folder).as_posix())
        for beside in sidecars_for(place.name):
            sidecar = (place.parent / beside).as_posix()
            if sidecar in self._sidecars:
                said, broken = fields_in(f"{self._path}/{sidecar}", self._loaded(sidecar, limits.SIDECAR_BYTES))
                fields += said
                findings += broken
        return fields, findings

    def _table(self, folder: PurePosixPath) -> Table:
        names = [(folder / name).as_posix() for name in TABLE_NAMES]
        given = [(f"{self._path}/{name}", self._loaded(name, _TABLE_BYTES)) for name in names if name in self._names]
        return tables_of(given, lambda file: (folder / file).as_posix() in self._names)

    def _loaded(self, name: str, most: int) -> Callable[[], bytes]:
        def load() -> bytes:
            with self._archive.open(name) as member:
                data = member.read(most + 1)
            if len(data) > most:
                raise ValueError(f"larger than {most // limits.MEGABYTE} MB")
            self._take(len(data))
            return data

        return load
