"""Which of a family is meant: Mr and Mrs, Sen. and Rep., relatives."""

from __future__ import annotations

import pytest
from marked_names import marked

from onrecord.ingest.entities import find_entities


def taken_for(text: str) -> list[str]:
    """For every naming of a person the number of the entity, behind its name: [P Jane Roe] is a person's name."""
    entities, mentions = find_entities(*marked(text))
    people = [m.entity for m in mentions if m.type == "person"]
    numbers = {entity: str(number) for number, entity in enumerate(dict.fromkeys(people), 1)}
    return [f"{entities[entity].name} {numbers[entity]}" for entity in people]


COUPLE = "[P Quin Roe] and his wife, [P Zoe Ann Roe], left."
CASES = {
    "Mr is the husband": (f"{COUPLE} Mr [P Roe] slept.", ["Quin Roe 1", "Zoe Ann Roe 2", "Quin Roe 1"]),
    "Mrs is the wife": (f"{COUPLE} Mrs [P Roe] slept.", ["Quin Roe 1", "Zoe Ann Roe 2", "Zoe Ann Roe 2"]),
    "the surname alone is nobody's": (f"{COUPLE} [P Roe] slept.", ["Quin Roe 1", "Zoe Ann Roe 2", "Roe 3"]),
    "Mr and Mrs together are nobody": (
        f"{COUPLE} Mr and Mrs [P Roe] slept.",
        ["Quin Roe 1", "Zoe Ann Roe 2", "Roe 3"],
    ),
    "Mr and Mrs together are not the one who is named": (
        "[P Quin Roe] left. Mr. and Mrs. [P Roe] slept.",
        ["Quin Roe 1", "Roe 2"],
    ),
    "who is Mr tells who is Mrs, whichever comes first": (
        "[P Quin Roe] and the wife, [P Zoe Roe], left. Mrs [P Roe] slept. Mr [P Roe] woke.",
        ["Quin Roe 1", "Zoe Roe 2", "Zoe Roe 2", "Quin Roe 1"],
    ),
    "she who may be either, though one went by the surname first": (
        "[P Quin Roe] left. [P Roe] met the wife, [P Zoe Roe]. Ms [P Roe] slept.",
        ["Quin Roe 1", "Quin Roe 1", "Zoe Roe 2", "Ms Roe 3"],
    ),
    "neither, where the one that comes first comes less often": (
        "[P Quin Roe] left with Mrs [P Roe]. Mr [P Roe] slept. Mr [P Roe] woke.",
        ["Quin Roe 1", "Mrs Roe 2", "Mr Roe 3", "Mr Roe 3"],
    ),
    "whose husband it is tells she": (
        "[P Quin Roe] wrote of her husband, Rep. [P Zed Roe]. Mr. [P Roe] slept. Ms. [P Roe] left.",
        ["Quin Roe 1", "Zed Roe 2", "Zed Roe 2", "Quin Roe 1"],
    ),
    "whose sister is named with her tells of the one before": (
        "[P Quin Roe] met her sister, [P Zed Roe]. Mr. [P Roe] slept.",
        ["Quin Roe 1", "Zed Roe 2", "Mr. Roe 3"],
    ),
    "unless the first name tells that it was somebody else": (
        "[P Mark Roe] met Ann Poe and her brother, [P Zed Roe]. Mr. [P Roe] slept. Ms. [P Roe] left.",
        ["Mark Roe 1", "Zed Roe 2", "Mr. Roe 3", "Ms. Roe 4"],
    ),
    "a relative behind the name": (
        "[P Quin Roe], her son, met [P Anna Roe]. Mr. [P Roe] slept.",
        ["Quin Roe 1", "Anna Roe 2", "Quin Roe 1"],
    ),
    "whom we miss may be anybody": (
        "[P Quin Roe] met his brother, [P Zed Roe]. Now we miss [P Roe].",
        ["Quin Roe 1", "Zed Roe 2", "Roe 3"],
    ),
    "first names tell": (
        "[P Anna Roe] met [P Mark Roe]. Ms [P Roe] left. Mr [P Roe] slept.",
        ["Anna Roe 1", "Mark Roe 2", "Anna Roe 1", "Mark Roe 2"],
    ),
    "the article tells better than the first name": (
        "Mr [P Anna Roe] met [P Jane Poe]. Mr [P Roe] left.",
        ["Anna Roe 1", "Jane Poe 2", "Anna Roe 1"],
    ),
    "Mr is no woman": ("[P Anna Roe] spoke. Mr [P Roe] slept.", ["Anna Roe 1", "Mr Roe 2"]),
    "of two women Mrs is either": (
        "[P Anna Roe] met [P Jane Roe]. Mrs [P Roe] left.",
        ["Anna Roe 1", "Jane Roe 2", "Mrs Roe 3"],
    ),
    "she who may be either, where one is told": (
        "[P Quin Roe] met the wife [P Zoe Roe]. Ms [P Roe] left.",
        ["Quin Roe 1", "Zoe Roe 2", "Ms Roe 3"],
    ),
    "Mr and Mrs are two where nobody is named in full": (
        "Mr [P Roe] left. Mrs [P Roe] slept. Mr [P Roe] woke.",
        ["Mr Roe 1", "Mrs Roe 2", "Mr Roe 1"],
    ),
    "Mr and Roe are one where nobody is Mrs": ("Mr [P Roe] left. [P Roe] slept.", ["Mr Roe 1", "Mr Roe 1"]),
    "Ms and Mrs are one": (
        "[P Quin Roe] left. Ms [P Roe] slept. Mrs [P Roe] woke.",
        ["Quin Roe 1", "Quin Roe 1", "Quin Roe 1"],
    ),
    "who comes first and more often is the one named": (
        "[P Quin Roe] left. Mr [P Roe] slept. Mr [P Roe] woke beside Mrs [P Roe].",
        ["Quin Roe 1", "Quin Roe 1", "Quin Roe 1", "Mrs Roe 2"],
    ),
    "neither, where they come as often": (
        "[P Quin Roe] left. Mr [P Roe] slept beside Mrs [P Roe].",
        ["Quin Roe 1", "Mr Roe 2", "Mrs Roe 3"],
    ),
    "the senator is who was called so": (
        "Sen. [P Quin Roe] met Rep. [P Zed Roe]. Sen. [P Roe] left. Rep. [P Roe] slept.",
        ["Quin Roe 1", "Zed Roe 2", "Quin Roe 1", "Zed Roe 2"],
    ),
    "any title of one of two": (
        "Judge [P Quin Roe] met [P Zed Roe]. Judge [P Roe] left. [P Roe] slept.",
        ["Quin Roe 1", "Zed Roe 2", "Quin Roe 1", "Roe 3"],
    ),
    "titles of one person do not part": (
        "[P Quin Roe] left. President [P Roe] slept. Mr. [P Roe] woke. Senator [P Roe] rose.",
        ["Quin Roe 1", "Quin Roe 1", "Quin Roe 1", "Quin Roe 1"],
    ),
    "a senator is no representative": ("Sen. [P Quin Roe] met Rep. [P Roe].", ["Quin Roe 1", "Roe 2"]),
    "a vice president is not the president": (
        "President [P Quin Roe] met [P Zed Roe]. Vice President [P Roe] left.",
        ["Quin Roe 1", "Zed Roe 2", "Roe 3"],
    ),
    "an organisation behind a title is a person": (
        "Sen. [P Quin Roe] met [P Zed Poe]. [O Sen. Roe] left.",
        ["Quin Roe 1", "Zed Poe 2", "Quin Roe 1"],
    ),
    "a surname behind a title that was missed": ("[P Quin Roe] left. Sen. Roe slept.", ["Quin Roe 1", "Quin Roe 1"]),
    "no longer name": ("[P Quin Roe] left. The [O Rep. Roe Fund] slept. Rep. Roe Poe.", ["Quin Roe 1"]),
    "no surname of nobody": ("[P Quin Roe] left. Sen. Poe slept.", ["Quin Roe 1"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_a_title_tells_namesakes_apart(text: str, expected: list[str]) -> None:
    """Mr is the man of a surname, Sen. the one called so; where that could be two, it is neither."""
    assert taken_for(text) == expected


OBITUARY = "[P Al Roe] dies.\n[P Al Roe] has died, "
KIN = {
    "a daughter told of before her name": (
        f"{OBITUARY}his daughter said. [P Zoe Roe] wept. [P Roe] wrote plays.",
        ["Al Roe 1", "Al Roe 1", "Zoe Roe 2", "Al Roe 1"],
    ),
    "a daughter told of behind her name": (
        f"{OBITUARY}it was said. [P Zoe Roe], his only daughter, wept. [P Roe] wrote plays.",
        ["Al Roe 1", "Al Roe 1", "Zoe Roe 2", "Al Roe 1"],
    ),
    "a daughter with a name of her own is another": (
        f"{OBITUARY}his daughter Ann said. [P Zoe Roe] wept. [P Roe] wrote plays.",
        ["Al Roe 1", "Al Roe 1", "Zoe Roe 2", "Roe 3"],
    ),
    "no relative": (
        f"{OBITUARY}it was said. [P Zoe Roe] wept. [P Roe] wrote plays.",
        ["Al Roe 1", "Al Roe 1", "Zoe Roe 2", "Roe 3"],
    ),
    "named no oftener than the relative": (
        "[P Al Roe] has died, his daughter said. [P Zoe Roe] wept. [P Roe] wrote plays.",
        ["Al Roe 1", "Zoe Roe 2", "Roe 3"],
    ),
    "a daughter long before": (
        f"{OBITUARY}his daughter said. {'It rained. ' * 40}[P Zoe Roe] wept. [P Roe] wrote plays.",
        ["Al Roe 1", "Al Roe 1", "Zoe Roe 2", "Roe 3"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), KIN.values(), ids=KIN.keys())
def test_a_surname_is_whose_relatives_the_others_are(text: str, expected: list[str]) -> None:
    """In a story about one person a relative does not take the surname, if the article says that it is one."""
    assert taken_for(text) == expected
