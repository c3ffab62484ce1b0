"""The glossary: what its file may say, which terms a text uses, its page and where it is linked."""

import re
from pathlib import Path

import pytest

from sitegen.model.glossary import Term
from sitegen.model.scalars import Slug
from sitegen.plan.glossary import terms_in
from sitegen.problems import Problem
from sitegen.read.claims import Claims, read_claims
from sitegen.read.glossary import read_glossary
from tests.conftest import GOOD, REPO, Build, MakeProject, write

pytestmark = pytest.mark.usefixtures("quick_themes")

FILE = """\
jkn:
  term: JKN
  also: [Jaminan Kesehatan Nasional]
  meaning: Program jaminan kesehatan.
  meaning.su: Program jaminan kaséhatan.
  source: {title: Buku & uji, url: "https://buku.example/?a=1&b=2", seen: 2026-11-01}
kader:
  term: kader
  meaning: Warga <yang> membantu posyandu.
"""


def term(name: str, *also: str) -> Term:
    ident = Slug(re.sub(r"[^a-z]+", "-", name.lower()).strip("-"))
    return Term(ident, name, also, (("id", f"Arti {name}."),))


def names(prose: str, *terms: Term) -> list[str]:
    return [found.name for found in terms_in(prose, terms)]


# -- which terms a text uses ---------------------------------------------------------------------------------------


def test_whole_words_in_the_order_in_which_they_appear() -> None:
    terms = (term("JKN", "Jaminan Kesehatan Nasional"), term("Posyandu"), term("PBI"), term("rujukan"))
    assert names("Di posyandu, jaminan kesehatan nasional (JKN) dan PBI.", *terms) == ["Posyandu", "JKN", "PBI"]
    assert names("Rujukannya, prarujukan, PBIN; pbi itu bukan singkatan.", *terms) == []
    assert names("kader-kader posyandu", term("Kader")) == ["Kader"]


def test_the_longest_counts_where_spellings_overlap() -> None:
    terms = (term("BPJS"), term("BPJS Kesehatan"), term("rujukan"), term("Surat rujukan"))
    assert names("BPJS Kesehatan memberi surat rujukan.", *terms) == ["BPJS Kesehatan", "Surat rujukan"]
    assert names("BPJS Kesehatan, lalu BPJS saja.", *terms) == ["BPJS Kesehatan", "BPJS"]


def test_at_most_five() -> None:
    terms = tuple(term(f"Kata{sign}") for sign in "abcdefg")
    text = " ".join(f"kata{sign}" for sign in "gfedcba")
    assert names(text, *terms) == ["Katag", "Kataf", "Katae", "Katad", "Katac"]


# -- the file ------------------------------------------------------------------------------------------------------


def read(root: Path, text: str) -> tuple[tuple[Term, ...], list[Problem]]:
    write(root, {"content/glossary.yaml": text})
    problems: list[Problem] = []
    return read_glossary(root, ("id", "su"), Claims(), problems), problems


def test_a_good_file(tmp_path: Path) -> None:
    (jkn, kader), problems = read(tmp_path, FILE)
    assert problems == []
    assert jkn.spellings == ("JKN", "Jaminan Kesehatan Nasional")
    assert jkn.meaning("su") == ("Program jaminan kaséhatan.", "su")
    assert jkn.meaning("en") == ("Program jaminan kesehatan.", "id")
    assert kader.source is None


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("jkn:\n  term: JKN\n", "key-missing", 2),
        ("jkn:\n  term: JKN\n  meaning: Arti.\n  meaning.en: Meaning.\n", "term-language", 4),
        ("jkn:\n  term: JKN\n  meaning: Arti.\n  arti: Arti.\n", "key-unknown", 4),
        ("jkn:\n  term: JKN\n  meaning: Arti.\n  meaning.su:\n", "value-empty", 4),
        ("jkn:\n  term: JKN\n  meaning: Arti.\n  also: [Jkn]\n", "term-twice", 4),
        ("jkn:\n  term: JKN\n  meaning: Arti.\n  also: Jaminan\n", "value-list-of-one", 4),
        ("isi:\n  term: Isi\n  meaning: Arti.\n", "id-reserved", 1),
        ("J K N:\n  term: JKN\n  meaning: Arti.\n", "value-invalid", 1),
        ("jkn: JKN\n", "value-not-keys", 1),
        ("- jkn\n", "value-not-keys", 1),
    ],
)
def test_mistakes_have_their_place(tmp_path: Path, text: str, rule: str, line: int) -> None:
    _, problems = read(tmp_path, text)
    assert [(found.rule, found.place.file, found.place.line) for found in problems] == [
        (rule, "content/glossary.yaml", line)
    ]


def test_an_official_claim_is_found(project: MakeProject, run_build: Build) -> None:
    claim = "portal:\n  term: Portal\n  meaning: Ini situs resmi dinas.\n"
    report = run_build(project({**GOOD, "content/glossary.yaml": claim}))
    (found,) = (p for p in report.problems if p.rule == "official-words")
    assert (found.place.file, found.place.line) == ("content/glossary.yaml", 3)


def test_the_project_names_a_source_for_each_term() -> None:
    problems: list[Problem] = []
    terms = read_glossary(REPO, ("id",), read_claims(REPO, problems), problems)
    assert problems == []
    assert len(terms) >= 12
    assert [one.name for one in terms if one.source is None] == []


# -- the pages -----------------------------------------------------------------------------------------------------

BODY = """\
---
title: Pertama
summary: Ringkasan.
topics: [umum]
date: 2026-11-01
---
## JKN di judul

Lihat [kader](kedua.md) dan `kader`.

Peserta JKN. Artinya ada di [istilah](../istilah.html#jkn).
"""


def test_pages(project: MakeProject, run_build: Build) -> None:
    sites = GOOD["sites.yaml"].replace('"15.01"}', '"15.01", languages: [su, id]}')
    su = {"content/shared/artikel/pertama.su.md": BODY.replace("Peserta JKN", "Pamilon JKN sareng kader")}
    root = project(
        {
            **GOOD, "sites.yaml": sites, **su, "content/glossary.yaml": FILE,
            "content/shared/artikel/pertama.md": BODY,
        }
    )  # fmt: skip
    report = run_build(root)
    assert not report.failed, report.problems
    one, two = root / "dist/satu.example", root / "dist/dua.example"
    page = (one / "istilah.html").read_text(encoding="utf-8")
    assert re.findall(r'<dt id="([^"]*)">', page) == ["jkn", "kader"]
    assert "JKN · Jaminan Kesehatan Nasional" in page
    assert "Warga &lt;yang&gt; membantu posyandu." in page
    assert '<a href="https://buku.example/?a=1&amp;b=2">Buku &amp; uji</a>' in page

    article = (one / "artikel/pertama.html").read_text(encoding="utf-8")
    (section,) = re.findall(r'<section id="_istilah">.*?</section>', article, re.DOTALL)
    assert re.findall(r'href="([^"]*)"', section) == ["../istilah.html#jkn"], "links, headings and code do not count"
    assert "Program jaminan kesehatan." in section
    for file in ("index.html", "peta-situs.html", "artikel/index.html"):
        assert 'istilah.html">Istilah</a>' in (one / file).read_text(encoding="utf-8"), file
    assert 'id="_istilah"' not in (one / "artikel/kedua.html").read_text(encoding="utf-8")

    article = (two / "artikel/pertama.html").read_text(encoding="utf-8")
    assert "<dd>Program jaminan kaséhatan.</dd>" in article
    assert '<dd lang="id">Warga &lt;yang&gt; membantu posyandu.</dd>' in article
    assert (two / "id/istilah.html").exists()
    assert (two / "istilah.html").exists()


def test_without_a_file_there_is_no_page(project: MakeProject, run_build: Build) -> None:
    root = project(GOOD)
    assert not run_build(root).failed
    assert not (root / "dist/satu.example/istilah.html").exists()
    assert "istilah.html" not in (root / "dist/satu.example/peta-situs.html").read_text(encoding="utf-8")
    write(root, {"content/shared/artikel/pertama.md": BODY})
    assert "link-file-missing" in {found.rule for found in run_build(root).problems}


def test_only_the_texts_that_use_a_term_change_with_it(project: MakeProject, run_build: Build) -> None:
    text = FILE.replace("  meaning.su: Program jaminan kaséhatan.\n", "")
    root = project({**GOOD, "content/glossary.yaml": text, "content/shared/artikel/pertama.md": BODY})
    first = run_build(root)
    assert not first.failed, first.problems
    write(root, {"content/glossary.yaml": text.replace("Program jaminan kesehatan.", "Program jaminan.")})
    report = run_build(root)
    assert [(row.written, row.removed) for row in report.sites] == [(2, 0), (2, 0)], "the article and the glossary"
    (root / "content/glossary.yaml").unlink()
    write(root, {"content/shared/artikel/pertama.md": BODY.replace("../istilah.html#jkn", "kedua.md")})
    report = run_build(root)
    assert not report.failed, "the page of terms is no promise to readers"
