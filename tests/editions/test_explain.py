"""`sitegen explain`: each origin is named with its place, and each reason for making a page anew is told apart."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.explain import explain
from sitegen.explained import lines
from sitegen.explained_words import WORDS
from sitegen.keys import PAGE_PARTS, SITE_PARTS, differing, hinted, retexted, texted
from sitegen.model.explanation import Explanation, FactUse, Named, Value
from sitegen.options import Options
from sitegen.overrides import Overrides
from sitegen.problems import Refused
from tests.conftest import ARTICLE, GOOD, REPO, REWRITE, TODAY, MakeProject, build_project, write

SHARED = "content/shared/artikel/layanan.md"
GROUP = "content/groups/bersama/artikel/layanan.md"
SITE = "content/sites/satu/artikel/layanan.md"
FILES = {
    **GOOD,
    "sites.yaml": """\
facts:
  jadwal: {type: text, about: Hari buka}
  peta: {type: url, about: Alamat peta}
  buka: {type: date, about: Hari pertama}
defaults:
  languages: [id]
  facts: {jadwal: Senin, peta: "https://peta.example/"}
groups:
  bersama:
    title: Bersama
    sites: [satu, dua]
    facts: {jadwal: Selasa}
sites:
  - domain: satu.example
    district: "32.02"
    facts: {buka: "2026-12-01"}
    contact: {phone: "0266 123456", source: Surat, verified: 2026-11-01}
  - {domain: dua.example, district: "15.01", facts: {jadwal: Rabu}}
  - {domain: tiga.example, district: "33.73"}
""",
    SHARED: """\
---
title: Layanan
summary: Ringkasan.
topics: [umum]
date: 2026-11-01
sites:
  only: [bersama]
---
## Jadwal

Buka {{ facts.jadwal }}. Mulai {{ facts.buka | default("besok") }}. [Peta]({{ facts.peta }}).

::: only satu
Hanya satu.
:::

::: except satu
Bukan satu.
:::

### Telepon {#telp}

Hubungi [kami](tel:{{ contact.phone | default("165") }}) di {{ region.name }}.

    ## Bukan judul

## Di **sini**, [baca](kedua.md)

## Tutup
""",
    GROUP: "---\noverride: after\nsummary: Ringkasan grup.\n---\nCatatan grup.\n",
    SITE: "---\noverride: before\nsummary: Ringkasan satu.\n---\n\n### Di sini\n\nCatatan satu.\n",
}


def explained(root: Path, path: str = "artikel/layanan.html", site: str = "satu", **options: object) -> Explanation:
    chosen = Options(root, root / "dist", TODAY, (site,), **options)  # type: ignore[arg-type]
    return explain(chosen, path, lambda *_: None)


def rules(root: Path, path: str, site: str = "satu") -> list[str]:
    with pytest.raises(Refused) as refused:
        explained(root, path, site)
    return [p.rule for p in refused.value.problems]


@pytest.fixture
def root(project: MakeProject, quick_themes: None) -> Path:
    return project(FILES)


# -- origins ---------------------------------------------------------------------------------------------------------


def test_page_and_settings(root: Path) -> None:
    found = explained(root)
    assert (found.page.kind, found.page.lang, found.page.site) == ("article", "id", "satu")
    assert found.page.file == "dist/satu.example/artikel/layanan.html"
    assert found.page.url == "https://satu.example/artikel/layanan.html"
    assert found.page.template == "themes/default/templates/article.html"
    assert "themes/default/templates/base.html" in found.page.uses
    settings = {value.name: (value.value, value.origin.layer, value.origin.where) for value in found.settings}
    assert settings["languages"] == ("id", "defaults", "sites.yaml:6")
    assert settings["theme"] == ("default", "builtin", "")
    assert settings["contact.phone"] == ("0266 123456", "site:satu", "sites.yaml:17")


def test_layers_and_fields(root: Path) -> None:
    document = explained(root).document
    assert document
    assert [(one.layer, one.file, one.mode, one.lines) for one in document.layers] == [
        ("shared", SHARED, "", True),
        ("group:bersama", GROUP, "after", True),
        ("site:satu", SITE, "before", True),
    ]
    fields = {value.name: value for value in document.fields}
    assert _written(fields["title"]) == ("Layanan", "shared", f"{SHARED}:2", [])
    assert _written(fields["summary"]) == ("Ringkasan satu.", "site:satu", f"{SITE}:3", [f"{GROUP}:3", f"{SHARED}:3"])
    assert document.targeting.where == f"{SHARED}:7"
    assert document.targeting.only == (Named("bersama", True),)


def _written(value: Value | FactUse) -> tuple[str, str, str, list[str]]:
    return value.value, value.origin.layer, value.origin.where, [origin.where for origin in value.hidden]


def test_body(root: Path) -> None:
    document = explained(root).document
    assert document
    runs = [(run.layer, run.where) for run in document.runs]
    assert runs[0] == ("site:satu", f"{SITE}:5-8")  # line 5: the head of the note is put there
    assert runs[1:-1] == [("shared", f"{SHARED}:{span}") for span in ("9-11", "14-14", "21-29")]
    assert runs[-1][0] == "group:bersama"
    blocks = [(b.word, b.names, b.where, b.seen, b.masked) for b in document.blocks]
    assert blocks == [
        ("only", (Named("satu", True),), f"{SHARED}:13-15", True, False),
        ("except", (Named("satu", True),), f"{SHARED}:17-19", False, False),
    ]
    assert [(h.level, h.id, h.where) for h in document.headings] == [
        (3, "di-sini", f"{SITE}:6"),
        (2, "jadwal", f"{SHARED}:9"),
        (3, "telp", f"{SHARED}:21"),
        (2, document.headings[3].id, f"{SHARED}:27"),
        (2, "tutup", f"{SHARED}:29"),
    ]


def test_lines_are_those_that_the_sources_have(root: Path) -> None:
    document = explained(root).document
    assert document
    told = {
        (file, int(first) + n)
        for run in document.runs
        for file, first, last in [re.fullmatch(r"(.*):(\d+)-(\d+)", run.where).groups()]  # type: ignore[union-attr]
        for n in range(int(last) - int(first) + 1)
    }
    for file in (SHARED, GROUP, SITE):
        written = (root / file).read_text("utf-8").split("\n")
        body = written.index("---", 1) + 1
        full = {
            n
            for n, line in enumerate(written, 1)
            if n > body and line and "Bukan satu" not in line and ":::" not in line
        }
        assert full <= {n for f, n in told if f == file}


def test_facts(root: Path) -> None:
    facts = {name: {f.name: f for f in _facts(root, name)} for name in ("satu", "dua")}
    one = facts["satu"]
    assert _written(one["facts.jadwal"]) == ("Selasa", "group:bersama", "sites.yaml:12", ["sites.yaml:7"])
    assert _written(one["facts.peta"]) == ("https://peta.example/", "defaults", "sites.yaml:7", [])
    assert _written(one["facts.buka"]) == ("1\u00a0Desember 2026", "site:satu", "sites.yaml:16", [])
    assert _written(one["contact.phone"]) == ("0266 123456", "site:satu", "sites.yaml:17", [])
    assert _written(one["region.name"])[1:3] == ("register", "sites.yaml:15")
    assert one["facts.peta"].uses == ((f"{SHARED}:11", "url"),)
    assert one["contact.phone"].uses == ((f"{SHARED}:23", "tel"),)
    two = facts["dua"]
    assert _written(two["facts.jadwal"]) == ("Rabu", "site:dua", "sites.yaml:18", ["sites.yaml:12", "sites.yaml:7"])
    assert _written(two["facts.buka"]) == ("besok", "text", f"{SHARED}:11", [])
    assert _written(two["contact.phone"]) == ("165", "text", f"{SHARED}:23", [])


def _facts(root: Path, site: str) -> tuple[FactUse, ...]:
    document = explained(root, site=site).document
    assert document
    return document.facts


def test_replaced_and_masked(root: Path) -> None:
    write(root, {SITE: "---\noverride: replace\n---\n## Lain\n\nSemua lain.\n"})
    document = explained(root).document
    assert document
    assert [(one.mode, one.lines) for one in document.layers] == [
        ("", False),
        ("after", False),
        ("replace", True),
    ]
    assert [(b.seen, b.masked) for b in document.blocks] == [(True, True), (False, False)]
    assert [h.where for h in document.headings] == [f"{SITE}:4"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_stale_overrides(root: Path, lang: str) -> None:
    """What no longer fits is said of the layer that does not, with the command that mends it."""

    def told() -> tuple[list[str], str]:
        found = explained(root)
        assert found.document
        return [one.fit for one in found.document.layers], " ".join(" ".join(lines(found, lang)).split())

    other = "changed since" if lang == "en" else "sudah berubah"
    assert told()[0] == ["", "unbased", "unbased"]
    for owner in ("satu", "group:bersama"):
        assert f"sitegen rebase {owner} artikel/layanan" in told()[1]
        Overrides(root).rebase(owner, "artikel/layanan")
    assert told()[0] == ["", "", ""]
    assert "sitegen rebase" not in told()[1]
    _replace(SHARED, "summary: Ringkasan.", "summary: Ringkasan lain.")(root)
    fits, said = told()
    assert fits == ["", "stale", ""]  # the site's summary hides the group's, which has not changed
    assert other in said
    assert "sitegen rebase group:bersama artikel/layanan" in said
    assert "sitegen minor artikel/layanan" in said
    Overrides(root).minor("artikel/layanan")
    assert told()[0] == ["", "", ""]


def test_equal_texts_keep_their_own_places(root: Path) -> None:
    """Sites whose text is the same share one Text, but each is told its own files."""
    body = (root / SHARED).read_text("utf-8").partition("\n---\n")[2]
    write(root, {SITE: f"---\noverride: replace\n---\n{body}", GROUP: "---\noverride: after\nweight: 3\n---\n"})
    document = explained(root).document
    assert document
    assert {run.layer for run in document.runs} == {"site:satu"}


def test_pages_without_a_document(root: Path) -> None:
    home = explained(root, "index.html")
    assert home.document is None
    assert home.page.kind == "home"
    assert {cards.name for cards in home.cards} == {"latest"}
    robots = explained(root, "robots.txt")
    assert (robots.page.kind, robots.page.template) == ("file", "themes/default/templates/files/robots.txt")
    write(root, {"content/sites/satu/static/unduhan/a.txt": "A"})
    for path in ("unduhan/a.txt", "content/sites/satu/static/unduhan/a.txt"):
        copy = explained(root, path)
        assert (copy.page.kind, copy.page.source) == ("copy", "content/sites/satu/static/unduhan/a.txt")


@pytest.mark.parametrize(
    "path",
    [
        "artikel/layanan.html", "artikel/layanan", SHARED, SITE, GROUP, f"./{SHARED}",
        "dist/satu.example/artikel/layanan.html",
        "https://satu.example/artikel/layanan.html#telp", "/artikel/layanan.html", "Artikel/Layanan.html",
        "artikel\\layanan.html",
    ],
)  # fmt: skip
def test_ways_to_name_a_page(root: Path, path: str) -> None:
    assert explained(root, path).page.path == "artikel/layanan.html"


@pytest.mark.parametrize("path", ["", "/", "index.html", "https://satu.example/"])
def test_ways_to_name_the_home_page(root: Path, path: str) -> None:
    assert explained(root, path).page.path == "index.html"


def test_old_addresses_and_tombstones(root: Path) -> None:
    gone = FILES[SHARED].replace("sites:", "aliases: [artikel/lama.html]\nwithdrawn: {on: 2026-11-10}\nsites:")
    write(root, {SHARED: gone})
    found = explained(root)
    assert found.page.kind == "tombstone"
    assert found.document
    assert found.document.gone == "withdrawn 2026-11-10"
    assert found.document.runs == ()
    assert explained(root, "artikel/lama.html").page.kind == "redirect"


# -- what is not there -----------------------------------------------------------------------------------------------


def test_not_there(root: Path) -> None:
    new = ARTICLE.format(title="Baru")
    write(
        root,
        {
            "content/sites/dua/artikel/dua-saja.md": new,
            "content/shared/artikel/draf.md": new.replace("date:", "draft: true\ndate:"),
            "content/shared/artikel/nanti.md": new.replace("2026-11-01", "2027-11-01"),
        },
    )
    assert rules(root, "artikel/layanan", "tiga") == ["explain-not-targeted"]
    write(root, {"content/shared/artikel/pilihan.md": new.replace("date:", "policy: optional\ndate:")})
    assert rules(root, "artikel/pilihan") == ["explain-waiting"]
    assert rules(root, "artikel/dua-saja.html") == ["explain-other-layer"]
    assert rules(root, "artikel/draf") == ["explain-draft"]
    assert rules(root, "artikel/nanti.html") == ["explain-future"]
    assert rules(root, "content/shared/artikel/layanan.su.md") == ["explain-unknown"]
    assert rules(root, "artikel/layanan", "empat") == ["explain-site"]
    assert explained(root, site="Satu.example").page.site == "satu"
    assert explained(root, "kontak").page.path == "kontak.html"
    with pytest.raises(Refused) as refused:
        explained(root, "artikel/layanann.html")
    (found,) = refused.value.problems
    assert found.rule == "explain-unknown"
    assert "artikel/layanan.html" in found.hint("id")
    assert explained(root, "artikel/draf", drafts=True).page.path == "artikel/draf.html"


def test_broken_projects_are_explained_as_far_as_possible(root: Path) -> None:
    sites = FILES["sites.yaml"].replace("{domain: dua.example, ", "{domain: dua.example, theme: hilang, ")
    write(root, {"sites.yaml": sites, "content/shared/artikel/rusak.md": "---\ntitle: Rusak\n---\n<b>\n"})
    assert explained(root).rebuilt.verdict == "blocked"
    assert "theme-missing" in rules(root, "index.html", "dua")
    told = rules(root, "artikel/rusak")
    assert told[0] == "explain-not-targeted"
    assert "key-missing" in told
    write(root, {"sites.yaml": "sites: ["})
    assert "explain-site" in rules(root, "index.html")
    shutil.rmtree(root / "content")
    assert rules(root, "index.html")


# -- rebuilt or not --------------------------------------------------------------------------------------------------

Edit = Callable[[Path], None]


def _replace(file: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), "utf-8", newline="\n")

    return edit


EDITS: dict[str, tuple[Edit, str, tuple[str, ...]]] = {
    "nothing": (lambda root: None, "keep", ()),
    "text": (_replace(SHARED, "Buka {{", "Dibuka {{"), "make", ("page-text",)),
    "note": (_replace(SITE, "Catatan satu", "Catatan lain"), "make", ("page-text",)),
    "field": (_replace(SITE, "Ringkasan satu", "Lain"), "make", ("page-fields",)),
    "card": (_replace("content/shared/artikel/kedua.md", "title: Kedua", "title: Kedua lagi"), "make", ("page-cards",)),
    "phone": (_replace("sites.yaml", "0266 123456", "0266 654321"), "make", ("site-view", "site-facts")),
    "fact": (_replace("sites.yaml", "Selasa", "Kamis"), "make", ("site-facts",)),
    "other site": (_replace("sites.yaml", "Rabu", "Jumat"), "keep", ()),
    "template": (_replace("themes/default/templates/article.html", "{%", "<!-- -->{%"), "make", ("page-template",)),
    "style": (_replace("themes/default/style/templates/article.css", "{", " {"), "keep", ()),
    "style too": (_replace("themes/default/style/templates/article.css", ":", ":1 "), "make", ("page-style",)),
    "partial": (_replace("themes/default/templates/partials/header.html", "<", "<!-- --><"), "make", ("site-theme",)),
    "state lost": (lambda root: (root / "dist/.sitegen/state.json").unlink(), "make", ("forgotten",)),
    "page removed": (lambda root: (root / "dist/satu.example/artikel/layanan.html").unlink(), "make", ("removed",)),
    "page edited": (_replace("dist/satu.example/artikel/layanan.html", "</html>", "</html> "), "keep", ("edited",)),
    "site removed": (lambda root: shutil.rmtree(root / "dist/satu.example"), "make", ("unpublished",)),
    "tree altered": (
        _replace("dist/satu.example/sitegen-manifest.json", "\n}}", "\n}} "),
        "make",
        ("other-tree",),
    ),
    "error": (_replace(SHARED, "{{ facts.peta }}", "{{ facts.petak }}"), "blocked", ("page-text",)),
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("explain") / "proyek"
    shutil.copytree(REPO / "themes/default", root / "themes/default")
    write(root, FILES)
    assert not build_project(root).failed
    return root


@pytest.mark.parametrize("name", EDITS)
def test_rebuilt(published: Path, tmp_path: Path, name: str) -> None:
    edit, verdict, reasons = EDITS[name]
    root = tmp_path / "proyek"
    shutil.copytree(published, root)
    edit(root)
    before = _stats(root)
    rebuilt = explained(root).rebuilt
    assert (rebuilt.verdict, rebuilt.reasons) == (verdict, reasons)
    assert bool(rebuilt.written) == (name not in ("page removed", "site removed"))
    assert _stats(root) == before, "explaining writes nothing"
    if verdict == "keep" and not reasons:
        page = root / "dist/satu.example/artikel/layanan.html"
        inode = page.stat().st_ino
        build_project(root)
        assert page.stat().st_ino == inode


def _stats(root: Path) -> dict[str, tuple[int, int]]:
    return {str(p): (p.stat().st_mtime_ns, p.stat().st_size) for p in sorted(root.rglob("*"))}


def test_before_the_first_build_and_after_a_new_page(root: Path) -> None:
    assert explained(root).rebuilt.reasons == ("unpublished",)
    build_project(root)
    write(root, {"content/shared/artikel/ketiga.md": ARTICLE.format(title="Ketiga")})
    assert explained(root, "artikel/ketiga.html").rebuilt.reasons == ("new",)


def test_hints() -> None:
    old, new = hinted("k", "aaaa1", "bbbb", ""), hinted("l", "aaaa2", "cccc", "dddd")
    assert differing(old, new, ("one", "two", "three")) == ("two", "three")
    assert differing("k", new, ("one", "two", "three")) == ()
    assert differing(old, new, ("one", "two")) == ()
    assert differing(texted(old, "t"), texted(old, "u"), ("one", "text", "three")) == ("text",)
    assert differing(texted(old, "t"), texted(new, "t"), ("one", "text", "three")) == ("text", "three")
    assert differing(texted(old, "t"), old, ("one", "text", "three")) == ("text",)
    assert retexted(texted(old, "t"), "u") == texted(old, "u")
    assert retexted(texted(old, "t"), "t") == texted(old, "t")


# -- words -----------------------------------------------------------------------------------------------------------


def test_words() -> None:
    keys = {f"reason-page-{part}" for part in PAGE_PARTS} | {f"reason-site-{part}" for part in SITE_PARTS}
    assert keys <= set(WORDS)
    for edit in EDITS.values():
        assert {f"reason-{reason}" for reason in edit[2]} <= set(WORDS)
    for name, (indonesian, english) in WORDS.items():
        blanks = [sorted(re.findall(r"\{(\w+)\}", text)) for text in (indonesian, english)]
        assert blanks[0] == blanks[1], name


@pytest.mark.parametrize(
    "path", ["artikel/layanan", "index.html", "robots.txt", "404.html", "feed.xml", "tentang.html"]
)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_lines_fit(root: Path, path: str, lang: str) -> None:
    told = list(lines(explained(root, path), lang))
    assert [line for line in told if len(line) > 80 and not re.fullmatch(r"\s*\S+", line)] == []
    assert not any(line != line.rstrip() for line in told)


def test_command(root: Path) -> None:
    def run(*args: str) -> tuple[int, str]:
        words = ["-C", str(root), "--lang", "en", "explain", *args, "--date", "2026-11-21"]
        result = CliRunner().invoke(cli, words)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result.exit_code, result.output

    code, text = run("artikel/layanan", "--site", "satu")
    assert code == 0
    assert "hides group bersama" in text
    code, text = run("artikel/layanan", "--site", "SATU", "--json")
    assert code == 0
    value = json.loads(text)
    assert value == json.loads(json.dumps(asdict(explained(root))))
    assert list(value) == ["page", "settings", "document", "cards", "rebuilt"]
    assert value["document"]["facts"][0]["origin"]["layer"]
    code, text = run("artikel/salah", "--site", "satu")
    assert code == 1
    assert "explain-unknown" in text
    code, text = run("index.html", "--site", "salah", "--json")
    assert code == 1
    assert json.loads(text)["problems"][0]["rule"] == "explain-site"
    assert run("index.html")[0] == 2


# -- the real sites and the manual -----------------------------------------------------------------------------------

MANUAL = REPO / "docs/explain.md"
EXAMPLE = re.compile(r"(?<=```text\n)dinkesMerauke: .*?(?=```\n)", re.DOTALL)


def test_the_manual_shows_what_the_command_says() -> None:
    """SITEGEN_REWRITE=1 writes the example again after the content has changed. Part 5 depends on dist/."""
    options = Options(REPO, REPO / "dist", TODAY, ("dinkesMerauke",))
    told = "\n".join(lines(explain(options, "artikel/berobat-dengan-jkn", lambda *_: None), "id"))
    wanted = told.partition("\n\n5. ")[0] + "\n"
    text = MANUAL.read_text("utf-8")
    assert EXAMPLE.search(text)
    if REWRITE:
        MANUAL.write_text(EXAMPLE.sub(lambda _: wanted, text), "utf-8", newline="\n")
        return
    found = EXAMPLE.search(text)
    assert found
    assert found[0] == wanted


def test_every_page_of_a_real_site_can_be_explained() -> None:
    options = Options(REPO, REPO / "dist", TODAY, ("dinkesBuru",))
    for path in ("index.html", "artikel/berobat-dengan-jkn.html", "privasi.html", "favicon.svg", "topik/jkn.html"):
        assert list(lines(explain(options, path, lambda *_: None), "id"))
    single = Options(REPO, REPO / "dist", TODAY, ("dinkesNanggalo",))
    assert explain(single, "index.html", lambda *_: None).page.kind == "area"
    with pytest.raises(Refused) as refused:
        explain(single, "artikel/berobat-dengan-jkn", lambda *_: None)
    assert refused.value.problems[0].rule == "explain-one-page"
