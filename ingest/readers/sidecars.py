"""Metadata beside an article: ``NAME.json`` or ``NAME.yaml`` for ``NAME.txt`` (``NAME.txt.json`` too)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePath
from typing import Any, Final

import yaml

from onrecord.ingest import limits
from onrecord.ingest.metadata import fields_of
from onrecord.ingest.readers.names import is_regular, written
from onrecord.ingest.records import Field, Finding

_SUFFIXES: Final = (".json", ".yaml", ".yml")


def may_be_sidecar(path: PurePath) -> bool:
    """True for a file whose ending a sidecar may have."""
    return path.suffix in _SUFFIXES


def sidecar_names(names: Iterable[str]) -> frozenset[str]:
    """Those of a folder's file names that are the sidecar of another."""
    paths = [PurePath(name) for name in names]
    others = [path for path in paths if not may_be_sidecar(path)]
    owners = {path.stem for path in others} | {path.name for path in others}
    return frozenset(path.name for path in paths if may_be_sidecar(path) and path.stem in owners)


def sidecars_for(name: str) -> Iterator[str]:
    """The names that the sidecars of a file may have, ``NAME.txt.json`` before ``NAME.json``."""
    owner = PurePath(name)
    for stem in (owner.name, owner.stem):
        yield from (stem + suffix for suffix in _SUFFIXES if stem + suffix != owner.name)


def read_sidecars(path: Path) -> tuple[tuple[Field, ...], tuple[Finding, ...]]:
    """What the sidecars of an article's file say, the best first.

    Errors: none; a broken sidecar is a finding, and the article is read without it.
    """
    fields: tuple[Field, ...] = ()
    findings: tuple[Finding, ...] = ()
    for name in sidecars_for(path.name):
        sidecar = path.with_name(name)
        if is_regular(sidecar):
            said, broken = fields_in(written(sidecar), partial(_bytes, sidecar))
            fields += said
            findings += broken
    return fields, findings


def fields_in(name: str, load: Callable[[], bytes]) -> tuple[tuple[Field, ...], tuple[Finding, ...]]:
    """What one sidecar says, or why it cannot be used. In: its name for a finding, and what gives its bytes."""
    try:
        return fields_of(_mapping(load().decode("utf-8-sig"), PurePath(name).suffix), "sidecar"), ()
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        return (), (_broken(name, error),)


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > limits.SIDECAR_BYTES:
        raise ValueError(f"larger than {limits.SIDECAR_BYTES // limits.MEGABYTE} MB")
    return path.read_bytes()


def _mapping(text: str, suffix: str) -> dict[Any, Any]:
    """The object in a sidecar, YAML's scalars as written: `date: 2024-05-03` and `title: No` are words.

    Errors: ValueError, RecursionError or yaml.YAMLError for anything else.
    """
    values = json.loads(text) if suffix == ".json" else yaml.BaseLoader(text).get_single_data()
    if isinstance(values, list) and len(values) == 1:  # CSL-JSON, as Zotero exports one entry
        (values,) = values
    if isinstance(values, dict):
        return values
    raise ValueError("no object with keys in it")


def _broken(name: str, error: Exception) -> Finding:
    why = " ".join(str(error).split())[:200] or type(error).__name__
    message = (
        f"{name}: a sidecar found that cannot be used ({why}), one JSON or YAML object expected; "
        "correct it, the article is read without it."
    )
    return Finding("sidecar-broken", message, name)
