"""Teams go by the place they play for and by a nickname; what could be two teams is none."""

from __future__ import annotations

import pytest

from onrecord.ingest.teams import teams

NAMED = {
    "a nickname of its own": ({"colts"}, {"colts": "indianapolis colts"}),
    "a short nickname": ({"jags", "jaguars"}, dict.fromkeys(("jags", "jaguars"), "jacksonville jaguars")),
    "the place beside the nickname": (
        {"kansas city", "chiefs", "nfl"},
        dict.fromkeys(("kansas city", "chiefs"), "kansas city chiefs"),
    ),
    "one of the team": (
        {"indianapolis colts", "colt", "indianapolis colt"},
        dict.fromkeys(("indianapolis colts", "colt", "indianapolis colt"), "indianapolis colts"),
    ),
    "two teams of one place": (
        {"new york", "yankees", "mets"},
        {"yankees": "new york yankees", "mets": "new york mets"},
    ),
    "a nickname that others have": ({"giants", "saints"}, {}),
    "a place alone": ({"indianapolis", "kansas city"}, {}),
    "a government": ({"washington", "redskins"}, {"redskins": "washington redskins"}),
}


@pytest.mark.parametrize("case", NAMED)
def test_a_team_is_told_by_what_nobody_else_is_called(case: str) -> None:
    """A full name or a nickname of its own makes the team; the place goes with it, if it has one team here."""
    names, expected = NAMED[case]
    assert dict(teams(names)) == expected
