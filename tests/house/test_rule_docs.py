"""docs/rules.md and docs/rules.en.md say what `sitegen rule` says."""

import re

import pytest

from sitegen.rules.pages import PAGES
from tests.conftest import REWRITE
from tests.house.rule_docs import DOCS, document


@pytest.mark.parametrize("lang", DOCS)
def test_the_docs_are_up_to_date(lang: str) -> None:
    if REWRITE:
        DOCS[lang].write_bytes(document(lang).encode())
    text = DOCS[lang].read_text("utf-8")
    assert text == document(lang), "SITEGEN_REWRITE=1 pytest tests/house/test_rule_docs.py rewrites it"
    assert re.findall(r"^### (.*)$", text, re.MULTILINE) == list(dict.fromkeys(PAGES))


@pytest.mark.parametrize("lang", DOCS)
def test_every_anchor_leads_somewhere(lang: str) -> None:
    text = DOCS[lang].read_text("utf-8")
    headings = re.findall(r"^##+ (.*)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}
    assert len(anchors) == len(headings)
    assert set(re.findall(r"\]\(#(.*?)\)", text)) == anchors
