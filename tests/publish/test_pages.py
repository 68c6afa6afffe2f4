"""The pages: each answers under its address, says what it must, respects permissions, and survives odd questions."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.publish.pages import PAGES
from onrecord.schema import create_all, open_database

Get = Callable[..., Any]
Publish = Callable[..., Get]


def keys(file: Path, table: str) -> list[str]:
    """Every stable key of a table."""
    connection = sqlite3.connect(file)
    column = {"entities": "entity", "quotes": "quote", "articles": "article", "statements": "statement"}[table]
    found = [row[0] for row in connection.execute(f"SELECT {column}_key FROM {table} ORDER BY rowid")]
    connection.close()
    return found


def addresses(file: Path) -> list[str]:
    """The address of every page of the sample, each row's own."""
    pages = ["/", "/corpus/home", "/corpus/contents", "/corpus/speakers", "/corpus/search", "/corpus/search?q=ferry"]
    pages += ["/corpus/search?q=boat&kind=direct", "/corpus/search?q=ferry&place=text", "/corpus/contents?outlet=1"]
    pages += ["/corpus/speakers?name=mara", "/corpus/search?q=%22", "/corpus/search?q=zzzz"]
    for page, table in (("article", "articles"), ("entity", "entities"), ("statement", "statements")):
        pages += [f"/corpus/{page}/{key}" for key in keys(file, table)]
    return pages


def test_every_page_is_well_formed_and_asks_nobody_else(get: Get, corpus_file: Path, tags: Any) -> None:
    """No script, no style of another host, one first heading, ids once, and nothing for a browser to repair."""
    for address in addresses(corpus_file):
        answer = get(address)
        assert answer.status_code == 200, address
        page = tags(answer.text)
        ids = [attributes["id"] for _, attributes in page.opened if "id" in attributes]
        assert page.wrong == [], address
        assert len(ids) == len(set(ids)), address
        names = [tag for tag, _ in page.opened]
        assert names.count("h1") == 1, address
        assert not {"script", "style", "iframe", "img", "object"} & set(names), address
        assert page.all("html", "lang") == ["en"], address
        assert all(value.startswith(("/", "http://localhost/corpus/")) for value in page.all("link", "href")), address
        assert not [
            name for _, attributes in page.opened for name in attributes if name.startswith("on") or name == "style"
        ]


def test_every_link_to_our_pages_leads_somewhere(get: Get, corpus_file: Path, tags: Any) -> None:
    """No dead link; a fragment names an element that is there."""
    seen: dict[str, Any] = {}
    for address in addresses(corpus_file):
        for link in tags(get(address).text).all("a", "href"):
            target, _, fragment = link.partition("#")
            if link.startswith("http") or target.endswith(".db"):
                continue
            target = target or address
            if target not in seen:
                seen[target] = get(target, follow_redirects=True)
                assert seen[target].status_code == 200, (address, link)
            assert not fragment or f'id="{fragment}"' in seen[target].text, (address, link)


def test_the_article_stands_as_it_stood(get: Get, corpus_file: Path, sample: dict[str, Any], tags: Any) -> None:
    """Every paragraph's words are on the page, unchanged, boilerplate too."""
    for key, article in zip(keys(corpus_file, "articles"), sample["articles"], strict=True):
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


def test_what_stands_above_a_story_is_folded_away(get: Get, corpus_file: Path, tags: Any) -> None:
    """Front matter and the headline's second copy wait in a fold; the headline stands once, without Markdown's mark."""
    html = get(f"/corpus/article/{keys(corpus_file, 'articles')[5]}").text
    fold = html.split('<details class="folded">')[1].split("</details>")[0]
    assert "2 paragraphs before the story" in fold
    assert "date: 2024-12" in fold
    assert tags(html).all("div", "id")[:3] == ["p-1", "p-3", "p-4"]
    assert '<h1 dir="auto"><span hidden="hidden"># </span>The winter timetable, read aloud</h1>' in html


def test_quotes_are_marked_by_kind_at_their_places(get: Get, corpus_file: Path) -> None:
    """Pieces and kinds; a name inside a quote is linked; the note's number follows the last piece."""
    html = get(f"/corpus/article/{keys(corpus_file, 'articles')[0]}").text
    assert re.search(r'<span class="q q-direct i1" id="q-\w+">“We are an island for half the year,”</span> ', html)
    assert re.search(r'<span class="q q-direct i1">“Without the boat.*?bread\.”</span><a class="ref" href="#n-1"', html)
    assert re.search(r'<span class="q q-mixed i1" id="q-\w+">the operator’s plan.*?down”</span>', html)
    assert re.search(
        r'finished before the <a class="name t-event" href="/corpus/entity/\w+">Harbour Gala</a> in June', html
    )


def test_a_note_says_who_how_and_how_sure(get: Get, corpus_file: Path) -> None:
    """Speaker, kind, confidence, reason and citation stand beside the paragraph, without script."""
    html = get(f"/corpus/article/{keys(corpus_file, 'articles')[0]}").text
    note = html.split('id="n-4"')[1].split("</li>\n  <li class=")[0]
    for words in ("Mara Lindqvist", "indirect", "0.71", "The pronoun beside the quote", "Cue: “added”", "#:~:text="):
        assert words in note
    assert "Speaker not told" in html.split('id="n-9"')[1]
    assert "0.42 doubtful" in html.split('id="n-9"')[1]
    assert '<a href="#n-7">Note 7</a>' in html.split('id="n-8"')[1]


def test_a_note_tells_what_the_cue_announces(get: Get, corpus_file: Path) -> None:
    """Beside the cue, where it is more than said and where the list of cues knows it."""
    html = get(f"/corpus/article/{keys(corpus_file, 'articles')[0]}").text
    notes = [html.split(f'id="n-{number}"')[1].split("</li>")[0] for number in (1, 2, 4)]
    manner = "What kind of report"
    assert manner in notes[1]
    assert ">calls</span>" in notes[1]
    assert manner not in notes[0]
    assert manner not in notes[2]


def test_a_quote_that_runs_on_is_noted_beside_each_paragraph(get: Get, corpus_file: Path) -> None:
    """The first paragraph has the note, the next says that it goes on."""
    html = get(f"/corpus/article/{keys(corpus_file, 'articles')[2]}").text
    assert "runs-on" in html.split('id="p-3"')[1]
    assert "runs-on" not in html.split('id="p-3"')[0]


def test_metadata_are_shown_with_who_says_so(get: Get, corpus_file: Path) -> None:
    """Which line or file told the title, the date, the outlet."""
    html = get(f"/corpus/article/{keys(corpus_file, 'articles')[0]}").text
    assert re.search(r"<td dir=\"auto\">2025-03-14</td><td>sidecar", html)
    assert re.search(r"<td dir=\"auto\">By Hannah Brook and Samir Patel</td><td>text, line 2", html)


def test_an_article_without_headline_is_known_by_its_first_words(get: Get, corpus_file: Path) -> None:
    """Nothing is made up, and a list still has something to click on."""
    html = get(f"/corpus/article/{keys(corpus_file, 'articles')[2]}").text
    assert "[Nobody knows who wrote" in html
    assert "Nobody gives this article a headline" in html


def test_a_script_in_an_article_is_words(get: Get, corpus_file: Path, tags: Any) -> None:
    """In text, title, outlet, name, path, language and address: nothing of it becomes an element or an attribute."""
    for address in addresses(corpus_file):
        page = tags(get(address).text)
        assert not [a for _, attributes in page.opened for a in attributes if a.startswith("on")], address
        assert not [link for link in page.all("a", "href") if link.lower().startswith("javascript")], address
    assert "window.owned=1" in tags(get(f"/corpus/article/{keys(corpus_file, 'articles')[3]}").text).text


def test_a_person_said_newest_first(get: Get, corpus_file: Path) -> None:
    """All quotes with kind, figure and the way into the article; the newest article stands first."""
    html = get(f"/corpus/entity/{keys(corpus_file, 'entities')[0]}").text
    places = [html.index(words) for words in ("half of the year", "half the year", "a little smelly")]
    assert places == sorted(places)
    assert html.count('class="said said-') == 6
    assert "Goes by" in html
    assert "Lindqvist" in html


def test_what_has_no_date_stands_last_added_first(publish: Publish, corpus_file: Path, tmp_path: Path) -> None:
    """Without dates, newest is what came into the corpus last: on the first page, in the contents, of a person."""
    file = tmp_path / "corpus.db"
    file.write_bytes(corpus_file.read_bytes())
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("UPDATE articles SET published = NULL")
    connection.close()
    get = publish(file)
    first, second = keys(file, "articles")[:2]
    for address in ("/corpus/contents", f"/corpus/entity/{keys(file, 'entities')[0]}"):
        html = get(address).text
        assert html.index(f"article/{second}") < html.index(f"article/{first}"), address
    newest = get("/").text.split('id="articles"')[1]
    assert newest.index(f"article/{second}") < newest.index(f"article/{first}")


def test_an_unnamed_source_is_called_one(get: Get, corpus_file: Path, sample: dict[str, Any]) -> None:
    """Nobody takes "a senior official" of two articles for one person."""
    number = list(sample["entities"]).index("official")
    html = get(f"/corpus/entity/{keys(corpus_file, 'entities')[number]}").text
    assert "Unnamed source, of one article" in html
    assert "Nobody gives this source a name" in html


def test_a_place_has_its_codes(get: Get, corpus_file: Path, sample: dict[str, Any]) -> None:
    """ISO, GeoNames and the map, where known."""
    html = get(f"/corpus/entity/{keys(corpus_file, 'entities')[list(sample['entities']).index('norway')]}").text
    for words in ("https://www.geonames.org/3144096/", ">NO<", "openstreetmap.org"):
        assert words in html


def test_one_utterance_shows_what_each_article_changed(get: Get, corpus_file: Path) -> None:
    """Oldest first, and the others against it."""
    html = get(f"/corpus/statement/{keys(corpus_file, 'statements')[0]}").text
    assert html.index("last ferry") < html.index("Ferry saved")
    assert re.search(r"<ins>\s*of\s*</ins>", html)


def test_the_first_page_says_what_is_in_here(get: Get) -> None:
    """Counts, search, most quoted, newest articles, what could not be read, the questions to ask."""
    html = get("/").text
    for words in (
        "17 quotes",
        "6 articles",
        'name="q"',
        "Mara Lindqvist",
        "Ferry saved, for now",
        "2 findings",
        "Check these first",
    ):
        assert words in html
    assert "built 21 November 2026" in html
    assert re.search(r"Thought, felt or shown</a>, not said</dt><dd>1</dd>", html)


def test_a_quotes_address_leads_to_its_place(get: Get, corpus_file: Path) -> None:
    """By stable key, and by row number through the key."""
    key, article = keys(corpus_file, "quotes")[0], keys(corpus_file, "articles")[0]
    assert get(f"/corpus/quote/{key}").headers["location"] == f"/corpus/article/{article}#q-{key}"
    assert get("/corpus/quote/row/1").headers["location"] == f"/corpus/quote/{key}"
    assert get("/corpus/article/row/1").headers["location"] == f"/corpus/article/{article}"


@pytest.mark.parametrize("page", ["article", "entity", "quote", "statement"])
@pytest.mark.parametrize(
    "key", ["nope", "row/999", "row/999999999999999999", "%00", "a'b", "%22", "~00", "é", "a" * 5000, "row/0"]
)
def test_what_is_not_here_is_said(get: Get, page: str, key: str) -> None:
    """A key nobody knows is an answer in words, never an error of the server."""
    answer = get(f"/corpus/{page}/{key}", follow_redirects=True)
    assert answer.status_code == 404


@pytest.mark.parametrize("key", ["row/9999999999999999999999", "row/-1", "row/1e3"])
def test_keys_out_of_bounds_are_not_found(get: Get, key: str) -> None:
    """Larger than any row number, or none."""
    assert get(f"/corpus/article/{key}", follow_redirects=True).status_code == 404


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-1", "page=x", "page=99999999999999999999", "page=3", "outlet=x", "outlet=99999999999999999999",
     "name=%25", "name=%00", "name=\\", "q=%22", "q=%00", "q=*&place=nonsense", "q=a&kind=x", "q=a&speaker=x", "q=-a"],
)  # fmt: skip
def test_odd_questions_are_answered(get: Get, query: str) -> None:
    """Whatever stands in an address's question, a page comes back."""
    for page in ("contents", "speakers", "search", "home"):
        assert get(f"/corpus/{page}?{query}").status_code == 200


def test_a_percent_sign_is_looked_for_as_itself(get: Get) -> None:
    """A sign that LIKE understands is no wildcard in the name box."""
    assert "Nobody whose name contains" in get("/corpus/speakers?name=%25").text


@pytest.mark.parametrize(
    ("asked", "found", "missing"),
    [
        ("q=boat", "<mark>boat</mark>", "politics"),
        ("q=%22half+the+year%22", "<mark>half the year</mark>", "half of the year"),
        ("q=politi*", "<mark>politics</mark>", "island"),
        ("q=boat+-surgery", "Nothing here", "<mark>boat"),
        ("q=norway&kind=indirect", "Nothing here", "<mark>Norway"),
        ("q=newsletter", "<mark>newsletter</mark>", "Nothing here"),
        ("q=%22", "no word to look for", "<mark>"),
        ("q=tomas", "Tomás Okafor-Reyes", "Error"),
        ("q=lindqvist", "Names", "Error"),
    ],
)
def test_search_shows_what_matched(get: Get, asked: str, found: str, missing: str) -> None:
    """Ranked, marked, narrowed, explained."""
    results = get(f"/corpus/search?{asked}").text.split('id="q-help"')[1]
    assert found in results
    assert missing not in results


@pytest.mark.parametrize(
    ("asked", "quotes", "passages"),
    [
        ("", 2, 3),
        ("&outlet=1", 1, 2),
        ("&outlet=2", 1, 1),
        ("&since=2025-03-15", 1, 1),
        ("&until=2025-03-14", 1, 2),
        ("&since=2025-03&until=2025-03", 2, 3),
        ("&until=2024", 0, 0),
        ("&kind=mixed", 0, 3),
        ("&outlet=99", 0, 0),
        ("&since=soon&until=2025-13", 2, 3),
    ],
)
def test_search_is_narrowed_to_outlet_and_time(get: Get, asked: str, quotes: int, passages: int) -> None:
    """Both numbers follow the choice; a month covers its days; what is no date is left out."""
    html = get(f"/corpus/search?q=island+OR+council+-purposes{asked}").text
    found = re.findall(r'(?:Quotes|Whole text) <span class="figure">(\d+)</span>', html)
    assert found == [str(quotes), str(passages)]


@pytest.mark.parametrize(("manner", "found"), [("warns", 1), ("says", 8), ("thinks", 0), ("shouts", 12)])
def test_search_is_narrowed_to_what_cues_announce(get: Get, manner: str, found: int) -> None:
    """Who warns, who denies; what is no class of cues is left out."""
    html = get(f"/corpus/search?q=the+OR+that&manner={manner}&place=quotes").text
    assert re.search(rf'Quotes <span class="figure">{found}</span>', html)


def test_a_wrong_date_is_explained(get: Get) -> None:
    """The reader sees what was left out and how a date is written."""
    assert "“soon” was left out: a date is a year" in get("/corpus/search?q=boat&since=soon").text


def test_search_within_one_persons_words(get: Get, corpus_file: Path) -> None:
    """Only what that person said."""
    key = keys(corpus_file, "entities")[1]
    html = get(f"/corpus/search?q=the&speaker={key}").text
    assert "Only words of" in html
    assert "Mara Lindqvist" not in html.split('class="results"')[1]


def test_answers_carry_a_strict_policy(get: Get) -> None:
    """Were a script to slip through, the browser would not run it."""
    policy = get("/corpus/home").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert "unsafe" not in policy


def test_who_may_not_see_the_database_sees_no_page(corpus_file: Path, publish: Publish) -> None:
    """Permissions of the metadata file hold for our pages too."""
    get = publish(corpus_file, metadata={"databases": {"corpus": {"allow": False}}})
    for page in PAGES:
        address = (
            page.pattern.replace("(?P<key>[^/]+)", "x")
            .replace("(?P<ending>ris|bib|csl)", "ris")
            .replace(r"(?P<row>\d{1,18})", "1")
        )
        answer = get(f"/corpus/{address}")
        assert answer.status_code == 403, address
        assert "Lindqvist" not in answer.text
    assert get("/").status_code == 403


WITHHELD = {"plugins": {"onrecord": {"full_texts": False}}}
OUTSIDE_QUOTES = ("at least another winter", "who leads the council", "Saint Brannoc", "newsletter")


def test_quotes_can_be_published_without_full_texts(corpus_file: Path, publish: Publish, tags: Any) -> None:
    """With the switch, quotes, names and offsets are shown and no other word of an article's text."""
    get = publish(corpus_file, metadata=WITHHELD)
    for address in addresses(corpus_file):
        answer = get(address)
        assert answer.status_code == 200, address
        assert tags(answer.text).wrong == []
        assert not [words for words in OUTSIDE_QUOTES if words in answer.text], address
    article = get(f"/corpus/article/{keys(corpus_file, 'articles')[0]}").text
    assert "We are an island" in article
    assert "the full text is not published here" in article
    assert "said Mara" not in get(f"/corpus/article/{keys(corpus_file, 'articles')[0]}/annotations").text
    assert get("/corpus/said").status_code == 200
    assert get("/corpus/search-quotes?words=boat").status_code == 200


@pytest.mark.parametrize(
    "way",
    ["paragraphs", "paragraphs/1", "paragraphs_fts", "paragraphs_fts_data", "search-text?words=ferry",
     "said?_where=1", "quotes.json?_where=1", "paragraphs.csv", "paragraphs.json?_shape=array"],
)  # fmt: skip
def test_there_is_no_way_round_the_switch(corpus_file: Path, publish: Publish, way: str) -> None:
    """Neither tables nor index nor queries nor clauses of one's own."""
    get = publish(corpus_file, metadata=WITHHELD)
    assert get(f"/corpus/{way}").status_code == 403
    assert get("/corpus.json?sql=select+text+from+paragraphs").status_code == 403
    assert get("/corpus.db").status_code == 403


def test_denying_the_table_of_paragraphs_is_enough_for_the_pages(corpus_file: Path, publish: Publish) -> None:
    """Datasette's own permission for the table closes the texts on our pages as well."""
    get = publish(corpus_file, metadata={"databases": {"corpus": {"tables": {"paragraphs": {"allow": False}}}}})
    article = get(f"/corpus/article/{keys(corpus_file, 'articles')[0]}").text
    assert not [words for words in OUTSIDE_QUOTES if words in article]


def test_the_site_works_under_another_path(corpus_file: Path, publish: Publish, tags: Any) -> None:
    """With base_url, every link and form stays under it and works."""
    get = publish(corpus_file, settings={"base_url": "/archive/"})
    seen = set()
    for address in ("/", "/corpus/search?q=ferry", f"/corpus/article/{keys(corpus_file, 'articles')[0]}"):
        page = tags(get(address).text)
        links = page.all("a", "href") + page.all("form", "action") + page.all("link", "href")
        local = {link.partition("#")[0] for link in links if not link.startswith(("http", "#"))}
        assert all(link.startswith("/archive/") for link in local), local
        seen |= local
    for link in seen:
        assert get(link.removeprefix("/archive"), follow_redirects=True).status_code == 200, link


def test_several_corpora_stand_side_by_side(corpus_file: Path, publish: Publish, tmp_path: Path) -> None:
    """Each has its pages; the first page lists them, and leaves out what a reader may not see."""
    second, third = tmp_path / "second.db", tmp_path / "third.db"
    second.write_bytes(corpus_file.read_bytes())
    third.write_bytes(corpus_file.read_bytes())
    get = publish(corpus_file, second, third, metadata={"databases": {"third": {"allow": False}}})
    first_page = get("/").text
    assert "/corpus/home" in first_page
    assert "/second/home" in first_page
    assert "/third" not in first_page
    assert "/second/contents" in get("/second/home").text


def test_datasettes_own_first_page_stays(get: Get, corpus_file: Path, publish: Publish) -> None:
    """Under /-/, as in version 1; and a publisher may have it back at /."""
    assert "Powered by" in get("/-/").text
    assert set(get("/.json").json()) == {"corpus"}
    plain = publish(corpus_file, metadata={"plugins": {"onrecord": {"first_page": False}}})
    assert "Powered by" in plain("/").text
    assert plain("/corpus/home").status_code == 200


def test_keys_and_numbers_in_tables_lead_to_the_pages(get: Get, corpus_file: Path) -> None:
    """A reader of the table finds the article; confidence has two digits."""
    said = get("/corpus/said").text
    assert 'href="/corpus/quote/row/1"' in said
    assert '<a href="/corpus/entity/row/1">Mara Lindqvist</a>' in said
    assert '<a href="/corpus/article/row/2">Ferry saved, for now</a>' in said
    assert ">None<" not in get("/corpus/quotes").text
    quotes = get("/corpus/quotes").text
    assert f'href="/corpus/quote/{keys(corpus_file, "quotes")[0]}"' in quotes
    assert 'href="/corpus/entity/row/1">Mara Lindqvist</a>' in quotes
    assert ">0.98</span>" in quotes


def test_a_value_that_would_fill_the_memory_is_refused(get: Get) -> None:
    """One stranger's query must not stop the server for all."""
    assert get("/corpus.json?sql=select+length(zeroblob(900000000))").status_code == 400


def test_an_empty_corpus_says_so(publish: Publish, tmp_path: Path) -> None:
    """Before the first article the pages already answer."""
    engine = open_database(tmp_path / "empty.db")
    with engine.begin() as connection:
        create_all(connection)
    engine.dispose()
    get = publish(tmp_path / "empty.db")
    assert "Nothing is in here yet" in get("/").text
    for page in ("contents", "speakers", "search?q=x"):
        assert get(f"/empty/{page}").status_code == 200


def test_an_immutable_file_is_published_as_well(corpus_file: Path, publish: Publish) -> None:
    """With ``datasette -i``, for hosts where nothing changes."""
    get = publish(immutables=[str(corpus_file)])
    assert "17 quotes" in get("/").text
    assert get("/corpus/search?q=boat").status_code == 200


def test_figures_follow_the_file(publish: Publish, corpus_file: Path, tmp_path: Path) -> None:
    """What is remembered of a file is forgotten when an ingest changes it."""
    file = tmp_path / "corpus.db"
    file.write_bytes(corpus_file.read_bytes())
    get = publish(file)
    assert "2 findings" in get("/").text
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("DELETE FROM findings WHERE finding_id = 2")
    connection.close()
    assert "1 finding<" in get("/").text


def test_a_paragraph_above_the_limit_is_said_to_be(publish: Publish, corpus_file: Path, tmp_path: Path) -> None:
    """A file without a single line break is an answer in words, not an error; the other articles are as before."""
    file = tmp_path / "corpus.db"
    file.write_bytes(corpus_file.read_bytes())
    connection = sqlite3.connect(file)
    words = "word " * 250_000
    with connection:
        connection.execute(
            "UPDATE paragraphs SET text = ?, end_char = start_char + ? WHERE paragraph_id = 1", (words, len(words))
        )
    connection.close()
    get = publish(file)
    first, second = keys(file, "articles")[:2]
    assert get(f"/corpus/article/{first}").status_code == 403
    assert "more than 1.0 MB" in get(f"/corpus/article/{first}").text
    assert get(f"/corpus/article/{second}").status_code == 200
    assert get("/").status_code == 200
    for table in ("/corpus/paragraphs", "/corpus/paragraphs/1", "/corpus/paragraphs.json"):
        assert get(table).status_code == 403, table
        assert "a single value" in get(table).text
    assert get("/corpus/paragraphs?_nocol=text&_nosuggest=1").status_code == 200
