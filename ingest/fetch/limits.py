"""What a fetch may cost at most. Each limit has its test in tests/ingest/fetch/."""

from __future__ import annotations

from typing import Final

# Bytes of an answer, unpacked; what the largest live ticker has four times over.
BYTES: Final = 20_000_000
ROBOTS_BYTES: Final = 500_000  # as RFC 9309 asks at least
SERVICE_BYTES: Final = 5_000_000
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
