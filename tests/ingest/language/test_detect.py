"""The language of a text, where nobody says it."""

from __future__ import annotations

import pytest

from onrecord.ingest.language import contradicted, language_of


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


EN = (
    "The ferry to Sandvik sails again, the harbour office said on Monday. It is a good day for the island, said its "
    "mayor, who had asked for help since last winter. The pier was torn from its posts by a storm, and nobody could "
    "leave the island without a boat of their own."
)
DE = (
    "Die Fähre nach Sandvik fährt wieder, teilte das Hafenamt am Montag mit. Das ist ein guter Tag für die Insel, "
    "sagte die Bürgermeisterin, die seit dem letzten Winter um Hilfe gebeten hatte. Ein Sturm hatte den Anleger aus "
    "den Pfählen gerissen, und ohne eigenes Boot kam niemand von der Insel weg."
)
DA = (
    "Færgen til Sandvik sejler igen, oplyste havnekontoret mandag. Det er en god dag for øen, sagde borgmesteren, som "
    "havde bedt om hjælp siden sidste vinter. En storm rev broen løs fra pælene, og ingen kunne komme væk fra øen uden "
    "deres egen båd, fortalte en beboer til avisen."
)


@pytest.mark.parametrize(
    ("text", "declared", "shown"),
    [
        (DE, "en-US", "de"),
        (DE, "en", "de"),
        (DE, "fr", "de"),
        (EN, "de", "en"),
        (EN, "zh_CN", "en"),
        (DE, "de-AT", None),
        (EN, "en-GB", None),
        (EN, "eng", None),
        (DA, "no", None),  # taken for one another
        (DA, "nb", None),
        (EN, "pcm", None),
        (EN, "sco", None),
        (DE, "gsw", None),  # the detector does not know it
        (DE[:150], "en", None),  # few words
        (f"{EN} {DE}", "en", None),  # a part in another language
        (f"{DE} {EN}", "en", None),
        ("", "en", None),
    ],
)
def test_a_declared_language_stands_unless_the_text_is_plainly_another(
    text: str, declared: str, shown: str | None
) -> None:
    """Enough words, both halves alike, and no language that is easily taken for the other."""
    assert contradicted(text, declared) == shown
