"""Facilities: tables as spreadsheets write them, lists in YAML, and what a change of one of them makes anew."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.facility import Facility
from sitegen.problems import Problem
from sitegen.read.facilities import read_directories
from sitegen.read.project import read_project
from sitegen.read.sites import read_sites
from tests.conftest import GOOD, REPO, TODAY, Build, MakeProject, Tree, write

CSV = "content/sites/satu/facilities.csv"
YAML = "content/sites/satu/facilities.yaml"
ROW = "- {name: Puskesmas A, kind: puskesmas, kecamatan: Contoh, source: Surat 1, verified: 2026-11-01}\n"


def read(root: Path, **files: str | bytes) -> tuple[tuple[Facility, ...], list[Problem]]:
    """The facilities of the site `satu`, and what is wrong with them."""
    write(
        root, {"sites.yaml": GOOD["sites.yaml"], **{f"content/sites/satu/facilities.{n}": t for n, t in files.items()}}
    )
    sites = read_sites(root, [], TODAY).sites
    problems: list[Problem] = []
    found = read_directories(root, sites, TODAY, problems)
    wrong = [one for one in problems if one.severity != "task"]
    return (found[0].facilities if found else ()), wrong


def said(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(one.rule, one.place.line) for one in problems]


@pytest.mark.parametrize(
    "data",
    [
        "name,kind,kecamatan,services,lat,lon\nA,clinic,K,Satu; Dua,-6.9,106.9\n",
        'name;kind;kecamatan;services;lat;lon\nA;clinic;K;"Satu; Dua";-6,9;106,9\n',
        b'\xef\xbb\xbfname;kind;kecamatan;services;lat;lon;;\r\n A ;clinic;K;"Satu;Dua;";-6,9;106,9;;\r\n;;;;;;;\r\n',
        "\n\nname,kind,kecamatan,services,lat,lon,url,hours\n\nA,clinic,K,Satu;Dua,-6.9,106.9\n\n",
    ],
    ids=["commas", "semicolons", "Excel", "short rows"],
)
def test_tables_of_spreadsheets(tmp_path: Path, data: str | bytes) -> None:
    (one,), wrong = read(tmp_path, csv=data)
    assert not wrong
    assert (one.name, one.kind, one.kecamatan) == ("A", "clinic", "K")
    assert (one.services, one.lat, one.lon) == (("Satu", "Dua"), "-6.9", "106.9")
    assert one.id == "a-k"


def test_a_table_and_a_list_say_the_same(tmp_path: Path) -> None:
    row = {"name": "A, B", "kind": "hospital", "kecamatan": "K", "phone": "0000-0000", "verified": "2026-11-01"}
    sheet = io.StringIO()
    csv.writer(sheet).writerows([row.keys(), row.values()])
    table = read(tmp_path / "a", csv=sheet.getvalue())
    text = "- " + "\n  ".join(f'{key}: "{value}"' for key, value in row.items()) + "\n"
    assert table == read(tmp_path / "b", yaml=text)
    assert not table[1]


def test_each_mistake_at_the_line_where_its_row_begins(tmp_path: Path) -> None:
    text = (
        "name,kind,kecamatan,phone,lat,verified,services\n"
        'A,clinic,K,"di\nloket",,,\n'
        "B,klinik,K,12,,,\n"
        "C,clinic,,0000-0000,-69,,\n"
        "D,clinic,K,6.22E+11,,01/11/2026,\n"
        "E,clinic,K,,,,Satu;Dua;Satu\n"
    )
    _, wrong = read(tmp_path, csv=text)
    assert said(wrong) == [
        ("value-not-line", 2),
        ("value-choice", 4),
        ("value-invalid", 4),
        ("value-invalid", 5),
        ("key-missing", 5),
        ("value-invalid", 6),
        ("value-invalid", 6),
        ("value-twice", 7),
    ]


def test_unsafe_characters_are_refused(tmp_path: Path) -> None:
    assert said(read(tmp_path, csv="name,kind,kecamatan\nA\u202eB,clinic,K\n")[1]) == [("unsafe-character", 2)]


def test_claims_of_a_site_that_nobody_confirmed(tmp_path: Path) -> None:
    _, wrong = read(tmp_path, yaml=ROW.replace("Surat 1", "Situs resmi dinas"))
    assert said(wrong) == [("official-words", 1)]


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=';,"\nab=-@\ue000\t', max_size=60))
def test_any_table_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    found, wrong = read(tmp_path_factory.mktemp("t"), csv=f"name;kind;kecamatan\nA;clinic;K\n{text}")
    assert wrong or found[0].name == "A"


def test_the_day_on_which_one_becomes_old_is_a_change(project: MakeProject) -> None:
    root = project({**GOOD, YAML: ROW})
    change = read_project(root, TODAY, False, []).next_change
    assert change is not None
    assert change.isoformat() == "2027-11-02"


def test_a_change_reaches_its_page_and_no_more(project: MakeProject, run_build: Build, tree: Tree) -> None:
    root = project({**GOOD, YAML: ROW})
    assert not run_build(root).failed
    write(root, {YAML: ROW.replace("Puskesmas A", "Puskesmas <B>")})
    report = run_build(root)
    assert [(row.site, row.written) for row in report.sites] == [("satu", 1), ("dua", 0)]
    page = tree(root / "dist/satu.example")["fasilitas.html"]
    assert b"Puskesmas &lt;B&gt;" in page
    assert b"Puskesmas A" not in page
    assert b"belum kami terima. Kami tidak" in tree(root / "dist/dua.example")["fasilitas.html"]
    (root / YAML).unlink()
    assert [row.written for row in run_build(root).sites] == [1, 0]
    once = tree(root / "dist/satu.example")
    assert not run_build(root, full=True).failed
    assert tree(root / "dist/satu.example") == once


@pytest.mark.parametrize("kind", ["csv", "yaml"])
def test_the_examples_of_the_manual(tmp_path: Path, kind: str) -> None:
    manual = (REPO / "docs/facilities.md").read_text(encoding="utf-8")
    found, wrong = read(tmp_path, **{kind: manual.partition(f"```{kind}\n")[2].partition("```")[0]})
    assert not wrong
    assert found[0].name == "Puskesmas Contoh"
    assert found[0].services == ("Pemeriksaan umum", "Imunisasi")
    assert found[0].checked
