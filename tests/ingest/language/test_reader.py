"""The shipped reader on text it never saw: whole, repeatable, and never at a loss."""

from __future__ import annotations

import pytest
from readings import paragraphs_of

from onrecord.ingest.language import Reader, Reading, load_reader
from onrecord.ingest.records import Paragraph

TEXT = (
    "Ministers met in Ouro on Monday.\n"
    "“We will rebuild the bridge before the rains,” Ada Obi, the transport minister, said on Tuesday.\n"
    "The Roads Authority said the work would cost 4 million dollars.\n"
    "“Nobody asked us,” she added."
)


@pytest.fixture(scope="module", name="reader")
def shipped_reader() -> Reader:
    """The reader, loaded once for all tests of this file."""
    return load_reader()


def read(reader: Reader, text: str) -> Reading:
    """The reading of a text, every line a paragraph."""
    return reader.read(text, paragraphs_of(text))


def test_a_plain_story_is_read(reader: Reader) -> None:
    """Words, speaker, cue and names of the simplest story are seen."""
    reading = read(reader, TEXT)
    said = {content.span.of(TEXT).strip("“”,"): content for content in reading.contents if content.score > 0.5}
    bridge = said["We will rebuild the bridge before the rains"]
    assert bridge.sources[0].span.of(TEXT).startswith("Ada Obi")
    assert bridge.cues[0].span.of(TEXT) == "said"
    assert said["Nobody asked us"].sources[0].span.of(TEXT) == "she"
    assert ("Ada Obi", "person") in {(name.span.of(TEXT), name.type) for name in reading.names}


def test_candidates_and_nobody_share_one(reader: Reader) -> None:
    """The candidates of a content, and nobody, have all the probability, the likeliest first."""
    reading = read(reader, TEXT)
    for content in reading.contents:
        scores = [source.score for source in content.sources]
        assert scores == sorted(scores, reverse=True)
        assert sum(scores) + content.no_source == pytest.approx(1, abs=1e-4)
        assert 0 <= content.score <= 1


def test_company_changes_nothing(reader: Reader) -> None:
    """An article reads the same at first, behind others, and a second time."""
    first = read(reader, TEXT)
    read(reader, "“Yes.”\n" * 90)
    assert read(reader, TEXT) == first


def test_only_paragraphs_that_are_read_are_read(reader: Reader) -> None:
    """Boilerplate and captions give nothing."""
    paragraphs = tuple(
        Paragraph(one.ordinal, "boilerplate" if one.ordinal == 1 else "body", "test", one.span)
        for one in paragraphs_of(TEXT)
    )
    reading = reader.read(TEXT, paragraphs)
    hidden = paragraphs[1].span
    assert not any(hidden.meets(found.span) for found in (*reading.contents, *reading.names))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "“",
        "\ufffd\ufffd",
        "”.“,’‘''``",
        "a" * 5000,
        "日本の首相は「はい」と述べた。",
        "🙂 said 🙂",
        "word " * 3000,
        "“" * 300,
        "e\u0301" * 200,
        "\u200b\u200b said \u200b",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_odd_text_is_read_without_complaint(reader: Reader, text: str) -> None:
    """Whatever it is given, spans lie inside the paragraphs that are read, and names do not overlap."""
    reading = read(reader, text)
    paragraphs = paragraphs_of(text)
    for found in (*reading.contents, *reading.names):
        assert any(paragraph.span.covers(found.span) for paragraph in paragraphs)
    for before, after in zip(reading.names, reading.names[1:], strict=False):
        assert before.span.end <= after.span.start


def test_the_reader_is_loaded_once() -> None:
    """A second call gives the same reader."""
    assert load_reader() is load_reader()


def test_no_mention_ends_with_a_word_that_ends_nothing(reader: Reader) -> None:
    """A speaker is named without the "the" or "for" of what comes behind, which the encoder may hold to be a part."""
    text = "The mayor has been accused by the council of hiding “secret” reports on the bridge."
    mentions = [source.span.of(text) for one in read(reader, text).contents for source in one.sources]
    assert any(mention.startswith("the council") for mention in mentions)
    assert not [mention for mention in mentions if mention.endswith((" on", " the", " of"))]
