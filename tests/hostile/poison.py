"""Poison for every value of a project: each is refused at its place, or it is in the output and changes nothing there.

All values of all YAML in a project get the same poison behind what they say. What reading refuses is noted and made
good again, until the project builds; so nobody has to list the fields, and a new one is tried on its first day.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from sitegen.problems import Problem
from sitegen.report import Report
from tests.conftest import build_project

Path_ = tuple[str | int, ...]
Spot = tuple[str, Path_]


class Wide(yaml.SafeDumper):
    """Each value on its own line, in double quotes: so a place names one value."""

    def ignore_aliases(self, data: Any) -> bool:
        """No anchors: reading refuses them."""
        return True


def parts(text: str) -> tuple[str, str, str]:
    """Front matter, if any: what is before, the YAML, and what follows."""
    if not text.startswith("---\n"):
        return "", text, ""
    end = text.index("\n---", 4) + 1
    return "---\n", text[4:end], text[end:]


def leaves(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """All values with their paths."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
    else:
        yield path, str(value)


def changed(value: Any, poison: str, spared: frozenset[Path_], path: Path_ = ()) -> Any:
    """The same values with poison behind each that is not spared."""
    if isinstance(value, dict):
        return {key: changed(inner, poison, spared, (*path, key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [changed(inner, poison, spared, (*path, number)) for number, inner in enumerate(value)]
    return value if path in spared else f"{value}{poison}"


def places(node: yaml.Node, path: Path_ = ()) -> Iterator[tuple[int, Path_]]:
    """The line of each value, from 0, and those of lists and mappings: the outer before the inner."""
    yield node.start_mark.line, path
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from places(item, (*path, number))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from places(value, (*path, key.value))


class Project:
    """A project whose YAML is poisoned, file by file."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, tuple[str, Any, str]] = {}
        for path in sorted([*root.rglob("*.yaml"), *root.rglob("*.md")]):
            if "themes/default" in path.as_posix() or ".sitegen" in path.parts:
                continue
            before, middle, after = parts(path.read_text(encoding="utf-8"))
            self.files[path.relative_to(root).as_posix()] = (before, yaml.load(middle, yaml.BaseLoader), after)
        self.all: frozenset[Spot] = frozenset(
            (file, path) for file, (_, value, _) in self.files.items() for path, _ in leaves(value)
        )

    def lay(self, poison: str, spared: set[Spot]) -> dict[tuple[str, int], list[Path_]]:
        """Writes all files; gives what begins on each line."""
        lines: dict[tuple[str, int], list[Path_]] = {}
        for file, (before, value, after) in self.files.items():
            mine = frozenset(path for name, path in spared if name == file)
            text = yaml.dump(changed(value, poison, mine), Dumper=Wide, default_style='"', width=10**6, sort_keys=False)
            (self.root / file).write_text(f"{before}{text}{after}", encoding="utf-8")
            first = 2 if before else 1
            for line, path in places(yaml.compose(text, yaml.BaseLoader) or yaml.ScalarNode("", "")):
                lines.setdefault((file, line + first), []).append(path)
        return lines

    def endured(
        self, poison: str, left_out: frozenset[Spot] = frozenset()
    ) -> tuple[set[Spot], set[Spot], list[Problem]]:
        """Builds until nothing is refused: values that carry the poison, those that were refused at their own place,
        and Problems that name no poisoned value."""
        spared = set(left_out)
        refused: set[Spot] = set()
        strange: list[Problem] = []
        for _ in range(30):
            lines = self.lay(poison, spared)
            report = self.build()
            errors = [found for found in report.problems if found.severity == "error"]
            if not errors:
                assert not report.failed
                return set(self.all) - spared, refused, strange
            before = len(spared)
            for found in errors:
                hit = self._hit(found, lines, spared)
                if hit:
                    refused |= hit
                    spared |= hit
            if len(spared) == before:  # a consequence: named where the other end stands
                strange += errors
                for found in errors:
                    spared |= {spot for spot in self.all if spot[0] == found.place.file}
                assert len(spared) > before, [(str(f.place), f.rule, f.args, f.others) for f in errors]
        raise AssertionError("it never builds")

    def build(self) -> Report:
        """As the files are now; what was published before is of no matter."""
        shutil.rmtree(self.root / "dist", ignore_errors=True)
        return build_project(self.root)

    def _hit(self, found: Problem, lines: dict[tuple[str, int], list[Path_]], spared: set[Spot]) -> set[Spot]:
        """The poisoned value at a Problem's place, or those in the smallest list or mapping that begins there."""
        hit: set[Spot] = set()
        for place in (found.place, *found.others):
            for path in reversed(lines.get((place.file, place.line), [])):
                inside = {spot for spot in self.all if spot[0] == place.file and spot[1][: len(path)] == path} - spared
                if inside:
                    hit |= inside
                    break
        return hit
