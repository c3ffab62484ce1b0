"""Shares of a network (`--shard i/n`): disjoint, whole, steady, and together the bytes of one whole build."""

import json
import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import cli
from sitegen.report import Report
from sitegen.shards import Shard, shard_of
from tests.conftest import GOOD, REPO, MakeProject, add_theme, build_project, read_tree

IDS = [f"dinkes{number}" for number in range(300)]
COUNT = 3


@pytest.mark.parametrize("count", [1, 2, 3, 7, 400])
def test_every_site_is_in_one_share(count: int) -> None:
    shares = [[site for site in IDS if Shard(number, count).holds(site)] for number in range(1, count + 1)]
    assert sorted(site for share in shares for site in share) == sorted(IDS)


def test_shares_are_of_like_size() -> None:
    sizes = [sum(Shard(number, 4).holds(site) for site in IDS) for number in range(1, 5)]
    assert min(sizes) > len(IDS) // 4 * 2 // 3
    assert max(sizes) < len(IDS) // 4 * 3 // 2


def test_the_place_of_a_site_is_a_promise() -> None:
    """Machines that keep their output rely on it: another answer here would have two of them publish one site."""
    places = {site: next(n for n in range(1, 6) if Shard(n, 5).holds(site)) for site in ("satu", "dua", "dinkesBuru")}
    assert places == {"satu": 5, "dua": 3, "dinkesBuru": 5}
    assert all(Shard(n, 5).holds(site) == Shard(n, 5).holds(site.upper()) for n in range(1, 6) for site in IDS)


@pytest.mark.parametrize("text", ["1/1", "2/3", "9999/9999"])
def test_what_names_a_share(text: str) -> None:
    assert str(shard_of(text)) == text


WRONG = ["0/3", "4/3", "a/b", "1/0", "1", "1/2/3", "-1/3", "1 / 3", "01/3", "1/99999", "١/٢", "", "1/3\n"]


@pytest.mark.parametrize("text", WRONG)
def test_what_names_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"\A" + re.escape(text) + r"\Z"):
        shard_of(text)


def run(root: Path, *words: str, lang: str = "en") -> Result:
    return CliRunner().invoke(cli, ["-C", str(root), "--lang", lang, *words])


@pytest.mark.parametrize(("lang", "said"), [("id", "Bagian “4/3” salah."), ("en", "The share “4/3” is wrong.")])
@pytest.mark.parametrize("command", [("build",), ("package", "--offline")])
def test_a_wrong_share_ends_in_a_sentence(project: MakeProject, command: tuple[str, ...], lang: str, said: str) -> None:
    root = project(GOOD)
    done = run(root, *command, "--shard", "4/3", lang=lang)
    assert (done.exit_code, done.output.startswith(said)) == (2, True), done.output
    assert not (root / "dist").exists()


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of several sites, one of them with an old host."""
    root = tmp_path_factory.mktemp("bagian") / "proyek"
    shutil.copytree(REPO / "tests/golden/network", root)
    add_theme(root)
    return root


@pytest.fixture(scope="module")
def whole(network: Path) -> Report:
    report = build_project(network)
    assert not report.failed
    return report


def trees(dest: Path) -> dict[str, bytes]:
    """What is published, and the page for ops."""
    found = {path: data for path, data in read_tree(dest).items() if not path.startswith(".sitegen/")}
    return {**found, ".sitegen/index.html": (dest / ".sitegen/index.html").read_bytes()}


def test_shares_apart_are_together_the_whole(network: Path, whole: Report, tmp_path: Path) -> None:
    union: dict[str, bytes] = {}
    rows: list[str] = []
    for number in range(1, COUNT + 1):
        dest = tmp_path / f"bagian-{number}"
        report = build_project(network, dest=dest, shard=Shard(number, COUNT))
        assert report.problems == whole.problems
        share = trees(dest)
        again = {path for path in share if path in union}
        assert again <= {".sitegen/index.html"}
        assert all(share[path] == union[path] for path in again), "every machine has the same page for ops"
        union |= share
        rows += [row.domain for row in report.sites]
        folders = {path.name for path in dest.iterdir()} - {".sitegen"}
        assert folders == {row.domain for row in report.sites}
    assert union == trees(network / "dist")
    assert sorted(rows) == sorted(row.domain for row in whole.sites)


def test_shares_one_after_the_other_in_one_place(network: Path, whole: Report, tmp_path: Path) -> None:
    dest = tmp_path / "dist"
    for number in range(1, COUNT + 1):
        before = trees(dest) if dest.exists() else {}
        report = build_project(network, dest=dest, shard=Shard(number, COUNT))
        assert not report.failed
        after = trees(dest)
        assert {path: after[path] for path in before} == before, "the folders of other shares stay as they are"
    assert trees(dest) == trees(network / "dist")
    after_all = build_project(network, dest=dest)
    assert not any(row.changed for row in after_all.sites), "a whole build goes on from what the shares left"
    assert len(after_all.sites) == len(whole.sites)


def test_an_old_host_goes_with_its_site(network: Path, whole: Report, tmp_path: Path) -> None:
    moved = {"dinkesSukabumi.example", "alih_dinkes-lama.example"}
    assert moved <= {row.domain for row in whole.sites}
    number = next(n for n in range(1, 5) if Shard(n, 4).holds("dinkesSukabumi"))
    report = build_project(network, dest=tmp_path / "dist", shard=Shard(number, 4))
    assert moved <= {row.domain for row in report.sites}


def two(shard: str) -> list[str]:
    return [site for site in ("satu", "dua") if shard_of(shard).holds(site)]


def test_site_and_group_are_asked_first(project: MakeProject) -> None:
    root = project(GOOD)
    shares = [f"{n}/6" for n in range(1, 7)]
    own = next(share for share in shares if two(share) == ["satu"])
    other = next(share for share in shares if two(share) == ["dua"])
    for words, expected in (
        (("--site", "satu", "--shard", own), ["satu"]),
        (("--site", "satu", "--shard", other), []),
        (("--group", "bersama", "--shard", other), ["dua"]),
    ):
        done = run(root, "build", "--json", "--full", *words)
        assert done.exit_code == 0
        assert [row["site"] for row in json.loads(done.output)["sites"]] == expected


def test_an_empty_share_is_said(project: MakeProject) -> None:
    root = project(GOOD)
    empty = next(f"{n}/6" for n in range(1, 7) if not two(f"{n}/6"))
    done = run(root, "build", "--shard", empty)
    assert done.exit_code == 0
    assert f"Share {empty}: 0 sites." in done.output
    assert [path.name for path in (root / "dist").iterdir()] == [".sitegen"]
    packed = run(root, "package", "--offline", "--shard", empty)
    assert (packed.exit_code, packed.output) == (0, f"Share {empty}: 0 sites.\n")


def test_a_mistake_stops_every_share(project: MakeProject) -> None:
    """Also one in the text of a site that is in another share."""
    root = project({**GOOD, "content/sites/satu/artikel/salah.md": "---\ntitle: Salah\n---\nIsi.\n"})
    reports = [build_project(root, shard=Shard(number, 6)) for number in range(1, 7)]
    assert all(report.failed for report in reports)
    assert len({report.problems for report in reports}) == 1


def test_a_build_that_has_nothing_to_do_is_not_taken_for_a_share(project: MakeProject) -> None:
    root = project(GOOD)
    own = next(f"{n}/6" for n in range(1, 7) if two(f"{n}/6") == ["satu"])
    for words, sites in ((("--shard", own), 1), ((), 2), (("--shard", own), 1)):
        done = json.loads(run(root, "build", "--json", *words).output)
        assert len(done["sites"]) == sites


def test_a_share_is_packed_where_it_was_built(project: MakeProject) -> None:
    root = project(GOOD)
    own = next(f"{n}/6" for n in range(1, 7) if two(f"{n}/6") == ["satu"])
    assert run(root, "build", "--shard", own).exit_code == 0
    assert run(root, "package", "--offline").exit_code == 1, "of all, one is not published here"
    assert run(root, "package", "--offline", "--shard", own).exit_code == 0
    zips = list((root / "dist/.sitegen/paket").iterdir())
    assert [path.name for path in zips] == ["satu.example-luring.zip"]
    with ZipFile(zips[0]) as archive:
        assert "satu.example/index.html" in archive.namelist()
