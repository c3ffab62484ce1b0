"""Explaining one page of one site: where each part of it comes from, and what the next build would do with it.

Nothing is written, not even the cache of parsed texts.
"""

import datetime as dt
import os
import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from sitegen import locale
from sitegen.build import Prepared, prepare
from sitegen.days import JAKARTA
from sitegen.keys import PAGE_PARTS, SITE_PARTS, differing
from sitegen.model.document import Text
from sitegen.model.explanation import (
    CardList,
    DocumentUse,
    Explanation,
    FactUse,
    HeadingUse,
    Origin,
    PageUse,
    Rebuilt,
)
from sitegen.model.output import Copy, Data, Joined, Made, Output, Page, Scaled, SiteFile, SitePlan, lang_of
from sitegen.model.parsed import Heading, Parsed
from sitegen.model.site import Site
from sitegen.options import Options
from sitegen.plan.selection import Placed, Selection, selections
from sitegen.problems import Place, Problem, Refused, Severity, merged, problem
from sitegen.read.origins import Origins, runs
from sitegen.read.schema import nearest
from sitegen.texts import place_in_text
from sitegen.unicode import folded
from sitegen.urls import canonical_path
from sitegen.values import replace
from sitegen.work import TOO_COSTLY, parse_all
from sitegen.write import state as memory
from sitegen.write.files import read_regular
from sitegen.write.manifest import read as read_manifest
from sitegen.write.texts import unpacked

Progress = Callable[[str, int, int], None]
_LAYER = re.compile(r"content/(?:shared|groups/[^/]+|sites/[^/]+)/")
_NAME = re.compile(r"(?P<name>.*?)(?:\.(?P<lang>[a-z]{2,3}))?\.md")
_HEADING = re.compile(r" *(#{2,4})[ \t]+\S")
_ID = re.compile(r"\{[^}]*#([^\s}]+)[^}]*\}[ \t]*#*[ \t]*$")


def explain(options: Options, path: str, progress: Progress) -> Explanation:
    """Explains `path` of the one site that `options` name; raises Refused for a path or site that is none."""
    problems: list[Problem] = []
    prepared = prepare(replace(options, sites=()), problems, progress)
    errors = tuple(p for p in merged(problems) if p.severity is Severity.ERROR)
    wanted, sites = options.sites[0].casefold(), prepared.project.sites
    number = next((n for n, s in enumerate(sites) if wanted in (s.id.casefold(), s.host)), None)
    if number is None:
        near = nearest(wanted, tuple(site.id for site in sites))
        raise Refused(problem("explain-site", Place("--site"), site=options.sites[0], near=near), *errors)
    site = sites[number]
    planned = next((p for p in prepared.plan.sites if p.site.id == site.id), None)
    if planned is None:  # its theme cannot be read
        raise Refused(*errors)
    selection = next(s for s in selections(prepared.project) if s.mask >> number & 1)
    origins = Origins(options.root, site.id)
    number = next(n for n, site in enumerate(prepared.project.sites) if site.id == planned.site.id)
    waiting = {offer.path: offer.policy for offer in prepared.project.offers if offer.waiting >> number & 1}
    output = _output(_inside(path, options, site), selection, planned, origins, options, errors, waiting)
    placed = _placed(output, selection)
    return Explanation(
        _page(output, placed, planned, prepared, options),
        origins.settings(),
        _document(placed, output, site, origins) if placed else None,
        _cards(output),
        _rebuilt(output, planned, options, len(errors)),
    )


# -- which page ------------------------------------------------------------------------------------------------------


def _inside(path: str, options: Options, site: Site) -> str:
    """What was asked for, as a path in the site or of a source: without what people paste before it."""
    path = path.strip().replace("\\", "/")
    for before in (site.base_url, f"{options.dest.as_posix()}/{site.domain}/", f"{options.dest.name}/{site.domain}/"):
        path = path.removeprefix(before)
    path = path.removeprefix(f"{options.root.as_posix()}/").removeprefix("./").lstrip("/")
    path = path.partition("#")[0].partition("?")[0]
    return f"{path}index.html" if not path or path.endswith("/") else path


def _output(
    path: str,
    selection: Selection,
    planned: SitePlan,
    origins: Origins,
    options: Options,
    errors: tuple[Problem, ...],
    waiting: Mapping[str, str],
) -> Output:
    """The output at a path, or of a document or copied file; raises Refused that says why there is none. `waiting` are
    the documents that wait for the site's office, with their policy."""
    outputs = {output.path: output for output in planned.outline.outputs}
    if path in outputs:
        return outputs[path]
    name, lang = _LAYER.sub("", path), ""
    source = _NAME.fullmatch(name)
    if source:
        name, lang = source["name"], source["lang"] or "id"
    found = [
        p for p in (*selection.shown, *selection.gone)
        if p.edition.path == name and lang in ("", p.edition.lang) and p.path in outputs
    ]  # fmt: skip
    if found:
        return outputs[min(found, key=lambda p: selection.languages.index(p.edition.lang)).path]
    if f"{path}.html" in outputs:
        return outputs[f"{path}.html"]
    for output in planned.outline.outputs:
        if folded(output.path) == folded(path) or (isinstance(output, Copy | Scaled) and output.source == path):
            return output
    name = name.removesuffix(".html")
    if name in waiting:
        place = Place(f"content/shared/{name}.md")
        held = problem("explain-waiting", place, path=name, site=planned.site.id, policy=waiting[name])
        raise Refused(held, *errors)
    known = origins.languages(name)
    if known and lang in ("", *known):
        chosen = lang if lang in known else next((one for one in planned.site.languages if one in known), known[0])
        raise Refused(origins.absent(name, chosen, options.today, options.drafts), *errors)
    near = nearest(path, (*outputs, *(p.edition.path for p in selection.shown)))
    raise Refused(problem("explain-unknown", Place(path), path=path, site=planned.site.id, near=near), *errors)


def _placed(output: Output, selection: Selection) -> Placed | None:
    """The document whose page this is, or whose old address."""
    for placed in (*selection.shown, *selection.gone):
        if output.path in (placed.path, *(placed.folder + alias for alias in placed.edition.meta.aliases)):
            return placed
    return None


def _page(output: Output, placed: Placed | None, planned: SitePlan, prepared: Prepared, options: Options) -> PageUse:
    site, theme = planned.site, planned.outline.theme
    template = output.template if isinstance(output, Page | SiteFile) else ""
    templates = prepared.workshop.templates[theme]
    uses = sorted(templates.closures.get(template, frozenset()) - {template})
    if isinstance(output, Page):
        special = {"redirect.html": "redirect", "tombstone.html": "tombstone"}.get(template)
        kind = special or (placed.kind.id if placed else template.rpartition(".")[0])
    else:
        kind = "file" if isinstance(output, SiteFile | Made) else "copy"
    return PageUse(
        site.id, site.name, output.path, _shown(options.dest / site.domain / output.path, options.root),
        site.base_url + canonical_path(output.path), kind,
        lang_of(output.shown().view) if isinstance(output, Page) else "",
        templates.place(template).file if template else "",
        tuple(templates.place(name).file for name in uses),
        output.source if isinstance(output, Copy | Scaled) else output.origin,
    )  # fmt: skip


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _cards(output: Output) -> tuple[CardList, ...]:
    if not isinstance(output, Page):
        return ()
    return tuple(CardList(name, tuple(use.card.title for use in uses)) for name, uses in output.shown().cards if uses)


# -- its document ----------------------------------------------------------------------------------------------------


def _document(placed: Placed, output: Output, site: Site, origins: Origins) -> DocumentUse:
    """The document's layers and fields; its body only on the page that shows it."""
    edition = placed.edition
    stack = origins.stack(edition.path, edition.lang)
    text = origins.text(stack)
    shows_body = isinstance(output, Page) and output.shown().body is not None
    parsed = _parsed(text) if shows_body else None
    gone = edition.gone
    return DocumentUse(
        edition.path,
        origins.layers(stack, text),
        origins.fields(stack),
        origins.targeting(stack),
        ("held " if gone.held else "expired " if gone.expired else "withdrawn ") + gone.on.isoformat() if gone else "",
        runs(stack, text) if parsed else (),
        origins.blocks(stack, text) if parsed else (),
        tuple(_headings(text, parsed.headings)) if parsed else (),
        _facts(text, parsed, site, origins) if parsed else (),
    )


def _headings(text: Text, headings: tuple[Heading, ...]) -> list[HeadingUse]:
    """The headings with the lines that they stand on, found again in their order: by id if one is written, else by
    words, else (words may hold markup and facts) the next one of its level."""
    lines: list[tuple[int, int, str, str]] = []
    for number, line in enumerate(text.source.split("\n"), 1):
        mark = _HEADING.match(line)
        if mark:
            named = _ID.search(line)
            words = _letters(line[mark.end(1) : named.start() if named else None])
            lines.append((number, len(mark[1]), named[1] if named else "", words))
    found = []
    for heading in headings:
        same = [(n, line) for n, line in enumerate(lines) if line[1] == heading.level and line[2] in ("", heading.id)]
        said = [_letters(one) for one in heading.title.split()]
        sure = [n for n, line in same if line[2] or all(one in line[3] for one in said)]
        at = sure[0] if sure else same[0][0] if same else None
        where = ""
        if at is not None:
            place = place_in_text(text, lines[at][0], 1)
            where = f"{place.file}:{place.line}"
            lines = lines[at + 1 :]
        found.append(HeadingUse(heading.level, heading.id, heading.title, where))
    return found


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _parsed(text: Text) -> Parsed:
    (packed,) = parse_all([text], 1)
    return unpacked(packed) if packed else TOO_COSTLY


def _facts(text: Text, parsed: Parsed, site: Site, origins: Origins) -> tuple[FactUse, ...]:
    """The facts in their order in the text; the same one with the same default is told once."""
    having = {fact.name: fact for fact in site.facts}
    contexts = {use.number: use.context for use in parsed.slots}
    told: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for number, slot in enumerate(text.slots):
        context = contexts.get(number, "text")
        default = slot.default or "" if slot.name not in having else ""
        told.setdefault((slot.name, default), []).append((f"{slot.file}:{slot.line}", context))
    found = []
    for (name, default), uses in told.items():
        fact = having.get(name)
        origin, hidden = origins.fact(name) if fact else (Origin("text", uses[0][0]), ())
        value = fact.value if fact else default
        if fact and fact.type == "date":
            value = locale.long_date(dt.date.fromisoformat(value), text.lang)
        found.append(FactUse(name, value, origin, hidden, tuple(dict.fromkeys(uses))))
    return tuple(found)


# -- what became of it -----------------------------------------------------------------------------------------------


def _rebuilt(output: Output, planned: SitePlan, options: Options, errors: int) -> Rebuilt:
    """Compares the plan with what is published and remembered, as a build would."""
    folder = os.path.join(options.dest, planned.site.domain)
    found = read_manifest(folder)
    if found is None:
        reasons = ["unpublished"]
        written = ""
    else:
        manifest, digest = found
        written, state = _published(os.path.join(folder, output.path), manifest.files.get(output.path))
        reasons = [*_compared(output, planned, memory.load(options.dest), digest), *state]
    makes = [reason for reason in reasons if reason != "edited"]
    verdict = "blocked" if errors else "make" if makes else "keep"
    return Rebuilt(verdict, tuple(dict.fromkeys(reasons)), written, errors)


def _published(file: str, entry: object) -> tuple[str, list[str]]:
    """When the published bytes were written, and what somebody did to them since."""
    try:
        data = read_regular(file)
        written = dt.datetime.fromtimestamp(os.stat(file).st_mtime, JAKARTA).isoformat(timespec="minutes")
    except OSError:
        return "", ["removed"] if entry else []
    if entry is None:
        return written, ["foreign"]
    altered = sha256(data, usedforsecurity=False).hexdigest() != getattr(entry, "sha256", "")
    return written, ["edited"] if altered else []


def _compared(output: Output, planned: SitePlan, previous: memory.State, digest: str) -> list[str]:
    known = previous.sites.get(planned.site.id)
    if known is None or known.outline not in previous.outlines:
        return ["forgotten"]
    if known.manifest != digest:
        return ["other-tree"]
    reasons = []
    if known.site_key != planned.key:
        parts = differing(known.site_key, planned.key, SITE_PARTS)
        reasons += [f"site-{part}" for part in parts] or ["site-unknown"]
    old = previous.outlines[known.outline].get(output.path)
    if old is None:
        reasons.append("new")
    elif old != output.key:
        reasons += _page_parts(output, old)
    return reasons


def _page_parts(output: Output, old: str) -> list[str]:
    if isinstance(output, Copy | Scaled | Data | Joined | Made):
        return ["page-bytes"]
    if isinstance(output, SiteFile):
        return ["page-template"]
    parts = differing(old, output.key, PAGE_PARTS)
    # The hint for fields is on template and fields together: with another template it says nothing of them.
    return [f"page-{part}" for part in parts if part != "fields" or "template" not in parts] or ["page-unknown"]
