"""The published site in a real browser: the bare command, Chromium, light and dark, narrow and wide."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NARROW, WIDE = 360, 1280
PAGES = (
    "/",
    "/corpus/contents",
    "/corpus/speakers",
    "/corpus/review",
    "/corpus/search",
    "/corpus/search?q=ferry",
    "/corpus/search?q=boat+OR+norway",
    "/corpus/article/row/1",
    "/corpus/article/row/3",
    "/corpus/article/row/4",
    "/corpus/article/row/5",
    "/corpus/article/row/6",
    "/corpus/entity/row/1",
    "/corpus/entity/row/9",
    "/corpus/entity/row/14",
    "/corpus/statement/row/1",
    "/corpus/article/nothing",
)
CONTRAST, ACCESS = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("contrast.js", "access.js"))

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(corpus_file: Path) -> Iterator[str]:
    """The address of the sample corpus, published by the bare command on this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = Path(sys.executable).with_name("datasette")
    server = subprocess.Popen(  # noqa: S603 - our own command
        [command, corpus_file, "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(150):
            try:
                urlopen(f"{address}/-/versions.json").close()  # noqa: S310 - our own server
                break
            except URLError:
                time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium, driven by playwright. Without one the tests are skipped, but never where CI is set."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no chromium on this machine; install it: apt-get install chromium fonts-noto-color-emoji")
        pytest.skip("no chromium on this machine")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - needed only where there is a browser

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Any, site: str) -> Iterator[Callable[..., Any]]:
    """Opens a page of the site and fails where the browser complains or asks another host for anything."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_page(address: str, width: int = WIDE, scheme: str = "light", **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        # That a page is not found is what one address is visited for.
        page.on("console", lambda m: None if "404" in m.text else complaints.append(f"{page.url}: {m.text}"))
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith((site, "data:")) else complaints.append(f"asks {request.url}")
            ),
        )
        page.goto(f"{site}{address}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_every_page_is_clean(visit: Callable[..., Any], site: str, width: int, scheme: str) -> None:
    """No complaint, no other host, nothing wider than the window, every text readable, nothing nameless."""
    page = visit("/", width, scheme)
    for address in PAGES:
        page.goto(f"{site}{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert page.evaluate(CONTRAST) == [], address
        assert page.evaluate(ACCESS) == [], address


def test_a_reader_finds_a_quote_and_follows_it_to_its_place(visit: Callable[..., Any], site: str) -> None:
    """From the first page by search into the article, to the very words, by keyboard and click alone."""
    page = visit("/")
    page.get_by_role("searchbox").fill('"no school" -norway')
    page.keyboard.press("Enter")
    assert page.locator("mark").first.inner_text() == "no school"
    page.get_by_role("link", name="Harbour town votes to keep its last ferry").click()
    assert re.fullmatch(rf"{site}/corpus/article/\w+#q-\w+", page.url)
    marked = page.locator(".q:target")
    assert marked.inner_text() == "“We are an island for half the year,”"
    assert marked.is_visible()
    assert marked.bounding_box()["y"] < 800


def test_a_note_opens_without_script(visit: Callable[..., Any]) -> None:
    """The citation of a quote unfolds with JavaScript switched off."""
    page = visit("/corpus/article/row/1", java_script_enabled=False)
    note = page.locator("#n-1")
    assert not note.locator(".citation").is_visible()
    note.locator("summary").click()
    assert "characters" in note.locator(".citation").inner_text()


def test_a_click_selects_a_whole_command(visit: Callable[..., Any]) -> None:
    """A command to copy is taken whole, with nothing around it, also where it is folded away until it is asked for."""
    page = visit("/corpus/review")
    command = page.locator(".to-copy code").first
    command.click()
    selected = page.evaluate("String(getSelection())").strip()
    assert selected == command.inner_text().strip()
    assert re.fullmatch(r"onrecord decide same \w{16} \w{16} --db corpus.db --why ...", selected)
    page = visit("/corpus/entity/row/1", java_script_enabled=False)
    folded = page.locator("#why ~ .scroll code").first
    assert not folded.is_visible()
    page.locator("#why ~ .scroll summary").first.click()
    assert folded.is_visible()


def test_a_doubt_is_compared_side_by_side_where_there_is_room(visit: Callable[..., Any]) -> None:
    """Beside each other on a wide screen, one below the other on a narrow one."""
    for width in (NARROW, WIDE):
        page = visit("/corpus/review", width)
        one, other = (page.locator(".two").first.locator(".side-of-two").nth(n).bounding_box() for n in (0, 1))
        assert (other["y"] == one["y"]) is (width == WIDE)
        assert (other["x"] == one["x"]) is (width == NARROW)


def test_notes_stand_beside_the_text_where_there_is_room(visit: Callable[..., Any]) -> None:
    """Beside the paragraph on a wide screen, below it on a narrow one."""
    for width in (NARROW, WIDE):
        page = visit("/corpus/article/row/1", width)
        text = page.locator("#p-5 > .column").bounding_box()
        note = page.locator("#n-1").bounding_box()
        beside = note["x"] >= text["x"] + text["width"] and abs(note["y"] - text["y"]) < 40
        below = note["y"] >= text["y"] + text["height"]
        assert beside if width == WIDE else below


def test_kinds_are_told_apart_without_colour(visit: Callable[..., Any]) -> None:
    """Direct, mixed and indirect have lines of their own."""
    page = visit("/corpus/article/row/1")
    styles = {
        kind: page.locator(f".text .par .q-{kind}").first.evaluate("e => getComputedStyle(e).borderBottomStyle")
        for kind in ("direct", "mixed", "indirect")
    }
    assert styles == {"direct": "solid", "mixed": "dashed", "indirect": "dotted"}


def test_a_script_in_an_article_does_not_run(visit: Callable[..., Any]) -> None:
    """Neither on our pages nor in Datasette's tables of the same rows."""
    for address in ("/", "/corpus/article/row/4", "/corpus/entity/row/5", "/corpus/said", "/corpus/search?q=fine"):
        page = visit(address)
        assert page.evaluate("typeof window.owned") == "undefined"


def test_the_keyboard_sees_where_it_is(visit: Callable[..., Any]) -> None:
    """The first stop is the way past the masthead; focus is drawn."""
    page = visit("/corpus/article/row/1")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Skip to the text"
    assert focused.is_visible()
    assert focused.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_what_is_copied_from_an_article_is_the_article(visit: Callable[..., Any], corpus_file: Path) -> None:
    """The numbers of notes are drawn, not written: a selected paragraph holds the paragraph's words alone."""
    connection = sqlite3.connect(corpus_file)
    (text,) = connection.execute("SELECT text FROM paragraphs WHERE article_id = 1 AND ordinal = 5").fetchone()
    connection.close()
    page = visit("/corpus/article/row/1")
    page.locator("#p-5 > .column").evaluate("paragraph => getSelection().selectAllChildren(paragraph)")
    selected = page.evaluate("String(getSelection())")
    assert selected.strip() == text


def test_a_page_prints_with_its_notes(visit: Callable[..., Any]) -> None:
    """On paper the notes stay and the search box goes."""
    page = visit("/corpus/article/row/1")
    page.emulate_media(media="print")
    assert page.locator("#n-1").is_visible()
    assert not page.locator(".small-search").is_visible()
