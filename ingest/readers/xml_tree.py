"""XML as a tree, for files from anywhere: no entities of its own, no DTD fetched, no network, no endless depth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree

from onrecord.ingest.readers.reader import finding
from onrecord.ingest.records import Finding

# What lxml calls its elements has no public name and no types.
Element: TypeAlias = Any


def xml_tree(path: str, data: bytes) -> Element | Finding:
    """The root of an XML file, or why it cannot be had.

    Unsure: a document type without entities (NITF names one) is passed over, never fetched.
    """
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data.lstrip(b" \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        why = " ".join(str(error).split())[:160]
        return finding("xml-broken", path, f"XML that cannot be read ({why})", "well-formed XML", "correct it")
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        return finding("xml-entities", path, "XML that declares entities", "XML without", "save it without its DOCTYPE")
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace, in lower case: agencies differ in both."""
    return str(etree.QName(element).localname).lower()


def below(element: Element, *names: str) -> Iterator[Element]:
    """All elements below one that have one of these local names (in lower case), in document order."""
    wanted = frozenset(names)
    return (one for one in element.iterdescendants(etree.Element) if local(one) in wanted)


def first_below(element: Element, *names: str) -> Element | None:
    """The first such element, or None."""
    return next(below(element, *names), None)


def words(element: Element | None) -> str:
    """The text of an element and all below it, white space folded; empty for None."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def first_words(element: Element, *names: str) -> str:
    """The text of the first element below with one of these names that has some."""
    return next((str(said) for one in below(element, *names) if (said := words(one))), "")


def first_spaced(element: Element, *names: str) -> str:
    """As ``first_words``, with blanks between the texts of elements inside: <person> and <byttl> stand side by side."""
    found = (" ".join(" ".join(map(str, one.itertext())).split()) for one in below(element, *names))
    return next((said.replace(" ,", ",") for said in found if said), "")


def attribute(element: Element | None, *names: str) -> str:
    """The first of these attributes that an element has; empty where it has none."""
    if element is None:
        return ""
    return next((value.strip() for name in names if (value := element.get(name))), "")
