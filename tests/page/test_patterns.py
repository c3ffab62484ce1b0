"""Schemas carry the patterns of types of text as they are: they mean the same to ECMA-262 (flag u) as to Python."""

from typing import TYPE_CHECKING

from sitegen.read.scalars import BAD, SCALARS
from tests.read.test_schema import BAD as WRONG
from tests.read.test_schema import GOOD

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_RUN = """rows => rows.map(([pattern, texts]) => {
  const found = new RegExp(`^(?:${pattern})$`, "u");
  return texts.map(text => found.test(text));
})"""


def test_patterns_mean_the_same(browser: "Browser") -> None:
    texts = {kind: [*(text for text, _ in GOOD[kind]), *WRONG.get(kind, [])] for kind in GOOD}
    tab = browser.new_page()
    told = tab.evaluate(_RUN, [[SCALARS[kind].pattern, texts[kind]] for kind in GOOD])
    tab.close()
    for kind, matches in zip(GOOD, told, strict=True):
        for text, match in zip(texts[kind], matches, strict=True):
            # What matches may still be refused, such as 30 February; what does not match never is a value.
            assert match == (SCALARS[kind].matches(text)), (kind, text)
            assert match or SCALARS[kind].convert(text) is BAD
