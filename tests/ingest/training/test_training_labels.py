"""From labelled articles to what the network is to say; no network is needed for that."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.ingest.language.names import TYPES
from onrecord.ingest.language.wordpieces import WordPieces
from onrecord.ingest.spans import Span
from onrecord.ingest.training.agreement import Words, overlap, same_mention
from onrecord.ingest.training.articles import read_labelled
from onrecord.ingest.training.conventions import NAME_TYPES, Convention, convention_of
from onrecord.ingest.training.labels import BEGINS, GOES_ON, IGNORED, OUTSIDE, example_of

if TYPE_CHECKING:
    from pathlib import Path

WORDPIECES = WordPieces(("[UNK]", "[CLS]", "[SEP]"))
TEXT = "Ada Obi said they left.\nNobody knows."
ROW: dict[str, Any] = {
    "id": "a",
    "text": TEXT,
    "attributions": [{"source": [[0, 7]], "cue": [[8, 12]], "content": [[13, 22]]}],
    "discard": [[24, 37]],
    "mentions": [{"start": 0, "end": 7, "type": "PERSON"}],
}


def written(folder: Path, *rows: object, name: str = "labelled.jsonl") -> Path:
    """A file of lines."""
    path = folder / name
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    path.write_bytes(gzip.compress(lines.encode()) if name.endswith(".gz") else lines.encode())
    return path


@pytest.mark.parametrize("name", ["labelled.jsonl", "labelled.jsonl.gz"])
def test_labelled_articles_are_read(tmp_path: Path, name: str) -> None:
    """Spans, names and paragraphs of a line are those of the file, packed or not."""
    (article,) = read_labelled(written(tmp_path, ROW, name=name))
    assert article.attributions is not None
    assert article.attributions[0].content == (Span(13, 22),)
    assert article.names == ((Span(0, 7), "PERSON"),)
    assert [paragraph.span for paragraph in article.paragraphs] == [Span(0, 23), Span(24, 37)]


@pytest.mark.parametrize("row", [{"id": "a"}, [], {"id": "a", "text": "b", "mentions": [{"start": 1}]}])
def test_a_line_of_another_form_is_named(tmp_path: Path, row: object) -> None:
    """File and line stand in the error."""
    with pytest.raises(ValueError, match=r"labelled\.jsonl:2: not a labelled article"):
        read_labelled(written(tmp_path, ROW, row))


def test_words_get_their_roles(tmp_path: Path) -> None:
    """Content, source and cue begin and go on; what annotators left out is not learnt from."""
    (article,) = read_labelled(written(tmp_path, ROW))
    first, second = example_of(article, Convention(), WORDPIECES).labels.values()
    content, source, cue = zip(*first.roles, strict=True)
    assert source == (BEGINS, GOES_ON, OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE)
    assert cue == (OUTSIDE, OUTSIDE, BEGINS, OUTSIDE, OUTSIDE, OUTSIDE)
    assert content == (OUTSIDE, OUTSIDE, OUTSIDE, BEGINS, GOES_ON, OUTSIDE)
    assert {tag for tags in second.roles for tag in tags} == {IGNORED}
    assert [numbers[0] for numbers in first.attributions] == [0, 0, 0, 1, 1, 0]


def test_what_is_not_labelled_is_not_learnt(tmp_path: Path) -> None:
    """A file without quotes says nothing about roles, one without names nothing about names."""
    names_only = {key: ROW[key] for key in ("id", "text", "mentions")}
    quotes_only = {key: ROW[key] for key in ("id", "text", "attributions")}
    first, second = (
        example_of(article, Convention(), WORDPIECES)
        for article in read_labelled(written(tmp_path, names_only, quotes_only))
    )
    assert {tag for labels in first.labels.values() for tags in labels.roles for tag in tags} == {IGNORED}
    assert {bits for labels in second.labels.values() for bits in labels.names} == {0}


def test_names_begin_and_go_on(tmp_path: Path) -> None:
    """Bit 0 is no name; the first type's bits are 1 and 2."""
    (article,) = read_labelled(written(tmp_path, ROW))
    first, _ = example_of(article, Convention(), WORDPIECES).labels.values()
    assert first.names == (0b010, 0b100, 1, 1, 1, 1)


def test_a_type_the_set_does_not_mark_stays_possible(tmp_path: Path) -> None:
    """Outside its names, a set without events allows "no name" and every event tag."""
    (article,) = read_labelled(written(tmp_path, ROW))
    first, _ = example_of(article, Convention(open=("EVENT",)), WORDPIECES).labels.values()
    event = NAME_TYPES.index("EVENT")
    assert first.names[2] == 1 | 1 << (1 + 2 * event) | 2 << (1 + 2 * event)


def test_conventions_of_known_sets() -> None:
    """A place may be a facility where the set cannot tell; a user's own file marks everything."""
    assert convention_of("gum-open").allowed("PLACE") == ("PLACE", "FAC")
    assert convention_of("my-own").allowed("PLACE") == ("PLACE",)
    assert not convention_of("my-own").open
    with pytest.raises(KeyError):
        convention_of("my-own").allowed("SPACESHIP")


def test_head_and_names_have_one_order() -> None:
    """The name head's types are the project's, in the same order."""
    assert len(NAME_TYPES) == len(TYPES)
    assert [kind[0].lower() for kind in NAME_TYPES[:6]] == [kind[0] for kind in TYPES[:6]]
    assert (NAME_TYPES[6], TYPES[6]) == ("NORP", "group")


@pytest.mark.parametrize(
    ("mention", "head"),
    [
        ("the defense secretary", "secretary"),
        ("Ada Obi, the minister", "Obi"),
        ("the head of the army", "head"),
        ("Sammy Davis, Jr.", "Davis"),
        ("a person who spoke", "person"),
        ("some of the troops", "some"),
        ("he", "he"),
    ],
)
def test_the_head_of_a_mention(mention: str, head: str) -> None:
    """The last word of the first noun phrase."""
    words = Words(mention)
    found = words.head([Span(0, len(mention))])
    assert found is not None
    start, end = words.bounds[found]
    assert mention[start:end] == head


def test_mentions_are_the_same_by_their_heads() -> None:
    """Longer and shorter forms of a mention agree; a mention inside another's complement does not."""
    text = "the head of the US Africa Command, a general"
    words = Words(text)
    whole, head, command = Span(0, 33), Span(0, 8), Span(12, 33)
    assert same_mention(words, [whole], [head])
    assert not same_mention(words, [whole], [command])


def test_overlap_counts_words() -> None:
    """Marks and punctuation weigh nothing."""
    words = Words("“We will stay,” he said")
    assert overlap(words.within([Span(0, 15)]), words.within([Span(1, 13)])) == 1.0
    assert overlap(words.within([Span(0, 15)]), words.within([Span(1, 8)])) == pytest.approx(2 / 3)
    assert overlap(frozenset(), frozenset()) == 0.0
