"""What is said of an article outside of its file: tables, sidecars, options and the file's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.ingest import limits
from onrecord.ingest.errors import OnrecordError
from onrecord.ingest.pipeline import DETAILS
from onrecord.ingest.readers import Options, find_files

Write = Callable[[dict[str, str]], None]


def said(*paths: str, options: Options | None = None) -> list[tuple[str, str, str]]:
    """Name, value and source of the fields of the first file found."""
    files, _ = find_files(paths, options or Options())
    return [(field.name, field.value, field.source) for field in files[0].fields]


def codes(*paths: str) -> list[str]:
    """The codes of what was found wrong."""
    return [finding.code for finding in find_files(paths)[1]]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("metadata.csv", "file,headline,Date\na.txt,Ferry sails,2024-05-03\n"),
        ("metadata.csv", "\ufefffile;headline;date\r\na.txt;Ferry sails;2024-05-03\r\n"),
        ("metadata.csv", 'file,headline,date\na.txt,"Ferry sails",2024-05-03\n\n'),
        ("metadata.tsv", "date\tfile\ttitle\n2024-05-03\t./a.txt\tFerry sails\n"),
        ("metadata.jsonl", '\n{"file": "a.txt", "title": "Ferry sails", "date": "2024-05-03", "words": 7}\n'),
    ],
)
def test_a_table_in_the_folder_tells_of_its_files(write: Write, name: str, table: str) -> None:
    """By the column `file`; other columns go by any of their usual names, unknown ones are passed over."""
    write({"a.txt": "A", name: table})
    expected = [("title", "Ferry sails", "table"), ("published", "2024-05-03", "table")]
    assert sorted(said(".")) == sorted(expected)
    assert sorted(said("a.txt")) == sorted(expected)
    assert codes(".") == []


def test_tables_of_folders_above_count_after_the_nearest(write: Write) -> None:
    """Up to the folder that was given, no further."""
    write(
        {
            "metadata.csv": "file,title\nnews/sub/a.txt,outermost",
            "news/metadata.csv": "file,title\nsub/a.txt,outer",
            "news/sub/metadata.csv": "file,title\na.txt,inner",
            "news/sub/a.txt": "A",
        }
    )
    assert said("news") == [("title", "inner", "table"), ("title", "outer", "table")]
    assert said("news/*") == [("title", "inner", "table"), ("title", "outer", "table")]
    assert said("news/sub/a.txt") == [("title", "inner", "table")]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("a.txt,A,B", "line 3: 3 cells found where the head has 2"),
        (",A", "line 3: a row without `file`"),
        ("b.txt,B", "line 3: a second row for 'b.txt'"),
        ("z.txt,Z", "no such file"),
        (f"{'z' * 5000},Z", "no such file"),
        ("z\0.txt,Z", "no such file"),
    ],
)
def test_a_broken_row_of_a_table_is_a_finding_and_the_article_is_found(write: Write, row: str, says: str) -> None:
    """The other rows are used."""
    write({"a.txt": "A", "b.txt": "B", "metadata.csv": f"file,title\nb.txt,Ferry\n{row}"})
    files, (finding,) = find_files(["."])
    assert [len(file.fields) for file in files] == [0, 1]
    assert finding.code == "table-broken"
    assert says in finding.message
    assert "its other rows are used" in finding.message


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (b"name,title\na.txt,A", "no column `file` among 'name', 'title'"),
        (b"id,title\na,A", "no column `file`"),
        (b"", "no column `file` among none"),
        (b"file,title\na.txt,caf\xe9", "iconv -f WINDOWS-1252"),
        (b"file,title\nz.txt,Z\ny.txt,Y", "of 2 rows none; line 2: a row for 'z.txt' found, but no such file"),
    ],
)
def test_a_table_of_which_nothing_can_be_used_is_told_as_a_file_not_read(write: Write, table: bytes, says: str) -> None:
    """The code is none of those that cost single articles their metadata, so that the run says it and exits with 1."""
    write({"a.txt": "A"})
    Path("metadata.csv").write_bytes(table)
    files, (finding,) = find_files(["."])
    assert [file.path for file in files] == ["a.txt"]
    assert finding.code == "table-unusable"
    assert finding.code not in DETAILS
    assert says in finding.message


@pytest.mark.parametrize("column", ["filename", "File Name", "path", "FilePath", "file-path"])
def test_the_column_of_the_names_may_be_called_otherwise(write: Write, column: str) -> None:
    """As people and programs call it."""
    write({"a.txt": "A", "metadata.csv": f"{column},title\na.txt,Ferry\n"})
    assert said(".") == [("title", "Ferry", "table")]
    assert codes(".") == []


def test_a_table_in_utf16_with_its_mark_is_read(write: Write) -> None:
    """As spreadsheets write it."""
    write({"a.txt": "A"})
    Path("metadata.tsv").write_bytes("file\ttitle\na.txt\tFähre\n".encode("utf-16"))
    assert said(".") == [("title", "Fähre", "table")]


def test_lines_that_are_no_objects_are_findings(write: Write) -> None:
    """The others are used."""
    write({"a.txt": "A"})
    Path("metadata.jsonl").write_text('{"file": "a.txt", "title": "A"}\nnonsense\n[1]\n', encoding="utf-8")
    assert codes(".") == ["table-broken", "table-broken"]
    assert said(".") == [("title", "A", "table")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"headline": "Ferry sails", "authors": ["Jane Doe", {"name": "John Roe"}], "date": null}'),
        ("a.txt.json", '{"title": "Ferry sails", "author": "Jane Doe; John Roe", "paid": true}'),
        ("a.yaml", "title: Ferry sails\nauthor:\n  - Jane Doe\n  - John Roe\n"),
        ("a.txt.yml", "\ufefftitle: Ferry sails\nauthor: [Jane Doe, John Roe]\n"),
    ],
)
def test_a_sidecar_tells_of_the_file_it_is_named_after(write: Write, name: str, text: str) -> None:
    """As JSON or YAML, with or without the file's own ending."""
    write({"a.txt": "A", name: text})
    expected = [("byline", "Jane Doe; John Roe", "sidecar"), ("title", "Ferry sails", "sidecar")]
    assert sorted(said(".")) == expected
    assert sorted(said("a.txt")) == expected


def test_words_of_yaml_stay_words(write: Write) -> None:
    """A date keeps its writing, and a title that YAML would take for a truth value or a number is a title."""
    write({"a.txt": "A", "a.yaml": "date: 2024-05-03\ntitle: No\noutlet: 1843"})
    assert sorted(said(".")) == [
        ("outlet", "1843", "sidecar"),
        ("published", "2024-05-03", "sidecar"),
        ("title", "No", "sidecar"),
    ]


@pytest.mark.parametrize(
    "text", ["{", "[1, 2]", "[" * 100_000, '"words"', "\x00", '{"title": "' + "x" * limits.SIDECAR_BYTES + '"}']
)
@pytest.mark.parametrize("name", ["a.json", "a.yaml"])
def test_a_broken_sidecar_is_a_finding_and_the_article_is_found(write: Write, name: str, text: str) -> None:
    """Whatever is in it."""
    write({"a.txt": "A", name: text})
    files, (finding,) = find_files(["."])
    assert [file.path for file in files] == ["a.txt"]
    assert (finding.code, finding.path) == ("sidecar-broken", name)


def test_a_sidecar_that_is_a_link_is_not_followed(write: Write, tmp_path: Path) -> None:
    """It may lead to a file that is nobody's business."""
    write({"news/a.txt": "A", "secret.json": '{"title": "Secret"}'})
    (tmp_path / "news/a.json").symlink_to(tmp_path / "secret.json")
    assert said("news/a.txt") == []
    assert said("news") == []
    assert codes("news") == ["link-refused"]


def test_a_json_file_of_its_own_is_no_sidecar(write: Write) -> None:
    """It is found, and the readers say whether they can read it."""
    write({"a.txt": "A", "b.json": "{}"})
    assert [file.path for file in find_files(["."])[0]] == ["a.txt", "b.json"]


def test_the_users_options_come_after_tables_and_sidecars(write: Write) -> None:
    """The order of the fields is the order of belief."""
    write({"star_2024-05-03_ferry_sails.txt": "A", "star_2024-05-03_ferry_sails.json": '{"outlet": "The Star"}'})
    options = Options(outlet="A Paper", date="2024", file_name_pattern="{outlet}_{date}_{slug}")
    assert said(".", options=options) == [
        ("outlet", "The Star", "sidecar"),
        ("outlet", "A Paper", "option"),
        ("published", "2024", "option"),
        ("outlet", "star", "file_name"),
        ("published", "2024-05-03", "file_name"),
    ]


def test_a_file_name_that_does_not_fit_the_pattern_is_a_finding(write: Write) -> None:
    """And nothing is read from it."""
    write({"ferry.txt": "A"})
    files, (finding,) = find_files(["."], Options(file_name_pattern="{outlet}_{date}"))
    assert files[0].fields == ()
    assert finding.code == "file-name-unmatched"


@pytest.mark.parametrize("pattern", ["", "plain", "{slug}", "{outlet}{date}", "{outlet}_{mood}", "{outlet_{date}"])
def test_a_pattern_that_cannot_be_read_stops_with_a_sentence(pattern: str) -> None:
    """It names what may stand in a pattern."""
    if pattern == "{outlet_{date}":  # the first brace is plain text there, and the date is read
        assert Options(file_name_pattern=pattern).fields_for("{outlet_2024.txt")[0][0].value == "2024"
        return
    with pytest.raises(OnrecordError, match="outlet, date"):
        Options(file_name_pattern=pattern)


def test_a_file_named_twice_is_one_file_and_one_finding(write: Write) -> None:
    """Under whatever path."""
    write({"news/ferry.txt": "A"})
    given = ["news/ferry.txt", "news", "news/../news/ferry.txt"]
    files, findings = find_files(given, Options(file_name_pattern="{outlet}_{date}"))
    assert (len(files), len(findings)) == (1, 1)


def test_letters_composed_or_not_are_the_same_name(write: Write) -> None:
    """File systems and spreadsheets write accents differently."""
    write({"cafe\u0301.txt": "A", "metadata.csv": "file,title\ncaf\u00e9.txt,Open"})
    assert said(".") == [("title", "Open", "table")]
    assert codes(".") == []


def test_file_names_are_never_read_unasked(write: Write) -> None:
    """Without a pattern a name says nothing, however much it looks like a date."""
    write({"star_2024-05-03_ferry.txt": "A"})
    assert said(".") == []


def test_a_sidecar_may_be_a_zotero_entry(write: Write) -> None:
    """CSL-JSON: a list with one entry, people and dates in parts."""
    entry = (
        '[{"id": "1", "type": "article-newspaper", "title": "Ferry sails", "container-title": "The Star", '
        '"URL": "https://star.example/1", "author": [{"family": "Doe", "given": "Jane"}, {"literal": "John Roe"}], '
        '"issued": {"date-parts": [[2024, 5, 3]]}}]'
    )
    write({"a.txt": "A", "a.json": entry})
    assert sorted(said(".")) == [
        ("byline", "Jane Doe; John Roe", "sidecar"),
        ("outlet", "The Star", "sidecar"),
        ("published", "2024-05-03", "sidecar"),
        ("title", "Ferry sails", "sidecar"),
        ("url", "https://star.example/1", "sidecar"),
    ]
    assert codes(".") == []
