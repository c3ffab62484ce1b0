"""What an earlier build found out about templates holds for templates with the same text, and for no others."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment

from sitegen import work
from sitegen.model.project import Theme
from sitegen.problems import Place
from sitegen.read.readings import Readings
from sitegen.read.theme import ThemeReader
from sitegen.render.templates import Templates
from sitegen.write.rows import RowStore
from tests.conftest import GOOD, REPO, Build, MakeProject, Tree
from tests.render.samples import theme

PLAIN = {"a.html": "{% extends 'base.html' %}{{ site.name }}", "base.html": "{% include 'b.html' %}", "b.html": "x"}
PARTED = {"a.html": "{{ partials.head }}{{ site.name|upper }}", "b.html": "{{ partials.footer }}"}


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of templates as they are parsed."""
    names: list[str] = []
    parse = Environment.parse

    def told(self: Environment, source: str, name: str | None = None, filename: str | None = None) -> object:
        names.append(name or "")
        return parse(self, source, name, filename)

    monkeypatch.setattr(Environment, "parse", told)
    return names


def looked(folder: Path, asked: Theme) -> Templates:
    """The templates of a theme beside the rows in a folder, which a build would write."""
    readings = Readings().beside(RowStore(str(folder), "maker"))
    templates = Templates(asked, readings)
    readings.save()
    return templates


def told(templates: Templates) -> object:
    return templates.closures, templates.shown, templates.digests, templates.direct, templates.problems


@pytest.mark.parametrize("asked", [theme(PLAIN), theme(PARTED), ThemeReader(REPO, 1, []).theme("default", Place("x"))])
def test_what_is_known_is_what_is_found(tmp_path: Path, parsed: list[str], asked: Theme) -> None:
    first = looked(tmp_path, asked)
    assert parsed == sorted(name for name, _ in asked.templates)
    assert told(first) == told(Templates(asked))
    parsed.clear()
    assert told(looked(tmp_path, asked)) == told(first)
    assert parsed == []


def test_only_what_is_rendered_is_parsed(tmp_path: Path, parsed: list[str]) -> None:
    asked = theme(PLAIN)
    looked(tmp_path, asked)
    parsed.clear()
    later = looked(tmp_path, asked)
    for _ in range(2):
        assert later.render("b.html", "id", {}) == "x"
    assert parsed == ["b.html"]
    assert later.render("a.html", "id", {}) == Templates(asked).render("a.html", "id", {})


def test_what_is_made_ready_is_what_a_page_is_made_of(tmp_path: Path, parsed: list[str]) -> None:
    asked = theme({**PLAIN, "base.html": "{{ partials.head }}{% if 0 %}{% include 'b.html' %}{% endif %}"})
    looked(tmp_path, asked)
    parsed.clear()
    later = looked(tmp_path, asked)
    later.ready("a.html")
    made = parsed.copy()
    assert made == ["a.html", "base.html", "partials/head.html"]
    later.render("a.html", "id", {"partials": {"head": ""}, "site": {"name": ""}})
    later.environment.get_template("partials/head.html")
    assert parsed == made


@pytest.mark.parametrize(
    "fault",
    ["{% if %}", "{{ 1|nowhere }}", "{% include 'missing.html' %}", "{% include site.name %}", "{{ '\ue000' }}"],
)
def test_a_fault_is_found_each_time(tmp_path: Path, fault: str) -> None:
    asked = theme({**PLAIN, "a.html": fault})
    found = [looked(tmp_path, asked).problems for _ in range(3)]
    assert found[0]
    assert found == [Templates(asked).problems] * 3


def test_what_led_somewhere_may_lead_nowhere(tmp_path: Path) -> None:
    looked(tmp_path, theme(PLAIN))
    fewer = theme({name: text for name, text in PLAIN.items() if name != "b.html"})
    (found,) = looked(tmp_path, fewer).problems
    assert (found.rule, found.args) == ("template-missing", (("name", "b.html"),))


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda data: data.replace(b"base", b"b.ht"), lambda _: b""])
def test_damage_costs_time_only(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    asked = theme(PLAIN)
    looked(tmp_path, asked)
    rows = tmp_path / "rows.json"
    rows.write_bytes(damage(rows.read_bytes()))
    assert told(looked(tmp_path, asked)) == told(Templates(asked))


@pytest.mark.parametrize("row", [[], [["b.html"], []], [["b.html"], [], 1], ["b.html", [], True], [[1], [], True], 7])
def test_what_is_no_look_is_not_believed(tmp_path: Path, parsed: list[str], row: object) -> None:
    asked = theme(PLAIN)
    looked(tmp_path, asked)
    (tmp_path / "rows.json").unlink()
    names: list[str] = []

    class Noted(Readings):
        def name(self, what: str, *key: str | int) -> str:
            names.append(super().name(what, *key))
            return names[-1]

    store = RowStore(str(tmp_path), "maker")
    Templates(asked, Noted().beside(store))
    for name in names:
        store.add(name, row)
    store.save()
    parsed.clear()
    assert told(looked(tmp_path, asked)) == told(Templates(asked))
    assert parsed == sorted(name for name, _ in asked.templates) * 2


def test_a_new_process_parses_what_it_renders(
    project: MakeProject, run_build: Build, tree: Tree, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(GOOD)
    template = root / "themes/default/templates/article.html"
    for number, edit in enumerate((b"", b"<!-- lain -->")):
        template.write_bytes(template.read_bytes() + edit)
        monkeypatch.setattr(work, "_KNOWN", {})
        parsed.clear()
        assert not run_build(root).failed
        assert (len(parsed) > 60) is (number == 0)
        assert "article.html" in parsed
    later = tree(root / "dist/satu.example")
    shutil.rmtree(root / "dist")
    shutil.rmtree(root / ".sitegen")
    monkeypatch.setattr(work, "_KNOWN", {})
    run_build(root)
    assert tree(root / "dist/satu.example") == later
