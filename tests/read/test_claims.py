"""content/claims.yaml, the marks of claims, and what becomes of them: sources of pages, days, overrides."""

import datetime as dt
from pathlib import Path

import pytest

from sitegen.claimed import left_over, take, unmarked
from sitegen.model.document import Edition
from sitegen.overrides import Overrides
from sitegen.problems import Place
from sitegen.read.claims import Claims, read_claims
from sitegen.read.masks import digest_of
from sitegen.read.project import read_project
from sitegen.read.source import Mapping
from sitegen.read.translations import digest_of_text
from sitegen.texts import place_in_text
from tests.conftest import ARTICLE, GOOD, TODAY, MakeProject, build_project, read_tree, write

CLAIMS = """\
laws:
  uu-1: Undang-Undang Contoh Nomor 1
sources:
  A1: {grade: A, title: Naskah dinas, publisher: Dinas, url: "https://a.example/", seen: 2026-11-20}
  B1: {grade: B, title: Berita, publisher: Harian, url: "https://b.example/", seen: 2026-11-19}
  C1: {grade: C, title: Salinan, publisher: Blog, seen: 2026-11-18}
claims:
  hukum: {says: Menurut hukum., nature: tetap, laws: [uu-1], sources: [A1, C1]}
  dinas: {says: Telepon 165., nature: tetap, sources: [A1, C1]}
  berita: {says: Menurut berita., nature: berubah, sources: [B1, C1]}
  kedua: {says: Hanya salinan., nature: tetap, sources: [C1]}
"""
EVERYTHING = "Periksa kanal resmi {per 2026-11-20}. {klaim hukum, dinas, berita, kedua}"


def article(body: str, front: str = "") -> str:
    return ARTICLE.format(title="Pertama").replace("Isi dari Pertama.", body).replace("---\n##", f"{front}---\n##")


def files(body: str, front: str = "", **more: str) -> dict[str, str]:
    shared = {"content/claims.yaml": CLAIMS, "content/shared/artikel/pertama.md": article(body, front)}
    return {**GOOD, **shared, "content/shared/artikel/kedua.md": article(EVERYTHING), **more}


def editions(root: Path, path: str = "artikel/pertama") -> list[Edition]:
    return [edition for edition in read_project(root, TODAY, False, []).editions if edition.path == path]


@pytest.mark.parametrize(
    ("line", "left", "keys"),
    [
        ("Tanpa rujukan. {klaim igd}", "Tanpa rujukan.", [("igd",)]),
        ("Tanpa rujukan {klaim igd}. Lalu {klaim a,  b}.", "Tanpa rujukan. Lalu.", [("igd",), ("a", "b")]),
        ("    {klaim igd} Dalam kotak.", "    Dalam kotak.", [("igd",)]),
        ("> {klaim igd} Kutipan", "> Kutipan", [("igd",)]),
        ("| a {klaim igd} | b |", "| a | b |", [("igd",)]),
        ("## Judul {klaim igd} {#judul}", "## Judul {#judul}", [("igd",)]),
        ("`{klaim igd}` di kode", "`{klaim igd}` di kode", []),
        ("{klaim igd} {klaim a}", "", [("igd",), ("a",)]),
        ("{per 2026-11-20} {#klaim} {klaimant}", "{per 2026-11-20} {#klaim} {klaimant}", []),
        ("Kosong {klaim}.", "Kosong.", [()]),
    ],
)
def test_marks_are_taken_out(line: str, left: str, keys: list[tuple[str, ...]]) -> None:
    kept, taken = take(line)
    assert (kept, [mark.keys for mark in taken]) == (left, keys)
    assert all(line[mark.offset :].startswith("{klaim") for mark in taken)
    assert not list(left_over(kept))


def test_a_mark_that_is_not_closed_is_seen() -> None:
    assert list(left_over("Kata {klaim igd")) == [5]


def test_marks_change_no_digest() -> None:
    plain = "Satu. Dua.\n\nTiga.\n"
    marked = "Satu. {klaim a} Dua {klaim b}.\n{klaim c}\n\nTiga.\n{klaim d}\n"
    assert unmarked(marked) == plain
    assert digest_of(marked.strip()) == digest_of(plain.strip())
    empty = Mapping((), Place("x"))
    assert digest_of_text(empty, marked) == digest_of_text(empty, plain)


def test_sources_of_a_page(project: MakeProject) -> None:
    """Claim by claim: laws, then A and B, and C only where a claim has nothing else; the same thing once."""
    (edition,) = editions(project(files("Satu. {klaim berita} Dua. {klaim kedua, hukum} Tiga. {klaim dinas, berita}")))
    found = [(source.title, source.second, source.url) for source in edition.meta.sources]
    assert found == [
        ("Berita", False, "https://b.example/"),
        ("Salinan", True, ""),
        ("Undang-Undang Contoh Nomor 1", False, ""),
        ("Naskah dinas", False, "https://a.example/"),
    ]


def test_sources_of_the_front_matter_come_first_and_stay_single(project: MakeProject) -> None:
    front = "sources:\n  - {title: Lain, url: https://b.example/}\nlegal_basis: [Undang-Undang Contoh Nomor 1]\n"
    (edition,) = editions(project(files("Satu. {klaim hukum, berita, dinas}", front)))
    assert [source.title for source in edition.meta.sources] == ["Lain", "Naskah dinas"]


def test_marks_travel_with_every_layer(project: MakeProject) -> None:
    """A site's note, a group's section and an `only` block bring their claims to the sites that show them."""
    more = {
        "content/sites/satu/artikel/pertama.md": "---\noverride: after\n---\nPeriksa kanal resmi. {klaim kedua}\n",
        "content/groups/bersama/artikel/pertama.md": "---\noverride: before\n---\nCatatan. {klaim hukum}\n",
    }
    body = "Isi. {klaim dinas}\n\n::: only dua\nDi sini {per 2026-11-20}. {klaim berita}\n:::"
    found = editions(project(files(body, **more)))
    keys = {edition.mask: [mark.key for mark in edition.text.claims] for edition in found}
    assert keys == {1: ["hukum", "dinas", "kedua"], 2: ["hukum", "dinas", "berita"]}
    assert all("klaim" not in edition.text.source for edition in found)


def test_places_behind_marks_are_those_of_the_file(project: MakeProject) -> None:
    body = "Satu {klaim dinas} dua. {klaim hukum} Tiga.\n{klaim berita}\nEmpat {per 2026-11-20}."
    (edition,) = editions(project(files(body)))
    text = edition.text
    written = article(body).split("\n")
    for words in ("dua", "Tiga", "Empat"):
        at = text.source.index(words)
        line, column = text.source.count("\n", 0, at) + 1, at - text.source.rfind("\n", 0, at)
        place = place_in_text(text, line, column)
        assert written[place.line - 1][place.column - 1 :].startswith(words), words
    assert len(text.source.split("\n\n")) == 2  # a line of marks ends no paragraph


def test_a_changed_mark_makes_no_override_old_but_is_merged(project: MakeProject) -> None:
    root = project(files("Isi pertama. {klaim dinas}\n\nIsi kedua."))
    Overrides(root).make("satu", "artikel/pertama", "replace", "")
    file = root / "content/sites/satu/artikel/pertama.md"
    assert "Isi pertama. {klaim dinas}" in file.read_text(encoding="utf-8")
    write(root, {"content/shared/artikel/pertama.md": article("Isi pertama. {klaim hukum}\n\nIsi kedua.")})
    report = build_project(root)
    assert [p.rule for p in report.problems if p.severity != "task"] == []
    write(root, {"content/shared/artikel/pertama.md": article("Isi pertama. {klaim hukum}\n\nIsi kedua, lebih.")})
    assert [p.rule for p in build_project(root).problems if p.severity != "task"] == ["override-stale"]
    Overrides(root).rebase("satu", "artikel/pertama")
    assert "Isi pertama. {klaim hukum}\n\nIsi kedua, lebih." in file.read_text(encoding="utf-8")


def test_no_file_no_claims(project: MakeProject) -> None:
    problems: list[object] = []
    root = project(GOOD)
    assert read_claims(root, problems).all == ()  # type: ignore[arg-type]
    assert not problems
    assert build_project(root).problems == build_project(root).problems
    assert not {p.rule for p in build_project(root).problems} & {"figure-unclaimed", "phone-unsourced", "claim-unused"}


def test_the_day_on_which_a_claim_grows_old_is_a_turn(project: MakeProject) -> None:
    root = project(files("Isi."))
    claims = read_claims(root, [])
    day = dt.date(2026, 11, 19) + dt.timedelta(91)
    assert list(claims.turns(TODAY)) == [day]
    assert list(claims.turns(day)) == []
    assert read_project(root, TODAY, False, []).next_change == day


def test_incremental_is_clean(project: MakeProject) -> None:
    """A new title of a source, and a mark more, reach the pages that show them as a clean build would."""
    root = project(files("Isi. {klaim dinas}"))
    assert not build_project(root).failed
    write(root, {"content/claims.yaml": CLAIMS.replace("Naskah dinas", "Naskah baru")})
    assert not build_project(root).failed
    write(root, {"content/shared/artikel/pertama.md": article("Isi. {klaim dinas, hukum}")})
    assert not build_project(root).failed
    after = {name: read_tree(root / "dist" / name) for name in ("satu.example", "dua.example")}
    page = after["satu.example"]["artikel/pertama.html"].decode()
    assert "Naskah baru" in page and "Undang-Undang Contoh Nomor 1" in page and "klaim" not in page
    assert not build_project(root, dest=root / "bersih", full=True).failed
    assert after == {name: read_tree(root / "bersih" / name) for name in after}


def test_unknown_keys_cite_nothing() -> None:
    assert Claims().cited(["tidak-ada"]) == ()
