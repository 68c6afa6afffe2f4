"""The model's files: found, and the ones that were tried."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from onrecord.ingest.errors import ModelError
from onrecord.ingest.language.calibration import load_calibration
from onrecord.ingest.language.chooser import load_chooser
from onrecord.ingest.language.model_files import CALIBRATION, CHOOSER, DIGESTS, ENCODER, VOCABULARY, model_files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(name="copy")
def copied_model(tmp_path: Path) -> Path:
    """The shipped model in a folder that may be spoilt."""
    folder = tmp_path / "copy"
    shutil.copytree(model_files().encoder.parent, folder)
    return folder


def test_the_shipped_model_is_whole() -> None:
    """Every file of the package's own model has the digest that is listed."""
    assert model_files().version.startswith("reader-")


@pytest.mark.parametrize("name", [ENCODER, VOCABULARY, CHOOSER, CALIBRATION])
def test_an_altered_file_is_refused(copy: Path, name: str) -> None:
    """One byte more and the model is not loaded; the error names the file and what to do."""
    with (copy / name).open("ab") as file:
        file.write(b"\n")
    with pytest.raises(ModelError, match=rf"{name}.*[Ii]nstall"):
        model_files(copy)


@pytest.mark.parametrize("name", [ENCODER, VOCABULARY, CHOOSER, CALIBRATION, DIGESTS])
def test_a_missing_file_is_refused(copy: Path, name: str) -> None:
    """What is not there is named."""
    (copy / name).unlink()
    with pytest.raises(ModelError, match=name):
        model_files(copy)


def test_the_version_follows_the_files(copy: Path) -> None:
    """Other weights have another version, so that a database tells which model read it."""
    before = model_files(copy).version
    (copy / DIGESTS).write_text((copy / DIGESTS).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert model_files(copy).version != before


def test_a_chooser_of_other_columns_is_refused(copy: Path) -> None:
    """Numbers for other columns would be nonsense, not an error; so the names are compared."""
    path = copy / CHOOSER
    path.write_text(path.read_text(encoding="utf-8").replace('"share"', '"another"'), encoding="utf-8")
    with pytest.raises(ModelError, match="columns"):
        load_chooser(path)


@pytest.mark.parametrize("written", ['{"slope": 1, "another": 2}', "[1, 2]", "{"])
def test_a_calibration_of_other_numbers_is_refused(copy: Path, written: str) -> None:
    """A confidence nobody fitted is not shown; the error names the file."""
    (copy / CALIBRATION).write_text(written, encoding="utf-8")
    with pytest.raises(ModelError, match=CALIBRATION):
        load_calibration(copy / CALIBRATION)
