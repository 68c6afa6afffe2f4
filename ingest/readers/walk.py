"""The files of a folder that may be articles, in an order that is the same on every machine."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath

from onrecord.ingest.readers.names import written
from onrecord.ingest.readers.sidecars import sidecar_names
from onrecord.ingest.readers.tables import is_table
from onrecord.ingest.records import Finding

# Files that tell about a folder and are no articles.
_ABOUT = re.compile(r"(?i)(readme([._-].*)?|(licen[cs]e|copying)(\..*)?)")


def walk(root: Path) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Every file below ``root`` that may be an article, sorted by path.

    Passed over: hidden files and folders, README and LICENSE files, metadata tables and sidecars. A link to a folder
    inside is not followed (its files are read where they lie).
    Out: paths that begin with ``root`` as given, and findings for links that lead out and folders that cannot be read.
    """
    files: list[Path] = []
    findings: list[Finding] = []
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as listing:
                entries = [entry for entry in listing if not is_hidden(entry.name)]
        except OSError as error:
            name = written(folder)
            message = f"{name}: the folder cannot be listed ({error.strerror}), files expected; check its permissions."
            findings.append(Finding("folder-unreadable", message, name))
            continue
        about = sidecar_names(entry.name for entry in entries)
        for entry in entries:
            path = folder / entry.name
            if entry.is_symlink() and not leads_inside(path, root):
                findings.append(link_refused(path))
            elif entry.is_dir(follow_symlinks=False):
                folders.append(path)
            elif not entry.is_dir() and entry.name not in about and not is_table(entry.name) and not tells_about(path):
                files.append(path)
    return tuple(sorted(files, key=Path.as_posix)), tuple(sorted(findings, key=lambda finding: finding.path))


def is_hidden(name: str) -> bool:
    """True for a file or folder that its system hides."""
    return name.startswith(".")


def tells_about(path: PurePath) -> bool:
    """True for README and LICENSE files, which tell about a folder."""
    return _ABOUT.fullmatch(path.name) is not None


def leads_inside(path: Path, folder: Path) -> bool:
    """True where a path, all links followed, exists and lies in a folder."""
    try:
        return path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # it is broken, or leads in a circle
        return False


def link_refused(path: Path) -> Finding:
    """The finding for a link that is not followed."""
    name = written(path)
    message = (
        f"{name}: a link found that leads nowhere or out of the folder, files in the folder expected; "
        "copy the file into the folder or name it on the command line."
    )
    return Finding("link-refused", message, name)
