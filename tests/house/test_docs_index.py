"""Docs lead somewhere: every page of docs/ is in its list, and every link between files of the repository exists."""

import re
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
DOCS = REPO / "docs"
TEXTS = (REPO / "README.md", REPO / "sitegen/README.md", *sorted(DOCS.rglob("*.md")))
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"(?<!\\)\]\(<?([^)\s>]+)>?\)")


def links(path: Path) -> list[str]:
    """The targets of links inside the repository, without fragments; code shows links, it does not have any."""
    text = _CODE.sub("", _FENCE.sub("", path.read_text(encoding="utf-8")))
    found = (target.partition("#")[0] for target in _LINK.findall(text))
    return [target for target in found if target and not re.match(r"[a-z]+:", target)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(REPO).as_posix())
def test_links_exist(path: Path) -> None:
    assert not [target for target in links(path) if not (path.parent / target).exists()]


def test_every_page_is_listed() -> None:
    listed = {(DOCS / target).resolve() for target in links(DOCS / "README.md")}
    pages = {
        path for path in (*DOCS.glob("*.md"), DOCS / "ci/README.md") if path.name != "README.md" or path.parent != DOCS
    }
    assert not sorted(path.name for path in pages - listed)
