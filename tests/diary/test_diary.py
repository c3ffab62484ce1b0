"""The random edit diary: after any history, an incremental build gives what a clean one gives, byte for byte.

A diary is a seed and a number of steps. SITEGEN_DIARY_STEPS makes all diaries longer; on failure the seed and the
steps so far are printed, and the same seed writes the same diary again.
"""

import os
import shutil
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sitegen import noop, work
from sitegen.options import Options
from sitegen.problems import Problem, Severity
from sitegen.render.templates import Templates
from sitegen.report import Report
from sitegen.write import publish
from sitegen.write.manifest import MANIFEST, UNSEALED, load
from tests.diary.edits import MISTAKES, REFUSED, owed, some_edit
from tests.diary.network import Files, Network, build, network, options, tree, trees, write
from tests.killing import killed_at

STEPS = int(os.environ.get("SITEGEN_DIARY_STEPS", "30"))
SEEDS = range(1, 9)
LOST = {"url-lost", "url-held"}
HISTORY = {*LOST, "site-folder-left"}  # what these say depends on what was published before
OURS = ".sitegen"


def lost_paths(found: Problem) -> list[str]:
    """The addresses that one of `LOST` names; one that a site holds names several."""
    said = dict(found.args)
    return [said["path"]] if "path" in said else said["paths"].partition(" (+")[0].split(", ")


class Diary:
    """A project, its history so far, and the two builds that are compared after each step."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.rng = Random(seed)
        self.seed = seed
        self.root = folder / "proyek"
        self.dest = self.root / "dist"
        self.folder = folder
        self.net = network()
        self.on_disk: Files = {}
        self.on_clean: Files = {}
        self.lines: list[str] = []
        self.left: set[str] = set()  # folders of sites that are gone
        self.owed = owed((seed - 1) % len(SEEDS), len(SEEDS))
        self.last: tuple[Options, Report] | None = None  # the last whole build, when nothing was touched since
        self.clean_made: tuple[Files, object, Report, dict[str, Files]] | None = None

    # -- builds --------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Writes the project as it is in memory."""
        files = self.net.all_files()
        if files != self.on_disk:
            self.last = None
        write(self.root, files, self.on_disk)
        self.on_disk = files

    def options(self, **more: Any) -> Options:
        more.setdefault("jobs", 2 if self.rng.random() < 0.15 else 1)
        return options(self.root, self.net.today, **more)

    def run(self, chosen: Options) -> Report:
        """What `sitegen build` does: the no-op check first."""
        inputs = noop.Inputs(chosen)
        known = noop.nothing_to_do(chosen, inputs)
        if known is not None:
            self.lines.append("    no-op")
            return known
        return build(chosen, inputs)

    def clean(self, *, drafts: bool = False) -> tuple[Report, dict[str, Files]]:
        """A build of the same project that knows nothing of the past."""
        files = self.net.all_files()
        what = (self.net.today, drafts)
        if self.clean_made is None or self.clean_made[:2] != (files, what):
            root, dest = self.folder / "bersih", "draf" if drafts else "dist"
            write(root, files, self.on_clean)
            self.on_clean = files
            for memory in (root / OURS, root / dest):
                shutil.rmtree(memory, ignore_errors=True)
            report = build(options(root, self.net.today, dest=dest, drafts=drafts))
            self.clean_made = (files, what, report, trees(root / dest))
        return self.clean_made[2], self.clean_made[3]

    def settle(self, before: Network, *, prune: bool = False, full: bool = False) -> Report:
        """Builds and compares; a mistake is taken back and the good state is built again."""
        self.save()
        old = trees(self.dest)
        chosen = self.options(prune=prune, full=full)
        report = self.run(chosen)
        truth, wanted = self.clean()
        assert lasting(report.problems) == lasting(truth.problems)
        if report.failed:
            assert trees(self.dest) == old, "a failed build touched what is live"
            if not truth.failed:
                self.expect_lost(report, old, wanted)
            self.lines.append(f"    failed ({', '.join(sorted({p.rule for p in errors(report)}))}), taken back")
            self.net = before
            return self.settle_good(full=full)
        self.compare(report, wanted, old, prune=prune)
        self.last = (chosen, report)
        return report

    def settle_good(self, **more: Any) -> Report:
        """As `settle`, but nothing may fail."""
        self.save()
        old = trees(self.dest)
        chosen = self.options(**more)
        report = self.run(chosen)
        truth, wanted = self.clean()
        assert lasting(report.problems) == lasting(truth.problems)
        assert not report.failed, [str(p) for p in errors(report)]
        self.compare(report, wanted, old, prune=False)
        self.last = (chosen, report)
        return report

    def compare(self, report: Report, wanted: dict[str, Files], old: dict[str, Files], *, prune: bool) -> None:
        found = trees(self.dest)
        sites = self.net.folders()
        self.left = set() if prune else (self.left | set(old)) - sites
        assert found.keys() == wanted.keys() | self.left
        for domain in sorted(found):
            same(found[domain], wanted[domain] if domain in sites else old[domain], domain)
        told = {p.place.file.rpartition("/")[2] for p in report.problems if p.rule == "site-folder-left"}
        assert told == self.left
        for domain in wanted:
            modes(self.dest / domain)

    def expect_lost(self, report: Report, old: dict[str, Files], wanted: dict[str, Files]) -> None:
        """The build failed for nothing but published URLs that the new sources no longer have."""
        assert {p.rule for p in errors(report)} <= LOST
        domains = {domain.rpartition(".")[0]: domain for domain in self.net.sites}
        told = {(domains[s], path) for p in errors(report) for s in p.sites for path in lost_paths(p)}
        gone = {(d, path) for d in wanted for path in old.get(d, {}).keys() - wanted[d].keys()}
        assert told
        assert told <= gone
        assert all(path.endswith(".html") for _, path in told)

    # -- steps ---------------------------------------------------------------------------------------------------

    def edit(self) -> None:
        before = self.net.copy()
        for _ in range(self.rng.choice([1, 1, 1, 2, 4])):
            self.note(some_edit(self.net, self.rng))
        self.settle(before, prune=self.rng.random() < 0.15, full=self.rng.random() < 0.05)

    def told(self) -> None:
        """The next edit that this diary owes; it stays owed until a build with it stood."""
        before, wanted, edit = self.net.copy(), self.net, self.owed[0]
        line = edit(self.net, self.rng)
        self.note(line or f"first what it takes to {edit.__name__}")
        self.settle(before)
        if line and (self.net is wanted or edit in REFUSED):
            del self.owed[0]

    def unchanged(self) -> None:
        """Nothing to do is found without a build, and a build finds nothing to write."""
        self.note("unchanged")
        last = self.last
        if last is not None:
            known = noop.nothing_to_do(options(self.root, self.net.today, prune=last[0].prune))
            assert known is not None
            assert known.unchanged
            assert known.problems == last[1].problems
            assert {row.site for row in known.sites} == {row.site for row in last[1].sites}
        inodes = self.inodes()
        report = build(self.options())
        assert not report.failed
        assert sum(row.written + row.removed for row in report.sites) == 0
        assert not any(row.changed for row in report.sites)
        assert self.inodes() == inodes
        self.settle_good()

    def touched(self) -> None:
        """Another time, the same bytes: looked at again, nothing written."""
        path = self.rng.choice(sorted(self.on_disk))
        self.note(f"touch {path}")
        os.utime(self.root / path)
        assert noop.nothing_to_do(self.options()) is None
        report = self.settle_good()
        assert not any(row.changed for row in report.sites)

    def damaged(self) -> None:
        """What sitegen remembers is lost or garbled; one edit beside it."""
        before = self.net.copy()
        memory = [self.dest / OURS / name for name in ("state.json", "noop.json")]
        memory += sorted((self.root / OURS / "cache").glob("*")) or []
        previous = sorted(p for p in (self.dest / OURS / "prev").rglob("*") if p.is_file())
        memory += sorted((self.dest / OURS / "prev").glob("*/" + MANIFEST)) * 5
        memory += sorted((self.root / OURS / "cache").glob("rows.json")) * 5
        memory += sorted((self.root / OURS / "cache/programs").glob("*")) * 5
        for path in self.rng.sample(memory, k=min(len(memory), self.rng.randint(1, 4))):
            if path.is_file():
                self.harm(path)
        # Bytes of a sealed tree are trusted (only --full reads them again); that a file is there is not.
        for path in self.rng.sample(previous, k=min(len(previous), self.rng.choice([0, 1, 3]))):
            if path.name != MANIFEST and path.is_file():
                self.note(f"delete {path.relative_to(self.root)}")
                path.unlink()
        for folder in (self.dest / OURS / "prev", self.root / OURS / "cache"):
            if self.rng.random() < 0.15:
                self.note(f"remove {folder.name}")
                shutil.rmtree(folder, ignore_errors=True)
        some = sorted((self.dest / OURS / "prev").glob("*"))
        if some and self.rng.random() < 0.3:
            self.note("remove one prev tree")
            shutil.rmtree(self.rng.choice(some))
        self.note(some_edit(self.net, self.rng))
        self.settle(before)

    def harm(self, path: Path) -> None:
        data = path.read_bytes()
        kind = self.rng.choice(["delete", "truncate", "garble", "empty", "other"])
        self.note(f"{kind} {path.relative_to(self.root)}")
        path.unlink()  # never into the inode: it may be a link to a live file
        if kind == "truncate":
            path.write_bytes(data[: self.rng.randint(0, len(data))])
        elif kind == "garble":
            bad = bytearray(data)
            for _ in range(3):
                if bad:
                    bad[self.rng.randrange(len(bad))] ^= 1 << self.rng.randrange(8)
            path.write_bytes(bad)
        elif kind == "empty":
            path.write_bytes(b"")
        elif kind == "other":
            path.write_bytes(b'{"format":1,"files":{"../x":["",0]}}\n[]')

    def live_damaged(self) -> None:
        """Published files are deleted, or altered in place and found by --full; a whole tree is lost."""
        before = self.net.copy()
        domain = self.rng.choice(sorted(self.net.sites))
        live = self.dest / domain
        files = sorted(p for p in live.rglob("*") if p.is_file() and p.name != MANIFEST)
        kind = self.rng.choice(["delete", "alter", "tree", "all"])
        full = False
        if kind == "delete":
            for path in self.rng.sample(files, k=min(3, len(files))):
                path.unlink()
        elif kind == "alter":
            path = self.rng.choice(files)
            path.write_bytes(b"diubah")
            full = True
        elif kind == "tree":
            shutil.rmtree(live)
        else:
            shutil.rmtree(self.dest)
            self.left = set()
        self.note(f"live {kind} {domain}")
        if kind in ("tree", "all"):
            assert noop.nothing_to_do(self.options()) is None
        if kind != "alter" and self.rng.random() < 0.5:
            self.note(some_edit(self.net, self.rng))
        self.settle(before, full=full)
        if kind == "alter":  # test_known.py: the altered file lies in the previous version now
            shutil.rmtree(self.dest / OURS / "prev")

    def foreign(self) -> None:
        """The web officer's own file holds up its site, and no other."""
        before = self.net.copy()
        domain = self.rng.choice(sorted(self.net.sites))
        path = (
            self.dest / domain / self.rng.choice([".user.ini", "google123.html", "artikel/sendiri.txt", "baru/x.txt"])
        )
        self.note(f"foreign {path.relative_to(self.dest)}")
        folder_made = not path.parent.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"milik petugas")
        self.net.files["themes/default/style/base.css"] += b"q{}"
        self.net.files["themes/lain/style/base.css"] += b"q{}"
        self.save()
        old = tree(self.dest / domain)
        report = self.run(self.options())
        _, wanted = self.clean()
        found = trees(self.dest)
        assert report.failed
        assert {p.rule for p in errors(report)} == {"output-foreign-file"}
        assert found.pop(domain) == old
        for other in found.keys() - self.left:
            same(found[other], wanted[other], other)
        path.unlink()
        if folder_made:
            path.parent.rmdir()
        self.last = None
        self.settle(before)

    def mistaken(self) -> None:
        """A mistake: the build fails and says so, what is live stays; then it is mended."""
        name, path, data = self.rng.choice(MISTAKES)
        self.note(f"mistake: {name}")
        before = self.net.copy()
        if self.rng.random() < 0.5:
            self.note(some_edit(self.net, self.rng))
            self.net.today = before.today  # the sites that a bad template does not stop are published
        self.net.files[path] = data
        self.save()
        old = trees(self.dest)
        report = self.run(self.options())
        assert report.failed
        assert errors(report)
        truth, _ = self.clean()
        assert truth.failed
        assert lasting(report.problems) == lasting(truth.problems)
        if "template" not in name and "undefined" not in name:
            assert trees(self.dest) == old
        self.net = before
        self.settle_good()

    def killed(self) -> None:
        """A build dies at a random step: each site is wholly old or wholly new, and the next build mends all."""
        before = self.net.copy()
        for _ in range(self.rng.choice([1, 3])):
            self.note(some_edit(self.net, self.rng))
        self.save()
        old = trees(self.dest)
        truth, wanted = self.clean()
        step = self.rng.choice([self.rng.randint(1, 60), self.rng.randint(1, 1500), self.rng.randint(1, 5000)])
        chosen = self.options(jobs=self.rng.choice([1, 1, 2]))
        died = killed_at(step, lambda: build(chosen))
        self.note(f"killed at {step}, jobs {chosen.jobs}: {'dead' if died else 'too late'}")
        self.last = None
        found = trees(self.dest)
        for domain in sorted(found):
            if domain in self.net.folders():
                states = [old.get(domain), None if truth.failed else wanted[domain]]
                assert found[domain] in states, f"{domain} is neither old nor new"
            else:
                assert found[domain] == old[domain]
            whole(self.dest / domain)
        assert not old.keys() - found.keys()
        self.settle(before)

    def partial(self) -> None:
        """--site or --group: these sites as a whole build makes them, no other touched."""
        before = self.net.copy()
        self.note(some_edit(self.net, self.rng))
        old = trees(self.dest)
        truth, wanted = self.clean()
        if not truth.failed and any(
            p.endswith(".html") for d in wanted for p in old.get(d, {}).keys() - wanted[d].keys()
        ):
            self.net = before.copy()  # what part of the sites published could not be taken back
            self.note("not that")
        self.save()
        if self.rng.random() < 0.6:
            asked = self.rng.sample(sorted(self.net.sites), k=2)
            chosen = self.options(sites=tuple(d.rpartition(".")[0].lower() for d in asked))
        else:
            asked = []
            chosen = self.options(groups=("kepulauan",))
        report = self.run(chosen)
        truth, wanted = self.clean()
        found = trees(self.dest)
        if "option-group-unknown" not in {p.rule for p in report.problems}:
            assert lasting(report.problems) == lasting(truth.problems)
        if report.failed:
            assert found == old
        else:
            done = {row.domain for row in report.sites}
            assert done & set(self.net.sites) == set(asked) or not asked
            for domain in done:
                same(found[domain], wanted[domain], domain)
            for domain in found.keys() - done:
                same(found[domain], old[domain], domain)
            assert report.sites
        self.last = None
        self.note("partial done")
        self.settle(before)

    def drafts(self) -> None:
        """Drafts go to another folder, and nothing of them to this one."""
        self.note("drafts")
        old = trees(self.dest)
        draft = self.root / OURS / "draf"
        report = self.run(options(self.root, self.net.today, dest=".sitegen/draf", drafts=True))
        truth, wanted = self.clean(drafts=True)
        assert lasting(report.problems) == lasting(truth.problems)
        if not report.failed:
            found = trees(draft)
            for domain in wanted:
                same(found[domain], wanted[domain], domain)
        elif not truth.failed:
            assert {p.rule for p in errors(report)} <= LOST
            shutil.rmtree(draft)
        assert trees(self.dest) == old

    def note(self, line: str) -> None:
        self.lines.append(line)

    def inodes(self) -> dict[str, int]:
        return {str(p): p.stat().st_ino for d in self.net.sites for p in sorted((self.dest / d).rglob("*"))}

    def step(self) -> None:
        steps: tuple[tuple[int, Callable[[], None]], ...] = (
            (50, self.edit),
            (5, self.unchanged),
            (3, self.touched),
            (12, self.damaged),
            (5, self.live_damaged),
            (4, self.foreign),
            (8, self.mistaken),
            (12, self.killed),
            (8, self.partial),
            (3, self.drafts),
        )
        self.rng.choices([step for _, step in steps], [weight for weight, _ in steps])[0]()


def errors(report: Report) -> list[Problem]:
    return [p for p in report.problems if p.severity is Severity.ERROR]


def lasting(problems: tuple[Problem, ...]) -> list[Problem]:
    """The Problems that the sources alone decide about."""
    return [p for p in problems if p.rule not in HISTORY]


def same(found: Files, wanted: Files, domain: str) -> None:
    """Fails with the few paths that differ instead of two whole trees."""
    assert found.keys() == wanted.keys(), f"{domain}: {sorted(found.keys() ^ wanted.keys())}"
    for path, data in wanted.items():
        assert found[path] == data, f"{domain}/{path}"


def modes(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


def whole(folder: Path) -> None:
    """A live tree holds what its manifest says, and nothing else."""
    manifest = load((folder / MANIFEST).read_bytes())
    assert manifest is not None
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert there == {*manifest.files, MANIFEST}
    assert UNSEALED not in there
    for path, entry in manifest.files.items():
        assert (folder / path).stat().st_size == entry.size


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("seed", SEEDS)
def test_diary(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.touched.MARGIN", 0)  # the clock of this disk is fine enough between two builds
    # No power is cut here, so nobody need wait for the disk; and most of the time would go into compiling templates.
    monkeypatch.setattr(publish, "sync", lambda _trees: None)
    monkeypatch.setattr(publish, "sync_folder", lambda _folder: None)
    monkeypatch.setattr(work, "Templates", lru_cache(maxsize=16)(Templates))
    diary = Diary(seed, tmp_path)
    diary.settle_good()
    try:
        for number in range(STEPS):
            diary.note(f"-- {number}")
            if diary.owed and number % 3 == 2:
                diary.told()
            else:
                diary.step()
        for _ in range(5 * len(diary.owed)):
            if diary.owed:
                diary.told()
        assert not diary.owed, [edit.__name__ for edit in diary.owed]
    except BaseException:
        print(f"\ndiary of seed {seed}, step by step (replay: pytest 'test_diary.py::test_diary[{seed}]'):")  # noqa: T201
        print("\n".join(diary.lines))  # noqa: T201
        raise
