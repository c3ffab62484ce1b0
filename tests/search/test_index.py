"""The index of search, the files that go with it, and the site map without scripts."""

import gzip
import json
import random
import re
from pathlib import Path

import pytest

from sitegen.build import prepare
from sitegen.model.output import Joined
from sitegen.model.parsed import Heading, Stems
from sitegen.options import Options
from sitegen.plan import atoz, search
from sitegen.problems import Problem
from sitegen.render.stems import MOST, stems_of
from tests.conftest import ARTICLE, GOOD, REPO, TODAY, Build, MakeProject, Tree

BUDGET = 40_000


def indexes(root: Path) -> dict[str, Joined]:
    """The planned index of each site."""
    problems: list[Problem] = []
    prepared = prepare(Options(root, root / "dist", TODAY, jobs=1), problems, lambda *_: None)
    errors = [p.message("en") for p in problems if p.severity == "error"]
    assert not errors
    return {
        plan.site.id: output
        for plan in prepared.plan.sites
        for output in plan.outline.outputs
        if isinstance(output, Joined)
    }


def rows(data: bytes) -> list[list[str]]:
    """The records of an index."""
    text = data.decode().partition("pages:[")[2].removesuffix(",\n]}\n")
    found: list[list[str]] = json.loads(f"[{text}]")
    return found


# -- what is vendored ------------------------------------------------------------------------------------------------


def test_the_licence_goes_with_the_engine() -> None:
    data = search.script().data
    assert data.startswith(b"/*! MiniSearch 7.2.0\nCopyright 2022 Luca Ongaro")
    assert b"THE SOFTWARE IS PROVIDED" in data
    assert len(gzip.compress(data, 9)) < 10_000


# -- stems -----------------------------------------------------------------------------------------------------------


def test_stems_meet_in_their_root() -> None:
    words = "Mendaftar, daftar, didaftarkan. Obat dan pengobatan.".split()
    found = stems_of((Heading(2, "a", "Pendaftaran peserta"),), words, "id")
    assert found == Stems("daftar serta", "obat")


def test_facts_and_empty_words_are_left_out() -> None:
    found = stems_of((), "yang dan untuk \ue0000\ue001 kader 2026 119 obat\ue0001\ue001,gizi".split(), "id")
    assert found == Stems("", "kader 119 obat gizi")


def test_other_languages_keep_their_words() -> None:
    assert stems_of((), ["registration"], "en") == Stems("", "registration")


def test_short_forms_come_first_and_stems_are_few() -> None:
    prose = " ".join(f"kata{chr(97 + n % 26)}{chr(97 + n // 26)} " * 2 for n in range(80)) + "PANDAWA"
    found = stems_of((), prose.split(), "id").text.split()
    assert len(found) == MOST
    assert found[0] == "pandawa"


# -- the index -------------------------------------------------------------------------------------------------------


def test_records_are_made_once_and_shared(project: MakeProject) -> None:
    """Work is articles + sites: two selections hold the very same bytes of an article that both show."""
    only = ARTICLE.format(title="Ketiga").replace("date:", "sites: {only: [satu]}\ndate:")
    found = indexes(project({**GOOD, "content/shared/artikel/ketiga.md": only}))
    one, two = ({id(part) for part in found[name].parts if b"artikel/pertama" in part} for name in ("satu", "dua"))
    assert one == two != set()
    assert found["satu"].key != found["dua"].key
    listed = {name: {row[0] for row in rows(b"".join(joined.parts))} for name, joined in found.items()}
    assert listed["satu"] - listed["dua"] == {"artikel/ketiga.html"}
    assert {"kontak.html", "fasilitas.html", "tentang.html", "artikel/pertama.html"} <= listed["dua"]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("Isi dari Pertama.", "Isi dari Pertama, Pertama.", False),
        ("Isi dari Pertama.", "Isi dari {{ facts.jadwal | default('Pertama') }}.", True),
        ("Isi dari Pertama.", "Isi dari Pertama. Nyamuk.", True),
        ("title: Pertama", "title: Kesatu", True),
        ("## Isi", "## Nyamuk", True),
        ("topics: [umum]", "topics: [umum]\nreview_by: 2027-01-01", False),
    ],
)
def test_index_changes_with_its_records_only(project: MakeProject, old: str, new: str, changes: bool) -> None:
    root = project(GOOD)
    before = indexes(root)["satu"].key
    file = root / "content/shared/artikel/pertama.md"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    assert (indexes(root)["satu"].key != before) == changes


def test_a_telephone_number_is_in_no_index(project: MakeProject) -> None:
    root = project(GOOD)
    before = indexes(root)["satu"].key
    sites = root / "sites.yaml"
    text = sites.read_text("utf-8")
    sites.write_text(text.replace("{domain: satu.example,", "{domain: satu.example, facts: {jadwal: Senin},"), "utf-8")
    assert indexes(root)["satu"].key == before


def test_budget() -> None:
    """200 articles of the project's own sentences, one word in five made up so that the words are as many as in real
    texts: titles of 60 letters, summaries of 115, six headings, about 700 words each."""
    chance = random.Random(1)
    sentences: list[str] = []
    headings: list[str] = []
    for file in sorted((REPO / "content/shared").rglob("*.md")):
        for line in file.read_text("utf-8").split("---\n", 2)[2].splitlines():
            if line.startswith("## "):
                headings.append(line[3:].partition("{")[0])
            elif len(line) > 30:
                sentences += [part for part in re.split(r"(?<=[.?]) ", line) if 20 < len(part) < 150]
    syllables = [a + b for a in "bcdghjklmnprstw" for b in "aiueo"]
    invented = ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(4000)]

    def text(parts: list[str], count: int, most: int = 10_000) -> str:
        joined = " ".join(chance.choices(parts, k=count))
        return re.sub("[a-z]{5,}", lambda m: chance.choice(invented) if chance.random() < 0.2 else m[0], joined)[:most]

    records = []
    for _ in range(200):
        titles = tuple(Heading(2, "", text(headings, 1)) for _ in range(6))
        stems = stems_of(titles, text(sentences, 60).split(), "id")
        title = text(headings, 3, 60)
        slug = re.sub("[^a-z]+", "-", title.lower())[:30]
        records.append(search.record(f"artikel/{slug}.html", title, text(sentences, 3, 115), stems, "id"))
    data = b"".join(search.index(records))
    assert len(rows(data)) == 200
    assert 20_000 < len(gzip.compress(data, 6)) <= BUDGET


# -- the site map ----------------------------------------------------------------------------------------------------


def test_letters_have_pages_of_their_own_when_there_are_many(
    project: MakeProject, run_build: Build, tree: Tree
) -> None:
    many = {
        f"content/shared/artikel/a{n}.md": ARTICLE.format(title=f'"{chr(65 + n % 5)} judul {n}"')
        for n in range(atoz.ON_ONE_PAGE - 3)
    }
    many["content/shared/artikel/angka.md"] = ARTICLE.format(title='"5 langkah"')
    root = project({**GOOD, **many})
    assert not run_build(root, sites=("satu",)).failed
    files = tree(root / "dist/satu.example")
    assert [path for path in files if path.startswith("peta-situs-")] == []
    assert files["peta-situs.html"].count(b'<a href="artikel/a') >= len(many) - 1
    (root / "content/shared/artikel/elok.md").write_text(ARTICLE.format(title="Élok"), "utf-8")
    report = run_build(root, sites=("satu",))
    assert not report.failed, [p.message("en") for p in report.problems]
    files = tree(root / "dist/satu.example")
    parts = {path for path in files if path.startswith("peta-situs-")}
    assert parts == {f"peta-situs-{name}.html" for name in ("0-9", "a", "b", "c", "d", "e", "k", "p", "u00e9")}
    first = files["peta-situs.html"].decode()
    assert set(re.findall(r'href="(peta-situs-[^"]+)"', first)) == parts
    listed = [
        href for path in parts for href in re.findall(r'<a href="(artikel/(?!index)[^"]+)"', files[path].decode())
    ]
    assert len(listed) == len(set(listed)) == atoz.ON_ONE_PAGE + 1
    assert 'href="artikel/a0.html"' not in first
    assert 'aria-current="page">A ' in files["peta-situs-a.html"].decode()


def test_pages_without_search_allow_no_files(project: MakeProject, run_build: Build, tree: Tree) -> None:
    """Only the page that searches may load scripts; the header of a site speaks of all pages at once, so it allows
    them too."""
    root = project(GOOD)
    assert not run_build(root).failed
    files = tree(root / "dist/satu.example")
    allowing = {path for path, data in files.items() if path.endswith(".html") and b"script-src 'self'" in data}
    assert allowing == {"peta-situs.html"}
    page, headers = files["peta-situs.html"].decode(), files["_headers"].decode()
    inline = re.search(r"script-src 'self' ('sha256-[^']+')", page)
    assert inline
    assert inline[1] in headers
    assert "script-src 'self' 'sha256-" in headers
    assert "script-src 'self' 'sha256-" in files[".htaccess"].decode()
