"""Names become the entities of an article."""

from __future__ import annotations

import pytest
from marked_names import marked

from onrecord.ingest.entities import find_entities


def groups(text: str) -> list[tuple[str, list[str]]]:
    """The entities of a case: the name of each with its mentions in text order."""
    plain, names = marked(text)
    entities, mentions = find_entities(plain, names)
    return [
        (entity.name, [m.span.of(plain) for m in mentions if m.entity == number])
        for number, entity in enumerate(entities)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[P Jane Roe] left. [P Roe] slept.", [("Jane Roe", ["Jane Roe", "Roe"])]),
        ("[P Roe] left before [P Jane Roe].", [("Jane Roe", ["Roe", "Jane Roe"])]),
        ("[P Jane Roe] left. [P Jane] slept.", [("Jane Roe", ["Jane Roe", "Jane"])]),
        ("[P J. Roe], that is [P Jane M. Roe]", [("Jane M. Roe", ["J. Roe", "Jane M. Roe"])]),
        (
            "[P Jane Roe] and [P Tim Roe]: [P Roe]",
            [("Jane Roe", ["Jane Roe"]), ("Tim Roe", ["Tim Roe"]), ("Roe", ["Roe"])],
        ),
        (
            "[P Jane Roe] and [P John Roe]: [P J. Roe]",
            [("Jane Roe", ["Jane Roe"]), ("John Roe", ["John Roe"]), ("J. Roe", ["J. Roe"])],
        ),
        (
            "[P Jane H. Roe] and [P Jane W. Roe]",
            [("Jane H. Roe", ["Jane H. Roe"]), ("Jane W. Roe", ["Jane W. Roe"])],
        ),
        ("[P Bill Roe] is [P William Roe]", [("William Roe", ["Bill Roe", "William Roe"])]),
        ("[P Gov.Jane Roe], [P Roe]", [("Gov.Jane Roe", ["Gov.Jane Roe", "Roe"])]),
        (
            "[P Presiding Judge Jane Roe]; [P Jane Roe]",
            [
                ("Presiding Judge Jane Roe", ["Presiding Judge Jane Roe", "Jane Roe"]),
            ],
        ),
        ("[P wall Jane Roe]; [P Jane Roe]", [("wall Jane Roe", ["wall Jane Roe", "Jane Roe"])]),
        (
            "[P Tim Roe] and his son [P Tim Roe Jr.]: [P Roe] spoke, [P Roe Jr.] slept.",
            [("Tim Roe", ["Tim Roe", "Roe"]), ("Tim Roe Jr.", ["Tim Roe Jr.", "Roe Jr."])],
        ),
        ("[P Tim Roe Jr.] spoke. [P Roe] slept.", [("Tim Roe Jr.", ["Tim Roe Jr.", "Roe"])]),
        (
            "[P Jane Roe] left. [P Roe] slept. [P Roe]’s husband, [P Tim Roe], and [P Roe]",
            [("Jane Roe", ["Jane Roe", "Roe", "Roe", "Roe"]), ("Tim Roe", ["Tim Roe"])],
        ),
        (
            "[P Jane Roe] left. [P Roe] slept beside her son Dr. [P Tim Roe].",
            [("Jane Roe", ["Jane Roe", "Roe"]), ("Tim Roe", ["Tim Roe"])],
        ),
        (
            "[P Jane Roe] left with her husband, [P Tim Roe]. [P Roe] slept.",
            [("Jane Roe", ["Jane Roe"]), ("Tim Roe", ["Tim Roe"]), ("Roe", ["Roe"])],
        ),
        (
            "[P Jane Roe] left. [P Roe] slept. [P Tim Roe] waited.",
            [("Jane Roe", ["Jane Roe"]), ("Roe", ["Roe"]), ("Tim Roe", ["Tim Roe"])],
        ),
        (
            "[P Roe] left. [P Jane Roe] slept. Her husband, [P Tim Roe], waited.",
            [("Roe", ["Roe"]), ("Jane Roe", ["Jane Roe"]), ("Tim Roe", ["Tim Roe"])],
        ),
        ("[P Ms. Roe] and [P Ann Roe’s]", [("Ann Roe’s", ["Ms. Roe", "Ann Roe’s"])]),
    ],
)
def test_people_are_joined_by_surname_only_where_nobody_shares_it(text: str, expected: object) -> None:
    """A surname or first name goes to the one person who bears it; where two do, it stays apart."""
    assert groups(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[O Dawn Front] ([O DF]) and [O DF]", [("Dawn Front", ["Dawn Front", "DF", "DF"])]),
        ("[O Bureau of Maps] said. [O BM] denied.", [("Bureau of Maps", ["Bureau of Maps", "BM"])]),
        ("[O Acme Corp.] and [O Acme]", [("Acme Corp.", ["Acme Corp.", "Acme"])]),
        ("[O United Nations] spoke. [O UN] denied.", [("United Nations", ["United Nations", "UN"])]),
        (
            "[O Union of Nurses] ([O UN]); [O United Nations]",
            [
                ("Union of Nurses", ["Union of Nurses", "UN"]),
                ("United Nations", ["United Nations"]),
            ],
        ),
        ("[W Gull Design Kit], or [W GDK]", [("Gull Design Kit", ["Gull Design Kit", "GDK"])]),
        (
            "[O Dawn Front] and [O Deep Forest]: [O DF]",
            [("Dawn Front", ["Dawn Front"]), ("Deep Forest", ["Deep Forest"]), ("DF", ["DF"])],
        ),
    ],
)
def test_an_acronym_goes_to_the_one_organisation_that_it_stands_for(text: str, expected: object) -> None:
    """A bracket or the initials say what an acronym stands for; two possible readings leave it alone."""
    assert groups(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[O Brook Lark] said. [O Brook] denied.", [("Brook Lark", ["Brook Lark", "Brook"])]),
        ("the [O Aldermoor Gulls]; the [O Gulls]", [("Aldermoor Gulls", ["Aldermoor Gulls", "Gulls"])]),
        ("the [O Church of the Tide]; the [O Church]", [("Church of the Tide", ["Church of the Tide", "Church"])]),
        ("the [O US Air Force], the [O United States Air Force], the [O Air Force]", [
            ("United States Air Force", ["US Air Force", "United States Air Force", "Air Force"]),
        ]),
        ("the [F Hope Clinic in Aldermoor]; [F Hope Clinic]", [
            ("Hope Clinic in Aldermoor", ["Hope Clinic in Aldermoor", "Hope Clinic"]),
        ]),
        ("[O Church of Tidology], [O Tidology]", [("Church of Tidology", ["Church of Tidology", "Tidology"])]),
        ("The [O Ouro Post] said. The [O Post] denied.", [("Ouro Post", ["Ouro Post", "Post"])]),
        ("The [O Ouro Post], the [O Leeds Post], the [O Post]", [
            ("Ouro Post", ["Ouro Post"]), ("Leeds Post", ["Leeds Post"]), ("Post", ["Post"])]),
        ("[O Wall Street] and the [O Wall Street Journal]", [
            ("Wall Street", ["Wall Street"]), ("Wall Street Journal", ["Wall Street Journal"])]),
        ("[O Bank of England], [O England]", [("Bank of England", ["Bank of England"]), ("England", ["England"])]),
        ("[O City Attorney's Office], [O City Attorney]", [
            ("City Attorney's Office", ["City Attorney's Office", "City Attorney"]),
        ]),
        ("[W 70 Gull], [W Gull]", [("70 Gull", ["70 Gull", "Gull"])]),
        ("[W 24 G70s], [W G70]", [("24 G70s", ["24 G70s"]), ("G70", ["G70"])]),
        ("[O Kansas City] beat the [O Giants]; the [O Chiefs]", [
            ("Kansas City", ["Kansas City", "Chiefs"]), ("Giants", ["Giants"]),
        ]),
        ("[F Hope Clinic], [F At Hope Clinic]", [("At Hope Clinic", ["Hope Clinic", "At Hope Clinic"])]),
        ("[F Hope Center], [F Hope Centre in Leeds]", [
            ("Hope Centre in Leeds", ["Hope Center", "Hope Centre in Leeds"]),
        ]),
        ("[O Acme] and its [O Acme G70]", [("Acme", ["Acme"]), ("Acme G70", ["Acme G70"])]),
        ("[O Acme] and the [O Acme Foundation]", [("Acme", ["Acme"]), ("Acme Foundation", ["Acme Foundation"])]),
        ("[O Acme] and [O Acme and Brook]", [("Acme", ["Acme"]), ("Acme and Brook", ["Acme and Brook"])]),
        ("[O Acme] and [O Acme, Brook]", [("Acme", ["Acme"]), ("Acme, Brook", ["Acme, Brook"])]),
        ("[O France] and [O France Telecom]", [("France", ["France"]), ("France Telecom", ["France Telecom"])]),
        ("[O House], [O House Democrats]", [("House", ["House"]), ("House Democrats", ["House Democrats"])]),
        ("the [O Gulls], [O Hill Gulls], [O Bay Gulls]", [
            ("Gulls", ["Gulls"]), ("Hill Gulls", ["Hill Gulls"]), ("Bay Gulls", ["Bay Gulls"]),
        ]),
    ],
)  # fmt: skip
def test_a_short_form_goes_to_the_one_name_that_it_shortens(text: str, expected: object) -> None:
    """Northrop is Northrop Grumman; a name that begins or ends another organisation's name is not short for it."""
    assert groups(text) == expected


@pytest.mark.parametrize(
    ("text", "names", "codes"),
    [
        ("the [L US], [L U.S.] and [L United States]", ["United States"], ["US"]),
        ("[L Britain] or the [L UK]", ["United Kingdom"], ["GB"]),
        ("[L Niger] and [L Nigeria]", ["Niger", "Nigeria"], ["NE", "NG"]),
        ("[G Nigerien] and [G Nigerian]", ["Nigerien", "Nigerian"], ["NE", "NG"]),
        ("[G Russian] and [G Russians], [G Russian], in [L Russia]", ["Russian", "Russia"], ["RU", "RU"]),
        ("[L Georgia]", ["Georgia"], [None]),
        ("[L Georgia] and the [G Georgians]", ["Georgia", "Georgians"], ["GE", "GE"]),
        ("[L Springfield]", ["Springfield"], [None]),
        ("[L Côte d’Ivoire], [L Ivory Coast]", ["Ivory Coast"], ["CI"]),
    ],
)
def test_countries_and_their_people_carry_the_iso_code(text: str, names: list[str], codes: list[str | None]) -> None:
    """All names of a country are one place; its people are a group of their own that points to it."""
    plain, found = marked(text)
    entities, _ = find_entities(plain, found)
    assert [entity.name for entity in entities] == names
    assert [entity.country for entity in entities] == codes


def test_numbered_places_stay_apart() -> None:
    """Base 101 and Base 201 are two, however alike."""
    assert [name for name, _ in groups("[F Base 101] and [F Base 201]")] == ["Base 101", "Base 201"]


def test_the_same_name_of_two_types_is_two_entities() -> None:
    """A company and a river of one name are never joined."""
    assert len(groups("[O Amazon] by the [L Amazon]")) == 2


def test_names_are_listed_most_used_first() -> None:
    """Every name an entity goes by is kept with its count."""
    plain, names = marked("[P Jane Roe], [P Roe], [P Roe]")
    entities, _ = find_entities(plain, names)
    assert entities[0].names == (("Roe", 2), ("Jane Roe", 1))
