"""How pictures come into the sites: converted once, shared on the disk, and safe from what becomes of the cache."""

import errno
import json
import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from sitegen.render import pictures
from tests.conftest import ARTICLE, GOOD, Files, MakeProject, build_project, png, read_tree
from tests.house.command import python

PAGE = "content/shared/artikel/foto.md"
BESIDE = "content/shared/artikel/foto"
DOMAINS = ("satu.example", "dua.example")


def with_body(body: str, **files: bytes) -> Files:
    """The good project with one more article and the files beside it (`kartu` is kartu.png)."""
    return {
        **GOOD,
        PAGE: ARTICLE.format(title="Foto").rpartition("## Isi")[0] + body,
        **{f"{BESIDE}/{name}.png": data for name, data in files.items()},
    }


def build(root: Path, **options: object) -> None:
    report = build_project(root, **options)
    assert [str(p.place) + p.rule for p in report.problems if p.severity != "task"] == []


def published(root: Path, domain: str = "satu.example") -> dict[str, bytes]:
    """The pictures of a site, whatever their sizes."""
    files = read_tree(root / "dist" / domain)
    return {p: d for p, d in files.items() if p.endswith((".webp", ".jpg", ".png")) and p != "og.png"}


def page(root: Path, domain: str = "satu.example") -> str:
    return (root / "dist" / domain / "artikel/foto.html").read_text("utf-8")


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of the originals that were converted."""
    seen: list[int] = []
    convert = pictures.convert

    def noted(data: bytes) -> object:
        seen.append(len(data))
        return convert(data)

    monkeypatch.setattr(pictures, "convert", noted)
    return seen


ONE = "Awal.\n\n![Kartu](foto/kartu.png)\n"


def test_once_for_all_sites(project: MakeProject, converted: list[int]) -> None:
    root = project(with_body(ONE, kartu=png(1000, 500), lain=png(9, 9)))
    (root / f"{BESIDE}/salinan.png").write_bytes(png(1000, 500))
    text = (root / PAGE).read_text("utf-8")
    (root / PAGE).write_text(text + "\n![Salinan](foto/salinan.png)\n", "utf-8")
    build(root)
    assert len(converted) == 1  # `lain` is shown by nobody
    first = published(root)
    assert sorted(p.rpartition("-")[0] for p in first) == [
        "artikel/foto/kartu-1000", "artikel/foto/kartu-480", "artikel/foto/salinan-1000", "artikel/foto/salinan-480",
    ]  # fmt: skip
    assert published(root, "dua.example") == first
    (root / "content/shared/artikel/kedua.md").write_text(ARTICLE.format(title="Kedua, lagi"), "utf-8")
    build(root)
    build(root, full=True)
    build(root, dest=root / "lain")
    assert len(converted) == 1


@pytest.mark.skipif(os.name != "posix", reason="looks at inodes")
@pytest.mark.parametrize("jobs", [1, 2])
def test_shared_on_the_disk(project: MakeProject, jobs: int) -> None:
    """One inode for all sites, none for the cache: what is written there cannot reach them."""
    root = project(with_body(ONE, kartu=png(1000, 500)))
    build(root, jobs=jobs)
    for path in published(root):
        inodes = {(root / "dist" / domain / path).stat().st_ino for domain in DOMAINS}
        # Two processes may both have written the file before the other's was there.
        assert len(inodes) <= jobs
        assert sum((root / "dist" / domain / path).stat().st_nlink for domain in DOMAINS) >= 2
    cached = {p.stat().st_ino for p in (root / ".sitegen").rglob("*") if p.is_file()}
    assert not cached & {p.stat().st_ino for p in (root / "dist").rglob("*") if p.is_file()}
    assert not (root / "dist/.sitegen/pool").exists()


def test_the_manifest_knows_them(project: MakeProject) -> None:
    root = project(with_body(ONE, kartu=png(1000, 500)))
    build(root)
    listed = json.loads((root / "dist/dua.example/sitegen-manifest.json").read_text("utf-8"))["files"]
    for path, data in published(root, "dua.example").items():
        assert listed[path] == [sha256(data).hexdigest(), len(data)]


def remove(root: Path) -> None:
    shutil.rmtree(root / ".sitegen")


def damage(root: Path) -> None:
    for path in (root / ".sitegen/cache/scaled").iterdir():
        path.write_bytes(b"rusak" + path.read_bytes()[5:])


def damage_bytes(root: Path) -> None:
    for path in (root / ".sitegen/cache/scaled").glob("*.picture"):
        path.write_bytes(path.read_bytes()[:-1])


@pytest.mark.parametrize("harm", [remove, damage, damage_bytes])
def test_whatever_becomes_of_the_cache(project: MakeProject, harm: Callable[[Path], None]) -> None:
    root = project(with_body(ONE, kartu=png(1000, 500)))
    build(root)
    before = published(root)
    harm(root)
    assert published(root) == published(root, "dua.example") == before
    build(root, full=True)
    assert published(root) == published(root, "dua.example") == before
    harm(root)
    build(root, dest=root / "lain")
    assert read_tree(root / "lain/satu.example") == read_tree(root / "dist/satu.example")


def test_one_altered_in_place_is_mended_everywhere(project: MakeProject) -> None:
    """Sites share the file, so all of them are altered; `--full` looks at the bytes of each."""
    root = project(with_body(ONE, kartu=png(1000, 500)))
    build(root)
    before = published(root)
    (root / "dist/satu.example" / next(iter(before))).write_bytes(b"diubah")
    build(root, full=True)
    assert published(root) == published(root, "dua.example") == before


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EMLINK, errno.EPERM])
def test_without_links(project: MakeProject, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    root = project(with_body(ONE, kartu=png(1000, 500)))
    build(root)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", refuse)
    build(root, dest=root / "lain")
    for domain in DOMAINS:
        assert read_tree(root / "lain" / domain) == read_tree(root / "dist" / domain)


def test_a_left_over_pool_goes(project: MakeProject) -> None:
    """A build that was killed leaves one, perhaps with a torn file in it."""
    root = project(with_body(ONE, kartu=png(1000, 500)))
    build(root)
    before = published(root)
    pool = root / "dist/.sitegen/pool"
    pool.mkdir()
    for data in before.values():
        (pool / sha256(data).hexdigest()).write_bytes(data[:9])
    shutil.rmtree(root / "dist/satu.example")
    build(root)
    assert published(root) == before
    assert not pool.exists()


def test_a_changed_picture_has_another_name(project: MakeProject) -> None:
    """Browsers keep pictures for weeks."""
    root = project(with_body(ONE, kartu=png(100, 50)))
    build(root)
    (old,) = published(root)
    (root / BESIDE / "kartu.png").write_bytes(png(100, 50, (200, 0, 0)))
    build(root)
    (new,) = published(root)
    assert new != old
    assert old.rpartition("/")[2] not in page(root)
    assert new.rpartition("/")[2] in page(root)


def test_a_site_with_its_own(project: MakeProject) -> None:
    own = {"content/sites/satu/artikel/foto/kartu.png": png(300, 100)}
    root = project({**with_body(ONE, kartu=png(200, 100)), **own})
    build(root)
    assert 'width="300" height="100"' in page(root)
    assert 'width="200" height="100"' in page(root, "dua.example")
    assert len(published(root)) == len(published(root, "dua.example")) == 1


def test_only_linked_originals_are_published(project: MakeProject) -> None:
    body = ONE + "\n[Unduh](foto/unduh.png), [kartu](foto/kartu.png).\n"
    root = project(with_body(body, kartu=png(100, 50), unduh=png(50, 50), sisa=png(40, 40)))
    build(root)
    assert {p.rpartition("/")[2].partition("-")[0] for p in published(root)} == {"kartu", "kartu.png", "unduh.png"}
    assert '<a href="foto/kartu.png">' in page(root)
    assert (root / "dist/satu.example/artikel/foto/kartu.png").read_bytes() == png(100, 50)


def test_what_a_page_says(project: MakeProject) -> None:
    body = (
        'Awal.\n\n![Satu & "dua"](foto/a.png)\n\n## Bagian\n\n'
        '![Tiga](foto/b.png "Kata &lt;b&gt; & di bawah")\n\n![Empat](../lambang.png)\n'
    )
    files = with_body(body, a=png(100, 50), b=png(2000, 1000))
    root = project({**files, "content/shared/static/lambang.png": png(30, 30)})
    build(root)
    text = page(root)
    images = text.partition('class="body"')[2].split("<img")[1:4]
    first, second, third = (f"<img{part.partition('>')[0]}>" for part in images)
    assert first.endswith('width="100" height="50" decoding="async" alt="Satu &amp; &quot;dua&quot;">')
    assert 'width="1600" height="800" loading="lazy"' in second
    assert [part.split(" ")[-1] for part in second.partition('srcset="')[2].partition('"')[0].split(", ")] == [
        "480w", "960w", "1600w",
    ]  # fmt: skip
    assert "<figcaption>Kata &lt;b&gt; &amp; di bawah</figcaption></figure>" in text
    assert 'src="../lambang-30-' in third
    assert (root / "dist/satu.example/lambang.png").exists()


def test_a_name_with_blanks_and_commas(project: MakeProject) -> None:
    files = {f"{BESIDE}/peta, baru (1).png": png(1000, 500)}
    root = project({**with_body("![Peta](foto/peta%2C%20baru%20%281%29.png)\n"), **files})
    build(root)
    assert "foto/peta%2C%20baru%20(1)-480-" in page(root)


LOADED = """
import datetime, sys
from pathlib import Path
from sitegen.build import build
from sitegen.options import Options
root = Path(sys.argv[1])
report = build(Options(root, root / "dist", datetime.date(2026, 11, 21), jobs=1), lambda *_: None)
print(report.failed, "PIL" in sys.modules)
"""


def test_pillow_is_loaded_only_to_convert(project: MakeProject) -> None:
    root = project(with_body(ONE, kartu=png(100, 50)))
    assert python(LOADED, str(root), cwd=root).stdout.split() == ["False", "True"]
    (root / "content/shared/artikel/kedua.md").write_text(ARTICLE.format(title="Kedua, lagi"), "utf-8")
    assert python(LOADED, str(root), cwd=root).stdout.split() == ["False", "False"]
    (root / PAGE).write_text((root / PAGE).read_text("utf-8") + "\nLagi.\n", "utf-8")
    assert python(LOADED, str(root), cwd=root).stdout.split() == ["False", "False"]
