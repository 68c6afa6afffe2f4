"""Words, kinds, heads and segments, which every figure is made of."""

from __future__ import annotations

import pytest

from onrecord.ingest.evaluation.heads import head_of
from onrecord.ingest.evaluation.marked import marked
from onrecord.ingest.evaluation.matching import has_right_speaker, matched
from onrecord.ingest.evaluation.segments import Segment, judged, segments_of
from onrecord.ingest.evaluation.words import Words
from onrecord.ingest.spans import Span

MARKS = (
    ("He “came” late.", ["“came”"]),
    ('He "came" late.', ['"came"']),
    ("He ``came'' late.", ["``came''"]),
    ("He ''came'' late.", ["''came''"]),
    ("He «came» late.", ["«came»"]),
    ("He ‘came by’ late.", ["‘came by’"]),
    ("He ‘came’ late.", []),
    ("It’s the farmers’ wheat.", []),
    ("He “came late.\nIt “rained.", ["“came late.", "“rained."]),
    ('He "came late, "she said".', ['"came late, ', '"she said"']),
    ("He came” late.", []),
    ("He came”late.", []),
    ("(”So”) he said.", ["”So”"]),
    ('“So" he said.', ['“So"']),
    ("He “said ‘no’ twice”.", ["“said ‘no’ twice”"]),
    ("", []),
)


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_marks_are_found(text: str, expected: list[str]) -> None:
    """The stretches between quotation marks, marks included."""
    assert [span.of(text) for span in marked(text)] == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [((4, 8), "direct"), ((3, 9), "direct"), ((0, 8), "mixed"), ((10, 14), "indirect")],
)
def test_kind_is_counted_by_words(content: tuple[int, int], expected: str) -> None:
    """All words inside marks, some or none; marks and punctuation do not count."""
    words = Words("He “came” late.")
    assert words.kind(words.of([Span(*content)])) == expected


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 15), {0, 1, 2, 3}),
        ((0, 13), {0, 1, 2}),
        ((1, 9), {0, 1, 2}),
        ((0, 1), {0}),
        ((4, 5), set()),
        ((8, 11), {2}),
        ((2, 3), set()),
    ],
)
def test_half_a_word_is_a_word(span: tuple[int, int], expected: set[int]) -> None:
    """A word belongs to a span that has at least half of it."""
    assert Words("He came up again").of([Span(*span)]) == frozenset(expected)


HEADS = (
    ("John Smith, a farmer of Ohio", "Smith"),
    ("a farmer of Ohio", "farmer"),
    ("to the ministry", "ministry"),
    ("Donald Trump Jr.", "Jr"),
    ("Donald Trump, Jr., who won", "Trump"),
    ("some of them", "some"),
    ("some senators", "senators"),
    ("two", "two"),
    ("who", "who"),
    ("of", "of"),
    ("who said so", "who"),
    ("the Guardian’s editor", "editor"),
    ("…", None),
)


@pytest.mark.parametrize(("mention", "expected"), HEADS)
def test_head_of_mention(mention: str, expected: str | None) -> None:
    """The last word of the first noun phrase."""
    head = head_of(mention, [Span(0, len(mention))])
    assert (head.of(mention) if head else None) == expected


PIECES = (
    ("“A b,” she said, “c d.”", [(0, 6), (17, 23)], ["A b", "c d"]),
    ("“A b” “c d”", [(0, 5), (6, 11)], ["A b c d"]),
    ("“A b\nc d”", [(0, 9)], ["A b", "c d"]),
    ("“A b” ... c", [(0, 5), (6, 9)], ["A b"]),
    ("a b c", [(2, 5), (0, 3)], ["a b c"]),
)


@pytest.mark.parametrize(("text", "content", "expected"), PIECES)
def test_segments_are_pieces_of_paragraphs(text: str, content: list[tuple[int, int]], expected: list[str]) -> None:
    """Pieces are cut at line ends and joined where no word stands between."""
    words = Words(text)
    found = segments_of(words, [Span(*pair) for pair in content], (), ())
    assert [" ".join(words.spans[n].of(text) for n in sorted(segment.words)) for segment in found] == expected


def segment(*numbers: int, source: tuple[Span, ...] = ()) -> Segment:
    """A segment of some words."""
    return Segment(frozenset(numbers), "indirect", source, ())


def test_found_twice_counts_once() -> None:
    """The same words with the same speaker count once, with another speaker twice."""
    words = Words("a b c d")
    one, other = segment(0, 1), segment(0, 1, source=(Span(4, 5),))
    assert judged(words, [one, one, other], []) == [one, other]


@pytest.mark.parametrize(("numbers", "counts"), [((0, 1), False), ((1, 2), True), ((0, 1, 2), False), ((2, 3), True)])
def test_what_nobody_judged_does_not_count(numbers: tuple[int, ...], counts: bool) -> None:  # noqa: FBT001
    """A segment with more than half of its words where nobody labelled is left out."""
    assert bool(judged(Words("a b c d"), [segment(*numbers)], [Span(0, 3)])) == counts


def test_best_pairs_are_taken_first() -> None:
    """Each segment is in one pair; the pair that shares more goes before, and half is enough."""
    gold = [segment(0, 1, 2, 3), segment(4, 5)]
    found = [segment(0, 1), segment(0, 1, 2), segment(5)]
    assert matched(gold, found, 0.5) == [(0, 1), (1, 2)]
    assert matched(gold, found, 1.0) == []
    assert matched(gold, [segment(3, 4)], 0.5) == []


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ("John Smith, a farmer", "Smith", True),
        ("Smith", "John Smith, a farmer", True),
        ("John Smith", "John", False),
        ("Smith", None, False),
        (None, "Smith", False),
        (None, None, True),
    ],
)
def test_speaker_is_right_by_its_head(gold: str | None, found: str | None, expected: bool) -> None:  # noqa: FBT001
    """The head of each mention is a word of the other; nobody is right for nobody."""
    text = "John Smith, a farmer"
    sources = [() if who is None else (Span(text.index(who), text.index(who) + len(who)),) for who in (gold, found)]
    assert has_right_speaker(Words(text), segment(0, source=sources[0]), segment(0, source=sources[1])) == expected
