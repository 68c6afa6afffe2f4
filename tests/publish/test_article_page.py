"""The page of an article: its text as it stood, its marks, its notes, and who says what about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Get = Callable[..., Any]
Keys = Callable[[str], list[str]]


def test_the_article_stands_as_it_stood(get: Get, sample: dict[str, Any], tags: Any, keys: Keys) -> None:
    """Every paragraph's words are on the page, unchanged, boilerplate too."""
    for key, article in zip(keys("articles"), sample["articles"], strict=True):
        html = get(f"/corpus/article/{key}").text
        for number, block in enumerate(article["paragraphs"], 1):
            kind, text = block.split("|", 1)
            part = html.split(f'id="p-{number}"')[1]
            element = "h1" if kind == "title" else "h2" if kind == "heading" else "p"
            words = re.search(
                rf'<{element}(?: class="column[^"]*")? dir="auto"[^>]*>(.*?)</{element}>', part, re.DOTALL
            )
            assert words is not None
            assert tags(words[1]).text == text


def test_what_stands_above_a_story_is_folded_away(get: Get, tags: Any, keys: Keys) -> None:
    """Front matter and the headline's second copy wait in a fold; the headline stands once, without Markdown's mark."""
    html = get(f"/corpus/article/{keys('articles')[5]}").text
    fold = html.split('<details class="folded">')[1].split("</details>")[0]
    assert "2 paragraphs before the story" in fold
    assert "date: 2024-12" in fold
    assert tags(html).all("div", "id")[:3] == ["p-1", "p-3", "p-4"]
    assert '<h1 dir="auto"><span hidden="hidden"># </span>The winter timetable, read aloud</h1>' in html


def test_quotes_are_marked_by_kind_at_their_places(get: Get, keys: Keys) -> None:
    """Pieces and kinds; a name inside a quote is linked; the note's number follows the last piece."""
    html = get(f"/corpus/article/{keys('articles')[0]}").text
    assert re.search(r'<span class="q q-direct i1" id="q-\w+">“We are an island for half the year,”</span> ', html)
    assert re.search(r'<span class="q q-direct i1">“Without the boat.*?bread\.”</span><a class="ref" href="#n-1"', html)
    assert re.search(r'<span class="q q-mixed i1" id="q-\w+">the operator’s plan.*?down”</span>', html)
    assert re.search(
        r'finished before the <a class="name t-event" href="/corpus/entity/\w+">Harbour Gala</a> in June', html
    )


def test_a_note_says_who_how_and_how_sure(get: Get, keys: Keys) -> None:
    """Speaker, kind, confidence, reason and citation stand beside the paragraph, without script."""
    html = get(f"/corpus/article/{keys('articles')[0]}").text
    note = html.split('id="n-4"')[1].split("</li>\n  <li class=")[0]
    for words in ("Mara Lindqvist", "indirect", "0.71", "The pronoun beside the quote", "Cue: “added”", "#:~:text="):
        assert words in note
    assert "Speaker not told" in html.split('id="n-9"')[1]
    assert "0.42 doubtful" in html.split('id="n-9"')[1]
    assert '<a href="#n-7">Note 7</a>' in html.split('id="n-8"')[1]


def test_authors_and_contributors_are_told_apart(get: Get, keys: Keys) -> None:
    """Who wrote it and who helped stand below the story; nothing is said where nobody is named."""
    html = get(f"/corpus/article/{keys('articles')[0]}").text
    assert '<dt>Authors</dt><dd dir="auto">Hannah Brook, Samir Patel</dd>' in html
    assert '<dt>Contributor</dt><dd dir="auto">Ines Vasquez</dd>' in html
    html = get(f"/corpus/article/{keys('articles')[1]}").text
    assert "<dt>Author" not in html
    assert "<dt>Contributor" not in html


def test_a_note_tells_what_the_cue_announces(get: Get, keys: Keys) -> None:
    """Beside the cue, where it is more than said and where the list of cues knows it."""
    html = get(f"/corpus/article/{keys('articles')[0]}").text
    notes = [html.split(f'id="n-{number}"')[1].split("</li>")[0] for number in (1, 2, 4)]
    manner = "What kind of report"
    assert manner in notes[1]
    assert ">calls</span>" in notes[1]
    assert manner not in notes[0]
    assert manner not in notes[2]


def test_a_quote_that_runs_on_is_noted_beside_each_paragraph(get: Get, keys: Keys) -> None:
    """The first paragraph has the note, the next says that it goes on."""
    html = get(f"/corpus/article/{keys('articles')[2]}").text
    assert "runs-on" in html.split('id="p-3"')[1]
    assert "runs-on" not in html.split('id="p-3"')[0]


def test_metadata_are_shown_with_who_says_so(get: Get, keys: Keys) -> None:
    """Which line or file told the title, the date, the outlet."""
    html = get(f"/corpus/article/{keys('articles')[0]}").text
    assert re.search(r"<td dir=\"auto\">2025-03-14</td><td>sidecar", html)
    assert re.search(r"<td dir=\"auto\">By Hannah Brook and Samir Patel</td><td>text, line 2", html)


def test_an_article_without_headline_is_known_by_its_first_words(get: Get, keys: Keys) -> None:
    """Nothing is made up, and a list still has something to click on."""
    html = get(f"/corpus/article/{keys('articles')[2]}").text
    assert "[Nobody knows who wrote" in html
    assert "Nobody gives this article a headline" in html
