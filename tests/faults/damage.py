"""Damaged memory and damaged publications: every file in `.sitegen/`, and manifests, pages and folders of sites."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from sitegen.write.manifest import MANIFEST

from .project import EDIT, FIRST, Stage
from .table import Row

SECRET = b"a file outside of the project that nobody may write to or publish\n"


def _truncated(path: Path, _: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _empty(path: Path, _: Path) -> None:
    path.write_bytes(b"")


def _flipped(path: Path, _: Path) -> None:
    data = bytearray(path.read_bytes() or b"\0")
    data[len(data) * 2 // 3] ^= 4
    path.write_bytes(data)


def _deleted(path: Path, _: Path) -> None:
    path.unlink()


def _folder(path: Path, _: Path) -> None:
    path.unlink()
    path.mkdir()


def _filled_folder(path: Path, _: Path) -> None:
    path.unlink()
    (path / "inner").mkdir(parents=True)
    (path / "inner" / "file").write_bytes(b"x")


def _link(path: Path, secret: Path) -> None:
    path.unlink()
    path.symlink_to(secret)


def _dangling(path: Path, secret: Path) -> None:
    path.unlink()
    path.symlink_to(secret.with_name("nowhere"))


def _pipe(path: Path, _: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _denied(path: Path, _: Path) -> None:
    path.chmod(0)


WAYS: dict[str, Callable[[Path, Path], None]] = {
    "truncated": _truncated,
    "emptied": _empty,
    "a bit flipped": _flipped,
    "deleted": _deleted,
    "a folder instead": _folder,
    "a full folder instead": _filled_folder,
    "a link instead": _link,
    "a dangling link instead": _dangling,
    "a pipe instead": _pipe,
    "mode 000": _denied,
}


def damage(stage: Stage, count: int, rng: Random, say: Callable[[str], None]) -> Iterator[Row]:
    """Each file by name in each way; of files that are many, `count` times one by chance."""
    now = FIRST
    stage.become(now)
    ready = stage.mend(now)
    secret = stage.root.parent / "secret"
    secret.write_bytes(SECRET)
    for title, files in (("memory", _memory), ("published tree", _published)):
        named, many = files(stage)
        for how, act in WAYS.items():
            row = Row(f"{title}: {how}", broken=[ready] if ready else [])
            for path in [*named, *rng.sample(many, min(len(many), max(1, count // 40)))]:
                if path.is_file():  # pictures and texts may have gone meanwhile
                    now = once(stage, path, act, secret, (now, rng.choice([FIRST, EDIT])), row)
            say(f"{row.fault}: {dict(row.outcomes)} {dict(row.rules)} {row.broken}")
            yield row


def _memory(stage: Stage) -> tuple[list[Path], list[Path]]:
    """What a build keeps for itself: the files that there is one of, and those that there are many of."""
    ours, cache = stage.dest / ".sitegen", stage.root / ".sitegen" / "cache"
    caches = (cache / "rows.json", *_programs(stage))
    named = [*(p for p in sorted(ours.iterdir()) if p.is_file()), *caches]
    return named, sorted(p for p in [*cache.rglob("*"), *(ours / "prev").rglob("*")] if p.is_file() and p not in named)


def _programs(stage: Stage) -> list[Path]:
    return sorted((stage.root / ".sitegen" / "cache" / "programs").iterdir())


def _published(stage: Stage) -> tuple[list[Path], list[Path]]:
    domain = sorted(stage.clean[FIRST])[0]
    manifest = stage.dest / domain / MANIFEST
    return [manifest], sorted(p for p in stage.dest.glob("*.example/**/*") if p.is_file() and p.name != MANIFEST)


def once(
    stage: Stage, path: Path, act: Callable[[Path, Path], None], secret: Path, versions: tuple[str, str], row: Row
) -> str:
    """Damage, then a build of the same or of an edit. If that refuses, someone removes what is in the way, and builds
    again. Gives the version that is there then."""
    old, version = versions
    act(path, secret)
    stage.become(version)
    where = path.relative_to(stage.root).as_posix()
    published = ".sitegen" not in path.parts
    # What was altered in place in a published tree is looked for by --full only, as documented.
    ran = stage.build(*(("--full",) if published else ()), jobs=1 + row.tries % 2)
    left = stage.share(version)
    wrong = stage.neither(old, version)
    if published:  # what is damaged stays so until it is mended, but no other site suffers
        wrong = [domain for domain in wrong if not where.startswith(f"dist/{domain}/")]
    row.add(f"exit {ran.code}, {'clean' if left == 'new' else 'held back'}", ran.rules)
    row.broken += [f"{where}: {w}" for w in [ran.amiss, f"neither: {wrong}" if wrong else ""] if w]
    if ran.code == 0 and left != "new":
        row.broken.append(f"{where}: exit 0, but not a clean build")
    if secret.read_bytes() != SECRET:
        row.broken.append(f"{where}: a file outside of the project was written to")
        secret.write_bytes(SECRET)
    # A build that found nothing to do has not looked at all of it, and need not.
    if ran.code or left != "new" or path.is_symlink() or not path.is_file():
        _put_right(stage, path)
        row.broken += [f"{where}: {w}" for w in [stage.mend(version, "--full")] if w]
    return version


def _put_right(stage: Stage, path: Path) -> None:
    """What the message says: the thing goes away; a marker or manifest that is lost means that the folder does."""
    if path.name == "output":
        shutil.rmtree(stage.dest)
    elif path.name == MANIFEST and ".sitegen" not in path.parts:
        shutil.rmtree(path.parent)
    elif path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
