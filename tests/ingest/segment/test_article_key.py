"""What makes an article the same article."""

from __future__ import annotations

from typing import Any

from onrecord.ingest.segment.key import article_key


def test_the_key_is_known() -> None:
    """It is published: permalinks use it, so it must not change."""
    assert article_key(None, None, "The ferry sails.") == "3f02ad9f7d976a36"


def test_white_space_around_the_text_line_ends_and_the_file_do_not_count(read: Any) -> None:
    """The same article copied by another editor is the same."""
    keys = {read(text)[0].key for text in ("A.\n\nB.", "A.\r\n\r\nB.\r\n", "\ufeffA.\n\nB.\n")}
    assert len(keys) == 1


def test_text_url_and_outlet_count(read: Any) -> None:
    """The same words in two papers are two articles."""
    said = [(), (("outlet", "The Star", "table"),), (("url", "https://example.org/", "table"),)]
    keys = {read("A.", *fields)[0].key for fields in said} | {read("B.")[0].key}
    assert len(keys) == 4
    assert read("A.", ("title", "T", "table"))[0].key == read("A.")[0].key
