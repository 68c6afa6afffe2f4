"""From a source article to its settled text, its paragraphs with kinds, and its metadata with who says so.

The text is settled here, once; every offset of every later room counts into it. Nothing is deleted: what is not read
for quotes (a header, a link, a credit) is a paragraph of its own kind with the rule that said so.
"""

from __future__ import annotations

from onrecord.ingest.segment.article import segment
from onrecord.ingest.segment.later import with_later
from onrecord.ingest.segment.settle import settle

__all__ = ["segment", "settle", "with_later"]
