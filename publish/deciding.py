"""The commands by which a reader decides otherwise, ready to be copied; a page changes nothing itself."""

from __future__ import annotations

import shlex
from pathlib import Path

from onrecord.publish.corpus import Corpus

# Where ``onrecord`` looks without being told.
USUAL = "data/corpus.db"


def command(corpus: Corpus, kind: str, *keys: str) -> str:
    """``onrecord decide KIND KEYS``, with the corpus it is about.

    The file is named as the server was given it, but for its folder on the server, which is nobody's business.
    """
    path = Path(str(corpus.database.path))
    file = path.name if path.is_absolute() or ".." in path.parts else path.as_posix()
    where = [] if file == USUAL else ["--db", file]
    why = [] if kind == "undo" else ["--why", "..."]
    return shlex.join(["onrecord", "decide", kind, *keys, *where, *why])
