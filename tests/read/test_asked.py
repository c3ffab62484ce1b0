"""Names of sites on the command line: one behaviour for all commands."""

from pathlib import Path

import pytest

from sitegen.problems import Problem, Refused
from sitegen.read.asked import sites_named, unknown_groups, unknown_sites
from sitegen.read.sites import read_sites
from tests.conftest import GOOD, MakeProject

BROKEN = """\
sites:
  - {domain: satu.example, district: "32.02"}
  - {domain: dua.example, district: "99.99"}
"""


def test_the_case_of_letters_does_not_matter(project: MakeProject) -> None:
    problems: list[Problem] = []
    sites = read_sites(project(GOOD), problems).sites
    assert [site.id for site in sites_named(("DUA", "satu"), sites, problems)] == ["dua", "satu"]
    assert unknown_sites(("DUA", "satu"), [site.id for site in sites], problems) == []


def test_each_unknown_name_is_told_with_its_guess(project: MakeProject) -> None:
    problems: list[Problem] = []
    sites = read_sites(project(GOOD), problems).sites
    with pytest.raises(Refused) as caught:
        sites_named(("satuu", "dua", "duaa"), sites, problems, "SITUS")
    assert [(p.rule, p.place.file, dict(p.args)["name"]) for p in caught.value.problems] == [
        ("option-site-unknown", "SITUS", "satuu"),
        ("option-site-unknown", "SITUS", "duaa"),
    ]
    assert dict(caught.value.problems[1].args)["near"].startswith("dua,")


def test_a_mistake_in_the_row_of_a_site_is_the_cause(tmp_path: Path) -> None:
    """That site is left out; to say that there is no such site would send people the wrong way."""
    (tmp_path / "sites.yaml").write_text(BROKEN, encoding="utf-8")
    problems: list[Problem] = []
    sites = read_sites(tmp_path, problems).sites
    with pytest.raises(Refused) as caught:
        sites_named(("dua",), sites, problems)
    assert [p.rule for p in caught.value.problems] == ["district-unknown"]
    assert unknown_sites(("dua",), [site.id for site in sites], problems) == []
    assert [site.id for site in sites_named(("satu",), sites, problems)] == ["satu"]


def test_groups() -> None:
    assert [dict(p.args)["near"] for p in unknown_groups(("papoa", "papua"), ("papua",))] == ["papua"]
    assert [dict(p.args)["near"] for p in unknown_groups(("papua",), ())] == ["-"]
