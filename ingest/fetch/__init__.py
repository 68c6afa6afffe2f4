"""A page or feed from the web, politely and only where the user names its address.

robots.txt is obeyed, a host is asked one thing at a time with a pause between, and only public addresses are connected
to: the one that was checked is the one connected to, at every redirect anew.
"""

from __future__ import annotations

from onrecord.ingest.fetch.fetcher import Fetched, Fetcher

__all__ = ["Fetched", "Fetcher"]
