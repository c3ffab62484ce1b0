"""What nouns are made of: values that stay, alike whether msgspec or dataclasses made their class; and which did."""

import ast
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from sitegen.digest import digest
from sitegen.values import Field, Frozen, fields, is_value, plain, replace
from tests.house.command import REPOSITORY, python


class Leaf(Frozen):
    name: str
    number: int = 0


class Twig(Frozen):
    name: str
    number: int = 0


class Bud(Leaf, kw_only=True):
    leaves: tuple[Leaf, ...]
    open: bool = False


class Tree(Frozen, dict=True):
    leaf: Leaf
    rest: tuple[Leaf, ...] = ()

    @cached_property
    def seen(self) -> list[Leaf]:
        return [self.leaf, *self.rest]


def test_a_value_stays_as_it_was_made() -> None:
    leaf: Any = Leaf("a")
    with pytest.raises(AttributeError):
        leaf.name = "b"
    with pytest.raises(AttributeError):
        leaf.other = "b"
    assert replace(leaf, name="b") == Leaf("b")
    assert leaf == Leaf("a")


def test_equal_are_those_of_one_class() -> None:
    same: Any = Twig("a")
    assert same != Leaf("a")
    assert len({Leaf("a"), Leaf("a", 0), same}) == 2


def test_replace_knows_the_fields() -> None:
    wrong: dict[str, Any] = {"nmae": "b"}
    with pytest.raises(TypeError):
        replace(Leaf("a"), **wrong)
    assert replace(Bud("a", leaves=()), number=2) == Bud("a", 2, leaves=())


def test_a_value_comes_back_from_another_process() -> None:
    for value in (Bud("a", leaves=(Leaf("b"),)), Tree(Leaf("a"), (Leaf("b", 2),))):
        assert pickle.loads(pickle.dumps(value)) == value
    tree = Tree(Leaf("a"))
    assert tree.seen is tree.seen


def test_digests_are_those_of_a_dataclass() -> None:
    def made(kind: type) -> Any:
        return dataclass(frozen=True)(type(kind.__name__, (), {"__annotations__": kind.__annotations__}))

    leaf, tree = made(Leaf), made(Tree)
    assert digest(Tree(Leaf("a"), (Leaf("b", 2),))) == digest(tree(leaf("a", 0), (leaf("b", 2),)))


def test_fields_are_told_alike() -> None:
    @dataclass(frozen=True)
    class Like:
        name: str
        leaves: tuple[Leaf, ...]
        number: int = 0
        open: bool = field(default=False, metadata={"key": "buka"})
        more: list[str] = field(default_factory=list)

    assert fields(Bud) == (
        Field("name", True, None, {}),
        Field("number", False, 0, {}),
        Field("leaves", True, None, {}),
        Field("open", False, False, {}),
    )
    assert fields(Like) == (
        Field("name", True, None, {}),
        Field("leaves", True, None, {}),
        Field("number", False, 0, {}),
        Field("open", False, False, {"key": "buka"}),
        Field("more", False, None, {}),
    )
    assert [is_value(one) for one in (Leaf, Like, Leaf("a"), str, (), "a")] == [True, True, True, False, False, False]


def test_plain() -> None:
    assert plain(("a", Bud("b", leaves=(Leaf("c"),)), 1)) == ["a", ["b", 0, [["c", 0]], False], 1]


def loaded(code: str) -> set[str]:
    """The files of sitegen that are imported by this code."""
    told = "import sys; print(*[m.__file__ for n, m in sys.modules.items() if n.startswith('sitegen.')])"
    done = python(f"{code}; {told}", cwd=REPOSITORY)
    assert done.returncode == 0, done.stderr
    return {name for name in done.stdout.split() if name.endswith(".py")}  # a folder alone has no file


def frozen_dataclasses(path: Path) -> Iterator[ast.ClassDef]:
    """Those of a file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef) and any("frozen=True" in ast.unparse(how) for how in node.decorator_list):
            yield node


def test_what_every_build_loads_is_created_quickly() -> None:
    no_op = loaded("import sitegen.cli, sitegen.commands.build, sitegen.noop")
    files = sorted(loaded("import sitegen.build") - no_op)
    assert len(files) > 50
    needless = [
        f"{path}: {node.name}"
        for path in files
        for node in frozen_dataclasses(Path(path))
        if not any(isinstance(one, ast.AnnAssign) and "field(" in ast.unparse(one) for one in node.body)
    ]
    assert needless == [], "a Frozen of sitegen/values.py would do"
