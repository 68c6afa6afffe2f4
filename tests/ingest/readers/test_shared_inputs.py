"""Real files that nobody here wrote, where the folder of them is at hand: counts and metadata of each layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.ingest.readers import find_files, read_bytes, read_stream
from onrecord.ingest.records import SourceArticle

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "inputs"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the folder of real inputs is not there")


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("exports/nexis/sample.DOCX", 10),
        ("exports/nexis/sample.TXT", 10),
        ("exports/lexisnexis/lexisnexis_test_en.html", 2),
        ("exports/lexisnexis/lexisnexis_test_fr.html", 3),
        ("exports/factiva/factiva_test.html", 2),
        ("exports/factiva/factiva_test.xml", 3),
        ("exports/factiva/reut21578-factiva.xml", 19),
        ("exports/europresse/europresse_test1.html", 3),
        ("exports/europresse/europresse_test2.html", 4),
        ("sgml/reut2-021.sgm", 578),
        ("same_event/allsides.jsonl.gz", 117),
        ("jsonl/news-please_sample.json", 1),
        ("wires/wordpress_wxr/wordpress_wxr.xml", 1),
        ("wires/newsml_g2/dpa.xml", 1),
        ("wires/newsml_g2/picture.xml", 0),
        ("wires/nitf/pa5.xml", 1),
        ("wires/ninjs/ninjs2.json", 1),
        ("wires/email/simple_email.txt", 1),
    ],
)
def test_a_file_has_as_many_articles_as_it_holds(path: str, count: int) -> None:
    """Not one more, not one less."""
    articles, findings = read_bytes(path, (FOLDER / path).read_bytes())
    assert len(articles) == count
    assert articles or findings


def of(path: str) -> tuple[SourceArticle, dict[str, str]]:
    """The first article of a file and its fields."""
    articles, _ = read_bytes(path, (FOLDER / path).read_bytes())
    return articles[0], {field.name: field.value for field in reversed(articles[0].fields)}


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("exports/nexis/sample.DOCX", {"outlet": "The Guardian(London)", "published": "July 1, 2019 9:20 AM GMT"}),
        ("exports/nexis/sample.TXT", {"outlet": "Guardian.com", "byline": "Andrew Sparrow", "language": "en"}),
        ("exports/lexisnexis/lexisnexis_test_en.html", {"title": "Heading One", "byline": "PAPER AUTHOR"}),
        ("exports/factiva/factiva_test.html", {"title": "Test 1", "published": "29 décembre 2011 15:32"}),
        ("exports/factiva/factiva_test.xml", {"outlet": "My Newspaper", "published": "2012-01-09T01:35:58Z"}),
        ("exports/europresse/europresse_test1.html", {"outlet": "l'Humanité", "published": "5 octobre 2013"}),
        ("wires/newsml_g2/stt_newsml_no_truncated_text_test.xml", {"outlet": "STT", "language": "fi-FI"}),
        ("wires/nitf/pa5.xml", {"published": "2016-10-11T00:13:27+01:00", "outlet": "Press Association"}),
        ("wires/ninjs/ninjs2.json", {"outlet": "Reuters", "byline": "Henning Gloystein"}),
        ("sgml/reut2-021.sgm", {"outlet": "Reuters", "published": "19-OCT-1987"}),
        ("wires/wordpress_wxr/wordpress_wxr.xml", {"outlet": "The SDNewTester"}),
        ("wires/email/simple_email.txt", {"title": "Test message 1234"}),
    ],
)
def test_the_metadata_of_a_layout_are_found(path: str, fields: dict[str, str]) -> None:
    """Title, outlet, date, author, language, as they stand in the file."""
    _, found = of(path)
    assert {name: found.get(name) for name in fields} == fields


def test_no_file_is_silent() -> None:
    """Every file gives articles or a finding that a person can act on."""
    files, _ = find_files([str(FOLDER)])
    for file in files:
        articles, sentences = 0, []
        for some, findings in read_stream(file):
            articles += len(some)
            sentences += [finding.message for finding in findings]
        assert articles or sentences, file.path
        assert all(" expected; " in sentence for sentence in sentences), file.path
