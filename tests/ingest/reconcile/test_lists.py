"""Lists as people have them, and those that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.ingest.errors import ReconcileError
from onrecord.ingest.identities import Linkable
from onrecord.ingest.reconcile import read_list

ROE = Linkable("k", "Jane Roe", "person", ("Jane Roe", "Janie Roe"), 1)


def links(path: Path, text: str, entity: Linkable = ROE) -> list[tuple[str, str | None]]:
    """Item and type of what a list has for an entity."""
    path.write_text(text, encoding="utf-8")
    ((*found,),) = read_list(path).candidates([entity])
    return [(candidate.link, candidate.type) for candidate in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("name,wikidata\nJane Roe,Q7\n", [("Q7", None)]),
        ("\ufeffName;Aliases;QID;Type\nJ. Roe;Jay|Janie Roe;Q7;Human\n", [("Q7", "person")]),
        ("name\twikidata_id\nMayor Jane Roe\thttp://www.wikidata.org/entity/Q7\n", [("Q7", None)]),
        ("wikidata,name,type\nhttps://www.wikidata.org/wiki/Q7,jane roe,PERSON", [("Q7", "person")]),
        ("name,id\nJane Roe,https://people.example/7\n", [("https://people.example/7", None)]),
        ("name,wikidata\nRoe,Q7\nJane Rowe,Q8\n", []),
        ("name,wikidata,type\nJane Roe,Q7,organisation\nJane Roe,Q8,ship\nJane Roe,Q9,\n", [("Q9", None)]),
    ],
)
def test_a_list_is_read_however_it_is_separated_and_headed(
    text: str, found: list[tuple[str, str | None]], tmp_path: Path
) -> None:
    """Commas, semicolons, tabs; items by number or address; full names and aliases, of the right type."""
    assert links(tmp_path / "list.csv", text) == found


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the columns none found, name and wikidata expected"),
        (b"name,note\nJane Roe,x\n", "the columns name, note found"),
        (b"name,wikidata\nJane Roe,Roe\n,Q7\n", "no line with a name and an item such as Q42"),
        ("name,wikidata\nJosé Roe,Q7\n".encode("latin-1"), "byte 17 is no UTF-8"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused(data: bytes, words: str, tmp_path: Path) -> None:
    """The sentence names the file, what was found and what was expected."""
    (tmp_path / "list.csv").write_bytes(data)
    with pytest.raises(ReconcileError, match=words):
        read_list(tmp_path / "list.csv")


def test_lines_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    """They cost themselves, not the list."""
    (tmp_path / "list.csv").write_text("name,wikidata\nJane Roe,Q7\nTom Hill,\nAnn Doe,seven\n", encoding="utf-8")
    (warning,) = read_list(tmp_path / "list.csv").warnings
    assert "2 lines" in warning
    assert "line 3" in warning
