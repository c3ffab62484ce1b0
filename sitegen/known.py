"""The names that a project knows, for shells to complete: found quickly, and without a word about mistakes.

A person who presses the Tab key wants a name or nothing. So sites.yaml is parsed but not checked, content is listed
but not read, and what cannot be read has no names. Each function takes the project's folder and gives pairs: a name,
and a short word on it or "".
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from sitegen.model.kinds import BY_FOLDER
from sitegen.problems import Place
from sitegen.read.sites import SITES_FILE
from sitegen.read.source import LARGEST_YAML, Mapping, Node, Scalar, Sequence, get, parse_yaml, read_text
from sitegen.read.tree import walk
from sitegen.rules import RULES

Names = list[tuple[str, str]]
_LANGUAGE = re.compile(r"\.[a-z]{2,3}$")


def sites(root: Path) -> Names:
    """Ids of sites, with their domains."""
    listed = get(_sites_file(root), "sites")
    found = []
    for item in listed.items if isinstance(listed, Sequence) else ():
        if isinstance(item, Mapping):
            domain = _text(get(item, "domain"))
            found.append((_text(get(item, "id")) or domain.rpartition(".")[0], domain))
    return [(ident, domain) for ident, domain in found if ident]


def groups(root: Path) -> Names:
    """Ids of groups, with their titles."""
    node = get(_sites_file(root), "groups")
    entries = node.entries if isinstance(node, Mapping) else ()
    return [(key.text, _text(get(group, "title")) if isinstance(group, Mapping) else "") for key, group in entries]


def layers(root: Path) -> Names:
    """What may have an override: sites, and groups as `group:ID`."""
    return [*sites(root), *((f"group:{ident}", title) for ident, title in groups(root))]


def sources(root: Path) -> Names:
    """The files of documents in all layers, as paths in the project."""
    return [(f"content/{name}", "") for name, _folder, _slug in _documents(root)]


def documents(root: Path) -> Names:
    """Documents of all layers by folder and slug, as `sitegen override` takes them."""
    return [(name, "") for name in sorted({f"{folder}/{slug}" for _name, folder, slug in _documents(root)})]


def pages(root: Path) -> Names:
    """The pages of these documents, as `sitegen explain` takes them."""
    found = {BY_FOLDER[folder].path(slug) for _name, folder, slug in _documents(root)}
    return [(path, "") for path in sorted(found)]


def kinds(_root: Path) -> Names:
    """Kinds of document by their folders, as `sitegen new` takes them."""
    return [(folder, "") for folder in BY_FOLDER]


def rules(_root: Path) -> Names:
    """Ids of rules, with their weight."""
    return [(ident, RULES[ident].severity) for ident in sorted(RULES)]


def _sites_file(root: Path) -> Mapping:
    text = read_text(root, SITES_FILE, [], LARGEST_YAML)
    node = None if text is None else parse_yaml(text, SITES_FILE, [])
    return node if isinstance(node, Mapping) else Mapping((), Place(SITES_FILE))


def _documents(root: Path) -> Iterator[tuple[str, str, str]]:
    """Path below content/, folder and slug of each document."""
    for name in walk(root, "content"):
        parts = name.split("/")
        at = 1 if parts[0] == "shared" else 2
        if parts[0] in ("shared", "groups", "sites") and name.endswith(".md") and len(parts) == at + 2:
            folder, slug = parts[at], _LANGUAGE.sub("", parts[at + 1].removesuffix(".md"))
            if folder in BY_FOLDER:
                yield name, folder, slug


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""


# Which names a parameter of a command takes; the name of a parameter alone stands for it in every command.
BY_PARAMETER: dict[str, Callable[[Path], Names]] = {
    "site": sites,
    "sites": sites,
    "group": groups,
    "groups": groups,
    "override.site": layers,
    "override.path": documents,
    "rebase.site": layers,
    "rebase.path": documents,
    "minor.path": documents,
    "accept.paths": documents,
    "review.path": sources,
    "explain.path": pages,
    "new.kind": kinds,
    "rule.name": rules,
}
