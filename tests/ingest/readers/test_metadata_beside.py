"""What is said of an article outside of its file: tables, sidecars, options and the file's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.ingest import limits
from onrecord.ingest.errors import OnrecordError
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
    ("table", "says"),
    [
        ("name,title\na.txt,A", "no column `file`"),
        ("file,title\na.txt,A,B", "line 2: 3 cells found where the head has 2"),
        ("file,title\n,A", "line 2: a row without `file`"),
        ("file,title\na.txt,A\na.txt,B", "line 3: a second row for 'a.txt'"),
        ("file,title\nz.txt,Z", "no such file"),
        (f"file,title\n{'z' * 5000},Z", "no such file"),
        ("file,title\nz\0.txt,Z", "no such file"),
        ("", "no column `file`"),
    ],
)
def test_a_broken_table_is_a_finding_and_the_article_is_found(write: Write, table: str, says: str) -> None:
    """Its sound rows are used."""
    write({"a.txt": "A", "metadata.csv": table})
    files, (finding,) = find_files(["."])
    assert [file.path for file in files] == ["a.txt"]
    assert finding.code == "table-broken"
    assert says in finding.message


def test_a_table_that_is_not_utf8_is_a_finding(write: Write) -> None:
    """The article is still found."""
    write({"a.txt": "A"})
    Path("metadata.csv").write_bytes(b"file,title\na.txt,caf\xe9")
    assert codes(".") == ["table-broken"]
    Path("metadata.csv").unlink()
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
