"""Small values to render: a theme of given templates, sites with awkward words, documents, pages with cards."""

import datetime as dt

from sitegen.digest import digest
from sitegen.model.document import Slot, Source, Text
from sitegen.model.output import Body, CardUse, Page, Ready, Shown, as_made
from sitegen.model.parsed import Heading
from sitegen.model.project import Theme
from sitegen.model.region import Region
from sitegen.model.scalars import Phone, Url
from sitegen.model.site import Contact, Fact, Identity, Site
from sitegen.model.views import Card, DocumentView, Head, NamedLink, SiteView
from sitegen.plan.planning import site_view
from sitegen.render.markdown import parse
from sitegen.render.programs import Filler, Maker
from sitegen.render.templates import Templates
from sitegen.values import replace

REGION = Region(
    "32.02",
    "Kabupaten Sukabumi",
    "kabupaten",
    "Sukabumi",
    "sukabumi",
    "Jawa Barat",
    "32",
    "Jawa",
    "Asia/Jakarta",
    "WIB",
)
PARTIALS = {
    "partials/head.html": "<meta content='{{ site.name }}'>{% if site.confirmed %}resmi{% endif %}{{ chrome.root }}",
    "partials/footer.html": "<p>{{ site.contact.phone or '-' }} {{ lang }}</p>",
}
CARD_TEMPLATE = "<li>{{ card.title }} {{ site.place }}{% if card.local %} {{ site.name }}{% endif %}</li>\n"


STYLE = (("base", "p{margin:0}"), ("body/p", "p{color:red}"))


def theme(templates: dict[str, str]) -> Theme:
    files = {**PARTIALS, "cards/row.html": CARD_TEMPLATE, **templates}
    return Theme("uji", tuple(sorted(files.items())), STYLE, "f(1)", (("id", ()),), ())


def site(name: str, phone: str, facts: dict[str, tuple[str, str]], *, confirmed: bool) -> Site:
    """A site whose words are as given; `facts` are type and value by full name."""
    official = Url("https://o.example/?a=1&b=2")
    identity = Identity("confirmed", name, dt.date(2026, 1, 2), official) if confirmed else Identity()
    return Site(
        id="uji",
        domain="Uji.example",
        host="uji.example",
        base_url="https://uji.example/",
        region=replace(REGION, name=name),
        area=None,
        languages=("id", "en"),
        contact=Contact(phone=Phone(phone), address=name),
        identity=identity,
        theme="uji",
        facts=tuple(Fact(key, kind, value) for key, (kind, value) in sorted(facts.items()) if value),
        groups=(),
        tags=(),
        keep=(),
    )


def view_of(one: Site) -> SiteView:
    return site_view(one)


def document(title: str, *, local: bool = False, points: tuple[str, ...] = ()) -> DocumentView:
    head = Head(
        "id",
        "artikel/a.html",
        "artikel/a.html",
        title,
        f"Tentang {title}",
        "../",
        "../",
        "artikel",
        (NamedLink("Beranda", "../index.html"), NamedLink(title, "a.html", True, 3)),
    )
    return DocumentView(
        head=head,
        kind="article",
        title=title,
        summary=f"{title}.",
        points=points,
        topics=(NamedLink("Topik & satu", "t.html"),),
        date=dt.date(2026, 11, 1),
        checked=None,
        review_by=None,
        sources=(Source(title, "P"),),
        reviewed=None,
        reviewer="",
        example=False,
        draft=False,
        local=local,
        minutes=3,
        contents=True,
        headings=(Heading(2, "a", title), Heading(3, "b", "B & b")),
        related=True,
    )


def card(title: str, *, local: bool) -> CardUse:
    made = Card(
        "id",
        "b.html",
        "artikel/b.html",
        "id/artikel/b",
        "Indonesia",
        title,
        "",
        "",
        None,
        None,
        1,
        local,
        False,
        False,
        "",
        "",
    )
    return CardUse("cards/row.html", "id", made, digest("cards/row.html", made))


def page(view: DocumentView, source: str, slots: tuple[Slot, ...], cards: tuple[CardUse, ...]) -> Page:
    text = Text(digest(source, slots), "id", source.encode(), slots)
    body = Body(text, (), digest(text.key))
    uses = (("related", cards), ("A", cards[:1]), ("empty", ()))
    return page_of(Shown(Ready(view), body, uses, digest(view)))


def page_of(shown: Shown) -> Page:
    """A page that shows this."""
    key = digest(shown.frame, shown.body.key if shown.body else "", *(use.key for _, row in shown.cards for use in row))
    return Page("artikel/a.html", "page.html", key, as_made, shown, style=("base", "body/p"))


def html_of(text: Text) -> str:
    parsed, html = parse(text)
    assert not parsed.flaws, parsed.flaws
    return html


def maker(templates: dict[str, str]) -> Maker:
    return Maker(Templates(theme(templates)), html_of, False)


def filler(made: Maker, one: Site) -> Filler:
    return Filler(made, one, view_of(one))
