"""E-mail: a newsletter or a forwarded article, one message a file."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.html_blocks import Kinds, as_text, html_blocks
from onrecord.ingest.readers.press import record
from onrecord.ingest.readers.reader import Read, Reader, refused
from onrecord.ingest.records import Document, Field, SourceArticle

_FIRST = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]")
_SIGNS = re.compile(rb"(?im)^(?:received|message-id|mime-version|delivered-to|return-path|from|subject|date|to):[ \t]")
_SAVED_PAGE = re.compile(rb"(?i)multipart/related|snapshot-content-location")
_FEWEST_SIGNS: Final = 3
# A line of two hyphens parts a message from its signature.
_SIGNATURE = re.compile(r"^--[ \t]*$", re.MULTILINE)


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read one message: its plain text, or its HTML cut into blocks where there is no other; attachments stay out.

    Out: the subject is the title and the sender's name the byline; nobody is taken for the outlet.
    """
    message = message_from_bytes(data.lstrip(), policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
    try:
        text, kinds = _text(message)
    except (LookupError, MessageError, ValueError, KeyError) as error:
        why = " ".join(str(error).split())[:160] or type(error).__name__
        return refused(
            "mail-broken", document.path, f"a message that cannot be read ({why})", "a whole one", "save it anew"
        )
    if not any(map(str.isalnum, text)):
        return refused("no-words", document.path, "a message without text", "an article in it", "leave it out")
    said = record(
        title=_header(message, "Subject"),
        byline=parseaddr(_header(message, "From"))[0],
        published=_header(message, "Date"),
        language=_header(message, "Content-Language").split(",")[0],
    )
    return (SourceArticle(document, 1, text, fields + said, kinds),), ()


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _text(message: EmailMessage) -> tuple[str, Kinds]:
    part = message.get_body(("plain", "html"))
    if part is None:
        return "", ()
    content = part.get_content()
    if not isinstance(content, str):
        return "", ()
    if part.get_content_subtype() == "html":
        return as_text(html_blocks(content))
    plain = content.replace("\r\n", "\n")
    signed = _SIGNATURE.search(plain)
    return (plain[: signed.start()] if signed and signed.start() else plain).strip("\n"), ()


def _recognises(_name: str, head: bytes) -> bool:
    if not _FIRST.match(head) or _SAVED_PAGE.search(head):
        return False
    signs = {match.group().strip().lower() for match in _SIGNS.finditer(head)}
    return len(signs) >= _FEWEST_SIGNS


MAIL: Final = Reader("mail", "an e-mail message (.eml)", limits.TEXT_BYTES, _recognises, read)
