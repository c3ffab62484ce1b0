"""The schemas say what reading says: every good file validates, what they refuse is refused on reading too."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from sitegen import values
from sitegen.problems import Place, Problem
from sitegen.read.scalars import SCALARS
from sitegen.read.schema import convert
from sitegen.read.source import Scalar
from sitegen.rules import RULES
from sitegen.schemas.files import text_of
from sitegen.schemas.shapes import scalar
from sitegen.schemas.table import SCHEMAS
from sitegen.schemas.words import WORDS
from tests.conftest import GOOD, REPO, REWRITE, add_theme, write
from tests.schemas.instances import flaws, found, plain
from tests.wrong.test_wrong import CASES, HERE, overlay

KEPT = REPO / "docs/schemas"
PAGE = REPO / "docs/schema.md"
START, END = "<!-- hanya-check -->\n", "<!-- akhir -->\n"
# Rules about the shape of what is written: a schema can see nothing else.
OF_SHAPE = {
    *("key-missing", "key-unknown", "key-misspelled", "key-of-other-kind", "front-matter-not-keys"),
    *("override-mode", "override-section-missing", "policy-in-override", "group-members", "identity-incomplete"),
    *("match-unknown", "translation-base-missing"),
    *(name for name in RULES if name.startswith("value-")),
}


def test_kept_schemas_are_those_that_are_made() -> None:
    if REWRITE:
        for name in SCHEMAS:
            (KEPT / f"{name}.json").write_text(text_of(name), encoding="utf-8")
    kept = {path.name: path.read_text("utf-8") for path in KEPT.iterdir()}
    assert kept == {f"{name}.json": text_of(name) for name in SCHEMAS}, "SITEGEN_REWRITE=1 rewrites them"


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema_of_both_drafts(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(text_of(name)))
    Draft7Validator.check_schema(json.loads(text_of(name)))


def keys(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for name in ("properties", "patternProperties"):
            for key, inner in schema.get(name, {}).items():
                if inner is not False:
                    yield key, inner
        for inner in schema.values():
            yield from keys(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from keys(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_described(name: str) -> None:
    conditions = {"status", "override"}  # also stand in `if`, which is shown to nobody
    lacking = [key for key, inner in keys(SCHEMAS[name].json()) if "description" not in inner and key not in conditions]
    assert lacking == []


def test_no_word_is_left_over() -> None:
    for kind, words in WORDS.items():
        fields = {field.metadata.get("key", field.name) for field in values.fields(kind)}
        assert set(words) <= fields, kind


@pytest.mark.parametrize("folder", [".", "tests/golden/network", "tests/page/network"])
def test_real_content_and_fixtures_are_valid(folder: str) -> None:
    values = list(found(REPO / folder))
    assert {file: said for file, name, value in values if (said := flaws(name, value))} == {}
    assert len({name for _, name, _ in values}) > (1 if folder == "tests/page/network" else 5)


# -- projects with a mistake -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """For each case of tests/wrong, what schemas find in it."""
    return {case: _refused(case, tmp_path_factory.mktemp(case)) for case in CASES}


def _refused(case: str, root: Path) -> list[str]:
    steps = HERE / case / "steps.txt"
    if steps.exists() and "build" in steps.read_text("utf-8").split():  # about what was published before
        return []
    write(root, GOOD)
    for name in ("content", "themes"):
        (root / name).mkdir(exist_ok=True)
    if case == "theme-strings" or (HERE / case / "themes").exists():
        add_theme(root)
    try:
        overlay(case, root)
    except OSError:  # about the theme, which this project does without
        return []
    return [f"{file}: {said}" for file, name, value in found(root) for said in flaws(name, value)]


def test_what_only_check_finds_is_told(refused: dict[str, list[str]]) -> None:
    """docs/schema.md lists the errors in what has a schema that no schema sees."""
    unseen = (case for case in CASES if RULES[case].severity == "error" and not refused[case])
    told = sorted(case for case in unseen if not case.startswith("yaml-") and _schemed(case))
    text = ", ".join(f"`{case}`" for case in told) + "\n"
    before, start, rest = PAGE.read_text("utf-8").partition(START)
    _, end, after = rest.partition(END)
    assert start and end
    whole = before + START + text + END + after
    if REWRITE:
        PAGE.write_text(whole, encoding="utf-8")
    assert PAGE.read_text("utf-8") == whole, "SITEGEN_REWRITE=1 rewrites it"


def _schemed(case: str) -> bool:
    """Whether the place of a case lies in what schemas look at: a YAML file, or a front matter that there is."""
    first = next(line for line in (HERE / case / "expected.txt").read_text("utf-8").split("\n") if f"[{case}]" in line)
    file, line, *_ = [*first.partition(" ")[0].rstrip(":").split(":"), ""]
    path = HERE / case / file
    front = file.endswith(".md")
    if not line or not path.is_file() or not (front or file.endswith(".yaml")):
        return False
    try:
        lines = path.read_text("utf-8").split("\n")
    except UnicodeDecodeError:
        return False
    return not front or (lines[0] == "---" and "---" in lines[max(1, int(line) - 1) :])


def test_the_good_project_is_valid(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    assert {file: flaws(name, value) for file, name, value in found(tmp_path) if flaws(name, value)} == {}


def test_what_is_of_the_wrong_shape_is_refused(refused: dict[str, list[str]]) -> None:
    assert {case for case in CASES if case in OF_SHAPE and not refused[case]} == set()


def test_nothing_is_refused_that_reading_takes(refused: dict[str, list[str]]) -> None:
    """A case that a schema refuses has a Problem of shape among those that reading finds."""
    wrong = {}
    del refused["translation-without-original"]  # nothing is asked of `translates:` where there is no original
    for case, said in refused.items():
        shown = (HERE / case / "expected.txt").read_text("utf-8")
        if said and not any(f"[{rule}]" in shown for rule in OF_SHAPE):
            wrong[case] = said
    assert wrong == {}


# -- values ------------------------------------------------------------------------------------------------------------


_PIECES = st.sampled_from(
    ["a", "Z", "0", "7", "32", ".", "-", "_", "/", ":", " ", "+", "(", "@", "id", "https://", "ya"]
)
_TEXTS = st.one_of(st.text(max_size=20), st.lists(_PIECES, max_size=12).map("".join))


@pytest.mark.parametrize("kind", SCALARS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=_TEXTS, quoted=st.booleans(), data=st.data())
def test_a_value_that_reading_takes_is_taken(kind: Any, text: str, quoted: bool, data: st.DataObject) -> None:
    if data.draw(st.booleans()):
        text = data.draw(st.from_regex(SCALARS[kind].pattern, fullmatch=True))
    text = text.strip()
    node = Scalar(text, Place("f", 1, 1), plain=not quoted)
    problems: list[Problem] = []
    value = convert(node, kind, problems)
    seen = text if quoted else plain(text)
    if problems or value is None:
        # Only conversions know more than the pattern: the calendar, ports, names that Windows keeps.
        assert not (quoted and SCALARS[kind].make is str and kind is not str and VALUES[kind].is_valid(text)), text
    elif seen is not None:
        assert VALUES[kind].is_valid(seen), (text, seen)


VALUES = {kind: Draft202012Validator(scalar(row)) for kind, row in SCALARS.items()}
