"""What people do: build twice at once, edit while it builds, take away permissions, set the clock back."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from random import Random

from sitegen.write.manifest import MANIFEST, load

from .project import DAY, EDIT, FIRST, TEMPLATE, Ran, Stage, command, end, published, start
from .table import Row


def people(stage: Stage, count: int, rng: Random, say: Callable[[str], None]) -> Iterator[Row]:
    """All of it, `count` divided among them."""
    tries = max(2, count // 20)
    for act in (two, edits, _clock):
        row = act(stage, tries, rng)
        say(f"{row.fault}: {dict(row.outcomes)} {dict(row.rules)} {row.broken}")
        yield row
    row = _denied(stage.again(stage.root.parent / "denied"))
    say(f"{row.fault}: {dict(row.outcomes)} {dict(row.rules)} {row.broken}")
    yield row


def two(stage: Stage, tries: int, rng: Random) -> Row:
    """Two or three at once: one builds, the others wait or say who does."""
    row = Row("several builds at once")
    now, other = EDIT, FIRST
    for number in range(tries):
        stage.become(now)
        wait = ("--wait",) if number % 2 else ()
        running = [start(stage.root, command(*wait, jobs=rng.choice([1, 2]))) for _ in range(rng.choice([2, 3]))]
        done = [end(process) for process in running]
        for ran in done:
            row.add(f"exit {ran.code}", ran.rules, ran.amiss)
            row.broken += [f"waiting: {ran.rules}"] if wait and ran.code else []
        if not any(ran.code == 0 for ran in done) or stage.share(now) != "new":
            row.broken.append(f"after several builds: {stage.share(now)}, {stage.neither(None, now)}")
        now, other = other, now
    return row


def edits(stage: Stage, tries: int, rng: Random) -> Row:
    """Somebody writes, renames and deletes sources all the time; then it is quiet, and a build is a clean one."""
    row = Row("sources edited during the build")
    stage.become(FIRST)
    row.broken += [w for w in [stage.mend(FIRST)] if w]
    for number in range(tries):
        quiet = threading.Event()
        writer = threading.Thread(target=_scribble, args=(stage, Random(rng.random()), quiet))
        writer.start()
        ran = stage.build(*(("--full",) if number % 3 == 0 else ()), jobs=1 + number % 2)
        quiet.set()
        writer.join()
        row.add(f"exit {ran.code}", ran.rules, ran.amiss, *_torn(stage))
        version = rng.choice([FIRST, EDIT, TEMPLATE])
        for name in ("content", "themes"):
            shutil.rmtree(stage.root / name, ignore_errors=True)
        stage.known = {}
        stage.become(version)
        row.broken += [w for w in [stage.mend(version)] if w]
    return row


def _scribble(stage: Stage, rng: Random, quiet: threading.Event) -> None:
    paths = sorted(stage.sources[FIRST].keys() & stage.sources[EDIT].keys())
    while not quiet.is_set():
        name = rng.choice(paths)
        path = stage.root / name
        what = rng.randrange(6)
        try:
            if what == 0:
                path.unlink()
            elif what == 1:
                path.rename(path.with_name(f"{path.stem}-x{path.suffix}"))
            elif what == 2:
                path.write_bytes(b"")
            elif what == 3:
                shutil.rmtree(path.parent)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(stage.sources[rng.choice([FIRST, EDIT])][name])
        except OSError:
            continue
        quiet.wait(rng.choice([0, 0.01, 0.05]))


def _torn(stage: Stage) -> list[str]:
    """Published trees that do not hold exactly what their manifests list."""
    wrong = []
    for domain, tree in published(stage.dest).items():
        manifest = load(tree.pop(MANIFEST, b""))
        listed = {p: (e.sha256, e.size) for p, e in manifest.files.items()} if manifest else None
        if listed != {p: (sha256(data).hexdigest(), len(data)) for p, data in tree.items()}:
            wrong.append(f"not as its manifest says: {domain}")
    return wrong


def _clock(stage: Stage, tries: int, rng: Random) -> Row:
    """Times of files far back, far ahead, or the same after an edit; a day before that of the last build."""
    row = Row("clock set back or ahead, times of files")
    stage.become(FIRST)
    row.broken += [w for w in [stage.mend(FIRST)] if w]
    now, other = EDIT, FIRST
    for number in range(tries):
        stage.become(now)
        stamp = rng.choice([1, 946_684_800, 1_700_000_000, 4_102_444_800])
        for path in stage.root.rglob("*"):
            if ".sitegen" not in path.parts and "dist" not in path.parts and path.is_file():
                os.utime(path, (stamp, stamp))
        if number % 3 == 2:
            for path in stage.dest.rglob("*"):
                os.utime(path, (stamp, stamp))
        ran = stage.build(jobs=1 + number % 2)
        row.add(f"exit {ran.code}, {stage.share(now)}", ran.rules, ran.amiss)
        if stage.share(now) != "new":
            row.broken.append(f"files of second {stamp}: {stage.neither(None, now)}")
        now, other = other, now
    stage.become(FIRST)
    for day in ("2026-11-05", DAY, "2026-12-10"):
        clean = stage.again(stage.root.parent / "that-day")
        clean.become(FIRST)
        expected, ran = _on(clean, day), _on(stage, day)
        row.add(f"exit {ran.code}, --date {day}", ran.rules, ran.amiss)
        if (expected.code, published(clean.dest)) != (ran.code, published(stage.dest)):
            row.broken.append(f"--date {day} is not a clean build: {ran.code} {ran.rules}")
        shutil.rmtree(clean.root)
    # Back from a day on which more is published: what readers have seen since must not vanish because of a clock.
    before, ran = published(stage.dest), _on(stage, DAY)
    row.add(f"exit {ran.code}, back again", ran.rules, ran.amiss)
    if ran.rules != ("url-lost",) or published(stage.dest) != before:
        row.broken.append(f"back again: {ran.code} {ran.rules}")
    return row


def _on(stage: Stage, day: str) -> Ran:
    return end(start(stage.root, [*command("--max-removed", "100000"), "--date", day]))


def _denied(stage: Stage) -> Row:
    """A file or folder that the one who builds may not read or write; root gives up its right to do so all the same."""
    row = Row("no permission")
    before = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    words = [*before, *command()]
    stage.become(FIRST)
    row.broken += [w for w in [stage.mend(FIRST)] if w]
    now, other = EDIT, FIRST
    for place in _places(sorted(stage.clean[FIRST])[0]):
        for mode in (0o000, 0o500):
            stage.become(now)
            path = stage.root / place
            known = path.stat().st_mode & 0o7777
            path.chmod(mode)
            ran = end(start(stage.root, words))
            if path.exists():
                path.chmod(known)
            wrong = stage.neither(other, now)
            row.add(f"exit {ran.code}, {stage.share(now)}", ran.rules)
            row.broken += [f"{place} {mode:o}: {w}" for w in [ran.amiss, f"neither {wrong}" if wrong else ""] if w]
            if ran.code == 0 and stage.share(now) != "new":
                row.broken.append(f"{place} {mode:o}: exit 0, but not published")
            row.broken += [f"{place} {mode:o}: {w}" for w in [stage.mend(now)] if w]
            now, other = other, now
    return row


def _places(domain: str) -> list[str]:
    return [
        *("content", "content/shared/artikel", "content/shared/artikel/satu.md", "sites.yaml"),
        *("themes/default/templates", "themes/default/templates/base.html", "content/shared/artikel/tiga/gambar.png"),
        *("dist", "dist/.sitegen", "dist/.sitegen/prev", f"dist/.sitegen/prev/{domain}", "dist/.sitegen/lock"),
        *("dist/.sitegen/state.json", f"dist/{domain}", f"dist/{domain}/index.html", f"dist/{domain}/{MANIFEST}"),
        *(
            ".sitegen",
            ".sitegen/cache",
            ".sitegen/cache/rows.json",
            ".sitegen/cache/pictures",
            ".sitegen/cache/programs",
        ),
    ]
