"""The first page: what is in here, a search box, who is quoted most, the newest articles."""

from __future__ import annotations

from datasette.utils.asgi import Response

from onrecord.publish import canned
from onrecord.publish.corpus import Corpus
from onrecord.publish.grouping import different_voices
from onrecord.publish.links import home_path
from onrecord.publish.page import Page
from onrecord.publish.pages.listing import ARTICLE, ARTICLE_FROM, QUOTE, QUOTE_FROM
from onrecord.publish.recognise import is_corpus
from onrecord.schema.quotes import CUE_CLASSES

# Classes of cues that report what somebody thinks, feels or shows: the last of the list.
NOT_SPEECH = CUE_CLASSES[CUE_CLASSES.index("thinks") :]
# Every figure of the front page in one row; each is counted once for as long as the file does not change.
FIGURES = f"""SELECT
    (SELECT count(*) FROM articles) AS articles,
    (SELECT count(*) FROM quotes) AS quotes,
    (SELECT count(*) FROM quotes WHERE kind = 'direct') AS direct,
    (SELECT count(*) FROM quotes WHERE kind = 'mixed') AS mixed,
    (SELECT count(*) FROM quotes WHERE kind = 'indirect') AS indirect,
    (SELECT count(*) FROM quotes WHERE speaker_id IS NULL) AS nobody,
    (SELECT count(*) FROM quotes WHERE confidence < 0.5) AS doubtful,
    (SELECT count(*) FROM quotes WHERE cue_class IN ({", ".join(f"'{name}'" for name in NOT_SPEECH)})) AS thought,
    (SELECT count(*) FROM entities WHERE type = 'person' AND quote_count > 0) AS people,
    (SELECT count(*) FROM entities WHERE type <> 'unnamed' AND quote_count > 0) AS speakers,
    (SELECT count(*) FROM outlets) AS outlets,
    (SELECT count(*) FROM findings) AS findings,
    (SELECT count(*) FROM articles WHERE published IS NULL) AS undated,
    (SELECT min(published) FROM articles) AS first,
    (SELECT max(published) FROM articles) AS last"""
# The tables it counts.
COUNTED = ("articles", "quotes", "entities", "outlets", "findings")
_MOST_QUOTED = """SELECT entity_key, name, type, quote_count, article_count FROM entities
    WHERE quote_count > 0 AND type <> 'unnamed' ORDER BY quote_count DESC, name LIMIT 12"""
_NEWEST = f"SELECT {ARTICLE} FROM {ARTICLE_FROM} ORDER BY a.published DESC, a.article_id DESC LIMIT 10"
# Whole sentences between quotation marks, by somebody named beside them, of the newest articles: the surest there is.
_HEARD = f"""SELECT {QUOTE}, q.speaker_id FROM {QUOTE_FROM}
    WHERE q.article_id IN (SELECT article_id FROM articles ORDER BY published DESC, article_id DESC LIMIT 60)
      AND q.kind = 'direct' AND q.cue_class IS NOT 'declines'
      AND q.attribution = 'named' AND e.type = 'person' AND length(q.text) BETWEEN 50 AND 260
    ORDER BY a.published DESC, q.confidence DESC, q.quote_id DESC LIMIT 60"""
_OUTLETS = """SELECT o.outlet_id, o.name, count(*) AS article_count FROM outlets AS o
    JOIN articles AS a ON a.outlet_id = o.outlet_id
    GROUP BY o.outlet_id ORDER BY article_count DESC, o.name LIMIT 6"""
_LAST_RUN = "SELECT * FROM ingest_runs ORDER BY ingest_run_id DESC LIMIT 1"
HEARD = 3


async def _others(corpus: Corpus) -> list[tuple[str, str]]:
    """Name and address of every other database the reader may see: of a corpus its first page."""
    found = []
    for name, database in corpus.datasette.databases.items():
        asked = ("view-database", name)
        allowed = await corpus.datasette.permission_allowed(corpus.request.actor, *asked, default=True)
        if name not in {corpus.name, "_internal", "_memory"} and allowed:
            ours = is_corpus(database)
            found.append(
                (name, home_path(corpus.datasette, name) if ours else str(corpus.datasette.urls.database(name)))
            )
    return found


async def view(corpus: Corpus) -> Response:
    """The first page of a corpus."""
    counted = await corpus.once_a_file(FIGURES)
    speakers = await corpus.rows(_MOST_QUOTED)
    return await corpus.page(
        "home.html",
        figures=counted,
        kinds={kind: counted[kind] for kind in ("direct", "mixed", "indirect")},
        not_speech=",".join(NOT_SPEECH),
        speakers=speakers,
        most=max((row["quote_count"] for row in speakers), default=0),
        articles=await corpus.rows(_NEWEST),
        heard=different_voices(await corpus.rows(_HEARD), HEARD),
        outlets=await corpus.rows(_OUTLETS),
        run=await corpus.row(_LAST_RUN),
        queries=canned.registry(),
        others=await _others(corpus),
        size=corpus.database.size,
        description=corpus.datasette.metadata("description", database=corpus.name),
        licence=corpus.datasette.metadata("license", database=corpus.name),
    )


PAGES = (
    Page(
        "home",
        (*COUNTED, "paragraphs", "statements", "ingest_runs"),
        view,
    ),
)
