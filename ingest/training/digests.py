"""The last step of making a model: a digest for every file, by which it is known again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from onrecord.ingest.language.model_files import CALIBRATION, CHOOSER, DIGESTS, ENCODER, VOCABULARY

if TYPE_CHECKING:
    from pathlib import Path


def write_digests(folder: Path) -> None:
    """Write the sha256 of every file of the model, in the form that ``sha256sum --check`` reads."""
    lines = [
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n"
        for name in sorted((ENCODER, VOCABULARY, CHOOSER, CALIBRATION))
    ]
    (folder / DIGESTS).write_text("".join(lines), encoding="utf-8")
