"""Files of the web that nobody here wrote: each is read, or refused with a reason. They lie outside the project."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from onrecord.ingest.readers import SourceFile, read_bytes, read_file
from onrecord.ingest.segment import segment

INPUTS = Path(__file__).resolve().parents[5] / "shared" / "data" / "inputs"
FOLDERS = ("html_publishers", "html_newspaper4k", "feeds", "warc", "mhtml")
FILES = [
    path
    for folder in FOLDERS
    for path in sorted((INPUTS / folder).rglob("*"))
    if path.is_file() and "gold" not in path.name
]

pytestmark = pytest.mark.skipif(not FILES, reason=f"{INPUTS} is not there")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(INPUTS).as_posix())
def test_a_file_is_read_or_refused_with_a_reason(path: Path) -> None:
    """No traceback, no silent zero; what is read settles and keeps its offsets."""
    if path.name.endswith(".html.gz"):
        articles, findings = read_bytes(path.name.removesuffix(".gz"), gzip.decompress(path.read_bytes()))
        assert articles, "a publisher's page is an article"
    else:
        articles, findings = read_file(SourceFile(path.as_posix()))
    assert articles or findings
    assert all(" expected; " in finding.message and finding.message.endswith(".") for finding in findings)
    for source in articles:
        article, _ = segment(source)
        assert len(article.text) == len(source.text)
        assert article.paragraphs


@pytest.mark.skipif(not (INPUTS / "warc").exists(), reason="the shared files are not there")
@pytest.mark.parametrize(
    ("name", "count"), [("news_20_pages.warc.gz", 20), ("example.warc.gz", 1), ("example.arc.gz", 1)]
)
def test_every_page_of_an_archive_is_found(name: str, count: int) -> None:
    """As many articles as it is known to hold."""
    assert len(read_file(SourceFile((INPUTS / "warc" / name).as_posix()))[0]) == count


@pytest.mark.skipif(not (INPUTS / "html_publishers").exists(), reason="the shared files are not there")
def test_nothing_is_invented_where_gold_has_nothing() -> None:
    """No author where the publisher's own parser finds none; dates and titles of nearly all pages are right."""
    rows = [json.loads(line) for line in (INPUTS / "html_publishers" / "gold.jsonl").read_text("utf-8").splitlines()]
    right = 0
    for row in rows:
        data = gzip.decompress((INPUTS / "html_publishers" / row["file"]).read_bytes())
        article, _ = segment(read_bytes(row["file"].removesuffix(".gz"), data)[0][0])
        right += (article.published or "")[:10] == row["date"]
        assert row["authors"] or not article.authors, row["id"]
    assert right >= 0.97 * len(rows)
