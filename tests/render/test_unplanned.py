"""Pages whose programs are kept are filled without being planned; whatever became of these, the bytes are those of a
clean build."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.model.output import Output
from sitegen.plan.makers import Maker
from sitegen.shelf import PROGRAMS
from tests.conftest import ARTICLE, GOOD, Build, MakeProject, Tree, png

PHONE = "0251 100 200"
FACILITY = "- {name: Puskesmas Dua, kind: puskesmas, kecamatan: A, source: Surat 1, verified: 2026-11-01}\n"
FILES: dict[str, str | bytes] = {
    **GOOD,
    "sites.yaml": f"""\
defaults:
  contact: {{phone: {PHONE}}}
sites:
  - domain: satu.example
    district: "32.02"
    contact: {{phone: {PHONE}}}
  - {{domain: dua.example, district: "15.01", languages: [id, en]}}
  - {{domain: tiga.example, district: "13.71", area: {{code: "13.71.10", name: Kecamatan Nanggalo}}}}
  - {{domain: empat.example, district: "32.02"}}
""",
    "content/shared/artikel/pertama.md": ARTICLE.format(title="Pertama") + "\n![Gambar](pertama/gambar.png)\n",
    "content/shared/artikel/pertama/gambar.png": png(600, 40),
    "content/shared/artikel/tabel.md": ARTICLE.format(title="Tabel") + "\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "content/shared/acara/senam.md": "---\ntitle: Senam\nsummary: Pagi.\nstart: 2026-12-05\nplace: Balai\n---\nIsi.\n",
    "content/shared/static/berkas.txt": "berkas\n",
    "content/sites/dua/facilities.yaml": FACILITY,
}


class Planned:
    """How many outlines are planned."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        outputs = Maker.outputs

        def counted(maker: Maker) -> Iterator[Output]:
            self.count += 1
            return outputs(maker)

        monkeypatch.setattr(Maker, "outputs", counted)


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> Planned:
    return Planned(monkeypatch)


def trees(root: Path, tree: Tree) -> dict[str, dict[str, bytes]]:
    return {path.name: tree(path) for path in sorted((root / "dist").glob("*.example"))}


def clean(root: Path, run_build: Build, tree: Tree) -> dict[str, dict[str, bytes]]:
    """The bytes of a build that knows nothing from before."""
    for folder in ("dist", ".sitegen"):
        shutil.rmtree(root / folder)
    assert not run_build(root).failed
    return trees(root, tree)


def one_phone(text: str) -> str:
    head, mark, rest = text.rpartition(PHONE)
    return f"{head}0251 777 888{rest}" if mark else text


def all_phones(text: str) -> str:
    return text.replace(PHONE, "0251 777 888")


def as_it_was(_: Path) -> None:
    """Nothing became of it."""


def lost(file: Path) -> None:
    file.unlink()


def damaged(file: Path) -> None:
    """The index stays, and most of the spans."""
    data = bytearray(file.read_bytes())
    for at in range(len(data) // 2, len(data), len(data) // 50):
        data[at] ^= 1
    file.write_bytes(data)


@pytest.mark.parametrize("edit", [one_phone, all_phones])
@pytest.mark.parametrize("happens", [as_it_was, lost, damaged])
def test_a_phone(
    edit: Callable[[str], str], happens: Callable[[Path], None], project: MakeProject, run_build: Build, tree: Tree,
    planned: Planned,
) -> None:  # fmt: skip
    root = project(FILES)
    assert not run_build(root).failed
    before = trees(root, tree)
    sites = root / "sites.yaml"
    sites.write_text(edit(sites.read_text("utf-8")), "utf-8")
    (store,) = (root / PROGRAMS).iterdir()
    happens(store)
    planned.count = 0
    assert not run_build(root).failed
    assert (planned.count == 0) is (happens is as_it_was)
    after = trees(root, tree)
    changed = {name for name, files in after.items() if files != before[name]}
    assert "satu.example" in changed
    assert (len(changed) > 1) is (edit is all_phones)
    assert after == clean(root, run_build, tree)


@pytest.mark.parametrize(("template", "count"), [("article", 0), ("list", 1)])
def test_pages_that_no_program_can_be_made_of(
    template: str, count: int, project: MakeProject, run_build: Build, tree: Tree, planned: Planned
) -> None:
    """They are planned, and of documents nothing else is."""
    root = project(FILES)
    file, sites = root / f"themes/default/templates/{template}.html", root / "sites.yaml"
    captured = "{% set asked %}{{ site.name }}{% endset %}{% block"
    file.write_text(file.read_text("utf-8").replace("{% block", captured, 1), "utf-8")
    assert run_build(root).fallbacks > 0
    sites.write_text(one_phone(sites.read_text("utf-8")), "utf-8")
    planned.count = 0
    assert run_build(root).fallbacks > 0
    assert planned.count == count
    assert trees(root, tree) == clean(root, run_build, tree)


@pytest.mark.parametrize("name", [".htaccess", "_headers", "cari-indeks.js", "acara/senam.ics", "og.png"])
def test_a_file_that_somebody_deleted(
    name: str, project: MakeProject, run_build: Build, tree: Tree, planned: Planned
) -> None:
    root = project(FILES)
    assert not run_build(root).failed
    before = trees(root, tree)
    (root / "dist/dua.example" / name).unlink()
    planned.count = 0
    assert not run_build(root).failed
    assert planned.count == 0
    assert trees(root, tree) == before


def test_headers_name_the_sheets_of_all_pages(project: MakeProject, run_build: Build, tree: Tree) -> None:
    """Also of the one that came last, when no other page was planned for that."""
    root = project(FILES)
    assert not run_build(root).failed
    before = trees(root, tree)
    article = root / "content/shared/artikel/kedua.md"
    article.write_text(article.read_text("utf-8") + "\n> Kutipan\n", "utf-8")
    assert not run_build(root).failed
    after = trees(root, tree)
    assert after["satu.example"]["_headers"] != before["satu.example"]["_headers"]
    assert after["satu.example"][".htaccess"] != before["satu.example"][".htaccess"]
    assert after == clean(root, run_build, tree)
