"""A clock that jumps, forwards and backwards, between builds and in the midst of one: libfaketime (Debian: faketime)
tells the build a time that is not that of the disk. Times of files themselves are set in `people.py`."""

import datetime as dt
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from sitegen.days import JAKARTA

from .project import DAY, EDIT, FIRST, TEMPLATE, Ran, Stage, command, end, published, start
from .table import Row

OFFSETS = ("-40y", "-400d", "-3d", "-3h", "-5", "+5", "+3h", "+3d", "+400d", "+10y")


def clock(stage: Stage, count: int, rng: Random, say: Callable[[str], None]) -> Iterator[Row]:
    """`count` divided among the ways of jumping."""
    library = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), None)
    if library is None:
        say("clock: left out, since there is no libfaketime")
        return
    tries = max(2, count // 10)
    for name, act in (("clock jumps between builds", _between), ("clock jumps during a build", _during)):
        row = Row(name)
        stage.become(FIRST)
        row.broken += [w for w in [stage.mend(FIRST)] if w]
        now = FIRST
        for number in range(tries):
            now = rng.choice([version for version in (FIRST, EDIT, TEMPLATE) if version != now])
            stage.become(now)
            ran = act(stage, str(library), 1 + number % 2, rng)
            row.add(f"exit {ran.code}, {stage.share(now)}", ran.rules, ran.amiss)
            if ran.code or stage.share(now) != "new":
                row.broken.append(f"{ran.code} {ran.rules}: {stage.neither(None, now)}")
            # Sometimes at once, as it is by now; sometimes after an edit that was made by the true clock.
            now = rng.choice([now, FIRST, EDIT])
            stage.become(now)
            row.broken += [w for w in [stage.mend(now)] if w]
        say(f"{row.fault}: {dict(row.outcomes)} {dict(row.rules)} {row.broken}")
        yield row
    row = _days(stage, str(library))
    say(f"{row.fault}: {dict(row.outcomes)} {dict(row.rules)} {row.broken}")
    yield row


def _told(stage: Stage, library: str, what: str) -> dict[str, str]:
    """The environment of a build whose clock says `what`; it is asked for again each time."""
    file = stage.root.parent / "clock"
    file.write_text(f"{what}\n", encoding="utf-8")
    # A jump of the clock does not touch CLOCK_MONOTONIC: clock_gettime(2).
    return {
        "LD_PRELOAD": library,
        "FAKETIME_TIMESTAMP_FILE": os.fspath(file),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


def _between(stage: Stage, library: str, jobs: int, rng: Random) -> Ran:
    return stage.build(jobs=jobs, **_told(stage, library, rng.choice(OFFSETS)))


def _during(stage: Stage, library: str, jobs: int, rng: Random) -> Ran:
    """It jumps again and again, some hundred times in a build."""
    env = _told(stage, library, "+0")
    file, over = Path(env["FAKETIME_TIMESTAMP_FILE"]), threading.Event()
    replaced = file.with_name("clock-new")

    def jump() -> None:
        while not over.wait(rng.uniform(0, 0.05)):
            replaced.write_text(f"{rng.choice(OFFSETS)}\n", encoding="utf-8")
            replaced.replace(file)

    jumper = threading.Thread(target=jump)
    jumper.start()
    try:
        return stage.build(jobs=jobs, **env)
    finally:
        over.set()
        jumper.join()


def _days(stage: Stage, library: str) -> Row:
    """Nobody gives --date: the day is that of the clock when the build begins, in Jakarta, and stays so."""
    row = Row("day by the clock, which passes midnight during the build")
    stage.become(FIRST)
    row.broken += [w for w in [stage.mend(FIRST)] if w]
    first = dt.date.fromisoformat(DAY)
    for day in (first, first + dt.timedelta(days=1), first + dt.timedelta(days=20)):
        # A second before midnight, so that the build ends on the next day. FAKETIME is told in the zone of TZ.
        moment = dt.datetime.combine(day, dt.time(23, 59, 58), JAKARTA)
        clean = stage.again(stage.root.parent / f"day-{day}")
        clean.become(FIRST)
        words = command("--max-removed", "100000")
        at = words.index("--date")
        expected = end(start(clean.root, [*words[:at], "--date", day.isoformat(), *words[at + 2 :]]))
        env = {"LD_PRELOAD": library, "FAKETIME": f"@{moment:%Y-%m-%d %H:%M:%S}", "TZ": "Asia/Jakarta"}
        ran = end(start(stage.root, [*words[:at], *words[at + 2 :]], **env, FAKETIME_DONT_FAKE_MONOTONIC="1"))
        row.add(f"exit {ran.code}", ran.rules, ran.amiss)
        if (expected.code, published(clean.dest)) != (ran.code, published(stage.dest)):
            row.broken.append(f"{day}: not what --date gives: {ran.code} {ran.rules}")
    return row
