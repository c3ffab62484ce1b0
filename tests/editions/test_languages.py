"""Languages: what is shown in which language, what search engines are told, translations, dates, words."""

import datetime as dt
import re
from pathlib import Path
from string import Formatter
from urllib.parse import urljoin

import pytest

from sitegen import locale
from sitegen.problems import Problem
from sitegen.read.project import read_project
from sitegen.report import Report
from sitegen.words import WORDS
from tests.conftest import ARTICLE, GOOD, REPO, REWRITE, TODAY, MakeProject, build_project
from tests.editions.catalogues import messages, template_of

THEME = REPO / "themes/default"
STRINGS = THEME / "strings"
BASE = "https://satu.example/"
CONFIRMED = "identity: {status: confirmed, by: Pejabat Contoh, on: 2026-11-02, official_url: https://resmi.example/}, "
FIRST = "content/shared/artikel/pertama.md"
REST = "topics: [umum]\ndate: 2026-11-01\n"
HREFLANG = re.compile(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">')


def network(languages: str, identity: str = CONFIRMED) -> dict[str, str]:
    """The good project with these languages on the first site."""
    sites = GOOD["sites.yaml"].replace('"32.02"}', f'"32.02", {identity}languages: {languages}}}')
    return {**GOOD, "sites.yaml": sites}


def translation(digest: str = "", body: str = "Eusi.", more: str = "") -> str:
    base = f"translates: {digest}\n" if digest else ""
    return f"---\ntitle: Kahiji\nsummary: Ringkesan.\n{base}{more}{REST}---\n## Eusi\n\n{body}\n"


def problems(root: Path) -> list[Problem]:
    found: list[Problem] = []
    read_project(root, TODAY, False, found)
    return [problem for problem in found if problem.severity != "task"]


def rules(root: Path) -> list[str]:
    return [problem.rule for problem in problems(root)]


def right_digest(root: Path) -> str:
    (found,) = (p for p in problems(root) if p.rule in ("translation-base-missing", "translation-stale"))
    return dict(found.args)["digest"]


def sound(report: Report) -> None:
    assert [f"{p.place} {p.rule}" for p in report.problems if p.severity != "task" and "transl" not in p.rule] == []


# -- translations --------------------------------------------------------------------------------------------------


def test_a_translation_gets_old_with_its_original_only(project: MakeProject) -> None:
    su = FIRST.replace(".md", ".su.md")
    root = project({**network("[id, su]"), su: translation()})
    (found,) = problems(root)
    assert (found.rule, found.place.file, found.place.line) == ("translation-base-missing", su, 2)
    digest = right_digest(root)
    assert re.fullmatch(r"[0-9a-f]{16}", digest)
    (root / su).write_text(translation(digest), encoding="utf-8")
    assert problems(root) == []

    original = (root / FIRST).read_text("utf-8")
    harmless = original.replace("date: 2026-11-01", "date: 2026-11-02").replace("pertama.\n", "pertama.  \n") + "\n\n"
    (root / FIRST).write_bytes(harmless.replace("\n", "\r\n").encode())
    assert problems(root) == [], "a date, white space and the kind of line ends are not what was translated"

    for old, new in (("Isi dari", "Bukan isi dari"), ("title: Pertama", "title: Lain"), ("summary:", "summary: Lain")):
        (root / FIRST).write_text(original.replace(old, new), encoding="utf-8")
        (found,) = problems(root)
        assert (found.rule, found.place.file, found.place.line) == ("translation-stale", su, 4)
        assert found.others[0].file == FIRST
        assert dict(found.args)["digest"] != digest


def test_composed_and_decomposed_letters_are_the_same_text(project: MakeProject) -> None:
    su = FIRST.replace(".md", ".su.md")
    root = project({**network("[id, su]"), su: translation(), FIRST: ARTICLE.format(title="Pé")})
    digest = right_digest(root)
    (root / FIRST).write_text(ARTICLE.format(title="Pe\u0301"), encoding="utf-8")
    assert right_digest(root) == digest


def test_an_office_may_translate_what_is_shared(project: MakeProject) -> None:
    files = {**network("[id, su]"), "content/sites/satu/artikel/pertama.su.md": translation()}
    root = project(files)
    shared = right_digest(root)
    (root / "content/sites/satu/artikel/pertama.md").write_text("---\noverride: replace\n---\nLain.\n", "utf-8")
    assert right_digest(root) != shared, "its own text is nearer than the shared one"


def test_a_note_in_another_language_needs_no_original(project: MakeProject) -> None:
    shared = FIRST.replace(".md", ".su.md")
    note = "content/sites/satu/artikel/pertama.su.md"
    root = project({**network("[id, su]"), shared: translation(), note: "---\noverride: after\n---\nCatetan.\n"})
    assert [p.place.file for p in problems(root)] == [shared]


def test_an_original_that_cannot_be_read_is_one_problem(project: MakeProject) -> None:
    root = project({**network("[id, su]"), FIRST: "tanpa apa-apa\n", FIRST.replace(".md", ".su.md"): translation()})
    assert rules(root) == ["front-matter-missing"]


@pytest.mark.parametrize("key", ["draft: true", "expires: 2026-12-31", "withdrawn: {on: 2026-11-20}"])
def test_a_translation_may_not_outlive_its_original(project: MakeProject, key: str) -> None:
    su = FIRST.replace(".md", ".su.md")
    original = GOOD[FIRST].replace("date:", f"{key}\ndate:")
    root = project({**network("[id, su]"), FIRST: original, su: translation()})
    assert rules(root) == ["translation-base-missing", "translation-key-missing"]
    (root / su).write_text(translation(more=f"{key}\n"), encoding="utf-8")
    assert rules(root) == ["translation-base-missing"]


# -- pages ---------------------------------------------------------------------------------------------------------


def test_what_is_not_translated_is_shown_in_indonesian(project: MakeProject) -> None:
    root = project({**network("[su, id]"), FIRST.replace(".md", ".su.md"): translation()})
    sound(build_project(root))
    site = root / "dist/satu.example"
    home = (site / "index.html").read_text("utf-8")
    assert '<html lang="su">' in home
    assert '<a href="artikel/pertama.html">Kahiji</a>' in home
    assert 'lang="id"><a href="id/artikel/kedua.html" hreflang="id">Kedua</a>' in home
    assert '<span lang="id">Bahasa Indonesia</span>' in home
    assert 'lang="id" hreflang="id">tentang</a>' in home
    assert not (site / "artikel/kedua.html").exists(), "no copies in place of translations"
    there = (site / "id/index.html").read_text("utf-8")
    assert "Kahiji" not in there
    assert "Bahasa Indonesia</span>" not in there


def test_links_follow_the_chain(project: MakeProject) -> None:
    """To the language of the page, else to the site's languages in their order."""
    su = FIRST.replace(".md", ".su.md")
    root = project({**network("[en, id, su]"), su: translation(body="[Kadua](kedua.md)")})
    page = root / "dist/satu.example/su/artikel/pertama.html"
    for lang, href in (("", "../../id/artikel/kedua.html"), ("en", "../../artikel/kedua.html"), ("su", "kedua.html")):
        if lang:
            (root / f"content/shared/artikel/kedua.{lang}.md").write_text(translation(), encoding="utf-8")
        sound(build_project(root))
        assert f'<a href="{href}">Kadua</a>' in page.read_text("utf-8")


def alternates(site: Path) -> dict[str, dict[str, str]]:
    """What each page tells search engines: canonical URL -> {hreflang: URL}."""
    told = {}
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        url = re.search(r'<link rel="canonical" href="([^"]*)">', text)
        found = HREFLANG.findall(text)
        if found:
            assert url
            assert len(dict(found)) == len(found), path
            assert 'name="robots" content="noindex"' not in text, path
            told[url[1]] = dict(found)
    return told


def test_search_engines_are_told_of_each_other(project: MakeProject) -> None:
    files = network("[su, id, min]")
    for lang in ("su", "min"):
        files[FIRST.replace(".md", f".{lang}.md")] = translation()
    root = project({**files, "content/shared/artikel/kedua.min.md": translation()})
    sound(build_project(root))
    site = root / "dist/satu.example"
    told = alternates(site)
    assert told[f"{BASE}artikel/pertama.html"] == {
        "su": f"{BASE}artikel/pertama.html",
        "x-default": f"{BASE}artikel/pertama.html",
        "id": f"{BASE}id/artikel/pertama.html",
    }
    assert f"{BASE}id/artikel/kedua.html" not in told, "min is no language of ISO 639-1, so there is one language only"
    assert {url.removeprefix(BASE) for url in told} >= {"", "id/", "kontak.html", "id/kontak.html", "artikel/"}
    for url, links in told.items():
        assert url in links.values(), url
        assert set(links) == {"su", "id", "x-default"}
        for other in links.values():
            assert told[other] == links, (url, other)


def test_readers_can_change_the_language(project: MakeProject) -> None:
    root = project({**network("[id, min]", identity=""), FIRST.replace(".md", ".min.md"): translation()})
    sound(build_project(root))
    site = root / "dist/satu.example"
    for path in ("index.html", "artikel/index.html", "kontak.html", "peta-situs.html", "artikel/pertama.html"):
        for prefix, lang, name in (("", "min", "Baso Minangkabau"), ("min/", "id", "Bahasa Indonesia")):
            text = (site / prefix / path).read_text("utf-8")
            found = re.search(rf'<a href="([^"]*)" lang="{lang}" hreflang="{lang}">{name}</a>', text)
            assert found, prefix + path
            other = urljoin(BASE + prefix + path, found[1]).removeprefix(BASE)
            assert (site / other).is_file()
            assert HREFLANG.findall(text) == [], "an unconfirmed site tells search engines nothing"
    assert 'class="w s"' not in (site / "artikel/kedua.html").read_text("utf-8")


# -- dates, numbers, names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "date", "time", "amount"),
    [
        ("id", "21\u00a0November 2026", "14.30\u00a0WIB", "Rp42.000"),
        ("su", "21\u00a0Nopémber 2026", "14.30\u00a0WIB", "Rp42.000"),
        ("jv", "21\u00a0November 2026", "14:30\u00a0WIB", "Rp42.000"),
        ("min", "21\u00a0November 2026", "14.30\u00a0WIB", "Rp42.000"),
        ("en", "November\u00a021, 2026", "2:30\u202fPM\u00a0WIB", "Rp42,000"),
    ],
)
def test_dates_times_and_amounts(lang: str, date: str, time: str, amount: str) -> None:
    assert locale.long_date(TODAY, lang) == date
    assert locale.time_of_day(dt.time(14, 30), lang, "WIB") == time
    assert locale.rupiah(42_000, lang) == amount


def test_numbers() -> None:
    assert locale.number(1_234_567.5, "id") == "1.234.567,5"
    assert locale.rupiah(-1500.5, "id") == "-Rp1.500,50"
    assert locale.time_of_day(dt.time(7, 5), "id") == "07.05"


def test_templates_print_them(project: MakeProject) -> None:
    root = project(GOOD)
    template = root / "themes/default/templates/contact.html"
    text = '<p class="uji">{{ 42000|rupiah }} {{ 1234|number }}</p>\n{{ partials.contact }}'
    template.write_text(template.read_text("utf-8").replace("{{ partials.contact }}", text), encoding="utf-8")
    report = build_project(root)
    assert report.fallbacks == 0
    page = (root / "dist/satu.example/kontak.html").read_text("utf-8")
    assert '<p class="uji">Rp42.000 1.234</p>' in page


@pytest.mark.parametrize(
    ("lang", "name", "tag"),
    [
        ("id", "Bahasa Indonesia", "id"),
        ("en", "English", "en"),
        ("su", "Basa Sunda", "su"),
        ("jv", "Basa Jawa", "jv"),
        ("min", "Baso Minangkabau", ""),
        ("ban", "Basa Bali", ""),
        ("bew", "Betawi", ""),
        ("nij", "nij", ""),
        ("xx", "xx", ""),
    ],
)
def test_names_of_languages(lang: str, name: str, tag: str) -> None:
    assert locale.language_name(lang) == name
    assert locale.search_tag(lang) == tag


# -- words ---------------------------------------------------------------------------------------------------------


def blanks(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_the_catalogue_template_is_what_the_templates_ask_for() -> None:
    made = template_of(THEME)
    if REWRITE:
        (STRINGS / "sitegen.pot").write_bytes(made)
    assert (STRINGS / "sitegen.pot").read_bytes() == made, "SITEGEN_REWRITE=1 pytest tests/editions rewrites it"


def test_every_message_is_written_out() -> None:
    """`_(variable)` would be a message that no translator sees."""
    for path in sorted((THEME / "templates").rglob("*.*")):
        assert not re.search(r"\b_\((?![\"'])", path.read_text("utf-8")), path.name


@pytest.mark.parametrize("file", sorted(STRINGS.glob("*.po")), ids=lambda file: file.stem)
def test_catalogues_are_complete(file: Path) -> None:
    asked, known = messages(STRINGS / "sitegen.pot"), messages(file)
    assert set(known) - set(asked) == set(), "left over"
    assert {text for text in asked if not known.get(text)} == set(), "not translated"
    assert [text for text in asked if blanks(text) != blanks(known[text])] == []


def test_english_ships() -> None:
    assert (STRINGS / "en.po").is_file()
    english = messages(STRINGS / "en.po")
    for text, row in WORDS.items():
        assert row.get("en"), text
        for lang, words in row.items():
            assert blanks(words) == blanks(text), (text, lang)
        assert english.get(text, row["en"]) == row["en"], f"two translations of {text!r}"
