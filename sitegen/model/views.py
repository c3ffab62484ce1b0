"""Views: all that a template may see. A narrow view is a precise dependency, so none holds more than it shows.

Site partials get `site` (a SiteView) and `chrome`. Page templates get `page` (one of the views below) and may only
*print* `site.*`, `partials.*`, `cards.*`, `body`, `qr` (an image; nothing on unconfirmed sites), and `text`
and `hash` of `style`, `script`, `search` and `offline`. Cards get `card` and may only print `site.*`, and `body` where
a card shows a text.
"""

import datetime as dt

from sitegen.model.document import Source
from sitegen.model.facility import Facility
from sitegen.model.parsed import Heading
from sitegen.model.site import Contact, Security
from sitegen.values import Frozen


class Accent(Frozen):
    """The colours of an island group: accent, field (white text on it) and tint, for light and dark schemes."""

    name: str
    light: str
    dark: str
    field: str
    tint_light: str
    tint_dark: str


class SiteView(Frozen):
    """A site as templates see it. Empty strings mean unknown; `tag` starts its tag URIs (RFC 4151);
    `offset` is its time zone as "+07:00"; `mark` the path of a quarter of its mark on a 24 x 24 grid;
    `single` says that the site is one page (the page of a kecamatan)."""

    id: str
    host: str
    base_url: str
    tag: str
    name: str
    title: str
    place: str
    short_name: str
    district: str
    province: str
    island_group: str
    zone: str
    offset: str
    confirmed: bool
    confirmed_by: str
    confirmed_on: dt.date | None
    official_url: str
    single: bool
    languages: tuple[str, ...]
    contact: Contact
    accent: Accent
    mark: str
    security: Security | None


class Chrome(Frozen):
    """Where a site partial stands: `root` leads to the site's root ("", "../" or "/"), `base` to the home of the
    page's language, `section` is the current entry of the navigation, `drafts` marks a build with drafts,
    `pages` are the site's static pages such as "Tentang", `lists` the further entries of the navigation that the site
    has something for ("tanya-jawab")."""

    root: str
    base: str
    section: str
    lang: str
    drafts: bool
    pages: "tuple[NamedLink, ...]" = ()
    lists: tuple[str, ...] = ()


class NamedLink(Frozen):
    """A link with its words; `current` marks the place where the reader is, `count` how much is behind it, `name` is
    the slug of the page that it leads to, `lang` the language of its words if it is not that of the page, `url` the
    same as `href` from base_url, for those who read a page away from its place (crumbs have it)."""

    title: str
    href: str
    current: bool = False
    count: int = 0
    name: str = ""
    lang: str = ""
    url: str = ""


class Alternate(Frozen):
    """The same page in one of the languages of the site: its tag (BCP 47), own name and link. `hreflang` is what search
    engines are told ("x-default" besides if `default`); empty where they are told nothing."""

    lang: str
    name: str
    href: str
    path: str
    hreflang: str = ""
    default: bool = False


class Head(Frozen):
    """What every page tells about itself. `path` is its file in the site, `url` the same as canonical URLs show it
    (relative to base_url), `crumbs` the way to it, `indexed` whether search engines may list it,
    `pages` the static pages of the site in its language, `canonical` the whole URL of the same page on the hub, if that
    is the one to be listed, else empty. `locale` is the language as Open Graph writes it (id_ID), `schema` the type of
    schema.org that the page is, if any, `described` whether it carries structured data: search engines may list it, at
    this URL. `feeds` are feeds of the page's own subject, beside that of the site; `lists` as in Chrome."""

    lang: str
    path: str
    url: str
    title: str
    description: str
    root: str
    base: str
    section: str
    crumbs: tuple[NamedLink, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    indexed: bool = True
    pages: tuple[NamedLink, ...] = ()
    canonical: str = ""
    locale: str = ""
    schema: str = ""
    described: bool = False
    feeds: tuple[NamedLink, ...] = ()
    lists: tuple[str, ...] = ()


class TermUse(Frozen):
    """A term of the glossary that a page uses: its link there, its meaning in one sentence, and the language of that
    sentence if it is not that of the page."""

    name: str
    href: str
    meaning: str
    lang: str = ""


class Share(Frozen):
    """An article as a message, without the page's address: `caption` is what the WhatsApp link is filled with before
    the address, `text` the whole message for a group, before address and notice (`plan.share`)."""

    caption: str
    text: str


class EventDay(Frozen):
    """A day of an event with the name of its weekday; `end` is its last day, mostly the same."""

    weekday: str
    day: dt.date
    end: dt.date
    cancelled: bool


class EventFacts(Frozen):
    """When and where an event is: `rhythm` says in words how it comes back ("Setiap Selasa"), up to `until`; `days` are
    the next ones. `starts` and `ends` are those of the next day that was not called off, by ISO 8601 without a zone;
    `timed` says whether they have a time, `cancelled` that no day is left. `file` leads to the same for a calendar."""

    place: str
    time: dt.time | None
    time_end: dt.time | None
    rhythm: str
    until: dt.date | None
    days: tuple[EventDay, ...]
    starts: str
    ends: str
    timed: bool
    cancelled: bool
    file: str


class FileFacts(Frozen):
    """The file that a download offers: its name, the link to it, `url` the same from base_url, its media type (IANA)
    and `type` in words, its size in words and in `bytes`, its language and how that calls itself."""

    name: str
    href: str
    url: str
    media: str
    type: str
    size: str
    bytes: int
    lang: str
    lang_name: str


class DocumentView(Frozen):
    """An article or a static page. `overdue` says that `review_by` has passed; before that, pages carry the notice
    hidden. `minutes` is the reading time, `contents` whether a table of contents helps, `related` whether
    `cards.related` holds anything, `local` whether this place added or changed something. `terms` are words of the
    glossary that the text uses, `share` is None for what is not shared as a message (static pages). `start` and `end`
    are the days of an announcement, `level` its weight; `event` tells of an event, `file` of a download's file, else
    they are None; `questions` is how many a quiz has."""

    head: Head
    kind: str
    title: str
    summary: str
    points: tuple[str, ...]
    topics: tuple[NamedLink, ...]
    date: dt.date | None
    checked: dt.date | None
    review_by: dt.date | None
    sources: tuple[Source, ...]
    reviewed: dt.date | None
    reviewer: str
    example: bool
    draft: bool
    local: bool
    minutes: int
    contents: bool
    headings: tuple[Heading, ...]
    related: bool
    overdue: bool = False
    legal_basis: tuple[str, ...] = ()
    terms: tuple[TermUse, ...] = ()
    share: Share | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    level: str = ""
    event: EventFacts | None = None
    file: FileFacts | None = None
    questions: int = 0


class ListView(Frozen):
    """One page of a list: of all articles (`topic` empty) or of a topic. `cards.items` are its rows."""

    head: Head
    topic: str
    intro: str
    total: int
    topics: tuple[NamedLink, ...]
    pages: tuple[NamedLink, ...]
    previous: str
    next: str


class HomeView(Frozen):
    """The home page. `tasks`, `latest` and `questions` say whether the cards of that name hold anything; `topics` are
    those that have articles, `updated` the day of the newest. `notices` is the last day of `cards.notices`, None if
    there are none; `shelves` are links to the lists of downloads and of quizzes, if the site has any."""

    head: Head
    tasks: bool
    latest: bool
    updated: dt.date | None
    topics: tuple[NamedLink, ...] = ()
    questions: bool = False
    notices: dt.date | None = None
    shelves: tuple[NamedLink, ...] = ()


class IndexView(Frozen):
    """The site map: pages of the site and, letter by letter, its articles as `cards[letter]`. Where these are many,
    each letter has a page of its own: `parts` are links to them, and `letters` has that of this page, if any."""

    head: Head
    pages: tuple[NamedLink, ...]
    letters: tuple[str, ...]
    parts: tuple[NamedLink, ...] = ()


class TermRow(Frozen):
    """A term as the glossary shows it: its id in the page, other spellings, meaning, the language of that if it is not
    that of the page, where it is from."""

    id: str
    name: str
    also: tuple[str, ...]
    meaning: str
    lang: str
    source: Source | None


class GlossaryView(Frozen):
    """The page of all terms, by letter."""

    head: Head
    terms: tuple[TermRow, ...]


class SimpleView(Frozen):
    """A page that needs nothing but its head: contact, page of a kecamatan. `tasks` as on the home page (404);
    `search`: whether the site has a search (404)."""

    head: Head
    tasks: bool = False
    search: bool = False


class FacilityEntry(Frozen):
    """A facility with its id on the page, and the links to its telephone and to its point (empty: unknown)."""

    id: str
    facility: Facility
    tel: str
    geo: str


class FacilityArea(Frozen):
    """A kecamatan with its id on the page and its facilities."""

    name: str
    id: str
    entries: tuple[FacilityEntry, ...]


class FacilitiesView(Frozen):
    """The directory of facilities: how many there are, of how many it is not known who says so and since when, and all
    of them by kecamatan. Without any it is the page that says so."""

    head: Head
    total: int
    unverified: int
    areas: tuple[FacilityArea, ...]


class TombstoneView(Frozen):
    """A withdrawn or expired document at its old URL: since when, why, where to go instead (href, may be empty); or one
    that is `held` back until it has been reviewed."""

    head: Head
    title: str
    on: dt.date
    expired: bool
    reason: str
    instead: str
    held: bool = False


class RedirectView(Frozen):
    """An old URL of a document (alias): `target` is the relative link, `target_url` the canonical path."""

    head: Head
    target: str
    target_url: str


class FeedView(Frozen):
    """An Atom feed (RFC 4287) or a sitemap (sitemaps.org 0.9): `cards.entries` are its entries. `topic` is the title of
    the subject of a feed, empty for that of the whole site; `summary` says what is in it, `home` is the page (from
    base_url) that shows the same."""

    lang: str
    path: str
    url: str
    root: str
    updated: dt.date | None
    topic: str = ""
    summary: str = ""
    home: str = ""


class Category(Frozen):
    """A topic as feeds write it (RFC 4287, section 4.2.2): its slug and its title."""

    term: str
    label: str


class Card(Frozen):
    """A document as lists, home, feeds and sitemaps show it. `href` leads to it from the page, `url` from base_url;
    `foreign` says that its language is not that of the page; its own is `lang`, by its own name `lang_name`."""

    lang: str
    href: str
    url: str
    id: str
    lang_name: str
    title: str
    summary: str
    topic: str
    date: dt.date | None
    checked: dt.date | None
    minutes: int
    local: bool
    draft: bool
    foreign: bool
    task_title: str
    task_text: str
    categories: tuple[Category, ...] = ()
    example: bool = False


class Question(Frozen):
    """A question and its short answer, as structured data tells them."""

    question: str
    answer: str


class QuestionsView(Frozen):
    """The page of all questions: `groups` are its topics, each with its id on the page in `url` and its questions as
    `cards[group.name]`; one group without a title where they are few. `dated` says that some have a day of review."""

    head: Head
    groups: tuple[NamedLink, ...]
    questions: tuple[Question, ...]
    dated: bool


class QuestionCard(Frozen):
    """A question: on the page of all questions with its answer and, as `body`, what else is to say; `id` is its place
    there, `heading` the level of its heading, `href` leads to it. `full`
    says that there is a `body`. The rest as in DocumentView and Card."""

    lang: str
    id: str
    href: str
    title: str
    summary: str
    lang_name: str
    foreign: bool
    checked: dt.date | None
    review_by: dt.date | None
    overdue: bool
    sources: tuple[Source, ...]
    reviewed: dt.date | None
    reviewer: str
    example: bool
    draft: bool
    local: bool
    full: bool
    heading: int


class NoticesView(Frozen):
    """The page of all announcements that hold now: `until` is the last day of the last of them, None if there are
    none."""

    head: Head
    until: dt.date | None


class NoticeCard(Frozen):
    """An announcement, from its first day to its last; `heading` is the level of its heading."""

    lang: str
    href: str
    title: str
    summary: str
    lang_name: str
    foreign: bool
    start: dt.date
    end: dt.date
    level: str
    example: bool
    draft: bool
    heading: int


class EventCard(Frozen):
    """A day of an event on the page of all events."""

    lang: str
    href: str
    title: str
    lang_name: str
    foreign: bool
    when: EventDay
    place: str
    time: dt.time | None
    time_end: dt.time | None
    example: bool
    draft: bool


class EventMonth(Frozen):
    """A month that has events, and the last day of these; its events are `cards[name]`."""

    name: str
    title: str
    until: dt.date


class AgendaView(Frozen):
    """The page of the next events by month; `until` is the last day that it tells of (None without events), `file` the
    link to all events for a calendar."""

    head: Head
    months: tuple[EventMonth, ...]
    until: dt.date | None
    file: str


class ShelfView(Frozen):
    """The list of all downloads or of all quizzes (`kind` is "download" or "quiz"): how many there are."""

    head: Head
    kind: str
    total: int


class ShelfCard(Frozen):
    """A download or a quiz in its list; `day` is that of its check, else of its publication. The rest as in
    DocumentView."""

    lang: str
    href: str
    title: str
    summary: str
    lang_name: str
    foreign: bool
    day: dt.date | None
    example: bool
    draft: bool
    questions: int
    file: FileFacts | None


CardView = Card | QuestionCard | NoticeCard | EventCard | ShelfCard
PageView = (
    DocumentView
    | ListView
    | HomeView
    | IndexView
    | GlossaryView
    | SimpleView
    | FacilitiesView
    | TombstoneView
    | RedirectView
    | QuestionsView
    | NoticesView
    | AgendaView
    | ShelfView
    | FeedView
)
