"""Offline reading: the worker that keeps a site on a phone once its reader asked for that."""

from functools import lru_cache

from sitegen import offline
from sitegen.digest import digest_bytes
from sitegen.model.output import Data

WORKER = "sw.js"
PAGE = "luring.html"


@lru_cache(maxsize=1)
def worker() -> Data:
    """The service worker (W3C Service Workers), at the root of a site, since it may answer only for what lies below."""
    data = offline.script("sw.js").encode()
    return Data(WORKER, data, digest_bytes(data), "sitegen/data/offline/sw.js")
