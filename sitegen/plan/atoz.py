"""The site map: all pages, and articles by letter; the search that stands above it."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache, partial
from operator import attrgetter

from sitegen.digest import digest, digest_lines
from sitegen.keys import texted
from sitegen.model.output import Joined, Output, Shown
from sitegen.model.parsed import Stems
from sitegen.model.views import IndexView, NamedLink
from sitegen.plan import search
from sitegen.plan.links import GLOSSARY
from sitegen.plan.pages import Pages
from sitegen.plan.selection import Placed
from sitegen.plan.titles import FILES, page_summary, page_title
from sitegen.values import replace

# What readers look for on our own pages besides their titles, in Indonesian; of a stem a search knows all forms.
_SOUGHT = {
    "contact": "alamat telepon nomor kantor hubung dinas",
    "facilities": "dekat lokasi alamat jam buka dokter klinik",
    "offline": "internet hp simpan unduh luring offline",
    "question": "tanya jawab",
    "announcement": "kabar berita umum",
    "event": "acara jadwal kegiatan kalender",
    "download": "unduh berkas simpan cetak formulir lembar download",
    "quiz": "kuis tes uji soal sosialisasi sebelum sesudah",
    "glossary": "singkat arti maksud kata",
}
# Above so many articles each letter has a page of its own.
ON_ONE_PAGE = 300
SITE_MAP = "peta-situs.html"


class Atoz(Pages):
    """Makers of the site map and of search."""

    def index(self) -> Iterator[Output]:
        """The site map: pages, and articles by letter; by letter on pages of their own where they are many."""
        for lang in self.languages:
            letters: dict[str, list[Placed]] = {}
            shelved = (p for p in self._offers[lang].values() if p.kind.shelved)
            titles = sorted((*self.listed[lang], *shelved), key=attrgetter("titled"))
            for placed in titles:
                letters.setdefault(letter_of(placed.edition.meta.title), []).append(placed)
            letters = dict(sorted(letters.items()))
            if len(titles) <= ON_ONE_PAGE:
                parts = {SITE_MAP: letters}
            else:
                parts = {SITE_MAP: {}, **{letter_file(letter): {letter: some} for letter, some in letters.items()}}
            counts = {letter: len(some) for letter, some in letters.items()} if len(parts) > 1 else {}
            sizes = [f"{letter} {count}" for letter, count in counts.items()]
            told = digest_lines(self._shapes[lang], " ".join(self.languages), self._has, *sizes)
            for file, shown in parts.items():
                make = partial(self._map, lang, file, counts)
                faces = self._faces(placed for some in shown.values() for placed in some)
                path = self.selection.folder(lang) + file
                yield self._list_of(path, "index.html", "cards/index.html", faces, make, shown, told, *shown)

    def _map(self, lang: str, file: str, counts: dict[str, int], letters: dict[str, list[Placed]]) -> Shown:
        path = self.selection.folder(lang) + file
        cards = tuple((letter, self._cards(placed, "index", path, lang)) for letter, placed in letters.items())
        pages = (
            self._link("home", lang, path),
            self._link("articles", lang, path),
            *(self._link(kind.id, lang, path) for kind in self._lists),
            *self._pages(lang, path),
            self._link("contact", lang, path),
            self._link("facilities", lang, path),
            self._link("offline", lang, path),
        )
        # Links to pages beside this one, so their names are enough.
        links = tuple(NamedLink(letter, letter_file(letter), letter in letters, n) for letter, n in counts.items())
        title = page_title("index", lang)
        crumbs: tuple[NamedLink, ...] = (self._link("home", lang, path),)
        if file != SITE_MAP:
            crumbs += (NamedLink(title, SITE_MAP, url=self.selection.folder(lang) + SITE_MAP),)
            title = f"{title}: {next(iter(letters))}"
        head = self._head(path, lang, title, page_summary("index", lang), "peta-situs", crumbs)
        if file == SITE_MAP:
            head = replace(head, alternates=self._everywhere(path, SITE_MAP))
        return self._show("index.html", IndexView(head, pages, tuple(letters), links), cards)

    def search(self) -> Iterator[Output]:
        """What the search of the site map loads: its script, and the index of all documents and of our own pages, in
        all languages."""
        yield search.script()
        yield self.index_of(texted(digest_lines(*self._shapes.values(), self._has), self.sought()))

    def index_of(self, key: str) -> Joined:
        """The index of search, which has this key."""
        return Joined(search.INDEX, self._index, key, search.SOURCE)

    def sought(self) -> str:
        """The digest of all that search knows of documents."""
        return digest_lines(*map(self._sought, self.own_pages))

    def _index(self) -> tuple[bytes, ...]:
        # Questions stand on one page, and each leads to the article that answers it: that is what is found.
        everything = sorted(self.own_pages, key=attrgetter("path"))
        return search.index((*map(self._record, everything), *self._own_records()))

    def _sought(self, placed: Placed) -> str:
        """The digest of all that search knows of a document, but for the folder of its language."""
        edition = placed.edition
        found = self.shared.sought.get(edition.stamp)
        if found is None:
            stems, meta = self.shared.parsed[edition.text.key].stems, edition.meta
            known = (edition.path, edition.lang, meta.title, meta.summary, stems.headings, stems.text)
            found = self.shared.sought[edition.stamp] = digest(*known)
        return found

    def _record(self, placed: Placed) -> bytes:
        edition = placed.edition
        memo = (edition.stamp, placed.path)
        if memo not in self.shared.records:
            stems = self.shared.parsed[edition.text.key].stems
            meta = edition.meta
            self.shared.records[memo] = search.record(placed.address, meta.title, meta.summary, stems, edition.lang)
        return self.shared.records[memo]

    def _own_records(self) -> Iterator[bytes]:
        """Contact, facilities, offline reading, glossary, lists of kinds: what readers seek there has no document."""
        own = {name: FILES[name] for name in ("contact", "facilities", "offline")}
        own |= {kind.id: kind.list for kind in self._lists}
        if self.selection.terms:
            own["glossary"] = GLOSSARY
        for lang in self.languages:
            for name, file in own.items():
                path = self.selection.folder(lang) + file
                yield search.record(path, page_title(name, lang), page_summary(name, lang), Stems(_SOUGHT[name]), lang)


@lru_cache(maxsize=1 << 14)
def letter_of(title: str) -> str:
    """The letter below which a title stands: its first one, "0-9" for figures and signs."""
    first = next((c for c in title if c.isalnum()), "#").upper()
    return first if first.isalpha() else "0-9"


def letter_file(letter: str) -> str:
    """The page of a letter, beside the site map: `peta-situs-a.html`; letters without a plain form by their number."""
    plain = letter.lower()
    name = plain if plain.isascii() else f"u{ord(unicodedata.normalize('NFC', plain)[0]):04x}"
    return f"peta-situs-{name}.html"
