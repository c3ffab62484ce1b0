"""What is known from before, in the process or on disk, changes neither values nor Problems."""

import datetime as dt
import json
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sitegen.digest import digest_bytes
from sitegen.model.document import Text
from sitegen.model.project import Project
from sitegen.problems import Problem, Refused
from sitegen.read import bases, documents, source
from sitegen.read.editions import _Part
from sitegen.read.project import read_project
from sitegen.read.readings import Readings
from sitegen.write.rows import RowStore
from tests.conftest import ARTICLE, GOOD, MakeProject
from tests.diary.edits import some_edit
from tests.diary.network import TODAY, Files, network, write

EDITS = 25


def store(root: Path) -> Readings:
    return Readings().beside(RowStore(str(root / ".sitegen/cache"), "maker"))


def read(
    root: Path, today: dt.date = TODAY, readings: Readings | None = None, *, drafts: bool = False
) -> tuple[Project | tuple[Problem, ...], list[Problem]]:
    problems: list[Problem] = []
    try:
        project = read_project(root, today, drafts, problems, readings)
    except Refused as refused:
        return refused.problems, problems
    if readings:
        readings.save()
    return project, problems


def words(found: tuple[Project | tuple[Problem, ...], list[Problem]]) -> list[str]:
    """The texts of a project, which are not compared with it: their keys are."""
    return [edition.text.source for edition in found[0].editions] if isinstance(found[0], Project) else []


def let_go(found: tuple[Project | tuple[Problem, ...], list[Problem]]) -> None:
    for edition in found[0].editions if isinstance(found[0], Project) else ():
        edition.text.let_go()


@pytest.fixture
def old(monkeypatch: pytest.MonkeyPatch) -> None:
    """All files count as saved long ago, however young they are."""
    monkeypatch.setattr("sitegen.touched.MARGIN", -(10**18))


@pytest.mark.parametrize("margin", [2 * 10**9, -(10**18)])
@pytest.mark.parametrize("seed", range(1, 9))
def test_after_random_edits(seed: int, margin: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of networks with mistakes too; each reading of a new process finds the rows of the ones before."""
    monkeypatch.setattr("sitegen.touched.MARGIN", margin)
    rng, net, disk = Random(seed), network(), Files()
    warm = Readings(keep=True).beside(RowStore(str(tmp_path / ".sitegen/cache"), "maker"))
    for _ in range(EDITS):
        before = net.copy()
        some_edit(net, rng)
        files = net.all_files()
        try:
            write(tmp_path, files, disk)
        except OSError:  # a file where a folder is
            net = before
            continue
        disk = files
        drafts = rng.random() < 0.2
        anew = read(tmp_path, net.today, drafts=drafts)
        for readings in (store(tmp_path), warm):
            found = read(tmp_path, net.today, readings, drafts=drafts)
            assert found == anew
            assert words(found) == words(anew)
        said = words(anew)
        let_go(anew)
        assert words(anew) == said


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose front matter was parsed."""
    parsed: list[str] = []
    split = source.split_front_matter

    def counting(text: str, file: str, problems: list[Problem]) -> object:
        parsed.append(file)
        return split(text, file, problems)

    monkeypatch.setattr(documents, "split_front_matter", counting)
    return parsed


FILES = {
    **GOOD,
    "sites.yaml": GOOD["sites.yaml"].replace("satu.example, ", "satu.example, languages: [id, en], "),
    "content/shared/artikel/lain.md": ARTICLE.format(title="Lain"),
    "content/shared/artikel/lain.en.md": ARTICLE.format(title="Other"),
    "content/sites/dua/artikel/lain.md": "---\noverride: after\n---\nCatatan.\n",
}


def test_front_matter_of_what_did_not_change_is_not_parsed(project: MakeProject, counted: list[str]) -> None:
    root = project(FILES)
    anew = read(root, readings=store(root))
    assert len(counted) == len([name for name in FILES if "/artikel/" in name or "/halaman/" in name])
    counted.clear()
    assert read(root, readings=store(root)) == anew
    assert counted == []
    changed = root / "content/shared/artikel/lain.md"
    changed.write_text(ARTICLE.format(title="Baru"), encoding="utf-8")
    read(root, readings=store(root))
    assert changed.relative_to(root).as_posix() in counted
    assert len(set(counted)) < 4  # and what stands above it


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of documents and bases that were opened."""
    names: list[str] = []

    def noting(root: Path, path: str, problems: list[Problem], limit: int, *more: str) -> bytes | None:
        names.append(path)
        return source.read_bytes(root, path, problems, limit, *more)

    monkeypatch.setattr(documents, "read_bytes", noting)
    monkeypatch.setattr(bases, "read_bytes", noting)
    return names


MARKDOWN = sorted(name for name in FILES if name.endswith(".md") and "archetypes" not in name)


@pytest.mark.usefixtures("old")
def test_a_file_that_looks_as_it_did_is_not_opened(project: MakeProject, opened: list[str]) -> None:
    root = project(FILES)
    warm = Readings(keep=True).beside(RowStore(str(root / ".sitegen/cache"), "maker"))
    anew = read(root, readings=warm)
    assert opened == MARKDOWN
    opened.clear()
    assert read(root, readings=store(root)) == read(root, readings=warm) == anew
    assert opened == []
    changed = root / "content/shared/artikel/pertama.md"
    changed.write_text(ARTICLE.format(title="Lain lagi"), encoding="utf-8")
    for readings in (store(root), store(root), warm, warm):
        read(root, readings=readings)
    assert opened == ["content/shared/artikel/pertama.md"] * 2  # a new process knows what another one read


@pytest.mark.usefixtures("old")
def test_all_is_opened_if_asked_for(project: MakeProject, opened: list[str]) -> None:
    root = project(FILES)
    for anew in (False, True):
        read(root, readings=Readings(anew=anew).beside(RowStore(str(root / ".sitegen/cache"), "maker")))
        assert opened == MARKDOWN
        opened.clear()


def test_what_was_saved_just_now_is_opened(project: MakeProject, opened: list[str]) -> None:
    """It might be saved once more and look the same."""
    root = project(FILES)
    warm = Readings(keep=True).beside(RowStore(str(root / ".sitegen/cache"), "maker"))
    for readings in (warm, warm, store(root)):
        read(root, readings=readings)
        assert opened == MARKDOWN
        opened.clear()


@pytest.mark.usefixtures("old")
@pytest.mark.parametrize("keep", [False, True])
def test_another_file_of_the_same_size_and_time_is_opened(project: MakeProject, keep: bool) -> None:
    root = project(FILES)
    warm = Readings(keep=keep).beside(RowStore(str(root / ".sitegen/cache"), "maker"))
    read(root, readings=warm)
    file = root / "content/shared/artikel/lain.md"
    status = file.stat()
    other = file.with_name("lain.md.baru~")
    other.write_text(ARTICLE.format(title="Niah"), encoding="utf-8")
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(file)
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    found = read(root, readings=warm if keep else store(root))
    assert found == read(root)
    assert "Isi dari Niah." in "".join(words(found))


@pytest.mark.usefixtures("old")
@pytest.mark.parametrize("keep", [False, True])
@pytest.mark.parametrize("folder", ["content/shared/artikel", "content/shared", "content/sites/dua/artikel"])
def test_a_folder_that_leads_out_is_refused_though_its_files_look_the_same(
    project: MakeProject, tmp_path: Path, folder: str, keep: bool
) -> None:
    root = project(FILES)
    warm = Readings(keep=keep).beside(RowStore(str(root / ".sitegen/cache"), "maker"))
    read(root, readings=warm)
    outside = tmp_path / "outside"
    (root / folder).rename(outside)
    (root / folder).symlink_to(outside, target_is_directory=True)
    found = read(root, readings=warm if keep else store(root))
    assert found == read(root)
    assert "file-outside" in {one.rule for one in found[1]}


def test_files_that_are_no_more_leave_their_row(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.read.readings.SHEETS", 1)
    root = project(FILES)

    def known() -> list[str]:
        """The documents in the row."""
        read(root, readings=store(root))
        kind: Any = Any
        return sorted(store(root).sheet("document", "", kind).known)

    assert known() == MARKDOWN
    (root / "content/shared/artikel/lain.en.md").unlink()
    (root / "content/shared/artikel/pertama.md").write_text(ARTICLE.format(title="Lain lagi"), encoding="utf-8")
    assert known() == [file for file in MARKDOWN if file != "content/shared/artikel/lain.en.md"]


def known_text(root: Path, path: str) -> Text:
    """The text of a document as a process has it that knows it from before."""
    read(root, readings=store(root))
    project, _ = read(root, readings=store(root))
    assert isinstance(project, Project)
    return next(edition.text for edition in project.editions if edition.path == path)


def test_words_that_are_known_are_read_when_they_are_asked_for(project: MakeProject) -> None:
    text = known_text(project(FILES), "artikel/pertama")
    assert not isinstance(text.utf8, bytes)
    assert "Isi" in text.source
    assert pickle.loads(pickle.dumps(text)).source == text.source  # as another process gets it


def parsed_text(root: Path, path: str) -> Text:
    """A text that was composed now, and let go of once it was parsed."""
    found, _ = read(root)
    assert isinstance(found, Project)
    (text,) = (edition.text for edition in found.editions if edition.path == path)
    text.let_go()
    return text


@pytest.mark.parametrize("of", [known_text, parsed_text])
@pytest.mark.parametrize("gone", [True, False])
def test_words_that_changed_meanwhile_are_refused(
    project: MakeProject, gone: bool, of: Callable[[Path, str], Text]
) -> None:
    root = project(FILES)
    text = of(root, "artikel/pertama")
    file = root / "content/shared/artikel/pertama.md"
    if gone:
        file.unlink()
    else:
        file.write_text(ARTICLE.format(title="Lain lagi"), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        assert text.source
    assert [(one.rule, one.place.file) for one in refused.value.problems] == [
        ("output-source-changed", "content/shared/artikel/pertama.md")
    ]


def test_a_mistake_is_told_again_at_its_place(project: MakeProject) -> None:
    root = project({**FILES, "content/shared/artikel/salah.md": "---\ntitle: Salah\nsumary: x\n---\nIsi\u202e.\n"})
    (root / "content/shared/artikel/buruk.md").write_text("---\ntitle: [\n---\nIsi.\n", encoding="utf-8")
    first, again = read(root, readings=store(root)), read(root, readings=store(root))
    assert first == again == read(root)
    assert {"key-misspelled", "unsafe-character"} & {found.rule for found in first[1]}


def test_another_day_is_another_reading(project: MakeProject) -> None:
    later = ARTICLE.format(title="Nanti").replace("2026-11", "2027-01")
    root = project({**FILES, "content/shared/artikel/nanti.md": later})
    for day in (TODAY, dt.date(2027, 2, 1), TODAY):
        assert read(root, day, store(root)) == read(root, day)


def rules(root: Path, file: str, text: str) -> set[str]:
    """The rules of a project with another file, which is read as by a process that knows nothing."""
    (root / file).write_text(text, encoding="utf-8")
    found = read(root, readings=store(root))
    assert found == read(root)
    return {one.rule for one in found[1]}


def test_the_names_of_places_are_circumstances(project: MakeProject) -> None:
    """Whether an override only puts another name in asks for the names of all sites."""
    files = {
        **GOOD,
        "content/shared/artikel/pertama.md": ARTICLE.format(title="Sukabumi"),
        "content/sites/satu/artikel/pertama.md": "---\noverride: replace\n---\n## Isi\n\nIsi dari Kerinci.\n",
    }
    root = project(files)
    elsewhere = GOOD["sites.yaml"].replace("15.01", "15.02")
    assert "override-only-names" not in rules(root, "sites.yaml", elsewhere)
    assert "override-only-names" in rules(root, "sites.yaml", GOOD["sites.yaml"])
    assert "override-only-names" not in rules(root, "sites.yaml", elsewhere)


def test_who_is_meant_by_a_name_is_a_circumstance(project: MakeProject) -> None:
    article = ARTICLE.format(title="Pertama").replace("topics:", "sites: {only: [bersama]}\ntopics:")
    root = project({**GOOD, "content/shared/artikel/pertama.md": article})
    sites = GOOD["sites.yaml"]
    for members in ("[satu, dua]", "[satu]", "[dua]", "[satu, dua]"):
        rules(root, "sites.yaml", sites.replace("sites: [satu, dua]", f"sites: {members}"))


def test_two_files_of_the_same_bytes_are_two_documents(project: MakeProject) -> None:
    article = ARTICLE.format(title="Ini merupakan").replace("summary: ", "summary: Ini merupakan ")
    root = project({**GOOD, "content/shared/artikel/a.md": article})
    for _ in range(2):
        assert "word-official" in rules(root, "content/shared/artikel/b.md", article)


def forged(change: Callable[[Any], object]) -> Callable[[bytes], bytes]:
    """A file of rows as somebody would write it who knows how, each row changed."""

    def forge(data: bytes) -> bytes:
        head, *lines = data.splitlines(keepends=True)
        made = [head]
        for line in lines:
            key, said = line[33:65], json.dumps(change(json.loads(line[66:]))).encode()
            made.append(b"%b %b %b\n" % (digest_bytes(b"%b%b %b" % (head, key, said)).encode(), key, said))
        return b"".join(made)

    return forge


def elsewhere(row: object) -> object:
    """All that says which sites are meant says other ones."""
    if isinstance(row, dict):
        return {key: elsewhere(value) for key, value in row.items()}
    if not isinstance(row, list):
        return row
    names = _Part.__struct_fields__
    if len(row) != len(names):
        return [elsewhere(item) for item in row]
    return [1 << 40 if name == "mask" else item for name, item in zip(names, row, strict=True)]


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"artikel", b"artikle"),
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda _: b"",
        lambda _: b"\x00" * 4000,
        forged(lambda _: None),
        forged(lambda _: {}),
        forged(lambda _: [[]] * 4),
        forged(lambda row: {key: str(value) for key, value in row.items()} if isinstance(row, dict) else row),
        forged(lambda row: {**row, "start": None, "problems": None} if isinstance(row, dict) else row),
        forged(elsewhere),
        forged(lambda row: {file: found[:1] for file, found in row.items()}),
        forged(lambda row: {file: ["", found[1]] for file, found in row.items()}),
        forged(lambda row: {file: [found[0], None] for file, found in row.items()}),
        forged(lambda row: {f"{file}x": found for file, found in row.items()}),
        forged(lambda row: dict(zip(row, reversed(row.values()), strict=True))),
    ],
)
def test_damaged_and_forged_rows_are_made_again(project: MakeProject, harm: Callable[[bytes], bytes]) -> None:
    root = project(FILES)
    anew = read(root, readings=store(root))
    file = root / ".sitegen/cache/rows.json"
    whole = file.read_bytes()
    file.write_bytes(harm(whole))
    assert harm(whole) != whole
    for _ in range(2):
        assert read(root, readings=store(root)) == anew
