"""What is kept for VS Code: which schema is for which file, and how it reads what `sitegen check` prints."""

import json
import re
from typing import Any

from sitegen import formats
from sitegen.formats import View
from sitegen.problems import Place, problem
from sitegen.report import Report
from sitegen.schemas.table import SCHEMAS
from tests.conftest import REPO, REWRITE


def kept(name: str) -> Any:
    return json.loads((REPO / ".vscode" / name).read_text("utf-8"))


def test_every_yaml_file_has_its_schema() -> None:
    wanted = {f"./docs/schemas/{name}.json": list(one.files) for name, one in SCHEMAS.items() if not one.front}
    if REWRITE:
        text = json.dumps({"yaml.schemas": wanted}, indent=2) + "\n"
        (REPO / ".vscode/settings.json").write_text(text, encoding="utf-8")
    assert kept("settings.json")["yaml.schemas"] == wanted, "SITEGEN_REWRITE=1 rewrites it"


def test_the_task_understands_what_check_prints() -> None:
    (task,) = kept("tasks.json")["tasks"]
    assert task["args"] == ["--lang", "id", "check", "--format", "concise"]
    found = (
        problem("key-missing", Place("content/shared/artikel/a.md", 2, 1), key="summary"),
        problem("sources-missing", Place("content/shared/artikel/a.md", 7), risk="sedang"),
    )
    report = Report(found, (), True, 0.0, 0, 0, "")
    lines = formats.concise(report, found, View("id")).splitlines()
    seen = []
    for matcher in task["problemMatcher"]:
        pattern = matcher["pattern"]
        for line in lines:
            if match := re.fullmatch(pattern["regexp"], line):
                seen.append((matcher["severity"], *(match[pattern[key]] for key in ("file", "line", "column", "code"))))
    assert seen == [
        ("error", "content/shared/artikel/a.md", "2", "1", "key-missing"),
        ("warning", "content/shared/artikel/a.md", "7", None, "sources-missing"),
    ]
