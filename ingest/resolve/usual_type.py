"""Names that articles take for things of several types: what most of them say holds, where it is plainly one thing.

The reader sees one article at a time, and calls an armed group an organisation in one and a group in the next, or
somebody behind a headline a place. People are never taken for anything else: that would put their words into the mouth
of an organisation.
"""

from __future__ import annotations

from onrecord.ingest.identities import Evidence, Form, Joined
from onrecord.ingest.resolve.identity import name_key
from onrecord.ingest.resolve.surnames import LEAST, PROMINENT, listed, weight

# What newspapers themselves call now one and now the other; in doubt, the first.
_KIN = ("organisation", "group", "facility")
_ORDER = ("person", *_KIN, "place", "event")


def of_usual_type(form: Form, evidence: Evidence) -> Joined | None:
    """The same name under the type that most articles give it, or None where it stays what it is.

    An organisation, group or facility is what more articles say; anything else needs five times as many, and shared
    company. In: the form; ``evidence`` tells about its family.
    Unsure: None. Apart are places known by a number (Kansas City is no team), and works, which often have their maker's
    name (an Airbus).
    """
    able = [one for one in form.types if one.type in _ORDER and one.key == name_key(one.type, form.form)]
    own = next((typed for typed in able if typed.key == form.key), None)
    if own is None or own.type == "person":
        return None
    usual = max(able, key=lambda typed: (typed.articles, -_ORDER.index(typed.type)))
    if usual == own:
        return None
    if own.type in _KIN and usual.type in _KIN:
        reason = f"Most articles take “{evidence.written(form.form)}” for {_a(usual.type)}."
        return Joined(form.key, usual.key, reason, 0.9)
    company = evidence.company(form.form)
    shared = company.names & evidence.company_of(form.form, usual).names
    if usual.articles < PROMINENT * own.articles or weight(shared) < LEAST:
        return None
    whom = listed(shared, company.called)
    written = evidence.written(form.form)
    reason = f"Nearly all articles take “{written}” for {_a(usual.type)}, and name the same beside: {whom}."
    return Joined(form.key, usual.key, reason, 0.85)


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
