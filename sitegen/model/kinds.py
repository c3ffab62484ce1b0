"""The kinds of document: one row each. A new kind is a row here, a template, and what its view needs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its folder in a layer, its template, the pattern of its URL, the keys it requires.

    `section` is the entry of the main navigation that is current on its pages; `listed` says whether lists,
    topics and feeds show it; `schema` is its type of schema.org: base.html of a theme has a branch for each.
    """

    id: str
    folder: str
    template: str
    url: str
    section: str
    listed: bool
    required: tuple[str, ...]
    schema: str

    def path(self, slug: str) -> str:
        """The path of a document of this kind inside its site."""
        return self.url.format(slug=slug)


KINDS: tuple[Kind, ...] = (
    Kind(
        "article",
        "artikel",
        "article.html",
        "artikel/{slug}.html",
        "artikel",
        True,
        ("title", "summary", "date", "topics"),
        "Article",
    ),
    Kind("page", "halaman", "page.html", "{slug}.html", "", False, ("title", "summary"), "WebPage"),
)
BY_ID = {kind.id: kind for kind in KINDS}
BY_FOLDER = {kind.folder: kind for kind in KINDS}
