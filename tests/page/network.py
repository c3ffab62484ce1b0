"""The pages that the browser looks at: three sites of a network that does not exist, and one real site.

The network is the one of tests/golden with what it lacks laid over it: a long article in two languages, and a site that
nobody has confirmed or filled, under the longest name of a district in the register.
"""

import datetime as dt
import shutil
from pathlib import Path

from tests.conftest import REPO, TODAY, add_theme, build_project, read_tree

from .pages import Site

GOLDEN = REPO / "tests/golden/network"
OVERLAY = Path(__file__).parent / "network"
CONFIRMED = "dinkesSukabumi.example"
BARE = "dinkesKepulauanSiauTagulandangBiaro.example"
BILINGUAL = "dinkesGarut.example"
REAL = "dinkesMerauke.id"
NAMES = (CONFIRMED, BARE, BILINGUAL, REAL)
# What the confirmed site says of itself in tests/golden/network/sites.yaml.
OFFICE, PHONE = "Pejabat Contoh", "(0000) 555-0100"
NOTICE = "Bukan situs resmi pemerintah"


def copy_network(root: Path) -> None:
    """Lays the network's project into a folder that does not exist yet."""
    shutil.copytree(GOLDEN, root)
    shutil.copytree(OVERLAY, root, dirs_exist_ok=True)
    with (root / "sites.yaml").open("a", encoding="utf-8") as file:
        file.write(f'  - {{domain: {BARE}, district: "71.09"}}\n')
    add_theme(root)


def copy_real(root: Path) -> None:
    """Lays the repository's own project into a folder that does not exist yet."""
    root.mkdir()
    shutil.copy(REPO / "sites.yaml", root)
    for name in ("content", "themes"):
        shutil.copytree(REPO / name, root / name)


def build_sites(folder: Path, today: dt.date = TODAY) -> dict[str, Site]:
    """Builds the four sites below a folder; domain -> site."""
    copy_network(folder / "jaringan")
    copy_real(folder / "asli")
    chosen = {"jaringan": NAMES[:3], "asli": NAMES[3:]}
    sites = {}
    for project, domains in chosen.items():
        ids = tuple(domain.rpartition(".")[0] for domain in domains)
        report = build_project(folder / project, sites=ids, today=today)
        assert not report.failed, [f"{p.place}: {p.message('en')}" for p in report.problems if p.severity == "error"]
        for domain in domains:
            tree = folder / project / "dist" / domain
            sites[domain] = Site(domain, tree, read_tree(tree))
    return sites
