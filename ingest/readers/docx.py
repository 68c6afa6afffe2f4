"""Word files: the exports of Nexis Uni and Lexis+ with many articles each, and any other document as one article."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.archives import BROKEN
from onrecord.ingest.readers.html_blocks import joined
from onrecord.ingest.readers.nexis import END, new_layout
from onrecord.ingest.readers.press import gathered
from onrecord.ingest.readers.reader import Read, Reader, finding, refused
from onrecord.ingest.readers.xml_tree import Element, below, first_below, local, xml_tree
from onrecord.ingest.records import Document, Field, Finding, SourceArticle

_TEXT: Final = "word/document.xml"
_VALUE: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"
_SPACES: Final = {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "-"}


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read every article of a Nexis export, or the one article that a Word file is.

    Out: of an export the articles with title, outlet, date, byline and language as fields; of another file its
    paragraphs, headings by their style.
    """
    packed = _document_xml(document.path, data)
    root = packed if isinstance(packed, Finding) else xml_tree(document.path, packed)
    if isinstance(root, Finding):
        return (), (root,)
    paragraphs = [(_words(paragraph), _is_heading(paragraph)) for paragraph in below(root, "p")]
    if any(END.fullmatch(text.strip()) for text, _ in paragraphs):
        pieces = _between_ends([text for text, _ in paragraphs])
        return gathered(document, (new_layout(document, piece, fields) for piece in pieces), "Nexis export")
    text, kinds = joined(
        (text.strip(), ("heading", "heading_style") if is_heading else None)
        for text, is_heading in paragraphs
        if text.strip()
    )
    if not any(map(str.isalnum, text)):
        return refused("no-words", document.path, "a Word file without words", "an article", "leave it out")
    return (SourceArticle(document, 1, text, fields, kinds),), ()


def _document_xml(path: str, data: bytes) -> bytes | Finding:
    most = min(limits.EXPORT_BYTES, max(len(data) * limits.PACKED_RATIO, limits.RATIO_FREE_BYTES))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_TEXT) as member:
            xml = member.read(most + 1)
    except KeyError:
        return finding("not-word", path, "an Office file that is no text document", "a .docx", "save it as .docx")
    except BROKEN as error:
        why = " ".join(str(error).split())[:200] or type(error).__name__
        return finding("archive-broken", path, f"a broken Word file ({why})", "a whole one", "save it anew")
    if len(xml) > most:
        return finding("too-large", path, "a Word file that unpacks to far more", "a document", "save it as text")
    return xml


def _between_ends(paragraphs: list[str]) -> Iterator[list[str]]:
    piece: list[str] = []
    for text in paragraphs:
        if END.fullmatch(text.strip()):
            yield piece
            piece = []
        else:
            piece.append(text)


def _words(paragraph: Element) -> str:
    """The text of a paragraph; breaks and tabs are elements of their own."""
    return "".join(
        (one.text or "") if local(one) == "t" else _SPACES[local(one)] for one in below(paragraph, "t", *_SPACES)
    )


def _is_heading(paragraph: Element) -> bool:
    style = first_below(paragraph, "pstyle")
    return style is not None and (style.get(_VALUE) or "").lower().startswith(("heading", "berschrift", "titre"))


def _recognises(name: str, head: bytes) -> bool:
    is_office = b"[Content_Types].xml" in head or b"_rels/.rels" in head or b"word/" in head
    return head.startswith(b"PK\x03\x04") and (is_office or name.lower().endswith(".docx"))


DOCX: Final = Reader("docx", "a Word file, Nexis exports among them (.docx)", limits.EXPORT_BYTES, _recognises, read)
