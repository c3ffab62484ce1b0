"""What a report knows of a network: what is missing, due, stale, waiting; all of it read, nothing made up."""

import datetime as dt
from pathlib import Path

import pytest

from sitegen.options import Options
from sitegen.overview.facts import Due, Overview, SiteState
from sitegen.overview.gather import gather
from sitegen.problems import Refused
from tests.conftest import GOOD, MakeProject
from tests.report.network import HOSTILE, NETWORK, TODAY

pytestmark = pytest.mark.usefixtures("quick_themes")


def overview_of(root: Path, today: dt.date = TODAY) -> Overview:
    return gather(Options(root, root / "dist", today), lambda *_: None)


@pytest.fixture
def seen(built: Path) -> Overview:
    return overview_of(built)


def site(found: Overview, name: str) -> SiteState:
    return next(one for one in found.sites if one.id == name)


def due(found: Overview, kind: str) -> dict[str, Due]:
    return {one.name: one for one in found.due if one.kind == kind}


def keys(one: SiteState) -> list[str]:
    return [need.key for need in one.needs]


def test_a_site_without_anything(seen: Overview) -> None:
    one = site(seen, "satu")
    assert keys(one) == ["identity", "phone", "address", "hours", "facilities", "whatsapp", "email", "website", "fact"]
    assert [need.key for need in one.missing] == ["identity", "phone", "address", "hours", "facilities", "fact"]
    assert len(one.asked) == 6


def test_a_fact_is_asked_for_where_a_document_shows_it(seen: Overview) -> None:
    found = [need for need in site(seen, "satu").needs if need.key == "fact"]
    assert [(need.name, need.documents) for need in found] == [("jadwal_posyandu", ("Kedua",))]


def test_a_site_that_has_nearly_all(seen: Overview) -> None:
    one = site(seen, "dua")
    assert one.confirmed
    assert not one.missing
    assert keys(one) == ["whatsapp", "email", "website", "contact-old", "facilities-unchecked"]
    assert [need.day for need in one.needs if need.key == "contact-old"] == [dt.date(2025, 11, 1)]


def test_a_kecamatan_is_asked_for_what_its_page_shows(seen: Overview) -> None:
    one = site(seen, "tiga")
    assert one.asked == (("identity", ""),)
    assert keys(one) == ["identity"]
    assert not seen.due_on("tiga")


def test_tasks_are_those_of_check(seen: Overview) -> None:
    rules = {task.rule: task.sites for task in seen.tasks}
    assert rules["facilities-missing"] == ("satu",)
    assert rules["contact-missing"] == ("satu", "tiga")


def test_reviews_by_their_steps(seen: Overview) -> None:
    found = due(seen, "document")
    states = {name.removeprefix("artikel/"): (one.state, one.days, one.sites) for name, one in found.items()}
    assert states == {
        "ditahan": ("held", 315, ("satu", "dua")),
        "lewat": ("overdue", 20, ("satu", "dua")),
        "dekat": ("soon", 0, ("satu", "dua")),
        "nanti": ("later", 0, ("satu", "dua")),
    }
    assert [one.state for one in seen.due] == sorted(
        (one.state for one in seen.due), key=["held", "overdue", "soon", "later"].index
    )


def test_claims_figures_and_contacts_by_their_age(seen: Overview) -> None:
    claim, figure = due(seen, "claim")["tarif"], due(seen, "figure")["artikel/nanti"]
    assert (claim.by, claim.state, claim.days) == (dt.date(2026, 11, 20), "overdue", 1)
    assert (figure.by, figure.state, figure.place.file) == (
        dt.date(2026, 10, 30), "overdue", "content/shared/artikel/nanti.md",
    )  # fmt: skip
    assert figure.count == 1
    contact = due(seen, "contact")
    assert list(contact) == ["dua"]
    assert (contact["dua"].by, contact["dua"].state) == (dt.date(2026, 11, 1), "overdue")


def test_figures_of_one_file_and_day_are_told_once(project: MakeProject) -> None:
    text = NETWORK["content/shared/artikel/nanti.md"] + "\nLain 11 {per 2026-08-01}. Baru 12 {per 2026-11-20}.\n"
    root = project({**NETWORK, "content/shared/artikel/nanti.md": text})
    found = [(one.by, one.count, one.place.line) for one in overview_of(root).due if one.kind == "figure"]
    assert found == [(dt.date(2026, 10, 30), 2, 11), (dt.date(2027, 2, 18), 1, 13)]


def test_the_day_before_a_claim_is_old(project: MakeProject) -> None:
    root = project(NETWORK)
    assert due(overview_of(root, dt.date(2026, 11, 20)), "claim")["tarif"].state == "soon"


def test_a_stale_override(seen: Overview) -> None:
    assert [(one.place.file, [place.file for place in one.over], one.sites) for one in seen.stale] == [
        ("content/shared/artikel/pertama.md", ["content/sites/dua/artikel/pertama.md"], ("dua",))
    ]
    assert len(seen.stale_on("dua")) == 1
    assert not seen.stale_on("satu")


def test_what_waits_for_an_office(seen: Overview) -> None:
    found = [(one.path, one.title, one.since, one.changed) for one in site(seen, "satu").waiting]
    assert found == [("artikel/menunggu", HOSTILE, dt.date(2026, 11, 1), False)]
    assert not site(seen, "dua").waiting


def test_a_document_with_an_error_is_left_out_and_counted(project: MakeProject) -> None:
    root = project({**NETWORK, "content/shared/artikel/lewat.md": "---\ntitle: Rusak\n---\n<script>x</script>\n"})
    found = overview_of(root)
    assert found.errors > 0
    assert "artikel/lewat" not in due(found, "document")
    assert "artikel/dekat" in due(found, "document")


def test_without_a_list_of_sites_there_is_no_report(project: MakeProject) -> None:
    root = project({**GOOD, "sites.yaml": 'sites:\n  - {domain: satu.example, district: "00.00"}\n'})
    with pytest.raises(Refused) as refused:
        overview_of(root)
    assert [found.rule for found in refused.value.problems] == ["district-unknown"]
