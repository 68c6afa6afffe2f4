"""The tokeniser: the words of a text, where they stand, and their pieces."""

from __future__ import annotations

from pathlib import Path

import pytest
from tokenizers import BertWordPieceTokenizer

from onrecord.ingest.language.wordpieces import WordPieces

VOCABULARY = (
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "said",
    "mi",
    "##nister",
    "##s",
    "cafe",
    ".",
    ",",
    "“",
    "’",
    "s",
    "中",
)


@pytest.fixture(name="wordpieces")
def small_tokeniser() -> WordPieces:
    """A tokeniser that knows a handful of pieces."""
    return WordPieces(VOCABULARY)


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("said", ["said"], [("said",)]),
        ("SAID.", ["SAID", "."], [("said",), (".",)]),
        ("ministers", ["ministers"], [("mi", "##nister", "##s")]),
        ("café,", ["café", ","], [("cafe",), (",",)]),
        ("“said", ["“", "said"], [("“",), ("said",)]),
        ("said’s", ["said", "’", "s"], [("said",), ("’",), ("s",)]),
        ("中中", ["中", "中"], [("中",), ("中",)]),
        ("saidx", ["saidx"], [("[UNK]",)]),
        ("s" * 101, ["s" * 101], [("[UNK]",)]),
        (" \u00a0 ", [], []),
    ],
)
def test_words_stand_where_they_are_cut(
    wordpieces: WordPieces, text: str, words: list[str], pieces: list[tuple[str, ...]]
) -> None:
    """Every word is the text between its offsets, and falls apart into the longest known pieces."""
    found = wordpieces.words(text, 0, len(text))
    assert [text[start:end] for start, end, _ in found] == words
    assert [tuple(VOCABULARY[number] for number in word.pieces) for _, _, word in found] == pieces


def test_offsets_count_from_the_start_of_the_text(wordpieces: WordPieces) -> None:
    """A paragraph in the middle gives offsets into the whole text, and nothing from outside its bounds."""
    text = "said\n\nministers said.\n\nsaid"
    assert [(start, end) for start, end, _ in wordpieces.words(text, 6, 21)] == [(6, 15), (16, 20), (20, 21)]


def test_what_is_remembered_is_what_was_cut(wordpieces: WordPieces) -> None:
    """The second time a word comes it is the same, at its new place."""
    text = "said. said."
    first, second = wordpieces.words(text, 0, 5), wordpieces.words(text, 6, 11)
    assert [word for *_, word in first] == [word for *_, word in second]
    assert [start + 6 for start, *_ in first] == [start for start, *_ in second]


def test_control_characters_are_no_words(wordpieces: WordPieces) -> None:
    """What has no letter left after cleaning gives no word, and never an empty one."""
    assert wordpieces.words("\x00 \ufffd said", 0, 8)[0][:2] == (4, 8)


MODEL = Path(__file__).parents[3] / "data" / "models" / "reader-1"


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Jane Roe said: “We’ll open the bridge on 3 May,” didn't she?",
        "Côte d’Ivoire's N'Djaména café - naïve coöperation; Łódź, Žižek, Ørsted.",
        "U.S.-led $1,000.50 (about 5%) e-mail@example.org #tag C++ 'n' `so''",
        "北京 and 東京, 한국, العربية, עברית, русский, ελληνικά",
        "antidisestablishmentarianism xqzptlk " + "a" * 120,
    ],
)
def test_pieces_are_those_of_the_reference_tokeniser(text: str) -> None:
    """The shipped vocabulary, cut by us and by the tokeniser that the weights began with, gives the same pieces."""
    vocabulary = MODEL / "vocabulary.txt"
    ours = WordPieces(vocabulary.read_text(encoding="utf-8").splitlines())
    pieces = [piece for _, _, word in ours.words(text, 0, len(text)) for piece in word.pieces]
    reference = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    assert pieces == reference.encode(text, add_special_tokens=False).ids
