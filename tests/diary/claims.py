"""Edits of content/claims.yaml and of the marks in bodies."""

import re
from random import Random

from tests.diary.network import Network

FILE = "content/claims.yaml"
# Whatever the grades become, readers are told.
HEDGED = "Periksa kanal resmi, ask an official channel."
_GRADE = re.compile(rb"grade: ([ABC])")
_MARK = re.compile(r"\{klaim [^}]*\}")


def claims(net: Network, rng: Random) -> str:
    """A source's title, a claim's grade, a mark more, other marks."""
    kind = rng.choice(["title", "grade", "mark", "marks"])
    if kind == "title":
        net.files[FILE] = re.sub(rb"title: Sumber (\w+)", rb"title: Sumber \1x", net.files[FILE], count=1)
        return "a source's title"
    if kind == "grade":
        turned = {b"A": b"C", b"B": b"A", b"C": b"B"}
        net.files[FILE] = _GRADE.sub(lambda found: b"grade: " + turned[found[1]], net.files[FILE])
        return "grades"
    marked = sorted(path for path, doc in net.docs.items() if _MARK.search(doc.body))
    key = rng.choice(["satu", "dua", "satu, dua"])
    if kind == "marks" and marked:
        path = rng.choice(marked)
        net.docs[path].body = _MARK.sub(f"{{klaim {key}}}", net.docs[path].body)
        return f"other marks in {path}"
    path = rng.choice(sorted(p for p, doc in net.docs.items() if doc.body.strip() and "/kuis/" not in p))
    net.docs[path].body += f"\n\n{HEDGED} {{klaim {key}}}\n"
    return f"a mark in {path}"
