"""Problems in each format: golden texts of one project with many mistakes, and what a hostile source must not do.

`SITEGEN_REWRITE=1` writes the expected texts anew.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import check
from sitegen.excerpt import Sources
from sitegen.formats import FORMATS, View
from sitegen.options import Options
from sitegen.problems import Place, Problem, problem
from sitegen.report import Report, problem_from_json
from sitegen.unicode import UNSAFE_IN_BODY
from sitegen.values import replace
from tests.conftest import ARTICLE, GOOD, REWRITE, TODAY, add_theme, write
from tests.house.command import environment, sitegen

HERE = Path(__file__).parent
DAY = ("--date", TODAY.isoformat())


def _article(name: str, body: str, *keys: str) -> str:
    head, _, _ = ARTICLE.format(title=name).partition("## Isi")
    return head.removesuffix("---\n") + "".join(f"{key}\n" for key in keys) + f"---\n{body}\n"


WRONG: dict[str, str | bytes] = {
    "content/shared/artikel/alamat.md": _article("Alamat", "Isi.", "aliases: ['artikel/100%,a:b']"),
    "content/shared/artikel/fakta.md": _article("Fakta", "Buka: {{ facts.jadwal }}."),
    "content/shared/artikel/kendali.md": _article("Kendali", "Merah \x1b[31m dan \u202ebalik\u202c dan \x9b2J."),
    "content/shared/artikel/baris.md": _article("Baris", "Isi.", 'review_by: "satu\\n::error::dua"'),
    "content/shared/artikel/panjang.md": _article("Panjang", f"{'kata ' * 900}<b>x</b> {'kata ' * 900}"),
    "content/shared/artikel/lebar.md": _article("Lebar", "\u65e5\u672c\u8a9e e\u0301 <b>x</b>"),
    "content/shared/artikel/arab.md": _article("Arab", "\u0645\u0631\u062d\u0628\u0627 <b>x</b>"),
    "content/shared/artikel/byte.md": _article("Byte", "satu @ dua").encode().replace(b"@", b"\xff"),
    "content/shared/artikel/blok.md": _article("Blok", "::: only satu\n\n::: only dua\n\nIsi.\n\n:::"),
    "content/sites/satu/artikel/jauh.md": _article("Jauh", "[ke sana](tiada.md)"),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bentuk") / "proyek"
    add_theme(made)
    write(made, {**GOOD, **WRONG})
    return made


@pytest.fixture(scope="module")
def report(root: Path) -> Report:
    made = check(Options(root, root / "dist", TODAY, jobs=1), lambda *_: None)
    shown = tuple(p for p in made.problems if p.severity != "task" or p.sites)
    return replace(made, problems=shown, seconds=0.0, dest="dist")


def _view(root: Path, lang: str = "id") -> View:
    return View(lang, Sources(root).line, 80)


@pytest.mark.parametrize(
    ("name", "lang"), [(name, lang) for name in FORMATS for lang in ("id", "en") if (name, lang) != ("json", "en")]
)
def test_golden(name: str, lang: str, root: Path, report: Report) -> None:
    text = FORMATS[name].text(report, report.problems, _view(root, lang)) + "\n"
    file = HERE / f"expected/{name}.{lang}.txt"
    if REWRITE:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), "SITEGEN_REWRITE=1 rewrites it"


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_of_a_source_reaches_the_terminal_raw(name: str, root: Path, report: Report) -> None:
    odd = problem("raw-html", Place("content/\x1b.md"), text="<b>\n::error::\x1b[31m \u202e", sites=("\x9b",))
    problems = (*report.problems, odd)
    text = FORMATS[name].text(replace(report, problems=problems), problems, _view(root))
    assert len({p.rule for p in report.problems}) >= 10
    assert not UNSAFE_IN_BODY.search(text)
    if name in ("full", "concise"):
        assert not re.search(r"^\s*::", text, re.MULTILINE), "a runner of GitHub would obey it"


def test_json_gives_the_problems_back(root: Path, report: Report) -> None:
    text = FORMATS["json"].text(report, (), _view(root))
    assert text.isascii()
    assert tuple(map(problem_from_json, json.loads(text)["problems"])) == report.problems


def _undone(text: str) -> str:
    """As GitHub's runner undoes its escapes: the percent sign last."""
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def test_github_can_read_it_back(root: Path, report: Report) -> None:
    odd = problem("raw-html", Place("content/a,b:c%2C.md", 3, 4), text="<b>,: %0A")
    many = (*report.problems, odd)
    rows = FORMATS["github"].text(report, many, _view(root)).split("\n")
    assert len(rows) == len(many)
    for row, found in zip(rows, many, strict=True):
        said = re.fullmatch(r"::(error|warning|notice) ([^:]+)::(.*)", row)
        assert said, row
        fields = dict(field.split("=", 1) for field in said[2].split(","))
        assert _undone(fields["file"]) == found.place.file
        assert fields.get("line", "0") == str(found.place.line)
        assert fields.get("col", "0") == str(found.place.column)
        assert _undone(said[3]) == f"{found.message('id')}\n{found.hint('id')}"


def _gitlab(problems: tuple[Problem, ...], root: Path, report: Report) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(FORMATS["gitlab"].text(report, problems, _view(root)))
    return rows


def test_fingerprints_stay_when_lines_move(root: Path, report: Report) -> None:
    twice = report.problems[0]
    before = (*report.problems, twice)
    after = tuple(replace(p, place=replace(p.place, line=p.place.line + 7, column=1)) for p in before)
    marks = [row["fingerprint"] for row in _gitlab(before, root, report)]
    assert len(set(marks)) == len(before)
    assert [row["fingerprint"] for row in _gitlab(after, root, report)] == marks
    numbered = [
        problem("facilities-unverified", Place("a.csv"), count="2", total="9", lines=n) for n in ("2, 3", "12, 13")
    ]
    assert len({_gitlab((one,), root, report)[0]["fingerprint"] for one in numbered}) == 1


def test_gitlab_has_what_the_schema_asks_for(root: Path, report: Report) -> None:
    for row, found in zip(_gitlab(report.problems, root, report), report.problems, strict=True):
        assert row.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] == {"error": "major", "warning": "minor", "task": "info"}[found.severity]
        assert row["location"] == {"path": found.place.file, "lines": {"begin": max(1, found.place.line)}}


SITES = tuple(f"situs{n:02}" for n in range(58))


@pytest.mark.parametrize(
    ("found", "lines", "end"),
    [
        (
            problem("raw-html", Place("a.md"), text="<b>", sites=SITES),
            ["  di 58 situs: situs00, situs01, situs02, situs03, situs04 (+53)"],
            " (di 58 situs)",
        ),
        (problem("raw-html", Place("a.md"), text="<b>", sites=("satu",)), ["  situs satu"], " (situs satu)"),
        (problem("fact-missing", Place("a.md"), fact="x", sites=SITES), ["  di 58 situs"], " (di 58 situs)"),
        (problem("fact-missing", Place("a.md"), fact="x", sites=("satu", "dua")), [], " satu, dua."),
        (
            problem("raw-html", Place("a.md"), text="<b>", others=(Place("b.md", 3),)),
            ["  lihat juga: b.md:3"],
            "“<b>”.",
        ),
    ],
)
def test_one_cause_on_many_sites(found: Problem, lines: list[str], end: str, report: Report) -> None:
    assert FORMATS["full"].text(report, (found,), View("id")).split("\n")[2:] == lines
    assert FORMATS["concise"].text(report, (found,), View("id")).endswith(end)


def test_the_command_line(root: Path) -> None:
    done = {name: sitegen("check", "--format", name, *DAY, cwd=root) for name in FORMATS}
    assert {name: one.returncode for name, one in done.items()} == dict.fromkeys(FORMATS, 1)
    for name, form in FORMATS.items():
        assert bool(done[name].stderr) != form.machine, "programs get the Problems and nothing else"
    errors = [p for p in json.loads(done["json"].stdout)["problems"] if p["severity"] != "task"]
    assert len(json.loads(done["gitlab"].stdout)) == len(errors) == len(done["github"].stdout.splitlines())
    heads = re.findall(r"^[^ :]+(?::\d+){0,2}: (?:kesalahan|peringatan) \[[a-z0-9-]+\] ", done["concise"].stdout, re.M)
    assert len(heads) == len(errors)
    assert "\n  7 | Buka: {{ facts.jadwal }}.\n    |       ^\n  jalan keluar: " in done["full"].stdout


def test_paths_are_those_of_the_repository_that_ci_stands_in(root: Path) -> None:
    done = sitegen("-C", root.name, "check", "--format", "gitlab", *DAY, cwd=root.parent)
    paths = {row["location"]["path"] for row in json.loads(done.stdout)}
    assert all((root.parent / path).exists() and path.startswith(f"{root.name}/") for path in paths)
    assert paths


def test_no_problems_are_an_empty_list(tmp_path: Path) -> None:
    add_theme(tmp_path)
    write(tmp_path, GOOD)
    done = sitegen("build", "--format", "gitlab", *DAY, cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, [], "")
    done = sitegen("build", "--format", "github", *DAY, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_language_is_asked_of_the_locale_for_every_command(tmp_path: Path) -> None:
    for words, env, said in (
        ((), {"LC_ALL": "en_GB.UTF-8"}, "no sitegen project"),
        ((), {"LC_ALL": "id_ID.UTF-8", "LANG": "en_US.UTF-8"}, "bukan proyek"),
        (("--lang", "en"), {"LC_ALL": "id_ID.UTF-8"}, "no sitegen project"),
    ):
        for command in (["build"], ["check"], ["sites"], ["explain", "x", "--site", "y"], ["package", "--offline"]):
            done = sitegen(*words, *command, cwd=tmp_path, env=environment(**env))
            assert said in done.stderr, (words, command)
