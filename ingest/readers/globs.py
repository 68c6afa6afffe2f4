"""Patterns such as ``news/2024-*/*.txt``, for those whose shell does not spread them."""

from __future__ import annotations

import glob
from pathlib import Path

from onrecord.ingest.readers.walk import is_hidden, leads_inside, link_refused, tells_about, walk
from onrecord.ingest.records import Finding


def is_pattern(path: str) -> bool:
    """True for a path with a sign that stands for others: ``*``, ``?`` or ``[``."""
    return glob.has_magic(path)


def spread(pattern: str) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """The files that a pattern stands for, those in matching folders too, sorted by path.

    ``**`` stands for any depth. What is passed over and refused is as in ``walk``, seen from the folder where the
    pattern's first sign stands.
    """
    base = fixed_part(Path(pattern))
    files: dict[Path, None] = {}
    findings: dict[str, Finding] = {}
    for match in _matches(pattern):
        link = _first_link(match, base)
        if link is not None and not leads_inside(link, base):
            findings[link.as_posix()] = link_refused(link)
        elif match.is_dir() and link is None:
            inside, refused = walk(match)
            files.update(dict.fromkeys(inside))
            findings.update((finding.path, finding) for finding in refused)
        elif not match.is_dir() and link in {None, match} and not is_hidden(match.name) and not tells_about(match):
            files[match] = None
    return tuple(sorted(files, key=Path.as_posix)), tuple(findings[path] for path in sorted(findings))


def _matches(pattern: str) -> list[Path]:
    # pathlib's own glob gives hidden files and refuses patterns such as `a**`
    return sorted(map(Path, glob.glob(pattern, recursive=True)), key=Path.as_posix)  # noqa: PTH207


def fixed_part(pattern: Path) -> Path:
    """The folder above the first part of a pattern that holds a sign."""
    while is_pattern(str(pattern)):
        pattern = pattern.parent
    return pattern


def _first_link(path: Path, base: Path) -> Path | None:
    """The outermost link between a folder and a path below it, or None."""
    steps = [path, *path.parents][: len(path.parts) - len(base.parts)]
    return next((step for step in reversed(steps) if step.is_symlink()), None)
