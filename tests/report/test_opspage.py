"""The small writer of HTML: what is not HTML is escaped, wherever it stands."""

import re
from base64 import b64encode
from hashlib import sha256

from sitegen.opspage import Html, el, escaped, joined, page


def test_text_is_escaped_and_html_is_not() -> None:
    assert el("p", "<b>", el("i", "&")) == "<p>&lt;b&gt;<i>&amp;</i></p>"
    assert joined("<", Html("<br>"), 5) == "&lt;<br>5"
    assert escaped("\"'") == "&quot;&#x27;"


def test_attributes() -> None:
    assert el("a", "x", href='"><script>', class_="k", aria_label="a & b", title=None, hidden=True) == (
        '<a href="&quot;&gt;&lt;script&gt;" class="k" aria-label="a &amp; b" hidden>x</a>'
    )
    assert el("br") == "<br>"


def test_adding_text_to_html_gives_text() -> None:
    """What was not escaped as a whole is escaped again: too much on a page, never too little."""
    assert el("p", Html("<b>") + "<i>") == "<p>&lt;b&gt;&lt;i&gt;</p>"


def test_the_policy_allows_the_sheet_and_nothing_else() -> None:
    text = page("<Judul>", "id", el("p", "isi"))
    sheet = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert sheet
    digest = b64encode(sha256(sheet[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'\"" in text
    assert "<title>&lt;Judul&gt;</title>" in text
