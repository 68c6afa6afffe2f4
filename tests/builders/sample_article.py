"""One article of the sample becomes rows: itself, its paragraphs, names and quotes."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from onrecord.schema import (
    Article,
    ArticleAuthor,
    ArticleField,
    Author,
    Base,
    Document,
    Mention,
    Outlet,
    Paragraph,
    Quote,
    QuoteSpan,
    Statement,
)

GAP = "\n\n"
REASONS = {
    "named": "Named beside the quote.",
    "pronoun": "The pronoun beside the quote goes back to this person.",
    "description": "Described, not named, beside the quote.",
    "continued": "Goes on from the quote before; nobody else is named in between.",
    "none": "Nobody who could be followed is named beside the quote.",
}


def key_of(*parts: object) -> str:
    """A stable key of content, as long as the real ones."""
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:16]


class Rows:
    """Rows of the sample, collected table by table."""

    def __init__(self, sample: dict[str, Any]) -> None:
        self.sample = sample
        self.rows: dict[str, list[dict[str, Any]]] = {}
        self.entities = {key: number for number, key in enumerate(sample["entities"], 1)}
        self.statements: dict[str, int] = {}
        self.mentions: dict[int, list[tuple[int, str]]] = {}  # entity -> (article, name as written)

    def add(self, model: type[Base], **row: Any) -> int:
        """Keep a row and give its number (from 1) in its table."""
        rows = self.rows.setdefault(model.__tablename__, [])
        rows.append(row)
        return len(rows)

    def named(self, model: type[Base], column: str, name: str) -> int:
        """The number of the outlet or author of that name, added where it is new."""
        rows = self.rows.setdefault(model.__tablename__, [])
        for number, row in enumerate(rows, 1):
            if row["name"] == name:
                return number
        return self.add(model, **{column: len(rows) + 1, "name": name})

    def article(self, number: int, given: dict[str, Any]) -> None:
        """One article with paragraphs, names and quotes."""
        blocks = [tuple(block.split("|", 1)) for block in given["paragraphs"]]
        usual = "and returns with the tide, weather permitting, calling at the islands in the usual order."
        blocks += [
            ("body", f"Sailing {n} leaves at {6 + n % 14}:{n % 60:02} {usual}") for n in range(given.get("long", 0))
        ]
        document = self.add(
            Document,
            document_id=number,
            sha256=key_of("document", number) * 4,
            ingest_run_id=1,
            path=given["path"],
            format=Path(given["path"]).suffix[1:].strip(">") or "txt",
            byte_count=sum(len(text) for _, text in blocks),
        )
        outlet = self.named(Outlet, "outlet_id", given["outlet"]) if given.get("outlet") else None
        article = self.add(
            Article,
            article_id=number,
            article_key=key_of("article", number),
            text_key=key_of("text", number),
            document_id=document,
            number=1,
            title=given["title"],
            byline=given.get("byline"),
            outlet_id=outlet,
            published=given.get("published"),
            url=given.get("url"),
            url_key=given.get("url"),
            language=given.get("language"),
            word_count=sum(len(text.split()) for _, text in blocks),
        )
        writers = [(role, name) for role in ("author", "contributor") for name in given.get(f"{role}s", ())]
        for ordinal, (role, name) in enumerate(writers, 1):
            self.add(
                ArticleAuthor,
                article_id=article,
                ordinal=ordinal,
                author_id=self.named(Author, "author_id", name),
                role=role,
            )
        fields = [(name, given[name]) for name in ("title", "byline", "outlet", "published", "url") if given.get(name)]
        for ordinal, (name, value) in enumerate(fields, 1):
            source = "text" if name in {"title", "byline"} else "sidecar"
            self.add(
                ArticleField,
                article_id=article,
                ordinal=ordinal,
                name=name,
                value=value,
                source=source,
                line=ordinal if source == "text" else None,
                is_chosen=1,
            )
        position, paragraphs = 0, []
        for ordinal, (kind, text) in enumerate(blocks, 1):
            gap = "" if ordinal == 1 else GAP
            start = position + len(gap)
            position = start + len(text)
            paragraph = len(self.rows.get(Paragraph.__tablename__, ())) + 1
            self.add(
                Paragraph,
                paragraph_id=paragraph,
                article_id=article,
                ordinal=ordinal,
                kind=kind,
                rule=f"{kind}-shape",
                start_char=start,
                end_char=position,
                gap=gap,
                text=text,
            )
            paragraphs.append((paragraph, start, text))
            if kind in {"title", "body"}:
                self.names(article, paragraph, start, text)
        first = len(self.rows.get(Quote.__tablename__, ()))
        for quote in given["says"]:
            self.quote(article, first, quote, paragraphs)

    def names(self, article: int, paragraph: int, start: int, text: str) -> None:
        """Every name of an entity in a paragraph, longest names first."""
        taken: list[tuple[int, int]] = []
        spoken = [(name, key) for key, entity in self.sample["entities"].items() for name in entity["names"]]
        for name, key in sorted(spoken, key=lambda pair: -len(pair[0])):
            at = text.find(name)
            while at >= 0:
                end = at + len(name)
                whole = not text[end : end + 1].isalnum() and not text[max(at - 1, 0) : at].isalnum()
                if whole and all(end <= other or at >= stop for other, stop in taken):
                    taken.append((at, end))
                    self.add(
                        Mention,
                        paragraph_id=paragraph,
                        start_char=start + at,
                        end_char=start + end,
                        entity_id=self.entities[key],
                        type=self.sample["entities"][key]["type"],
                        rule="reader",
                    )
                    self.mentions.setdefault(self.entities[key], []).append((article, name))
                at = text.find(name, end)

    def quote(self, article: int, first: int, quote: dict[str, Any], paragraphs: list[tuple[int, int, str]]) -> None:
        """One quote with its pieces, its cue and the words that name its speaker."""
        paragraph, start, text = paragraphs[quote["in"] - 1]
        spans = []
        for piece in quote["pieces"]:
            place, words = (int(piece[0]), piece[3:]) if piece[1:3] == ": " else (quote["in"], piece)
            in_paragraph, offset, block = paragraphs[place - 1]
            at = offset + block.index(words)
            spans.append((in_paragraph, at, at + len(words), words))
        number = len(self.rows.get(Quote.__tablename__, ())) + 1
        statement = quote.get("statement")
        if statement and statement not in self.statements:
            self.statements[statement] = self.add(
                Statement,
                statement_id=len(self.statements) + 1,
                statement_key=key_of("statement", statement),
                text=" ".join(words for *_, words in spans),
                quote_count=2,
                article_count=2,
            )
        row: dict[str, Any] = dict.fromkeys(
            ("cue_start_char", "cue_end_char", "speaker_start_char", "speaker_end_char")
        )
        for name, beside in (("cue", quote.get("cue")), ("speaker", quote.get("source"))):
            if beside:
                begin = start + text.index(beside)
                row |= {f"{name}_start_char": begin, f"{name}_end_char": begin + len(beside)}
        self.add(
            Quote,
            quote_id=number,
            quote_key=key_of("quote", article, spans[0][1]),
            article_id=article,
            paragraph_id=paragraph,
            kind=quote["kind"],
            text=" [...] ".join(words for *_, words in spans),
            start_char=spans[0][1],
            end_char=spans[-1][2],
            cue=quote.get("cue"),
            cue_class=quote.get("class"),
            speaker_as_written=quote.get("source"),
            speaker_id=self.entities.get(quote.get("by", "")),
            attribution=quote["attribution"],
            attribution_reason=REASONS[quote["attribution"]],
            continues_quote_id=first + quote["continues"] if "continues" in quote else None,
            confidence=quote["confidence"],
            statement_id=self.statements.get(statement or ""),
            **row,
        )
        for ordinal, (in_paragraph, at, end, _) in enumerate(spans, 1):
            self.add(
                QuoteSpan, quote_id=number, ordinal=ordinal, paragraph_id=in_paragraph, start_char=at, end_char=end
            )
