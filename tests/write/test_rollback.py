"""`sitegen rollback`: what comes back, what is said, what is refused, and that being killed harms nothing."""

import os
import shutil
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.noop import nothing_to_do
from sitegen.options import Options
from sitegen.rollback import rollback
from sitegen.write import publish
from tests.conftest import ARTICLE, GOOD, TODAY, MakeProject, build_project, read_tree
from tests.killing import killed_at

from .helpers import DOMAIN, build, is_whole, snapshot, without_exchange

NEW = "content/shared/artikel/ketiga.md"


@pytest.fixture
def twice(project: MakeProject) -> Path:
    """A project of two sites, published twice: with one article, then with one more and the other changed."""
    root = project(GOOD)
    assert not build_project(root).failed
    (root / NEW).write_text(ARTICLE.format(title="Ketiga"))
    (root / "content/shared/artikel/kedua.md").write_text(ARTICLE.format(title="Kedua, diperbaiki"))
    assert not build_project(root).failed
    return root


def ask(root: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["-C", str(root), "--lang", "en", "rollback", *words])
    assert "Traceback" not in done.output
    return done.exit_code, done.output


def settled(root: Path) -> None:
    """Makes all inputs old enough for a no-op to believe in them."""
    for path in [*root.glob("content/**/*"), *root.glob("themes/**/*"), root / "sites.yaml"]:
        if path.is_file():
            os.utime(path, (1_000_000_000, 1_000_000_000))


def test_back_and_forth(twice: Path) -> None:
    new = read_tree(twice / "dist/satu.example")
    other = read_tree(twice / "dist/dua.example")
    code, said = ask(twice, "SATU")
    assert code == 0
    assert "satu.example: back to the version made " in said
    assert "gone: 1." in said
    assert "the next sitegen build publishes them as they are now" in said
    old = read_tree(twice / "dist/satu.example")
    assert new.keys() - old.keys() == {"artikel/ketiga.html"}
    assert b"diperbaiki" not in old["artikel/kedua.html"]
    assert read_tree(twice / "dist/dua.example") == other
    assert ask(twice, "satu.example")[0] == 0
    assert read_tree(twice / "dist/satu.example") == new


@pytest.mark.parametrize("journal", [False, True], ids=["exchange", "journal"])
def test_a_build_afterwards_publishes_the_sources(twice: Path, monkeypatch: pytest.MonkeyPatch, journal: bool) -> None:
    if journal:
        monkeypatch.setattr(publish, "exchange", without_exchange)
    new = read_tree(twice / "dist/satu.example")
    assert ask(twice, "--all")[0] == 0
    report = build_project(twice)
    assert not report.failed
    assert [row.changed for row in report.sites] == [True, True]
    assert read_tree(twice / "dist/satu.example") == new


@pytest.mark.parametrize("memory", ["kept", "restored"])
def test_no_build_believes_that_all_is_as_it_was(twice: Path, memory: str, monkeypatch: pytest.MonkeyPatch) -> None:
    options = Options(twice, dest=twice / "dist", today=TODAY, jobs=1)
    monkeypatch.setattr("sitegen.touched.MARGIN", -(10**18))  # however young the inputs are
    assert not build_project(twice).failed
    assert nothing_to_do(options) is not None
    signature = (twice / "dist/.sitegen/noop.json").read_bytes()
    assert ask(twice, "dua")[0] == 0
    if memory == "restored":  # the folders alone have to tell
        (twice / "dist/.sitegen/noop.json").write_bytes(signature)
    assert nothing_to_do(options) is None


def test_what_has_no_version_before_holds_up_no_other(twice: Path) -> None:
    shutil.rmtree(twice / "dist/.sitegen/prev/dua.example")
    before = read_tree(twice / "dist/dua.example")
    code, said = ask(twice, "--all")
    assert code == 1
    assert "satu.example: back to" in said
    assert "[rollback-impossible]" in said
    assert "dua.example" in said
    assert read_tree(twice / "dist/dua.example") == before
    assert ask(twice, "dua")[0] == 1


def test_a_name_that_nothing_has(twice: Path) -> None:
    before = snapshot(twice / "dist")
    code, said = ask(twice, "satu", "dau")
    assert (code, "[rollback-unknown]" in said, "dua" in said) == (1, True, True)
    assert {**snapshot(twice / "dist"), ".sitegen/lock": b""} == {**before, ".sitegen/lock": b""}
    assert [ask(twice)[0], ask(twice, "satu", "--all")[0]] == [2, 2]


def test_without_a_sites_file_that_can_be_read(twice: Path) -> None:
    (twice / "sites.yaml").write_text("sites: [")
    assert ask(twice, "satu")[0] == 0


def test_nothing_published(project: MakeProject) -> None:
    root = project(GOOD)
    code, said = ask(root, "satu")
    assert (code, "[package-unpublished]" in said) == (1, True)
    assert not (root / "dist").exists()


@pytest.mark.parametrize("harm", ["altered in both", "added", "gone"])
def test_a_version_that_somebody_altered_does_not_come_back(twice: Path, harm: str) -> None:
    page, prev = "cetak.css", twice / "dist/.sitegen/prev/satu.example"
    if harm == "added":
        (prev / "artikel/slot.html").write_text("judi")
    elif harm == "gone":
        (prev / page).unlink()
    else:
        with (twice / "dist/satu.example" / page).open("ab") as file:  # one file, with a name in each version
            file.write(b"judi")
    before = read_tree(twice / "dist/satu.example")
    code, said = ask(twice, "satu")
    assert (code, "[rollback-altered]" in said, "--full" in said) == (1, True, True)
    assert read_tree(twice / "dist/satu.example") == before


def test_an_old_host_goes_back_only_by_name(project: MakeProject) -> None:
    row = '{domain: dua.example, district: "15.01"}'
    rows = GOOD["sites.yaml"].replace(row, '{domain: dua.example, district: "15.01", aliases: [lama.example]}')
    root = project({**GOOD, "sites.yaml": rows})
    assert not build_project(root).failed
    (root / NEW).write_text(ARTICLE.format(title="Ketiga"))
    assert not build_project(root).failed
    before = read_tree(root / "dist/alih_lama.example")
    code, said = ask(root, "--all")
    assert (code, "alih_" in said) == (0, False)
    assert read_tree(root / "dist/alih_lama.example") == before
    assert ask(root, "dua@lama.example")[0] == 0
    assert "artikel/ketiga.html" not in read_tree(root / "dist/alih_lama.example")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("journal", [False, True], ids=["exchange", "journal"])
def test_killed_while_rolling_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, journal: bool) -> None:
    if journal:
        monkeypatch.setattr(publish, "exchange", without_exchange)
    from sitegen.write.guard import claim

    plans = ({"index.html": b"one", "a/a.html": b"a"}, {"index.html": b"two", "a/b.html": b"b"})
    for step in count():
        dest = tmp_path / "dist"
        shutil.rmtree(dest, ignore_errors=True)
        claim(dest, tmp_path, [])
        for plan in plans:
            for domain in (DOMAIN, "lain.id"):
                build(dest, plan, domain=domain)
        new = snapshot(dest / DOMAIN)
        old = snapshot(dest / ".sitegen/prev" / DOMAIN)
        (dest / ".sitegen/noop.json").write_text("all is as it was")
        killed = killed_at(step, partial(rollback, tmp_path, dest, (DOMAIN,)))
        if not journal:
            assert snapshot(dest / DOMAIN) in (old, new)
        publish.recover(str(dest))
        live = snapshot(dest / DOMAIN)
        assert live in (old, new)
        # Nobody takes what came back for what was built.
        assert live == new or not (dest / ".sitegen/noop.json").exists()
        assert is_whole(dest / DOMAIN)
        assert is_whole(dest / ".sitegen/prev" / DOMAIN)
        # From anywhere it can be asked once more, and the other site has seen nothing of it.
        assert rollback(tmp_path, dest, (DOMAIN,)).problems == ()
        assert snapshot(dest / DOMAIN) == (new if live == old else old)
        assert (dest / "lain.id/index.html").read_bytes() == b"two"
        if not killed:
            break
    assert step > 3
