"""The checklist of a portal of public health: one literal table of what it has to have and how that is seen.

Every row looks at the published files, never at what the plan or the theme promises. A tree that is not there is
"unbuilt"; what the one page of a kecamatan cannot have is "none".
"""

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.model.kinds import BY_ID
from sitegen.overview.facts import Finding
from sitegen.overview.published import Tree
from sitegen.plan.atoz import SITE_MAP
from sitegen.plan.search import INDEX, SCRIPT

CLICKS = 2
_HOME, _LOST = "index.html", "404.html"
_QUESTIONS = BY_ID["question"]

_Blanks = dict[str, object]
_Look = Callable[[Tree, frozenset[str]], tuple[bool | None, str, _Blanks]]


@dataclass(frozen=True, slots=True)
class Check:
    """A row: its id (the key of its words), how it is seen, whether it applies to a site of one page. What it sees:
    True, False, or None if there is nothing yet to look at; then the key of a note and its blanks."""

    id: str
    look: _Look
    single: bool = False


def _mobile(tree: Tree, _: frozenset[str]) -> tuple[bool | None, str, _Blanks]:
    return _all_have(tree, frozenset(tree.pages), lambda path: tree.pages[path].fits)


def _search(tree: Tree, _: frozenset[str]) -> tuple[bool | None, str, _Blanks]:
    targets = tree.pages[_HOME].searches if _HOME in tree.pages else ()
    if not targets:
        return False, "no-form", {}
    lacking = [path for path in (*targets, SCRIPT, INDEX) if not tree.has(path)]
    return (False, "lacking", {"path": lacking[0]}) if lacking else (True, "search-is", {"path": targets[0]})


def _print(tree: Tree, articles: frozenset[str]) -> tuple[bool | None, str, _Blanks]:
    paths = articles or frozenset({_HOME} & tree.pages.keys())
    return _all_have(tree, paths, lambda path: any(map(tree.has, tree.pages[path].sheets)))


def _share(tree: Tree, articles: frozenset[str]) -> tuple[bool | None, str, _Blanks]:
    return _all_have(tree, articles, lambda path: tree.pages[path].shared)


def _map(tree: Tree, articles: frozenset[str]) -> tuple[bool | None, str, _Blanks]:
    if SITE_MAP not in tree.pages:
        return False, "lacking", {"path": SITE_MAP}
    if _HOME not in tree.pages or SITE_MAP not in tree.pages[_HOME].links:
        return False, "unlinked", {"path": SITE_MAP}
    stem = SITE_MAP.removesuffix(".html") + "-"  # the pages of single letters
    parts = [SITE_MAP, *(path for path in tree.pages[SITE_MAP].links if path.startswith(stem) and path in tree.pages)]
    named = frozenset[str]().union(*(tree.pages[path].links for path in parts))
    return _counted(articles, named)


def _faq(tree: Tree, _: frozenset[str]) -> tuple[bool | None, str, _Blanks]:
    path = _QUESTIONS.list
    if path not in tree.pages:
        return False, "lacking", {"path": path}
    if _HOME not in tree.pages or path not in tree.pages[_HOME].links:
        return False, "unlinked", {"path": path}
    count = tree.text(path).count(f'id="{_QUESTIONS.anchor("")}')
    return count > 0, "questions", {"count": count}


def _tagline(tree: Tree, _: frozenset[str]) -> tuple[bool | None, str, _Blanks]:
    found = tree.tagline()
    return (True, "tagline-is", {"text": found}) if found else (False, "tagline-none", {})


def _clicks(tree: Tree, articles: frozenset[str]) -> tuple[bool | None, str, _Blanks]:
    if not articles:
        return None, "no-articles", {}
    far = tree.clicks()
    lost = sorted(articles - far.keys())
    if lost:
        return False, "unreached", {"path": lost[0], "count": len(lost)}
    most, path = max((far[path], path) for path in articles)
    name = "far" if most <= CLICKS else "too-far"
    return most <= CLICKS, name, {"clicks": most, "path": path, "count": len(articles)}


def _lost(tree: Tree, articles: frozenset[str]) -> tuple[bool | None, str, _Blanks]:
    if _LOST not in tree.pages:
        return False, "lacking", {"path": _LOST}
    page = tree.pages[_LOST]
    if _HOME not in page.links:
        return False, "lost-home", {}
    if articles and not (SITE_MAP in page.links and page.searches):
        return False, "lost-search", {}
    return True, "lost-is", {}


CHECKS: tuple[Check, ...] = (
    Check("mobile", _mobile, single=True),
    Check("search", _search),
    Check("print", _print, single=True),
    Check("share", _share),
    Check("map", _map),
    Check("faq", _faq),
    Check("tagline", _tagline, single=True),
    Check("clicks", _clicks),
    Check("lost", _lost, single=True),
)


def check(tree: Tree | None, articles: frozenset[str], *, single: bool) -> tuple[Finding, ...]:
    """All rows for a site whose articles have these paths; those that are not published are passed over."""
    found = []
    there = frozenset(articles & tree.pages.keys()) if tree else frozenset[str]()
    for row in CHECKS:
        if single and not row.single:
            found.append(Finding(row.id, "none", "one-page"))
        elif tree is None:
            found.append(Finding(row.id, "unbuilt", "not-published"))
        else:
            good, note, blanks = row.look(tree, there)
            state = "unbuilt" if good is None else "yes" if good else "no"
            found.append(Finding(row.id, state, note, tuple((k, str(v)) for k, v in sorted(blanks.items()))))
    return tuple(found)


def _all_have(tree: Tree, paths: frozenset[str], good: Callable[[str], bool]) -> tuple[bool | None, str, _Blanks]:
    if not paths:
        return None, "no-articles", {}
    return _counted(paths, {path for path in paths if good(path)})


def _counted(paths: frozenset[str], good: frozenset[str] | set[str]) -> tuple[bool | None, str, _Blanks]:
    bad = sorted(paths - good)
    if not paths:
        return None, "no-articles", {}
    if bad:
        return False, "some", {"count": len(paths) - len(bad), "total": len(paths), "path": bad[0]}
    return True, "all", {"total": len(paths)}
