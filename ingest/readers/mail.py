"""E-mail: a newsletter or a forwarded article, one message a file."""

from __future__ import annotations

import re
from email import message_from_bytes, message_from_string, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import parseaddr
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.html_blocks import Kinds, as_text, html_blocks
from onrecord.ingest.readers.press import record
from onrecord.ingest.readers.reader import Read, Reader, finding, refused
from onrecord.ingest.records import Document, Field, Finding, SourceArticle

_FIRST = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]")
_SIGNS = re.compile(rb"(?im)^(?:received|message-id|mime-version|delivered-to|return-path|from|subject|date|to):[ \t]")
_SAVED_PAGE = re.compile(rb"(?i)multipart/related|snapshot-content-location")
_FEWEST_SIGNS: Final = 3
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_BROKEN: Final = "\ufffd"
# A line of two hyphens parts a message from its signature.
_SIGNATURE = re.compile(r"^--[ \t]*$", re.MULTILINE)


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read one message: its plain text, or its HTML cut into blocks where there is no other; attachments stay out.

    Out: the subject is the title and the sender's name the byline; nobody is taken for the outlet.
    Unsure: characters that cannot be read become U+FFFD, with a finding that says how many.
    """
    data = data.lstrip()
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
    try:
        text, kinds = _text(message)
        headers = _headers(data, message.get_content_charset("utf-8"))
        said = record(
            title=_header(headers, "Subject"),
            byline=parseaddr(_header(headers, "From"))[0],
            published=_header(headers, "Date"),
            language=_header(headers, "Content-Language").split(",")[0],
        )
    except (LookupError, MessageError, ValueError, KeyError) as error:
        why = " ".join(str(error).split())[:160] or type(error).__name__
        return refused(
            "mail-broken", document.path, f"a message that cannot be read ({why})", "a whole one", "save it anew"
        )
    if not any(map(str.isalnum, text)):
        return refused("no-words", document.path, "a message without text", "an article in it", "leave it out")
    broken = text.count(_BROKEN) + sum(field.value.count(_BROKEN) for field in said)
    return (SourceArticle(document, 1, text, fields + said, kinds),), _findings(document.path, broken)


def _findings(path: str, broken: int) -> tuple[Finding, ...]:
    if not broken:
        return ()
    found = f"{broken} characters in another encoding than the message names"
    return (finding("characters-broken", path, found, "UTF-8 or what it names",
                    "they stand as U+FFFD, save the message again if words are missing"),)  # fmt: skip


def _headers(data: bytes, charset: str) -> Message:
    """The headers alone. Letters that no header may hold as they stand are UTF-8, or what the body is."""
    end = _END_OF_HEADERS.search(data)
    written = data[: end.start() if end else len(data)]
    try:
        text = written.decode()
    except UnicodeDecodeError:
        text = written.decode(charset, "replace")
    return message_from_string(text, policy=policy.default)


def _header(message: Message, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _text(message: EmailMessage) -> tuple[str, Kinds]:
    """The message's text, plain before HTML.

    Unsure: bytes whose encoding is not named are UTF-8, as far as they can be.
    """
    part = message.get_body(("plain", "html"))
    if part is None:
        return "", ()
    content = part.get_content()
    if not isinstance(content, str):
        return "", ()
    payload = part.get_payload(decode=True)
    if part.get_content_charset("us-ascii") == "us-ascii" and isinstance(payload, bytes) and not payload.isascii():
        content = payload.decode("utf-8", "replace")
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
