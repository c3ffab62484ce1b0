"""What people do to a network, each edit on top of those before it."""

import re
from collections.abc import Callable
from pathlib import Path

Edit = Callable[[Path], None]
NUMBER = 7
"""The article that is edited: one text for all sites, without a translation."""


def article(root: Path, number: int = NUMBER) -> Path:
    return next(root.glob(f"content/shared/artikel/*-{number:04d}.md"))


def change(path: Path, edit: Callable[[str], str]) -> None:
    old = path.read_text("utf-8")
    new = edit(old)
    assert new != old, f"nothing to edit in {path.name}"
    path.write_text(new, "utf-8")


def nothing(_root: Path) -> None:
    """Somebody asks again."""


def touched(root: Path) -> None:
    """A file is saved as it was: the check for nothing to do gives up, and all keys are compared."""
    article(root).touch()


def body(root: Path) -> None:
    change(article(root), lambda text: f"{text.rstrip()}\n\nSatu kalimat lagi.\n")


def title(root: Path) -> None:
    change(article(root), lambda text: re.sub(r"(?m)^title: .*$", r"\g<0> lain", text, count=1))


def phone(root: Path) -> None:
    def other(found: re.Match[str]) -> str:
        return f"{found[1]}{int(found[2]) + 1}"

    change(root / "sites.yaml", lambda text: re.sub(r'(phone: "\(0000\) )(\d{3})', other, text, count=1))


def template(root: Path) -> None:
    theme(root, "templates/article.html", "<section", "<p>Suntingan</p><section")


def header(root: Path) -> None:
    theme(root, "templates/partials/header.html", "<header", "<p>Suntingan</p><header")


def token(root: Path) -> None:
    change(root / "themes/default/theme.yaml", lambda text: f"{text}tokens: {{ink: '#101010'}}\n")


def added(root: Path) -> None:
    """Another text under another title."""
    new = article(root).with_name("baru.md")
    text = article(root).read_text("utf-8").replace("title: ", "title: Baru, ", 1)
    new.write_text(f"{text}\nSatu kalimat baru.\n", "utf-8")


def noted(root: Path) -> None:
    site = next(iter(sorted((root / "content/sites").iterdir())))
    (site / "artikel" / article(root, NUMBER + 1).name).write_text("---\noverride: after\n---\nCatatan.\n", "utf-8")


def theme(root: Path, name: str, old: str, new: str) -> None:
    change(root / "themes/default" / name, lambda text: text.replace(old, new, 1))
