"""Acronyms that everybody knows, from data/reference/acronyms.tsv: UN is the United Nations wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.ingest.forms import folded, organisation_core
from onrecord.ingest.reference import table


def spelt_out(form: str) -> str:
    """What a well-known acronym stands for, or the name itself.

    In: a folded name without legal form. Out: the same.

    >>> spelt_out("un")
    'united nations'
    """
    return _acronyms().get(form, form)


@cache
def _acronyms() -> Mapping[str, str]:
    return {folded(row["acronym"]): organisation_core(row["name"]) for row in table("acronyms.tsv")}
