"""Which organisation "the company", "the union" or "it" is."""

from __future__ import annotations

import pytest
from marked_speakers import speakers_of

SAID = '{[O Acme Works]} said "A." [O Bolt Corp] is a rival.\n\n'
MEANT = {
    "the last speaker": (SAID + '{The company} said "B."', "Acme Works"),
    "two paragraphs before": (SAID + 'It rained.\n\n{The company} said "B."', "Acme Works"),
    "it goes on": (SAID + '{It} said "B."', "Acme Works"),
    "and on": (SAID + '{The company} said "B."\n\n{It} said "C."', "Acme Works"),
    "the only one": ('[O Acme Works] has a plan. [P Jo Pine] left.\n\n{The company} said "B."', "Acme Works"),
    "a bank called so": ('{[O Bank of Ouro]} said "A."\n\n{The bank} said "B."', "Bank of Ouro"),
    "a court called so": ('{The [O Supreme Court]} said "A." {The court} said "B."', "Supreme Court"),
    "a newspaper": ('{The [O Ouro Times]} said "A." {The paper} said "B."', "Ouro Times"),
    "a newspaper by the end of its name": ('The [O Ouro Post] wrote.\n\n{The Post} said "B."', "Ouro Post"),
}
NOT_MEANT = {
    "a post is no newspaper": ('The [O Ouro Post] wrote.\n\n{The post} said "B."', "The post"),
    "too far": (SAID + "It rained.\n\nIt snowed.\n\nIt rained.\n\n" + '{The company} said "B."', "The company"),
    "two, and a person spoke last": (SAID + '{[P Jo Pine]} said "A."\n\n{The company} said "B."', "The company"),
    "a ministry is no company": ('{The [O Health Ministry]} said "A."\n\n{The company} said "B."', "The company"),
    "a company is no court": (SAID + '{The court} said "B."', "The court"),
    "another one": (SAID + '{Another company} said "B."', "Another company"),
    "many": (SAID + '{The companies} said "B."', "The companies"),
    "one with a description": (SAID + '{The smaller company} said "B."', "The smaller company"),
    "what is the company's": (SAID + '{The company\'s lawyer} said "B."', "The company's lawyer"),
    "behind somebody whose name may not have been read": (
        '[O Bolt Corp] is a rival. {Acme Works} said "A."\n\n{The company} said "B."',
        "The company",
    ),
}


@pytest.mark.parametrize(("text", "who"), MEANT.values(), ids=MEANT.keys())
def test_a_bare_description_is_the_organisation_that_it_can_only_mean(text: str, who: str) -> None:
    """Who spoke last, or the only one named."""
    assert speakers_of(text)[-1][0] == who


@pytest.mark.parametrize(("text", "who"), NOT_MEANT.values(), ids=NOT_MEANT.keys())
def test_what_may_mean_another_stays_a_description(text: str, who: str) -> None:
    """Better nobody named than the wrong one."""
    assert speakers_of(text)[-1][0] == who
