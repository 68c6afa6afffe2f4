"""RSS and Atom: each entry that carries its full text is an article; entries with a summary only are told, not stored.

A summary is no article: stored as one it would be searched, counted and quoted from as if it were the text. So a feed
of summaries gives a finding with the addresses of the articles, to be fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import feedparser

from onrecord.ingest.limits import FEED_BYTES, FEED_ENTRIES
from onrecord.ingest.readers.reader import Read, Reader, finding, refused
from onrecord.ingest.readers.web import Origin, read_fragment
from onrecord.ingest.readers.web.authors import named_in
from onrecord.ingest.readers.web.json_ld import as_line
from onrecord.ingest.records import Document, Field, Finding, SourceArticle

_SIGNS = re.compile(rb"<(?:rss|feed|rdf:RDF|\w+:feed)[\s>]")
_WORDPRESS_EXPORT: Final = b"wordpress.org/export"  # an archive of a site in RSS's clothes, with a reader of its own
_ENTITY: Final = b"<!entity"
_TAG = re.compile(r"<[^>]*>")
# Words from which on a text is an article and no summary: feeds cut at 20 to 60 words. What a feed marks as content
# needs fewer, as it says so itself.
_FULL_WORDS: Final = 80
_FULL_DESCRIPTION_WORDS: Final = 200
_CUT_OFF = re.compile(r"(?:\[…\]|\[\.\.\.\]|\[&#8230;\]|…|\.\.\.)\s*(?:</p>\s*)?$")
_SHOWN_LINKS: Final = 20


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read the articles of a feed.

    Out: one article an entry with full text, numbered as they come; a finding that counts the entries with summaries
    only and names their addresses, one for entries beyond FEED_ENTRIES, one for a feed without entries.
    Unsure: whether a description is the whole text is told by its length and by the dots at its end.
    Errors: none; entities declared by the feed are refused, as only attacks use them.
    """
    if _ENTITY in data[:1_000_000].lower():
        found = "XML entities of its own"
        return refused("xml-entities", document.path, found, "a plain feed", "fetch the feed from its publisher again")
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    entries = list(feed.get("entries") or ())
    if not entries:
        why = " ".join(str(feed.get("bozo_exception") or "").split())[:120]
        found = f"a feed without entries{f' ({why})' if why else ''}"
        return refused("feed-empty", document.path, found, "articles in it", "fetch the feed again")
    articles: list[SourceArticle] = []
    findings: list[Finding] = []
    summaries: list[str] = []
    about = _about_feed(feed.get("feed") or {})
    for entry in entries[:FEED_ENTRIES]:
        content = _full_text(entry)
        if content is None:
            summaries.append(_address(entry) or _line(entry.get("title")) or "an entry without address")
            continue
        authors = _authors(entry)
        said = (*fields, *_about_entry(entry, authors), *about)
        origin = Origin(document, len(articles) + 1, said, name=f"{document.path}, {_address(entry) or 'an entry'}")
        whole, troubles = read_fragment(content, origin, authors)
        articles += whole
        findings += troubles
    if summaries:
        findings.append(_summaries(document, summaries, len(entries)))
    if len(entries) > FEED_ENTRIES:
        expected = f"at most {FEED_ENTRIES:,}"
        findings.append(finding("feed-too-long", document.path, f"{len(entries):,} entries", expected, "split it"))
    return tuple(articles), tuple(findings)


def _full_text(entry: Mapping[str, Any]) -> str | None:
    """The markup of an entry's whole text, or None where it has a summary or nothing."""
    contents = [one.get("value") or "" for one in entry.get("content") or () if isinstance(one, Mapping)]
    content = max(contents, key=len, default="")
    summary = entry.get("summary") or ""
    if _word_count(content) >= _FULL_WORDS and not _CUT_OFF.search(content.strip()):
        return content
    if _word_count(summary) >= _FULL_DESCRIPTION_WORDS and not _CUT_OFF.search(summary.strip()):
        return str(summary)
    return None


def _word_count(markup: str) -> int:
    text = _TAG.sub(" ", markup)
    # scripts that set no blanks have about two characters a word
    unspaced = sum("\u3040" <= sign <= "\u9fff" or "\u0e00" <= sign <= "\u0e7f" for sign in text)
    return len(text.split()) + unspaced // 2


def _about_feed(feed: Mapping[str, Any]) -> tuple[Field, ...]:
    """What holds for all entries. RSS 2.0 wants a channel called as its website is."""
    said = (("outlet", feed.get("publisher")), ("outlet", feed.get("title")), ("language", feed.get("language")))
    return tuple(Field(name, line, "record") for name, value in said if (line := _line(value)))


def _about_entry(entry: Mapping[str, Any], authors: tuple[str, ...]) -> Iterable[Field]:
    said = (
        ("title", _line(entry.get("title"))),
        ("byline", "; ".join(authors)),
        ("outlet", _line((entry.get("source") or {}).get("title"))),
        ("published", _line(entry.get("published"))),
        ("url", _address(entry)),
        ("language", _line((entry.get("content") or [{}])[0].get("language"))),
    )
    return (Field(name, value, "record") for name, value in said if value)


def _authors(entry: Mapping[str, Any]) -> tuple[str, ...]:
    people = [one.get("name") for one in entry.get("authors") or () if isinstance(one, Mapping)]
    return named_in([name for name in people if name] or entry.get("author"))


def _address(entry: Mapping[str, Any]) -> str | None:
    for key in ("link", "id"):
        address = str(entry.get(key) or "").strip()
        if address.lower().startswith(("http://", "https://")) and not any(sign.isspace() for sign in address):
            return address
    return None


def _line(value: object) -> str | None:
    return as_line(value) if isinstance(value, str) else None


def _summaries(document: Document, addresses: list[str], entry_count: int) -> Finding:
    shown = " ".join(addresses[:_SHOWN_LINKS])
    more = f" and {len(addresses) - _SHOWN_LINKS} more" if len(addresses) > _SHOWN_LINKS else ""
    message = (
        f"{document.path}: {len(addresses)} of {entry_count} entries found with a summary only, full texts expected; "
        f"fetch the articles with `onrecord ingest URL`: {shown}{more}."
    )
    return Finding("feed-summaries", message, document.path)


def _is_feed(_name: str, head: bytes) -> bool:
    plain = head.replace(b"\x00", b"")
    return _SIGNS.search(plain) is not None and _WORDPRESS_EXPORT not in plain and b"<html" not in plain[:512].lower()


FEED: Final = Reader("feed", "an RSS or Atom feed", FEED_BYTES, _is_feed, read)
