"""A small network of made-up sites under `.example`, held in memory, so that tests can edit, write and build it."""

import datetime as dt
import os
import warnings
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from sitegen import build as builder
from sitegen.noop import Inputs
from sitegen.options import Options
from sitegen.plan.aliases import PREFIX
from sitegen.read.acceptance import acceptance_file
from sitegen.read.bases import MINOR, minor_text
from sitegen.report import Report
from tests.conftest import png
from tests.diary.theme import theme

TODAY = dt.date(2026, 11, 21)
PICTURE = png(600, 40)

Files = dict[str, bytes]


@dataclass
class Doc:
    """A document or an override: front matter as YAML flow values by key, and a body."""

    front: dict[str, str]
    body: str

    def text(self) -> str:
        lines = [f"{key}: {value}" for key, value in self.front.items()]
        return "\n".join(["---", *lines, "---", self.body]) + "\n"


@dataclass
class Network:
    """A project in memory. `sites` and `groups` hold YAML flow values by key; `sites` is in order of its domains.

    `hub` is a site's id or empty; `minor` are the digests in `content/bases/minor.yaml`, old to new; `accepted` has for
    a site's id the documents that its office has accepted, with their digests.
    """

    sites: dict[str, dict[str, str]]
    groups: dict[str, dict[str, str]]
    docs: dict[str, Doc]
    files: Files
    topics: dict[str, str]
    today: dt.date = TODAY
    number: int = 0
    spare: list[str] = field(default_factory=list)
    hub: str = ""
    minor: dict[str, tuple[str, ...]] = field(default_factory=dict)
    accepted: dict[str, dict[str, str]] = field(default_factory=dict)

    def copy(self) -> "Network":
        return deepcopy(self)

    def next(self) -> int:
        """A number that was not given before."""
        self.number += 1
        return self.number

    def folders(self) -> set[str]:
        """The folders below `dist/` that a build makes: one for each site, one for each of their old hosts."""
        hosts = [host for values in self.sites.values() for host in listed(values.get("aliases", ""))]
        return {*self.sites, *(f"{PREFIX}{host}" for host in hosts)}

    def all_files(self) -> Files:
        """Every source file of the project."""
        made = dict(self.files)
        made["sites.yaml"] = self._sites_yaml().encode()
        topics = "".join(
            f"{slug}:\n  title: {title}\n  summary: Tentang {title}.\n" for slug, title in self.topics.items()
        )
        made["content/topics.yaml"] = topics.encode()
        for path, doc in self.docs.items():
            made[path] = doc.text().encode()
        if self.minor:
            made[MINOR] = minor_text(self.minor).encode()
        for site, known in self.accepted.items():
            rows = [
                f"- {{document: {name}, digest: '{at}', by: Ibu Sari, on: {TODAY}}}\n" for name, at in known.items()
            ]
            made[acceptance_file(site)] = "".join(rows).encode()
        return made

    def _sites_yaml(self) -> str:
        lines = [
            *([f"hub: {self.hub}"] if self.hub else []),
            "facts:",
            '  jadwal: {type: text, about: "jam buka"}',
            "  laman: {type: url}",
            "  telepon: {type: phone}",
            "defaults:",
            "  languages: [id]",
            "  facts: {laman: 'https://pusat.example/a?b=c&d=e'}",
            "groups:",
        ]
        for name, values in self.groups.items():
            lines.append(f"  {name}:")
            lines += [f"    {key}: {value}" for key, value in values.items()]
        lines.append("sites:")
        for domain, values in self.sites.items():
            lines.append(f"  - domain: {domain}")
            lines += [f"    {key}: {value}" for key, value in values.items()]
        return "\n".join(lines) + "\n"


CLAIMS = b"""\
laws:
  uu: Undang-Undang & <contoh>
sources:
  S1: {grade: A, title: Sumber satu, publisher: Dinas, seen: 2026-11-20}
  S2: {grade: C, title: Sumber dua, publisher: Blog, seen: 2026-11-19}
claims:
  satu: {says: Klaim satu., nature: berubah, laws: [uu], sources: [S1, S2]}
  dua: {says: Klaim dua., nature: tetap, sources: [S2]}
"""


def network() -> Network:
    """Seven sites: Papua, two languages, the page of a kecamatan, confirmed, islands, plain, another theme."""
    files = {
        **theme("default", 3),
        **theme("lain", 4),
        "themes/lain/style/base.css": b"main{max-width:50rem}\n",
        "content/shared/static/berkas.txt": b"berkas bersama\n",
        "content/shared/artikel/tiga/gambar.png": PICTURE,
        "content/sites/dinkesEmpat/static/verifikasi.txt": b"punya Empat\n",
        "content/groups/papua/static/peta/papua.txt": b"peta\n",
    }
    sites = {
        "dinkesSatu.example": {"district": '"93.01"', "contact": '{phone: "0971 100 200", address: Jalan Satu}'},
        "dinkesDua.example": {
            "district": '"32.02"',
            "languages": "[id, en]",
            "facts": "{jadwal: \"Senin & <Rabu> 'pagi'\"}",
        },
        "dinkesTiga.example": {"district": '"13.71"', "area": '{code: "13.71.10", name: Kecamatan Nanggalo}'},
        "dinkesEmpat.example": {
            "district": '"51.04"',
            "identity": "{status: confirmed, by: Ibu Nyoman, on: 2026-11-01, official_url: 'https://empat.example/'}",
            "facts": "{telepon: 0361 700 800}",
        },
        "dinkesLima.example": {"district": '"81.04"', "tags": "[pesisir]"},
        "dinkesEnam.example": {"district": '"35.06"', "languages": "[en, id]"},
        "dinkesTujuh.example": {"district": '"95.01"', "theme": "lain"},
    }
    groups = {
        "papua": {"title": "Papua", "match": "{island_group: [Papua]}"},
        "kepulauan": {"title": "Daerah kepulauan", "sites": "[dinkesLima, dinkesDua]"},
    }
    made = Network(sites, groups, {}, files, {"jkn": "JKN", "gizi": "Gizi & <anak>", "darurat": "Darurat"})
    made.spare = ['"16.71"', '"73.71"', '"61.71"', '"94.01"', '"17.09"']
    docs = made.docs
    docs["content/shared/artikel/satu.md"] = article(
        "Berobat: langkah satu",
        "[jkn, darurat]",
        30,
        "## Mulai {#mulai}\n\nBaca [dua](dua.md) dan [tiga](tiga.md#akhir).\n\n"
        '## Telepon\n\nHubungi {{ contact.phone | default("165") }}'
        ' atau [telepon](tel:{{ contact.phone | default("165") }}).\n\n'
        "## Situs\n\nDi {{ site.place }}: [laman]({{ facts.laman }}). Catatan.[^1]\n\n[^1]: Catatan kaki.",
        task="{order: 1, title: Berobat, text: Mulai dari mana}",
    )
    docs["content/shared/artikel/dua.md"] = article(
        "Anak & gizi",
        "[gizi]",
        20,
        "Jam buka {{ facts.jadwal | default('belum \"diketahui\" <>') }}.\n\n"
        "::: only papua, kepulauan\nKhusus pulau.[^p]\n\n[^p]: Catatan pulau.\n:::\n\n"
        "::: except papua\nBukan Papua, periksa kanal resmi. {klaim satu, dua}\n:::\n\n"
        "| a | b |\n|:-:|--:|\n| 1 | 2 |\n",
    )
    docs["content/shared/artikel/dua.en.md"] = article(
        "Children and food", "[gizi]", 20, "Read [one](satu.md). Open {{ facts.jadwal | default('?') }}."
    )
    docs["content/shared/artikel/tiga.md"] = article(
        "Tiga", "[jkn]", 10, "![Gambar](tiga/gambar.png)\n\n## Akhir {#akhir}\n\nKe [satu](satu.md#mulai)."
    )
    docs["content/shared/artikel/papua-saja.md"] = article(
        "Papua saja", "[darurat]", 5, "Hanya {{ region.zone }}.", sites="{only: [papua]}"
    )
    docs["content/shared/artikel/lewat.md"] = article("Lewat", "[jkn]", 40, "Akan lewat.", expires="2026-12-05")
    docs["content/shared/artikel/nanti.md"] = article("Nanti", "[jkn]", 1, "Belum terbit.", date="2026-12-03")
    docs["content/shared/artikel/konsep.md"] = article("Konsep", "[jkn]", 1, "Masih draf.", draft="ya")
    docs["content/shared/artikel/ditarik.md"] = article(
        "Ditarik", "[jkn]", 1, "Dulu begini.", withdrawn="{on: 2026-11-10, reason: Salah, instead: artikel/satu}"
    )
    docs["content/shared/halaman/tentang.md"] = Doc(
        {"title": "Tentang", "summary": "Tentang situs."}, "Situs {{ site.name }}."
    )
    docs["content/shared/halaman/tentang.en.md"] = Doc(
        {"title": "About", "summary": "About us."}, "Site {{ site.name }}."
    )
    docs["content/sites/dinkesSatu/artikel/satu.md"] = Doc(
        {"override": "after"}, "Catatan Satu: {{ site.short_name }}."
    )
    docs["content/groups/kepulauan/artikel/dua.md"] = Doc({"override": "before"}, "Kapal datang hari Senin.")
    docs["content/sites/dinkesLima/artikel/satu.md"] = Doc({"override": "replace"}, "## Mulai {#mulai}\n\nSemua lain.")
    files["content/claims.yaml"] = CLAIMS
    docs["content/sites/dinkesEmpat/artikel/khas.md"] = article("Khas Empat", "[gizi]", 3, "Hanya di sini.")
    return made


def article(title: str, topics: str, weight: int, body: str, **front: str) -> Doc:
    """An article with all the keys that it needs."""
    base = {"title": f'"{title}"', "summary": f'"Ringkasan {title}."', "topics": topics, "date": "2026-11-01"}
    return Doc({**base, "weight": str(weight), **front}, body)


def listed(value: str) -> list[str]:
    """The items of a YAML flow list without quotes."""
    return [item.strip() for item in value.strip("[]").split(",") if item.strip()]


def write(root: Path, files: Files, known: Files | None = None) -> None:
    """Makes `root` hold these files; `known` are those that it holds already."""
    before = known or {}
    for path in sorted(before.keys() - files.keys()):
        target = root / path
        target.unlink()
        for parent in target.parents:
            if parent == root or any(parent.iterdir()):
                break
            parent.rmdir()
    for path, data in files.items():
        if before.get(path) != data:
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def options(
    root: Path,
    today: dt.date = TODAY,
    *,
    dest: str = "dist",
    sites: tuple[str, ...] = (),
    groups: tuple[str, ...] = (),
    jobs: int = 1,
    drafts: bool = False,
    full: bool = False,
    prune: bool = False,
) -> Options:
    return Options(root, root / dest, today, sites, groups, jobs, drafts, full=full, prune=prune)


def build(chosen: Options, inputs: Inputs | None = None) -> Report:
    """A build that shows no progress."""
    with warnings.catch_warnings():
        # Newer Pythons warn of fork beside threads; pytest-xdist has one.
        warnings.simplefilter("ignore", DeprecationWarning)
        return builder.build(chosen, lambda _step, _done, _total: None, inputs=inputs)


def trees(dest: Path) -> dict[str, Files]:
    """The published trees: domain -> path -> bytes. Empty folders count as a path that ends in a slash."""
    found: dict[str, Files] = {}
    if not dest.is_dir():
        return found
    for entry in sorted(os.scandir(dest), key=lambda e: e.name):
        if entry.is_dir() and not entry.name.startswith("."):
            found[entry.name] = tree(Path(entry.path))
    return found


def tree(folder: Path) -> Files:
    """All files of one tree."""
    found: Files = {}
    for where, folders, names in os.walk(folder):
        inner = os.path.relpath(where, folder).replace(os.sep, "/")
        prefix = "" if inner == "." else f"{inner}/"
        for name in names:
            path = Path(where, name)
            found[prefix + name] = bytes(path.readlink()) if path.is_symlink() else path.read_bytes()
        if not names and not folders and prefix:
            found[prefix] = b""
    return found
