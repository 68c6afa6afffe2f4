"""Forms of a name."""

from __future__ import annotations

from collections import Counter

import pytest

from onrecord.ingest import forms


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Côte d’Ivoire", "cote d'ivoire"),
        ("U.S.", "us"),
        ("Jane  M. Roe", "jane m roe"),
        ("Roe’s", "roe"),
        ("the", "the"),
        ("O'Brien-Smith", "o'brien-smith"),
        ("...", ""),
    ],
)
def test_two_spellings_fold_to_one_form(name: str, expected: str) -> None:
    """Case, accents, articles, marks and possessives do not matter."""
    assert forms.folded(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mr. Roe", ("roe",)),
        ("Gen. John M. Roe Jr.", ("john", "m", "roe-jr")),
        ("the General", ("general",)),
        ("Sir", ("sir",)),
    ],
)
def test_a_personal_name_is_its_words_without_titles(name: str, expected: tuple[str, ...]) -> None:
    """Honorifics are no part of the name, a generation is one of the surname, and nobody becomes nameless."""
    assert forms.person_parts(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Tata Motors Ltd.", "tata motors"), ("Airbus Group SE", "airbus"), ("Group", "group"), ("Roe & Co.", "roe")],
)
def test_an_organisation_is_its_name_without_legal_form(name: str, expected: str) -> None:
    """Legal forms at the end fall away, one after the other."""
    assert forms.organisation_core(name) == expected


def test_the_fullest_name_has_most_words_then_most_use() -> None:
    """An initial is no word: the name people use wins over the one with a letter in it."""
    assert forms.fullest(Counter({"Roe": 9, "Jane Roe": 3, "Jane M. Roe": 1})) == "Jane Roe"
    assert forms.fullest(Counter({"Roe": 9, "Jane Mary Roe": 1, "Jane Roe": 3})) == "Jane Mary Roe"
