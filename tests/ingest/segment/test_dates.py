"""When an article was published, as precise as it was said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.segment.dates import UnclearDateError, iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        ("2024-05-03", "2024-05-03"),
        (" 2024-5-3 ", "2024-05-03"),
        ("2024/05/03", "2024-05-03"),
        ("20240503", "2024-05-03"),
        ("2024-05-03T10:30", "2024-05-03T10:30"),
        ("2024-05-03T10:30:15Z", "2024-05-03T10:30:15+00:00"),
        ("2024-05-03 10:30:15.123+0200", "2024-05-03T10:30:15+02:00"),
        ("2024-05-03T10:30:15-05:00", "2024-05-03T10:30:15-05:00"),
        ("3 May 2024", "2024-05-03"),
        ("3rd May, 2024", "2024-05-03"),
        ("3-May-2024", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("May 3rd 2024", "2024-05-03"),
        ("Friday, May 3, 2024", "2024-05-03"),
        ("Fri, 03 May 2024 10:30:00 GMT", "2024-05-03T10:30:00+00:00"),
        ("Sept. 3, 2024 at 1:05 p.m. EDT", "2024-09-03T13:05"),
        ("May 3, 2024, 12:05 AM", "2024-05-03T00:05"),
        ("May 2024", "2024-05"),
        ("3 mai 2024", "2024-05-03"),
        ("1er août 2024", "2024-08-01"),
        ("3. März 2024", "2024-03-03"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("13/05/2024", "2024-05-13"),
        ("05/13/2024", "2024-05-13"),
        ("05.05.2024", "2024-05-05"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_a_date_becomes_iso_8601_and_no_more_precise(written: str, iso: str) -> None:
    """A year stays a year; a time without zone stays without."""
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("03/05/2024", "date-ambiguous"),
        ("3.5.2024", "date-ambiguous"),
        ("2024-02-30", "date-impossible"),
        ("31 June 2024", "date-impossible"),
        ("2024-13-01", "date-impossible"),
        ("2024-00", "date-impossible"),
        ("2024-05-00", "date-impossible"),
        ("13/13/2024", "date-impossible"),
        ("2024-05-03T25:00", "date-impossible"),
        ("yesterday", "date-unreadable"),
        ("171469440", "date-unreadable"),
        ("2024050310", "date-unreadable"),
        ("2014694400", "date-unreadable"),
        ("20240503T2500", "date-unreadable"),
        ("20241332", "date-impossible"),
        ("2024年13月3日", "date-impossible"),
        ("5 May 4", "date-unreadable"),
        ("3 Foober 2024", "date-unreadable"),
        ("", "date-unreadable"),
        ("3 May", "date-unreadable"),
        ("x" * 10_000, "date-unreadable"),
    ],
)
def test_what_cannot_be_told_says_why(written: str, code: str) -> None:
    """A day that may be two is not guessed."""
    with pytest.raises(UnclearDateError) as error:
        iso_date(written)
    assert error.value.code == code


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)))
def test_a_day_written_in_any_usual_way_is_that_day(day: date) -> None:
    """In English words and in ISO digits."""
    for way in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y", "%Y%m%d"):
        assert iso_date(day.strftime(way)) == day.isoformat()


@given(st.text(max_size=80))
def test_any_text_is_a_date_or_an_unclear_one(text: str) -> None:
    """And nothing else happens."""
    try:
        iso = iso_date(text)
    except UnclearDateError:
        return
    assert iso[:4].isdigit()


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("20180619T055000+0900", "2018-06-19T05:50:00+09:00"),
        ("20240503T100000Z", "2024-05-03T10:00:00+00:00"),
        ("202405031030", "2024-05-03T10:30"),
        ("2021-01-03T17:40:00EET", "2021-01-03T17:40:00"),
        ("2024-05-03T10:30PM", "2024-05-03T22:30"),
        ("2020年06月16日 02:31", "2020-06-16T02:31"),
        ("2020年06月16日(火) 02時31分", "2020-06-16T02:31"),
        ("2024年5月3日", "2024-05-03"),
        ("2024年5月", "2024-05"),
        ("2024년 5월 3일", "2024-05-03"),
        ("1714730400", "2024-05-03T10:00:00+00:00"),
        ("1714730400000", "2024-05-03T10:00:00+00:00"),
        ("1714730400.0", "2024-05-03T10:00:00+00:00"),
        ("3 May 24", "2024-05-03"),
        ("Fri, 03 May 24 10:00:00 GMT", "2024-05-03T10:00:00+00:00"),
        ("31-Dec-99", "1999-12-31"),
    ],
)
def test_what_programs_and_other_scripts_write_is_understood(written: str, iso: str) -> None:
    """Without separators, with signs between, in seconds since 1970, with a year of two digits."""
    assert iso_date(written) == iso
