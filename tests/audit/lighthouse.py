"""Lighthouse as on a phone: four scores and the layout shift of a page, and which audits cost points."""

import json
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.setup.browser import find, flags

from .tools import LIGHTHOUSE, MissingToolError, need, package, run

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class Scores(NamedTuple):
    """What Lighthouse says of one page: scores of 0 to 100 in the order of CATEGORIES."""

    scores: tuple[int, ...]
    shift: float
    failed: tuple[str, ...]


def measure(url: str) -> Scores:
    """Runs Lighthouse once; raises MissingToolError."""
    node, chromium = need("node"), find()
    if chromium is None:
        raise MissingToolError("there is no Chromium on this machine")
    command = package(LIGHTHOUSE) / "cli" / "index.js"
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder) / "said.json"
        words = " ".join(["--headless=new", *flags()])
        done = run(
            [node, str(command), url, "--quiet", f"--chrome-flags={words}", "--output=json", f"--output-path={said}"],
            CHROME_PATH=chromium,
        )
        if not said.is_file():
            raise MissingToolError(f"Lighthouse gave no report: {done.stderr.strip()[-300:]}")
        report = json.loads(said.read_text(encoding="utf-8"))
    weights = {ref["id"] for c in report["categories"].values() for ref in c["auditRefs"] if ref["weight"]}
    failed = [
        a["id"]
        for a in report["audits"].values()
        if a["id"] in weights and (a["score"] or 0) < 1 and a["score"] is not None
    ]
    return Scores(
        tuple(round(100 * report["categories"][name]["score"]) for name in CATEGORIES),
        report["audits"]["cumulative-layout-shift"]["numericValue"],
        tuple(failed),
    )
