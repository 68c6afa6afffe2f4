"""Where the model lies, and whether it is the one that was tried: every file against its digest."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import onrecord.data
from onrecord.ingest.errors import ModelError

MODEL = "reader-1"
DIGESTS = "SHA256SUMS"
ENCODER, VOCABULARY, CHOOSER, CALIBRATION = "encoder.int8.onnx", "vocabulary.txt", "chooser.json", "calibration.json"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The checked files of one model. ``version``: its name and the beginning of the digest of all digests."""

    encoder: Path
    vocabulary: Path
    chooser: Path
    calibration: Path
    version: str


def model_files(directory: Path | None = None) -> ModelFiles:
    """Find the files of a model and check each.

    In: the model's folder; None for the one that ships with the package.
    Errors: ModelError where a file is missing, not listed in SHA256SUMS, or not the one that is.
    """
    folder = directory if directory is not None else Path(onrecord.data.__file__).parent / "models" / MODEL
    listed = folder / DIGESTS
    if not listed.is_file():
        raise ModelError(f"{listed}: no such file. Install the package again, or train the reader (make train).")
    told = listed.read_text(encoding="utf-8")
    digests = {name: digest for digest, name in (line.split(maxsplit=1) for line in told.splitlines() if line.strip())}
    for name in (ENCODER, VOCABULARY, CHOOSER, CALIBRATION):
        _check(folder / name, digests.get(name))
    version = f"{folder.name}-{hashlib.sha256(told.encode()).hexdigest()[:12]}"
    return ModelFiles(folder / ENCODER, folder / VOCABULARY, folder / CHOOSER, folder / CALIBRATION, version)


def _check(path: Path, expected: str | None) -> None:
    if expected is None:
        raise ModelError(f"{path.parent / DIGESTS}: no line for {path.name}. Install the package again.")
    if not path.is_file():
        raise ModelError(f"{path}: no such file. Install the package again, or train the reader (make train).")
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != expected:
        raise ModelError(
            f"{path}: sha256 is {found}, expected {expected}. The file was altered: install the package again."
        )
