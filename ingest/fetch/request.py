"""One request to one checked address: no redirects followed, nothing read beyond the limits."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import zlib
from dataclasses import dataclass
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.fetch.addresses import RefusedError, Target

_AT_ONCE: Final = 1 << 16
_WANTED: Final = (
    "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/xml;q=0.9,*/*;q=0.5"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. ``location``: where a redirect leads; ``retry_after``: when to come back; or None."""

    status: int
    content_type: str
    location: str | None
    content: bytes
    retry_after: str | None = None


class _Connection(http.client.HTTPConnection):
    """A connection to the address that was checked, whatever the name says by now; it ends after a set time."""

    def __init__(self, target: Target) -> None:
        super().__init__(target.host, target.port, timeout=limits.SILENCE)
        self._target = target
        self._alarm = threading.Timer(limits.WHOLE, self._end)
        self._alarm.daemon = True
        self._open: socket.socket | None = None
        self.is_late = False

    def connect(self) -> None:
        """Connect to the checked address; with https, to the holder of the name's certificate."""
        self._alarm.start()
        self.sock = socket.create_connection((self._target.address, self._target.port), timeout=limits.SILENCE)
        if self._target.scheme == "https":
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self._target.host)
        self._open = self.sock  # the response takes the other reference with it

    def close(self) -> None:
        """Close the connection, and the alarm with it."""
        self._alarm.cancel()
        super().close()

    def _end(self) -> None:
        # A server that gives a byte now and then is never silent: it is cut off from outside.
        self.is_late = True
        if self._open is not None:
            with contextlib.suppress(OSError):  # it ended by itself meanwhile
                socket.socket.shutdown(self._open, socket.SHUT_RDWR)


def ask(target: Target, agent: str, byte_limit: int, form: bytes | None = None) -> Answer:
    """Ask a server for what a target names; a form, URL-encoded, is posted to it.

    Errors: RefusedError where the server cannot be reached, is too slow, breaks off, or gives more than the limit,
    packed or unpacked.
    """
    connection = _Connection(target)
    try:
        connection.putrequest("POST" if form else "GET", target.path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", target.host_header)
        connection.putheader("User-Agent", agent)
        connection.putheader("Accept", "application/json" if form else _WANTED)
        connection.putheader("Accept-Encoding", "gzip")
        connection.putheader("Connection", "close")
        if form:
            connection.putheader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            connection.putheader("Content-Length", str(len(form)))
        connection.endheaders(form)
        response = connection.getresponse()
        content = b"" if 300 <= response.status < 400 else _content(response, byte_limit)
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        if connection.is_late:
            raise _too_slow() from error
        why = " ".join(str(error).split())[:160] or type(error).__name__
        sentence = f"no whole answer from {target.host} found ({why}), a page expected; try again later"
        raise RefusedError("fetch-failed", sentence) from error
    finally:
        connection.close()
    if connection.is_late:
        raise _too_slow()
    content_type = response.headers.get("Content-Type") or ""
    location, retry_after = response.headers.get("Location"), response.headers.get("Retry-After")
    return Answer(response.status, content_type, location, content, retry_after)


def _too_slow() -> RefusedError:
    found = f"no whole answer within {limits.WHOLE:.0f} seconds found"
    return RefusedError("fetch-too-slow", f"{found}, a page expected; try again later")


def _content(response: http.client.HTTPResponse, limit: int) -> bytes:
    """The body, unpacked. Errors: RefusedError beyond the limit; OSError where it breaks off."""
    is_packed = (response.headers.get("Content-Encoding") or "").strip().lower() in {"gzip", "x-gzip"}
    unpacker = zlib.decompressobj(wbits=47) if is_packed else None
    content = bytearray()
    while piece := response.read1(_AT_ONCE):
        content += unpacker.decompress(piece, limit + 1 - len(content)) if unpacker else piece
        if len(content) > limit:
            sentence = f"more than {limit:,} bytes found, a page expected; save it and ingest the file if it is one"
            raise RefusedError("fetch-too-large", sentence)
    if response.length or (unpacker is not None and not unpacker.eof):
        raise ConnectionError("it breaks off")
    return bytes(content)
