"""From an article's rows to the blocks of its page: each paragraph marked, with the notes that stand beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from onrecord.publish.marking import Mark, marked

# Which mark stands outside which, where they cover the same words.
QUOTE, WORDS, NAME = 0, 1, 2
# Programs wrap at 60 characters or more.
LONGEST_VERSE = 50


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside a paragraph about one quote.

    ``number``: the quote's place in the article, from 1. ``local``: its place beside this paragraph, by which the style
    sheet ties words and note together. ``quote``: its row. ``pieces``: its pieces as they stand in the text.
    ``is_first``: False beside the later paragraphs of a quote that runs on. ``continues``: number of the quote it
    goes on from.
    """

    number: int
    local: int
    quote: Any
    pieces: tuple[str, ...]
    is_first: bool
    continues: int | None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as the page shows it."""

    ordinal: int
    kind: str
    rule: str
    text: str
    html: Markup
    notes: tuple[Note, ...]

    @property
    def has_lines(self) -> bool:
        """True for verse and lists, whose line ends mean something; a long line is one that a program has wrapped."""
        lines = self.text.splitlines()
        return len(lines) > 1 and max(map(len, lines)) <= LONGEST_VERSE


def blocks(
    *,
    paragraphs: Sequence[Any],
    quotes: Sequence[Any],
    pieces: Sequence[Any],
    mentions: Sequence[Any],
    entity_path: Callable[[str], str],
) -> list[Block]:
    """The article's paragraphs in order, marked.

    In: rows of one article; quotes and pieces in text order. Out: one block a paragraph, its text unchanged.
    """
    numbers = {quote["quote_id"]: place for place, quote in enumerate(quotes, 1)}
    texts = {row["paragraph_id"]: row for row in paragraphs}
    words: dict[int, list[str]] = defaultdict(list)
    beside: dict[int, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for piece in pieces:
        row = texts[piece["paragraph_id"]]
        start, end = (piece[side] - row["start_char"] for side in ("start_char", "end_char"))
        words[piece["quote_id"]].append(row["text"][start:end])
        beside[piece["paragraph_id"]][piece["quote_id"]].append(piece)
    named: dict[int, list[Any]] = defaultdict(list)
    for mention in mentions:
        named[mention["paragraph_id"]].append(mention)
    by_number = {quote["quote_id"]: quote for quote in quotes}
    found = []
    for row in paragraphs:
        here = sorted(beside[row["paragraph_id"]], key=numbers.__getitem__)
        notes = tuple(
            Note(
                number=numbers[quote_id],
                local=local,
                quote=by_number[quote_id],
                pieces=tuple(words[quote_id]),
                is_first=by_number[quote_id]["paragraph_id"] == row["paragraph_id"],
                continues=numbers.get(by_number[quote_id]["continues_quote_id"]),
            )
            for local, quote_id in enumerate(here, 1)
        )
        marks = [_name(mention, row["start_char"], entity_path) for mention in named[row["paragraph_id"]]]
        for note in notes:
            marks += _quote(note, beside[row["paragraph_id"]][note.quote["quote_id"]], row)
        found.append(Block(row["ordinal"], row["kind"], row["rule"], row["text"], marked(row["text"], marks), notes))
    return found


def quotes_alone(paragraphs: Sequence[Any], quotes: Sequence[Any]) -> list[Block]:
    """The article's quotes without the words between them, for readers who may not see its full text.

    Out: one block for each paragraph in which a quote begins, with the notes beside it.
    """
    numbers = {quote["quote_id"]: place for place, quote in enumerate(quotes, 1)}
    begun: dict[int, list[Any]] = defaultdict(list)
    for quote in quotes:
        begun[quote["paragraph_id"]].append(quote)
    found = []
    for row in paragraphs:
        notes = tuple(
            Note(
                numbers[quote["quote_id"]],
                local,
                quote,
                (quote["text"],),
                True,
                numbers.get(quote["continues_quote_id"]),
            )
            for local, quote in enumerate(begun[row["paragraph_id"]], 1)
        )
        words = [
            Markup('<span class="q q-{} {}" id="q-{}">{}</span>{}').format(
                note.quote["kind"], _tie(note), note.quote["quote_key"], note.quote["text"], _reference(note)
            )
            for note in notes
        ]
        if notes:
            found.append(Block(row["ordinal"], "body", row["rule"], "", Markup(" … ").join(words), notes))
    return found


def headline(text: Sequence[Block], title: str | None) -> Block | None:
    """The block that is the article's headline, to be shown as such; None where the text does not have it."""
    for block in text:
        if block.kind == "title" and title and block.text.split() == title.split():
            return block
    return None


def _quote(note: Note, pieces: Sequence[Any], paragraph: Any) -> list[Mark]:
    quote, offset, stop = note.quote, paragraph["start_char"], paragraph["end_char"]
    tie = _tie(note)
    marks = []
    for place, piece in enumerate(pieces, 1):
        attributes = [("class", f"q q-{quote['kind']} {tie}")]
        if note.is_first and place == 1:
            attributes.append(("id", f"q-{quote['quote_key']}"))
        tail = Markup("")
        if place == len(pieces):
            tail = _reference(note)
        start, end = piece["start_char"] - offset, piece["end_char"] - offset
        marks.append(Mark(start, end, QUOTE, "span", tuple(attributes), tail))
    for part in ("cue", "speaker"):
        start, end = quote[f"{part}_start_char"], quote[f"{part}_end_char"]
        # The words beside a quote may stand in another paragraph than this piece of it.
        if start is not None and offset <= start and end <= stop:
            marks.append(Mark(start - offset, end - offset, WORDS, "span", (("class", f"{part} {tie}"),)))
    return marks


def _tie(note: Note) -> str:
    """The class by which the style sheet ties words to their note; it knows eight beside one paragraph."""
    return f"i{min(note.local, 9)}"


def _reference(note: Note) -> Markup:
    """The note's number behind its quote: drawn by the style sheet, so that it is no part of the text."""
    return Markup('<a class="ref" href="#n-{0}" data-n="{0}" aria-label="Note {0}"></a>').format(note.number)


def _name(mention: Any, offset: int, entity_path: Callable[[str], str]) -> Mark:
    attributes = (("class", f"name t-{mention['type']}"), ("href", entity_path(mention["entity_key"])))
    return Mark(mention["start_char"] - offset, mention["end_char"] - offset, NAME, "a", attributes)
