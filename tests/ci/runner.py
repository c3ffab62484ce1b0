"""A runner for the recipes of docs/ci: as much of GitHub's and GitLab's as they use, on this machine.

Steps run in bash as they stand, each job in a clone of its own. Programs that would go to the network are stand-ins
that write down how they were called; actions and artifacts are folders that are copied.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from sitegen.cli import COMMANDS
from tests.conftest import REPO
from tests.house.command import environment

RECIPES = REPO / "docs/ci"
GITHUB = sorted((RECIPES / "github").glob("*.yml"))
GITLAB = RECIPES / "gitlab/gitlab-ci.yml"
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
STAND_INS = ("gh", "apt-get")
_MAIN = "import sys; sys.argv[0] = 'sitegen'; from sitegen.cli import main; main()"


def load(path: Path) -> dict[str, Any]:
    """A recipe; its key `on` stays a word, as YAML 1.2 has it."""
    loaded = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def scripts() -> dict[str, str]:
    """All shell in the recipes: by recipe, job and number of the step."""
    found: dict[str, str] = {}
    for path in GITHUB:
        for name, job in load(path)["jobs"].items():
            steps = enumerate(job["steps"])
            found |= {f"{path.stem}-{name}-{n}": step["run"] for n, step in steps if "run" in step}
    for name, job in load(GITLAB).items():
        if isinstance(job, dict):
            lines = [*job.get("before_script", []), *job.get("script", [])]
            found |= {f"gitlab-{name}": "\n".join(lines)} if lines else {}
    return found


def commands(script: str) -> set[str]:
    """The commands of sitegen in a script."""
    return set(re.findall(r"^\s*sitegen (?:--lang id )?([a-z]+)", script, re.MULTILINE))


def missing(script: str) -> set[str]:
    """Those that this sitegen does not have."""
    return commands(script) - set(COMMANDS)


@dataclass
class Runner:
    """Machines that share nothing but a repository and the artifacts of one run."""

    folder: Path
    repository: Path
    variables: dict[str, str]
    outputs: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.artifacts = self.folder / "artifacts"
        self.log = self.folder / "called.txt"
        programs = self.folder / "bin"
        programs.mkdir(parents=True)
        python = shlex.quote(sys.executable)
        self._program(programs / "sitegen", f'exec {python} -c "{_MAIN}" "$@"')
        self._program(programs / "python", f'[ "$1 $2" = "-m pip" ] || exec {python} "$@"')
        for name in STAND_INS:
            note = f'printf "%s\\n" "{name} $*" >> {shlex.quote(str(self.log))}'
            self._program(programs / name, f'{note}; [ "$1 $2" != "issue list" ] || printf "%s" "$OPEN_ISSUE"')
        self.path = f"{programs}{os.pathsep}{os.environ['PATH']}"

    @staticmethod
    def _program(path: Path, line: str) -> None:
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(0o755)

    def called(self) -> list[str]:
        """How stand-ins were called, in order."""
        return self.log.read_text("utf-8").splitlines() if self.log.exists() else []

    def github(self, path: Path, name: str, **matrix: str) -> Path:
        """Runs a job of a workflow; gives its folder."""
        job = load(path)["jobs"][name]
        values = {**self.variables, **self.outputs, **{f"matrix.{key}": value for key, value in matrix.items()}}
        here = self.folder / "-".join(["kerja", path.stem, name, *matrix.values()])
        here.mkdir()
        for number, step in enumerate(job["steps"]):
            action = step.get("uses", "").partition("@")[0]
            given = {key: self._filled(value, values) for key, value in step.get("with", {}).items()}
            if action == "actions/checkout":
                self._clone(here)
            elif action == "actions/upload-artifact":
                self._keep(here, given["path"].split(), self.artifacts / given["name"])
            elif action == "actions/download-artifact":
                target = here / given.get("path", ".")
                for one in sorted(self.artifacts.glob(given.get("pattern") or given["name"])):
                    shutil.copytree(one, target, dirs_exist_ok=True)
            elif "run" in step:
                output, summary = here.parent / f"{here.name}-{number}.out", here.parent / f"{here.name}.md"
                own = {key: self._filled(value, values) for key, value in step.get("env", {}).items()}
                env = {**own, "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
                self._bash(step["run"], here, env)
                if output.exists():
                    pairs = dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())
                    self.outputs |= {f"needs.{name}.outputs.{key}": value for key, value in pairs.items()}
        return here

    def gitlab(self, name: str, **own: str) -> Path:
        """Runs a job of the pipeline; gives its folder."""
        pipeline = load(GITLAB)
        job = self._extended(pipeline, name)
        here = self.folder / "-".join(["kerja", name, *own.values()]).replace("/", "-")
        here.mkdir()
        self._clone(here)
        for need in job.get("needs", []):
            for one in sorted(self.artifacts.glob(f"{need}*")):
                shutil.copytree(one, here, dirs_exist_ok=True)
        env = {**self.variables, **own, "CI_PROJECT_DIR": str(here)}
        self._bash("\n".join([*job.get("before_script", []), *job["script"]]), here, env)
        self._keep(here, job.get("artifacts", {}).get("paths", []), self.artifacts / here.name.removeprefix("kerja-"))
        return here

    def _extended(self, pipeline: dict[str, Any], name: str) -> dict[str, Any]:
        job: dict[str, Any] = pipeline[name]
        above = job.get("extends", [])
        made: dict[str, Any] = {}
        for one in [above] if isinstance(above, str) else above:
            made |= self._extended(pipeline, one)
        return made | job

    @staticmethod
    def _filled(text: str, values: dict[str, str]) -> str:
        return EXPRESSION.sub(lambda found: values[found[1]], text)

    def _clone(self, here: Path) -> None:
        subprocess.run(["git", "clone", "--quiet", str(self.repository), str(here)], check=True, env=quiet_git())

    def _keep(self, here: Path, patterns: list[str], target: Path) -> None:
        """As upload-artifact does it: hidden files are left out."""
        for pattern in patterns:
            for found in sorted(here.glob(pattern.rstrip("/"))):
                place = target / found.relative_to(here)
                place.parent.mkdir(parents=True, exist_ok=True)
                if found.is_dir():
                    shutil.copytree(found, place, ignore=shutil.ignore_patterns(".*"))
                else:
                    shutil.copy(found, place)

    def _bash(self, script: str, here: Path, env: dict[str, str]) -> None:
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=here,
            env=quiet_git(PATH=self.path, **env),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{script}\n--\n{done.stdout}\n{done.stderr}"


def quiet_git(**more: str) -> dict[str, str]:
    """The environment for git: nobody's settings but these."""
    who = {f"GIT_{role}_{what}": "uji@uji.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return environment(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1", **who, **more)
