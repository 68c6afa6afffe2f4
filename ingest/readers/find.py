"""From paths on a command line to the files to read, with what lies beside them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from onrecord.ingest.readers.globs import fixed_part, is_pattern, spread
from onrecord.ingest.readers.names import written
from onrecord.ingest.readers.options import Options
from onrecord.ingest.readers.sidecars import may_be_sidecar, read_sidecars, sidecar_names
from onrecord.ingest.readers.source_file import SourceFile
from onrecord.ingest.readers.tables import Table, is_table, read_tables
from onrecord.ingest.readers.walk import tells_about, walk
from onrecord.ingest.records import Field, Finding

NO_OPTIONS = Options()


def find_files(
    paths: Sequence[str], options: Options = NO_OPTIONS
) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """Find the files to read, each once, in the order of the paths given and sorted within a folder.

    In: files, folders and patterns; a file that is named is tried whatever it is called, but metadata tables,
    sidecars and (unless named alone) README and LICENSE files are no articles.
    Out: the files with what tables, sidecars, options and file names say of them; findings for paths that lead to
    nothing, links that lead out of their folder, and broken metadata.
    """
    files: dict[Path, SourceFile] = {}
    findings: list[Finding] = []
    tables: dict[Path, Table] = {}
    sidecars: dict[Path, frozenset[str]] = {}
    for given in paths:
        found, root, troubles = _at(given, sidecars, is_alone=len(paths) == 1)
        findings.extend(troubles)
        for path in found:
            place = path.parent.resolve() / path.name  # a link is a name of its own
            if place in files:
                continue
            name = written(path)
            if name != path.as_posix():
                findings.append(_name_refused(name))
                continue
            fields, broken = _fields_beside(path, root, tables)
            said, unmatched = options.fields_for(name)
            findings.extend(broken + unmatched)
            files[place] = SourceFile(name, fields + said, options.format, options.column_pairs())
    return tuple(files.values()), tuple(findings)


def _at(
    given: str, sidecars: dict[Path, frozenset[str]], *, is_alone: bool
) -> tuple[tuple[Path, ...], Path, tuple[Finding, ...]]:
    """The files that one path stands for, the folder whose tables count, and what is wrong.

    In: ``sidecars`` are those of the folders that were looked at already.
    """
    path = Path(given)
    files: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    root = path
    try:
        if not given:  # as a path it would be the folder one stands in
            pass
        elif path.is_dir():
            files, findings = walk(path)
        elif os.path.lexists(path):
            is_passed_over = _is_metadata(path, sidecars) or (tells_about(path) and not is_alone)
            return () if is_passed_over else (path,), path.parent, ()
        elif is_pattern(given):
            matching, findings = spread(given)
            files = tuple(file for file in matching if not _is_metadata(file, sidecars))
            root = fixed_part(path)
    except OSError as error:
        message = f"{written(path)}: the path cannot be followed ({error.strerror}), articles expected; check it."
        return (), path, (Finding("unreadable", message, written(path)),)
    return files, root, findings if files or findings else (_nothing(path),)


def _is_metadata(path: Path, known: dict[Path, frozenset[str]]) -> bool:
    """True for a metadata table and for the sidecar of a file beside it; each folder is listed once."""
    if is_table(path.name) or not may_be_sidecar(path):
        return is_table(path.name)
    if path.parent not in known:
        try:
            known[path.parent] = sidecar_names(entry.name for entry in path.parent.iterdir())
        except OSError:  # a folder that may be entered but not listed
            known[path.parent] = frozenset()
    return path.name in known[path.parent]


def _fields_beside(path: Path, root: Path, tables: dict[Path, Table]) -> tuple[tuple[Field, ...], tuple[Finding, ...]]:
    """What tables (the nearest folder's first, up to the root) and sidecars say of a file."""
    fields: tuple[Field, ...] = ()
    findings: tuple[Finding, ...] = ()
    above = [folder for folder in path.parents if folder == path.parent or folder.is_relative_to(root)]
    for folder in above:
        if folder not in tables:
            tables[folder] = read_tables(folder)
            findings += tables[folder].findings
        fields += tables[folder].fields_for(path.relative_to(folder).as_posix())
    beside, broken = read_sidecars(path)
    return fields + beside, findings + broken


def _nothing(path: Path) -> Finding:
    message = f"{written(path)}: no file to read found, articles expected; check the path."
    return Finding("nothing-found", message, written(path))


def _name_refused(shown: str) -> Finding:
    message = f"{shown}: a file name that is not UTF-8 found, UTF-8 expected; rename the file."
    return Finding("file-name-not-utf8", message, shown)
