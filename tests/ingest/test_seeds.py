"""The two seed articles, from files to rows, by the real command with the real reader."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord.schema import Quote, open_database

SHARED = Path(__file__).parents[3] / "shared"

DIRECT = [
    ("a senior US defense official", "“(The situation) is not great but in the short term manageable.”"),
    (
        "Lloyd Austin",
        "“The Russians are in a separate compound and don’t have access to US forces or access to our equipment.”",
    ),
    (
        "Lloyd Austin",
        (
            "“Our troops’ security and safety are my top priorities at all times. However, as of right moment, I don’t "
            "believe that our force protection is really compromised.”"
        ),
    ),
    ("a senior US defense official", "“They did not take that well.”"),
    (
        "Lloyd Austin",
        "“The Russians are in a separate compound and don’t have access to US forces or access to our equipment,”",
    ),
]


def test_the_direct_quotes_stand_exactly_with_their_speakers(seeds_corpus: Path, rows: Any) -> None:
    """Five direct quotes, word for word, also where nobody is named beside them."""
    found = rows(seeds_corpus, "SELECT speaker, quote FROM said WHERE kind = 'direct' ORDER BY article_id, start_char")
    assert found == DIRECT


def test_below_zero_is_a_mixed_quote_of_russia(seeds_corpus: Path, rows: Any) -> None:
    """Two words of it stand between marks; the country is the speaker."""
    found = rows(seeds_corpus, "SELECT speaker, attribution, quote FROM said WHERE kind = 'mixed'")
    assert len(found) == 1
    speaker, attribution, quote = found[0]
    assert (speaker, attribution) == ("Russia", "named")
    assert quote.endswith("“below zero”")


@pytest.mark.parametrize(
    ("beginning", "written", "attribution"),
    [
        ("“(The situation)", "The official", "description"),
        ("“Our troops’", None, "continued"),
        ("“They did not", "The official", "description"),
    ],
)
def test_how_a_speaker_was_found_is_told(
    beginning: str, written: str | None, attribution: str, seeds_corpus: Path, rows: Any
) -> None:
    """What stands beside the quote and how it was resolved are kept apart."""
    query = "SELECT speaker_as_written, attribution, quote FROM said"
    (found,) = [row[:2] for row in rows(seeds_corpus, query) if row[2].startswith(beginning)]
    assert found == (written, attribution)


def test_the_same_words_in_both_articles_are_one_statement(seeds_corpus: Path, rows: Any) -> None:
    """Austin's words about the compound are one utterance, quoted twice."""
    query = (
        "SELECT DISTINCT s.statement_id, t.quote_count, t.article_count FROM said AS s JOIN statements AS t "
        "USING (statement_id) WHERE s.quote LIKE '“The Russians are in a separate compound%'"
    )
    ((_, quotes, articles),) = rows(seeds_corpus, query)
    assert (quotes, articles) == (2, 2)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (
            "000%",
            (
                "US officials allege that Russian personnel have entered the US military installation in Niger",
                None,
                None,
                None,
                None,
            ),
        ),
        ("002%", (None, "John Ikani", None, None, None)),
    ],
)
def test_metadata_say_only_what_the_files_say(
    file: str, expected: tuple[str | None, ...], seeds_corpus: Path, rows: Any
) -> None:
    """A repeated first line is a title, a byline an author; nobody names outlet, date or address."""
    query = (
        "SELECT a.title, (SELECT group_concat(name) FROM authors JOIN article_authors USING (author_id) "
        "WHERE article_id = a.article_id), a.outlet_id, a.published, a.url FROM articles AS a "
        f"JOIN documents USING (document_id) WHERE path LIKE '%/{file}'"
    )
    assert rows(seeds_corpus, query) == [expected]


def test_the_title_stands_once_as_title(seeds_corpus: Path, rows: Any) -> None:
    """The second copy of the line is kept, but is no title and is not read."""
    query = "SELECT kind FROM paragraphs WHERE text LIKE 'US officials allege%' ORDER BY ordinal"
    assert rows(seeds_corpus, query) == [("title",), ("boilerplate",)]


def test_the_link_to_another_story_yields_nothing(seeds_corpus: Path, rows: Any) -> None:
    """READ ALSO is kept as boilerplate and gives neither quote nor name."""
    query = "SELECT paragraph_id, kind, rule FROM paragraphs WHERE text LIKE 'READ ALSO%'"
    ((paragraph, kind, rule),) = rows(seeds_corpus, query)
    assert (kind, rule) == ("boilerplate", "read_also")
    assert rows(seeds_corpus, f"SELECT * FROM mentions WHERE paragraph_id = {paragraph}") == []
    assert rows(seeds_corpus, f"SELECT * FROM quote_spans WHERE paragraph_id = {paragraph}") == []


def test_every_line_of_the_files_is_in_paragraphs(seeds: Path, seeds_corpus: Path, rows: Any) -> None:
    """Nothing is lost on the way from the files to the rows."""
    for file in sorted(seeds.glob("*.txt")):
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        query = (
            "SELECT text FROM paragraphs JOIN articles USING (article_id) JOIN documents USING (document_id) "
            f"WHERE path LIKE '%/{file.name}' ORDER BY ordinal"
        )
        assert [text for (text,) in rows(seeds_corpus, query)] == lines


def test_the_models_give_the_text_back(seeds: Path, seeds_corpus: Path) -> None:
    """``article.text`` is the file, and every quote stands in it at its offsets."""
    with Session(open_database(seeds_corpus)) as session:
        for quote in session.scalars(select(Quote)):
            text = quote.article.text
            assert text == (seeds / Path(quote.article.document.path).name).read_text(encoding="utf-8")
            assert [text[span.start_char : span.end_char] for span in quote.spans] == [s.text for s in quote.spans]


def test_lloyd_austin_is_one_person_of_both_articles(seeds_corpus: Path, rows: Any) -> None:
    """All his names, whatever title stands before them, are one entity."""
    query = "SELECT entity_id, article_count FROM entities JOIN entity_names AS n USING (entity_id) WHERE n.name = '{}'"
    ((full, articles),) = rows(seeds_corpus, query.format("Lloyd Austin"))
    ((short, _),) = rows(seeds_corpus, query.format("Austin"))
    assert full == short
    assert articles == 2


def test_niger_is_a_place_each_time_and_countries_have_codes(seeds_corpus: Path, rows: Any) -> None:
    """Countries are places with their ISO codes; no naming of Niger is anything else."""
    text = "substr(p.text, m.start_char - p.start_char + 1, m.end_char - m.start_char)"
    query = (
        f"SELECT DISTINCT m.type FROM mentions AS m JOIN paragraphs AS p USING (paragraph_id) WHERE {text} = 'Niger'"
    )
    assert rows(seeds_corpus, query) == [("place",)]
    codes = dict(
        rows(seeds_corpus, "SELECT name, iso_code FROM entities WHERE type = 'place' AND iso_code IS NOT NULL")
    )
    assert codes == {
        "United States": "US",
        "Russia": "RU",
        "Niger": "NE",
        "Ukraine": "UA",
        "Chad": "TD",
        "Mali": "ML",
        "Burkina Faso": "BF",
        "Iran": "IR",
        "Germany": "DE",
        "France": "FR",
    }


def test_the_two_airbases_are_two(seeds_corpus: Path, rows: Any) -> None:
    """Numbers tell facilities apart."""
    found = rows(seeds_corpus, "SELECT name, type FROM entities WHERE name LIKE 'Airbase%' ORDER BY name")
    assert found == [("Airbase 101", "facility"), ("Airbase 201", "facility")]


def test_check_finds_nothing(seeds_corpus: Path, onrecord: Any) -> None:
    """The corpus is whole and true to its texts."""
    ran = onrecord("check", seeds_corpus)
    assert (ran.status, ran.err) == (0, "")


def test_a_second_run_adds_nothing_but_its_own_row(
    seeds: Path, seeds_corpus: Path, tmp_path: Path, onrecord: Any, rows: Any, stored: Any
) -> None:
    """Ingest can be repeated; it says that nothing is new."""
    corpus = Path(shutil.copy(seeds_corpus, tmp_path / "corpus.db"))
    before = stored(corpus)
    ran = onrecord("ingest", seeds, "--db", corpus)
    assert ran.status == 0
    assert ran.out.startswith("Nothing new. 2 articles stored already.")
    assert stored(corpus) == before
    assert rows(corpus, "SELECT article_count, unchanged_count FROM ingest_runs") == [(2, 0), (0, 2)]
    assert rows(corpus, "SELECT * FROM findings") == rows(seeds_corpus, "SELECT * FROM findings")


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_two_builds_with_one_clock_are_byte_identical(
    hash_seed: str, seeds: Path, seeds_corpus: Path, tmp_path: Path
) -> None:
    """Same articles, same reader, same instant: the same file, whatever order sets have; and nothing beside it."""
    command = [sys.executable, "-P", "-c", "from onrecord.ingest.commands import main; main()", "ingest", str(seeds)]
    options = ["--db", str(tmp_path / "corpus.db"), "--clock", "2024-05-03T12:00:00Z"]
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    subprocess.run([*command, *options], env=environment, check=True, capture_output=True)  # noqa: S603 - our own
    assert (tmp_path / "corpus.db").read_bytes() == seeds_corpus.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["corpus.db"]


def test_articles_one_by_one_give_the_same_keys_as_all_at_once(
    seeds: Path, seeds_corpus: Path, tmp_path: Path, onrecord: Any, rows: Any
) -> None:
    """Entities, quotes and statements do not depend on the order of ingest."""
    corpus = tmp_path / "corpus.db"
    for file in sorted(seeds.glob("*.txt"), reverse=True):
        assert onrecord("ingest", file, "--db", corpus).status == 0
    for query in (
        "SELECT entity_key, name, type, article_count, mention_count, quote_count FROM entities ORDER BY 1",
        "SELECT quote_key, text FROM quotes ORDER BY 1",
        "SELECT statement_key, quote_count, article_count FROM statements ORDER BY 1",
    ):
        assert rows(corpus, query) == rows(seeds_corpus, query)
