"""How long a newcomer waits: from a fresh clone to the published corpus, with the README's first command.

    python benchmarks/first_run.py

Clones the last commit into a temporary folder, runs ``make serve`` there and asks for the first page until it comes.
The aim is five minutes; pip's downloads are part of it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[1]
PORT = 8021
LIMIT = 300  # seconds


def main() -> None:
    """Print the seconds until the home page answers; exit with 1 where it took more than the limit."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "onrecord"
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)  # noqa: S603, S607
        begun = time.monotonic()
        serving = subprocess.Popen(  # noqa: S603
            ["make", "serve", f"PORT={PORT}", f"PYTHON={sys.executable}"],  # noqa: S607
            cwd=clone,
            start_new_session=True,
        )
        try:
            while not answers() and time.monotonic() - begun < LIMIT and serving.poll() is None:
                time.sleep(0.5)
            took = time.monotonic() - begun
            ok = answers()
        finally:
            os.killpg(serving.pid, signal.SIGTERM)
            serving.wait()
    print(f"make serve answered after {took:.0f} s (limit {LIMIT} s)" if ok else "make serve never answered")
    sys.exit(0 if ok else 1)


def answers() -> bool:
    """True once the home page comes with the corpus on it."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=2) as page:
            return b"Lloyd Austin" in page.read()
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    main()
