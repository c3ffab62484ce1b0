"""A project in which everything is hostile at once: the build ends by itself, names each file and stays small."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ARTICLE, GOOD, MakeProject, png

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="FIFOs, devices and limits of the kernel")

HEAD = ARTICLE.format(title="Jahat").partition("## Isi")[0]
ARTICLES = "content/shared/artikel"
MARKDOWN = {
    "kurung": "[" * 3_000,
    "catatan": "[^1]: x\n\n" + ("[^1] " * 790 + "\n\n") * 22,
    "arti": "a\n: b\n" * 14_000,
    "daftar": "\n".join("    " * n + "- x" for n in range(40)),
    "html": "<script>alert(1)</script>",
    "naskah": "[x](javascript:alert(1))",
    "acuan": "a &#x202e; b &#57344;0&#57345;",
    "gambar": "![lihat ini](../../../../../etc/passwd)",
    "gambar-mutlak": "![lihat ini](/etc/passwd)",
    "tautan": "[x](../../../../etc/passwd)",
}
YAML = {
    "alias": "title: &a [x, x]\nsummary: [*a, *a]\n",
    "dalam": "title: " + "[" * 200 + "]" * 200 + "\n",
    "banyak": "topics: [" + "a, " * 30_000 + "]\n",
    "tag": 'title: !!python/object/apply:os.system ["true"]\n',
    "gabung": "<<: {title: x}\n",
    "slug": "title: X\nsummary: X\ndate: 2026-11-01\ntopics: [../../etc]\naliases: [../../keluar.html, /mutlak.html]\n",
}
BYTES = {
    "latin": b"---\ntitle: caf\xe9\n---\n",
    "nol": b"---\ntitle: a\0b\n---\n",
    "utf16": "---\ntitle: x\n---\n".encode("utf-16"),
    "pengganti": b"---\ntitle: \xed\xa0\x80\n---\n",
    "terlalu-panjang": b"---\ntitle: \xc0\xaf\n---\n",
}


def hostile(root: Path) -> set[str]:
    """Lays it all; gives the files that have to be named."""
    names = set()
    for name, body in MARKDOWN.items():
        (root / ARTICLES / f"m-{name}.md").write_text(f"{HEAD}{body}\n", encoding="utf-8")
        names.add(f"{ARTICLES}/m-{name}.md")
    for name, front in YAML.items():
        (root / ARTICLES / f"y-{name}.md").write_text(f"---\n{front}---\nIsi.\n", encoding="utf-8")
        names.add(f"{ARTICLES}/y-{name}.md")
    for name, data in BYTES.items():
        (root / ARTICLES / f"b-{name}.md").write_bytes(data)
        names.add(f"{ARTICLES}/b-{name}.md")
    with (root / ARTICLES / "besar.md").open("wb") as file:
        file.truncate(3 << 30)  # three gigabytes that take no room
    os.mkfifo(root / ARTICLES / "pipa.md")
    (root / ARTICLES / "perangkat.md").symlink_to("/dev/zero")
    (root / ARTICLES / "rahasia.md").symlink_to("/etc/passwd")
    (root / ARTICLES / "putar.md").symlink_to("putar.md")
    (root / ARTICLES / "folder").symlink_to("/etc")
    (root / ARTICLES / ("n" * 200 + ".md")).write_text("x", encoding="utf-8")
    (root / ARTICLES / "con.md").write_text(f"{HEAD}Isi.\n", encoding="utf-8")
    (root / ARTICLES / "Pertama.md").write_text(f"{HEAD}Isi.\n", encoding="utf-8")
    (root / ARTICLES / "baris\nbaru\x1b[31m.md").write_text(f"{HEAD}Isi.\n", encoding="utf-8")
    names |= {f"{ARTICLES}/{name}.md" for name in ("besar", "pipa", "perangkat", "rahasia", "putar", "con", "Pertama")}
    (root / ARTICLES / "bom.md").write_text(f"{HEAD}![Denah puskesmas](bom/denah.png)\n", encoding="utf-8")
    (root / ARTICLES / "bom").mkdir()
    (root / ARTICLES / "bom/denah.png").write_bytes(_bomb(60_000))
    names.add(f"{ARTICLES}/bom/denah.png")
    return names


def _bomb(side: int) -> bytes:
    """The head of a picture of ten gigabytes: what a decoder would ask memory for."""
    small = bytearray(png(8, 8))
    small[16:24] = side.to_bytes(4, "big") * 2
    import zlib

    small[29:33] = zlib.crc32(bytes(small[12:29])).to_bytes(4, "big")
    return bytes(small)


def test_the_build_ends_names_them_all_and_stays_small(project: MakeProject) -> None:
    root = project(GOOD)
    names = hostile(root)
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", "build", "--format", "json", "--jobs", "2"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=300,  # this guards the suite against a build that hangs; what a build may take: docs/threat-model.md
        check=False,
    )
    assert done.returncode == 1, done.stderr[-2000:]
    assert "Traceback" not in done.stdout + done.stderr
    assert not {chr(n) for n in range(32)} - {"\n"} & set(done.stdout)
    missing = {name for name in names if name not in done.stdout}
    assert not missing
    assert not (root / "dist/satu.example").exists()
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1 << 20  # the largest process, in KiB
