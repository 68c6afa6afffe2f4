"""Which paragraphs begin with a dateline."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.ingest.segment.dateline import Dateline, dateline_in

SAID = "The ferry sails again."


@pytest.mark.parametrize(
    ("head", "place", "agency"),
    [
        ("NIAMEY (Reuters) - ", "NIAMEY", "Reuters"),
        ("NIAMEY, Niger (AP) — ", "NIAMEY, Niger", "AP"),
        ("NIAMEY, Niger, May 3 (AP) -- ", "NIAMEY, Niger", "AP"),
        ("NIAMEY, Oct 19 - ", "NIAMEY", None),
        ("NEW YORK, May 3, 2024 /PRNewswire/ -- ", "NEW YORK", "PRNewswire"),
        ("TRENTON, N.J. (AP) — ", "TRENTON, N.J.", "AP"),
        ("ST. LOUIS — ", "ST. LOUIS", None),
        ("SEOUL/HANOI (Reuters) - ", "SEOUL/HANOI", "Reuters"),
        ("MÜNCHEN – ", "MÜNCHEN", None),
        ("WASHINGTON —\u00a0", "WASHINGTON", None),
        ("Washington (CNN) — ", "Washington", "CNN"),
        ("(Reuters) - ", None, "Reuters"),
    ],
)
def test_a_town_before_a_dash_is_where_it_was_filed(head: str, place: str | None, agency: str | None) -> None:
    """And the agency in brackets is whose copy it is; a day in between is neither."""
    assert dateline_in(head + SAID) == Dateline(place, agency, is_whole=False)
    assert dateline_in(head + "“" + SAID) == Dateline(place, agency, is_whole=False)


@pytest.mark.parametrize(
    "block",
    [
        "BREAKING - The ferry sails again.",
        "EXCLUSIVE — The ferry sails again.",
        "NATO — The alliance met on Monday.",
        "FILE - The ferry lies off Sandvik in this photo of last year.",
        "NIAMEY has been quiet since Monday - The ferry sails.",
        "The harbour office (HO) - It sails again.",
        "Jane Doe (D) — She won.",
        "Jane Doe (NGO) — The ferry sails again.",
        "US - China talks begin.",
        "NIAMEY — which is the capital — was quiet.",
        "The ferry — It sails again.",
        "WASHINGTON",
        "",
        "— The ferry",
    ],
)
def test_other_dashes_are_no_dateline(block: str) -> None:
    """A place not in capitals needs a known agency, and a sentence has to begin after the dash."""
    assert dateline_in(block) is None


def test_a_dateline_before_the_text_is_told_and_the_paragraph_stays_body(read: Any) -> None:
    """Place and agency are fields; neither is the outlet."""
    article, _ = read(f"Ferry sails\n\nNIAMEY, Niger (AP) — {SAID}\n\nPARIS (AFP) - More.")
    assert [(field.name, field.value, field.line) for field in article.fields] == [
        ("dateline_place", "NIAMEY, Niger", 3),
        ("dateline_agency", "AP", 3),
    ]
    assert {paragraph.kind for paragraph in article.paragraphs} == {"body"}
    assert article.outlet is None


@pytest.mark.parametrize("line", ["NIAMEY, Niger (AP)", "NIAMEY, May 3 —", "(Reuters) -", "Niamey (Reuters) -"])
def test_a_dateline_on_a_line_of_its_own_is_a_paragraph_of_its_kind(read: Any, line: str) -> None:
    """It is not read for quotes."""
    article, _ = read(f"{line}\n\n{SAID}")
    assert [paragraph.kind for paragraph in article.paragraphs] == ["dateline", "body"]
