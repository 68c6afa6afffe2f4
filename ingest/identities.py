"""Which entity of the world something is: what one article says, what many say together, and what was made of it.

Frozen records, as in ``records``. An entity's key is made from content: the same on every machine, whatever the order
in which articles came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from onrecord.ingest.records import Analysis, EntityType

BY_NAME = "It goes by this name."
ALONE = "The name alone does not tell who it is, and no other article does."


@dataclass(frozen=True, slots=True)
class Identity:
    """What an article's entity is taken for while no other article is looked at.

    ``form``: the folded name it is compared by. ``name_key``: stable, made from type and form; the same in all
    articles. ``local_key``: made from form and article. ``is_short``: the name does not tell who it is (a bare
    surname), so that it is one entity with its ``local_key`` until more is known. ``aliases``: folded names the article
    uses for it besides.
    """

    form: str
    name_key: str
    local_key: str
    is_short: bool
    aliases: tuple[str, ...] = ()
    geonames_id: int | None = None
    wikidata_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None

    @property
    def key(self) -> str:
        """The key of the entity it is until other articles say more."""
        return self.local_key if self.is_short else self.name_key

    @property
    def reason(self) -> str:
        """Why it is that entity until then."""
        return ALONE if self.is_short else BY_NAME


@dataclass(frozen=True, slots=True)
class Typed:
    """A full name under one type. ``key``: its ``name_key``; ``articles``: how many take it for that."""

    type: EntityType
    key: str
    articles: int


@dataclass(frozen=True, slots=True)
class Form:
    """A name that tells who it is, over all articles. ``key``: its ``name_key``.

    ``before``: the key of the entity it was taken for when names were last compared; None for a name that is new.
    ``added``: how many articles came with it since. ``types``: the same name under all types, where it has several.
    """

    form: str
    key: str
    before: str | None
    added: int
    types: tuple[Typed, ...] = ()


class Named(NamedTuple):
    """Somebody or something that an article names: type and folded name."""

    type: str
    form: str


@dataclass(frozen=True, slots=True)
class Company:
    """Whom a name is named with.

    ``names``: all that stand in its articles. ``constant``: those in most of them. ``called``: how they are written.
    """

    names: frozenset[Named]
    constant: frozenset[Named]
    called: Mapping[Named, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Short:
    """An entity of one article whose name does not tell who it is.

    ``key``: its ``local_key``. ``company``: the names that stand in the same article. ``called``: how it writes them.
    ``sex``: what Mr or Mrs tells, or empty. ``has_rival``: both Mr and Mrs of that surname are in the article.
    """

    form: str
    key: str
    company: frozenset[Named]
    called: Mapping[Named, str] = field(default_factory=dict)
    sex: str = ""
    has_rival: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """Names of one type that may be one entity: people of one surname, or an organisation and its short names.

    A name that has several types is a family by itself where nothing else is tied to it.
    ``aliases``: alias, form and the number of articles that use both for one entity; a surname is an alias.
    ``is_afresh``: all is decided anew, whatever was decided before: people have a say in it.
    """

    type: EntityType
    forms: tuple[Form, ...]
    aliases: tuple[tuple[str, str, int], ...]
    is_afresh: bool


class Evidence(Protocol):
    """What articles tell about the names of a family: read when asked for, from a bounded number of articles a name."""

    def written(self, form: str) -> str:
        """The name as an article writes it, at its fullest."""

    def company(self, form: str) -> Company:
        """Whom the name is named with; nobody, for a name that stands in no article."""

    def company_of(self, form: str, name: Typed) -> Company:
        """Whom a name is named with under another type."""

    def changed(self, form: str) -> frozenset[Named] | None:
        """Who came into its company or left it since names were last compared; None where it is also written anew."""

    def shorts(self, surname: str, beside: frozenset[Named] | None) -> Iterable[Short]:
        """The articles that give this surname only: the new ones, and of the others those that name one of ``beside``.

        None: all of them.
        """


@dataclass(frozen=True, slots=True)
class Joined:
    """Which entity a form or short name is. ``key``: of the form or short; ``entity``: the key of the entity.

    That may be the key of a name of another family (of another type), which tells where both go.
    ``reason``: a sentence a reader of the page understands. ``score``: 0 to 1, how sure.
    """

    key: str
    entity: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Resolved:
    """An analysis with its place in the corpus.

    ``identities`` runs parallel to the entities, ``statements`` to the quotes: the key of the utterance, or None for
    words that are too few or not verbatim.
    """

    analysis: Analysis
    identities: tuple[Identity, ...]
    statements: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about entities.

    ``kind``: same, different, rename, type or link. ``entity``: its key. ``other``: for same and different, the other
    key. ``value``: for rename and type, the name or type; for link, an item of Wikidata (Q42) or an address.
    ``by``, ``at`` (UTC, ISO 8601), ``why``: who, when and why.
    ``undone_at``: when it was taken back, or None while it holds.
    """

    kind: str
    entity: str
    other: str | None
    value: str | None
    by: str
    at: str
    why: str
    undone_at: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entities, or an entity and a part of it, that are worth a look.

    ``question``: what the program did and why. ``quotes``: how many quotes would change their speaker. ``kind``: the
    decision that would change it, same or different. ``score``: how sure the program was, where it joined them.
    """

    kind: str
    entity: str
    name: str
    other: str
    other_name: str
    quotes: int
    question: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Linkable:
    """An entity that may be looked up elsewhere.

    ``names``: its full names as articles write them. ``links``: those that hold, as ``Decision.value``;
    ``taken_back``: those that people took back.
    """

    key: str
    name: str
    type: str
    names: tuple[str, ...]
    quotes: int
    links: tuple[str, ...] = ()
    taken_back: tuple[str, ...] = ()


def end_of(to: Mapping[str, str], key: str) -> str:
    """Where a chain of keys leads; of those that lead to each other, the first in order.

    >>> end_of({"c": "b", "b": "a"}, "c"), end_of({"a": "c", "c": "b", "b": "c"}, "a")
    ('a', 'b')
    """
    path = [key]
    while path[-1] in to:
        if (target := to[path[-1]]) in path:
            return min(path[path.index(target) :])
        path.append(target)
    return path[-1]
