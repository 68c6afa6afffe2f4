"""What hostile or broken input of the web may cost at most. Each limit has its test in tests/ingest/readers/web/.

A file beyond a limit is refused with a finding that names the limit; nothing is cut off silently.
"""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1_000_000

# A page: long live tickers have 5 MB. Larger ones are data, and parsing them takes minutes.
PAGE_BYTES: Final = 20 * MEGABYTE
# Elements inside one another; the parser itself stops there, and would leave out what follows without a word.
PAGE_DEPTH: Final = 256
# Elements of one page: what is looked at costs time for each.
PAGE_ELEMENTS: Final = 200_000
# JSON-LD of one page.
JSON_LD_BYTES: Final = 5 * MEGABYTE
# A saved page with its pictures.
MHTML_BYTES: Final = 200 * MEGABYTE
# A feed: five thousand full texts.
FEED_BYTES: Final = 50 * MEGABYTE
FEED_ENTRIES: Final = 10_000
# One WARC record, unpacked; a larger one is a film or a bomb. Its bytes are passed over as they are unpacked.
RECORD_BYTES: Final = PAGE_BYTES
# The header of one WARC record.
HEADER_BYTES: Final = MEGABYTE
