"""The project that faults happen to: four versions of it, what a clean build gives of each, and real builds."""

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.diary.network import Files, article, network, write

REPOSITORY = Path(__file__).parents[2]
DAY = "2026-11-21"
LATE = 120.0
"""After so many seconds a build counts as hung."""

FIRST, EDIT, TEMPLATE, PRUNED = "first", "edit", "template", "pruned"
GONE = "dinkesTujuh.example"
"""The site that is not in the version PRUNED."""


def versions(articles: int) -> dict[str, Files]:
    """The sources of each version, with so many articles more than the network of the diaries has."""
    net = network()
    for number in range(articles):
        body = f"Isi ke-{number}. Baca [satu](satu.md).\n\n" + f"Baris {number}, panjang sekali. " * 40
        net.docs[f"content/shared/artikel/banyak-{number}.md"] = article(f"Banyak {number}", "[jkn]", 50, body)
    first = net.all_files()
    edit = net.copy()
    for name, doc in edit.docs.items():
        if name.endswith(("/satu.md", "/banyak-1.md", "/tentang.md")):
            doc.body += "\n\nSatu alinea lagi.\n"
    edit.files["content/shared/static/tambahan.txt"] = b"satu berkas lagi\n"
    del edit.files["content/groups/papua/static/peta/papua.txt"]
    edit.sites["dinkesSatu.example"]["contact"] = '{phone: "0971 100 201", address: Jalan Satu}'
    template = net.copy()
    name = "themes/default/templates/base.html"
    template.files[name] = template.files[name].replace(b"</body>", b"<p>Kaki baru</p></body>")
    pruned = net.copy()
    del pruned.sites[GONE]
    return {FIRST: first, EDIT: edit.all_files(), TEMPLATE: template.all_files(), PRUNED: pruned.all_files()}


@dataclass(frozen=True)
class Ran:
    """A build that ended: exit code, the rules it named that are no warnings or tasks, and all that it said."""

    code: int
    rules: tuple[str, ...]
    text: str

    @property
    def amiss(self) -> str:
        """What a build must never do, whatever happens to it; empty if it did not."""
        if "Traceback" in self.text or self.code not in (0, 1, 2):
            return f"exit {self.code}: {self.text[-1200:]}"
        if self.code == 1 and not self.rules:
            return f"exit {self.code} without a rule: {self.text[-600:]}"
        return ""


def command(*args: str, jobs: int = 1, module: str = "sitegen") -> list[str]:
    """The words of a build of the project in the current folder."""
    return [sys.executable, "-m", module, "build", "--date", DAY, "--json", "--jobs", str(jobs), *args]


def start(root: Path, words: list[str], **env: str) -> "subprocess.Popen[str]":
    """Begins a build in a process group of its own."""
    made = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8", **env}
    return subprocess.Popen(
        words,
        cwd=root,
        env=made,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def end(process: "subprocess.Popen[str]") -> Ran:
    """Waits for a build; one that hangs is killed, and its exit code is that of the signal."""
    try:
        text = process.communicate(timeout=LATE)[0]
    except subprocess.TimeoutExpired:
        kill(process)
        return Ran(-signal.SIGKILL, (), "hung")
    return Ran(process.returncode, _rules(text), text)


def kill(process: "subprocess.Popen[str]") -> bool:
    """Kills a build with all its workers; False if it had ended before."""
    ended = process.poll() is not None
    if not ended:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return not ended and process.returncode == -signal.SIGKILL


def _rules(text: str) -> tuple[str, ...]:
    at = text.find("{\n")
    try:
        found = json.loads(text[at:])["problems"] if at >= 0 else []
    except ValueError:
        return ()
    return tuple(dict.fromkeys(p["rule"] for p in found if p["severity"] == "error"))


@dataclass
class Stage:
    """A project on disk that is taken from version to version; `clean` has what a build from nothing gives of each."""

    root: Path
    sources: dict[str, Files]
    clean: dict[str, dict[str, Files]]
    known: Files = field(default_factory=dict)

    @property
    def dest(self) -> Path:
        return self.root / "dist"

    def become(self, version: str) -> None:
        """Writes the sources of a version in the place of what was there."""
        write(self.root, self.sources[version], self.known)
        self.known = self.sources[version]

    def again(self, root: Path) -> "Stage":
        """The same at another place, where nothing is yet."""
        root.mkdir(parents=True, exist_ok=True)
        return Stage(root, self.sources, self.clean)

    def build(self, *args: str, jobs: int = 1, module: str = "sitegen", **env: str) -> Ran:
        """A whole build."""
        return end(start(self.root, command(*args, jobs=jobs, module=module), **env))

    def neither(self, old: str | None, new: str) -> list[str]:
        """The sites that are neither as a clean build of `old` left them nor as one of `new` does."""
        there = published(self.dest)
        before = self.clean[old] if old else {}
        names = there.keys() | before.keys() | self.clean[new].keys()
        return sorted(n for n in names if there.get(n) not in (before.get(n), self.clean[new].get(n)))

    def share(self, new: str) -> str:
        """Which version all sites have: "new", "old" if none has the new one, else "mixed"."""
        there = published(self.dest)
        fresh = sum(there.get(name) == tree for name, tree in self.clean[new].items())
        gone = not there.keys() - self.clean[new].keys()
        return "new" if fresh == len(self.clean[new]) and gone else "mixed" if fresh else "old"

    def mend(self, version: str, *args: str) -> str:
        """The next build of a version; what is wrong with it or with what it leaves, or ""."""
        ran = self.build("--prune-sites", "--max-removed", "100000", *args)
        if ran.code:
            return f"next build: exit {ran.code} {ran.rules} {'' if ran.rules else ran.text[-500:]}"
        wrong = self.neither(None, version)
        return f"next build is not a clean one on {wrong}" if wrong or self.share(version) != "new" else ""


def published(dest: Path) -> dict[str, Files]:
    """The published trees as they are, whatever lies in them: a pipe would hold up whoever opens it."""
    found: dict[str, Files] = {}
    for site in sorted(dest.iterdir()) if dest.is_dir() else ():
        if site.is_dir() and not site.name.startswith("."):
            found[site.name] = {}
            for path in site.rglob("*"):
                if path.is_symlink() or not (path.is_file() or path.is_dir()):
                    found[site.name][path.relative_to(site).as_posix()] = b"neither file nor folder"
                elif path.is_file():
                    found[site.name][path.relative_to(site).as_posix()] = path.read_bytes()
    return found


def stage(folder: Path, articles: int) -> Stage:
    """A project in an empty folder, with the clean builds of all its versions."""
    made = Stage(folder / "project", versions(articles), {})
    made.root.mkdir(parents=True)
    for version in made.sources:
        clean = made.again(folder / "clean")
        clean.become(version)
        ran = clean.build(jobs=2)
        if ran.code:
            raise SystemExit(f"the project itself is wrong ({version}): {ran.text}")
        made.clean[version] = published(clean.dest)
        shutil.rmtree(clean.root)
    return made
