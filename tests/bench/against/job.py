"""The job that every generator does: a network of sites that all show the same articles, each under its own name.

Per site: a home page, every article, lists of all articles and of each topic (ten a page), an Atom feed of the site and
of each topic, a sitemap. Texts have only what all Markdown parsers understand. What sites differ in is what sites of a
network do differ in: name, address on the web, telephone.
"""

import datetime as dt
from dataclasses import dataclass

from tests.bench import corpus

PAGE_SIZE = 10
LATEST = 5
ENTRIES = 20
RELATED = 3


@dataclass(frozen=True)
class Site:
    """A site of the network; `code` is its district in the register."""

    id: str
    code: str
    domain: str
    url: str
    name: str
    phone: str


@dataclass(frozen=True)
class Article:
    """An article; `related` are slugs, `body` is Markdown."""

    slug: str
    title: str
    summary: str
    date: dt.date
    topics: tuple[str, ...]
    related: tuple[str, ...]
    body: str


@dataclass(frozen=True)
class Job:
    """Sites and articles, newest first. `topics` are titles by slug, those only that have articles."""

    sites: tuple[Site, ...]
    articles: tuple[Article, ...]
    topics: dict[str, str]

    def of_topic(self, topic: str) -> list[Article]:
        """The articles of a topic, newest first."""
        return [article for article in self.articles if topic in article.topics]

    def pages(self) -> frozenset[str]:
        """The paths of the HTML pages that each site has to have."""
        paths = {"index.html", *(f"artikel/{article.slug}.html" for article in self.articles)}
        paths |= set(numbered("artikel/index.html", "artikel/", len(self.articles)))
        for topic in self.topics:
            paths |= set(numbered(f"topik/{topic}.html", f"topik/{topic}/", len(self.of_topic(topic))))
        return frozenset(paths)

    def machine_files(self) -> frozenset[str]:
        """The paths of feeds and sitemap."""
        return frozenset({"feed.xml", "sitemap.xml", *(f"topik/{topic}.xml" for topic in self.topics)})


def numbered(first: str, folder: str, items: int) -> list[str]:
    """The paths of the pages of a list."""
    return [first, *(f"{folder}halaman-{number}.html" for number in range(2, -(-items // PAGE_SIZE) + 1))]


def make_job(sites: int, articles: int, seed: int = 1) -> Job:
    """The same job for the same numbers."""
    slugs = [f"{_topics(number)[0]}-{number:04d}" for number in range(articles)]
    texts = sorted((_article(slugs, number, seed) for number in range(articles)), key=lambda a: a.date, reverse=True)
    rows = corpus.regions(sites)
    places = (
        Site(
            f"dinkes-{row['slug']}",
            row["code"],
            f"dinkes-{row['slug']}.example",
            f"https://dinkes-{row['slug']}.example/",
            f"Dinas Kesehatan {row['name']}",
            corpus.phone(number),
        )
        for number, row in enumerate(rows)
    )
    used = {topic for text in texts for topic in text.topics}
    return Job(tuple(places), tuple(texts), {slug: title for slug, title in corpus.TOPICS.items() if slug in used})


def _topics(number: int) -> tuple[str, ...]:
    names = tuple(corpus.TOPICS)
    topic, other = names[number % len(names)], names[number * 5 // 8 % len(names)]
    return (topic,) if topic == other else (topic, other)


def _article(slugs: list[str], number: int, seed: int) -> Article:
    writer = corpus.Writer(f"{seed}/{number}", "id")
    related = dict.fromkeys(slugs[(number + step) % len(slugs)] for step in (1, 8, 3))
    return Article(
        slugs[number],
        f"{writer.words(4, 7).capitalize()} {number}",
        writer.sentence().replace("*", ""),
        corpus.TODAY - dt.timedelta(days=number + 1),  # a day each: all generators sort alike
        _topics(number),
        tuple(slug for slug in related if slug != slugs[number]),
        _body(writer, number),
    )


def _body(writer: corpus.Writer, number: int) -> str:
    """About 6 KB: headings, emphasis, links, both lists, a table, a quotation, code."""
    rows = [f"| {writer.words(2, 4)} | {writer.words(1, 2)} | {n * 1000 + number} |" for n in range(5)]
    parts = [
        writer.paragraph(),
        f"## {writer.words(3, 5).capitalize()}",
        f"{writer.paragraph(6)} Baca [{writer.words(2, 4)}](https://sumber.example/{number}).",
        writer.paragraph(),
        f"## {writer.words(3, 5).capitalize()}",
        "\n".join(f"{n}. {writer.sentence()} {writer.sentence()}" for n in range(1, 6)),
        writer.paragraph(),
        f"## {writer.words(3, 5).capitalize()}",
        "| Golongan | Kapan | Biaya |\n| --- | --- | --- |\n" + "\n".join(rows),
        f"{writer.paragraph()} Ketik `{writer.words(1, 2)}`.",
        "\n".join(f"- {writer.sentence()}" for _ in range(6)),
        f"## {writer.words(3, 5).capitalize()}",
        writer.paragraph(6),
        f"### {writer.words(2, 3).capitalize()}",
        writer.paragraph(6),
        writer.paragraph(6),
        f"> {writer.paragraph(3)}",
        writer.paragraph(),
    ]
    return "\n\n".join(parts) + "\n"
