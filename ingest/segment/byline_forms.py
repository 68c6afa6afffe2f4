"""The many forms of a byline brought into one: names and affiliations in a row, as ``authors`` parts them.

``"Story by Jane Doe, Photographs by John Roe"`` -> ``"Jane Doe"``; ``"Doe, Jane; Roe, John"`` -> ``"Jane Doe; John
Roe"``; ``"Jane Doe <jane@star.example> Updated 3 May 2024"`` -> ``"Jane Doe"``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from onrecord.ingest.reference import lines_of, table

_WRITTEN = (
    "written|reported|words|text|story|report|reporting|opinion|comment|commentary|analysis|analyzed|column|essay|review|"
    "reviewed|interview|feature|article|exclusive|compiled"
)
_SHOWN = (
    "photo|photos|photograph|photographs|photography|photographed|picture|pictures|illustration|illustrations|"
    "illustrated|graphic|graphics|video|videos|audio|art|artwork|design|produced|production|edited|editing|translated|"
    "translation|research|additional reporting"
)
_CREDIT = re.compile(
    rf"(?i)(?:(?<=\A)|(?<=[\s,;|/(.]))(?P<label>(?:{_WRITTEN}|{_SHOWN})(?:(?:,? and |, ?| & )(?:{_WRITTEN}|{_SHOWN}))*)"
    r"\s+by:?\s+(?=\S)"
)
_WROTE = re.compile(rf"(?i)\b(?:{_WRITTEN})\b")
# "By" in other languages: a name of two words and more follows, and no particle. "Von Miller" is a name himself.
_BY = re.compile(
    r"\A(?:By|BY|by)[:\s]\s*|\A(?:Von|VON|Par|PAR|Por|POR|Door|Av|Af)\s+(?=[^\W\d_a-z][\w.'’-]*\s+[^\W\d_a-z])"
)
_LABEL = re.compile(
    r"(?i)\A(?:本[报報])?[记記]者[:\uff1a\s]*|\A(?:by|von|par|por|text|texte|texto|words|story|author|autor|autorin|auteur)\s*:\s*(?=\S)"
)
_ADDRESS = re.compile(r"\s*<[^<>]*>|\s*\(?\bmailto:\S+|\s*[(\[]\S+@\S+\.\S+[)\]]")
_MOMENT = re.compile(r"(?i)[\s,–-]+(?:last\s+)?(?:updated|published|posted|modified)(?:\s+(?:on|at))?:?\s.*\Z")
_LAST_FIRST = re.compile(r"(?P<last>[^\W\d_][\w.'’-]*),\s+(?P<first>[^\W\d_][\w'’-]*(?:\s+[^\W\d_]\.?)?)")

_LARGE: Final = 100_000  # people


def plain_form(byline: str) -> str:
    """A byline without its "By", labels, addresses and dates, family names behind the others, writers alone.

    Unsure: what stands before a label such as "Photographs by", with nothing said of it, is who wrote it.
    """
    words = _MOMENT.sub("", _ADDRESS.sub("", byline.strip()))
    words = _BY.sub("", _LABEL.sub("", _writers(words), count=1), count=1)
    return _first_name_first(words)


def _writers(words: str) -> str:
    """What stands before the first label, and behind each label of writing."""
    labels = list(_CREDIT.finditer(words))
    if not labels:
        return words
    ends = [label.start() for label in labels[1:]] + [len(words)]
    kept = [words[: labels[0].start()]]
    kept += [words[label.end() : end] for label, end in zip(labels, ends, strict=True) if _WROTE.search(label["label"])]
    return "; ".join(part for part in (one.strip(" ,;|/(.)") for one in kept) if part)


def _first_name_first(words: str) -> str:
    """``"Doe, Jane"`` as libraries write it, alone or several parted by semicolons.

    Unsure: it stays as it is where one of them has another form, or both its words are large places: "Austin, Texas".
    """
    matches = [_LAST_FIRST.fullmatch(one.strip()) for one in words.split(";") if one.strip()]
    if not matches or not all(match and _is_name(match["last"], match["first"]) for match in matches):
        return words
    return "; ".join(f"{match['first']} {match['last']}" for match in matches if match)


def _is_name(last: str, first: str) -> bool:
    name = first.split(maxsplit=1)[0]
    is_shaped = last[0].isupper() and name[0].isupper() and (name[1:].islower() or "-" in name)
    return is_shaped and not (_is_place(last) and _is_place(name))


def _is_place(word: str) -> bool:
    """True for a country, and for what many people live in: Lee and Ann are towns, too."""
    people = (int(line.rpartition("\t")[2] or 0) for line in lines_of("places.tsv", word.lower()))
    return word.lower() in _countries() or max(people, default=0) >= _LARGE


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.lower() for row in table("countries.tsv") for name in row["names"].split(";"))
