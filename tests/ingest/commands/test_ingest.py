"""What an ingest takes in, and what it says."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

ARTICLE = "Mayor Jane Roe of Springfield said that the bridge would open in spring.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for articles, beside the corpus."""
    articles = tmp_path / "articles"
    articles.mkdir()
    return articles


def given(monkeypatch: pytest.MonkeyPatch, *lines: dict[str, object]) -> None:
    """Put lines on standard input."""
    data = "".join(json.dumps(line) + "\n" for line in lines).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_standard_input_keeps_metadata_and_takes_options(
    onrecord: Any, rows: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line's own title and date count; the outlet comes from the command; a blank text is a finding."""
    line = {"id": "a", "text": ARTICLE, "title": "The bridge", "date": "2024-05-03"}
    given(monkeypatch, line, {"id": "b", "text": " \n"})
    ran = onrecord("ingest", "-", "--outlet", "The Post", "--db", tmp_path / "c.db")
    assert ran.status == 1
    assert "line 2 of standard input" in ran.err
    query = "SELECT title, published, outlets.name FROM articles JOIN outlets USING (outlet_id)"
    assert rows(tmp_path / "c.db", query) == [("The bridge", "2024-05-03", "The Post")]


def test_standard_input_stands_alone(onrecord: Any, tmp_path: Path) -> None:
    """- beside a path is a question, not half an ingest."""
    ran = onrecord("ingest", "-", tmp_path, "--db", tmp_path / "c.db")
    assert ran.status == 2
    assert "standard input" in ran.err


def test_a_broken_sidecar_costs_its_details_only(onrecord: Any, folder: Path, tmp_path: Path) -> None:
    """The article is read, the status is 0, and the summary says that something could not be decided."""
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "a.json").write_text("{broken")
    ran = onrecord("ingest", folder, "--db", tmp_path / "c.db")
    assert (ran.status, ran.err) == (0, "")
    assert "Added 1 article" in ran.out
    assert "1 thing could not be decided" in ran.out


def test_many_unread_files_are_told_in_part(onrecord: Any, folder: Path, tmp_path: Path) -> None:
    """Twenty lines and how many more; the words at the end stay on the screen."""
    for number in range(25):
        (folder / f"{number}.txt").touch()
    ran = onrecord("ingest", folder, "--db", tmp_path / "c.db")
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 21
    assert ran.err.splitlines()[-1] == "not read: 5 more; see the table findings."
    assert ran.out.startswith("No article could be read.")


def test_a_finding_belongs_to_the_article_it_was_met_in(onrecord: Any, rows: Any, folder: Path, tmp_path: Path) -> None:
    """A date that cannot be read is told of the article; after a change of the text, of the new article too."""
    corpus = tmp_path / "c.db"
    for text in (ARTICLE, ARTICLE, ARTICLE + "\nShe left.\n"):
        (folder / "a.txt").write_text(f"---\ndate: 03/05/2024\n---\n\n{text}")
        assert onrecord("ingest", folder, "--db", corpus).status == 0
    assert rows(corpus, "SELECT article_id, code FROM findings ORDER BY 1") == [
        (1, "date-ambiguous"),
        (2, "date-ambiguous"),
    ]


def test_equal_files_under_two_paths_are_two_documents(onrecord: Any, rows: Any, folder: Path, tmp_path: Path) -> None:
    """One text in two outlets: each article leads to its own file."""
    for name in ("x.txt", "y.txt"):
        (folder / name).write_text(ARTICLE)
    (folder / "metadata.csv").write_text("file,outlet\nx.txt,The Post\ny.txt,The Echo\n")
    assert onrecord("ingest", folder, "--db", tmp_path / "c.db").status == 0
    query = (
        "SELECT outlets.name, path FROM articles JOIN outlets USING (outlet_id) JOIN documents USING (document_id) "
        "ORDER BY 1"
    )
    found = rows(tmp_path / "c.db", query)
    assert [(name, Path(path).name) for name, path in found] == [("The Echo", "y.txt"), ("The Post", "x.txt")]


def test_a_clock_that_is_none_is_refused(onrecord: Any, seeds: Path, tmp_path: Path) -> None:
    """Words that are no instant, and an instant before all calendars, are told before anything is read."""
    for instant in ("yesterday", "0001-01-01T00:00:00+14:00"):
        ran = onrecord("ingest", seeds, "--db", tmp_path / "c.db", "--clock", instant)
        assert ran.status == 2
        assert instant in ran.err
    assert not (tmp_path / "c.db").exists()


def test_an_unnamed_source_is_called_the_same_everywhere(
    onrecord: Any, rows: Any, folder: Path, tmp_path: Path
) -> None:
    """The command extract and the table give one name to a source that nobody names."""
    (folder / "a.txt").write_text(
        "A senior harbour official said that the port would close on Friday.\n\n"
        "The senior harbour official said: “Nobody told us until today.”\n"
    )
    assert onrecord("ingest", folder, "--db", tmp_path / "c.db").status == 0
    named = {name for (name,) in rows(tmp_path / "c.db", "SELECT speaker FROM said")}
    line = json.loads(onrecord("extract", folder / "a.txt").out)
    assert {quote["speaker"] for quote in line["quotes"]} == named == {"A senior harbour official"}


def test_a_reader_that_has_seen_enough_is_no_error(seeds: Path) -> None:
    """Whoever closes the pipe after a line (head) ends the command quietly, with status 0."""
    program = "from onrecord.ingest.commands import main; main()"
    arguments = [sys.executable, "-P", "-c", program, "extract", "--no-analysis", *[str(seeds)] * 50]
    running = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603 - our own
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.read(10)
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait() == 0
    running.stderr.close()


def test_the_summary_counts_files_and_not_findings(onrecord: Any, folder: Path, tmp_path: Path) -> None:
    """Two of which lines are broken, behind a good one and before it, one without a good line, and an empty one."""
    good, bad = json.dumps({"text": ARTICLE}), "{broken"
    no_text = json.dumps({"title": "no text"})
    (folder / "a.jsonl").write_text(f"{good}\n{bad}\n{bad}")
    (folder / "b.jsonl").write_text(f"{no_text}\n{no_text}\n{no_text}")
    (folder / "d.jsonl").write_text(f"{no_text}\n{good}")
    (folder / "c.txt").touch()
    ran = onrecord("ingest", folder, "--db", tmp_path / "c.db")
    assert ran.status == 1
    assert "2 files could not be read, 2 files could be read in part only; the reasons stand below." in ran.out
    assert len(ran.err.splitlines()) == 7


def test_an_archive_with_a_broken_file_is_no_unread_archive(onrecord: Any, tmp_path: Path) -> None:
    """The file inside is what could not be read."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", ARTICLE)
        archive.writestr("b.txt", b"broken \xff")
    ran = onrecord("ingest", tmp_path / "a.zip", "--db", tmp_path / "c.db")
    assert "Added 1 article" in ran.out
    assert "1 file could not be read; the reasons stand below." in ran.out


def test_lines_of_standard_input_are_parts_of_it(
    onrecord: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though each names its own article."""
    given(monkeypatch, {"id": "a"}, {"id": "b", "text": ARTICLE}, {"id": "c"})
    ran = onrecord("ingest", "-", "--db", tmp_path / "c.db")
    assert "1 file could be read in part only; the reasons stand below." in ran.out
