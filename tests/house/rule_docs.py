"""What docs/rules.md and docs/rules.en.md say: the pages of all rules by subject, as Markdown."""

import re
from collections.abc import Iterator

from sitegen.phrases import phrase
from sitegen.rulepage import Example, examples, heading, way_out, weight, what
from sitegen.rulepage_words import SUBJECTS, WEIGHTS
from sitegen.rules import RULES
from sitegen.rules.pages import PAGES
from tests.conftest import REPO

DOCS = {"id": REPO / "docs/rules.md", "en": REPO / "docs/rules.en.md"}

_HEADS = {
    "id": """\
# Semua aturan, dengan alasan dan contoh

Setiap pesan `sitegen check` dan `sitegen build` menyebut aturannya dalam kurung siku, misalnya `[fact-missing]`. Di
sini setiap aturan diterangkan: pesannya, mengapa ia ada, contoh yang salah dan yang benar, dan jalan keluarnya. Di
terminal, halaman yang sama tampil dengan `sitegen rule fact-missing`, dan daftar semua aturan dengan `sitegen rule`.
Bahasa Inggris: [rules.en.md](rules.en.md).

Kata di antara ‹ dan › diganti dengan isi yang sebenarnya. Dalam contoh, baris bertanda `-` salah dan baris bertanda `+`
benar; karakter yang tidak terlihat ditulis dengan nomornya, misalnya `[U+200B]`. Cara membaca pesan:
[diagnostics.md](diagnostics.md).
""",
    "en": """\
# All rules, with reasons and examples

Each message of `sitegen check` and `sitegen build` names its rule in brackets, such as `[fact-missing]`. Here each
rule is explained: its message, why it exists, an example of what is wrong and of what is right, and the way out.
`sitegen rule fact-missing` shows the same page in a terminal, `sitegen rule` the list of all rules. In Indonesian:
[rules.md](rules.md).

Words between ‹ and › stand for what is really there. In examples, lines with `-` are wrong and lines with `+` are
right; characters that cannot be seen are written as their number, such as `[U+200B]`. How to read messages:
[diagnostics.md](diagnostics.md) (in Indonesian).
""",
}
_WEIGHT_HEADS = {"id": ("bobot", "artinya"), "en": ("severity", "means")}


def document(lang: str) -> str:
    """The whole document in `lang` ("id" or "en")."""
    return "\n".join(_parts(lang))


def _parts(lang: str) -> Iterator[str]:
    yield _HEADS[lang]
    name, meaning = _WEIGHT_HEADS[lang]
    yield f"| {name} | {meaning} |\n|---|---|"
    yield from (f"| {phrase(one, lang)} | {weight(one, lang)} |" for one in WEIGHTS)
    yield ""
    subjects = [(indonesian if lang == "id" else english, rules) for indonesian, english, rules in SUBJECTS]
    for title, rules in subjects:
        yield f"- [{title}](#{anchor(title)}): {', '.join(f'[`{rule}`](#{rule})' for rule in rules)}"
    for title, rules in subjects:
        yield f"\n## {title}"
        for rule in rules:
            yield from _rule(rule, lang)
    yield ""


def _rule(rule: str, lang: str) -> Iterator[str]:
    page = PAGES[rule]
    yield f"\n### {rule}\n\n**{phrase(RULES[rule].severity, lang)}**: {_prose(what(rule, lang))}"
    yield f"\n{_prose(page.why[0 if lang == 'id' else 1])}"
    yield from (_example(example) for example in examples(page, lang))
    if page.at:
        yield f"\n{_prose(heading('at', lang, file=page.at))}"
    yield f"\n*{heading('hint', lang)}:* {_prose(way_out(rule, lang))}"


def _example(example: Example) -> str:
    if not example.file:
        return "\n".join(f"\n*{example.heading}:* {_prose(line)}" for _, line in example.lines)
    same = all(mark == " " for mark, _ in example.lines)
    lines = [line if same else f"{mark} {line}".rstrip() for mark, line in example.lines]
    fence = "`" * max(3, 1 + max((len(run) for line in lines for run in re.findall("`+", line)), default=0))
    return "\n".join(
        (f"\n*{example.heading}:* `{example.file}`\n", f"{fence}{'text' if same else 'diff'}", *lines, fence)
    )


def _prose(text: str) -> str:
    """A sentence as Markdown shows it unchanged; what stands between backticks is code."""
    parts = re.split("(`[^`]+`)", text)
    for n in range(0, len(parts), 2):
        parts[n] = re.sub(r"([\\`*_\[\]|{}])", r"\\\1", parts[n].replace("&", "&amp;").replace("<", "&lt;"))
    return "".join(parts)


def anchor(title: str) -> str:
    """The id that GitHub and GitLab give to a heading."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
