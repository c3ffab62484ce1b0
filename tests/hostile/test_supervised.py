"""Limits need a process (safety rule 6): what never ends is ended and named, and all else is done."""

import multiprocessing
import os
import time
from pathlib import Path

import pytest

from sitegen import supervised, work
from sitegen.model.document import Segment, Text
from sitegen.model.parsed import Parsed
from sitegen.problems import Refused
from sitegen.render import markdown
from sitegen.supervised import Ended, Slow, each, start_method
from tests.conftest import ARTICLE, GOOD, MakeProject, build_project, read_tree

pytestmark = pytest.mark.skipif(start_method() != "fork", reason="limits by the kernel")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervised, "SECONDS", 0.3)
    monkeypatch.setattr(supervised, "BUDGET", 0.8)
    monkeypatch.setattr(supervised, "MEMORY", 64 * 1024 * 1024)


def touched(item: str) -> None:
    """Makes a file; words do what they say."""
    if item == "busy":
        doubled(item)
    Path(item).touch()


def doubled(item: object) -> object:
    """Twice a number; words do what they say."""
    if item == "busy":
        while True:
            pass
    if item == "busy in C":
        return 9 ** (9**9)
    if item == "large":
        return "a" * 10**9
    if item == "small but many":
        return [bytearray(10**6) for _ in range(10**4)]
    if item == "dies":
        os._exit(3)
    if item == "killed":
        os.kill(os.getpid(), 9)
    if item == "fails":
        raise KeyError("a mistake of ours")
    assert isinstance(item, int)
    return 2 * item


@pytest.mark.parametrize("processes", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 8, 9, 50])
def test_the_order_is_kept(processes: int, count: int) -> None:
    assert list(each(doubled, list(range(count)), processes)) == [2 * n for n in range(count)]


def test_workers_begin_at_once_and_end_with_whoever_asked(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    going = each(touched, [str(seen), "busy"], 1)
    while not seen.exists():
        time.sleep(0.01)
    assert multiprocessing.active_children()
    del going
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("bad", ["busy", "busy in C", "large", "small but many", "dies", "killed"])
@pytest.mark.parametrize("at", [0, 7, 11, 29])
def test_one_that_has_to_be_ended(bad: str, at: int) -> None:
    items: list[object] = list(range(30))
    items[at] = bad
    wanted: list[object] = [2 * n for n in range(30)]
    wanted[at] = Ended()
    assert list(each(doubled, items, 2)) == wanted


def test_several_are_enough() -> None:
    made = list(each(doubled, ["dies", 1, "large", "killed", *range(40)], 1))
    assert made[:4] == [Ended(), 2, Ended(), Ended()]
    assert made[-1] == Ended(tried=False)


def slowly(number: int) -> int:
    """Half of what an item may take."""
    until = time.process_time() + 0.15
    while time.process_time() < until:
        pass
    return number


def test_many_that_are_slow_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """None is ended, and thousands of them would take hours."""
    monkeypatch.setattr(supervised, "SLOW", 0.1)
    made = list(each(slowly, list(range(40)), 1))
    tried = [one for one in made if isinstance(one, Slow)]
    assert made == [*(Slow(n) for n in range(len(tried))), *[Ended(tried=False)] * (40 - len(tried))]
    assert 4 <= len(tried) <= 6  # 0.8 s of 0.15 s each


def test_mistakes_of_ours_are_raised() -> None:
    with pytest.raises(KeyError, match="a mistake of ours") as caught:
        list(each(doubled, [1, "fails", 2], 2))
    assert "in doubled" in caught.value.__notes__[0]


def sleeps(item: str) -> str:
    if item == "asleep":
        time.sleep(600)
    return item


def test_one_that_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It uses no processor time, so the parent has to end it."""
    monkeypatch.setattr(supervised, "PATIENCE", 0.5)
    assert list(each(sleeps, ["a", "asleep", "b"], 2)) == ["a", Ended(), "b"]


def test_no_worker_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    pids = list(each(_pid, [0] * 20, 2))
    some = each(_pid, [0] * 20, 2)
    pids.append(next(some))
    some.close()  # type: ignore[attr-defined]
    for pid in {pid for pid in pids if isinstance(pid, int)}:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def _pid(_: int) -> int:
    return os.getpid()


# -- in a build ------------------------------------------------------------------------------------------------------


def stubborn(text: Text) -> tuple[Parsed, str]:
    """A parser that some texts keep busy: what the next hole in a library will look like."""
    if "MACET" in text.source:
        while True:
            pass
    return _PARSE(text)


_PARSE = markdown.parse
ARTICLES = "content/shared/artikel/{}.md"


@pytest.mark.usefixtures("quick_themes")
def test_the_culprit_is_named_and_nothing_is_kept(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    many = {ARTICLES.format(f"a{n}"): ARTICLE.format(title=f"A{n}") for n in range(30)}
    root = project({**GOOD, **many})
    assert not build_project(root).failed
    live = read_tree(root / "dist/satu.example")
    bad = root / ARTICLES.format("a7")
    bad.write_text(bad.read_text(encoding="utf-8") + "\nMACET\n", encoding="utf-8")
    monkeypatch.setattr(markdown, "parse", stubborn)
    for _ in range(2):
        report = build_project(root)
        found = [p for p in report.problems if p.severity == "error"]
        assert [(p.place.file, p.rule) for p in found] == [(ARTICLES.format("a7"), "text-too-costly")]
        assert read_tree(root / "dist/satu.example") == live
    monkeypatch.setattr(markdown, "parse", _PARSE)  # it was the machine's word: nobody remembers it
    assert not build_project(root).failed


def test_too_many_of_them_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "parse", stubborn)
    texts = [Text(str(n), "id", b"MACET", (), (Segment(1, f"{n}.md", 3),)) for n in range(20)]
    with pytest.raises(Refused) as caught:
        list(work.parse_all(texts, 2))
    assert {p.rule for p in caught.value.problems} == {"text-too-costly"}
    assert 3 <= len(caught.value.problems) <= 4
    assert caught.value.problems[0].place.line == 3


def ponderous(text: Text) -> tuple[Parsed, str]:
    """A parser that is slow, and comes to an end."""
    slowly(0)
    return work.TOO_COSTLY, ""


def test_all_that_are_slow_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervised, "SLOW", 0.1)
    monkeypatch.setattr("sitegen.render.markdown.parse", ponderous)
    texts = [Text(str(n), "id", b"Isi", (), (Segment(1, f"{n}.md", 3),)) for n in range(20)]
    with pytest.raises(Refused) as caught:
        list(work.parse_all(texts, 1))
    assert [(p.rule, p.place.file) for p in caught.value.problems] == [
        ("text-slow", f"{n}.md") for n in range(len(caught.value.problems))
    ]
    assert 4 <= len(caught.value.problems) <= 6
    assert len(list(work.parse_all(texts[:3], 1))) == 3  # a few do not matter


# What passed the cheap caps when they were first looked at, and took minutes: 90 KB each.
MINUTES = {
    "footnotes": "[^1]: x\n\n" + ("[^1] " * 790 + "\n\n") * 22,
    "definitions": "a\n: b\n" * 15_000,
    "headings": "## a\n" * 18_000,
    "underlined": "a\n-\n" * 22_000,
}


@pytest.mark.parametrize("name", MINUTES)
def test_texts_that_take_minutes(name: str) -> None:
    (packed,) = work.parse_all([Text("k", "id", MINUTES[name].encode(), ())], 1)
    assert packed is None
