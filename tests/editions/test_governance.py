"""Governance: the ladder by risk and day, what readers see of it, `sitegen review`, dated figures."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen import locale
from sitegen.cli import cli
from sitegen.model.document import Text
from sitegen.problems import Place
from sitegen.read.governance import RISK
from sitegen.read.project import read_project
from sitegen.render.markdown import parse
from sitegen.review import review
from tests.conftest import GOOD, REPO, MakeProject, build_project, read_tree

FILE = "content/shared/artikel/tinjau.md"
DUE = dt.date(2026, 12, 1)
ARTICLE = """\
---
title: Ditinjau
summary: Ringkasan yang ditinjau.
topics: [umum]
date: 2026-01-05
checked: 2026-09-01
review_by: 2026-12-01
risk: {risk}
legal_basis: [Undang-Undang Contoh]
sources:
  - title: Sumber Contoh
---
## Isi

Isi yang ditinjau{mark}.
"""
# Risk -> days from `review_by` on which a step begins, and what is said from then on.
STEPS: dict[str, tuple[tuple[int, str], ...]] = {
    "rendah": ((-7, "review-soon"), (1, "review-overdue")),
    "sedang": ((-14, "review-soon"), (1, "review-overdue-until"), (180, "review-held")),
    "tinggi": ((-30, "review-soon"), (1, "review-overdue-until"), (90, "review-held")),
}


def files(risk: str = "tinggi", mark: str = "") -> dict[str, str]:
    return {**GOOD, FILE: ARTICLE.format(risk=risk, mark=mark)}


def said(root: Path, day: dt.date) -> tuple[list[str], dt.date | None]:
    problems: list[Any] = []
    project = read_project(root, day, False, problems)
    return [p.rule for p in problems if p.severity == "warning"], project.next_change


@pytest.mark.parametrize("risk", RISK)
def test_ladder(risk: str, project: MakeProject) -> None:
    """Each step begins on its day, not a day before, and the build before it knows that day."""
    root = project(files(risk))
    before: list[str] = []
    for days, rule in STEPS[risk]:
        turn = DUE + dt.timedelta(days)
        assert said(root, turn - dt.timedelta(1)) == (before, turn)
        before = [rule]
        assert said(root, turn)[0] == before
    assert said(root, dt.date(2031, 1, 1)) == (before, None)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_the_last_days_of_the_calendar(day: str, project: MakeProject) -> None:
    root = project({**GOOD, FILE: files()[FILE].replace("2026-12-01", day)})
    said(root, dt.date(2026, 11, 21))


def test_a_finished_build_does_not_outlive_a_step(project: MakeProject) -> None:
    root = project(files("sedang", " {per 2026-09-01}"))
    assert not build_project(root, today=dt.date(2026, 11, 10)).failed
    first = read_tree(root / "dist/satu.example")["artikel/tinjau.html"]
    old = build_project(root, today=dt.date(2026, 12, 1))
    assert [p.rule for p in old.problems if p.severity == "warning"] == ["review-soon", "figure-old"]
    assert read_tree(root / "dist/satu.example")["artikel/tinjau.html"] == first, "a warning changes no page"
    build_project(root, today=dt.date(2026, 12, 2))
    assert read_tree(root / "dist/satu.example")["artikel/tinjau.html"] == first.replace(
        b'2026-12-01" hidden>', b'2026-12-01">'
    )


def test_what_readers_see(project: MakeProject) -> None:
    root = project(files())
    build_project(root, today=dt.date(2026, 11, 10))
    tree = read_tree(root / "dist/satu.example")
    page = tree["artikel/tinjau.html"].decode()
    assert '<p class="late" data-due="2026-12-01" hidden><b>Lewat jadwal tinjauan' in page
    for day in ("2026-01-05", "2026-09-01", "2026-12-01"):
        assert f"<dd>{locale.long_date(dt.date.fromisoformat(day), 'id')}</dd>" in page, "no script: the dates stand"
    assert "<li>Undang-Undang Contoh</li>" in page
    assert "dataset.due" in page
    assert b'class="late"' not in tree["artikel/pertama.html"]

    build_project(root, today=dt.date(2027, 3, 1))
    tree = read_tree(root / "dist/satu.example")
    tomb = tree["artikel/tinjau.html"].decode()
    assert "Isi halaman ini sedang ditinjau ulang. Sejak 1\xa0Maret 2027" in tomb
    assert "Isi yang ditinjau" not in tomb
    assert '<meta name="robots" content="noindex">' in tomb
    assert "tel:" in tomb.partition("<main")[2].partition("</main>")[0], "a way to go on"
    for path, data in tree.items():
        assert path in ("artikel/tinjau.html", "sitegen-manifest.json") or b"tinjau.html" not in data, path


def test_a_review_brings_the_page_back(project: MakeProject) -> None:
    root = project(files())
    late = dt.date(2027, 3, 1)
    report = build_project(root, today=late)
    held = next(p for p in report.problems if p.rule == "review-held")
    assert held.place == Place(FILE, 7, 12)
    assert f"sitegen review {FILE} --by" in held.hint("id")
    review(root, FILE, "Nama Contoh", late, dt.date(2027, 6, 1), late)
    report = build_project(root, today=late)
    assert [p.rule for p in report.problems if p.severity != "task"] == []
    page = read_tree(root / "dist/satu.example")["artikel/tinjau.html"].decode()
    assert "Nama Contoh, 1\xa0Maret 2027" in page


# -- sitegen review --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_review_keeps_every_other_byte(eol: str, bom: bytes, project: MakeProject) -> None:
    lines = [
        "---", "# kepala", 'title:   "Ditinjau: #1"', "summary: a", "topics: [umum]",
        "reviewer:  'Nama # Lama'   # lama", "date: 2026-01-05  # terbit", "reviewed: 2026-01-01  # dulu", "",
        "# review_by: 2020-01-01", "---", "Isi  ", "reviewed: bukan ini", "",
    ]  # fmt: skip
    root = project({**GOOD, FILE: bom + eol.join(lines).encode()})
    on = dt.date(2026, 11, 20)
    done = review(root, "artikel/tinjau", 'dr. "Ani" Contoh, Sp.A', on, dt.date(2027, 2, 20), on)
    lines[5] = 'reviewer:  "dr. \\"Ani\\" Contoh, Sp.A"   # lama'
    lines[7] = "reviewed: 2026-11-20  # dulu"
    lines.insert(10, "review_by: 2027-02-20")
    written = (root / FILE).read_bytes()
    assert written == bom + eol.join(lines).encode()
    assert done.file == FILE
    assert [after for _, after in done.changes] == [lines[7], lines[5], lines[10]]
    assert review(root, FILE, 'dr. "Ani" Contoh, Sp.A', on, dt.date(2027, 2, 20), on).changes == ()
    assert (root / FILE).read_bytes() == written


@pytest.mark.parametrize(
    "front",
    [
        "{title: a, summary: b}",
        "title: a\nreviewer: >\n  Nama\n  Lama",
        'title: a\n"reviewer": Nama',
        "title: a\nreviewed: 2026-01-01\nreviewed: 2026-01-02",
        "title: [a",
    ],
)
def test_review_refuses_what_it_cannot_change_safely(front: str, project: MakeProject) -> None:
    source = f"---\n{front}\n---\nIsi.\n"
    root = project({**GOOD, FILE: source})
    result = run(root, FILE, "--by", "Nama", "--on", "2026-11-20")
    assert result.exit_code == 1
    assert "[" in result.output
    assert "Traceback" not in result.output
    assert (root / FILE).read_text() == source


@pytest.mark.parametrize(
    ("words", "code", "answer"),
    [
        (("artikel/tinjua", "--by", "Nama", "--on", "2026-11-20"), 1, "Mungkin maksud Anda: artikel/tinjau"),
        (("content/shared/artikel/tinja.md", "--by", "N", "--on", "2026-11-20"), 1, f"Mungkin maksud Anda: {FILE}"),
        (("../../etc/passwd", "--by", "Nama", "--on", "2026-11-20"), 1, "review-unknown"),
        (("artikel/tinjau", "--by", " ", "--on", "2026-11-20"), 1, "review-name"),
        (("artikel/tinjau", "--by", "a\nb: c", "--on", "2026-11-20"), 1, "review-name"),
        (("artikel/tinjau", "--by", "{{ site.name }}", "--on", "2026-11-20"), 1, "review-name"),
        (("artikel/tinjau", "--by", "Nama", "--on", "2999-01-01"), 1, "review-days"),
        (("artikel/tinjau", "--by", "Nama", "--on", "2026-11-20", "--next", "2026-11-20"), 1, "review-days"),
        (("artikel/tinjau", "--by", "Nama", "--on", "20-11-2026"), 2, "Tulis tahun-bulan-hari"),
        (("artikel/tinjau", "--by", "Nama", "--on", ""), 2, "Tulis tahun-bulan-hari"),
        (("artikel/tinjau", "--on", "2026-11-20"), 2, "--by"),
        (("artikel/tinjau", "--by", "Nama"), 2, "--on"),
        (("tinjau", "--by", "Nama", "--on", "2026-11-20"), 0, 'menjadi  reviewer: "Nama"'),
    ],
)
def test_review_on_the_command_line(words: tuple[str, ...], code: int, answer: str, project: MakeProject) -> None:
    root = project(files())
    before = (root / FILE).read_bytes()
    result = run(root, *words)
    assert result.exit_code == code, result.output
    assert answer in result.output
    assert ((root / FILE).read_bytes() == before) == (code != 0)


def test_several_layers(project: MakeProject) -> None:
    note = "---\noverride: before\n---\nCatatan.\n"
    root = project({**files(), "content/sites/satu/artikel/tinjau.md": note})
    assert FILE in run(root, "artikel/tinjau", "--by", "Nama", "--on", "2026-11-20").output
    (root / FILE).unlink()
    other = root / "content/sites/dua/artikel/tinjau.md"
    other.parent.mkdir(parents=True)
    other.write_text(note)
    assert "review-several" in run(root, "artikel/tinjau", "--by", "Nama", "--on", "2026-11-20").output


def run(root: Path, *words: str) -> Any:
    return CliRunner().invoke(
        cli, ["-C", str(root), "--lang", "id", "review", *words], env={"SOURCE_DATE_EPOCH": "1795305600"}
    )


# -- figures ---------------------------------------------------------------------------------------------------------


def text_of(source: str, lang: str = "id") -> Text:
    return Text("k", lang, source.encode(), ())


def test_figures_become_dates() -> None:
    source = "Biaya **Rp42.000**{per 2026-11-21}, `{per 2026-11-21}`, \\{per 2026-11-21}."
    source += "\n\n| a |\n|---|\n| 3 {per 2026-01-02} |\n"
    parsed, html = parse(text_of(source))
    assert '<strong>Rp42.000</strong><time class="per" datetime="2026-11-21">(per 21&nbsp;November 2026)</time>' in html
    assert "<code>{per 2026-11-21}</code>, {per 2026-11-21}." in html
    assert [(f.day.isoformat(), f.line, f.column) for f in parsed.figures] == [
        ("2026-11-21", 1, 19),
        ("2026-01-02", 5, 5),
    ]
    assert "(as of January&nbsp;2, 2026)" in parse(text_of(source, "en"))[1]


@pytest.mark.parametrize(
    "mark", ["{per 2026-02-30}", "{per kemarin}", "{per <b>}", '{per " onclick=x}', "{per ２０２６-01-01}"]
)
def test_a_mark_without_a_day_is_a_flaw(mark: str) -> None:
    for before in ("Tiga ", "**Tiga**", "## Tiga "):
        parsed, html = parse(text_of(f"{before}{mark}.\n"))
        assert {"figure-date"} & {flaw.rule for flaw in parsed.flaws} or "raw-html" in {f.rule for f in parsed.flaws}
        assert "onclick=x" not in re.sub(r">[^<]*<", "><", html)
        assert parsed.figures == ()


def test_old_figures_have_their_places(project: MakeProject) -> None:
    root = project(files("rendah", " {per 2026-09-01}"))
    fresh = build_project(root, today=dt.date(2026, 11, 30))
    assert "figure-old" not in {p.rule for p in fresh.problems}
    again = build_project(root, today=dt.date(2026, 12, 1))
    assert [p.place for p in again.problems if p.rule == "figure-old"] == [Place(FILE, 15, 19)]
    assert again.parsed == 0, "the day is not in the cached HTML"


def test_the_manual_is_true(project: MakeProject) -> None:
    """The example of docs/governance.md builds without a word."""
    manual = (REPO / "docs/governance.md").read_text(encoding="utf-8")
    example = re.search(r"```markdown\n(---\n.*?)```", manual, re.DOTALL)
    assert example
    root = project({**GOOD, FILE: example[1].replace("topics: [jkn]", "topics: [umum]")})
    report = build_project(root, today=dt.date(2026, 11, 22))
    assert [str(p.place) for p in report.problems if p.place.file == FILE] == []
    for risk, ladder in RISK.items():
        row = next(line for line in manual.splitlines() if line.startswith(f"| `{risk}` |"))
        assert f"{ladder.warn} hari" in row
        assert ("tidak pernah" if ladder.hold is None else f"{ladder.hold} hari") in row
