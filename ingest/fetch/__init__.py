"""A page, a feed or a service of the web, politely and only where the user names its address.

A host is asked one thing at a time, with a pause between. For pages and feeds robots.txt is obeyed and only public
addresses are connected to: the one that was checked is the one connected to, at every redirect anew. A service may
stand on the user's own machine; its redirects are not followed.
"""

from __future__ import annotations

from onrecord.ingest.fetch.addresses import RefusedError
from onrecord.ingest.fetch.fetcher import Fetched, Fetcher
from onrecord.ingest.fetch.service import Service

__all__ = ["Fetched", "Fetcher", "RefusedError", "Service"]
