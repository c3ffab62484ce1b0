"""Single chapters that a diary once stumbled over, told on purpose."""

import os
import shutil
import signal
import time
import warnings
from contextlib import suppress
from pathlib import Path

import pytest

from sitegen import noop
from sitegen.write import publish
from tests.diary.network import Network, article, build, network, options, trees, write

pytestmark = pytest.mark.usefixtures("hasty")


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "sync", lambda _trees: None)


def made(root: Path, net: Network | None = None) -> Network:
    chosen = net or network()
    write(root, chosen.all_files())
    assert not build(options(root)).failed
    return chosen


def pages(root: Path, path: str) -> dict[str, bytes]:
    return {domain: files[path] for domain, files in trees(root / "dist").items() if path in files}


def test_two_themes_with_the_same_templates(tmp_path: Path) -> None:
    """Pages are the same, slots are not: what one theme prepared must not fill the other's sites."""
    net = made(tmp_path / "p")
    net.sites["dinkesTujuh.example"]["theme"] = "default"
    write(tmp_path / "q", net.all_files())
    build(options(tmp_path / "q"))
    lone, both = (trees(tmp_path / name / "dist") for name in "qp")
    assert both["dinkesSatu.example"] == lone["dinkesSatu.example"]
    theirs = both["dinkesTujuh.example"]["tentang.html"]
    assert b"max-width:50rem" in theirs
    assert theirs.replace(b"50rem", b"40rem") == lone["dinkesTujuh.example"]["tentang.html"]


@pytest.mark.parametrize("harm", ["delete", "truncate", "forget"])
def test_a_lost_text_is_parsed_again(tmp_path: Path, harm: str) -> None:
    root = tmp_path / "p"
    net = made(root)
    if harm == "forget":
        (root / ".sitegen/cache/rows.json").unlink()
    for path in (root / ".sitegen/cache").glob("*.html"):
        if harm != "truncate":
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:50])
    net.files["themes/default/style/base.css"] += b"p{}"
    net.files["themes/default/templates/document.html"] += b"<!-- neu -->"
    net.files["themes/default/templates/base.html"] += b"<!-- neu -->"
    write(root, net.all_files())
    assert not build(options(root)).failed
    clean = tmp_path / "q"
    write(clean, net.all_files())
    build(options(clean))
    assert trees(root / "dist") == trees(clean / "dist")


def test_a_withdrawn_translation_is_not_listed(tmp_path: Path) -> None:
    """Lists fall back to a language in which the document is shown; sites that never had it list the same."""
    net = network()
    net.sites = {
        f"dinkes{n}.example": {"district": c, "languages": "[id, en]"} for n, c in (("A", '"32.02"'), ("B", '"35.06"'))
    }
    net.groups = {"jawa": {"title": "Jawa", "sites": "[dinkesA]"}}
    net.docs = {
        "content/shared/artikel/satu.md": article("Satu", "[jkn]", 1, "Satu."),
        "content/shared/artikel/satu.en.md": article(
            "One",
            "[jkn]",
            1,
            "One.",
            withdrawn="{on: 2026-11-01, reason: Wrong, sites: {only: [dinkesA]}}",
            sites="{only: [dinkesA]}",
        ),
    }
    net.files = {p: data for p, data in net.files.items() if p.startswith("themes/default/")}
    made(tmp_path, net)
    for path in ("en/artikel/index.html", "en/peta-situs.html", "en/topik/jkn.html", "en/index.html", "en/feed.xml"):
        for domain, page in pages(tmp_path, path).items():
            assert b"Satu" in page, f"{domain}/{path}"
            assert b"One" not in page, f"{domain}/{path}"
    assert b"Wrong" in trees(tmp_path / "dist")["dinkesA.example"]["en/artikel/satu.html"]
    assert "en/artikel/satu.html" not in trees(tmp_path / "dist")["dinkesB.example"]


def test_no_day_stops_a_build(tmp_path: Path) -> None:
    """What expires takes the files beside it along: no error, and tombstones may lead to its own."""
    net = network()
    net.docs["content/shared/artikel/tiga.md"].front["expires"] = "2026-11-22"
    net.docs["content/shared/artikel/ditarik.md"].front["withdrawn"] = "{on: 2026-11-10, instead: artikel/tiga}"
    made(tmp_path, net)
    later = build(options(tmp_path, net.today.replace(day=22)))
    assert not later.failed, [str(p) for p in later.problems if p.severity == "error"]
    assert "content/shared/artikel/ditarik.md" in {p.place.file for p in later.problems if p.rule == "link-gone"}
    assert b'href="tiga.html"' in pages(tmp_path, "artikel/ditarik.html")["dinkesSatu.example"]  # a tombstone, too
    assert pages(tmp_path, "artikel/tiga.html")
    assert not list((tmp_path / "dist").glob("*/artikel/tiga/*"))


def test_an_altered_file_that_full_mended_stays_mended(tmp_path: Path) -> None:
    """The previous version shares inodes with the live one: what was altered there must not come back."""
    net = made(tmp_path)
    net.files["themes/default/style/base.css"] += b"p{}"
    write(tmp_path, net.all_files())
    build(options(tmp_path))
    page = tmp_path / "dist/dinkesSatu.example/berkas.txt"
    page.write_bytes(b"diubah")
    assert not build(options(tmp_path, full=True)).failed
    assert page.read_bytes() == b"berkas bersama\n"
    for text in (b"q{}", b"i{}"):
        net.files["themes/default/style/base.css"] += text
        write(tmp_path, net.all_files())
        build(options(tmp_path))
        assert page.read_bytes() == b"berkas bersama\n"


@pytest.mark.parametrize(
    ("file", "text", "rule"),
    [
        ("page.html", "{{ site.tiada }}", "template-failed"),
        ("page.html", "{{ page.tiada }}", "template-failed"),
        ("page.html", "{{ page.title + 1 }}", "template-failed"),
        ("page.html", "{{ cards }}", "template-unknown"),
        ("page.html", "{{ cards.tiada }}", "template-unknown"),
        ("page.html", "{{ page.head.crumbs[0].href|date }}", "template-failed"),
        ("page.html", '{{ _("{a} {b}", a=1) }}', "template-failed"),
        ("cards/row.html", "{{ card.tiada }}", "template-failed"),
        ("cards/row.html", "{{ site.tiada }}", "template-failed"),
        ("partials/footer.html", "{{ site.tiada }}", "template-failed"),
        ("partials/footer.html", "{{ 1 // 0 }}", "template-failed"),
        ("files/robots.txt", "{{ site.contact.tiada }}", "template-failed"),
        ("page.html", "{% include 'tiada.html' %}", "template-missing"),
        ("page.html", "{% for %}", "template-syntax"),
        ("page.html", r'{{ "\ue000site.name\ue001" }}', "template-character"),
    ],
)
def test_a_mistake_in_a_template_is_a_problem(tmp_path: Path, file: str, text: str, rule: str) -> None:
    net = network()
    for theme in ("default", "lain"):
        net.files[f"themes/{theme}/templates/{file}"] = text.encode()
    write(tmp_path, net.all_files())
    report = build(options(tmp_path))
    assert report.failed
    found = [p for p in report.problems if p.rule == rule]
    assert found, [str(p) for p in report.problems]
    assert found[0].place.file.startswith("themes/")
    assert {p.place.file.rpartition("templates/")[2] for p in found} == {file}


def test_a_forged_slot_is_a_problem(tmp_path: Path) -> None:
    net = network()
    net.docs["content/shared/artikel/tiga.md"].body += "\n\nPalsu &#xE000;0&#xE001; dan &#57344;7&#57345;"
    write(tmp_path, net.all_files())
    report = build(options(tmp_path))
    places = {(p.place.file, p.place.line) for p in report.problems if p.rule == "character-unsafe-after"}
    assert report.failed
    assert places == {("content/shared/artikel/tiga.md", 14)}


def test_the_lock_ends_with_the_killed_build(tmp_path: Path) -> None:
    """Workers that outlive a killed build neither hold its lock nor go on writing."""
    if not hasattr(os, "fork"):
        pytest.skip("needs fork")
    net = network()
    write(tmp_path, net.all_files())
    ready, told = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        os.setsid()
        from sitegen import work

        original = work.Workshop.make

        def make(self: work.Workshop, job: work.Job) -> work.Done:
            os.write(told, b"at work")
            time.sleep(20)
            os.write(told, b"still there")
            return original(self, job)

        work.Workshop.make = make  # type: ignore[method-assign]
        build(options(tmp_path, jobs=2))
        os._exit(0)
    try:
        os.close(told)
        assert os.read(ready, 7) == b"at work"
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        rest = b""
        while more := os.read(ready, 100):  # ends once no worker is left that could write
            rest += more
        assert b"still there" not in rest
        report = build(options(tmp_path))
        assert not [p for p in report.problems if p.rule == "output-locked"]
        assert not report.failed
    finally:
        os.close(ready)
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)


def test_an_edit_after_the_scan_is_seen_by_the_next_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inputs are scanned once for the check and the build; what is saved between the two is read, or it is not."""
    monkeypatch.setattr("sitegen.touched.MARGIN", 0)
    made(tmp_path)
    chosen = options(tmp_path)
    page = tmp_path / "content/shared/halaman/tentang.md"
    page.write_bytes(page.read_bytes() + b"\nSatu.\n")
    inputs = noop.Inputs(chosen)
    assert noop.nothing_to_do(chosen, inputs) is None
    page.write_bytes(page.read_bytes() + b"\nDua.\n")
    assert not build(chosen, inputs).failed
    assert noop.nothing_to_do(chosen) is None
    assert not build(chosen, noop.Inputs(chosen)).failed
    assert noop.nothing_to_do(chosen) is not None


def test_a_noop_sees_every_kind_of_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.touched.MARGIN", 0)
    net = made(tmp_path)
    chosen = options(tmp_path)

    def again() -> None:
        assert noop.nothing_to_do(chosen) is None
        assert not build(chosen).failed
        assert noop.nothing_to_do(chosen) is not None

    assert noop.nothing_to_do(chosen) is not None
    page = tmp_path / "content/shared/halaman/tentang.md"
    stat = page.stat()
    page.write_bytes(page.read_bytes().replace(b"Situs", b"SITUS"))
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # same size, same time of change: ctime tells
    again()
    page.write_bytes(net.docs["content/shared/halaman/tentang.md"].text().encode())
    again()
    (tmp_path / "content/shared/static/.tersembunyi").write_bytes(b"x")
    again()
    (tmp_path / "dist/dinkesSatu.example/berkas.txt").unlink()
    again()
    (tmp_path / "dist/dinkesSatu.example/kosong").mkdir()
    assert noop.nothing_to_do(chosen) is None
    (tmp_path / "dist/dinkesSatu.example/kosong").rmdir()
    again()
    shutil.rmtree(tmp_path / "dist/dinkesLima.example")
    again()
    # The day on which a document appears, and any day before the one of the build.
    assert noop.nothing_to_do(options(tmp_path, net.today.replace(day=25))) is not None
    assert noop.nothing_to_do(options(tmp_path, net.today.replace(month=12, day=3))) is None
    assert noop.nothing_to_do(options(tmp_path, net.today.replace(day=20))) is None
