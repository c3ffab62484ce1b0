"""Questions, announcements and events from their files to their pages, on the days that matter."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from sitegen.read.project import read_project
from tests.conftest import GOOD, Files, MakeProject, build_project, read_tree, write

NOTICE = """\
---
title: Loket pindah
summary: Ke lantai dua.
start: 2026-11-23
end: 2026-11-25
---
"""
EVENT = """\
---
title: "Senam; bersama, \\\\ sehat"
summary: Untuk semua.
start: 2026-12-01
time: 06.00
time_end: 07.30
place: "Lapangan, blok A"
repeat: {every: minggu, until: 2026-12-29}
cancelled: [2026-12-15]
---
"""
QUESTION = """\
---
title: Pertanyaan {}?
summary: Jawaban {}.
topics: [umum]
---
Isi {}: [lain](tanya-0.md).
"""


@pytest.fixture
def on(project: MakeProject) -> Callable[..., dict[str, bytes]]:
    """Builds GOOD with more files on a day and gives the files of its first site."""
    root: list[Path] = []

    def build(files: Files, day: str, site: str = "satu.example") -> dict[str, bytes]:
        if not root:
            root.append(project(GOOD))
        write(root[0], files)
        report = build_project(root[0], today=dt.date.fromisoformat(day))
        assert not report.failed, [p.message("en") for p in report.problems]
        return read_tree(root[0] / "dist" / site)

    return build


def test_an_announcement_comes_and_goes(on: Callable[..., dict[str, bytes]]) -> None:
    files = {"content/shared/pengumuman/pindah.md": NOTICE}
    page = "pengumuman/pindah.html"
    before = on(files, "2026-11-22")
    assert page not in before
    assert b"Loket pindah" not in before["index.html"]
    for day in ("2026-11-23", "2026-11-25"):
        shown = on(files, day)
        assert b"Loket pindah" in shown["index.html"]
        assert b'data-due="2026-11-25"' in shown["pengumuman.html"]
        assert b"Ke lantai dua." in shown[page]
    after = on(files, "2026-11-26")
    assert b"Loket pindah" not in after["index.html"]
    assert b"Ke lantai dua." not in after[page]
    assert b"tidak berlaku lagi" in after[page]
    assert b"Tidak ada pengumuman" in after["pengumuman.html"]


@pytest.mark.parametrize(
    ("today", "turn"),
    [
        ("2026-11-22", "2026-11-23"),
        ("2026-11-23", "2026-11-26"),
        ("2026-11-25", "2026-11-26"),
        ("2026-11-26", None),
    ],
)
def test_a_build_is_good_until_an_announcement_turns(project: MakeProject, today: str, turn: str | None) -> None:
    root = project({**GOOD, "content/shared/pengumuman/pindah.md": NOTICE})
    found = read_project(root, dt.date.fromisoformat(today), False, []).next_change
    assert (found.isoformat() if found else None) == turn


def test_events_pass_day_by_day(on: Callable[..., dict[str, bytes]]) -> None:
    files = {"content/shared/acara/senam.md": EVENT}

    def listed(tree: dict[str, bytes]) -> list[str]:
        return re.findall(r'<li class="ev" data-due="([^"]*)"', tree["agenda.html"].decode())

    weeks = ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"]
    assert listed(on(files, "2026-11-21")) == weeks
    assert listed(on(files, "2026-12-01")) == weeks
    later = on(files, "2026-12-02")
    assert listed(later) == weeks[1:]
    assert b"<s>" in later["agenda.html"]
    gone = on(files, "2026-12-30")
    assert listed(gone) == []
    assert b"tidak berlaku lagi" in gone["acara/senam.html"]


def test_a_day_changes_only_what_tells_of_it(on: Callable[..., dict[str, bytes]]) -> None:
    files = {"content/shared/acara/senam.md": EVENT}
    first, second = on(files, "2026-12-01"), on(files, "2026-12-02")
    changed = {path for path in first if first[path] != second[path]} - {"sitegen-manifest.json"}
    assert changed == {"agenda.html", "acara/senam.html"}


def test_the_calendar_says_what_the_pages_say(on: Callable[..., dict[str, bytes]]) -> None:
    files = {"content/shared/acara/senam.md": EVENT}
    tree = on(files, "2026-11-21")
    event: Any = next(iter(Calendar.from_ical(tree["agenda.ics"]).walk("VEVENT")))
    assert str(event["summary"]) == "Senam; bersama, \\ sehat"
    assert str(event["location"]) == "Lapangan, blok A"
    assert event["dtstart"].dt.isoformat() == "2026-12-01T06:00:00+07:00"
    rule = event["rrule"]
    assert (rule["freq"], rule["byday"]) == (["WEEKLY"], ["TU"])
    assert rule["until"] == [dt.datetime(2026, 12, 28, 23, 0, tzinfo=dt.UTC)]
    assert [one.dt.date().isoformat() for one in event["exdate"].dts] == ["2026-12-15"]
    for line in tree["agenda.ics"].split(b"\r\n"):
        assert len(line) <= 75, "RFC 5545, section 3.1"


def test_an_event_keeps_its_uid(on: Callable[..., dict[str, bytes]]) -> None:
    files = {"content/shared/acara/senam.md": EVENT}
    tree = on(files, "2026-11-21")
    uid = re.search(rb"UID:(\S+)", tree["acara/senam.ics"])
    assert uid
    assert uid[0] in tree["agenda.ics"]
    again = on({name: text.replace("Lapangan, blok A", "Balai") for name, text in files.items()}, "2026-11-21")
    assert b"Balai" in again["agenda.ics"]
    assert uid[0] in again["agenda.ics"]


@pytest.mark.parametrize("count", [5, 6])
def test_questions_are_grouped_when_they_are_many(on: Callable[..., dict[str, bytes]], count: int) -> None:
    files = {f"content/shared/tanya/tanya-{n}.md": QUESTION.format(n, n, n) for n in range(count)}
    tree = on(files, "2026-11-21")
    page = tree["tanya-jawab.html"].decode()
    assert re.findall(r'id="_t-([^"]*)"', page) == [f"tanya-{n}" for n in range(count)]
    assert ('id="_k-umum"' in page) == (count > 5)
    assert page.count('href="tanya-jawab.html#_t-tanya-0">lain') == count
    assert tree["index.html"].decode().count("tanya-jawab.html#_t-") == 5
    assert b"url=../tanya-jawab.html#_t-tanya-3" in tree["tanya/tanya-3.html"]


def test_no_questions_no_entry(on: Callable[..., dict[str, bytes]]) -> None:
    tree = on({}, "2026-11-21")
    assert not {"tanya-jawab.html", "pengumuman.html", "agenda.html"}.intersection(tree)
    assert b"tanya-jawab" not in tree["index.html"]
    assert b"agenda" not in tree["index.html"]
