"""Which articles a page names as related: a golden list for ten, judged by what a reader would want next, and the rule.

The list was written before the rule was run on it. Six of the ten articles are those of `tests/corpus`; the other four
have topics that these lack. A change of the rule has to keep the list, or somebody has to say why.
"""

import re
from pathlib import Path

import pytest

from tests.conftest import CORPUS, GOOD, Build, MakeProject, add_theme, build_project, write

pytestmark = pytest.mark.usefixtures("quick_themes")

EXPECTED: dict[str, set[str]] = {
    # What JKN is: then to register, or to get care. How to complain is for later.
    "apa-itu-jkn": {"berobat-dengan-jkn", "mendaftar-jkn"},
    # Getting care: what to do in an emergency, where to complain, and registering for those who are not yet in.
    "berobat-dengan-jkn": {"menyampaikan-keluhan", "uji-gawat-anak", "mendaftar-jkn"},
    "mendaftar-jkn": {"berobat-dengan-jkn", "apa-itu-jkn"},
    # For volunteers: the other of the two working papers, not all that is about JKN.
    "mengukur-hasil-sosialisasi": {"sosialisasi-jkn-bersama-masyarakat"},
    "sosialisasi-jkn-bersama-masyarakat": {"mengukur-hasil-sosialisasi"},
    "menyampaikan-keluhan": {"berobat-dengan-jkn", "uji-gawat-anak"},
    "uji-gawat-anak": {"berobat-dengan-jkn", "menyampaikan-keluhan"},
    "uji-hari-posyandu": {"uji-timbang-balita"},
    "uji-timbang-balita": {"uji-hari-posyandu"},
    # The only one of its kind: nothing rather than something weak.
    "uji-air-bersih": set(),
}
FIXTURES = {
    "uji-gawat-anak": ("gawat-darurat", 60),
    "uji-hari-posyandu": ("posyandu", 30),
    "uji-timbang-balita": ("posyandu, gizi", 20),
    "uji-air-bersih": ("lingkungan", 10),
}


def article(title: str, topics: str, weight: int = 0, more: str = "") -> str:
    front = f"title: {title}\nsummary: Tentang {title}.\ntopics: [{topics}]\ndate: 2026-11-01\nweight: {weight}\n{more}"
    return f"---\n{front}---\nIsi dari {title}.\n"


def related(page: Path) -> list[str]:
    """The slugs that a page names as related, in their order."""
    found = re.search(r'<section class="rel">.*?</section>', page.read_text(encoding="utf-8"), re.DOTALL)
    return re.findall(r'<a href="([a-z0-9-]+)\.html"', found[0]) if found else []


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The six articles of the corpus and the four others on one site."""
    root = tmp_path_factory.mktemp("sepuluh") / "proyek"
    add_theme(root)
    write(root, {"sites.yaml": 'sites:\n  - {domain: satu.example, district: "32.02"}\n'})
    for path in sorted((CORPUS / "artikel").glob("*.md")):
        text = re.sub(r"::: (only|except) kepulauan", r"::: \1 satu", path.read_text(encoding="utf-8"))
        write(root, {f"content/shared/artikel/{path.name}": text})
    names = ("jkn", "pengaduan", "sosialisasi", "gawat-darurat", "posyandu", "gizi", "lingkungan")
    write(root, {"content/topics.yaml": "".join(f"{name}:\n  title: Uji {name}\n" for name in names)})
    for slug, (own, weight) in FIXTURES.items():
        write(root, {f"content/shared/artikel/{slug}.md": article(slug, own, weight)})
    report = build_project(root)
    assert not report.failed, report.problems
    return root / "dist/satu.example/artikel"


def test_the_list_is_whole(ten: Path) -> None:
    assert {path.stem for path in ten.glob("*.html")} - {"index"} == set(EXPECTED)


@pytest.mark.parametrize("slug", EXPECTED)
def test_golden(ten: Path, slug: str) -> None:
    assert set(related(ten / f"{slug}.html")) == EXPECTED[slug]


# -- the rule ------------------------------------------------------------------------------------------------------


def shown(project: MakeProject, run_build: Build, articles: dict[str, str], page: str = "satu") -> list[str]:
    """What one page names, in a project of these articles."""
    topics = "".join(f"{name}:\n  title: {name}\n" for name in ("luas", "sempit", "lain", "umum"))
    files = {name: text for name, text in GOOD.items() if "/artikel/" not in name}
    files |= {name if "/" in name else f"content/shared/artikel/{name}.md": text for name, text in articles.items()}
    root = project({**files, "content/topics.yaml": topics})
    report = run_build(root)
    assert not report.failed, report.problems
    return related(root / f"dist/satu.example/artikel/{page}.html")


def test_a_rare_topic_counts_more_than_weight(project: MakeProject, run_build: Build) -> None:
    articles = {
        "satu": article("Satu", "luas, sempit"),
        "dua": article("Dua", "luas", 90),
        "tiga": article("Tiga", "luas", 80),
        "empat": article("Empat", "lain, sempit", 1),
        "lima": article("Lima", "lain, luas", 99),  # only a wide topic, and not the first of both
        "enam": article("Enam", "luas", 70),
    }
    assert shown(project, run_build, articles) == ["empat", "dua", "tiga"]


def test_named_ones_come_first(project: MakeProject, run_build: Build) -> None:
    more = "related: [artikel/lima.md, artikel/ditarik, halaman/privasi]\n"
    articles = {
        "satu": article("Satu", "luas", more=more),
        "dua": article("Dua", "luas", 90),
        "lima": article("Lima", "lain"),
        "ditarik": article("Ditarik", "luas", 99, "withdrawn: {on: 2026-11-10}\n"),
    }
    page = shown(project, run_build, articles)
    assert page == ["lima", "dua"], "a page of the site has its link outside artikel/, a withdrawn one has none"


def test_only_what_the_site_shows(project: MakeProject, run_build: Build) -> None:
    articles = {
        "satu": article("Satu", "luas", more="related: [artikel/tiga]\n"),
        "dua": article("Dua", "luas"),
        "tiga": article("Tiga", "luas", 90, "sites: {only: [dua]}\n"),
    }
    assert shown(project, run_build, articles) == ["dua"]


def test_what_was_adapted_for_the_place_comes_before_weight(project: MakeProject, run_build: Build) -> None:
    articles = {
        "satu": article("Satu", "luas"),
        "dua": article("Dua", "luas", 90),
        "content/sites/satu/artikel/daerah.md": article("Daerah", "luas"),
    }
    assert shown(project, run_build, articles) == ["daerah", "dua"]


@pytest.mark.parametrize(("page", "expected"), [("satu", ["f", "e", "d"]), ("f", ["e", "d", "c"])])
def test_at_most_three_and_never_itself(project: MakeProject, run_build: Build, page: str, expected: list[str]) -> None:
    articles = {name: article(name, "luas", weight) for weight, name in enumerate(("satu", "b", "c", "d", "e", "f"))}
    assert shown(project, run_build, articles, page) == expected
