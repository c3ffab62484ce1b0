"""The kinds of document: one row each. A new kind is a row here, a template, and what its view needs."""

from sitegen.values import Frozen


class Kind(Frozen):
    """A kind of document: its folder in a layer, its template, the pattern of its URL, the keys it requires.

    `section` is the entry of the main navigation that is current on its pages; `listed` says whether the lists of
    articles, topics and feeds show it, `menu` whether the menu of static pages does; `schema` is its type of
    schema.org: graph/page.html of a theme has a branch for each. `held` says that it waits for offices that hold new
    documents, `sourced` that it owes sources and reviews. `list` is the page that shows all of its kind, if there is
    one; with `gathered` they have no pages of their own: they stand on that page, and their URLs lead there.
    `bodiless` says that its front matter may be all of it; `shelved` that its list is a plain one (`plan.shelves`) and
    that the site map has it by its letter; `form` is what its body has to consist of: "quiz" or anything.
    """

    id: str
    folder: str
    template: str
    url: str
    section: str
    required: tuple[str, ...]
    schema: str
    listed: bool = False
    menu: bool = False
    held: bool = True
    sourced: bool = False
    list: str = ""
    gathered: bool = False
    bodiless: bool = False
    shelved: bool = False
    form: str = ""

    def path(self, slug: str) -> str:
        """The path of a document of this kind inside its site."""
        return self.url.format(slug=slug)

    def anchor(self, slug: str) -> str:
        """Where on its list page a gathered document stands; "" for one with a page of its own."""
        return f"_t-{slug}" if self.gathered else ""


KINDS: tuple[Kind, ...] = (
    Kind(
        "article",
        "artikel",
        "article.html",
        "artikel/{slug}.html",
        "artikel",
        ("title", "summary", "date", "topics"),
        "Article",
        listed=True,
        sourced=True,
    ),
    Kind("page", "halaman", "page.html", "{slug}.html", "", ("title", "summary"), "WebPage", menu=True, held=False),
    Kind(
        "question",
        "tanya",
        "redirect.html",
        "tanya/{slug}.html",
        "tanya-jawab",
        ("title", "summary", "topics"),
        "",
        sourced=True,
        list="tanya-jawab.html",
        gathered=True,
        bodiless=True,
    ),
    Kind(
        "announcement",
        "pengumuman",
        "announcement.html",
        "pengumuman/{slug}.html",
        "",
        ("title", "summary", "start", "end"),
        "WebPage",
        list="pengumuman.html",
        bodiless=True,
    ),
    Kind(
        "event",
        "acara",
        "event.html",
        "acara/{slug}.html",
        "agenda",
        ("title", "summary", "start", "place"),
        "Event",
        list="agenda.html",
        bodiless=True,
    ),
    Kind(
        "download",
        "unduhan",
        "download.html",
        "unduhan/{slug}.html",
        "",
        ("title", "summary", "date", "file"),
        "DigitalDocument",
        sourced=True,
        list="unduhan.html",
        bodiless=True,
        shelved=True,
    ),
    Kind(
        "quiz",
        "kuis",
        "quiz.html",
        "kuis/{slug}.html",
        "",
        ("title", "summary", "date", "sources"),
        "Quiz",
        sourced=True,
        list="kuis.html",
        shelved=True,
        form="quiz",
    ),
)
BY_ID = {kind.id: kind for kind in KINDS}
BY_FOLDER = {kind.folder: kind for kind in KINDS}

# Keys of the front matter that only some kinds have: elsewhere they would do nothing, so they are refused there.
KEYS_OF: dict[str, tuple[str, ...]] = {
    "points": ("article", "page"),
    "task": ("article",),
    "related": ("article", "download", "quiz"),
    "canonical": ("article", "page", "announcement", "event", "download", "quiz"),
    "expires": ("article", "page", "question", "download", "quiz"),
    "start": ("announcement", "event"),
    "end": ("announcement", "event"),
    "level": ("announcement",),
    "place": ("event",),
    "time": ("event",),
    "time_end": ("event",),
    "repeat": ("event",),
    "cancelled": ("event",),
    "file": ("download",),
    "file_language": ("download",),
}
