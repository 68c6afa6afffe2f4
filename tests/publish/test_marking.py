"""Paragraphs with marks: the words never change, and the HTML is always well-formed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from onrecord.publish.marking import Mark, marked, matched

LINK = ("a", (("class", "name"), ("href", "/x?a=1&b=2")))
SPAN = ("span", (("class", 'q "x"'), ("id", "q-1")))
TAIL = Markup('<a class="ref" href="#n-1"></a>')

texts = st.text(alphabet=st.sampled_from("ab <>&\"'“”🦭é\n"), max_size=30)
marks = st.lists(
    st.builds(
        lambda start, length, rank, shape, tail: Mark(start, start + length, rank, shape[0], shape[1], tail),
        st.integers(-3, 32),
        st.integers(-2, 20),
        st.integers(0, 2),
        st.sampled_from([LINK, SPAN]),
        st.sampled_from([Markup(""), TAIL]),
    ),
    max_size=8,
)


@given(text=texts, marks=marks)
def test_taking_the_tags_out_gives_back_exactly_the_paragraph(text: str, marks: list[Mark], tags: Any) -> None:
    """Whatever nests, overlaps, touches, is empty or reaches beyond: the words stay as they stood."""
    assert tags(marked(text, marks)).text == text


@given(text=texts, marks=marks)
def test_elements_nest_and_no_link_stands_inside_a_link(text: str, marks: list[Mark], tags: Any) -> None:
    """A browser need not repair anything."""
    assert tags(marked(text, marks)).wrong == []


@given(text=texts, marks=marks)
def test_a_mark_cut_in_two_has_its_id_once(text: str, marks: list[Mark], tags: Any) -> None:
    """An id stands on the first piece only, so that a permanent link leads to one place."""
    spans = [mark for mark in marks if mark.tag == "span" and max(mark.start, 0) < min(mark.end, len(text))]
    assert len(tags(marked(text, marks)).all("span", "id")) == len(spans)


def test_a_name_inside_a_quote_and_a_piece_that_crosses_it() -> None:
    """Overlap cuts the inner element, never the outer."""
    html = marked("abcdef", [Mark(1, 4, 0, "q"), Mark(3, 6, 1, "b"), Mark(2, 3, 2, "i")])
    assert html == "a<q>b<i>c</i><b>d</b></q><b>ef</b>"


def test_offsets_are_code_points() -> None:
    """An emoji is one code point, however many bytes or UTF-16 units it takes."""
    assert marked("🦭🦭x", [Mark(1, 2, 0, "b")]) == "🦭<b>🦭</b>x"


def test_text_that_looks_like_html_stays_text(tags: Any) -> None:
    """A script in an article is words, not a script."""
    read = tags(marked("<script>alert(1)</script>", [Mark(0, 8, 0, "b")]))
    assert (read.text, [tag for tag, _ in read.opened]) == ("<script>alert(1)</script>", ["b"])


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("no match", "no match"),
        ("a [b] c", "a <mark>b</mark> c"),
        ("[a] [b]", "<mark>a</mark> <mark>b</mark>"),
        ("<i>[<b>]", "&lt;i&gt;<mark>&lt;b&gt;</mark>"),
        ("] a [", " a "),
        ("[a", "a"),
    ],
)
def test_matches_are_marked_and_the_rest_is_escaped(text: str, html: str) -> None:
    """What search found stands out; a sign of the text's own without partner is dropped."""
    assert matched(text, "[", "]") == html
