"""A server on this machine, and names that lead to it, to other places, or first to one and then to another."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from onrecord.ingest.fetch import Fetcher
from onrecord.ingest.fetch.addresses import Address, is_public

HERE = ip_address("127.0.0.1")


@dataclass
class Site:
    """What the server gives: path -> status, headers, body; and what it was asked, in order."""

    port: int = 0
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def url(self, path: str, host: str = "news.test") -> str:
        """The address of a path under a name."""
        return f"http://{host}:{self.port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    """A running server."""
    state = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append((self.headers["Host"].split(":")[0], self.path))
            state.agents.add(self.headers["User-Agent"])
            status, headers, body = state.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class World:
    """Names and what they lead to, at each look-up the next; how long was slept."""

    names: dict[str, list[str]]
    slept: list[float] = field(default_factory=list)
    now: float = 0.0

    def resolve(self, host: str, _port: int) -> list[Address]:
        """The addresses of a name: the next of its list, the last one for ever."""
        if host not in self.names:
            raise OSError(-2, "Name or service not known")
        addresses = self.names[host]
        address = addresses.pop(0) if len(addresses) > 1 else addresses[0]
        return [ip_address(one) for one in address.split()]

    def sleep(self, seconds: float) -> None:
        """Let the time pass."""
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def world() -> World:
    """``news.test`` and ``other.test`` are the server here, which stands for a public one; other names are not."""
    return World(
        {
            "news.test": ["127.0.0.1"],
            "other.test": ["127.0.0.1"],
            "router.test": ["192.168.1.1"],
            "both.test": ["127.0.0.1 10.0.0.1"],
            "rebinding.test": ["127.0.0.1", "169.254.169.254"],
            "nothing.test": [""],
        }
    )


@pytest.fixture
def fetcher(world: World) -> Fetcher:
    """A fetcher to which the server here is public."""

    def allows(address: Address) -> bool:
        return address == HERE or is_public(address)

    return Fetcher(resolver=world.resolve, allows=allows, clock=lambda: world.now, sleep=world.sleep)


Give = Callable[..., None]


@pytest.fixture
def give(site: Site) -> Give:
    """Put a page on the server."""

    def put(path: str, body: bytes = b"<p>Hello</p>", status: int = 200, **headers: str) -> None:
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        site.pages[path] = (status, {"Content-Type": "text/html", **said}, body)

    return put
