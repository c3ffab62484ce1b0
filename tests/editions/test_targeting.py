"""Targeting: whom each kind of name means, in front matter and in blocks; mistakes, and links across the border."""

from pathlib import Path

import pytest

from sitegen.report import Report
from tests.conftest import GOOD, MakeProject, build_project

pytestmark = pytest.mark.usefixtures("quick_themes")
# satu: Jawa Barat, Jawa; dua: Jambi, Sumatera; papua: Papua Selatan; tiga: Jawa Tengah, Jawa.
SITES = """\
groups:
  barat: {title: Barat, sites: [satu, dua]}
  timur: {title: Timur, match: {island_group: [Papua]}}
  kosong: {title: Kosong, match: {kind: [kecamatan]}}
sites:
  - {domain: satu.example, district: "32.02", tags: [pesisir]}
  - {domain: dua.example, district: "15.01", tags: [gunung, pesisir]}
  - {domain: Tiga.example, district: "33.73"}
  - {domain: empat.example, district: "93.01"}
"""
EVERY = {"satu", "dua", "Tiga", "empat"}
SELECTORS = [
    ("satu", {"satu"}),
    ("site:tiga", {"Tiga"}),
    ("TIGA", {"Tiga"}),
    ("barat", {"satu", "dua"}),
    ("group:Barat", {"satu", "dua"}),
    ("timur", {"empat"}),
    ("jawa-barat", {"satu"}),
    ("province:jambi", {"dua"}),
    ("Province:Papua-Selatan", {"empat"}),
    ("jawa", {"satu", "Tiga"}),
    ("island:sumatera", {"dua"}),
    ("pesisir", {"satu", "dua"}),
    ("tag:gunung", {"dua"}),
    ("kosong", set()),
]


def article(body: str = "Isi.", **front: str) -> str:
    rows = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\ntitle: X\nsummary: Ringkasan.\ntopics: [umum]\ndate: 2026-11-01\n{rows}---\n{body}\n"


def files(**documents: str) -> dict[str, str]:
    made = {name: text for name, text in GOOD.items() if not name.startswith("content/shared/artikel")}
    return {**made, "sites.yaml": SITES, **{f"content/shared/artikel/{n}.md": text for n, text in documents.items()}}


def having(root: Path, words: str, file: str) -> set[str]:
    pages = {site: root / f"dist/{site}.example" / file for site in EVERY}
    return {site for site, page in pages.items() if page.exists() and words in page.read_text("utf-8")}


def found(report: Report, rule: str) -> list[tuple[str, tuple[str, ...], dict[str, str]]]:
    return [(str(p.place), p.sites, dict(p.args)) for p in report.problems if p.rule == rule]


def test_each_kind_of_name_in_front_matter_and_in_blocks(project: MakeProject) -> None:
    documents = {}
    block = ""
    for number, (name, _) in enumerate(SELECTORS):
        documents[f"hanya-{number}"] = article(sites=f"{{only: ['{name}']}}")
        documents[f"kecuali-{number}"] = article(sites=f"{{except: ['{name}']}}")
        block += f"::: only {name}\nHanya nomor {number}.\n:::\n\n::: except {name}\nTanpa nomor {number}.\n:::\n\n"
    root = project(files(**documents, blok=article(block)))
    report = build_project(root)
    assert not report.failed
    for number, (name, sites) in enumerate(SELECTORS):
        assert having(root, "", f"artikel/hanya-{number}.html") == sites, name
        assert having(root, "", f"artikel/kecuali-{number}.html") == EVERY - sites, name
        assert having(root, f"Hanya nomor {number}.", "artikel/blok.html") == sites, name
        assert having(root, f"Tanpa nomor {number}.", "artikel/blok.html") == EVERY - sites, name
    nowhere = [f"content/shared/artikel/hanya-{n}.md:6:8" for n, (_, sites) in enumerate(SELECTORS) if not sites]
    assert [place for place, _, _ in found(report, "document-nowhere")] == nowhere


def test_only_less_except(project: MakeProject) -> None:
    root = project(
        files(
            satu=article(sites="{only: [jawa, timur], except: [province:jawa-barat]}"),
            dua=article("::: only barat, tiga\nIsi blok.\n:::\n\nSemua."),
        )
    )
    assert not build_project(root).failed
    assert having(root, "", "artikel/satu.html") == {"Tiga", "empat"}
    assert having(root, "Isi blok.", "artikel/dua.html") == {"satu", "dua", "Tiga"}


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("jawabarat", "jawa-barat"),
        ("pesissir", "pesisir"),
        ("province:jamby", "province:jambi"),
        ("tag:gunug", "tag:gunung"),
        ("group:barrat", "group:barat"),
        ("provinsi:jambi", "province:jambi"),
    ],
)
def test_an_unknown_name_comes_with_suggestions(project: MakeProject, name: str, near: str) -> None:
    root = project(
        files(satu=article(sites=f"{{only: ['{name}']}}"), dua=article(f"::: except {name}\nIsi.\n:::\n\nSemua."))
    )
    report = build_project(root)
    assert report.failed
    shown = found(report, "audience-unknown")
    assert [place for place, _, _ in shown] == [
        "content/shared/artikel/dua.md:7:12",
        "content/shared/artikel/satu.md:6:8",
    ]
    assert all(args["near"].split(", ")[0] == near for _, _, args in shown), shown
    assert found(report, "document-nowhere") == []


def test_a_name_that_could_be_two_things(project: MakeProject) -> None:
    """`jambi` is a province and a tag; a group or site of that name would win, since the project named it itself."""
    tagged = SITES.replace('"32.02", tags: [pesisir]', '"32.02", tags: [jambi]')
    document = article(sites="{only: [jambi]}")
    root = project({**files(satu=document), "sites.yaml": tagged})
    shown = found(build_project(root), "audience-ambiguous")
    assert [args["readings"] for _, _, args in shown] == ["province:jambi, tag:jambi"]
    own = tagged.replace("groups:\n", "groups:\n  jambi: {title: Jambi, sites: [Tiga]}\n")
    (root / "sites.yaml").write_text(own, "utf-8")
    assert not build_project(root).failed
    assert having(root, "", "artikel/satu.html") == {"Tiga"}


def test_nowhere_is_said_of_the_file_that_nobody_sees(project: MakeProject) -> None:
    note = "---\noverride: after\n---\nCatatan.\n"
    root = project(
        {
            **files(
                barat=article(sites="{only: [barat]}"),  # shown on `barat` alone, where a note is added
                satu=article(sites="{only: [satu]}"),  # shown, but not where the note is
                kosong=article(sites="{only: [satu], except: [barat]}"),
            ),
            "content/groups/barat/artikel/barat.md": note,
            "content/sites/empat/artikel/satu.md": note,
            "content/groups/kosong/artikel/grup.md": article(),
        }
    )
    report = build_project(root)
    assert not report.failed
    assert [place for place, _, _ in found(report, "document-nowhere")] == [
        "content/groups/kosong/artikel/grup.md:2:1",
        "content/shared/artikel/kosong.md:6:8",
        "content/sites/empat/artikel/satu.md:2:1",
    ]


def test_a_link_to_what_some_sites_lack_names_them(project: MakeProject) -> None:
    target = article(sites="{only: [jawa]}")
    root = project(files(asal=article("Baca [ini](tujuan.md)."), tujuan=target))
    report = build_project(root)
    assert report.failed
    assert found(report, "link-not-shown") == [
        ("content/shared/artikel/asal.md:7:12", ("dua", "empat"), {"target": "tujuan.md"})
    ]
    inside = article("::: only jawa\nBaca [ini](tujuan.md).\n:::\n\nSemua.")
    (root / "content/shared/artikel/asal.md").write_text(inside, "utf-8")
    assert not build_project(root).failed
    wider = article("::: only jawa, empat\nBaca [ini](tujuan.md).\n:::\n\nSemua.")
    (root / "content/shared/artikel/asal.md").write_text(wider, "utf-8")
    assert [sites for _, sites, _ in found(build_project(root), "link-not-shown")] == [("empat",)]
