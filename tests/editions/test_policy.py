"""Policies, holds and acceptances: who shows a shared document, what waits, what passes, what a build tells."""

from pathlib import Path

import pytest

from sitegen.noop import nothing_to_do
from sitegen.options import Options
from sitegen.report import Notice, Report
from sitegen.values import replace
from tests.conftest import GOOD, TODAY, MakeProject, build_project, read_tree, write

pytestmark = pytest.mark.usefixtures("quick_themes")
SITES = "sites:\n" + "".join(
    f"  - {{domain: {name}.example, district: {code!r}{more}}}\n"
    for name, code, more in (
        ("satu", "32.02", ""),
        ("dua", "15.01", ", hold: ya"),
        ("tiga", "33.73", ", hold: ya, languages: [id, su]"),
    )
)


def article(title: str, body: str = "Isi.", **front: str) -> str:
    rows = "".join(f"{key}: {value}\n" for key, value in front.items())
    head = f"title: {title}\nsummary: Ringkasan.\ntopics: [umum]\ndate: 2026-11-01\n{rows}"
    return f"---\n{head}---\n## Awal {{#awal}}\n\n{body}\n"


def acceptance(*names: str, digest: str = "0123456789abcdef") -> str:
    return "".join(f"- {{document: {name}, digest: {digest}, by: Kepala, on: 2026-11-02}}\n" for name in names)


FILES = {
    **{name: text for name, text in GOOD.items() if not name.startswith("content/shared/artikel")},
    "sites.yaml": SITES,
    "content/shared/artikel/wajib.md": article("Wajib", policy="mandatory"),
    "content/shared/artikel/anjuran.md": article("Anjuran"),
    "content/shared/artikel/pilihan.md": article("Pilihan", policy="optional"),
}


def shown(root: Path, domain: str) -> set[str]:
    return {path for path in read_tree(root / f"dist/{domain}.example") if path.startswith("artikel/")} - {
        "artikel/index.html"
    }


def told(report: Report, *rules: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(p.rule, p.sites) for p in report.problems if p.rule in rules or p.severity != "task"]


def test_each_policy_on_sites_that_hold_and_not(project: MakeProject) -> None:
    root = project({**FILES, "content/sites/dua/acceptance.yaml": acceptance("artikel/anjuran", "artikel/pilihan")})
    report = build_project(root)
    assert not report.failed
    assert shown(root, "satu") == {"artikel/wajib.html", "artikel/anjuran.html"}
    assert shown(root, "dua") == {"artikel/wajib.html", "artikel/anjuran.html", "artikel/pilihan.html"}
    assert shown(root, "tiga") == {"artikel/wajib.html"}
    assert (root / "dist/tiga.example/tentang.html").exists(), "pages are not held"
    assert told(report, "acceptance-waiting", "acceptance-changed") == [
        ("acceptance-waiting", ("tiga",)),
        ("acceptance-waiting", ("satu", "tiga")),
        ("acceptance-changed", ("dua",)),
        ("acceptance-changed", ("dua",)),
    ]


def test_hold_is_inherited_and_ends_at_the_site(project: MakeProject) -> None:
    sites = SITES.replace("hold: ya", "hold: tidak").replace("33.73'", "33.73', hold: ya").replace(", hold: tidak", "")
    groups = "groups:\n  bersama: {title: Bersama, sites: [satu, dua], hold: ya}\ndefaults: {hold: tidak}\n"
    root = project({**FILES, "sites.yaml": groups + sites.replace("'32.02'", "'32.02', hold: tidak")})
    assert not build_project(root).failed
    assert "artikel/anjuran.html" in shown(root, "satu")
    assert "artikel/anjuran.html" not in shown(root, "dua")
    assert "artikel/anjuran.html" not in shown(root, "tiga")


def test_own_and_group_documents(project: MakeProject) -> None:
    root = project(
        {
            **FILES,
            "sites.yaml": "groups:\n  bersama: {title: Bersama, sites: [satu, dua]}\n" + SITES,
            "content/sites/dua/artikel/sendiri.md": article("Sendiri"),
            "content/groups/bersama/artikel/kelompok.md": article("Kelompok"),
        }
    )
    report = build_project(root)
    assert shown(root, "dua") == {"artikel/wajib.html", "artikel/sendiri.html"}
    assert "artikel/kelompok.html" in shown(root, "satu")
    assert ("acceptance-waiting", ("dua",)) in told(report, "acceptance-waiting")


def test_a_translation_waits_with_its_original(project: MakeProject) -> None:
    files = {
        **FILES,
        "content/shared/artikel/pilihan.su.md": article("Pilihan", policy="mandatory"),
        "content/shared/artikel/wajib.su.md": article("Wajib"),
    }
    root = project(files)
    build_project(root)
    found = {path for path in read_tree(root / "dist/tiga.example") if path.startswith("su/artikel/")}
    assert found - {"su/artikel/index.html"} == {"su/artikel/wajib.html"}


def test_links_to_what_waits_lead_to_the_list(project: MakeProject) -> None:
    body = "Baca [anjuran](anjuran.md#awal), [lembar](anjuran/lembar.txt)."
    root = project(
        {
            **FILES,
            "content/shared/artikel/wajib.md": article("Wajib", body, policy="mandatory"),
            "content/shared/artikel/anjuran/lembar.txt": "lembar",
            "content/shared/artikel/lama.md": article("Lama", withdrawn="{on: 2026-11-02, instead: artikel/anjuran}"),
        }
    )
    report = build_project(root)
    assert not [p for p in report.problems if p.severity != "task"]
    held = ("dua", "tiga")
    assert told(report, "link-held") == [("link-held", held)] * 2
    page = (root / "dist/dua.example/artikel/wajib.html").read_text("utf-8")
    assert '<a href="index.html">anjuran</a>' in page
    assert '<a href="index.html">lembar</a>' in page
    assert not (root / "dist/dua.example/artikel/anjuran/lembar.txt").exists()
    page = (root / "dist/satu.example/artikel/wajib.html").read_text("utf-8")
    assert '<a href="anjuran.html#awal">anjuran</a>' in page
    assert '<a href="anjuran/lembar.txt">lembar</a>' in page
    assert "anjuran" not in (root / "dist/dua.example/artikel/lama.html").read_text("utf-8")


def test_a_link_that_targeting_breaks_is_still_an_error(project: MakeProject) -> None:
    """The way out of a hold is for holds only: one site waits, the other is excluded."""
    root = project(
        {
            **FILES,
            "content/shared/artikel/wajib.md": article("Wajib", "[Ke](anjuran.md)", policy="mandatory"),
            "content/shared/artikel/anjuran.md": article("Anjuran", sites="{except: [satu]}"),
        }
    )
    report = build_project(root)
    assert report.failed
    assert ("link-not-shown", ("satu",)) in told(report)
    assert ("link-held", ("dua", "tiga")) in told(report, "link-held")


def test_urgent_corrections_and_withdrawals_pass_and_are_told(project: MakeProject) -> None:
    every = ("dua", "satu", "tiga")
    root = project({**FILES, "content/shared/artikel/lama.md": article("Lama", withdrawn="{on: 2026-11-02}")})
    assert build_project(root).notices == (Notice("withdrawn", "artikel/lama.html", every, 3),)
    write(root, {"content/shared/artikel/anjuran.md": article("Anjuran", "Yang benar.", correction="urgent")})
    report = build_project(root)
    assert report.notices == (Notice("urgent", "artikel/anjuran.html", every, 3),)
    assert "artikel/anjuran.html" in shown(root, "dua")
    assert "artikel/anjuran.html" in shown(root, "tiga")
    write(root, {"content/shared/artikel/wajib.md": article("Wajib", "Baru.", policy="mandatory")})
    assert [(n.kind, n.made) for n in build_project(root).notices] == [("urgent", 0)]
    assert build_project(root, sites=("satu",)).notices == (Notice("urgent", "artikel/anjuran.html", ("satu",), 0),)


def test_notices_survive_a_build_with_nothing_to_do(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.touched.MARGIN", -(10**12))
    root = project({**FILES, "content/shared/artikel/anjuran.md": article("Anjuran", correction="urgent")})
    first = build_project(root)
    again = nothing_to_do(Options(root, dest=root / "dist", today=TODAY, jobs=1))
    assert again is not None
    assert again.notices == first.notices
    assert again.notices


def test_what_was_altered_in_place_is_told_once(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole build names what it restored; and no correction is new that readers have had before."""
    monkeypatch.setattr("sitegen.touched.MARGIN", -(10**12))
    root = project({**FILES, "content/shared/artikel/anjuran.md": article("Anjuran", correction="urgent")})
    urgent = Notice("urgent", "artikel/anjuran.html", ("dua", "satu", "tiga"), 3)
    assert build_project(root).notices == (urgent,)
    live = replace(urgent, made=0)
    assert build_project(root, full=True).notices == (live,)
    site = root / "dist/dua.example"
    (site / "kontak.html").write_text("judi", encoding="utf-8")
    (site / "artikel/anjuran.html").unlink()
    altered = build_project(root, full=True)
    assert altered.notices == (live, Notice("mended", "dua.example/artikel/anjuran.html", ("dua.example",), 2))
    assert not altered.failed
    assert build_project(root, full=True).notices == (live,)
    (site / "kontak.html").unlink()  # a plain build sees what is gone
    assert build_project(root).notices == (live, Notice("mended", "dua.example/kontak.html", ("dua.example",), 1))
    again = nothing_to_do(Options(root, dest=root / "dist", today=TODAY, jobs=1))
    assert again is not None
    assert again.notices == (live,)


def test_what_was_published_is_not_held_without_a_word(project: MakeProject) -> None:
    root = project({**FILES, "sites.yaml": SITES.replace(", hold: ya", "")})
    assert not build_project(root).failed
    before = read_tree(root / "dist/dua.example")
    write(root, {"sites.yaml": SITES})
    report = build_project(root)
    assert report.failed
    assert told(report) == [("url-held", ("dua", "tiga"))]
    assert read_tree(root / "dist/dua.example") == before


def test_a_document_that_cannot_be_read_is_not_called_unknown(project: MakeProject) -> None:
    files = {**FILES, "content/sites/dua/acceptance.yaml": acceptance("artikel/anjuran")}
    root = project({**files, "content/shared/artikel/anjuran.md": "tanpa kepala"})
    assert [rule for rule, _ in told(build_project(root))] == ["front-matter-missing"]


def test_drafts_show_what_waits(project: MakeProject) -> None:
    root = project(FILES)
    report = build_project(root, drafts=True, dest=root / ".sitegen/draf")
    assert told(report, "acceptance-waiting") == []
    assert (root / ".sitegen/draf/tiga.example/artikel/pilihan.html").exists()


def test_what_does_not_appear_yet_does_not_wait(project: MakeProject) -> None:
    root = project(
        {
            **FILES,
            "content/shared/artikel/anjuran.md": article("Anjuran", draft="ya"),
            "content/shared/artikel/pilihan.md": article("Pilihan", policy="optional", sites="{only: [dua]}"),
        }
    )
    assert told(build_project(root), "acceptance-waiting") == [("acceptance-waiting", ("dua",))]


def test_policies_change_no_byte_elsewhere(project: MakeProject) -> None:
    root = project(FILES)
    build_project(root)
    before = read_tree(root / "dist/satu.example")
    write(root, {"content/shared/artikel/anjuran.md": article("Anjuran", policy="mandatory")})
    report = build_project(root)
    assert read_tree(root / "dist/satu.example") == before
    assert [row.written for row in report.sites if row.site == "satu"] == [0]
