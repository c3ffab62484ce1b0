"""`sitegen completion`: what shells offer after the Tab key, and that they never show a traceback."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from sitegen.cli import COMMANDS, cli
from sitegen.known import BY_PARAMETER
from sitegen.rules import RULES
from tests.conftest import GOOD, write
from tests.house.command import environment

FILES = {
    **GOOD,
    "sites.yaml": GOOD["sites.yaml"].replace("dua.example", "Duabelas.example").replace("dua", "Duabelas"),
    "content/shared/artikel/kedua.en.md": "---\ntitle: Second\n---\nText.\n",
    "content/sites/satu/artikel/sendiri.md": "---\ntitle: Sendiri\n---\nIsi.\n",
    "content/groups/bersama/tanya/apa.md": "---\ntitle: Apa\n---\nIsi.\n",
    "content/shared/artikel/pertama/catatan.md": "Tidak dibaca: berkas milik naskah.\n",
}
DOCUMENTS = ["artikel/kedua", "artikel/pertama", "artikel/sendiri"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "proyek", FILES)
    return tmp_path / "proyek"


def offered(root: Path, *words: str) -> list[str]:
    """The words offered for the last of `words`, asked as shells ask."""
    *before, begun = words
    found = ShellComplete(cli, {}, "sitegen", "_SITEGEN_COMPLETE").get_completions(["-C", str(root), *before], begun)
    return [item.value for item in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("buil",), ["build"]),
        (("build", "--site", ""), ["satu", "Duabelas"]),
        (("build", "--site", "duab"), ["Duabelas"]),
        (("build", "--site", "tiga"), []),
        (("build", "--group", ""), ["bersama"]),
        (("build", "--format", "gi"), ["github", "gitlab"]),
        (("package", "--offline", "--site", "s"), ["satu"]),
        (("serve", "--site", "satu", "--site", "D"), ["Duabelas"]),
        (("explain", "artikel/p"), ["artikel/pertama.html"]),
        (("explain", "ten"), ["tentang.html"]),
        (("new", "art"), ["artikel"]),
        (("new", "artikel", "Judul", "--group", ""), ["bersama"]),
        (("accept", "s"), ["satu"]),
        (("accept", "satu", "artikel/kedua", "artikel/p"), ["artikel/pertama"]),
        (("override", ""), ["satu", "Duabelas", "group:bersama"]),
        (("override", "satu", "artikel/"), DOCUMENTS),
        (("override", "satu", "artikel/kedua", "--mode", "f"), ["fields"]),
        (("rebase", "group"), ["group:bersama"]),
        (("minor", "artikel/"), DOCUMENTS),
        (("review", "content/sites/"), ["content/sites/satu/artikel/sendiri.md"]),
        (("completion", ""), ["bash", "zsh", "fish"]),
        (("rule", "option-site"), ["option-site-unknown"]),
    ],
    ids=" ".join,
)
def test_words_are_offered(root: Path, words: tuple[str, ...], expected: list[str]) -> None:
    assert offered(root, *words) == expected


def test_every_row_names_a_parameter_that_is_there() -> None:
    context = click.Context(cli)
    there = set()
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        there |= {str(p.name) for p in command.params} | {f"{name}.{p.name}" for p in command.params}
    missing = {row for row in BY_PARAMETER if row not in there}
    assert {row for row in missing if "." not in row or row.partition(".")[0] in COMMANDS} == set()


def test_rules_can_be_named(root: Path) -> None:
    assert [name for name, _ in BY_PARAMETER["rule.name"](root)] == sorted(RULES)


BROKEN = [
    {},
    {"sites.yaml": b"\xff\xfe\x00"},
    {"sites.yaml": "sites: [\n"},
    {"sites.yaml": "- satu\n"},
    {"sites.yaml": "sites: satu\ngroups: [a]\n"},
    {"sites.yaml": "sites:\n  - satu\n  - {domain: [a]}\n  - {district: 1}\ngroups: {a: b}\n", "content": "berkas"},
]


@pytest.mark.parametrize("files", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_project_offers_nothing_and_says_nothing(
    tmp_path: Path, files: dict[str, str | bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "rusak", files)
    for words in (("build", "--site"), ("build", "--shard"), ("override", "satu"), ("explain",)):
        assert offered(tmp_path / "rusak", *words, "s") == []
    assert capfd.readouterr() == ("", "")


def test_any_failure_offers_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_root: Path) -> list[tuple[str, str]]:
        raise RuntimeError("a bug")

    monkeypatch.setitem(BY_PARAMETER, "sites", fails)
    assert offered(root, "build", "--site", "") == []


def script(shell: str) -> str:
    done = CliRunner().invoke(cli, ["completion", shell])
    assert done.exit_code == 0
    return done.output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one(shell: str, tmp_path: Path) -> None:
    text = script(shell)
    assert f"_SITEGEN_COMPLETE={shell}_complete" in text
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"no {shell} here to read its script")
    file = tmp_path / "skrip"
    file.write_text(text)
    done = subprocess.run([found, "-n", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


BASH = """
source "$1"
COMP_WORDS=("${@:2}")
COMP_CWORD=$(( $# - 2 ))
COMPREPLY=()
$(complete -p sitegen | sed 's/.*-F \\([^ ]*\\).*/\\1/') sitegen
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(os.name != "posix" or shutil.which("bash") is None, reason="no bash here")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("build", "--site", "sa"), "satu\n"),
        (("override", "satu", "artikel/k"), "artikel/kedua\n"),
        (("build", "--site", "'"), "satu\nDuabelas\n"),  # a quote that is still open
        (("build", "--site", "$(echo sa)"), "\n"),
        (("pack",), "package\n"),
    ],
    ids=" ".join,
)
def test_in_bash(root: Path, words: tuple[str, ...], expected: str, tmp_path: Path) -> None:
    """The script in a real bash, in the project's folder, with a `sitegen` on the path."""
    file = tmp_path / "skrip"
    file.write_text(script("bash"))
    program = tmp_path / "bin/sitegen"
    program.parent.mkdir()
    code = "import sys; sys.argv[0] = 'sitegen'; from sitegen.cli import main; main()"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c "{code}" "$@"\n')
    program.chmod(0o755)
    done = subprocess.run(
        ["bash", "--norc", "-c", BASH, "bash", str(file), "sitegen", *words],
        cwd=root,
        env=environment(PATH=f"{program.parent}{os.pathsep}{os.environ['PATH']}"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (expected, "")
