"""Counts over time as columns: by month while that can be drawn, else by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.publish import figures

# Time is drawn by month up to this many months, else by year, and not at all for fewer than three columns.
MOST_COLUMNS, FEWEST_COLUMNS = 60, 3
# Ten times as many years: a wrong date of the year 0001 must not draw thousands.
MOST_YEARS = 600
_MONTH = len("2025-03")


def columns(rows: Sequence[Any]) -> list[tuple[str, Mapping[str, int]]]:
    """Counts by kind in columns of time, empty months or years included.

    In: rows of period (year or year and month), kind and quote_count. Out: each column's name in words with its counts;
    nothing where there is too little to see.
    Unsure: where one date is a year only, everything is counted by year.
    """
    by_month = _fits_by_month([row["period"] for row in rows])
    counts: dict[str, dict[str, int]] = {}
    for row in rows:
        column = counts.setdefault(row["period"] if by_month else row["period"][:4], {})
        column[row["kind"]] = column.get(row["kind"], 0) + row["quote_count"]
    if len(counts) < FEWEST_COLUMNS:
        return []
    names = _months(min(counts), max(counts)) if by_month else _years(min(counts), max(counts))
    return [(figures.day(name), counts.get(name, {})) for name in names]


def _fits_by_month(periods: Sequence[str]) -> bool:
    if not periods or any(len(period) != _MONTH for period in periods):
        return False
    return _month_number(max(periods)) - _month_number(min(periods)) < MOST_COLUMNS


def _months(first: str, last: str) -> list[str]:
    numbers = range(_month_number(first), _month_number(last) + 1)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def _years(first: str, last: str) -> list[str]:
    return [f"{year:04}" for year in range(int(first), int(last) + 1)][-MOST_YEARS:]


def _month_number(period: str) -> int:
    return int(period[:4]) * 12 + int(period[5:7]) - 1
