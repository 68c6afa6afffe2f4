"""The words between quotation marks, paragraph by paragraph: what decides direct, mixed and indirect.

The marks alone decide, by rules; no model is asked. Curly, straight, TeX, single (British), French, German, Swedish
and East Asian marks are read, well paired or not, and an odd mark costs at most its own quotation.

Known limits, and which way they err:
- A closing mark whose opening mark is missing gives nothing (errs towards indirect), unless a line break inside a
  sentence separates the two.
- An opening mark that is never closed runs to the next opening mark of its family, or to the end of its paragraph, and
  takes in what the reporter says there (errs towards direct).
- A single mark that is never closed gives nothing, unless it opens its paragraph or the next paragraph opens with the
  same mark; nor does a single mark that only a double one closes (errs towards indirect).
- A paragraph that opens while the one before ran on is taken to carry it on, whoever speaks.
- A word with an unlisted leading apostrophe ('orse) before a plural possessive may be taken for a single-marked
  quotation (errs towards direct); a possessive inside one may end it early if nothing better comes.
- Two commas as a low mark (,,so”), angle brackets (<<so>>), dashes of dialogue and block quotations have no marks here.
- Names of works, scare quotes and spoken words look alike: which of them is speech is not decided here.

Source: AP Stylebook, "quotation marks"; Guardian style guide, "quotation marks"; Chicago Manual of Style 17, 6.9-6.11
and 13.9-13.38; Duden, rules 8-12; Lexique de l'Imprimerie nationale, "guillemets"; Unicode 15, section 6.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.ingest.quotes.glyphs import marks_in
from onrecord.ingest.quotes.layout import laid_out
from onrecord.ingest.quotes.pairing import pair
from onrecord.ingest.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.ingest.quotes.glyphs import Mark, Style
    from onrecord.ingest.quotes.layout import Stretch
    from onrecord.ingest.records import Paragraph

_SENTENCE_ENDS = frozenset(".!?…’'")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between quotation marks, inside one paragraph.

    ``span``: the marks included. ``inner``: the words between, without white space at the edges; it ends where
    ``span`` does if no mark closes, and starts where ``span`` does if only the paragraph before has the opener.
    ``depth``: 0 outermost, 1 inside another, and so on. ``continues``: index of the one in the paragraph before that
    this one carries on. ``style``: by the opening mark.
    """

    span: Span
    inner: Span
    depth: int
    closed: bool
    continues: int | None
    style: Style


def quotation_marks(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Marked, ...]:
    """Find everything between quotation marks.

    In: an article's settled text and its paragraphs; those not read for quotes are passed over.
    Out: in text order, outer before inner. No two of them cross, and none leaves its paragraph: a quotation of
    several paragraphs opens each of them, closes once, and is linked by ``continues``.
    Unsure: a mark that cannot be paired costs no more than its own quotation; marks around nothing give nothing.
    Source: the style guides named above; Chicago 13.30 for quotations of several paragraphs.
    """
    read = [paragraph for paragraph in paragraphs if paragraph.is_read]
    found: list[Marked] = []
    running: _Running | None = None
    for place, paragraph in enumerate(read):
        span = paragraph.span
        following = text[read[place + 1].span.start] if place + 1 < len(read) else ""
        carried = running.carried_to(text, span.start) if running is not None else None
        stretches = laid_out(text, span, pair(text, tuple(marks_in(text, span)), carried, following))
        before, running = running, None
        for stretch, depth in _with_depth(stretches):
            carries_on = before is not None and before.goes_on_in(stretch, span)
            if depth == 0:
                runs_on = not stretch.closed and paragraph.kind == "body"
                running = _Running(len(found), stretch) if runs_on else None
            found.append(
                Marked(
                    span=Span(stretch.opener.start, stretch.end),
                    inner=Span(stretch.inner_start, stretch.inner_end),
                    depth=depth,
                    closed=stretch.closed,
                    continues=before.index if before is not None and carries_on else None,
                    style=stretch.opener.glyph.style,
                )
            )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Running:
    """A quotation that its paragraph does not close, and its index."""

    index: int
    stretch: Stretch

    def carried_to(self, text: str, start: int) -> Mark | None:
        """The opening mark as if it stood, without length, at the start of the next paragraph.

        None where the sentence ended: only a line break inside a sentence goes on without a new mark.
        """
        if text[self.stretch.end - 1] in _SENTENCE_ENDS:
            return None
        return self.stretch.opener._replace(start=start, end=start, side="left", before="", after="")

    def goes_on_in(self, stretch: Stretch, paragraph: Span) -> bool:
        """True where the stretch opens the next paragraph with a mark of the same family."""
        same_family = stretch.opener.glyph.family == self.stretch.opener.glyph.family
        return same_family and stretch.opener.start == paragraph.start


def _with_depth(stretches: Sequence[Stretch]) -> Iterator[tuple[Stretch, int]]:
    """Each stretch with the number of stretches around it."""
    around: list[int] = []
    for stretch in stretches:
        while around and around[-1] <= stretch.opener.start:
            around.pop()
        yield stretch, len(around)
        around.append(stretch.end)
