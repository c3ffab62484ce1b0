"""The configuration of the CMS has what the schemas have, and nothing that would change files unasked."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import cli
from sitegen.model.kinds import BY_FOLDER
from sitegen.schemas.admin import INTEGRITY, VERSION
from sitegen.schemas.cms import Wanted, config
from sitegen.schemas.table import front_matter
from tests.conftest import GOOD, MakeProject

LAYERS = (("shared", "semua situs"), ("sites/satu", "satu"))
WANTED = Wanted("gitlab:dinas/naskah", LAYERS, ("umum",), ("id", "su"))


def collections(*, changed: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    for one in config(WANTED)["collections"]:
        if one["name"].endswith("-ubahan") == changed:
            yield one["folder"].rpartition("/")[2], one


def fields(many: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in many:
        yield one
        yield from fields(one.get("fields", []))
        yield from fields([one["field"]] if "field" in one else [])


def test_every_key_of_a_kind_can_be_filled_in() -> None:
    for folder, one in collections(changed=False):
        schema = front_matter(BY_FOLDER[folder])
        known = {key for key, made in schema["properties"].items() if made is not False}
        offered = {field["name"] for field in one["fields"] if field["widget"] != "hidden"}
        assert offered == known - {"translates", "override", "section", "base"} | {"body"}, one["name"]
        needed = {field["name"] for field in one["fields"] if field.get("required", True)} - {"body", "override"}
        assert needed == set(schema["else"]["required"]), one["name"]


def test_overrides_are_changed_and_not_begun() -> None:
    seen = list(collections(changed=True))
    assert len(seen) == len(BY_FOLDER)
    for _, one in seen:
        assert one["create"] is False
        assert not any(field.get("required", True) for field in one["fields"] if field["name"] != "body")
        assert {field["name"] for field in one["fields"] if field.get("readonly")} == {"override", "section", "base"}
        assert "policy" not in {field["name"] for field in one["fields"]}


def test_nothing_is_written_that_nobody_chose() -> None:
    """A default is written into a file that is only opened and saved: a published article became a draft that way."""
    every = [field for one in config(WANTED)["collections"] for field in fields(one["fields"])]
    assert [field for field in every if "default" in field or field.get("widget") == "boolean"] == []
    assert config(WANTED)["output"]["omit_empty_optional_fields"] is True


def test_names_are_told_apart_and_bodies_are_text() -> None:
    made = config(WANTED)["collections"]
    assert len({one["name"] for one in made}) == len(made)
    bodies = [field["widget"] for one in made for field in one["fields"] if field["name"] == "body"]
    assert bodies == ["text"] * len(made)  # rich text would write every paragraph anew


def test_languages_and_repository() -> None:
    assert config(WANTED)["backend"] == {"name": "gitlab", "repo": "dinas/naskah", "branch": "main"}
    assert config(WANTED)["i18n"]["omit_default_locale_from_filename"] is True
    alone = config(Wanted("", LAYERS, (), ("id",)))
    assert "i18n" not in alone
    assert not any("i18n" in one for one in alone["collections"])


# -- the command -----------------------------------------------------------------------------------------------------


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["--lang", "id", *words])


@pytest.fixture
def root(project: MakeProject) -> Path:
    return project(GOOD)


def folders(target: Path) -> set[str]:
    made = json.loads((target / "config.json").read_text("utf-8"))["collections"]
    return {one["folder"].rpartition("/")[0] for one in made}


def test_the_page_is_written_for_the_layers_that_were_asked_for(root: Path, tmp_path: Path) -> None:
    done = run("-C", str(root), "schema", "--cms", str(tmp_path / "a"))
    assert (done.exit_code, VERSION in done.output) == (0, True)
    assert folders(tmp_path / "a") == {"content/shared", "content/groups/bersama"}
    assert INTEGRITY in (tmp_path / "a/index.html").read_text("utf-8")
    assert run("-C", str(root), "schema", "--cms", str(tmp_path / "b"), "--site", "dua").exit_code == 0
    assert folders(tmp_path / "b") == {"content/sites/dua"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--cms", "x", "--site", "tiga"), 1, "option-site-unknown"),
        (("--cms", "x", "--group", "tiga"), 1, "option-group-unknown"),
        (("--cms", "x", "--repo", "dinas"), 2, "gitlab:nama/repo"),
        (("--site", "satu"), 2, "Pilih satu"),
        (("sites", "--all", "x"), 2, "Pilih satu"),
        (("artikle",), 2, "Mungkin maksud Anda: artikel"),
    ],
)
def test_mistakes_write_nothing(root: Path, tmp_path: Path, words: tuple[str, ...], code: int, said: str) -> None:
    target = tmp_path / "x"
    done = run("-C", str(root), "schema", *(str(target) if word == "x" else word for word in words))
    assert (done.exit_code, said in done.output) == (code, True), done.output
    assert not target.exists()


def test_sites_that_cannot_be_read(root: Path, tmp_path: Path) -> None:
    (root / "sites.yaml").write_text("sites: [{domain: a.example}]\n", encoding="utf-8")
    done = run("-C", str(root), "schema", "--cms", str(tmp_path / "x"))
    assert (done.exit_code, "key-missing" in done.output) == (1, True)


def test_one_and_all(tmp_path: Path) -> None:
    assert json.loads(run("schema", "theme").output)["title"] == "Tema"
    assert run("schema", "--all", str(tmp_path / "s")).exit_code == 0
    listed = [line.partition(":")[0] for line in run("schema").output.splitlines()]
    assert sorted(f"{name}.json" for name in listed) == sorted(path.name for path in (tmp_path / "s").iterdir())
    (tmp_path / "berkas").write_text("")
    done = run("schema", "--all", str(tmp_path / "berkas"))
    assert (done.exit_code, "write-failed" in done.output) == (1, True)
