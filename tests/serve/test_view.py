"""What is added to pages: nothing of a file's name, text or message becomes markup; the page itself stays as it is."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.excerpt import Sources
from sitegen.problems import Place, problem
from sitegen.serve import view
from sitegen.serve.sites import Entry, match
from sitegen.serve.view import Shown
from sitegen.serve.widen import policy, widened
from sitegen.serve.words import WORDS, word

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'</template></pre>&amp;\u202e\x1b[31m"
MERAUKE = Entry("dinkesMerauke", "dinkesMerauke.id", "Kabupaten Merauke", "Papua Selatan")
BURU = Entry("dinkesBuru", "dinkesBuru.id", "Kabupaten Buru", "Maluku")
SELATAN = Entry("dinkesBuruSelatan", "dinkesBuruSelatan.id", "Kabupaten Buru Selatan", "Maluku")
KOTA = Entry("dinkesKota", "kediri.go.example", "Kota Kediri", "Jawa Timur")
SITES = (MERAUKE, BURU, SELATAN, KOTA)
TAGS = set(
    "sitegen-pratinjau template link section details summary b div form label span input button datalist option p "
    "code small ol li pre a html head meta title body main script h1 ul mark".split()
)


class _Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag not in ("link", "input", "meta"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def read(html: str) -> _Read:
    found = _Read()
    found.feed(html)
    found.close()
    assert found.open == []
    assert set(found.tags) <= TAGS
    assert not [name for name in found.attributes if name.startswith("on") or name == "style"]
    return found


def hostile(tmp_path: Path, text: str, **more: Any) -> Shown:
    name = "content/" + text.replace("/", "").replace("\0", "")[:60] + ".md"
    try:
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"baris satu\n{text}\n", "utf-8")
    except (OSError, UnicodeError):
        pass  # a name that this disk cannot have is a name of a Problem all the same
    found = problem("link-missing", Place(name, 2, 3), sites=(text,), detail=text, target=text, near=text)
    sites = (Entry(text, text, text, text),)
    return Shown(**{"sites": sites, "problems": (found,), "failed": True, "state": text, **more})


@pytest.mark.parametrize("lang", ["id", "en"])
def test_hostile_words_stay_words(tmp_path: Path, lang: str) -> None:
    shown = hostile(tmp_path, HOSTILE)
    sources = Sources(tmp_path)
    fits = [(shown.sites[0], HOSTILE, HOSTILE)]
    for html in (
        view.bar(shown, sources, lang, HOSTILE, HOSTILE, HOSTILE),
        view.choice(shown, fits, lang, HOSTILE, HOSTILE),
        view.problems_page(shown, sources, lang),
        view.nothing_yet(shown, sources, lang),
        view.not_found(lang, HOSTILE),
    ):
        found = read(html)
        assert "<script>alert" in found.words
        assert "img" not in found.tags
        assert found.tags.count("script") <= 1
        assert not {"\x1b", "\u202e"} & set(found.words)


@given(text=st.text(max_size=80))
def test_any_words_stay_words(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("apa", numbered=True) if "/" in text else tmp_path_factory.getbasetemp()
    found = problem("key-unknown", Place(text, 1, 1), key=text, known=text, detail=text)
    shown = Shown((Entry(text, text, text, text),), (found,), True, text)
    read(view.bar(shown, Sources(folder), "id", text, text, text))


def test_a_problem_says_where_what_and_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("satu\n  kunci: x\n", "utf-8")
    found = problem("key-unknown", Place("a.md", 2, 3), key="kunci", known="title")
    shown = Shown(SITES, (found,), True)
    html = view.bar(shown, Sources(tmp_path), "id", "dinkesBuru.id", "index.html", "")
    words = read(html).words
    for wanted in ("a.md:2:3", found.message("id"), "2 |   kunci: x", found.hint("id"), "key-unknown"):
        assert wanted in words
    assert "2 |   <mark>k</mark>unci: x</pre>" in html
    assert found.message("en") in read(view.bar(shown, Sources(tmp_path), "en", "", "", "")).words


def test_only_a_failed_build_is_shown_over_pages(tmp_path: Path) -> None:
    error = problem("key-missing", Place("a.md", 1, 1), key="title", name="title")
    warning = problem("site-folder-left", Place("x"), domain="x")
    task = problem("contact-missing", Place("sites.yaml", 1, 1), key="phone")
    assert Shown(problems=(warning, error), failed=True).stopping() == (error,)
    assert Shown(problems=(warning, task), failed=True).stopping() == (warning,)  # with --strict
    assert Shown(problems=(warning, task)).stopping() == ()
    assert Shown(problems=(warning, task, error), failed=True).told() == (error, warning)
    html = view.bar(Shown(SITES, (warning, task)), Sources(tmp_path), "id", "dinkesBuru.id", "index.html", "")
    assert "1 peringatan" in read(html).words
    assert "Kesalahan" not in html


def test_many_problems(tmp_path: Path) -> None:
    many = tuple(problem("key-missing", Place("a.md", n, 1), key="title", name="title") for n in range(1, 31))
    found = read(view.bar(Shown(SITES, many, True), Sources(tmp_path), "id", "", "", ""))
    assert found.tags.count("li") == 20
    assert "Kesalahan: 30" in found.words
    assert "10 lagi" in found.words


def test_which_site_is_meant() -> None:
    assert match(SITES, "Kabupaten Merauke (dinkesMerauke)") == (MERAUKE,)
    assert match(SITES, "DINKESBURU") == match(SITES, "dinkesburu.id") == match(SITES, " kabupaten buru ") == (BURU,)
    assert match(SITES, "buru") == (BURU, SELATAN)
    assert match(SITES, "maluku selatan") == (SELATAN,)
    assert match(SITES, "kediri") == (KOTA,)
    assert match(SITES, "") == SITES
    assert match(SITES, "tiada") == ()
    assert match((), "buru") == ()


def test_the_page_stays_as_it_is() -> None:
    data = (
        b'<!DOCTYPE html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        b"style-src 'sha256-x='\"><title>a</title></head><body><p>isi \xc3\xa4</p><pre></body></pre></body>\n</html>\n"
    )
    wide = widened(data, "127.0.0.1:8000", "<b>bilah</b>")
    assert wide.count(b"<b>bilah</b>") == 1
    assert wide.endswith(b"</pre><b>bilah</b></body>\n</html>\n")
    start, end = wide.index(b' content="'), wide.index(b'"><title>')
    assert wide[:start] + wide[end:].replace(b"<b>bilah</b>", b"") == data[:start] + data[data.index(b'"><title>') :]
    bare = b"<p>tanpa kepala"
    assert widened(bare, "x", "<b>bilah</b>") == bare


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "default-src 'none'; style-src 'sha256-x='",
            "default-src 'none'; style-src 'sha256-x=' 'self'; script-src 'self'; connect-src ws://h:1; "
            "form-action 'self'",
        ),
        (
            "script-src 'sha256-y='; connect-src 'none'; style-src 'self'; form-action 'none'",
            "script-src 'sha256-y=' 'self'; connect-src ws://h:1; style-src 'self'; form-action 'self'",
        ),
        (
            "connect-src 'self'; connect-src http://x",
            "connect-src 'self' ws://h:1; script-src 'self'; style-src 'self'; form-action 'self'",
        ),
    ],
)
def test_the_policy_opens_for_the_preview_only(before: str, after: str) -> None:
    assert policy(before, "h:1") == after


def test_words_in_both_languages() -> None:
    for name, texts in WORDS.items():
        assert len(texts) == 2
        assert texts[0] != texts[1], name
    assert word("warnings", "id", count=2) == "2 peringatan"
    assert word("warnings", "en", count=2) == "Warnings: 2"
