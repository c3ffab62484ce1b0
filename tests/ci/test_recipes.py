"""The recipes of docs/ci: safe as they stand, and every line of shell in them run on a small network."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sitegen.cli import COMMANDS
from tests.ci.runner import EXPRESSION, GITHUB, GITLAB, RECIPES, Runner, commands, load, missing, quiet_git, scripts
from tests.conftest import ARTICLE, GOOD, REPO, TODAY, add_theme, build_project, read_tree, write

WORKFLOWS = {path.stem: load(path) for path in GITHUB}
JOBS = [(name, job) for name, flow in WORKFLOWS.items() for job in flow["jobs"]]
PINNED = re.compile(r"^\s*(?:- )?uses: ([\w-]+/[\w/-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$")
SHELL = scripts()
# What may stand in an expression. None of it can be chosen by somebody who opens a pull request.
TRUSTED = {
    "github.sha", "github.run_id", "github.token", "github.repository", "github.event.pull_request.number",
    "matrix.bagian", "strategy.job-total", "needs.hari.outputs.hari", "steps.hari.outputs.hari",
    "secrets.KUNCI_SSH", "vars.HOST_DIKENAL",
}  # fmt: skip


def job_of(name: str, job: str) -> dict[str, Any]:
    found = WORKFLOWS[name]["jobs"][job]
    assert isinstance(found, dict)
    return found


# -- what they say ---------------------------------------------------------------------------------------------------


def test_actions_are_pinned_by_commit() -> None:
    """By the full hash, with the version beside it, and each at one version in all recipes."""
    seen: dict[str, set[tuple[str, str]]] = {}
    for path in GITHUB:
        for line in path.read_text("utf-8").splitlines():
            if "uses:" in line:
                found = PINNED.match(line)
                assert found, line
                seen.setdefault("/".join(found[1].split("/")[:2]), set()).add((found[2], found[3]))
    assert len(seen) == 5
    assert all(len(versions) == 1 for versions in seen.values()), seen


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.stem)
def test_nothing_from_outside_gets_into_a_shell(path: Path) -> None:
    assert [found for found in EXPRESSION.findall(path.read_text("utf-8")) if found not in TRUSTED] == []
    for job in load(path)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "a value goes through env and quotes, never into the script itself"


@pytest.mark.parametrize(("flow", "name"), JOBS)
def test_rights_are_few(flow: str, name: str) -> None:
    assert WORKFLOWS[flow]["permissions"] == {}, "none, unless a job says so"
    assert set(WORKFLOWS[flow]["on"]) & {"pull_request_target", "workflow_run"} == set()
    job = job_of(flow, name)
    assert int(job["timeout-minutes"]) <= 60
    assert set(job["permissions"].items()) <= {("contents", "read"), ("pull-requests", "write"), ("issues", "write")}
    if "write" in job["permissions"].values():
        used = {step.get("uses", "").partition("@")[0] for step in job["steps"]}
        assert used == {"", "actions/download-artifact"}, "who may write runs nothing from the repository"
        assert not any("sitegen " in step.get("run", "") for step in job["steps"])
    for step in job["steps"]:
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_secrets_are_for_one_step() -> None:
    """Of one job, in an environment that can be limited to the main branch; never of a pull request."""
    using = [
        (flow, name, number)
        for flow, name in JOBS
        for number, step in enumerate(job_of(flow, name)["steps"])
        if "secrets." in str(step)
    ]
    assert [(flow, name) for flow, name, _ in using] == [("terbit", "kirim")]
    assert job_of("terbit", "kirim")["environment"] == "terbit"
    assert "pull_request" not in WORKFLOWS["terbit"]["on"]
    assert "secrets." not in str({k: v for k, v in WORKFLOWS["terbit"].items() if k != "jobs"})


def test_a_pull_request_fills_no_cache() -> None:
    """What others wrote would be put into pages unseen: a cache is checked against accidents, not against people."""
    for job in WORKFLOWS["periksa"]["jobs"].values():
        used = [step["uses"].partition("@")[0] for step in job["steps"] if "cache" in step.get("uses", "")]
        assert set(used) <= {"actions/cache/restore"}
    pipeline = load(GITLAB)
    for name in ("periksa", "beda"):
        assert ".baca" in pipeline[name]["extends"]
        assert "cache" not in pipeline[name]
    assert pipeline[".baca"]["cache"]["policy"] == "pull"


def test_two_builds_never_publish_at_once() -> None:
    assert WORKFLOWS["terbit"]["concurrency"] == {"group": "terbit", "cancel-in-progress": "false"}
    assert job_of("terbit", "kirim")["needs"] == "bangun", "all shares are done before any is sent"
    sending = load(GITLAB)["kirim"]
    assert (sending["resource_group"], sending["interruptible"], sending["needs"]) == ("terbit", "false", ["bangun"])


def test_the_shares_are_as_many_as_the_machines() -> None:
    shares = job_of("terbit", "bangun")["strategy"]["matrix"]["bagian"]
    assert shares == [str(number) for number in range(1, len(shares) + 1)]


def test_the_commands_are_there() -> None:
    used = set().union(*(commands(script) for script in SHELL.values()))
    assert {"check", "build", "diff", "package", "report"} == used
    assert {"check", "build"} <= set(COMMANDS)


# -- tools of others, where they are installed ---------------------------------------------------------------------


def tool(name: str) -> str:
    """A program on the path or beside this Python; skips without."""
    found = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.mark.parametrize("path", [*GITHUB, GITLAB], ids=lambda path: path.stem)
def test_schema(path: Path) -> None:
    """The JSON schemas of workflows and of pipelines, which check-jsonschema brings with it."""
    program = tool("check-jsonschema")
    schema = "vendor.gitlab-ci" if path == GITLAB else "vendor.github-workflows"
    done = subprocess.run([program, "--builtin-schema", schema, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", [*SHELL, "kirim.sh"])
def test_shellcheck(name: str, tmp_path: Path) -> None:
    program = tool("shellcheck")
    file = tmp_path / "skrip.sh"
    file.write_text(SHELL.get(name) or (RECIPES / name).read_text("utf-8"), "utf-8")
    done = subprocess.run([program, "--shell=bash", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


# -- running them --------------------------------------------------------------------------------------------------

linux = pytest.mark.skipif(sys.platform != "linux", reason="the recipes are for runners with GNU tools")
needs_rsync = pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not installed")
SITES = ("satu.example", "dua.example", "tiga.example")
VARIABLES = {
    "github.token": "token-uji",
    "github.repository": "dinas/situs",
    "github.event.pull_request.number": "7",
    "strategy.job-total": "4",
    "secrets.KUNCI_SSH": "",
    "vars.HOST_DIKENAL": "",
    "github.sha": "0" * 40,
    "github.run_id": "1",
}


def git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=root, env=quiet_git(), capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small network in git, with the scripts of the recipes and an article that the last commit has changed."""
    if sys.platform != "linux" or shutil.which("git") is None:
        pytest.skip("git is not installed")
    root = tmp_path_factory.mktemp("gudang") / "proyek"
    add_theme(root)
    write(root, GOOD)
    sites = GOOD["sites.yaml"] + '  - {domain: tiga.example, district: "93.01", keep: [sendiri.txt]}\n'
    late = ARTICLE.format(title="Kedua").replace("date: 2026-11-01", "date: 2020-01-01\nreview_by: 2020-06-01")
    write(root, {"sites.yaml": sites, ".gitignore": "/dist/\n/.sitegen/\n"})
    for name in ("kirim.sh", "mingguan.py"):
        write(root, {f"docs/ci/{name}": (RECIPES / name).read_bytes()})
    hosts = "".join(f"{site}  {root.parent}/hosting/{site}\n" for site in SITES)
    write(root, {"docs/ci/tujuan.txt": f"# uji\n\n{hosts}"})
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "awal")
    write(root, {"content/shared/artikel/kedua.md": late})
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "kedua")
    return root


@pytest.fixture
def runner(repository: Path, tmp_path: Path) -> Runner:
    hosting = repository.parent / "hosting"
    shutil.rmtree(hosting, ignore_errors=True)
    hosting.mkdir()
    return Runner(tmp_path / "lari", repository, VARIABLES)


def runs(*names: str) -> None:
    """Skips while a command of one of these scripts is not there."""
    for name in names:
        absent = missing(SHELL[name])
        if absent:
            pytest.skip(f"this sitegen has no {', '.join(sorted(absent))}")


@linux
def test_github_checks_a_request(runner: Runner) -> None:
    runner.github(RECIPES / "github/periksa.yml", "periksa")


@linux
def test_github_tells_what_changes(runner: Runner) -> None:
    runs(*(name for name in SHELL if name.startswith("periksa-beda")))
    here = runner.github(RECIPES / "github/periksa.yml", "beda")
    said = (here / "komentar.md").read_text("utf-8")
    assert "artikel/kedua" in said
    assert all(line == "" or line.startswith(("    ", "**")) for line in said.splitlines())
    comment = runner.github(RECIPES / "github/periksa.yml", "komentar")
    assert (comment / "komentar.md").read_text("utf-8") == said
    assert runner.called() == ["gh pr comment 7 --edit-last --create-if-none --body-file komentar.md"]


def whole(repository: Path, tmp_path: Path, day: str) -> dict[str, bytes]:
    """What one machine makes of the same sources on that day."""
    dest = tmp_path / "semua"
    report = build_project(repository, dest=dest, today=TODAY.fromisoformat(day))
    assert not report.failed
    return {path: data for path, data in read_tree(dest).items() if not path.startswith(".sitegen/")}


@linux
def test_github_builds_in_shares(runner: Runner, tmp_path: Path) -> None:
    flow = RECIPES / "github/terbit.yml"
    runner.github(flow, "hari")
    folders = [runner.github(flow, "bangun", bagian=str(number)) for number in range(1, 5)]
    built = {path.name for folder in folders for path in (folder / "dist").iterdir()} - {".sitegen"}
    assert built == set(SITES)
    zips = {path.stem: path for path in runner.artifacts.glob("zip-*/zip/*.zip")}
    assert set(zips) == set(SITES), "an office without ssh downloads one of these"
    expected = whole(runner.repository, tmp_path, runner.outputs["needs.hari.outputs.hari"])
    for site, path in zips.items():
        target = tmp_path / site
        shutil.unpack_archive(path, target)
        own = {name.removeprefix(f"{site}/"): data for name, data in expected.items() if name.startswith(f"{site}/")}
        assert read_tree(target / site) == own
        assert (target / site / ".htaccess").is_file()
        assert (target / f"petunjuk-{site}/BACA-DULU.txt").is_file()


@linux
@needs_rsync
def test_github_sends_when_all_are_built(runner: Runner, tmp_path: Path) -> None:
    flow = RECIPES / "github/terbit.yml"
    runner.github(flow, "hari")
    for number in range(1, 5):
        runner.github(flow, "bangun", bagian=str(number))
    hosting = runner.repository.parent / "hosting"
    write(hosting, {"satu.example/unggahan/milik-dinas.pdf": b"%PDF", "satu.example/index.html": b"lama"})
    runner.github(flow, "kirim")
    expected = whole(runner.repository, tmp_path, runner.outputs["needs.hari.outputs.hari"])
    assert read_tree(hosting) == {**expected, "satu.example/unggahan/milik-dinas.pdf": b"%PDF"}


@linux
def test_github_lists_what_is_due(runner: Runner) -> None:
    runs(*(name for name in SHELL if name.startswith("mingguan-daftar")))
    here = runner.github(RECIPES / "github/mingguan.yml", "daftar")
    said = (here / "mingguan.md").read_text("utf-8")
    assert "    content/shared/artikel/kedua.md:" in said


@linux
@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("isi", "", "create --label perlu-ditinjau --title Naskah yang perlu ditinjau --body-file mingguan.md"),
        ("isi", "12", "edit 12 --body-file mingguan.md"),
        ("", "12", "close 12 --comment Tidak ada lagi yang perlu ditinjau."),
        ("", "", "list --label perlu-ditinjau --state open --limit 1 --json number --jq .[].number"),
    ],
)
def test_github_has_one_issue_for_all_that_is_due(
    runner: Runner, monkeypatch: pytest.MonkeyPatch, text: str, number: str, expected: str
) -> None:
    monkeypatch.setenv("OPEN_ISSUE", number)
    write(runner.artifacts, {"mingguan/mingguan.md": text})
    runner.github(RECIPES / "github/mingguan.yml", "issue")
    assert runner.called()[-1] == f"gh issue {expected}"


@linux
def test_gitlab_checks_a_request(runner: Runner) -> None:
    here = runner.gitlab("periksa")
    assert (here / "gl-code-quality-report.json").read_text("utf-8").startswith("[")


@linux
def test_gitlab_tells_what_changes(runner: Runner) -> None:
    runs("gitlab-beda")
    runner.variables = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": git(runner.repository, "rev-parse", "HEAD^1")}
    here = runner.gitlab("beda")
    assert "artikel/kedua" in (here / "perubahan.txt").read_text("utf-8")
    assert (runner.artifacts / "beda/perubahan.html").is_file()


@linux
@needs_rsync
def test_gitlab_builds_and_sends(runner: Runner, tmp_path: Path) -> None:
    runner.variables = {"CI_NODE_TOTAL": "4", "CI_PIPELINE_CREATED_AT": "2026-11-21T18:30:00Z"}
    for number in range(1, 5):
        runner.gitlab("bangun", CI_NODE_INDEX=str(number))
    runner.gitlab("kirim")
    hosting = runner.repository.parent / "hosting"
    assert read_tree(hosting) == whole(runner.repository, tmp_path, "2026-11-22"), "the day in Jakarta"
    assert [line.split()[1] for line in runner.called()] == ["update", "install"]


@linux
def test_gitlab_lists_what_is_due(runner: Runner) -> None:
    runs("gitlab-mingguan")
    with pytest.raises(AssertionError, match=r"test ! -s mingguan\.md"):
        runner.gitlab("mingguan")
    assert (runner.folder / "kerja-mingguan/mingguan.md").stat().st_size > 0
    assert load(GITLAB)["mingguan"]["allow_failure"] == "true"


def test_the_guide_names_every_file() -> None:
    guide = (RECIPES / "README.md").read_text("utf-8")
    files = {path.relative_to(RECIPES).as_posix() for path in RECIPES.rglob("*") if path.is_file()} - {"README.md"}
    assert [name for name in files if f"]({name})" not in guide] == []
    for link in re.findall(r"\]\(([^)#:]+)\)", guide):
        assert (RECIPES / link).exists() or (REPO / link).exists(), link
