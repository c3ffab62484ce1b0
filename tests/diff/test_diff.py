"""What `sitegen diff` finds: causes, told once; on which sites they show, and what keeps them from others."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from sitegen.diff.sides import side
from sitegen.diff.site import is_count
from sitegen.model.difference import Difference, Hunk
from sitegen.problems import Refused
from tests.conftest import ARTICLE, TODAY, build_project, read_tree, write
from tests.diff.network import FIRST, OWN, SECOND, SITES, compared, only, replaced

pytestmark = pytest.mark.usefixtures("quick_themes")


def complete(root: Path, found: Difference) -> None:
    """Every file that differs is told of, by an entry or as one that follows."""
    before, after = side(root / "dist"), side(root / ".sitegen/diff/new")
    whole = {"site", "theme"} & {change.kind for change in found.changes}
    told = {(site, path) for change in found.changes for site in change.sites for path in change.pages}
    told |= {(site, follow.path) for follow in found.follows for site in follow.sites}
    for domain in before.sites.keys() & after.sites.keys():
        old, new = before.sites[domain], after.sites[domain]
        for path in old.keys() | new.keys():
            if old.get(path) != new.get(path):
                assert (domain.removesuffix(".example"), path) in told or whole, (domain, path)


def test_nothing(network: Path) -> None:
    before = read_tree(network / "dist")
    found = compared(network)
    assert (found.changes, found.follows, found.site_changes) == ((), (), ())
    assert (found.sites, found.removed, found.pages_changed) == (4, 0, 0)
    assert read_tree(network / "dist") == before


def test_an_edit_that_an_override_hides(network: Path) -> None:
    before = read_tree(network / "dist")
    replaced(network, FIRST, "hari Senin", "hari Selasa")
    found = compared(network)
    change = only(found)
    assert (change.kind, change.name, change.file) == ("changed", "artikel/pertama", FIRST)
    assert (change.sites, change.of) == (("satu", "tiga", "empat"), 4)
    assert [(m.file, m.sites, m.stale) for m in change.masked] == [(OWN, ("dua",), True)]
    assert change.renewed == ("tiga",), "its office had accepted the text as it was"
    assert change.hunks == (
        Hunk(
            ("Datang ke puskesmas di Kabupaten Sukabumi pada hari Senin.",),
            ("Datang ke puskesmas di Kabupaten Sukabumi pada hari Selasa.",),
        ),
    )
    complete(network, found)
    assert read_tree(network / "dist") == before


def test_an_edit_that_no_site_shows(network: Path) -> None:
    for site in ("satu", "tiga", "empat"):
        write(network, {f"content/sites/{site}/artikel/pertama.md": (network / OWN).read_text("utf-8")})
    assert not build_project(network).failed
    replaced(network, FIRST, "hari Senin", "hari Selasa")
    change = only(compared(network))
    assert (change.kind, change.name, change.sites) == ("masked", "artikel/pertama", ())
    assert {m.file for m in change.masked} == {
        f"content/sites/{s}/artikel/pertama.md" for s in ("satu", "dua", "tiga", "empat")
    }


def test_a_fact_of_one_site_is_no_change_of_the_shared_text(network: Path) -> None:
    replaced(network, OWN, "Naik perahu", "Naik kapal")
    change = only(compared(network))
    assert (change.sites, change.masked, change.file) == (("dua",), (), OWN)


def test_what_an_office_has_not_accepted(network: Path) -> None:
    write(network, {"content/shared/artikel/baru.md": ARTICLE.format(title="Naskah baru")})
    found = compared(network)
    change = only(found)
    assert (change.kind, change.sites, change.waiting) == ("added", ("satu", "dua", "empat"), ("tiga",))
    assert [(w.name, w.sites) for w in found.waiting] == [("artikel/baru", ("tiga",))]
    assert found.pages_added == 3
    complete(network, found)


def test_moved_and_gone(network: Path) -> None:
    (network / SECOND).rename(network / "content/shared/artikel/kedua-baru.md")
    aliased = ARTICLE.format(title="Kedua").replace("---\n", "---\naliases: [artikel/kedua.html]\n", 1)
    write(network, {"content/shared/artikel/kedua-baru.md": aliased.replace("Isi dari", "Kini isi")})
    (network / "content/shared/artikel/lain-1.md").unlink()
    found = compared(network)
    # The office of "tiga" accepted a document of another name: there nothing leads on.
    assert [(c.kind, c.name, c.sites, c.lost) for c in found.changes] == [
        ("removed", "artikel/lain-1", ("satu", "dua", "tiga", "empat"), True),
        ("removed", "artikel/kedua", ("tiga",), True),
        ("moved", "artikel/kedua-baru", ("satu", "dua", "empat"), False),
    ]
    moved = found.changes[2]
    assert moved.target == "artikel/kedua-baru.html"
    assert moved.hunks == (Hunk(("Isi dari Kedua.",), ("Kini isi Kedua.",)),)
    assert found.removed == 5
    complete(network, found)
    assert "url-lost" in {p.rule for p in build_project(network).problems}


def test_withdrawn_and_back(network: Path) -> None:
    text = (network / SECOND).read_text("utf-8")
    write(network, {SECOND: text.replace("---\n", "---\nwithdrawn: {on: 2026-11-20}\n", 1)})
    found = compared(network)
    assert (only(found).kind, found.removed, found.pages_removed) == ("withdrawn", 4, 0)
    assert any("ditarik pada 20 November 2026" in one for one in only(found).hunks[0].after)
    complete(network, found)
    assert not build_project(network).failed
    assert compared(network).removed == 0, "what is withdrawn already is not taken away again"
    write(network, {SECOND: text})
    assert (only(compared(network)).kind, compared(network).removed) == ("changed", 0)


def test_expired(network: Path) -> None:
    text = (network / SECOND).read_text("utf-8")
    write(network, {SECOND: text.replace("---\n", "---\nexpires: 2026-12-01\n", 1)})
    assert not build_project(network).failed
    found = compared(network, today=dt.date(2026, 12, 2))
    assert [(c.kind, c.name) for c in found.changes] == [("expired", "artikel/kedua")]
    assert found.day == dt.date(2026, 12, 2)


def test_a_telephone_number_is_one_entry(network: Path) -> None:
    replaced(network, FIRST, "Telepon [165](tel:165).", 'Telepon {{ contact.phone | default("165") }}.')
    assert not build_project(network).failed
    contact = 'district: "32.02", contact: {phone: "(0266) 555-0100", source: Surat, verified: 2026-11-20}'
    replaced(network, "sites.yaml", 'district: "32.02"', contact)
    found = compared(network)
    change = only(found)
    assert (change.kind, change.sites, change.of) == ("site", ("satu",), 4)
    assert change.count == found.pages_changed > 10
    assert any("(0266) 555-0100" in one for hunk in change.hunks for one in hunk.after)


def test_looks_are_one_entry(network: Path) -> None:
    replaced(network, "themes/default/style/base.css", "h1{", "h1{color:red;")
    found = compared(network)
    change = only(found)
    assert (change.kind, change.sites, change.hunks) == ("theme", ("satu", "dua", "tiga", "empat"), ())
    assert change.count == found.pages_changed


def test_markup_alone_is_looks(network: Path) -> None:
    replaced(network, "themes/default/templates/document.html", "<h1>", '<h1 class="x">')
    assert only(compared(network)).kind == "theme"


def test_words_of_a_template_are_told_once(network: Path) -> None:
    replaced(network, "themes/default/templates/document.html", '_("Belum ditinjau tenaga kesehatan")', '"Belum dicek"')
    change = only(compared(network))
    assert (change.kind, change.of) == ("same", 4)
    assert {"artikel/pertama.html", "artikel/lain-3.html"} <= set(change.pages)
    assert change.hunks == (Hunk(("Belum ditinjau tenaga kesehatan",), ("Belum dicek",)),)


def test_a_topic_is_told_once(network: Path) -> None:
    replaced(network, "content/topics.yaml", "title: Umum", "title: Kesehatan umum")
    found = compared(network)
    assert {change.kind for change in found.changes} <= {"same", "page"}
    assert len(found.changes) <= 2
    complete(network, found)


def test_where_a_link_leads(network: Path) -> None:
    replaced(network, FIRST, "[165](tel:165)", "[165](tel:119)")
    change = only(compared(network))
    assert change.hunks == (Hunk(("Telepon 165 ⟨tel:165⟩.",), ("Telepon 165 ⟨tel:119⟩.",)),)
    assert change.sites == ("satu", "dua", "tiga", "empat")


def test_another_order_is_not_folded_away(network: Path) -> None:
    replaced(network, "content/shared/artikel/lain-3.md", "---\n", "---\nweight: 900\n")
    found = compared(network)
    assert found.changes
    assert {change.kind for change in found.changes} == {"page"}
    complete(network, found)


def test_an_answer_is_not_folded_into_an_article(network: Path) -> None:
    """It names the article that changed too, and is a text of its own."""
    front = "title: Kapan buka?\nsummary: Jam buka.\ntopics: [umum]\n"
    answer = f"---\n{front}---\nPada hari Senin. Baca [yang kedua](../artikel/kedua.md)\n"
    write(network, {"content/shared/tanya/kapan.md": answer})
    first = compared(network)
    assert [(c.kind, c.name) for c in first.changes] == [("added", "tanya/kapan")]
    complete(network, first)
    from sitegen.accept import accept

    accept(network, "tiga", (), "Ibu Contoh", TODAY, TODAY)
    assert not build_project(network).failed
    replaced(network, "content/shared/tanya/kapan.md", "Senin", "Selasa")
    replaced(network, SECOND, "Isi dari Kedua", "Kini isi Kedua")
    found = compared(network)
    assert {(c.kind, c.name) for c in found.changes} == {("changed", "artikel/kedua"), ("page", "tanya-jawab.html")}
    complete(network, found)


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        ("JKN (10) ⟨topik/jkn.html⟩", "JKN (11) ⟨topik/jkn.html⟩", True),
        ("Isi terakhir diperbarui 20 Nopémber 2026.", "Isi terakhir diperbarui 1 Désémber 2026.", True),
        ("JKN · 2 menit", "JKN · 3 menit", True),
        ("119 ⟨tel:119⟩", "112 ⟨tel:112⟩", False),
        ("Telepon (0971) 321-456.", "Telepon (0971) 321-457.", False),
        ("Buka setiap hari", "Buka 2 hari", False),
        ("Umum (3)", "Kesehatan warga sekitar (4)", False),
    ],
)
def test_what_counts_as_a_count(before: str, after: str, follows: bool) -> None:
    assert is_count(before, after) is follows


def test_a_summary_counts(network: Path) -> None:
    replaced(network, SECOND, "Ringkasan dari Kedua.", "Ringkasan yang lain.")
    change = only(compared(network))
    assert (change.kind, change.name) == ("changed", "artikel/kedua")
    assert change.hunks[0] == Hunk(("Ringkasan dari Kedua.",), ("Ringkasan yang lain.",))


def test_files(network: Path) -> None:
    write(network, {"content/shared/static/brosur/a.pdf": b"%PDF-1.4 satu"})
    change = only(compared(network))
    assert (change.kind, change.name, change.target) == ("file", "brosur/a.pdf", "added")
    assert not build_project(network).failed
    (network / "content/shared/static/brosur/a.pdf").unlink()
    found = compared(network)
    assert (only(found).kind, only(found).target, found.removed) == ("file", "removed", 4)


def test_sites_come_and_go(network: Path) -> None:
    rows = SITES.replace('dua.example, district: "15.01"', 'lima.example, district: "15.02"')
    write(network, {"sites.yaml": rows})
    shutil.rmtree(network / "content/sites/dua")
    found = compared(network)
    assert [(s.kind, s.domain) for s in found.site_changes] == [
        ("added", "lima.example"),
        ("removed", "dua.example"),
    ]
    assert found.changes == ()
    assert found.removed == found.site_changes[1].pages > 5


def test_one_site(network: Path) -> None:
    replaced(network, FIRST, "hari Senin", "hari Selasa")
    found = compared(network, sites=("empat",))
    assert (only(found).sites, only(found).of, found.sites, found.site_changes) == (("empat",), 1, 1, ())
    with pytest.raises(Refused) as refused:
        compared(network, sites=("enam",))
    assert [p.rule for p in refused.value.problems if p.severity == "error"] == ["option-site-unknown"]


def test_a_project_with_errors(network: Path) -> None:
    replaced(network, FIRST, "[165](tel:165)", "[165](tiada.md)")
    with pytest.raises(Refused) as refused:
        compared(network)
    assert [p.rule for p in refused.value.problems if p.severity == "error"] == ["link-missing"]


def test_nothing_published_yet(network: Path) -> None:
    (network / "dist").rename(network / "lain")
    found = compared(network)
    assert [s.kind for s in found.site_changes] == ["added"] * 4
    assert (found.changes, found.removed) == ((), 0)
    assert not (network / "dist").exists()


def test_a_file_that_somebody_deleted(network: Path) -> None:
    (network / "dist/satu.example/artikel/kedua.html").unlink()
    change = only(compared(network))
    assert (change.kind, change.name, change.sites) == ("added", "artikel/kedua", ("satu",))


def test_undone_edits_leave_nothing(network: Path) -> None:
    """What was compared before was never published: an address that only it had is not missed."""
    write(network, {"content/shared/artikel/baru.md": ARTICLE.format(title="Naskah baru")})
    assert only(compared(network)).kind == "added"
    (network / "content/shared/artikel/baru.md").unlink()
    assert compared(network).changes == ()


def test_days_pass(network: Path) -> None:
    """Compared on another day, what the day alone changes is told."""
    assert compared(network, today=TODAY + dt.timedelta(400)).day == dt.date(2027, 12, 26)
