"""The floors of the house: who may import whom, which file names which library, and who may print."""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "sitegen"
FILES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))

# From the top. A file may import from its own floor and from all below it.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("__main__.py",),
    ("cli.py",),
    ("commands/",),
    ("serve/",),
    (
        "console.py",
        "explained.py",
        "explained_words.py",
        "formats.py",
        "excerpt.py",
        "rulepage.py",
        "rulepage_words.py",
    ),
    ("signing.py",),
    (
        "explain.py",
        "accept.py",
        "review.py",
        "package.py",
        "package_guide.py",
        "rollback.py",
        "known.py",
        "overview/",
        "verify/",
        "schemas/",
        "diff/",
    ),
    ("build.py", "overrides.py", "new.py"),
    ("gallery.py", "stock.py"),
    ("work.py", "noop.py"),
    ("shelf.py",),
    (
        "opspage.py",
        "ops_index.py",
        "notices.py",
        "removals.py",
        "live.py",
        "room.py",
        "versions.py",
        "report.py",
        "options.py",
        "phrases.py",
        "days.py",
    ),
    ("read/", "plan/", "render/", "write/"),
    ("texts.py", "model/"),
    (
        "problems.py",
        "rules/",
        "digest.py",
        "touched.py",
        "git.py",
        "keys.py",
        "claimed.py",
        "language.py",
        "literal.py",
        "recurrence.py",
        "shipped.py",
        "slugs.py",
        "shards.py",
        "bounded.py",
        "supervised.py",
        "merge.py",
        "official.py",
        "offline.py",
        "urls.py",
        "values.py",
        "unicode.py",
        "locale.py",
        "words.py",
        "sshsig.py",
        "__init__.py",
    ),
)
ROOMS = ("read", "plan", "render", "write")
LIBRARIES: dict[str, frozenset[str]] = {
    "yaml": frozenset({"read/source.py"}),
    "msgspec": frozenset({"values.py"}),
    "markdown": frozenset({"render/converter.py"}),
    "merge3": frozenset({"merge.py"}),
    "zxingcpp": frozenset({"render/qr.py"}),
    "nh3": frozenset({"render/markdown.py"}),
    "jinja2": frozenset({"render/templates.py"}),
    "markupsafe": frozenset({"render/templates.py"}),
    "babel": frozenset({"locale.py"}),
    "rich": frozenset({"console.py"}),
    "livereload": frozenset({"serve/server.py"}),
    "tornado": frozenset({"serve/server.py"}),
    "watchfiles": frozenset({"serve/watch.py"}),
    "click": frozenset({"cli.py", "commands/", "console.py", "serve/run.py"}),  # the words of the command line
    "PIL": frozenset({"render/pictures.py"}),
    "snowballstemmer": frozenset({"render/stems.py"}),
    "icalendar": frozenset({"plan/calendars.py"}),
    "filelock": frozenset({"write/lock.py"}),
}
MAY_PRINT = frozenset({"cli.py", "commands/", "console.py", "serve/run.py"})


def tree_of(path: str) -> ast.Module:
    return ast.parse((PACKAGE / path).read_text("utf-8"))


def imports(path: str) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, also inside functions; `from sitegen import a` counts as `sitegen.a`."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import hides the floor"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner if file_of(inner) else str(node.module)), node.lineno


def file_of(module: str) -> str:
    """The file of a module of ours, "" for anything else."""
    if module != "sitegen" and not module.startswith("sitegen."):
        return ""
    path = module.removeprefix("sitegen").removeprefix(".").replace(".", "/")
    return next((p for p in (f"{path}.py", f"{path}/__init__.py".lstrip("/")) if p in FILES), "")


def among(path: str, names: Iterable[str]) -> bool:
    """Whether a file is named, itself or by its folder (`commands/`)."""
    return any(path == name or (name[-1] == "/" and path.startswith(name)) for name in names)


def floor(path: str) -> int:
    found = [n for n, names in enumerate(FLOORS) if among(path, names)]
    assert len(found) == 1, f"{path} has no floor: add it to FLOORS"
    return found[0]


def room(path: str) -> str:
    first = path.partition("/")[0]
    return first if first in ROOMS and "/" in path else ""


@pytest.mark.parametrize("path", FILES)
def test_floors(path: str) -> None:
    wrong = [
        f"{path}:{line} imports {target}"
        for module, line in imports(path)
        if (target := file_of(module)) and floor(target) < floor(path)
    ]
    assert not wrong


@pytest.mark.parametrize("path", [path for path in FILES if room(path)])
def test_rooms_do_not_know_each_other(path: str) -> None:
    wrong = [
        f"{path}:{line} imports {target}"
        for module, line in imports(path)
        if room(target := file_of(module)) not in ("", room(path))
    ]
    assert not wrong


@pytest.mark.parametrize("path", FILES)
def test_each_library_in_its_file(path: str) -> None:
    wrong = []
    for module, line in imports(path):
        top = module.partition(".")[0]
        if top not in sys.stdlib_module_names and top != "sitegen":
            assert top in LIBRARIES, f"{path}:{line} imports {top}: no file is named for it"
            if not among(path, LIBRARIES[top]):
                wrong.append(f"{path}:{line} imports {top}")
    assert not wrong


@pytest.mark.parametrize("path", [path for path in FILES if not among(path, MAY_PRINT)])
def test_only_the_surface_prints(path: str) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("print", "input", "breakpoint"), f"{path}:{node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sys":
            assert node.attr not in ("stdout", "stderr"), f"{path}:{node.lineno}"


@pytest.mark.parametrize("path", FILES)
def test_nothing_is_loaded_by_name_or_run(path: str) -> None:
    """No pickle or marshal from disk, no eval, no shell: rule 11 of safety.md. Two files run one program each,
    with a list of arguments: `git.py` asks git for a revision of the project, since git's store is for git alone to
    read; `sshsig.py` has OpenSSH sign and check, since keys are where it finds them."""
    for module, line in imports(path):
        assert module.partition(".")[0] not in ("pickle", "marshal", "shelve"), f"{path}:{line}"
        assert module.partition(".")[0] != "subprocess" or path in ("git.py", "sshsig.py"), f"{path}:{line}"
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("eval", "exec", "__import__"), f"{path}:{node.lineno}"
        if isinstance(node, ast.Attribute) and node.attr == "import_module":
            assert path == "cli.py", f"{path}:{node.lineno}"  # from the literal table of commands


# The door draws its secrets.
CLOCKS = ("days.py", "build.py", "touched.py", "noop.py", "serve/stage.py", "serve/door.py")


@pytest.mark.parametrize("path", [path for path in FILES if path not in CLOCKS])
def test_no_clock(path: str) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("now", "utcnow", "today") or _is_ours(node), f"{path}:{node.lineno}"
    named = {module for module, _ in imports(path)} & {"time", "random", "uuid", "secrets", "socket"}
    assert not named or (path, named) == ("verify/fetch.py", {"socket"})  # a site on the web is asked there alone


def _is_ours(node: ast.Attribute) -> bool:
    """`options.today` and the like are values, not clocks."""
    return not (isinstance(node.value, ast.Name) and node.value.id in ("dt", "datetime", "date")) and not (
        isinstance(node.value, ast.Attribute) and node.value.attr in ("date", "datetime")
    )
