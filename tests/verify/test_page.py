"""The report of a check in a real browser: axe-core, no sideways scrolling, one sheet of A4."""

import io
from pathlib import Path

import pytest

from sitegen.problems import Place, problem
from sitegen.verify.page import report_page
from sitegen.verify.values import Asked, Result, note
from sitegen.write.manifest import Entry, Manifest
from sitegen.write.release import Statement
from tests.conftest import TODAY, Tabs
from tests.page.test_axe import WAYS

URL = "https://dinkescontoh.example/"
INCIDENT = Result(
    URL,
    "url",
    (
        problem("verify-gambling", Place("artikel/jadwal.html"), words="slot gacor, maxwin, togel"),
        problem("verify-cloaked", Place("index.html"), reader="Googlebot", reason="HTTP 200"),
        problem("verify-redirect", Place("kontak.html"), url="https://jahat.example/masuk"),
        *(problem("verify-altered", Place(f"artikel/halaman-{number}.html")) for number in range(30)),
    ),
    (note("http", host="dinkescontoh.example"), note("certificate", date="2027-01-09", days=49)),
    Manifest("dinkesContoh", "dinkesContoh.example", {"index.html": Entry("0" * 64, 1)}),
    "0123456789abcdef" * 4,
    Statement("dinkesContoh", "dinkesContoh.example", 7, "0" * 64, "1" * 64, ()),
    "SHA256:1RTVuMI1DfxbsrkqRCh+clutf51pZV6cIEbCJZ+Oz3o",
    112,
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "laporan.html").write_text(report_page(INCIDENT, Asked(URL, TODAY)), "utf-8")
    return tmp_path / "laporan.html"


def test_axe_and_width(tabs: Tabs, page: Path) -> None:
    axe = pytest.importorskip("tests.page.axe", reason="the package axe-playwright-python is not installed")
    found: list[str] = []
    with tabs() as tab:
        said: list[str] = []
        tab.on("console", lambda message: said.append(message.text))
        tab.goto(page.as_uri())
        assert not said, "the policy of the page stops something on it"
        axe.inject(tab)
        for scheme, width in WAYS:
            tab.emulate_media(color_scheme=scheme)
            tab.set_viewport_size({"width": width, "height": 780})
            found += [f"{width} px, {scheme}: {line}" for line in axe.violations(tab)]
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert not found, "\n" + "\n".join(found)


def test_one_sheet(tabs: Tabs, page: Path) -> None:
    pypdf = pytest.importorskip("pypdf", reason="the package pypdf is not installed")
    with tabs() as tab:
        tab.goto(page.as_uri())
        sheets = pypdf.PdfReader(io.BytesIO(tab.pdf(format="A4"))).pages
    assert len(sheets) == 1
    said = " ".join(sheets[0].extract_text().split())
    for words in ("slot gacor", "Googlebot", "jahat.example", "nomor 7", "Jangan menghapus", "Diterima oleh"):
        assert words in said
