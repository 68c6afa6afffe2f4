"""Which language a text is written in, where nobody says so, or where what is said is plainly wrong.

Source: py3langid (Barbaresi 2022), after langid.py (Lui and Baldwin 2012): naive Bayes over byte n-grams, 97 languages.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_FEWEST_LETTERS: Final = 60  # below this a headline in capitals may look like anything
_FEWEST_AGAINST: Final = 80  # letters of each half that speak against what is declared: some 15 words
_LOOKED_AT: Final = 3000  # characters; more changes nothing
_SURE: Final = 0.9
_SURE_AGAINST: Final = 0.99
# Languages that are taken for one another: what is declared counts. Each row is one family of them.
_ALIKE: Final = tuple(
    frozenset(row.split())
    for row in (
        "da fo nb nn no sv",
        "bg bs cnr hr mk sh sl sr",
        "be bg mk ru uk",
        "cs pl sk",
        "an ast ca es ext gl oc pt",
        "co it lij scn vec",
        "fr oc wa",
        "af fy lb li nds nl",
        "de gsw lb nds",
        "ace id jv ms su",
        "bcl ceb fil tl",
        "bho hi mr ne sa",
        "as bn",
        "fa prs ps sd ug ur",
        "ar ary arz",
        "az crh tk tr tt ba kk ky uz uzs",
        "nr ss xh zu",
        "nso st tn",
        "kg lg ln rn rw sw",
        "wuu yue zh",
        "et fi",
        "lt ltg lv",
        "br cy",
        "ga gd",
        "en pcm sco",
    )
)


def language_of(text: str) -> str | None:
    """The language of a text as a tag (ISO 639), or None.

    Unsure: a short text and a mixed one have none.
    """
    return _shown(text[:_LOOKED_AT], _FEWEST_LETTERS, _SURE)


def contradicted(text: str, declared: str) -> str | None:
    """The language that a text plainly shows although another one is declared, or None where what is declared stands.

    In: the tag that is declared. Both halves of the text have to show the same language for sure.
    Unsure: a short or mixed text, a declared language that the detector does not know, and one that is easily taken
    for the other (Danish and Norwegian) say nothing against it.
    """
    said = declared.lower().replace("_", "-").split("-")[0]
    said = "en" if said == "eng" else said
    if said not in _known():
        return None
    some = text[:_LOOKED_AT]
    middle = len(some) // 2
    shown = _shown(some[:middle], _FEWEST_AGAINST, _SURE_AGAINST)
    if shown is None or shown == said or any({shown, said} <= family for family in _ALIKE):
        return None
    return shown if _shown(some[middle:], _FEWEST_AGAINST, _SURE_AGAINST) == shown else None


def _shown(some: str, fewest: int, sure: float) -> str | None:
    if sum(map(str.isalpha, some)) < fewest:
        return None
    language, probability = _identifier().classify(some)
    return str(language) if probability >= sure else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _known() -> frozenset[str]:
    """The languages that the detector may give, as they are declared; of Norwegian there are two more."""
    return frozenset(map(str, _identifier().nb_classes)) | {"nb"} - {"zxx"}
