"""From a reading and the marks to quotes. The readings are written out here, so that no model is asked."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import content, paragraphs_of, quotes_in, span_of, words_of

from onrecord.ingest.language.calibration import Calibration
from onrecord.ingest.language.reading import Candidate, Content, Reading
from onrecord.ingest.quotes import find_quotes, quotation_marks
from onrecord.ingest.spans import Span


@pytest.mark.parametrize(
    ("text", "seen", "pieces", "kind"),
    [
        ("“We will stay,” Obi said.", "We will stay", ["“We will stay,”"], "direct"),
        ("“We will stay,” Obi said.", "“We will stay", ["“We will stay,”"], "direct"),
        ('"We will stay here," Obi said.', "We will stay", ['"We will stay here,"'], "direct"),
        ("``We will stay,'' Obi said.", "We will stay", ["``We will stay,''"], "direct"),
        ("‘We will stay here,’ Obi said.", "We will stay here", ["‘We will stay here,’"], "direct"),
        ("Obi said they would stay.", "they would stay", ["they would stay"], "indirect"),
        ("Obi said ties were “below zero” now.", "ties were “below zero", ["ties were “below zero”"], "mixed"),
        ("Obi said they would stay,", "they would stay,", ["they would stay"], "indirect"),
        ("A few (Obi said they would stay) left.", "they would stay) left", ["they would stay"], "indirect"),
        ("A few (Obi said all (or most) stay) left.", "all (or most) stay) left", ["all (or most) stay"], "indirect"),
        ("Obi said all (or most) would stay.", "all (or most) would stay", ["all (or most) would stay"], "indirect"),
        ("Obi said a) stay or b) go.", "a) stay or b) go", ["a) stay or b) go"], "indirect"),
        ("Some (few) left; Obi said a) stay.", "a) stay", ["a) stay"], "indirect"),
        ("“We will stay because of all that we were told,” Obi said.", "told", ["told"], "direct"),
        ("“It rained on and on. We stay,” Obi said.", "We stay", ["“It rained on and on. We stay,”"], "direct"),
        ("“It rained all day? Then stay,” Obi said.", "Then stay,”", ["“It rained all day? Then stay,”"], "direct"),
        ("“It rained all day. We stay, for now,” Obi said.", "for now", ["for now"], "direct"),
        ("“It rained. We stay. We will not leave,” Obi said.", "We stay", ["We stay"], "direct"),
    ],
)
def test_marks_decide_kind_and_edges(text: str, seen: str, pieces: list[str], kind: str) -> None:
    """The reader's bounds are brought to the marks, and the marks alone say how direct a quote is."""
    (quote,) = quotes_in(text, content(text, seen, "Obi", "said"))
    assert words_of(text, quote) == pieces
    assert quote.kind == kind
    assert quote.source == span_of(text, "Obi")
    assert quote.cue == span_of(text, "said")


@pytest.mark.parametrize(
    ("text", "seen", "left"),
    [
        ("The rain, Obi said, was bad.", ["was"], []),
        ("Obi said it’s late.", ["it’s"], []),
        ("The rain, Obi said, was bad.", ["The rain", "was"], ["The rain"]),
        ("The rain, Obi said, falls.", ["falls"], ["falls"]),
        ("“We will see to it,” Obi said.", ["it"], ["it"]),
        ("He is said by Obi to stay.", ["He", "to stay"], ["He", "to stay"]),
        ("Why? Obi said.", ["Why?"], ["Why?"]),
    ],
    ids=["a verb", "contracted", "behind a piece", "with a meaning", "in marks", "before a piece", "a sentence"],
)
def test_scraps_are_left_out(text: str, seen: list[str], left: list[str]) -> None:
    """One word that carries no meaning is not something said, unless more follows or marks hold it."""
    quotes = quotes_in(text, *(content(text, words, "Obi", "said") for words in seen))
    assert [words for quote in quotes for words in words_of(text, quote)] == left


def test_words_split_by_the_speaker_are_one_quote() -> None:
    """'"A," she said, "B"' is one thing said, in two pieces, by one speaker."""
    text = "“We will stay,” Obi said, “as long as we are needed.”"
    (quote,) = quotes_in(text, content(text, "We will stay", "Obi"), content(text, "as long as we are needed", "Obi"))
    assert words_of(text, quote) == ["“We will stay,”", "“as long as we are needed.”"]
    assert quote.source == span_of(text, "Obi")


def test_a_new_sentence_behind_the_speaker_is_another_quote() -> None:
    """Behind a full stop a second quotation stands by itself; nobody new is named, so the first speaker goes on."""
    text = "“We will stay,” Obi said. “Nobody asked us.”"
    first, second = quotes_in(text, content(text, "We will stay", "Obi"), content(text, "Nobody asked us", "Obi"))
    assert (first.source, second.source) == (span_of(text, "Obi"), span_of(text, "Obi"))


def test_a_quotation_of_several_paragraphs_is_one_quote() -> None:
    """Each paragraph opens with a mark and only the last closes: one quote, a piece a paragraph."""
    text = "Obi said: “We will stay here.\n“Nobody has asked us to leave.”"
    (quote,) = quotes_in(text, content(text, "We will stay here", "Obi"), content(text, "Nobody has asked us to leave"))
    assert words_of(text, quote) == ["“We will stay here.", "“Nobody has asked us to leave.”"]
    assert quote.source == span_of(text, "Obi")


def test_a_quote_with_nobody_beside_it_goes_on_from_the_one_before() -> None:
    """A paragraph in marks behind one that ends with a quote has no source of its own and says whose it continues."""
    text = "Obi said, “We will stay here.”\n“Nobody has asked us to leave.”"
    first, second = quotes_in(
        text, content(text, "We will stay here", "Obi"), content(text, "Nobody has asked us to leave")
    )
    assert first.continues is None
    assert (second.source, second.continues) == (None, 0)


def test_a_speaker_of_the_quote_before_is_not_named_again() -> None:
    """Where the reader points at the mention beside the quote before, this one has none of its own and goes on."""
    text = "Obi said, “We will stay here.”\n“Nobody has asked us to leave.”"
    _, second = quotes_in(
        text, content(text, "We will stay here", "Obi"), content(text, "Nobody has asked us to leave", "Obi")
    )
    assert (second.source, second.continues) == (None, 0)


def test_a_speaker_named_in_the_telling_before_is_the_source() -> None:
    """A paragraph in marks behind one that only tells who spoke has that mention for its source."""
    text = "Obi wrote to the court in May.\n“Nobody has asked us to leave.”"
    (quote,) = quotes_in(text, content(text, "Nobody has asked us to leave", "Obi"))
    assert (quote.source, quote.continues) == (span_of(text, "Obi"), None)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Obi said in a statement:\n“Nobody has asked us to leave.”", "Obi", "said"),
        ("Obi said in a statement:\n“Nobody has asked us to leave.\n“We will stay.”", "Obi", "said"),
        ("Obi said in a statement.\n“Nobody has asked us to leave.”", None, None),
        ("Obi said in a statement:\n“Nobody has asked us to leave.” It was late.", None, None),
        ("Obi said in a statement:\nNobody has asked us to leave", None, None),
        ("Obi sang.\nThe statement said:\n“Nobody has asked us to leave.”", None, None),
    ],
    ids=["announced", "several paragraphs", "no colon", "not alone", "no marks", "named farther off"],
)
def test_a_paragraph_that_ends_with_a_colon_announces_the_quotation(
    text: str, source: str | None, cue: str | None
) -> None:
    """Whoever it names said what fills the next paragraph, though the reader holds nobody for likelier."""
    words = "Nobody has asked us to leave"
    said = Content(span_of(text, words), 0.9, (Candidate(span_of(text, "Obi"), 0.2),), 0.8, ())
    (quote,) = quotes_in(text, replace(said, cues=(Candidate(span_of(text, "said"), 0.4),)))
    assert quote.source == (span_of(text, source) if source else None)
    assert (cue is None) or quote.cue == span_of(text, cue)
    (without_cue,) = quotes_in(text, said)
    assert without_cue.source is None


def test_a_source_that_the_reader_is_sure_of_needs_no_announcing() -> None:
    """What is likelier than nobody stays."""
    text = "Ada sang.\nObi said in a statement:\n“Nobody has asked us to leave.”"
    said = content(text, "Nobody has asked us to leave", "Ada", "said")
    (quote,) = quotes_in(text, replace(said, sources=(*said.sources, Candidate(span_of(text, "Obi"), 0.05))))
    assert quote.source == span_of(text, "Ada")


@pytest.mark.parametrize(
    "between", ["The hall was full.\n", "\n“Who is there?” somebody else asked.\nSilence.\n"], ids=["told", "other"]
)
def test_what_is_told_in_between_breaks_a_speech(between: str) -> None:
    """Without the words following straight on, nobody is made the speaker."""
    text = f"Obi said, “We will stay here.”\n{between}“Nobody has asked us to leave.”"
    *_, last = quotes_in(text, content(text, "We will stay here", "Obi"), content(text, "Nobody has asked us to leave"))
    assert (last.source, last.continues) == (None, None)


def test_an_indirect_quote_without_speaker_continues_nothing() -> None:
    """Only words in marks go on without a name."""
    text = "Obi said, “We will stay here.”\nThe troops would reportedly leave."
    _, second = quotes_in(text, content(text, "We will stay here", "Obi"), content(text, "The troops would"))
    assert second.continues is None


def test_doubtful_quotes_are_left_out() -> None:
    """Less sure than the threshold, words and speaker together, is not told."""
    text = "The “Big Book” by Obi is out."
    assert quotes_in(text, content(text, "Big Book", "Obi", score=0.4, sure=0.6)) == ()


def test_confidence_is_of_words_and_speaker_together() -> None:
    """It is the product, and it stays between 0 and 1."""
    text = "“We will stay,” Obi said."
    (quote,) = quotes_in(text, content(text, "We will stay", "Obi", score=0.9, sure=0.8))
    assert quote.confidence == pytest.approx(0.72)


def test_two_contents_between_the_same_marks_are_one_piece() -> None:
    """Each reaches the marks; the same words are not told twice."""
    text = "“We will stay. We will fight on,” Obi said."
    quotes = quotes_in(text, content(text, "We will stay", "Obi"), content(text, "We will fight on", "Obi"))
    assert len({span for quote in quotes for span in quote.spans}) == sum(len(quote.spans) for quote in quotes)


TRANSCRIPT = "OBI: Will you stay?\nADA: We will.\nOBI: For how long?\nADA: As long as we are needed."


def test_labels_of_a_transcript_are_the_speakers() -> None:
    """Every turn is a quote by its label, whatever the reader sees in it."""
    quotes = quotes_in(TRANSCRIPT)
    assert [(quote.source.of(TRANSCRIPT) if quote.source else None) for quote in quotes] == ["OBI", "ADA", "OBI", "ADA"]
    assert words_of(TRANSCRIPT, quotes[3]) == ["As long as we are needed."]


def test_a_transcript_quoted_whole_keeps_its_speakers() -> None:
    """Each turn opens with a mark; a paragraph that goes on without a label belongs to the turn before."""
    text = "“OBI: Will you stay?\n“ADA: We will.\n“And we mean it.\n“OBI: For how long?\n“ADA: As long as we must.”"
    quotes = quotes_in(text, content(text, "And we mean it"))
    assert [(quote.source.of(text) if quote.source else None) for quote in quotes] == ["OBI", "ADA", "OBI", "ADA"]
    assert words_of(text, quotes[1]) == ["We will.", "“And we mean it."]


@pytest.mark.parametrize(
    "text",
    [
        "Read more: Obi stays\nThe troops stay.\nRead more: Ada leaves\nNobody knows.",
        "OBI: Will you stay?\nThe troops stay.",
        "Monday: rain and wind\nTuesday: much sun\nWednesday: rain and wind\nThursday: much sun",
        "Obi: 547.\nAda: 12.\nObi: 600.\nAda: 15.",
    ],
    ids=["one label", "one turn", "no label twice", "a table"],
)
def test_lists_are_no_transcripts(text: str) -> None:
    """One label, or labels that come once, do not make a conversation."""
    assert quotes_in(text) == ()


def _spans(text: str) -> st.SearchStrategy[Span]:
    """Any stretch of a text."""
    edges = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)
    return edges.map(lambda pair: Span(min(pair), max(pair)))


@given(st.text(alphabet="ab “”\"'’.,;-:\n", max_size=60), st.data())
def test_no_reading_makes_two_pieces_overlap(text: str, data: st.DataObject) -> None:
    """Whatever is seen where, pieces stay apart, inside one paragraph each, in order."""
    paragraphs = paragraphs_of(text)
    contents: list[Content] = []
    for paragraph in paragraphs:
        start = data.draw(st.integers(paragraph.span.start, paragraph.span.end - 1))
        end = data.draw(st.integers(start + 1, paragraph.span.end))
        sources, cues = (
            tuple(Candidate(span, score) for span in data.draw(st.lists(_spans(text), max_size=2, unique=True)))
            for score in (0.4, 0.9)
        )
        contents.append(Content(Span(start, end), 0.9, sources, 1 - 0.4 * len(sources), cues))
    quotes = find_quotes(text, paragraphs, quotation_marks(text, paragraphs), Reading(tuple(contents), ()))
    spans = [span for quote in quotes for span in quote.spans]
    assert all(any(paragraph.span.covers(span) for paragraph in paragraphs) for span in spans)
    assert all(not one.meets(other) for place, one in enumerate(spans) for other in spans[place + 1 :])
    assert [quote.spans[0] for quote in quotes] == sorted(quote.spans[0] for quote in quotes)


def test_confidence_is_the_calibrated_probability_of_words_and_speaker() -> None:
    """What the model was fitted to say of such a probability and such a kind is what the quote says."""
    text = "“We will stay,” Obi said. Obi said they would stay."
    direct = content(text, "We will stay", score=0.8)
    paragraphs = paragraphs_of(text)
    told = Candidate(Span(16, 19), 0.5)
    contents = tuple(
        replace(direct, span=span_of(text, words), sources=(told,), no_source=0.5)
        for words in ("We will stay", "they would stay")
    )
    reading = Reading(contents, (), Calibration(slope=1.0, constant=-0.2, direct=1.0))
    quotes = find_quotes(text, paragraphs, quotation_marks(text, paragraphs), reading)
    log_odds = math.log(0.4 / 0.6) - 0.2
    assert [quote.confidence for quote in quotes] == [
        pytest.approx(1 / (1 + math.exp(-log_odds - 1)), abs=1e-3),
        pytest.approx(1 / (1 + math.exp(-log_odds)), abs=1e-3),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "**Ada:** Why *now*?\n**Obi:** It rained *hard*.\n**Ada:** All day?\n**Obi:** All day.",
        "**Ada**: Why *now*?\n**Obi** (laughs): It rained *hard*.\n**Ada**: All day?\n**Obi**: All day.",
        "**Ada: Why *now*?**\nObi: It rained *hard*.\n**Ada: All day?**\nObi: All day.",
        "__Ada__: Why *now*?\n__Obi__: It rained *hard*.\n__Ada__: All day?\n__Obi__: All day.",
    ],
    ids=["colon inside", "colon outside", "whole turns", "underscores"],
)
def test_labels_of_a_transcript_may_be_bold(text: str) -> None:
    """What Markdown sets around a label or a turn is no part of either; emphasis inside what is said stays."""
    quotes = quotes_in(text)
    assert [quote.source.of(text) if quote.source else None for quote in quotes] == ["Ada", "Obi", "Ada", "Obi"]
    said = [words for quote in quotes for words in words_of(text, quote)]
    assert said == ["Why *now*?", "It rained *hard*.", "All day?", "All day."]


def test_what_is_said_in_a_transcript_is_direct() -> None:
    """A turn is told word for word, though no marks stand around it; a quotation of somebody else's words is too."""
    assert [quote.kind for quote in quotes_in(TRANSCRIPT)] == ["direct"] * 4


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ("Were you afraid?*", "Were you afraid?"),
        ("** Were you afraid?", "Were you afraid?"),
        ("*Were* you", "*Were* you"),
    ],
)
def test_loose_asterisks_are_no_part_of_a_quote(seen: str, said: str) -> None:
    """A run whose partner stands outside is left out; a pair stays."""
    text = f"Obi asked: {seen}"
    (quote,) = quotes_in(text, content(text, seen, "Obi", "asked"))
    assert words_of(text, quote) == [said]
