"""Fetching is polite, and reaches nothing that is not public."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
import time
from ipaddress import ip_address
from typing import Any

import pytest

from onrecord.ingest import limits
from onrecord.ingest.fetch import Fetched, Fetcher
from onrecord.ingest.fetch.addresses import is_public
from onrecord.ingest.records import Finding


def code_of(found: Fetched | Finding) -> str:
    """The code of a finding, with its sentence checked."""
    assert isinstance(found, Finding)
    assert " expected; " in found.message
    return found.code


def test_a_page_is_fetched(site: Any, give: Any, fetcher: Fetcher) -> None:
    """With its type and the address it was found at; we say who we are."""
    give("/ferry?a=1")
    assert fetcher.fetch(site.url("/ferry?a=1")) == Fetched(site.url("/ferry?a=1"), "text/html", b"<p>Hello</p>")
    assert [path for _, path in site.asked] == ["/robots.txt", "/ferry?a=1"]
    assert all(agent.startswith("onrecord/") for agent in site.agents)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_checked(site: Any, give: Any, fetcher: Fetcher, status: int) -> None:
    """To where they lead, robots.txt there included."""
    give("/old", status=status, Location="/new")
    give("/new", status=status, Location=site.url("/ferry", "other.test"))
    give("/ferry")
    found = fetcher.fetch(site.url("/old"))
    assert isinstance(found, Fetched)
    assert found.url == site.url("/ferry", "other.test")
    assert site.asked[-2:] == [("other.test", "/robots.txt"), ("other.test", "/ferry")]


@pytest.mark.parametrize("where", ["http://router.test/", "http://10.0.0.1/", "http://[::1]/", "http://both.test/"])
def test_a_redirect_to_a_private_address_is_refused(
    site: Any, give: Any, fetcher: Fetcher, world: Any, where: str
) -> None:
    """However it is written; a name with one private address among its own counts as private."""
    world.names |= {"10.0.0.1": ["10.0.0.1"], "::1": ["::1"]}
    give("/old", status=302, Location=where)
    assert code_of(fetcher.fetch(site.url("/old"))) == "fetch-not-public"


@pytest.mark.parametrize("host", ["router.test", "both.test", "nothing.test"])
def test_a_private_address_is_not_asked(site: Any, fetcher: Fetcher, host: str) -> None:
    """Not even for its robots.txt."""
    assert code_of(fetcher.fetch(site.url("/", host))) == "fetch-not-public"
    assert site.asked == []


def test_a_name_that_changes_its_address_is_connected_to_where_it_was_checked(
    site: Any, give: Any, fetcher: Fetcher
) -> None:
    """Each request looks the name up once and connects to what it found; the second look-up is refused."""
    give("/ferry")
    assert code_of(fetcher.fetch(site.url("/ferry", "rebinding.test"))) == "fetch-not-public"
    assert ("rebinding.test", "/ferry") not in site.asked


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1",
        "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "64:ff9b:1::1", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    """Private, local, shared, documentation, multicast, and those written inside another."""
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"]
)
def test_addresses_that_are_public(address: str) -> None:
    """What anybody can reach."""
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://news.test/", "file:///etc/passwd", "http://", "http:///x", "http://[::1", "http://user:word@news.test/",
        "http://news.test/a b", "http://news.test/\r\nX: y", "http://news.test:99999/",
        "http://news.test/" + "x" * limits.ADDRESS_LENGTH,
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused(fetcher: Fetcher, url: str) -> None:
    """Before anything is asked."""
    assert code_of(fetcher.fetch(url)) == "fetch-bad-address"


def test_a_name_that_is_not_known_says_so(fetcher: Fetcher) -> None:
    """As a finding."""
    assert code_of(fetcher.fetch("http://gone.test/")) == "fetch-unknown-host"


@pytest.mark.parametrize(
    ("rules", "status", "code"),
    [
        (b"User-agent: *\nDisallow: /closed", 200, "fetch-not-allowed"),
        (b"User-agent: onrecord\nDisallow: /", 200, "fetch-not-allowed"),
        (b"User-agent: other\nDisallow: /", 200, None),
        (b"User-agent: *\nDisallow: /*sed$", 200, "fetch-not-allowed"),
        (b"User-agent: *\nDisallow: /*sed.html$", 200, None),
        (b"User-agent: *\nAllow: /\nDisallow: /closed", 200, "fetch-not-allowed"),
        (b"User-agent: *\nDisallow: /clo\nAllow: /closed", 200, None),
        (b"", 404, None),
        (b"", 403, None),
        (b"", 503, "fetch-failed"),
    ],
)
def test_robots_txt_is_obeyed(
    site: Any, give: Any, fetcher: Fetcher, rules: bytes, status: int, code: str | None
) -> None:
    """A host without one is open; one that cannot give it is left alone; of rules that fit the longest holds."""
    give("/robots.txt", rules, status)
    give("/closed")
    found = fetcher.fetch(site.url("/closed"))
    assert (found.code if isinstance(found, Finding) else None) == code
    assert (("news.test", "/closed") in site.asked) == (code is None)


def test_a_host_is_given_time(site: Any, give: Any, fetcher: Fetcher, world: Any) -> None:
    """A pause before every further request, a longer one where robots.txt asks for it; robots.txt is asked once."""
    give("/robots.txt", b"User-agent: *\nCrawl-delay: 7")
    give("/ferry")
    fetcher.fetch(site.url("/ferry"))
    fetcher.fetch(site.url("/ferry"))
    assert world.slept == [7.0, 7.0]
    assert [path for _, path in site.asked].count("/robots.txt") == 1
    fetcher.fetch(site.url("/ferry", "other.test"))
    assert len(world.slept) == 3


@pytest.mark.parametrize(("asked_for", "given"), [(b"", limits.PAUSE), (b"Crawl-delay: 9999", limits.LONGEST_PAUSE)])
def test_a_pause_is_neither_left_out_nor_endless(
    site: Any, give: Any, fetcher: Fetcher, world: Any, asked_for: bytes, given: float
) -> None:
    """Whatever robots.txt says."""
    give("/robots.txt", b"User-agent: *\n" + asked_for)
    give("/ferry")
    fetcher.fetch(site.url("/ferry"))
    assert world.slept == [given]


def test_a_robots_txt_beyond_the_limit_closes_the_host(site: Any, give: Any, fetcher: Fetcher) -> None:
    """What cannot be read may forbid anything."""
    give("/robots.txt", b"#" * (limits.ROBOTS_BYTES + 1))
    give("/ferry")
    assert code_of(fetcher.fetch(site.url("/ferry"))) == "fetch-too-large"
    assert ("news.test", "/ferry") not in site.asked


def test_a_circle_of_redirects_ends(site: Any, give: Any, fetcher: Fetcher) -> None:
    """After five."""
    give("/a", status=302, Location="/a")
    assert code_of(fetcher.fetch(site.url("/a"))) == "fetch-redirects"
    assert [path for _, path in site.asked].count("/a") == limits.REDIRECTS + 1


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_beyond_the_limit_is_refused(site: Any, give: Any, fetcher: Fetcher, *, packed: bool) -> None:
    """Packed or not: what it unpacks to counts."""
    body = b"<p>" + b" " * limits.FETCH_BYTES
    headers = {"Content_Encoding": "gzip"} if packed else {}
    give("/big", gzip.compress(body) if packed else body, **headers)
    assert code_of(fetcher.fetch(site.url("/big"))) == "fetch-too-large"


def test_a_packed_answer_is_unpacked(site: Any, give: Any, fetcher: Fetcher) -> None:
    """And one that breaks off is refused."""
    give("/ferry", gzip.compress(b"<p>Hello</p>"), Content_Encoding="gzip")
    found = fetcher.fetch(site.url("/ferry"))
    assert isinstance(found, Fetched)
    assert found.content == b"<p>Hello</p>"
    give("/cut", gzip.compress(b"<p>Hello</p>" * 99)[:-20], Content_Encoding="gzip")
    assert code_of(fetcher.fetch(site.url("/cut"))) == "fetch-failed"


def test_a_server_that_drips_is_cut_off(fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is never silent for long, and never done."""
    monkeypatch.setattr(limits, "WHOLE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            connection, _ = server.accept()
            with connection, contextlib.suppress(OSError):
                connection.sendall(b"HTTP/1.1 200 OK\r\n")
                for _ in range(200):
                    connection.sendall(b"X: y\r\n")
                    time.sleep(0.02)

        thread = threading.Thread(target=drip)
        thread.start()
        started = time.monotonic()
        assert code_of(fetcher.fetch(f"http://news.test:{server.getsockname()[1]}/")) == "fetch-too-slow"
        assert time.monotonic() - started < 3
        thread.join()


def test_a_server_that_is_silent_is_cut_off(fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the connection and says nothing."""
    monkeypatch.setattr(limits, "SILENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        started = time.monotonic()
        assert code_of(fetcher.fetch(f"http://news.test:{server.getsockname()[1]}/")) == "fetch-failed"
        assert time.monotonic() - started < 3


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503, 204])
def test_no_page_is_a_finding(site: Any, give: Any, fetcher: Fetcher, status: int) -> None:
    """With the answer's number."""
    give("/ferry", b"", status)
    found = fetcher.fetch(site.url("/ferry"))
    assert code_of(found) == "fetch-failed"
    assert str(status) in getattr(found, "message", "")
