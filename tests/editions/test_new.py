"""`sitegen new`: forms that are valid, names that are free, titles as they were given, and nothing ever replaced."""

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.build import check
from sitegen.model.kinds import BY_FOLDER
from sitegen.model.scalars import Slug
from sitegen.new import ARCHETYPES, LONGEST_SLUG, Wanted, new, slug_of
from sitegen.options import Options
from sitegen.problems import Place, Problem, Refused
from sitegen.read.schema import convert
from sitegen.read.source import Scalar, get, split_front_matter
from sitegen.unicode import UNSAFE_IN_LINE
from sitegen.write import files
from tests.conftest import GOOD, REPO, TODAY, MakeProject, read_tree, write
from tests.house.command import sitegen

FORMS: dict[str, bytes] = {
    f"{ARCHETYPES}/{name}.md": (REPO / ARCHETYPES / f"{name}.md").read_bytes() for name in BY_FOLDER
}
PROJECT: dict[str, str | bytes] = {**GOOD, **FORMS, "content/topics.yaml": "umum: {title: Umum}\njkn: {title: JKN}\n"}
TITLES = (
    'Kata "penting": apa?',
    "Nomor #1",
    "- bukan daftar",
    "{kurung} [siku]",
    "'satu' \\ \\n",
    "Air 🪱 mati",
    "*tebal* & !tanda",
    "yes 2026-11-21",
    "قلب jantung",
    "<judul> <hari>",
    "\\g<0>",
)


def front_title(root: Path, file: str) -> str:
    problems: list[Problem] = []
    front, _, _ = split_front_matter((root / file).read_text("utf-8"), file, problems)
    assert front is not None
    assert problems == []
    title = get(front, "title")
    assert isinstance(title, Scalar)
    return title.text


def made(root: Path, wanted: Wanted, today: dt.date = TODAY) -> str:
    outcome = new(root, wanted, today)
    assert outcome.problems == ()
    return dict(outcome.said[0][1])["file"]


def refused(root: Path, wanted: Wanted) -> Problem:
    """The one Problem with which `new` refuses; nothing may have been written."""
    before = read_tree(root / "content")
    with pytest.raises(Refused) as found:
        new(root, wanted, TODAY)
    assert read_tree(root / "content") == before
    (only,) = found.value.problems
    return only


@pytest.mark.parametrize("kind", BY_FOLDER)
@pytest.mark.parametrize("drafts", [False, True])
def test_what_a_form_makes_has_no_mistake(kind: str, drafts: bool, project: MakeProject) -> None:
    """Also with drafts; only a file for download nobody can invent, and that message names it."""
    root = project(PROJECT)
    own = made(root, Wanted(kind, "Mencegah cacingan", site="SATU"))
    assert own == f"content/sites/satu/{kind}/mencegah-cacingan.md"
    shared = made(root, Wanted(kind, "Untuk semua"))
    assert shared == f"content/shared/{kind}/untuk-semua.md"
    report = check(Options(root, root / "dist", TODAY, jobs=1, drafts=drafts), lambda *_: None)
    found = sorted((p.rule, p.place.file) for p in report.problems if p.place.file in (own, shared))
    waiting = drafts and kind == "unduhan"
    assert found == ([("download-missing", shared), ("download-missing", own)] if waiting else [])
    assert report.failed == waiting


@pytest.mark.parametrize("form", FORMS)
def test_forms_mark_what_is_to_be_filled(form: str) -> None:
    text = FORMS[form].decode()
    assert 'summary: "ISI: ' in text
    assert text.partition("\n---\n")[2].count("ISI: ") >= 1
    assert "{klaim kunci}" in text or "\nsources:\n" in text


def test_days_are_counted_from_today(project: MakeProject) -> None:
    root = project(PROJECT)
    text = (root / made(root, Wanted("artikel", "Satu"), dt.date(2028, 2, 1))).read_text("utf-8")
    assert "\ndate: 2028-02-01\n" in text
    assert "\nreview_by: 2028-05-01\n" in text
    assert "<hari" not in text
    last = (root / made(root, Wanted("artikel", "Dua"), dt.date.max)).read_text("utf-8")
    assert "\nreview_by: 9999-12-31\n" in last


@pytest.mark.parametrize("title", TITLES)
def test_titles_stay_as_they_are(title: str, project: MakeProject) -> None:
    root = project(PROJECT)
    assert front_title(root, made(root, Wanted("artikel", f"  {title} ", slug="nama"))) == title


@pytest.fixture(scope="module")
def shared_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("baru") / "proyek"
    write(root, PROJECT)
    return root


@settings(max_examples=150, deadline=None)
@given(title=st.text(max_size=600), slug=st.sampled_from(["", "nama"]) | st.text(max_size=90))
def test_any_title(shared_root: Path, title: str, slug: str) -> None:
    """Whatever is asked for: one new file in its folder with exactly that title, or a Problem and no file at all."""
    folder = shared_root / "content/shared/artikel"
    outside, before = read_tree(shared_root.parent), set(read_tree(folder))
    try:
        file = made(shared_root, Wanted("artikel", title, slug=slug))
    except Refused as found:
        assert all(p.place.file in ("JUDUL", "--slug", *outside) or "/artikel/" in p.place.file for p in found.problems)
        assert read_tree(shared_root.parent) == outside
        return
    after = read_tree(shared_root.parent)
    assert set(after) - set(outside) == {f"proyek/{file}"}
    assert set(read_tree(folder)) - before == {file.rpartition("/")[2]}
    assert front_title(shared_root, file) == title.strip()
    assert not UNSAFE_IN_LINE.search(title.strip())
    (shared_root / file).unlink()


@given(title=st.text(max_size=200))
def test_any_slug_is_one(title: str) -> None:
    slug = slug_of(title)
    problems: list[Problem] = []
    assert not slug or convert(Scalar(slug, Place("x"), plain=False), Slug, problems) == slug
    assert len(slug) <= LONGEST_SLUG


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Mencegah Cacingan!", "mencegah-cacingan"),
        ("Jum'at & Sabtu: jam/hari", "jumat-sabtu-jam-hari"),
        ("Énergi ½ ﬁt Straße", "energi-12-fit-strasse"),
        ("قلب 🪱", ""),
        ("kata " * 30, "-".join(["kata"] * 12)),
        ("a" * 100, "a" * LONGEST_SLUG),
    ],
)
def test_slugs_of_titles(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@pytest.mark.parametrize(
    ("wanted", "rule", "place", "said"),
    [
        (Wanted("artikle", "Satu"), "new-kind", "JENIS", "artikel"),
        (Wanted("../artikel", "Satu"), "new-kind", "JENIS", "artikel"),
        (Wanted("artikel", " "), "value-empty", "JUDUL", ""),
        (Wanted("artikel", "a\nb: c"), "value-not-line", "JUDUL", ""),
        (Wanted("artikel", "a\u202eb"), "value-not-line", "JUDUL", ""),
        (Wanted("artikel", "قلب"), "new-slug-empty", "JUDUL", "--slug"),
        (Wanted("artikel", "Satu", slug="../luar"), "value-invalid", "--slug", ""),
        (Wanted("artikel", "Satu", slug="a" * 81), "value-too-long", "--slug", ""),
        (Wanted("artikel", "Index"), "new-slug-reserved", "JUDUL", "--slug index-kami"),
        (Wanted("artikel", "Halaman 2"), "new-slug-reserved", "JUDUL", ""),
        (Wanted("artikel", "Satu", slug="id"), "new-slug-reserved", "--slug", ""),
        (Wanted("artikel", "NUL"), "new-slug-reserved", "JUDUL", ""),
        (Wanted("halaman", "Kontak"), "new-slug-reserved", "JUDUL", ""),
        (Wanted("halaman", "Agenda"), "new-slug-reserved", "JUDUL", ""),
        (Wanted("artikel", "Satu", site="tiga"), "option-site-unknown", "--site", ""),
        (Wanted("artikel", "Satu", site="../.."), "option-site-unknown", "--site", ""),
        (Wanted("artikel", "Satu", group="tiga"), "option-group-unknown", "--group", ""),
        (Wanted("artikel", "Pertama"), "new-exists", "content/shared/artikel/pertama.md", ""),
        (Wanted("artikel", "Ada", slug="asing"), "new-exists", "content/shared/artikel/asing.en.md", ""),
        (
            Wanted("artikel", "Pertama", site="dua"),
            "new-would-override",
            "content/shared/artikel/pertama.md",
            "sitegen override dua artikel/pertama --mode",
        ),
        (
            Wanted("artikel", "Pertama", group="bersama"),
            "new-would-override",
            "content/shared/artikel/pertama.md",
            "sitegen override group:bersama artikel/pertama --mode",
        ),
        (
            Wanted("artikel", "Grup", site="dua"),
            "new-would-override",
            "content/groups/bersama/artikel/grup.md",
            "sitegen override dua artikel/grup --mode",
        ),
        (Wanted("artikel", "Lokal"), "new-meets", "content/sites/satu/artikel/lokal.md", ""),
        (Wanted("artikel", "Lokal", group="bersama"), "new-meets", "content/sites/satu/artikel/lokal.md", ""),
    ],
)
def test_refusals(wanted: Wanted, rule: str, place: str, said: str, project: MakeProject) -> None:
    taken = ("shared/artikel/asing.en", "groups/bersama/artikel/grup", "sites/satu/artikel/lokal")
    root = project({**PROJECT, **{f"content/{name}.md": "---\ntitle: Ada\n---\n" for name in taken}})
    found = refused(root, wanted)
    assert (found.rule, found.place.file) == (rule, place)
    assert said in found.hint("id")
    assert said in found.hint("en")


def test_sites_that_do_not_meet_may_have_the_same_name(project: MakeProject) -> None:
    root = project(PROJECT)
    assert made(root, Wanted("artikel", "Lokal", site="satu")) == "content/sites/satu/artikel/lokal.md"
    assert made(root, Wanted("Artikel", "Lokal", site="dua")) == "content/sites/dua/artikel/lokal.md"


@pytest.mark.parametrize(
    ("form", "rule"),
    [
        ("---\ntitle: <judul>\n---\nIsi.\n", "new-form"),  # it would be published at once
        ("---\ntitle: Tetap\ndraft: true\n---\nIsi.\n", "new-form"),
        ("---\ntitle: <judul>\ndraft: true\n---\ntitle: <judul>\n", "new-form"),
        ("---\ntitle: <judul>\ndraft: true\ntopik: [a]\n---\nIsi.\n", "key-misspelled"),
        ("---\ntitle: <judul>\ndraft: true\nsummary: a: b\n---\nIsi.\n", "yaml-colon"),
    ],
)
def test_forms_that_cannot_be_used(form: str, rule: str, project: MakeProject) -> None:
    root = project({**PROJECT, f"{ARCHETYPES}/artikel.md": form})
    found = refused(root, Wanted("artikel", "Satu"))
    assert (found.rule, found.place.file) == (rule, f"{ARCHETYPES}/artikel.md")


def test_a_form_that_is_missing(project: MakeProject) -> None:
    root = project(GOOD)
    assert refused(root, Wanted("kuis", "Satu")).rule == "new-form-missing"


@pytest.mark.parametrize("folder", ["content/sites", "content/sites/satu", "content/sites/satu/artikel"])
def test_links_are_not_followed(folder: str, project: MakeProject) -> None:
    root = project(PROJECT)
    outside = root.parent / "luar"
    outside.mkdir()
    (root / folder).parent.mkdir(parents=True, exist_ok=True)
    (root / folder).symlink_to(outside, target_is_directory=True)
    found = refused(root, Wanted("artikel", "Satu", site="satu"))
    assert (found.rule, found.place.file) == ("new-link", folder)
    assert list(outside.iterdir()) == []


def test_a_link_that_leads_nowhere_is_a_name_that_is_taken(project: MakeProject) -> None:
    root = project(PROJECT)
    (root / "content/shared/artikel/satu.md").symlink_to(root.parent / "luar.md")
    assert refused(root, Wanted("artikel", "Satu")).rule == "new-exists"
    assert not (root.parent / "luar.md").exists()


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_replaces_nothing(links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where another program was faster, and where the file system has no hard links."""

    def none(*_: object) -> None:
        raise PermissionError

    if not links:
        monkeypatch.setattr(os, "link", none)
    files.write_new(tmp_path / "a.md", b"satu")
    with pytest.raises(FileExistsError):
        files.write_new(tmp_path / "a.md", b"dua")
    assert read_tree(tmp_path) == {"a.md": b"satu"}


def test_a_disk_that_is_full_leaves_nothing(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(PROJECT)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "sync_file", full)
    assert refused(root, Wanted("artikel", "Satu")).rule == "disk-full"


def test_the_command(project: MakeProject) -> None:
    root = project(PROJECT)
    done = sitegen("new", "artikel", "Mencegah", "cacingan", "--site", "satu", "--date", "2026-11-21", cwd=root)
    file = "content/sites/satu/artikel/mencegah-cacingan.md"
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Dibuat: {file}\nBuka {file} ")
    assert "sitegen serve --drafts --site satu\n" in done.stdout
    assert front_title(root, file) == "Mencegah cacingan"
    again = sitegen("--lang", "en", "new", "artikel", "Mencegah cacingan", "--site", "satu", cwd=root)
    assert again.returncode == 1
    assert "[new-exists] This file exists" in again.stdout
    both = sitegen("new", "artikel", "Dua", "--site", "satu", "--group", "bersama", cwd=root)
    assert (both.returncode, both.stdout) == (2, "")
    assert "--group" in both.stderr
    shutil.rmtree(root / ARCHETYPES)
    bare = sitegen("new", "artikel", "--", "- Satu", cwd=root)
    assert bare.returncode == 1
    assert "[new-form-missing]" in bare.stdout
