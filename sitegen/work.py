"""The unit of work: one site, from its plan to its finished tree. Any process can do it; nothing else is shared.

`Workshop` is all that a worker needs. With fork it is inherited as it is, programs included; else it is pickled without
them and each worker makes the programs it meets.
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sitegen import versions
from sitegen.bounded import BOUNDS
from sitegen.digest import digest
from sitegen.keys import named
from sitegen.model.document import Segment, Text
from sitegen.model.output import Copy, Data, Joined, Made, Outline, Output, Page, Scaled, SiteFile, SitePlan
from sitegen.model.parsed import Flaw, Packed, Parsed
from sitegen.model.picture import Variant
from sitegen.model.project import Theme
from sitegen.plan.machines import SECURITY, picture_of
from sitegen.plan.search import SCRIPT
from sitegen.problems import Place, Problem, Refused, problem
from sitegen.render.machines import Hashes, apache, manifest, netlify, security_txt
from sitegen.render.programs import Filler, Maker
from sitegen.render.templates import Memory, Templates
from sitegen.shelf import Shelves
from sitegen.supervised import BUDGET, CHUNK, MEMORY, SECONDS, SLOW, Ended, Slow, each, mortal, start_method
from sitegen.values import Frozen
from sitegen.write.files import read_regular, refusal, shown
from sitegen.write.left import Left
from sitegen.write.next import Next
from sitegen.write.patch import Patch, patch
from sitegen.write.pictures import PictureStore
from sitegen.write.pool import Pool
from sitegen.write.scaled import ScaledStore
from sitegen.write.texts import TextStore, packed
from sitegen.write.trees import Outcome, Tree

if TYPE_CHECKING:
    from concurrent.futures import Executor

CONVERTING = 2
MOST_THEMES = 4
"""That are kept for the next build of this process."""
PICTURES = ".sitegen/cache/pictures"
SCALED = ".sitegen/cache/scaled"


class Job(Frozen):
    """One site to be made. `stale` are the paths to render anew; None means all. `known` is the digest of its live
    manifest, if that is the one which was written with the last build; `left` is how that build left its trees. What is
    planned has the `same` paths as what it published."""

    plan: SitePlan
    stale: frozenset[str] | None
    keep: tuple[str, ...]
    known: str = ""
    left: Left | None = None
    same: bool = False


class Done(Frozen):
    """What became of a job: an Outcome, or the Problems that kept the site from being made; rendered pages counted."""

    site: str
    outcome: Outcome | None
    problems: tuple[Problem, ...]
    rendered: int
    fallbacks: int


class Workshop:
    """Templates, texts and programs for the jobs of one build."""

    def __init__(
        self,
        root: str,
        dest: str,
        themes: tuple[Theme, ...],
        texts: TextStore,
        drafts: bool,
        full: bool,
        memory: Memory | None = None,
    ) -> None:
        BOUNDS.renew()
        self.root, self.dest, self.full = root, dest, full
        self._themes, self._texts, self._drafts = themes, texts, drafts
        self._open(memory)

    def __getstate__(self) -> dict[str, object]:
        kept = ("root", "dest", "full", "_themes", "_texts", "_drafts")
        return {name: getattr(self, name) for name in kept}

    def __setstate__(self, state: Mapping[str, object]) -> None:
        self.__dict__.update(state)
        self._open()

    def _open(self, memory: Memory | None = None) -> None:
        self.templates = {theme.name: _known(theme, memory) for theme in self._themes}
        self.makers = {name: Maker(t, self._texts.html, self._drafts) for name, t in self.templates.items()}
        self._sames: dict[tuple[str, frozenset[str]], list[str]] = {}
        self._picked: dict[tuple[str, frozenset[str] | None], tuple[Output, ...]] = {}
        self._tops: dict[str, frozenset[str]] = {}
        self.shelves = Shelves(self.root, self.makers, self._drafts)
        self.pictures = PictureStore(os.path.join(self.root, PICTURES))
        self.scaled = ScaledStore(os.path.join(self.root, SCALED), versions.maker())
        self.pool = Pool(self.dest)

    def make(self, job: Job) -> Done:
        """Makes one site's tree; what cannot be made is a Problem, and the live tree stays as it is."""
        rendered = fallbacks = 0
        site = job.plan.site
        tree: Next | None = None
        try:
            tree, stale = self._begun(job)
            filler = self._filler(job.plan)
            outline, theme = job.plan.outline, job.plan.outline.theme
            lost = []
            for path, key in self.kept(outline, stale):
                program = self.shelves.kept(theme, key)
                if program is None:
                    lost.append(path)
                else:
                    rendered += 1
                    tree.write(path, filler.fill(program, path))
            for output in (*self.picked(outline, stale), *outline.some(frozenset(lost))):
                path = output.path
                if isinstance(output, Page):
                    program = self.shelves.program(theme, output)
                    rendered += 1
                    if program is None:
                        fallbacks += 1
                        tree.write(path, self.makers[theme].plain(output, filler))
                    else:
                        tree.write(path, filler.fill(program, path))
                elif isinstance(output, SiteFile):
                    tree.write(path, filler.site_file(output, site.languages[0], job.plan.drafts))
                elif isinstance(output, Data):
                    tree.write(path, output.data)
                elif isinstance(output, Joined):
                    tree.write(path, b"".join(output.parts))
                elif isinstance(output, Scaled):
                    tree.share(path, output.key, output.size, self.pool, partial(self._size, output))
                elif isinstance(output, Made):
                    tree.write(path, MADE[path](self, job.plan))
                elif output.size:
                    tree.share(path, output.key, output.size, self.pool, partial(self._original, output))
                else:
                    tree.copy(path, os.path.join(self.root, output.source), output.key)
            return Done(site.id, tree.finish(), (), rendered, fallbacks)
        except Refused as refused:
            if tree is not None:
                tree.abandon()
            return Done(site.id, None, refused.problems, rendered, fallbacks)
        finally:
            self.shelves.let_go_spans()

    def _begun(self, job: Job) -> tuple[Next, frozenset[str] | None]:
        """The next version of a site, and the paths that it has to be told; None means all. Raises Refused for foreign
        files."""
        site, stale = job.plan.site, job.stale
        if job.same and stale is not None and (small := self._patch(job, stale)):
            return small, stale
        tree = Tree(self.dest, site.domain, site.id, job.keep, full=self.full, known=job.known, left=job.left)
        if strange := tree.refusals():
            tree.abandon()
            raise Refused(*strange)
        if stale is None or tree.live is None:
            return tree, None
        live, same = tree.live, self._same(job.plan.outline, stale)
        if not all(map(live.__contains__, same)):  # somebody deleted files
            stale |= {path for path in same if path not in live}
            same = [path for path in same if path in live]
        tree.keep(same)
        return tree, stale

    def _patch(self, job: Job, stale: frozenset[str]) -> Patch | None:
        """A version in which little differs; None where all of it has to be looked at."""
        site, outline = job.plan.site, job.plan.outline
        if outline.key not in self._tops:
            self._tops[outline.key] = frozenset(path for path in outline.keys if "/" not in path)
        top, files = self._tops[outline.key], len(outline.keys)
        return patch(self.dest, site.domain, site.id, job.known, job.left, top, files, len(stale))

    def _same(self, outline: Outline, stale: frozenset[str]) -> list[str]:
        """The paths that are as they were: once for all sites with this outline."""
        known = self._sames.get((outline.key, stale))
        if known is None:
            known = self._sames[outline.key, stale] = [path for path in outline.keys if path not in stale]
        return known

    def picked(self, outline: Outline, stale: frozenset[str] | None) -> tuple[Output, ...]:
        """The outputs at stale paths (None means all), but for `kept` pages: once for all sites with this outline."""
        known = self._picked.get((outline.key, stale))
        if known is None:
            if outline.planned or outline.known is None:
                known = outline.outputs if stale is None else outline.some(stale)
            else:
                has, theme, keys = self.shelves.has, outline.theme, outline.keys
                paths = keys if stale is None else stale
                known = outline.some(frozenset([path for path in paths if not has(theme, keys[path])]))
            self._picked[outline.key, stale] = known
        return known

    def kept(self, outline: Outline, stale: frozenset[str] | None) -> list[tuple[str, str]]:
        """Paths and keys of the pages that need not be planned, since their programs are known by their keys."""
        picked = {output.path for output in self.picked(outline, stale)}
        keys, paths = outline.keys, outline.keys if stale is None else sorted(stale)
        return [(path, keys[path]) for path in paths if path not in picked] if len(picked) < len(paths) else []

    def picture(self, plan: SitePlan) -> bytes:
        """The picture for links to a site, drawn unless it is known from before."""

        def draw() -> bytes:
            from sitegen.render import pictures

            return pictures.draw(picture_of(plan.view))

        return self.pictures.get(picture_key(plan), draw)

    def _original(self, output: Copy) -> bytes:
        """The bytes of a file that sites share; other bytes than were read and checked are refused."""
        return _read_again(os.path.join(self.root, output.source), output.key)

    def _size(self, output: Scaled) -> bytes:
        """The bytes of one size of a picture; converted anew if the store lost them."""
        data = self.scaled.data(output.key)
        if data is None:
            source = os.path.join(self.root, output.source)
            made = _convert(source, output.original)
            found = [data for v, data in made if v.sha256 == output.key] if isinstance(made, list) else []
            if isinstance(made, Flaw) or not found:
                raise Refused(problem("output-source-changed", Place(shown(source)), path=shown(source)))
            self.scaled.add(output.original, made)
            data = found[0]
        return data

    def warm(self, jobs: Iterable[Job]) -> None:
        """Loads what draws pictures if any job will ask for a new one: once, before processes fork."""
        if any(
            not self.pictures.has(picture_key(job.plan))
            for job in jobs
            for output in self.picked(job.plan.outline, job.stale)
            if isinstance(output, Made) and output.path == "og.png"
        ):
            from sitegen.render import pictures  # noqa: F401

    def headers(self, plan: SitePlan, path: str) -> Hashes:
        """The hashes of all that the pages of a site may carry inline, for one of its header files: its key names their
        sheets."""
        sheets, keys = self.makers[plan.outline.theme].sheets, plan.outline.keys
        used = [sheets.parts(bits) for bits in named(keys[path]) if bits]
        styles = frozenset([sheets.sheet(plan.view.accent, parts).hash for parts in used])
        loads = SCRIPT in keys
        scripts = {sheets.script.hash, *([sheets.search.hash, sheets.offline.hash] if loads else [])}
        return Hashes(styles, frozenset(scripts), loads)

    def _filler(self, plan: SitePlan) -> Filler:
        return Filler(self.makers[plan.outline.theme], plan.site, plan.view)


_KNOWN: dict[Theme, Templates] = {}


def _known(theme: Theme, memory: Memory | None) -> Templates:
    """A theme's templates. A preview builds again and again with the same theme, and a theme is all that they know."""
    known = _KNOWN.pop(theme, None)
    if known is None:
        known = Templates(theme, memory)
    _KNOWN[theme] = known
    if len(_KNOWN) > MOST_THEMES:
        del _KNOWN[next(iter(_KNOWN))]  # that which was asked for longest ago
    return known


# Files that code makes for the real site, by their path (`plan.machines.MADE`).
MADE: dict[str, Callable[[Workshop, SitePlan], bytes]] = {
    ".htaccess": lambda shop, plan: apache(plan.view, shop.headers(plan, ".htaccess")),
    SECURITY: lambda _, plan: security_txt(plan.view),
    "_headers": lambda shop, plan: netlify(plan.view, shop.headers(plan, "_headers")),
    "manifest.webmanifest": lambda _, plan: manifest(plan.view),
    "og.png": lambda shop, plan: shop.picture(plan),
}


def picture_key(plan: SitePlan) -> str:
    """The name of a site's picture between builds: what it shows, and who draws it."""
    return digest(versions.maker(), picture_of(plan.view))


def chrome_digest(templates: Templates, maker: str) -> str:
    """The digest of all that a theme's site partials and files are made from, but the site."""
    own = sorted((n, d) for n, d in templates.digests.items() if n.startswith(("partials/", "files/")))
    return digest(maker, templates.theme.script, tuple(own))


# -- processes ---------------------------------------------------------------------------------------------------

_shift: tuple[Workshop, list[Job]] | None = None


def _enter(workshop: Workshop, jobs: list[Job]) -> None:
    global _shift
    mortal()
    _shift = (workshop, jobs)


def _do(number: int) -> Done:
    """A job by its number: a plan is heavy, and with fork each worker has all of them already."""
    assert _shift is not None
    workshop, jobs = _shift
    return workshop.make(jobs[number])


Crew = Callable[..., "Executor"]
"""Makes an Executor of so many workers, who call `initializer` with `initargs` first: as `ProcessPoolExecutor` does."""


def local(workers: int, **first: Any) -> "Executor":
    """Processes of this machine, which end with this one."""
    from concurrent.futures import ProcessPoolExecutor  # as all of these: most builds of an edit need one process
    from multiprocessing import get_context

    return ProcessPoolExecutor(workers, get_context(start_method()), **first)


def make_all(workshop: Workshop, jobs: list[Job], processes: int, crew: Crew = local) -> Iterable[Done]:
    """Does all jobs, in order of their list; the same bytes for any number of processes, whatever started them.

    Each worker has to be a process (programs, limits and names of files are those of one) and to see project and output
    under the same paths. Raises Refused if one was lost: nothing is published then, and the next build goes on.
    """
    if processes <= 1 or len(jobs) <= 1:
        yield from map(workshop.make, jobs)
        return
    from concurrent.futures import BrokenExecutor

    gc.collect()
    gc.freeze()  # what is there stays where it is: workers then share its memory
    try:
        with crew(processes, initializer=_enter, initargs=(workshop, jobs)) as pool:
            yield from pool.map(_do, range(len(jobs)))
    except BrokenExecutor as error:
        raise Refused(problem("worker-died", Place(shown(workshop.dest)))) from error
    finally:
        gc.unfreeze()


TOO_COSTLY = Parsed(
    *((), "", (), (), 0),
    flaws=(Flaw("text-too-costly", 1, 1, (("memory", str(MEMORY >> 20)), ("seconds", str(SECONDS)))),),
)
"""What stands for a Text that could not be parsed within the limits. That is the machine's word, so nobody keeps it."""


def parse_all(texts: list[Text], processes: int, *, again: bool = False) -> Iterator[Packed | None]:
    """Parses Texts, in the order of their list, under supervision; None stands for one that is too costly. Raises
    Refused if several are too costly, or so slow together that not all were tried. Workers begin at once. Will this
    process parse `again`, it makes ready for that itself; so it does for many texts."""
    if not texts:
        return iter(())
    if start_method() == "fork" and (again or len(texts) > CHUNK):
        from sitegen.render.markdown import ready  # with all that parsing needs, and that most builds do not

        for lang in dict.fromkeys(text.lang for text in texts):
            ready(lang)  # else each worker does, which takes it longer than some Texts
    return _parsed(texts, each(parse, texts, processes))


def _parsed(texts: list[Text], made: Iterable[Packed | Slow | Ended]) -> Iterator[Packed | None]:
    costly: list[Problem] = []
    slow: list[Problem] = []
    all_tried = True
    for text, found in zip(texts, made, strict=True):
        if isinstance(found, Slow):
            slow.append(problem("text-slow", _begins(text), seconds=str(SLOW), budget=str(BUDGET)))
            found = found.result
        if not isinstance(found, Ended):
            yield found
            continue
        all_tried &= found.tried
        if found.tried:
            (flaw,) = TOO_COSTLY.flaws
            costly.append(Problem(flaw.rule, _begins(text), flaw.args))
        yield None
    if not all_tried:
        raise Refused(*costly, *slow)


def parse(text: Text) -> Packed:
    """A Text parsed, as bytes: values take three times as long to be sent."""
    from sitegen.render import markdown

    return packed(*markdown.parse(text))


def _begins(text: Text) -> Place:
    at = next(iter(text.segments), Segment(1, "content", 0))
    return Place(at.file, at.line)


Converted = list[tuple[Variant, bytes]] | Flaw


def _convert(source: str, original: str) -> Converted:
    """The sizes of the picture in a file whose bytes must still have the digest `original`."""
    from sitegen.render import pictures

    return pictures.convert(_read_again(source, original))


def _read_again(source: str, known: str) -> bytes:
    """The bytes of a file of the project, whose SHA-256 must still be the one that is `known`."""
    try:
        data = read_regular(source, follow=True)
    except OSError as error:
        raise refusal(error, source) from error
    if sha256(data, usedforsecurity=False).hexdigest() != known:
        raise Refused(problem("output-source-changed", Place(shown(source)), path=shown(source)))
    return data


def convert_all(sources: list[str], originals: list[str], processes: int) -> Iterable[Converted]:
    """Converts pictures, in the order of their list. Few at once: each may take some hundred megabytes."""
    count = min(processes, len(sources), CONVERTING)
    if count <= 1:
        yield from map(_convert, sources, originals)
        return
    from concurrent.futures import BrokenExecutor

    try:
        with local(count, initializer=mortal) as pool:
            yield from pool.map(_convert, sources, originals)
    except BrokenExecutor as error:
        raise Refused(problem("worker-died", Place("content"))) from error
