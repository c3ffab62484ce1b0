"""Edits of texts that are tied to others by a digest: sections of one's own, minor changes, translations."""

from collections.abc import Iterator
from random import Random

from sitegen.read.documents import BASES
from sitegen.read.masks import DIVIDER, digest_of
from sitegen.read.sections import headings, section_of
from sitegen.read.source import split_front_matter
from sitegen.read.translations import SAME_KEYS, digest_of_text
from sitegen.unicode import canonical
from tests.diary.choices import full_site, id_of, sentence, slug_of
from tests.diary.network import Doc, Network, article, listed

SHARED = "content/shared/artikel/"

# -- overrides of a section --------------------------------------------------------------------------------------------


def section(net: Network, rng: Random) -> str:
    """A section of one's own, with the right base."""
    choices = [(path, h.id) for path in originals(net) for h in headings(net.docs[path].body.split("\n"))]
    choices = [(path, ident) for path, ident in choices if masked(net, path, ident)]
    if not choices:
        net.docs[rng.choice(originals(net))].body += f"\n\n## Bagian {{#bagian}}\n\n{sentence(net, rng)}"
        return ""
    path, ident = rng.choice(choices)
    layer = rng.choice([f"sites/{id_of(full_site(net, rng))}", "groups/papua"])
    front = {"override": "section", "section": ident, "base": f'"{keep(net, masked(net, path, ident))}"'}
    net.docs[f"content/{layer}/artikel/{slug_of(path)}.md"] = Doc(front, f"Di sini lain. {sentence(net, rng)}")
    return f"section {layer}/{slug_of(path)} #{ident}"


def outdate(net: Network, rng: Random) -> str:
    """The shared text changes just where a section of one's own hides it."""
    found = [path for path, fresh in sections(net) if fresh]
    if not found:
        section(net, rng)
        return ""
    front = net.docs[rng.choice(found)].front
    below = f"{SHARED}{slug_of(next(p for p in found if net.docs[p].front is front))}.md"
    lines = net.docs[below].body.split("\n")
    heading, _ = section_of(lines, front["section"])
    assert heading is not None
    lines[heading.end : heading.end] = ["", sentence(net, rng), ""]
    net.docs[below].body = "\n".join(lines)
    return f"outdated {below} #{front['section']}"


def renew(net: Network, rng: Random) -> str:
    """A stale section is looked through and gets the base of today."""
    path = _stale(net, rng)
    if path:
        net.docs[path].front["base"] = f'"{keep(net, _now(net, path))}"'
        net.docs[path].body += f"\n\n{sentence(net, rng)}"
        return f"renewed {path}"
    outdate(net, rng)
    return ""


def minor(net: Network, rng: Random) -> str:
    """What made a section stale is called minor."""
    path = _stale(net, rng)
    if path:
        old, new = _base(net, path), digest_of(_now(net, path))
        net.minor[old] = tuple(sorted({*net.minor.get(old, ()), new}))
        return f"minor {path} {old} {new}"
    outdate(net, rng)
    return ""


def major(net: Network, rng: Random) -> str:
    """A change that was called minor is so no longer."""
    if not net.minor:
        minor(net, rng)
        return ""
    old = rng.choice(sorted(net.minor))
    del net.minor[old]
    return f"not minor {old}"


def originals(net: Network) -> list[str]:
    """The shared articles in Indonesian that are shown."""
    hidden = {"withdrawn", "draft"}
    found = [
        p for p, d in net.docs.items() if p.startswith(SHARED) and "." not in slug_of(p) and not hidden & {*d.front}
    ]
    return sorted(found)


def sections(net: Network) -> Iterator[tuple[str, bool]]:
    """The overrides of sections that shared articles have, and whether their base is what they hide today."""
    below = originals(net)
    for path, doc in sorted(net.docs.items()):
        if "section" in doc.front and f"{SHARED}{slug_of(path)}.md" in below and _now(net, path):
            yield path, _base(net, path) == digest_of(_now(net, path))


def masked(net: Network, path: str, ident: str) -> str:
    """The canonical text of a section of a shared article; empty if there is none."""
    lines = net.docs[path].body.split("\n")
    heading, end = section_of(lines, ident)
    body = canonical("\n".join(lines[heading.end : end])) if heading else ""
    return canonical(f"{DIVIDER}\n{body}") if body else ""


def keep(net: Network, text: str) -> str:
    """Keeps a base text, and gives its digest."""
    net.files[f"{BASES}/{digest_of(text)}.txt"] = f"{text}\n".encode()
    return digest_of(text)


def _now(net: Network, path: str) -> str:
    return masked(net, f"{SHARED}{slug_of(path)}.md", net.docs[path].front["section"])


def _base(net: Network, path: str) -> str:
    return net.docs[path].front["base"].strip('"')


def _stale(net: Network, rng: Random) -> str:
    """A section whose base is neither what it hides today nor became that by minor changes."""
    found = [path for path, fresh in sections(net) if not fresh]
    found = [path for path in found if digest_of(_now(net, path)) not in net.minor.get(_base(net, path), ())]
    return rng.choice(found) if found else ""


# -- translations ------------------------------------------------------------------------------------------------------


def translate(net: Network, rng: Random) -> str:
    """A translation that says which text it translates, and a site that speaks its language."""
    path, lang = rng.choice(originals(net)), rng.choice(["su", "su", "en"])
    values = net.sites[full_site(net, rng)]
    spoken = listed(values.get("languages", "[id]"))
    values["languages"] = f"[{', '.join(dict.fromkeys([*spoken, lang]))}]"
    original = net.docs[path]
    same = {key: original.front[key] for key in SAME_KEYS if key in original.front}
    made = article(f"Salinan {net.next()}", "[jkn]", 7, sentence(net, rng), **same, translates=f'"{said(original)}"')
    net.docs[f"{path.removesuffix('.md')}.{lang}.md"] = made
    return f"translated {path} into {lang}"


def surpass(net: Network, rng: Random) -> str:
    """An original changes after it was translated."""
    found = [original for _, original, fresh in translations(net) if fresh]
    if not found:
        translate(net, rng)
        return ""
    path = rng.choice(found)
    net.docs[path].front["title"] = f'"Judul lebih baru {net.next()}"'
    return f"surpassed {path}"


def retranslate(net: Network, rng: Random) -> str:
    """A translation follows its original."""
    found = [(path, original) for path, original, fresh in translations(net) if not fresh]
    if not found:
        surpass(net, rng)
        return ""
    path, original = rng.choice(found)
    net.docs[path].front["translates"] = f'"{said(net.docs[original])}"'
    net.docs[path].body += f"\n\n{sentence(net, rng)}"
    return f"translated again {path}"


def translations(net: Network) -> Iterator[tuple[str, str, bool]]:
    """Translations of shared articles with their originals, and whether they are of its text of today."""
    below = originals(net)
    for path, doc in sorted(net.docs.items()):
        original = f"{SHARED}{slug_of(path).partition('.')[0]}.md"
        if path.startswith(SHARED) and "translates" in doc.front and original in below:
            yield path, original, doc.front["translates"].strip('"') == said(net.docs[original])


def said(doc: Doc) -> str:
    """What a translation, or an office, notes of this text."""
    front, body, _ = split_front_matter(doc.text(), "naskah.md", [])
    assert front is not None
    return digest_of_text(front, body)
