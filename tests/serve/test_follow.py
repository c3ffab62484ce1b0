"""What editors do while the preview runs shows on the pages they look at, and the folder stays as `build` makes it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ARTICLE, GOOD, TODAY, add_theme, build_project, read_tree, write

from .running import Running, until

PAGE = "/satu.example/artikel/pertama.html"
SOURCE = "content/shared/artikel/pertama.md"
THIRD = '  - {domain: tiga.example, district: "33.73"}\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = tmp_path / "proyek"
    add_theme(made)
    write(made, {**GOOD, "sites.yaml": GOOD["sites.yaml"] + THIRD})
    return made


@pytest.fixture
def running(root: Path) -> Iterator[Running]:
    with Running(root) as made:
        yield made


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    write(root, {name: text.replace(old, new)})


def by_rename(root: Path, name: str, text: str) -> None:
    """As many editors save: another file, which then takes the name."""
    beside = root / f"{name}.{os.getpid()}~"
    beside.write_text(text, "utf-8")
    beside.replace(root / name)


def as_built(running: Running, tmp_path: Path, **options: object) -> None:
    """The folder is, byte for byte, what `build` makes of the same sources elsewhere."""
    running.idle()
    clean = tmp_path / "bersih"
    shutil.rmtree(clean, ignore_errors=True)
    build_project(running.root, dest=clean, **options)
    keep = ("sitegen-manifest.json",)
    sites = {name: data for name, data in read_tree(clean).items() if not name.startswith(".sitegen")}
    found = {name: data for name, data in read_tree(running.dest).items() if not name.startswith(".sitegen")}
    assert sorted(found) == sorted(sites)
    assert [name for name in sites if sites[name] != found[name] and not name.endswith(keep)] == []


def test_an_edited_article(running: Running, tmp_path: Path) -> None:
    said = running.told(PAGE, lambda: edit(running.root, SOURCE, "Isi dari Pertama", "Isi yang BARU"))
    assert [one["command"] for one in said] == ["hello", "reload"]
    running.shows(PAGE, "Isi yang BARU")
    for site in ("dua.example", "tiga.example"):
        running.shows(PAGE.replace("satu.example", site), "Isi yang BARU")
    as_built(running, tmp_path)


def test_only_what_is_looked_at_waits_for_nobody(running: Running) -> None:
    """The site that a browser shows is built by itself first, then all."""
    seen: list[frozenset[str]] = []
    taken = running.stage.take

    def note(built: object) -> None:
        taken(built)  # type: ignore[arg-type]
        seen.append(frozenset(row.site for row in built.report.sites))  # type: ignore[attr-defined]

    running.stage.take = note  # type: ignore[method-assign]
    running.told(PAGE, lambda: edit(running.root, SOURCE, "Isi dari Pertama", "Isi yang BARU"))
    until(lambda: len(seen) > 1)
    assert seen[:2] == [frozenset({"satu"}), frozenset({"satu", "dua", "tiga"})]


def test_nothing_is_told_where_nothing_changed(running: Running) -> None:
    """An override for one site reloads its pages, and those of no other."""
    other = PAGE.replace("satu", "dua")
    running.ask(other)
    name = "content/sites/satu/artikel/pertama.md"
    running.told(PAGE, lambda: write(running.root, {name: "---\noverride: after\n---\nCATATAN satu.\n"}))
    running.idle()
    running.shows(PAGE, "CATATAN")
    assert running.stage.old([other]) == frozenset()


@pytest.mark.parametrize("times", [1, 3])
def test_saving_by_rename(running: Running, times: int) -> None:
    for number in range(times):
        text = ARTICLE.format(title="Pertama").replace("Isi dari", f"Isi {number} dari")
        running.told(PAGE, lambda text=text: by_rename(running.root, SOURCE, text))  # type: ignore[misc]
        running.shows(PAGE, f"Isi {number} dari")
    for number in range(times):
        contact = f'"32.02", contact: {{phone: "021-555010{number}", source: Uji}}}}'
        sites = GOOD["sites.yaml"].replace('"32.02"}', contact) + THIRD
        running.told("/satu.example/index.html", lambda sites=sites: by_rename(running.root, "sites.yaml", sites))  # type: ignore[misc]
        running.shows("/satu.example/index.html", f"555010{number}")


def test_adding_renaming_deleting(running: Running, tmp_path: Path) -> None:
    new, moved = "content/shared/artikel/ketiga.md", "content/shared/artikel/keempat.md"
    running.told("/satu.example/artikel/index.html", lambda: write(running.root, {new: ARTICLE.format(title="KETIGA")}))
    running.shows("/satu.example/artikel/ketiga.html", "KETIGA")
    running.told("/satu.example/artikel/ketiga.html", lambda: (running.root / new).rename(running.root / moved))
    running.answers("/satu.example/artikel/ketiga.html", 404)
    running.shows("/satu.example/artikel/keempat.html", "KETIGA")
    running.lacks("/satu.example/index.html", 'class="galat"')
    running.told("/satu.example/artikel/index.html", (running.root / moved).unlink)
    running.answers("/satu.example/artikel/keempat.html", 404)
    running.lacks("/satu.example/artikel/index.html", "KETIGA")
    as_built(running, tmp_path)


def test_a_folder_that_comes_whole_and_goes(running: Running) -> None:
    """As by git: many files at once, in folders that were not there."""
    away = running.root / "sisipan"
    write(away, {"satu/artikel/lokal.md": ARTICLE.format(title="LOKAL")})
    sites = running.root / "content/sites"
    running.told("/satu.example/artikel/index.html", lambda: away.rename(sites))
    running.shows("/satu.example/artikel/lokal.html", "LOKAL")
    edit(running.root, "content/sites/satu/artikel/lokal.md", "Isi dari LOKAL", "Isi sesudahnya")
    running.shows("/satu.example/artikel/lokal.html", "Isi sesudahnya")
    running.told("/satu.example/artikel/index.html", lambda: sites.rename(away))
    running.answers("/satu.example/artikel/lokal.html", 404)


def test_sites_come_and_go(running: Running, tmp_path: Path) -> None:
    more = '  - {domain: empat.example, district: "51.04"}\n'
    text = (running.root / "sites.yaml").read_text("utf-8")
    running.told("/.sitegen/index.html", lambda: write(running.root, {"sites.yaml": text + more}))
    running.shows("/.sitegen/index.html", "empat.example")
    running.answers("/empat.example/artikel/pertama.html", 200)
    running.lacks(PAGE, "dinkesTiada")
    running.shows(PAGE, "(empat)")
    without = text.replace(THIRD, "") + more
    running.told("/tiga.example/index.html", lambda: write(running.root, {"sites.yaml": without}))
    until(lambda: running.ask("/tiga.example/index.html").status == 404)
    running.lacks(PAGE, "(tiga)")
    assert not (running.dest / "tiga.example").exists()
    as_built(running, tmp_path)


def test_a_template_is_broken_and_mended(running: Running, tmp_path: Path) -> None:
    name = "themes/default/templates/article.html"
    good = (running.root / name).read_text("utf-8")
    before = read_tree(running.dest / "satu.example")
    running.told(PAGE, lambda: write(running.root, {name: good + "{% if %}"}))
    page = running.text(PAGE)
    assert 'class="galat"' in page
    assert name in page
    assert "Isi dari Pertama" in page
    assert read_tree(running.dest / "satu.example") == before
    running.told(PAGE, lambda: by_rename(running.root, name, good))
    running.lacks(PAGE, 'class="galat"')
    as_built(running, tmp_path)


def test_a_new_template_and_theme(running: Running) -> None:
    theme = {
        "themes/kedua/theme.yaml": "name: Kedua\nextends: default\n",
        "themes/kedua/templates/partials/footer.html": "<footer>KAKI BARU</footer>\n",
    }
    write(running.root, theme)
    text = (running.root / "sites.yaml").read_text("utf-8")
    running.told(PAGE, lambda: write(running.root, {"sites.yaml": text.replace('"32.02"', '"32.02", theme: kedua')}))
    running.shows(PAGE, "KAKI BARU")
    running.told(PAGE, (running.root / "themes/kedua/templates/partials/footer.html").unlink)
    running.lacks(PAGE, "KAKI BARU")


def test_errors_lie_over_the_last_good_page(running: Running) -> None:
    running.told(PAGE, lambda: edit(running.root, SOURCE, "title:", "titel:"))
    page = running.text(PAGE)
    assert "Isi dari Pertama" in page
    for wanted in ("Kesalahan: ", f"{SOURCE}:2:1", "2 | <mark>t</mark>itel: Pertama", "Jalan keluar", "key-misspelled"):
        assert wanted in page
    for other in ("/dua.example/index.html", "/.sitegen/index.html"):
        running.shows(other, f"{SOURCE}:2:1")
    running.told(PAGE, lambda: edit(running.root, SOURCE, "titel:", "title:"))
    running.lacks(PAGE, "Kesalahan: ")
    running.lacks("/dua.example/index.html", "Kesalahan: ")


def test_sites_yaml_is_broken_and_mended(running: Running) -> None:
    good = (running.root / "sites.yaml").read_text("utf-8")
    running.told(PAGE, lambda: write(running.root, {"sites.yaml": good + "  - [\n"}))
    page = running.text(PAGE)
    assert "sites.yaml:" in page
    assert "(tiga)" in page
    running.told(PAGE, lambda: write(running.root, {"sites.yaml": good}))
    running.lacks(PAGE, "Kesalahan: ")


@pytest.mark.parametrize("name", ["content", "themes", "sites.yaml"])
def test_all_of_it_goes_away_and_comes_back(running: Running, name: str) -> None:
    """As when a branch is changed."""
    path, away = running.root / name, running.root / "pergi"
    running.told(PAGE, lambda: path.rename(away))
    running.shows(PAGE, "Kesalahan: ")
    running.told(PAGE, lambda: away.rename(path))
    running.lacks(PAGE, "Kesalahan: ")
    running.told(PAGE, lambda: edit(running.root, SOURCE, "Isi dari Pertama", "Isi sesudahnya"))
    running.shows(PAGE, "Isi sesudahnya")


def test_the_first_build_fails(root: Path, tmp_path: Path) -> None:
    edit(root, SOURCE, "title:", "titel:")
    with Running(root) as running:
        for path in (PAGE, "/", "/tiada"):
            answer = running.ask(path)
            assert answer.status == 503
            for wanted in ("Belum ada pratinjau", f"{SOURCE}:2:1", "/livereload.js"):
                assert wanted in answer.text
        running.told("/", lambda: edit(root, SOURCE, "titel:", "title:"))
        running.shows(PAGE, "Isi dari Pertama")
        as_built(running, tmp_path)


def test_drafts_and_the_future(root: Path, tmp_path: Path) -> None:
    draft = ARTICLE.format(title="Rencana").replace("date: 2026-11-01", "date: 2026-11-01\ndraft: true")
    future = ARTICLE.format(title="Besok").replace("2026-11-01", "2027-01-01")
    write(root, {"content/shared/artikel/rencana.md": draft, "content/shared/artikel/besok.md": future})
    with Running(root) as running:
        running.answers("/satu.example/artikel/rencana.html", 404)
        running.answers("/satu.example/artikel/besok.html", 404)
        assert "Per 21 November 2026, tanpa draf." in running.text(PAGE).replace("\N{NO-BREAK SPACE}", " ")
    with Running(root, drafts=True) as running:
        running.shows(PAGE, "draf dan yang akan datang ikut")
        for name in ("rencana", "besok", "pertama"):
            answer = running.ask(f"/satu.example/artikel/{name}.html")
            assert answer.status == 200
            assert "DRAF" in answer.text.partition("<sitegen-pratinjau>")[0]
        as_built(running, tmp_path, drafts=True)


def test_one_site_only(root: Path) -> None:
    with Running(root, sites=("satu",)) as running:
        running.answers(PAGE, 200)
        running.lacks(PAGE, "(dua)")
        running.told(PAGE, lambda: edit(root, SOURCE, "Isi dari Pertama", "Isi yang BARU"))
        running.shows(PAGE, "Isi yang BARU")


def test_switching_sites(running: Running) -> None:
    write(running.root, {"content/sites/satu/artikel/hanya.md": ARTICLE.format(title="HANYA")})
    running.shows("/satu.example/artikel/hanya.html", "HANYA")

    def leads(site: str, path: str) -> str:
        answer = running.ask(f"/.sitegen/ke?situs={site}&jalur={path}")
        assert answer.status == 302, answer.text
        return str(answer.headers["Location"])

    assert leads("dua", "artikel/pertama.html") == "/dua.example/artikel/pertama.html"
    assert leads("Kabupaten%20Kerinci%20(dua)", "artikel/pertama.html") == "/dua.example/artikel/pertama.html"
    there = leads("dua", "artikel/hanya.html")
    assert there == "/dua.example/artikel/index.html?tiada=artikel%2Fhanya.html"
    running.shows(there, "artikel/hanya.html tidak ada di situs ini")
    assert leads("kerinci", "") == "/dua.example/index.html"
    several = running.text("/.sitegen/ke?situs=example&jalur=artikel/pertama.html")
    for site in ("satu", "dua", "tiga"):
        assert f'href="/{site}.example/artikel/pertama.html"' in several
    none = running.text("/.sitegen/ke?situs=%3Cb%3Etiada&jalur=x.html")
    assert "&lt;b&gt;tiada" in none
    assert 'href="/tiga.example/index.html?tiada=x.html"' in none


def test_every_previewed_page_has_the_bar_and_no_file_has(running: Running) -> None:
    pages = [f"/{name}" for name in read_tree(running.dest) if name.endswith(".html") and not name.startswith(".sit")]
    assert len(pages) > 20
    for page in pages:
        assert running.text(page).count("<sitegen-pratinjau>") == 1, page
    assert not [name for name, data in read_tree(running.dest).items() if b"sitegen-pratinjau" in data]
    for name in ("feed.xml", "cari.js", "sitegen-manifest.json"):
        path = running.dest / "satu.example" / name
        if path.exists():
            assert running.ask(f"/satu.example/{name}").data == path.read_bytes()


def test_a_page_that_was_loaded_just_before(running: Running) -> None:
    """Between a page and its socket something may change: the socket is told at once."""
    running.ask(PAGE)
    edit(running.root, SOURCE, "Isi dari Pertama", "Isi yang BARU")
    until(lambda: running.stage.options.dest.exists() and b"BARU" in (running.dest / PAGE[1:]).read_bytes())
    running.idle()
    assert running.stage.old([PAGE]) == {PAGE}
    assert running.stage.old([PAGE]) == frozenset()  # nobody reloads for ever


def test_it_writes_nowhere_else(running: Running) -> None:
    running.told(PAGE, lambda: edit(running.root, SOURCE, "Isi dari Pertama", "Isi yang BARU"))
    running.idle()
    assert sorted(path.name for path in running.root.iterdir()) == [".sitegen", "content", "sites.yaml", "themes"]
    assert sorted(path.name for path in (running.root / ".sitegen").iterdir()) == ["cache", "preview"]
    assert running.stage.options.today == TODAY
