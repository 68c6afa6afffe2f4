"""How much is taken in at most, all in one place: what goes beyond is refused with a reason, never cut in silence.

A news article has some kilobytes, a long export some megabytes. What is larger than this is no article, or is made to
fill memory, disk or time. docs/inputs.md lists every limit with what happens there; each has its test.
"""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1_000_000

# One file read at once: a text, an export of many articles, JSON as a whole, a sidecar.
TEXT_BYTES: Final = 20 * MEGABYTE
EXPORT_BYTES: Final = 200 * MEGABYTE
JSON_BYTES: Final = 200 * MEGABYTE
SIDECAR_BYTES: Final = MEGABYTE

# Streams (JSON lines, tables) have no limit as a whole; a line or cell of them has.
LINE_BYTES: Final = 20 * MEGABYTE
# Findings told one by one of a stream; the rest are counted.
LINE_FINDINGS: Final = 20

# XML and HTML: elements inside one another. The parser stops there itself, and would leave out the rest without a word.
NESTED_TAGS: Final = 256
# A page: long live tickers have 5 MB. What is looked at costs time for each element.
PAGE_BYTES: Final = 20 * MEGABYTE
PAGE_ELEMENTS: Final = 200_000
JSON_LD_BYTES: Final = 5 * MEGABYTE  # of one page
MHTML_BYTES: Final = 200 * MEGABYTE  # a saved page with its pictures
FEED_BYTES: Final = 50 * MEGABYTE  # five thousand full texts
FEED_ENTRIES: Final = 10_000

# WARC: one record, unpacked (a larger one is a film or a bomb; it is passed over as it is unpacked), and its header.
RECORD_BYTES: Final = PAGE_BYTES
HEADER_BYTES: Final = MEGABYTE

# Archives: files in one, archives inside one another, bytes unpacked in all and of one file, how often larger than
# packed. Below a size that ratio is no harm: a page of blanks packs well.
ARCHIVE_MEMBERS: Final = 100_000
ARCHIVE_DEPTH: Final = 2
ARCHIVE_BYTES: Final = 20_000 * MEGABYTE
MEMBER_BYTES: Final = 200 * MEGABYTE
PACKED_RATIO: Final = 200
RATIO_FREE_BYTES: Final = 10 * MEGABYTE

# Fetching: bytes of an answer, unpacked, and of robots.txt (as much as RFC 9309 asks at least).
FETCH_BYTES: Final = 20 * MEGABYTE
ROBOTS_BYTES: Final = 500_000
SERVICE_BYTES: Final = 5 * MEGABYTE  # an answer of a reconciliation service
# Seconds to connect and between two pieces of an answer, and for an answer as a whole.
SILENCE: Final = 20.0
WHOLE: Final = 90.0
REDIRECTS: Final = 5
# Seconds between two requests to one host, and the longest pause that robots.txt may ask for.
PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 30.0
# How often a service that is busy is asked before it is given up.
TRIES: Final = 4
ADDRESS_LENGTH: Final = 2_000
