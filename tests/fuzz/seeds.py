"""What fuzzing begins with: files of the project, and the words that mean something to its readers."""

from collections.abc import Iterator

from tests.conftest import ARTICLE, GOOD, REPO

DICTIONARY = (
    *("{0}", "{1}", "[^1]", "[^1]: ", "![", "](", "](javascript:", "](https://a.example/", "*[A]: ", "!!! darurat"),
    *("{#isi}", "{: .x }", "{per 2026-11-01}", "&#106;", "&#xE000;", "&colon;", "<b>", "<a@b.example>"),
    *("```", "~~~", "    ", "|---|", "| a |", "\n===\n", "\n---\n", "> ", "- [ ] ", "1. ", "## ", "[x][1]", "[1]: "),
    *("---\n", "title: ", "sites: {only: [", "!!int ", "&a ", "*a", "<<: ", "? ", "|-\n ", ">+\n ", '"\\u202E"'),
    *("withdrawn: {on: 2026-01-01}", "sources:\n- ", "aliases: [", "task: {order: 1}", "2026-02-30"),
    *('{"format":1,"site":"a","domain":"a.example","files":{', '"../x":', '"a/b":', "0" * 64, '["', '",1]', "\\ud800"),
    *("1e999", "%YAML 1.1", "::: ", "\ufeff", "\u202e"),
)  # fmt: skip


def seeds(target: str) -> Iterator[bytes]:
    """Good input for a target of `targets.TARGETS`."""
    yield b""
    if target == "manifest":
        yield b'{"format":1,"site":"a","domain":"a.example","files":{\n"a/b.html":["' + b"0" * 64 + b'",12]\n}}\n'
    elif target == "yaml":
        yield GOOD["sites.yaml"].encode()
        yield (REPO / "sites.yaml").read_bytes()[:4000]
        yield (REPO / "content/topics.yaml").read_bytes()[:4000]
    else:
        yield ARTICLE.format(title="Satu").encode()
        for path in sorted((REPO / "content/shared").rglob("*.md")):
            words = path.read_text(encoding="utf-8")
            yield (words if target == "front" else words.split("---\n", 2)[-1]).encode()[:4000]
            if target == "text" and "kuis" in path.parts:
                yield b"Q" + words.split("---\n", 2)[-1].encode()[:4000]
