"""What an installation gets: every package, every file that is read at run time, and nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETUPTOOLS = PROJECT["tool"]["setuptools"]
FOLDERS: dict[str, str] = SETUPTOOLS["package-dir"]

EXTRAS = PROJECT["project"]["optional-dependencies"]
DEPENDENCIES = (*PROJECT["project"]["dependencies"], *(line for lines in EXTRAS.values() for line in lines))


def packages_on_disk() -> set[str]:
    """Every folder of Python files below the folders that are installed."""
    found = set()
    for package, folder in FOLDERS.items():
        for init in (ROOT / folder).rglob("__init__.py"):
            found.add(".".join((package, *init.parent.relative_to(ROOT / folder).parts)))
    return found


def test_every_package_is_listed() -> None:
    """A new folder that is missing from pyproject's list would be missing from every installation."""
    assert set(SETUPTOOLS["packages"]) == packages_on_disk()
    assert len(SETUPTOOLS["packages"]) == len(set(SETUPTOOLS["packages"]))


@pytest.mark.parametrize("requirement", DEPENDENCIES)
def test_dependency_has_both_bounds(requirement: str) -> None:
    """A dependency says from which version on it was tried and below which it is trusted; models are pinned."""
    bounds = re.fullmatch(r"[\w.-]+(\[[\w,]+\])?(>=[\d.]+,<[\d.]+|==[\d.]+)", requirement)
    assert bounds, f"{requirement}: write name>=tried,<next-major"


def test_command_and_plugin_lead_somewhere() -> None:
    """The entry points of the command and of the Datasette plugin name modules that there are."""
    command = PROJECT["project"]["scripts"]["onrecord"].split(":")[0]
    plugin = PROJECT["project"]["entry-points"]["datasette"]["onrecord"]
    assert {command, plugin} <= packages_on_disk()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that nothing is left in the work tree."""
    there = tmp_path_factory.mktemp("wheel")
    passed_over = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__", "node_modules")
    shutil.copytree(ROOT, there / "source", ignore=passed_over)
    # What an ingest leaves in data/ must not travel.
    (there / "source" / "data" / "corpus.db").write_bytes(b"not to be shipped")
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "-w", str(there), str(there / "source")]
    subprocess.run(build, check=True)  # noqa: S603 - pip, on our own sources
    (made,) = there.glob("*.whl")
    return made


@pytest.mark.slow
def test_wheel_holds_all_that_is_read_at_run_time(wheel: Path) -> None:
    """Modules, types, versions, templates, queries, lists and models are in the wheel; tests and a corpus are not."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    expected = set()
    for package, folder in FOLDERS.items():
        there = ROOT / folder
        kinds = ["**/*.py", "py.typed"]
        kinds += {"data": ["README.md", "reference/*.tsv", "reference/*.json", "models/**/*"]}.get(folder, [])
        kinds += {"publish": ["templates/**/*", "static/**/*", "queries/*.sql"]}.get(folder, [])
        kinds += {"migrations": ["script.py.mako"]}.get(folder, [])
        for path in {path for kind in kinds for path in there.glob(kind) if path.is_file()}:
            is_script = folder == "data" and path.suffix == ".py" and path.parent != there
            if not is_script and "__pycache__" not in path.parts:
                expected.add(f"{package.replace('.', '/')}/{path.relative_to(there).as_posix()}")
    assert sorted(expected - inside) == []
    assert [name for name in inside if "corpus.db" in name or name.startswith("tests/")] == []
    assert {name.split("/")[0] for name in inside if ".dist-info/" not in name} == {"onrecord"}


@pytest.mark.slow
def test_migrations_run_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """An installation away from the sources makes a corpus with the versions it carries."""
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    program = "import onrecord.migrations as m; print(m.__file__); print(m.upgrade('corpus.db'))"
    done = subprocess.run(  # noqa: S603 - our own program in our own interpreter
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[0].startswith(str(installed))
    assert (tmp_path / "corpus.db").stat().st_size > 0


@pytest.mark.slow
def test_wheel_installs_and_works_outside_the_sources(wheel: Path, tmp_path: Path) -> None:
    """A new environment with nothing but the wheel reads the seeds, checks the corpus and publishes it."""
    environment = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)  # noqa: S603
    programs = environment / "bin"
    subprocess.run([str(programs / "pip"), "install", "--quiet", str(wheel)], check=True)  # noqa: S603
    shutil.copytree(ROOT / "seeds", tmp_path / "articles")
    for command in (
        ["onrecord", "ingest", "articles"],
        ["onrecord", "check", "data/corpus.db"],
        ["datasette", "data/corpus.db", "--get", "/"],
    ):
        done = subprocess.run(  # noqa: S603
            [str(programs / command[0]), *command[1:]], cwd=tmp_path, capture_output=True, text=True, check=True
        )
    assert "Lloyd Austin" in done.stdout
