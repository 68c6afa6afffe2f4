"""Which files a path, a folder or a pattern stands for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.ingest.readers import find_files

Write = Callable[[dict[str, str]], None]

TREE = {
    "news/b.txt": "B",
    "news/a.md": "A",
    "news/sub/c.txt": "C",
    "news/sub/deep/d.txt": "D",
    "news/.hidden.txt": "no",
    "news/.git/config.txt": "no",
    "news/README.md": "no",
    "news/LICENSE": "no",
    "news/metadata.csv": "file,title\nb.txt,B",
    "news/b.json": '{"title": "B"}',
    "news/a.md.yaml": "title: A",
}
EVERYTHING = ["news/a.md", "news/b.txt", "news/sub/c.txt", "news/sub/deep/d.txt"]


def found(*paths: str) -> list[str]:
    """The paths of the files found."""
    return [file.path for file in find_files(paths)[0]]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["news"], EVERYTHING),
        (["./news/"], EVERYTHING),
        (["news/sub", "news"], ["news/sub/c.txt", "news/sub/deep/d.txt", "news/a.md", "news/b.txt"]),
        (["news/b.txt", "news/b.txt"], ["news/b.txt"]),
        (["news/*.txt"], ["news/b.txt"]),
        (["news/*"], EVERYTHING),
        (["news/**/*.txt"], ["news/b.txt", "news/sub/c.txt", "news/sub/deep/d.txt"]),
        (["news/s*"], ["news/sub/c.txt", "news/sub/deep/d.txt"]),
        (["news/README.md"], ["news/README.md"]),
        (["news/README.md", "news/b.txt", "news/b.json", "news/metadata.csv"], ["news/b.txt"]),
    ],
)
def test_paths_spread_into_articles_in_a_fixed_order(write: Write, paths: list[str], expected: list[str]) -> None:
    """Folders are walked and sorted; hidden files, README, LICENSE, tables and sidecars are no articles."""
    write(TREE)
    assert found(*paths) == expected


def test_an_absolute_path_stays_absolute(write: Write, tmp_path: Path) -> None:
    """A path is kept as it was given."""
    write({"a.txt": "A"})
    assert found(str(tmp_path)) == [(tmp_path / "a.txt").as_posix()]


@pytest.mark.parametrize("path", ["nowhere", "nowhere/*.txt", "empty", ""])
def test_a_path_without_articles_is_a_finding(write: Write, tmp_path: Path, path: str) -> None:
    """Nothing there, nothing matching, nothing in it: each is said."""
    write({"other/a.txt": "A"})
    (tmp_path / "empty").mkdir()
    files, findings = find_files([path])
    assert files == ()
    assert [finding.code for finding in findings] == ["nothing-found"]


@pytest.mark.parametrize("given", ["news", "news/*", "news/**/*.txt"])
def test_links_out_of_the_folder_are_refused(write: Write, tmp_path: Path, given: str) -> None:
    """A link to a file or folder elsewhere, or to nothing, is not followed but told."""
    write({"news/a.txt": "A", "secret/s.txt": "S"})
    (tmp_path / "news/folder.txt").symlink_to(tmp_path / "secret")
    (tmp_path / "news/s.txt").symlink_to(tmp_path / "secret/s.txt")
    files, findings = find_files([given])
    assert [file.path for file in files] == ["news/a.txt"]
    assert [(finding.code, finding.path) for finding in findings] == [
        ("link-refused", "news/folder.txt"),
        ("link-refused", "news/s.txt"),
    ]


def test_links_inside_the_folder_do_not_lead_in_circles(write: Write, tmp_path: Path) -> None:
    """A link to a file inside is a file; a link to a folder inside is left, as its files are read where they lie."""
    write({"news/a.txt": "A"})
    (tmp_path / "news/again.txt").symlink_to("a.txt")
    (tmp_path / "news/loop").symlink_to(tmp_path / "news")
    for given in ("news", "news/*", "news/**"):
        files, findings = find_files([given])
        assert [file.path for file in files] == ["news/a.txt", "news/again.txt"]
        assert findings == ()


def test_a_folder_that_cannot_be_listed_is_a_finding(write: Write, tmp_path: Path) -> None:
    """The rest of the tree is still read."""
    if os.geteuid() == 0:
        pytest.skip("root may list every folder")
    write({"news/a.txt": "A", "news/closed/b.txt": "B"})
    (tmp_path / "news/closed").chmod(0)
    files, findings = find_files(["news"])
    (tmp_path / "news/closed").chmod(0o700)
    assert [file.path for file in files] == ["news/a.txt"]
    assert [finding.code for finding in findings] == ["folder-unreadable"]


def test_a_name_that_is_not_utf8_is_a_finding(write: Write, tmp_path: Path) -> None:
    """No database can hold such a name, so the file is to be renamed."""
    write({"news/a.txt": "A"})
    try:
        Path(os.fsdecode(os.fsencode(tmp_path / "news") + b"/\xff.txt")).write_text("B", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    files, findings = find_files(["news"])
    assert [file.path for file in files] == ["news/a.txt"]
    assert [(finding.code, finding.path) for finding in findings] == [("file-name-not-utf8", r"news/\udcff.txt")]
