"""How much of a file is taken in at most, all in one place: what is larger is refused with a reason, never cut.

A news article has some kilobytes, a long export some megabytes. What goes beyond these limits is no article, or is
made to fill memory.
"""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1_000_000

# One file read at once: a text, a page, an export of many articles.
TEXT_BYTES: Final = 20 * MEGABYTE
EXPORT_BYTES: Final = 200 * MEGABYTE
JSON_BYTES: Final = 200 * MEGABYTE

# Streams (JSON lines, tables) have no limit as a whole; a line or cell of them has.
LINE_BYTES: Final = 20 * MEGABYTE
# Findings told one by one of a stream; the rest are counted.
LINE_FINDINGS: Final = 20

# XML and HTML: elements inside one another (the parser's own limit) and the size of one piece of text.
NESTED_TAGS: Final = 256

# Archives: files in one, archives inside one another, bytes unpacked in all, and how often larger than packed.
ARCHIVE_MEMBERS: Final = 100_000
ARCHIVE_DEPTH: Final = 2
ARCHIVE_BYTES: Final = 20_000 * MEGABYTE
MEMBER_BYTES: Final = 200 * MEGABYTE
PACKED_RATIO: Final = 200
# Below this size a high ratio is no harm: a page of blanks packs well.
RATIO_FREE_BYTES: Final = 10 * MEGABYTE
