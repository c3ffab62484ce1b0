"""Four sites with one override, one office that holds new articles, and what may be done to them."""

import datetime as dt
from pathlib import Path

from sitegen.diff.run import diff
from sitegen.model.difference import Change, Difference
from sitegen.options import Options
from tests.conftest import ARTICLE, GOOD, TODAY, build_project, write

FIRST = "content/shared/artikel/pertama.md"
SECOND = "content/shared/artikel/kedua.md"
OWN = "content/sites/dua/artikel/pertama.md"
SITES = """\
facts:
  jadwal: {type: text, about: Hari buka}
groups:
  hati-hati: {title: Meninjau dulu, sites: [tiga], hold: ya}
sites:
  - {domain: satu.example, district: "32.02"}
  - {domain: dua.example, district: "15.01"}
  - {domain: tiga.example, district: "93.01"}
  - {domain: empat.example, district: "81.04"}
"""
BODY = """\
---
title: Pertama
summary: Ringkasan dari Pertama.
topics: [umum]
date: 2026-11-01
---
## Ke puskesmas {#datang}

Datang ke puskesmas di {{ region.name }} pada hari Senin.

## Tanya

Telepon [165](tel:165).
"""
FILES = {
    **GOOD,
    "sites.yaml": SITES,
    FIRST: BODY,
    **{f"content/shared/artikel/lain-{n}.md": ARTICLE.format(title=f"Lain {n}") for n in range(4)},
}


def published(root: Path) -> Path:
    """The network, accepted by the office that holds, with the override of one site, and published."""
    from sitegen.accept import accept
    from sitegen.overrides import Overrides

    accept(root, "tiga", (), "Ibu Contoh", TODAY, TODAY)
    assert not Overrides(root).make("dua", "artikel/pertama", "section", "datang").problems
    replaced(root, OWN, "Datang ke", "Naik perahu ke")
    report = build_project(root)
    assert not report.failed, [p.message("en") for p in report.problems]
    return root


def replaced(root: Path, path: str, old: str, new: str) -> None:
    """Changes words in a file of the project."""
    text = (root / path).read_text("utf-8")
    assert old in text
    write(root, {path: text.replace(old, new, 1)})


def compared(root: Path, against: str = "", *, sites: tuple[str, ...] = (), today: dt.date = TODAY) -> Difference:
    """What `sitegen diff` finds."""
    return diff(Options(root, root / "dist", today, sites), against, lambda *_: None)


def only(found: Difference) -> Change:
    """The one entry that there is."""
    assert [(c.kind, c.name) for c in found.changes] == [(found.changes[0].kind, found.changes[0].name)]
    return found.changes[0]
