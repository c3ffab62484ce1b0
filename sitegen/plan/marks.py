"""Each site's accent and mark: island group and region decide, so neighbours look related, none alike."""

import csv
import hashlib
import json
from functools import lru_cache

from sitegen.model.site import Site
from sitegen.model.views import Accent
from sitegen.shipped import shipped

# Named after Indonesian dyes and places; contrast on paper, cloth and tint is 7:1 or more (WCAG 2.2, 1.4.6).
ACCENTS: dict[str, Accent] = {
    "Sumatera": Accent("kunyit", "#644500", "#e6bb62", "#573c00", "#f8f1e0", "#2a2313"),
    "Jawa": Accent("nila", "#1c437e", "#a3c3f5", "#193a6d", "#ebf1fa", "#19222f"),
    "Bali dan Nusa Tenggara": Accent("soga", "#6b3a1d", "#e5b08e", "#5c3118", "#f8efe9", "#2b1f18"),
    "Kalimantan": Accent("mengkudu", "#7a2a35", "#f0a9af", "#68222c", "#f9edee", "#2e1b1d"),
    "Sulawesi": Accent("lumut", "#444b0c", "#cbd27c", "#3b410a", "#f2f4e2", "#22250f"),
    "Maluku": Accent("laut", "#07505c", "#83cfdb", "#064450", "#e6f3f5", "#10262a"),
    "Papua": Accent("rimba", "#14533a", "#86d0a9", "#0f4630", "#eaf4ee", "#14261d"),
}


def accent(site: Site) -> Accent:
    """The colours of the site's island group."""
    return ACCENTS[site.region.island_group]


def mark(site: Site) -> str:
    """The path of a quarter of the site's mark (SVG 2 path data on a 24 x 24 grid).

    The choice for each code is frozen in data/marks.csv: a new province must not change marks already in use. The
    page of a kecamatan, which the register of districts lacks, takes its choice from a digest of its id.
    """
    shapes = _shapes()
    chosen = _choices().get(site.region.code) if site.area is None else None
    if chosen is None:
        seed = hashlib.blake2b(site.id.casefold().encode(), digest_size=4).digest()
        chosen = (seed[0] % 6, seed[1] % 7, seed[2] % 6, seed[3] % 7)
    return "".join(
        shapes[part][number] for part, number in zip(("heart", "petal", "frame", "corner"), chosen, strict=True)
    )


@lru_cache(maxsize=1)
def _shapes() -> dict[str, list[str]]:
    data = json.loads(shipped("motif.json"))
    return {part: data[part] for part in ("heart", "petal", "frame", "corner")}


@lru_cache(maxsize=1)
def _choices() -> dict[str, tuple[int, int, int, int]]:
    return {
        row["code"]: (int(row["heart"]), int(row["petal"]), int(row["frame"]), int(row["corner"]))
        for row in csv.DictReader(shipped("marks.csv").splitlines())
    }
