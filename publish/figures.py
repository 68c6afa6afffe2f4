"""Figures and dates as a reader wants them: no false precision, nothing a locale could change."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PLURALS = {"person": "people", "passage": "passages"}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?(?:[T ].*)?")


def number(value: int) -> str:
    """A number with its thousands apart: 12,345."""
    return f"{value:,}"


def count(value: int, noun: str) -> str:
    """A number with its noun: "1 quote", "1,200 quotes", "no quotes"."""
    plural = _PLURALS.get(noun, f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s")
    return f"{number(value) if value else 'no'} {noun if value == 1 else plural}"


def times(value: int) -> str:
    """How often: "once", "twice", "12 times"."""
    return {1: "once", 2: "twice"}.get(value, f"{number(value)} times")


def day(published: str | None) -> str:
    """A date as words, as precise as it was given: "14 March 2025", "March 2025", "2025".

    Unsure: what is no ISO 8601 date is shown as it is; no date is "undated".
    """
    if not published:
        return "undated"
    found = _ISO.fullmatch(published)
    if found is None:
        return published
    parts = [found["year"]]
    if found["month"]:
        parts.insert(0, MONTHS[int(found["month"]) - 1])
    if found["day"]:
        parts.insert(0, str(int(found["day"])))
    return " ".join(parts)


def moment(instant: str | None) -> str:
    """A UTC instant as words, to the minute: "21 November 2026, 08:00 UTC"."""
    if not instant:
        return "unknown"
    return f"{day(instant)}, {instant[11:16]} UTC" if len(instant) >= 16 else day(instant)


def period(first: str | None, last: str | None) -> str:
    """From the first date to the last; one date where they are the same day."""
    if not first or not last:
        return ""
    return day(first) if day(first) == day(last) else f"{day(first)} – {day(last)}"


def sureness(confidence: float) -> str:
    """How sure, as a figure of two digits. 1 is never shown for less than certain."""
    return "1.00" if confidence == 1 else f"{min(confidence, 0.99):.2f}"


def size(byte_count: int) -> str:
    """A file's size: "3.2 MB"."""
    value = float(byte_count)
    for unit in ("bytes", "kB", "MB"):
        if value < 1000:
            return f"{value:.0f} {unit}" if unit == "bytes" or value >= 100 else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} GB"


def is_language(tag: str | None) -> bool:
    """True for what is shaped as a language tag (BCP 47), so that a page may be marked with it."""
    return bool(tag and _LANGUAGE.fullmatch(tag))


def words(text: str) -> Markup:
    """A quote's words as HTML, with the sign for left-out words between two pieces made quieter."""
    return Markup(' <span class="gap">[...]</span> ').join(escape(piece) for piece in text.split(" [...] "))


def in_xml(text: str) -> str:
    """Text without the control characters that XML 1.0 cannot hold in any form; they become U+FFFD."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
