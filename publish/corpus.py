"""One published corpus, as the pages ask it: rows by bound parameters, addresses, and a page as an answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from datasette.utils import add_cors_headers
from datasette.utils.asgi import Response

from onrecord.publish import figures, links, menu, pictures, recognise

# Nothing but our own style sheet, and forms that lead back here; no script at all.
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

# Figures of whole files, by path, time of change and question.
_KNOWN: dict[tuple[str, int, str], list[sqlite3.Row]] = {}
_MOST_KNOWN = 100


@dataclass(frozen=True, slots=True)
class Corpus:
    """One of our databases, behind one request. ``has_texts``: the reader may see the articles' full texts."""

    datasette: Any
    database: Any
    request: Any
    has_texts: bool = True

    @property
    def name(self) -> str:
        """The name under which the database is attached."""
        return str(self.database.name)

    async def rows(self, sql: str, **values: object) -> list[sqlite3.Row]:
        """All rows of a SELECT of ours. Beside the values, ``:has_texts`` is bound."""
        return list((await self.database.execute(sql, {"has_texts": self.has_texts} | values)).rows)

    async def row(self, sql: str, **values: object) -> sqlite3.Row | None:
        """The first row, or None."""
        return next(iter(await self.rows(sql, **values)), None)

    async def once_a_file(self, sql: str) -> sqlite3.Row:
        """The one row of a SELECT of ours without values, asked again only when the file has changed."""
        return (await self.rows_once_a_file(sql))[0]

    async def rows_once_a_file(self, sql: str) -> list[sqlite3.Row]:
        """The same for all rows, which must not be many: they are kept in memory.

        It may take its time, once: Datasette's limit is for what strangers ask.
        """
        version = (*recognise.version(self.database), sql)
        if version not in _KNOWN:
            if len(_KNOWN) >= _MOST_KNOWN:
                _KNOWN.clear()
            _KNOWN[version] = await self.database.execute_fn(lambda connection: connection.execute(sql).fetchall())
        return _KNOWN[version]

    async def may_see(self, tables: Sequence[str]) -> bool:
        """True where the reader may see every one of these tables."""
        for table in tables:
            asked = [("view-table", (self.name, table)), ("view-database", self.name), "view-instance"]
            if not (await self.datasette.check_visibility(self.request.actor, permissions=asked))[0]:
                return False
        return True

    def path(self, *parts: str, **query: object) -> str:
        """The path of one of our pages; ``query`` is what stands after the question mark."""
        return links.path(self.datasette, self.name, *parts, query=query)

    def link(self, *parts: str) -> str:
        """The same as a full address, to be cited."""
        return str(self.datasette.absolute_url(self.request, self.path(*parts)))

    def asked(self, name: str) -> str:
        """What the address asks for under that name; empty where it does not."""
        return str(self.request.args.get(name) or "").strip()

    def page_number(self) -> int:
        """Which page of a long list is wanted, from 1."""
        asked = self.asked("page")
        return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1

    async def page(self, template: str, status: int = 200, **context: object) -> Response:
        """A template of ours as a page."""
        return self.answer(await self.render(template, **context), "text/html; charset=utf-8", status)

    async def render(self, template: str, **context: object) -> str:
        """A template of ours as text, with what all of them need."""
        settings = self.datasette.metadata("title", database=self.name)
        shared = {
            "corpus": self,
            "database": self.name,
            "site": str(settings or self.name),
            "say": figures,
            "draw": pictures,
            "links": links,
            "style": menu.static(self.datasette, "onrecord.css"),
        }
        rendered = await self.datasette.render_template(
            f"onrecord/{template}", shared | context, request=self.request, view_name="onrecord"
        )
        return str(rendered)

    def answer(self, body: str, content_type: str, status: int = 200) -> Response:
        """Text of any kind as an answer, with the headers all of ours have."""
        headers = dict(SECURITY)
        if self.datasette.cors:
            add_cors_headers(headers)
        if self.datasette.cache_headers and status == 200:
            headers["Cache-Control"] = f"max-age={self.datasette.setting('default_cache_ttl')}"
        return Response(body, status=status, headers=headers, content_type=content_type)
