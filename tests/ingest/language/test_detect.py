"""The language of a text, where nobody says it."""

from __future__ import annotations

import pytest

from onrecord.ingest.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry to Sandvik sails again, the harbour office said on Monday. It is a good day for the island.", "en"),
        ("Die Fähre nach Sandvik fährt wieder, teilte das Hafenamt am Montag mit. Ein guter Tag für die Insel.", "de"),
        ("Le bac de Sandvik repart, a annoncé lundi la capitainerie du port. Un beau jour pour toute l’île.", "fr"),
        ("El transbordador vuelve a navegar, dijo el lunes la oficina del puerto. Un buen día para la isla.", "es"),
        ("Паром в Сандвик снова ходит, сообщили в понедельник в управлении порта. Хороший день для острова.", "ru"),
        (
            "ザンドビク行きのフェリーが再開したと港湾事務所が月曜日に発表した。島にとって良い日だと住民は語った。" * 2,
            "ja",
        ),
        ("FERRY BACK", None),
        ("", None),
        ("Shr 30 cts vs 26 cts\nNet 2,534,000 vs 1,695,000\nRevs 98.8 mln vs 67.1 mln\nSHR 19 cts", None),
    ],
)
def test_a_text_shows_its_language_or_none(text: str, language: str | None) -> None:
    """A short text and a table of figures show none, and are read as English."""
    assert language_of(text) == language
