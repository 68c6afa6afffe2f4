"""When an article was published, as precise as it was said and no more: ISO 8601, or why it cannot be told."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import Final

# The first letters of month names in English, French, German, Spanish, Italian, Portuguese and Dutch.
_MONTHS: Final = (
    "jan ene gen",
    "feb fév fev",
    "mar mär mrz mrt maa",
    "apr avr abr",
    "may mai mag mei",
    "jun juin giu",
    "jul juil lug",
    "aug aoû aou ago",
    "sep set",
    "oct okt ott out",
    "nov",
    "dec déc dez dic",
)
_MONTH_NUMBERS: Final = {start: number for number, starts in enumerate(_MONTHS, start=1) for start in starts.split()}

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_NAME = r"(?P<name>[^\W\d_]{3,10})\.?"
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s+)?"
_ZONE = r"(?:\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})|\s?[A-Z]{3,4}|\s[A-Z]{2})?"  # EST means several zones: passed over
_TIME = (
    r"(?:(?:T|,?\s+(?:at\s+)?)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,9})?)?"
    rf"(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?{_ZONE})?"
)
_SHORT_YEAR = r"(?P<short>\d\d)"
_CLOCK = r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?P<second>\d\d)?(?:[.,]\d{1,9})?"
# In Chinese, Japanese and Korean, the day of the week in brackets before it.
_SIGNS_TIME = (
    r"(?:\s*(?:[(\uff08]\S[)\uff09])?\s*(?P<hour>\d{1,2})[:時时시]\s?(?P<minute>\d{2})"
    rf"(?:[:分분]\s?(?P<second>\d{{2}}))?[秒초分분]?{_ZONE})?"
)
# Seconds since 1970, or thousandths of them: from 2001 on, and so that no day written in digits is taken for them.
_SECONDS = re.compile(r"(1[0-8]\d{8})(?:\.\d{1,9}|\d{3})?")
_SHAPES: Final = tuple(
    re.compile(shape)
    for shape in (
        _YEAR,
        rf"{_YEAR}-(?P<month>\d{{1,2}})",
        rf"{_YEAR}([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}}){_TIME}",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)T?{_CLOCK}(?P<half>){_ZONE}",
        (
            rf"{_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]"
            rf"(?:\s?(?P<day>\d{{1,2}})\s?[日일]{_SIGNS_TIME}(?P<half>))?"
        ),
        rf"{_NAME},?\s+(?:de\s+)?{_YEAR}",
        rf"{_WEEKDAY}{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}{_TIME}",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de\s+)?{_NAME},?[\s-]+(?:de\s+)?{_YEAR}{_TIME}",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})[\s-]+{_NAME}[\s-]+{_SHORT_YEAR}{_TIME}",
    )
)
# Day and month in either order: told apart only where one of them is no month.
_EITHER_WAY = re.compile(rf"(?P<one>\d{{1,2}})([-/.])(?P<other>\d{{1,2}})\2{_YEAR}{_TIME}")
_LONGEST: Final = 60


class UnclearDateError(ValueError):
    """A date that cannot be told.

    ``code``: date-ambiguous, date-impossible or date-unreadable. ``str(error)``: what was found, for a finding.
    """

    def __init__(self, code: str, found: str) -> None:
        super().__init__(found)
        self.code = code


def iso_date(written: str) -> str:
    """The moment that a date as written names, in ISO 8601 and no more precise than it was given.

    ``"May 2024"`` -> ``"2024-05"``; ``"Fri, 3 May 2024 10:30 GMT"`` -> ``"2024-05-03T10:30+00:00"``. A time without
    zone stays without, and so does one with a zone of letters; fractions of a second are dropped. Seconds since
    1970 are a moment in UTC; a year of two digits is one from 1950 to 2049, as in e-mail.
    Errors: UnclearDateError for 03/05/2024, which is two days, for 30 February, and for what is no date.
    """
    words = written.strip()[:_LONGEST]
    seconds = _SECONDS.fullmatch(words)
    if seconds:
        return datetime.fromtimestamp(int(seconds[1]), UTC).isoformat(timespec="seconds")
    either = _EITHER_WAY.fullmatch(words)
    if either:
        return _iso(int(either["year"]), *_month_and_day(int(either["one"]), int(either["other"]))) + _clock(either)
    match = next((match for match in (shape.fullmatch(words) for shape in _SHAPES) if match), None)
    if match is None:
        raise UnclearDateError("date-unreadable", "no date that is understood")
    parts = match.groupdict()
    month = _month(parts["name"]) if parts.get("name") else _number(parts.get("month"))
    clock = _clock(match) if "hour" in parts else ""
    return _iso(_year(parts), month, _number(parts.get("day"))) + clock


def _year(parts: dict[str, str | None]) -> int:
    """The year of a match: from 1950 to 2049 where it has two digits (RFC 2822, section 4.3)."""
    if short := parts.get("short"):
        return int(short) + (2000 if int(short) < 50 else 1900)
    return int(parts["year"] or 0)


def _month_and_day(one: int, other: int) -> tuple[int, int]:
    if one != other and max(one, other) <= 12:
        raise UnclearDateError("date-ambiguous", "a date that is two days, as day or month may stand first")
    return (other, one) if other <= 12 else (one, other)


def _month(name: str) -> int:
    folded = name.lower()
    number = _MONTH_NUMBERS.get(folded[:3]) or _MONTH_NUMBERS.get(folded[:4])
    if number is None:
        raise UnclearDateError("date-unreadable", "no month that is understood")
    return number


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _iso(year: int, month: int | None, day: int | None) -> str:
    """A date of which month and day may not be said."""
    try:
        whole = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise UnclearDateError("date-impossible", "a day that no calendar has") from None
    return whole.isoformat()[: 4 if month is None else 7 if day is None else 10]


def _clock(match: re.Match[str]) -> str:
    """``T10:30+02:00`` for a match that has a time, otherwise nothing."""
    if match["hour"] is None:
        return ""
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "Pp" else 0)
    try:
        clock = time(hour, minute, second).isoformat("seconds" if match["second"] else "minutes")
    except ValueError:
        raise UnclearDateError("date-impossible", "a time that no clock shows") from None
    zone = match["zone"] or ""
    if zone in {"Z", "UTC", "GMT"}:
        zone = "+00:00"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"T{clock}{zone}"
