"""`sitegen diff`: builds what would be published beside what is, in .sitegen/diff/, and compares the two."""

import shutil
from pathlib import Path

from sitegen.build import Built, Progress, asked, built
from sitegen.diff.folding import fold
from sitegen.diff.sides import Side, side
from sitegen.git import commit_of, files_of
from sitegen.live import live_of
from sitegen.model.difference import Difference
from sitegen.options import Options
from sitegen.plan.aliases import PREFIX
from sitegen.problems import Place, Refused, Severity, problem
from sitegen.read.project import SOURCES
from sitegen.removals import Taken, taken
from sitegen.values import replace
from sitegen.write import state as memory
from sitegen.write.files import refusal

AFTER, BEFORE = ".sitegen/diff/new", ".sitegen/diff/old"


def diff(options: Options, against: str, progress: Progress) -> Difference:
    """What a build with these options would change against what lies in `options.dest`, or against the project as it
    was at the git revision `against`. What is published is only read.

    Raises Refused if the project, or that revision, has errors.
    """
    commit = commit_of(options.root, against) if against else ""
    new = options.root / AFTER
    made = built(replace(options, dest=new, prune=not options.sites), progress)
    if made.report.failed or made.prepared is None:
        raise Refused(*made.report.problems)
    old = _at(options, commit, against, progress) if commit else options.dest
    plans = tuple(plan for plan in made.prepared.plan.sites if asked(plan, options))
    before, after = side(old), side(new)
    lost = _taken(made, options, old, before)
    return fold(made.prepared, plans, made.report.problems, before, after, lost, commit)


def _at(options: Options, commit: str, revision: str, progress: Progress) -> Path:
    """The output of the project as it was at a commit, made by this sitegen on the same day."""
    root = options.root / BEFORE
    try:
        root.mkdir(parents=True, exist_ok=True)
        for name in SOURCES:
            if (root / name).is_dir() and not (root / name).is_symlink():
                shutil.rmtree(root / name)
            else:
                (root / name).unlink(missing_ok=True)
    except OSError as error:
        raise refusal(error, str(root)) from error
    files_of(options.root, commit, SOURCES, root)
    dest = root / ".sitegen/out"
    made = built(replace(options, root=root, dest=dest, sites=(), prune=True, strict=False), progress)
    if made.report.failed or made.prepared is None:
        errors = [p for p in made.report.problems if p.severity is Severity.ERROR]
        said = problem("diff-revision-broken", Place("--against"), revision=revision, errors=str(len(errors)))
        shown = [replace(p, place=replace(p.place, file=f"{commit[:12]}:{p.place.file}"), others=()) for p in errors]
        raise Refused(said, *shown)
    return dest


def _taken(made: Built, options: Options, old: Path, before: Side) -> list[Taken]:
    """What readers would lose of each site compared, and of those that sites.yaml no longer has."""
    assert made.prepared is not None
    previous = memory.load(old)
    found = []
    known = set()
    for plan in made.prepared.plan.sites:
        known.add(plan.site.domain)
        if asked(plan, options) and not plan.site.alias_of and plan.site.domain in before.sites:
            keys = previous.outlines.get(live_of(old, plan, previous).outline, {})
            found.append(taken(plan.site.id, before.sites[plan.site.domain], keys, plan.outline))
    if not options.sites:
        gone = [files for d, files in before.sites.items() if d not in known and not d.startswith(PREFIX)]
        found += [taken("", files, {}, None) for files in gone]
    return found
