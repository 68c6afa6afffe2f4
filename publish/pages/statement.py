"""One utterance in all articles that quote it, with what each changed."""

from __future__ import annotations

from datasette.utils.asgi import Response

from onrecord.publish.comparing import compared
from onrecord.publish.corpus import Corpus
from onrecord.publish.page import KEY, MissingError, Page
from onrecord.publish.pages.listing import QUOTE, QUOTE_FROM
from onrecord.publish.pages.rows import by_row

# More versions than anybody compares by eye; the table has them all.
MOST = 100

_STATEMENT = "SELECT * FROM statements WHERE statement_key = :key"
# Oldest first: the first to print it is what the others are held against.
_QUOTES = f"""SELECT {QUOTE} FROM {QUOTE_FROM} WHERE q.statement_id = :statement
    ORDER BY a.published IS NULL, a.published, q.quote_id LIMIT {MOST}"""


async def view(corpus: Corpus, key: str) -> Response:
    """The versions of an utterance, each compared with the oldest."""
    statement = await corpus.row(_STATEMENT, key=key)
    if statement is None:
        raise MissingError(f"statement {key}")
    quotes = await corpus.rows(_QUOTES, statement=statement["statement_id"])
    first = quotes[0]["text"] if quotes else ""
    versions = [(quote, compared(first, quote["text"]) if place else None) for place, quote in enumerate(quotes)]
    same = len({quote["text"] for quote in quotes}) == 1
    return await corpus.page("statement.html", statement=statement, versions=versions, same=same, most=MOST)


PAGES = (
    Page(f"statement/{KEY}", ("statements", "quotes", "articles", "entities", "outlets"), view),
    by_row("statement", "statements"),
)
