"""What an edit of the diary needs: some document, some site, some words."""

from collections.abc import Callable
from random import Random

from tests.diary.network import Network

Edit = Callable[[Network, Random], str]

_WORDS = "posyandu imunisasi gizi “balita” & kader <ibu> air bersih * tangan jam_buka cuci 5 > 3 sehat é ß".split()


def some_doc(net: Network, rng: Random, *, layer: str = "content/", kind: str = "artikel") -> str:
    """The path of some document in full (no override)."""
    found = [p for p, d in net.docs.items() if p.startswith(layer) and f"/{kind}/" in p and "override" not in d.front]
    return rng.choice(sorted(found))


def some_override(net: Network, rng: Random) -> str:
    found = sorted(p for p, d in net.docs.items() if "override" in d.front)
    return rng.choice(found) if found else ""


def some_site(net: Network, rng: Random) -> str:
    return rng.choice(sorted(net.sites))


def id_of(domain: str) -> str:
    return domain.rpartition(".")[0]


def sentence(net: Network, rng: Random) -> str:
    return " ".join(rng.choices(_WORDS, k=rng.randint(1, 9))).replace("<", "&lt;").replace("*", "") + f" {net.next()}."


def slug_of(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def full_site(net: Network, rng: Random) -> str:
    """A site that shows articles."""
    return rng.choice(sorted(d for d, values in net.sites.items() if "area" not in values))
