"""Who wrote it: the people in a byline, in order; papers, agencies, desks, roles and places are no people.

Unsure means no author: a single word ("Reuters", "Madonna") and a name that may be an outlet's are left out, and the
byline itself is kept as written.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord.ingest.segment.byline_forms import plain_form

_LONGEST: Final = 1000  # characters of a byline that are looked at
_SEPARATOR = re.compile(
    r"\s*[;|,、/\n()\[\]•·]\s*(?:(?:and|AND|&|und|et|y)\s+)?|\s+[-–—+]+\s+|\s+(?:and|AND|&|with|und|et|y)\s+"
)
_PLACED = re.compile(r"\s+(?:in|for|at|of|from|IN|FOR|AT|OF|FROM)\s")
_GENERATION = re.compile(r",\s*((?:Jr|Sr)\.?|II|III|IV)(?=\s*(?:[,;|(]|and\b|$))")
# The name of a paper or agency that follows without a sign: "Jane Doe The Canadian Press".
_THE_OUTLET = re.compile(r"\s+(?=The\s+[A-Z])")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*")
# A particle that has grown together with the name: d'Emilio, al-Sadr.
_GROWN = re.compile(
    r"(?:d|l|o|dell|dall|all)['’][^\W\d_a-z][^\W\d_]*|(?:al|el|as|ar|an|ad|ash|at|az|ul|bin|ben)-[^\W\d_a-z][^\W\d_]*"
)
# Two or three Chinese signs, the first of them one of the commonest family names; a paper's last sign says what it is.
_CHINESE = re.compile(
    "[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡林郭何高罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧蕭蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鐘崔汪范谭譚廖]"
    "[\u4e00-\u9fff]{0,1}[\u4e00-\u9fff](?<![报報社网網刊台臺部组組团團室处處局会會院])"
)

_PARTICLES: Final = frozenset(
    "de da di del della der den des do dos das du van von bin bint ibn al el la le ter ten zu zur y e abu ben".split()
)
# A line or a part that begins so is a phrase: "By Popular Demand", "By The Numbers".
_NO_FIRST_NAMES: Final = frozenset(
    "a an the this that these those his her its their our my your he she it they we i all any most some no now then "
    "today tomorrow contrast comparison design law default accident popular chance order monday tuesday wednesday "
    "thursday friday saturday sunday january february march july september october november december der die "
    "das".split()
)
# Where one of these stands a name is over: "Jane Doe Staff Writer" is Jane Doe.
_AGENCIES: Final = frozenset(
    "reuters ap afp upi dpa xinhua tass interfax yonhap kyodo ani pti ians ansa efe bloomberg cnn bbc npr pbs nbc cbs "
    "msnbc cnbc keystone-sda belga ritzau".split()
)
_POSTS: Final = frozenset(
    "staff writer writers reporter reporters correspondent correspondents editor editors columnist contributor "
    "contributors producer analyst biographer".split()
)
_ROLES: Final = _POSTS | frozenset(
    "special senior chief associated political foreign national diplomatic business science health sports guest "
    "contributing".split()
)
# With one of these it is no person's name.
_OUTLET_WORDS: Final = frozenset(
    "news times post press agency agence agencies ria anadolu abc fox sky jazeera welle monde spiegel figaro desk "
    "bureau team newsroom board editorial magazine journal tribune herald guardian telegraph gazette chronicle "
    "observer examiner inquirer standard dispatch globe sun star network media service services today daily weekly "
    "online radio tv television channel digital wire newswire association university institute college center centre "
    "foundation company corporation inc llc ltd gmbh group admin administrator redaktion redacción rédaction "
    "department ministry office agentur agenzia agencia presse nachrichten zeitung verlag allgemeine blatt".split()
)
_OUTLET: Final = _OUTLET_WORDS | _AGENCIES
_PLACE_STARTS: Final = frozenset("new los las san santa hong st saint north south east west united".split())


def people_in(byline: str) -> tuple[str, ...]:
    """The people a byline names, in order, each once.

    ``"By Jane Doe and John Roe, Reuters"`` -> ``("Jane Doe", "John Roe")``.
    In: a byline with or without its "By"; several authors may be parted by "; " as metadata do.
    Unsure: left out are names of one word, of an outlet or a desk, and (after the first) of a place or a post.
    """
    words = plain_form(byline.strip()[:_LONGEST])
    people: dict[str, None] = {}
    for place, part in enumerate(parts_of(words)):
        person = person_in(part)
        if person and not (place and (_is_place(person) or has_role(part))):
            people[person] = None
    return tuple(people)


def parts_of(words: str) -> tuple[str, ...]:
    """The names and affiliations that a byline strings together, in order."""
    parts = (part.strip(' "“”') for part in _SEPARATOR.split(_GENERATION.sub(r" \1", words)))
    return tuple(part for part in parts if part)


def person_in(part: str) -> str | None:
    """The person's name that a part of a byline begins with, or None."""
    if _CHINESE.fullmatch(part):
        return part
    part = _PLACED.split(part, maxsplit=1)[0]
    named, *outlet = _THE_OUTLET.split(part, maxsplit=1)
    words = (named if outlet and has_outlet_word(outlet[0]) else part).split()
    over = (at for at, word in enumerate(words) if word[0] == "@" or word.lower() in _AGENCIES | _ROLES)
    name = words[: next(over, len(words))]
    if not 2 <= len(name) <= 5 or not may_lead(name[0]) or has_outlet_word(" ".join(name)):
        return None
    if not all(_is_name_word(word) for word in name) or sum(_is_capital(word) for word in name) < 2:
        return None
    return " ".join(name)


def may_lead(word: str) -> bool:
    """True for a word that may begin a name."""
    return word[0].isupper() and word.lower() not in _NO_FIRST_NAMES and not word.endswith(("'s", "’s"))


def has_outlet_word(words: str) -> bool:
    """True for words that name a paper, an agency, a desk or another body."""
    return any(_is_outlet_word(word.strip(".,'’").lower()) for word in words.split())


def _is_outlet_word(word: str) -> bool:
    return word in _OUTLET or word.rpartition("-")[2] in _OUTLET


def is_post(words: str) -> bool:
    """True for a post without a name: "Our Correspondent", "Star Staff"."""
    return words[0].isupper() and words.rsplit(maxsplit=1)[-1].lower() in _POSTS


def has_role(words: str) -> bool:
    """True for words that say what somebody is: a writer, a chief correspondent."""
    return any(word.lower() in _ROLES for word in words.split())


def _is_name_word(word: str) -> bool:
    is_shaped = _NAME_WORD.fullmatch(word) is not None and not word.endswith(("'s", "’s"))
    return is_shaped and (_is_capital(word) or word.lower() in _PARTICLES)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or _GROWN.fullmatch(word) is not None


def _is_place(words: str) -> bool:
    return words.split(maxsplit=1)[0].strip(".").lower() in _PLACE_STARTS
