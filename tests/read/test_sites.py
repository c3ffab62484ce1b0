import csv
import datetime as dt
from pathlib import Path

import pytest

from sitegen.model.region import Area, Region
from sitegen.model.scalars import AreaCode, Email, Phone, Url
from sitegen.model.site import Contact, Fact, Identity
from sitegen.problems import Problem, merged
from sitegen.read.facts import fact_types
from sitegen.read.groups import Group
from sitegen.read.register import regions
from sitegen.read.sites import SitesFile, read_sites

ROOT = Path(__file__).parents[2]


def read(tmp_path: Path, text: str) -> tuple[SitesFile, list[Problem]]:
    """The file and its Problems without the tasks."""
    (tmp_path / "sites.yaml").write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    file = read_sites(tmp_path, problems)
    return file, [p for p in merged(problems) if p.severity != "task"]


def brief(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(str(p.place).removeprefix("sites.yaml:"), p.rule) for p in problems]


FULL = """\
facts:
  jadwal_posyandu: {type: text, about: Hari dan jam}
  hotline: {type: phone}
  mulai: {type: date}
defaults:
  languages: [id]
  contact: {hours: Senin-Jumat, source: Surat, verified: 2026-01-02}
  facts: {jadwal_posyandu: Selasa}
groups:
  pantai:
    title: Daerah pantai
    sites: [satu.contoh]
    contact: {hours: Setiap hari}
    facts: {hotline: "0811 22"}
    tags: [pesisir]
  selatan:
    title: Papua Selatan
    match: {province: [Papua Selatan], kind: [kabupaten]}
    theme: selatan
    tags: [rawa]
sites:
  - domain: Satu.Contoh.example
    id: satu.contoh
    district: "93.01"
    base_url: http://localhost:8000/satu/
    languages: [su, id]
    contact: {phone: 0971 321, email: a@contoh.example}
    identity: {status: confirmed, by: Ibu Ani, on: 2026-02-03, official_url: https://satu.example/}
    facts: {mulai: 2026-03-04}
    keep: [.htaccess, unduhan/]
  - domain: Dua.example
    district: "13.71"
    area: {code: "13.71.10", name: Kecamatan Nanggalo}
"""


def test_a_site_with_all_its_layers(tmp_path: Path) -> None:
    file, problems = read(tmp_path, FULL)
    assert problems == []
    one = file.sites[0]
    assert (one.id, one.domain, one.host) == ("satu.contoh", "Satu.Contoh.example", "satu.contoh.example")
    assert one.base_url == "http://localhost:8000/satu/"
    assert one.region == regions()["93.01"]
    assert one.languages == ("su", "id")
    assert one.contact == Contact(
        phone=Phone("0971 321"),
        email=Email("a@contoh.example"),
        hours="Setiap hari",
        source="Surat",
        verified=dt.date(2026, 1, 2),
    )
    assert one.identity == Identity("confirmed", "Ibu Ani", dt.date(2026, 2, 3), Url("https://satu.example/"))
    assert one.groups == ("pantai", "selatan")
    assert (one.theme, one.tags, one.keep) == ("selatan", ("rawa",), (".htaccess", "unduhan/"))
    assert one.line == file.places["satu.contoh"].line == 22
    assert one.facts == (
        Fact("contact.email", "email", "a@contoh.example"),
        Fact("contact.hours", "text", "Setiap hari"),
        Fact("contact.phone", "phone", "0971 321"),
        Fact("facts.hotline", "phone", "0811 22"),
        Fact("facts.jadwal_posyandu", "text", "Selasa"),
        Fact("facts.mulai", "date", "2026-03-04"),
        Fact("official_url", "url", "https://satu.example/"),
        Fact("region.island_group", "text", "Papua"),
        Fact("region.name", "text", "Kabupaten Merauke"),
        Fact("region.province", "text", "Papua Selatan"),
        Fact("region.zone", "text", "WIT"),
        Fact("site.base_url", "url", "http://localhost:8000/satu/"),
        Fact("site.host", "text", "satu.contoh.example"),
        Fact("site.name", "text", "Dinas Kesehatan Kabupaten Merauke"),
        Fact("site.place", "text", "Kabupaten Merauke"),
        Fact("site.short_name", "text", "Merauke"),
        Fact("site.title", "text", "Dinas Kesehatan"),
    )


def test_a_site_of_a_kecamatan_and_what_follows_from_the_domain(tmp_path: Path) -> None:
    file, _problems = read(tmp_path, FULL)
    two = file.sites[1]
    assert (two.id, two.host, two.base_url) == ("Dua", "dua.example", "https://dua.example/")
    assert two.area == Area(AreaCode("13.71.10"), "Kecamatan Nanggalo")
    facts = {fact.name: fact.value for fact in two.facts}
    assert facts["site.name"] == "Portal Kesehatan Kecamatan Nanggalo"
    assert facts["site.short_name"] == "Nanggalo"
    assert facts["region.name"] == "Kota Padang"
    assert "official_url" not in facts


def test_groups_and_fact_types(tmp_path: Path) -> None:
    file, _problems = read(tmp_path, FULL)
    assert file.groups == (
        Group("pantai", "Daerah pantai", ("satu.contoh",)),
        Group("selatan", "Papua Selatan", ("satu.contoh",)),
    )
    types = fact_types(file.fact_types)
    assert types["facts.hotline"] == "phone"
    assert types["contact.website"] == "url"
    assert types["site.name"] == "text"


SITE = "- {domain: a.example, district: '32.02'}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("1:1", "sites-empty")]),
        ("sites: []\n", [("1:1", "sites-empty")]),
        ("sites:\n", [("1:7", "value-empty")]),
        ("defaults: {theme: a}\n", [("1:1", "key-missing")]),
        ("- a\n", [("1:1", "value-not-keys")]),
        ("sites: [a.example]\n", [("1:9", "value-not-keys")]),
        ("situs: []\nsites:\n" + SITE, [("1:1", "key-misspelled")]),
        ("sites:\n- {domain: a.example}\n", [("2:3", "key-missing")]),
        ("sites:\n- {domain: a.example, district: 32.99}\n", [("2:33", "district-unknown")]),
        ("sites:\n- {domain: https://a.example, district: 32.02}\n", [("2:12", "value-invalid")]),
        ("sites:\n- {domain: con.example, district: 32.02}\n", [("2:12", "name-reserved")]),
        ("sites:\n- {domain: a.example, id: aux, district: 32.02}\n", [("2:27", "value-invalid")]),
        ("sites:\n- {domain: a.example, district: 32.02, languages: []}\n", [("2:51", "languages-empty")]),
        ("sites:\n- {domain: a.example, district: 32.02, base_url: https://b.example}\n", [("2:50", "base-url-shape")]),
        (
            "sites:\n- {domain: a.example, district: 32.02, base_url: https://b.example/?/}\n",
            [("2:50", "base-url-shape")],
        ),
        ("sites:\n- {domain: a.example, district: 32.02, identity: {status: resmi}}\n", [("2:59", "value-choice")]),
        (
            "sites:\n- {domain: a.example, district: 32.02, identity: {status: confirmed, by: Ani}}\n",
            [("2:50", "identity-incomplete")],
        ),
        (
            "sites:\n- {domain: a.example, district: 32.02, area: {code: 13.71.10, name: Nanggalo}}\n",
            [("2:46", "area-outside")],
        ),
        ("sites:\n- {domain: a.example, district: 32.02, facts: {jadwal: x}}\n", [("2:48", "fact-undeclared")]),
        ("facts: {a: {type: teks}}\nsites:\n" + SITE, [("1:19", "value-choice")]),
        ("facts: {A-b: {type: text}}\nsites:\n" + SITE, [("1:9", "value-invalid")]),
        (
            "facts: {a: {type: url}}\nsites:\n- {domain: a.example, district: 32.02, facts: {a: 'javascript:x'}}\n",
            [("3:51", "value-invalid")],
        ),
        ("sites:\n" + SITE + "- {domain: A.Example, district: '32.02'}\n", [("3:12", "name-twice")]),
        ("sites:\n" + SITE + "- {domain: b.example, id: A, district: '32.02'}\n", [("3:27", "name-twice")]),
        (
            "sites:\n" + SITE + "- {domain: b.example, base_url: https://a.example/, district: '32.02'}\n",
            [("3:33", "name-twice")],
        ),
        ("sites:\n- {district: '32.02'}\n- {district: '32.02'}\n", [("2:3", "key-missing"), ("3:3", "key-missing")]),
        ("groups: {g: {title: G}}\nsites:\n" + SITE, [("1:10", "group-members")]),
        ("groups: {g: {title: G, sites: [a], match: {}}}\nsites:\n" + SITE, [("1:10", "group-members")]),
        ("groups: {g: {sites: [a]}}\nsites:\n" + SITE, [("1:13", "key-missing")]),
        ("groups: {g: [a]}\nsites:\n" + SITE, [("1:13", "value-not-keys")]),
        ("groups: {g: {title: G, sites: [a, b]}}\nsites:\n" + SITE, [("1:35", "group-member-unknown")]),
        ("groups: {A: {title: G, sites: [a]}}\nsites:\n" + SITE, [("1:10", "group-is-site")]),
        (
            "groups: {g: {title: G, sites: [a]}, G: {title: G, sites: [a]}}\nsites:\n" + SITE,
            [("1:37", "name-twice")],
        ),
        (
            "groups: {g: {title: G, match: {province: [Jawa Brat], kind: [desa], pulau: [Jawa]}}}\nsites:\n" + SITE,
            [("1:43", "match-unknown"), ("1:62", "match-unknown"), ("1:69", "key-unknown")],
        ),
        # Nobody is confirmed, and nobody gets a domain, by inheritance.
        ("defaults: {identity: {status: confirmed}}\nsites:\n" + SITE, [("1:12", "key-unknown")]),
        ("groups: {g: {title: G, sites: [a], domain: b.id}}\nsites:\n" + SITE, [("1:36", "key-unknown")]),
    ],
)
def test_every_mistake_has_its_place(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    _file, problems = read(tmp_path, text)
    assert brief(problems) == expected


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_sites(tmp_path, problems).sites == ()
    assert [(str(p.place), p.rule) for p in problems] == [("sites.yaml", "file-missing")]


def test_a_mistake_in_an_inherited_value_is_one_problem_with_all_its_sites(tmp_path: Path) -> None:
    text = """\
defaults: {contact: {phone: tanya}}
sites:
  - {domain: a.example, district: 32.02}
  - {domain: b.example, district: 93.01}
  - {domain: c.example, district: 15.01, contact: {phone: "119"}}
"""
    file, problems = read(tmp_path, text)
    assert [(str(p.place), p.rule, p.sites) for p in problems] == [("sites.yaml:1:29", "value-invalid", ("a", "b"))]
    assert [site.id for site in file.sites] == ["c"]


def test_messages_of_a_conflict_name_both_places(tmp_path: Path) -> None:
    _file, (one,) = read(tmp_path, "sites:\n" + SITE + "- {domain: A.example, district: '32.02'}\n")
    assert one.message("id") == (
        '"A.example" sudah dipakai sebagai domain di sites.yaml:2:12; huruf besar dan kecil dianggap sama.'
    )


def test_suggestions_for_a_code_and_a_member(tmp_path: Path) -> None:
    text = "groups: {g: {title: G, sites: [mrauke]}}\nsites:\n- {domain: merauke.example, district: '93.05'}\n"
    _file, problems = read(tmp_path, text)
    assert problems[0].hint("id") == "Mungkin maksud Anda: merauke?"
    assert problems[1].message("id") == "Tidak ada kabupaten atau kota berkode 93.05."
    assert problems[1].hint("en") == (
        "Codes like it: 93.04 Kabupaten Asmat, 93.03 Kabupaten Mappi, 93.02 Kabupaten Boven Digoel."
    )


def test_what_offices_still_have_to_send_are_tasks(tmp_path: Path) -> None:
    text = """\
sites:
  - {domain: a.example, district: 32.02}
  - {domain: b.example, district: 93.01, contact: {email: b@b.example}}
  - {domain: c.example, district: 15.01, contact: {phone: "119", source: Surat}}
  - {domain: d.example, district: 15.02, contact: {phone: "119", source: Surat, verified: 2026-01-01}}
"""
    (tmp_path / "sites.yaml").write_text(text)
    problems: list[Problem] = []
    file = read_sites(tmp_path, problems)
    assert len(file.sites) == 4
    assert [(str(p.place), p.rule, p.severity, p.sites) for p in merged(problems)] == [
        ("sites.yaml:1:1", "contact-missing", "task", ("a", "b")),
        ("sites.yaml:3:51", "contact-unverified", "task", ("b",)),
        ("sites.yaml:4:51", "contact-unverified", "task", ("c",)),
    ]


# -- the register and the real file


def test_the_register() -> None:
    table = regions()
    assert len(table) == 514
    assert all(code == region.code and len(code) == 5 for code, region in table.items())
    assert table["91.10"] == Region(
        code="91.10",
        name="Kabupaten Sarmi",
        kind="kabupaten",
        short_name="Sarmi",
        slug="sarmi",
        province="Papua",
        province_code="91",
        island_group="Papua",
        timezone="Asia/Jayapura",
        zone="WIT",
    )
    assert len({region.slug for region in table.values()}) == 514
    assert {region.zone for region in table.values()} == {"WIB", "WITA", "WIT"}


def test_the_real_sites_file() -> None:
    problems: list[Problem] = []
    file = read_sites(ROOT, problems)
    assert [(p.rule, len(p.sites)) for p in merged(problems) if p.severity != "task"] == []
    assert len(file.sites) == 62
    ids = [site.id for site in file.sites]
    assert (ids[0], ids[-1]) == ("dinkesSukabumi", "dinkeskepahiang")
    # The word of the district is in the domain, letter for letter: no row got its neighbour's code.
    for site in file.sites:
        letters = "".join(
            sign for sign in (site.area.name if site.area else site.region.name) if sign.isalpha()
        ).casefold()
        kinds = ("kabupaten", "kab", "kota", "kecamatan")
        word = site.host.removeprefix("dinkes").removesuffix(".id")
        for kind in kinds:
            letters, word = letters.removeprefix(kind), word.removeprefix(kind)
        assert word == letters, site.domain
    assert not any(site.identity.confirmed for site in file.sites)
    assert {group.id: len(group.members) for group in file.groups} == {"papua": 27, "pegunungan": 8, "kepulauan": 6}


def test_the_register_file_is_whole() -> None:
    text = (ROOT / "sitegen" / "data" / "regencies.csv").read_text(encoding="utf-8")
    assert "\r" not in text
    assert {len(row) for row in csv.reader(text.splitlines())} == {11}
