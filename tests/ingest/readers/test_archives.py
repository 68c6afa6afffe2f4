"""Archives are walked file by file within the limits written in one place; what goes beyond them is refused."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from onrecord.ingest import limits
from onrecord.ingest.readers import SourceFile, read_bytes, read_file

FERRY = b"The ferry sails again.\n"
ROW = b'{"title": "The ferry", "text": "The ferry sails again."}\n'


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def taped(files: Mapping[str, bytes], *links: str) -> bytes:
    """A TAR of files and of links that lead out of it."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name in links:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
            archive.addfile(info)
    return packed.getvalue()


def outcome(name: str, data: bytes) -> tuple[list[str], list[str]]:
    """Labels of the articles and codes of the findings."""
    articles, findings = read_bytes(name, data)
    assert all(" expected; " in finding.message for finding in findings)
    return [article.label for article in articles], [finding.code for finding in findings]


@pytest.mark.parametrize("pack", [zipped, taped])
def test_the_files_of_an_archive_are_articles_with_its_path_before_theirs(pack: type) -> None:
    """Each by its own format; what is passed over in folders is passed over here."""
    files = {"a.txt": FERRY, "sub/b.jsonl": ROW + ROW, ".hidden.txt": FERRY, "README.md": FERRY, "__MACOSX/._a": b"x"}
    labels, codes = outcome("news.bin", pack(files))
    assert labels == ["news.bin/a.txt", "news.bin/sub/b.jsonl", "news.bin/sub/b.jsonl#2"]
    assert codes == []


def test_a_packed_file_is_read_as_what_it_holds() -> None:
    """A gzip file keeps its name; a packed tape is walked."""
    assert outcome("news.jsonl.gz", gzip.compress(ROW)) == (["news.jsonl.gz"], [])
    assert outcome("news.tar.gz", gzip.compress(taped({"a.txt": FERRY}))) == (["news.tar.gz/a.txt"], [])


def test_archives_inside_archives_are_walked_to_a_depth() -> None:
    """A bomb of archives in archives ends in a finding."""
    data = zipped({"a.txt": FERRY})
    for _ in range(limits.ARCHIVE_DEPTH - 1):
        data = zipped({"in.zip": data})
    assert len(outcome("a.zip", data)[0]) == 1
    assert outcome("a.zip", zipped({"in.zip": data})) == ([], ["archive-nested"])


def test_names_that_lead_out_and_links_are_refused() -> None:
    """And the sound files are read."""
    assert outcome("a.zip", zipped({"../out.txt": FERRY, "a.txt": FERRY})) == (["a.zip/a.txt"], ["path-refused"])
    assert outcome("a.zip", zipped({"/etc/out.txt": FERRY, "a.txt": FERRY})) == (["a.zip/a.txt"], ["path-refused"])
    assert outcome("a.tar", taped({"a.txt": FERRY}, "passwd.txt")) == (["a.tar/a.txt"], ["link-refused"])


def test_bombs_are_refused_before_they_unpack() -> None:
    """What unpacks to hundreds of times its size is no news."""
    bomb = b" " * (limits.RATIO_FREE_BYTES + limits.MEGABYTE)
    assert len(gzip.compress(bomb)) * limits.PACKED_RATIO < len(bomb)
    assert outcome("a.zip", zipped({"a.txt": bomb, "b.txt": FERRY})) == (["a.zip/b.txt"], ["too-large"])
    assert outcome("a.txt.gz", gzip.compress(bomb)) == ([], ["archive-too-large"])
    assert outcome("a.docx", zipped({"[Content_Types].xml": b"", "word/document.xml": bomb})) == ([], ["too-large"])


def test_all_that_an_archive_unpacks_to_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes and files together have a limit, over all depths."""
    packed = zipped({f"{number}.txt": FERRY for number in range(9)})
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 5 * len(FERRY))
    labels, codes = outcome("a.zip", packed)
    assert (len(labels), codes) == (5, ["archive-too-large"])
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 10_000)
    monkeypatch.setattr(limits, "ARCHIVE_MEMBERS", 3)
    labels, codes = outcome("a.zip", packed)
    assert (len(labels), codes) == (3, ["archive-too-large"])


@pytest.mark.parametrize("pack", [zipped, taped])
def test_a_file_that_is_too_large_for_one_is_refused(monkeypatch: pytest.MonkeyPatch, pack: type) -> None:
    """The others are read."""
    monkeypatch.setattr(limits, "MEMBER_BYTES", len(FERRY))
    assert outcome("a.bin", pack({"a.txt": FERRY * 2, "b.txt": FERRY})) == (["a.bin/b.txt"], ["too-large"])


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.zip", zipped({"a.txt": FERRY})[:40], "archive-broken"),
        ("a.gz", gzip.compress(FERRY * 99)[:30], "archive-broken"),
        ("a.gz", b"\x1f\x8b rubbish", "archive-broken"),
        ("a.tar", taped({"a.txt": FERRY})[:300] + b"\xff" * 900, "archive-broken"),
        ("a.zip", zipped({}), "archive-empty"),
        ("a.zip", zipped({"metadata.csv": b"file,title"}), "archive-empty"),
        ("a.tar", taped({"metadata.csv": b"file,title"}), "table-in-archive"),
        ("a.xlsx", zipped({"[Content_Types].xml": b"", "xl/book.xml": b""}), "not-word"),
        ("a.docx", zipped({"[Content_Types].xml": b"", "word/document.xml": b"<broken"}), "xml-broken"),
    ],
)
def test_a_broken_or_empty_archive_is_one_finding(name: str, data: bytes, code: str) -> None:
    """Never an exception, never silence."""
    assert outcome(name, data) == ([], [code])


def test_a_packed_file_under_a_password_is_a_finding() -> None:
    """The flag is set by hand, as the standard library cannot encrypt."""
    data = bytearray(zipped({"a.txt": FERRY}))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    assert outcome("a.zip", bytes(data)) == ([], ["encrypted"])


def test_a_file_on_disk_is_walked_like_bytes(tmp_path: Path) -> None:
    """Its fields go to every article in it."""
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": FERRY, "b.txt": FERRY}))
    articles, findings = read_file(SourceFile(str(path)))
    assert ([article.label for article in articles], findings) == ([f"{path}/a.txt", f"{path}/b.txt"], ())


def said(files: Mapping[str, bytes]) -> dict[str, list[tuple[str, str, str]]]:
    """What is said of each article of a ZIP: name, value and source."""
    articles, _ = read_bytes("a.zip", zipped(files))
    return {one.label: [(field.name, field.value, field.source) for field in one.fields] for one in articles}


def test_what_lies_beside_a_packed_article_is_read_with_it() -> None:
    """Tables of its folder and of those above, and its sidecars, wherever they stand in the archive."""
    files = {
        "n/a.txt": FERRY, "n/b.txt": FERRY, "n/a.json": b'{"title": "Ferry"}', "n/b.txt.yaml": b"author: Jane Doe",
        "n/metadata.csv": b"file,date\na.txt,2024\n", "metadata.jsonl": b'{"file": "n/b.txt", "outlet": "The Star"}',
    }  # fmt: skip
    assert said(files) == {
        "a.zip/n/a.txt": [("published", "2024", "table"), ("title", "Ferry", "sidecar")],
        "a.zip/n/b.txt": [("outlet", "The Star", "table"), ("byline", "Jane Doe", "sidecar")],
    }


def test_json_beside_no_file_of_its_name_is_an_article() -> None:
    """As in a folder."""
    assert list(said({"a.txt": FERRY, "b.json": b'{"text": "The ferry sails."}'})) == ["a.zip/a.txt", "a.zip/b.json"]


@pytest.mark.parametrize(
    ("beside", "code"),
    [
        ({"a.json": b"nonsense"}, "sidecar-broken"),
        ({"a.json": b" " * (limits.SIDECAR_BYTES + 1)}, "sidecar-broken"),
        ({"metadata.csv": b"id,title\na,A"}, "table-unusable"),
        ({"metadata.csv": b"file,title\na.txt,A\nz.txt,Z"}, "table-broken"),
    ],
)
def test_packed_metadata_that_cannot_be_used_are_told_and_the_article_is_read(
    beside: dict[str, bytes], code: str
) -> None:
    """With the path of the archive."""
    assert outcome("a.zip", zipped({"a.txt": FERRY, **beside})) == (["a.zip/a.txt"], [code])
