"""Themes: which parts of the sheet a page carries, and what a theme on top of another changes."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from sitegen.build import prepare
from sitegen.model.output import Page
from sitegen.options import Options
from sitegen.problems import Place, Problem
from sitegen.read.theme import ThemeReader
from sitegen.report import Report
from tests.conftest import ARTICLE, GOOD, TODAY, MakeProject, build_project, write

pytestmark = pytest.mark.usefixtures("quick_themes")
TABLE = "\n| a | b |\n|---|---|\n| 1 | 2 |\n\n!!! local\n    Catatan.\n"
FILES: dict[str, str] = {
    **GOOD,
    "content/shared/artikel/tabel.md": ARTICLE.format(title="Tabel") + TABLE,
    "themes/default/style/base.css": ":root{--paper:#fff;--ink:#000}\n@media (prefers-color-scheme:dark){:root{\n"
    "  --paper:#000;\n}}\n.base{--other:1}\n@media print{:root{--paper:#fff}}\n",
    **{
        f"themes/default/style/{name}.css": f".{name.replace('/', '-')}{{margin:0}}\n"
        for name in ("templates/document", "templates/article", "templates/partials/channels", "cards/row")
    },
    **{f"themes/default/style/body/{name}.css": f".body-{name}{{margin:0}}\n" for name in ("table", "local", "h2")},
}
CHILD = "name: pantai\nextends: default\npage_size: 1\ntokens:\n  ink: '#123'\n"
PANTAI = {"sites.yaml": GOOD["sites.yaml"].replace('"32.02"}', '"32.02", theme: pantai}')}


def sheet(root: Path, path: str, domain: str = "dua.example") -> str:
    """The sheet of a page after the site's accent, and that its hash is what the page allows."""
    text = (root / "dist" / domain / path).read_text()
    inline = re.findall(r"<(style|script)>(.*?)</\1>", text, re.DOTALL)
    allowed = re.findall(r"(style|script)-src (?:'self' )?'(sha256-[^']*)'", text)
    assert allowed == [(k, f"sha256-{b64encode(sha256(css.encode()).digest()).decode()}") for k, css in inline], path
    return str(re.sub(r"^:root\{--a.*?\}\}", "", inline[0][1]))


def parts(css: str) -> list[str]:
    return re.findall(r"\.([a-z0-9-]+)\{", css)


@pytest.fixture
def root(project: MakeProject) -> Path:
    root = project({})
    for path in [*(root / "themes/default/style").rglob("*.css")]:
        path.unlink()
    write(root, FILES)
    return root


@pytest.fixture
def made(root: Path) -> Path:
    report = build_project(root)
    assert not [p for p in report.problems if p.severity != "task"]
    return root


def written(report: Report) -> dict[str, int]:
    assert not report.failed, report.problems
    return {row.domain: row.written for row in report.sites}


def test_a_page_carries_what_it_is_made_of(made: Path) -> None:
    document = ["base", "templates-article", "templates-document"]
    assert parts(sheet(made, "artikel/pertama.html")) == [*document, "body-h2"]
    assert parts(sheet(made, "artikel/tabel.html")) == [*document, "body-h2", "body-local", "body-table"]
    assert parts(sheet(made, "tentang.html")) == ["base", "templates-document"]
    assert parts(sheet(made, "artikel/index.html")) == ["base", "cards-row"]
    assert parts(sheet(made, "kontak.html")) == ["base", "templates-partials-channels"]
    assert parts(sheet(made, "404.html")) == ["base"]


def test_only_pages_with_a_script_allow_one(made: Path) -> None:
    allowing = {p.name for p in (made / "dist/dua.example").rglob("*.html") if "script-src" in p.read_text()}
    assert allowing == {"pertama.html", "kedua.html", "tabel.html", "peta-situs.html", "luring.html"}


def keys(root: Path) -> tuple[str, dict[str, str]]:
    """The key of a site, and those of its pages."""
    prepared = prepare(Options(root, root / "dist", TODAY), [], lambda *_: None)
    site = next(site for site in prepared.plan.sites if site.site.id == "dua")
    return site.key, {o.path: o.key for o in site.outline.outputs if isinstance(o, Page)}


@pytest.mark.parametrize(
    ("part", "paths"),
    [("body/table", ["artikel/tabel.html"]), ("cards/row", ["artikel/index.html", "topik/umum.html"])],
)
def test_a_changed_part_makes_the_pages_anew_that_carry_it(made: Path, part: str, paths: list[str]) -> None:
    site, before = keys(made)
    assert keys(made) == (site, before)
    write(made, {f"themes/default/style/{part}.css": ".anew{margin:1px}\n"})
    same, after = keys(made)
    assert same == site
    assert [path for path in after if after[path] != before[path]] == paths
    written(build_project(made))
    assert all(".anew{margin:1px}" in sheet(made, path) for path in paths)


def test_a_theme_on_top_of_another(made: Path) -> None:
    footer = (made / "themes/default/templates/partials/footer.html").read_text()
    child = {
        "themes/pantai/theme.yaml": CHILD,
        "themes/pantai/style/body/table.css": ".pantai{margin:0}",
        "themes/pantai/templates/partials/footer.html": '{% include "default:partials/footer.html" %}<p>Pantai</p>\n',
        "themes/pantai/templates/page.html": '{% extends "default:document.html" %}\n'
        '{% block meta %}{{ _("Kontak") }}{% endblock %}\n',
        "themes/pantai/strings/id.po": 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Kontak"\nmsgstr "Hubungi"\n',
        "themes/pantai/static/ikon.txt": "ikon\n",
    }
    write(made, {**PANTAI, **child})
    report = build_project(made)
    assert (report.failed, report.fallbacks) == (False, 0)
    satu, dua = made / "dist/satu.example", made / "dist/dua.example"
    assert "pantai" in parts(sheet(made, "artikel/tabel.html", "satu.example"))
    assert "body-table" in parts(sheet(made, "artikel/tabel.html"))
    own = sheet(made, "404.html", "satu.example")
    before, _, after = own.partition(":root{--ink:#123}")
    assert before == ":root{--paper:#fff;--ink:#000}@media (prefers-color-scheme:dark){:root{--paper:#000}}"
    assert after == ".base{--other:1}@media print{:root{--paper:#fff}}"
    assert before + after == sheet(made, "404.html")
    text = (satu / "tentang.html").read_text()
    assert "Hubungi" in text
    assert text.count("Pantai") == 1
    assert text.count("<footer") == footer.count("<footer") == 1
    assert "Pantai" not in (dua / "tentang.html").read_text()
    assert (satu / "ikon.txt").exists()
    assert not (dua / "ikon.txt").exists()
    assert (satu / "artikel/halaman-2.html").exists()

    write(made, {"themes/default/templates/partials/footer.html": footer.replace("<footer", "<!-- baru --><footer")})
    assert min(written(build_project(made)).values()) > 5
    assert "<!-- baru -->" in (satu / "tentang.html").read_text()
    write(made, {"themes/pantai/theme.yaml": CHILD.replace("#123", "#124")})
    assert written(build_project(made))["dua.example"] == 0
    assert "--ink:#124" in sheet(made, "404.html", "satu.example")


def read(root: Path, name: str) -> tuple[object, list[Problem]]:
    problems: list[Problem] = []
    return ThemeReader(root, 1, problems).theme(name, Place("sites.yaml")), problems


def test_a_chain_of_themes(root: Path) -> None:
    """Each level hides the one below, which keeps its name; tokens of the nearer theme come last."""
    write(
        root,
        {
            "themes/tengah/theme.yaml": "name: tengah\nextends: default\npage_size: 7\n"
            "tokens: {paper: '#111', ink: {light: '#222', dark: '#333'}}\n",
            "themes/tengah/templates/404.html": '{% extends "default:404.html" %}',
            "themes/atas/theme.yaml": "name: atas\nextends: tengah\ntokens: {paper: '#444'}\n",
            "themes/atas/templates/404.html": '{% extends "tengah:404.html" %}',
        },
    )
    theme, problems = read(root, "atas")
    assert problems == []
    templates, files = dict(theme.templates), dict(theme.origins)  # type: ignore[attr-defined]
    assert templates["404.html"] == '{% extends "tengah:404.html" %}'
    assert templates["tengah:404.html"] == '{% extends "default:404.html" %}'
    assert templates["default:404.html"] == (root / "themes/default/templates/404.html").read_text()
    assert files["templates/tengah:404.html"] == "themes/tengah/templates/404.html"
    assert files["templates/base.html"] == "themes/default/templates/base.html"
    assert theme.chain == ("atas", "tengah", "default")  # type: ignore[attr-defined]
    assert theme.page_size == 7  # type: ignore[attr-defined]
    base = dict(theme.style)["base"]  # type: ignore[attr-defined]
    assert ":root{--paper:#444;--ink:#222}@media (prefers-color-scheme:dark){:root{--ink:#333}}.base" in base


@pytest.mark.parametrize(
    ("value", "good"),
    [("'#fff'", True), ("1.5rem", True), ("-.5em", True), ("Georgia, Noto Serif, serif", True), ("'0'", True),
     ("url(x)", False), ("'#ggg'", False), ("'a;b'", False), ("'a}'", False), ("expression", True), ("a/b", False),
     ("'a:b'", False), ("'</style>'", False), ("{light: '#fff', dark: 'x;'}", False), ("{light: '#fff'}", False)],
)  # fmt: skip
def test_values_of_tokens(root: Path, value: str, good: bool) -> None:
    write(root, {"themes/pantai/theme.yaml": f"name: pantai\nextends: default\ntokens:\n  ink: {value}\n"})
    _, problems = read(root, "pantai")
    assert (problems == []) is good
    assert all(str(problem.place).startswith("themes/pantai/theme.yaml:4") for problem in problems)
