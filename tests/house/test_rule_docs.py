"""docs/rules.md and docs/rules.en.md say what `sitegen rule` says."""

import re

import pytest

from sitegen.rules.pages import PAGES
from tests.conftest import REWRITE
from tests.house.rule_docs import DOCS, anchor, document


def prose(lang: str) -> str:
    """The document without its examples."""
    return re.sub(r"^(`{3,})\w+\n.*?^\1$", "", DOCS[lang].read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("lang", DOCS)
def test_the_docs_are_up_to_date(lang: str) -> None:
    if REWRITE:
        DOCS[lang].write_bytes(document(lang).encode())
    text = DOCS[lang].read_text("utf-8")
    assert text == document(lang), "SITEGEN_REWRITE=1 pytest tests/house/test_rule_docs.py rewrites it"
    assert sorted(re.findall(r"^### (.*)$", prose(lang), re.MULTILINE)) == sorted(PAGES)


@pytest.mark.parametrize("lang", DOCS)
def test_every_anchor_leads_somewhere(lang: str) -> None:
    anchors = [anchor(one) for one in re.findall(r"^##+ (.*)$", prose(lang), re.MULTILINE)]
    assert len({*anchors}) == len(anchors)
    assert sorted(re.findall(r"\]\(#(.*?)\)", prose(lang))) == sorted(anchors)
