"""A site as it is on the web: every file of its manifest, as readers and as search engines get it.

A server can show one page to readers and another to search engines or to whoever comes from one, so pages are asked for
in all these ways (`READERS`). What HTTP never shows is files that nobody knows the name of.
"""

import datetime as dt
import ssl
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from sitegen.problems import Problem, listed
from sitegen.verify.compare import fits
from sitegen.verify.fetch import Answer, Base, Fetcher, Patience, base_of
from sitegen.verify.suspicious import MOST, hosts, is_text, tell, words
from sitegen.verify.trust import trust
from sitegen.verify.values import MOST_MANIFEST, Asked, Found, Result, Unusable
from sitegen.write.manifest import MANIFEST, Entry, Manifest, load

_PHONE = (
    "Mozilla/5.0 (Linux; Android 13; Mobile) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Mobile Safari/537.36"
)
_ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"

READERS: tuple[tuple[str, dict[str, str]], ...] = (
    ("", {"User-Agent": _PHONE}),
    ("Googlebot", {"User-Agent": _ROBOT}),
    ("Referer: google.com", {"User-Agent": _PHONE, "Referer": "https://www.google.com/"}),
)
"""Who asks for a page: the name in messages ("" for readers that come directly), and the headers."""

CONNECTIONS = 3
_PATIENCE = Patience()
SOON_DAYS = 21
_SETTINGS = frozenset({"_headers", "_redirects", "redirect.nginx.conf"})
_UNKNOWN = "sitegen-tidak-ada.html"
_SLACK = 200_000


@dataclass(frozen=True, slots=True)
class _Seen:
    """One file as it came: findings, the body if it is a text that is not as published, hosts of one that is."""

    problems: tuple[Problem, ...]
    path: str
    strange: tuple[bytes, ...] = ()
    hosts: frozenset[str] = frozenset()
    hops: tuple[tuple[str, str], ...] = ()
    removed: frozenset[int] = frozenset()
    unseen: bool = False


def verify_url(asked: Asked, patience: Patience = _PATIENCE) -> Result:
    """Checks a site on the web. Raises Unusable, NoProgramError."""
    base = base_of(asked.target)
    if base is None:
        raise Unusable("verify-bad-url", path=asked.target)
    return _Remote(base, asked, patience).result()


class _Remote:
    def __init__(self, base: Base, asked: Asked, patience: Patience) -> None:
        self._base, self._asked, self._patience = base, asked, patience
        self._found = Found()
        self._own = threading.local()
        self._all: list[Fetcher] = []
        self._over = threading.Event()
        self._clock = threading.Timer(patience.whole, self._over.set)
        self._clock.daemon = True
        self._clock.start()

    def result(self) -> Result:
        asked, found = self._asked, self._found
        with closing(self):
            answer = self._get(MANIFEST, READERS[0][1], MOST_MANIFEST)
            if not answer.reached:
                raise Unusable("verify-unreached", path=str(self._base), reason=answer.trouble)
            found.note("http", host=self._base.host)
            self._certificate()
            manifest = load(answer.body) if not answer.trouble else None
            if manifest is None:
                self._told(answer, MANIFEST)
                found.add("verify-no-manifest", MANIFEST)
                found.problems.sort(key=Problem.sort_key)
                return Result(asked.target, "url", tuple(found.problems), tuple(found.notes))
            digest = sha256(answer.body).hexdigest()
            known = trust(self._file, manifest, digest, asked, found)
            if fits(manifest, found):
                gone = frozenset(known.statement.withdrawn if known.statement else ())
                self._files(manifest, gone, proven=bool(known.key))
        found.problems.sort(key=Problem.sort_key)
        return Result(
            asked.target, "url", tuple(found.problems), tuple(found.notes), manifest, digest, known.statement,
            known.key, len(manifest.files),
        )  # fmt: skip

    def close(self) -> None:
        """Lets go of all connections."""
        self._clock.cancel()
        for fetcher in self._all:
            fetcher.close()

    def _get(self, path: str, headers: dict[str, str], most: int) -> Answer:
        """By this thread's own connection; when all time is used up, nothing is asked any more."""
        if self._over.is_set():
            return Answer(trouble=f"> {self._patience.whole:g} s")
        fetcher: Fetcher | None = getattr(self._own, "fetcher", None)
        if fetcher is None:
            fetcher = self._own.fetcher = Fetcher(self._base, self._patience)
            self._all.append(fetcher)
        return fetcher.get(quote(path, safe="/~"), headers, most)

    def _file(self, path: str, most: int) -> bytes | None:
        answer = self._get(path, READERS[0][1], most)
        return None if answer.trouble else answer.body

    def _certificate(self) -> None:
        fetcher = self._all[0]
        if fetcher.distrust:
            self._found.add("verify-certificate", self._base.host, reason=fetcher.distrust)
        elif fetcher.certificate:
            until = ssl.cert_time_to_seconds(str(fetcher.certificate["notAfter"]))
            last = dt.datetime.fromtimestamp(until, dt.UTC).date()
            days = (last - self._asked.today).days
            self._found.note("certificate", date=last.isoformat(), days=days)
            if days < SOON_DAYS:
                self._found.add("verify-certificate-soon", self._base.host, date=last.isoformat(), days=str(days))

    def _files(self, manifest: Manifest, gone: frozenset[str], *, proven: bool) -> None:
        found = self._found

        def look(item: tuple[str, Entry]) -> _Seen:
            return self._look(*item, tombstone=item[0] in gone, proven=proven)

        with ThreadPoolExecutor(CONNECTIONS) as pool:
            seen = [*pool.map(look, sorted(manifest.files.items()))]
        allowed = {self._base.host, manifest.domain.lower(), *(host for one in seen for host in one.hosts)}
        for one in seen:
            found.problems += one.problems
            for body in one.strange:
                tell(one.path, body, allowed, found)
        self._invented(allowed)
        found.problems[:] = dict.fromkeys(found.problems)
        self._notes(seen)

    def _notes(self, seen: list[_Seen]) -> None:
        hops = sorted({hop for one in seen for hop in one.hops})
        if hops:
            self._found.note("redirects", count=len(hops), source=hops[0][0], target=hops[0][1])
        unseen = [one.path for one in seen if one.unseen]
        if unseen:
            self._found.note("not-served", paths=", ".join(unseen))
        for number, snippet in enumerate(self._asked.tolerated):
            pages = sum(number in one.removed for one in seen)
            if pages:
                self._found.note("removed", pages=pages, text=" ".join(snippet.decode("utf-8", "replace").split())[:80])

    def _look(self, path: str, entry: Entry, *, tombstone: bool, proven: bool) -> _Seen:
        """One file in all ways in which it is asked for."""
        page = path.endswith(".html")
        found = Found()
        good: dict[str, bytes] = {}
        strange: dict[bytes, None] = {}
        hops: list[tuple[str, str]] = []
        removed: set[int] = set()
        for address, (reader, headers) in _ways(path, page):
            answer = self._get(address, headers, _most(path, entry))
            if _setting(path) and answer.status in (403, 404):
                return _Seen((), path, unseen=True)
            bare, taken = _without(answer.body, self._asked.tolerated, entry) if page else (answer.body, ())
            removed.update(taken)
            hops += [(address, hop) for hop in answer.hops if not answer.away]
            if not answer.trouble and sha256(bare, usedforsecurity=False).hexdigest() == entry.sha256:
                if not reader:
                    good[address] = bare
                continue
            _judge(address, reader, answer, found, tombstone=tombstone, plain=address in good)
            if answer.body and is_text(path):
                strange[answer.body[:MOST]] = None
        body = good.get(path) if page else None
        if body is not None and not proven and (said := words(body)):
            found.add("verify-gambling", path, words=listed(said))
        named = hosts(body) if body is not None else frozenset()
        problems = tuple(dict.fromkeys(found.problems))
        return _Seen(problems, path, tuple(strange), named, tuple(hops), frozenset(removed))

    def _told(self, answer: Answer, path: str) -> None:
        if answer.away:
            self._found.add("verify-redirect", path, url=answer.away)
        elif answer.trouble and answer.status not in (404, 410):
            self._found.add("verify-unserved", path, reason=answer.trouble)

    def _invented(self, allowed: set[str]) -> None:
        """A page that cannot be there: a server that was taken over often answers any address with pages of its own."""
        for _, headers in READERS:
            answer = self._get(_UNKNOWN, headers, MOST)
            if answer.away:
                self._found.add("verify-redirect", _UNKNOWN, url=answer.away)
            elif answer.status == 200:
                self._found.add("verify-invents", _UNKNOWN)
            if words(answer.body):
                tell(_UNKNOWN, answer.body, allowed, self._found)


def _judge(address: str, reader: str, answer: Answer, found: Found, *, tombstone: bool, plain: bool) -> None:
    """The findings for an answer that is not as published; `plain`: who comes directly gets the page as published. What
    all readers get wrong in the same way is told once."""
    place = address or "/"
    if answer.away:
        found.add("verify-redirect", place, url=answer.away)
    if reader:
        if plain:
            found.add("verify-cloaked", place, reader=reader, reason=answer.away or answer.trouble or "HTTP 200")
    elif tombstone:
        found.add("verify-tombstone", place)
    elif answer.status in (404, 410):
        found.add("verify-missing", place)
    elif answer.trouble and not answer.away:
        found.add("verify-unserved", place, reason=answer.trouble)
    elif not answer.away:
        found.add("verify-altered", place)


def _ways(path: str, page: bool) -> Iterator[tuple[str, tuple[str, dict[str, str]]]]:
    """The addresses at which a file is asked for, and by whom: a page also by the address of its folder, which a server
    may answer with another file than its index."""
    names = (path, path.removesuffix("index.html")) if f"/{path}".endswith("/index.html") else (path,)
    for name in names:
        for reader in READERS if page or path in ("robots.txt", "sitemap.xml") else READERS[:1]:
            yield name, reader


def _most(path: str, entry: Entry) -> int:
    """So many bytes are taken: enough to see that a file is longer, and of a text what it says."""
    return max(entry.size + 1, min(MOST, 4 * entry.size + _SLACK)) if is_text(path) else entry.size + 1


def _setting(path: str) -> bool:
    """Whether a file is for the server itself, which then shows it to nobody."""
    return path in _SETTINGS or (path.rpartition("/")[2].startswith(".") and not path.startswith(".well-known/"))


def _without(body: bytes, tolerated: tuple[bytes, ...], entry: Entry) -> tuple[bytes, tuple[int, ...]]:
    """A page without the snippets that its hoster is known to put in, and which ones those were."""
    if len(body) <= entry.size or not tolerated:
        return body, ()
    taken = []
    for number, snippet in enumerate(tolerated):
        if snippet in body:
            body = body.replace(snippet, b"")
            taken.append(number)
    return body, tuple(taken)
