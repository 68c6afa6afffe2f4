"""The forms of an English verb or noun: enough to meet every cue of the reference list as newspapers write it.

Forms are made from the listed word, never guessed back from the text, so that no word is taken for another's form.
Source: Quirk et al., A Comprehensive Grammar of the English Language (1985), sections 3.5-3.20 (verbs), 5.79-5.81.
"""

from __future__ import annotations

# Past tense and participle of the irregular verbs that stand in the list.
_IRREGULAR = {
    "begin": "began begun",
    "bet": "bet",
    "break": "broke broken",
    "bring": "brought",
    "cast": "cast",
    "choose": "chose chosen",
    "come": "came",
    "dream": "dreamt",
    "feel": "felt",
    "fight": "fought",
    "find": "found",
    "forbid": "forbade forbidden",
    "forecast": "forecast",
    "foresee": "foresaw foreseen",
    "forget": "forgot forgotten",
    "give": "gave given",
    "go": "went gone goes",
    "hear": "heard",
    "hit": "hit",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "lay": "laid",
    "learn": "learnt",
    "leave": "left",
    "let": "let",
    "lie": "lying",
    "make": "made",
    "mean": "meant",
    "mistake": "mistook mistaken",
    "pay": "paid",
    "plead": "pled",
    "prove": "proven",
    "put": "put",
    "read": "read",
    "say": "said",
    "see": "saw seen",
    "seek": "sought",
    "set": "set",
    "shed": "shed",
    "shoot": "shot",
    "show": "shown",
    "sing": "sang sung",
    "speak": "spoke spoken",
    "stand": "stood",
    "stick": "stuck",
    "strike": "struck",
    "swear": "swore sworn",
    "take": "took taken",
    "tell": "told",
    "think": "thought",
    "throw": "threw thrown",
    "understand": "understood",
    "undertake": "undertook undertaken",
    "upset": "upset",
    "withhold": "withheld",
    "write": "wrote written",
}
_BE = frozenset("be is are was were been being am".split())
_VOWELS = "aeiou"


def forms(word: str) -> frozenset[str]:
    """Every form of a listed word, the word itself among them.

    In: one word in lower case, a verb in its plain form or a noun in the singular. Out: its endings in -s, -ed and
    -ing, the irregular ones too. A final consonant is doubled and left single alike: labelled, labeled.
    Unsure: forms nobody writes come out as well ("warninged"); they meet nothing and do no harm.
    """
    if word == "be":
        return _BE
    stem = word.removesuffix("e")
    made = {word, word + "s", stem + "ed", stem + "ing"}
    if word.endswith(("s", "x", "z", "ch", "sh")):
        made.add(word + "es")
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        made |= {word[:-1] + "ies", word[:-1] + "ied"}
    if _ends_short(word.replace("qu", "q")):
        made |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    if word.endswith("ee"):
        made.add(word + "ing")
    if word.endswith("ic"):
        made |= {word + "ked", word + "king"}
    return frozenset(made.union(_IRREGULAR.get(word, "").split()))


def _ends_short(word: str) -> bool:
    """True where one vowel and one consonant end the word, so that the consonant may be doubled: plan, quip, admit."""
    return word[-1:] not in f"{_VOWELS}wxy" and word[-2:-1] in _VOWELS and word[-3:-2] not in _VOWELS
