"""The picture for shared links: every place fits, every mark can be drawn, and it is drawn once."""

import csv
from pathlib import Path

import pytest

from sitegen.model.output import Picture
from sitegen.plan.marks import _shapes
from sitegen.render import outlines, pictures
from sitegen.values import replace
from sitegen.write.pictures import PictureStore
from tests.conftest import GOOD, MakeProject, build_project

REGENCIES = Path(pictures.__file__).parents[1] / "data/regencies.csv"


def test_every_place_fits() -> None:
    rows = list(csv.DictReader(REGENCIES.read_text("utf-8").splitlines()))
    names = [row["name"] for row in rows]
    assert "Kabupaten Kepulauan Siau Tagulandang Biaro" in names
    for name in names:
        size, lines = pictures._broken(name)
        assert " ".join(lines) == name
        assert all(pictures._width(line, size) <= pictures._ROOM for line in lines), name
        assert len(lines) * size * pictures._LINE <= pictures._HIGHEST, name


@pytest.mark.parametrize("part", ["heart", "petal", "frame", "corner"])
def test_every_shape_can_be_drawn(part: str) -> None:
    for path in _shapes()[part]:
        found = outlines.outlines(path)
        assert len(found) == path.count("M")
        assert all(len(outline) >= 3 for outline in found)
        assert all(-0.01 <= x <= 24.01 and -0.01 <= y <= 24.01 for outline in found for x, y in outline), path


def test_an_arc_is_one() -> None:
    """A quarter of the circle of radius 9.5 about 12,12, and a whole circle of two halves."""
    (ring, *_) = outlines.outlines("M21.5 12a9.5 9.5 0 0 0-9.5-9.5z")
    assert all(abs(((x - 12) ** 2 + (y - 12) ** 2) ** 0.5 - 9.5) < 1e-9 for x, y in ring)
    assert min(y for _, y in ring) == pytest.approx(2.5)
    (disc,) = outlines.outlines("M9.8 12a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0z")
    assert all(abs(((x - 12) ** 2 + (y - 12) ** 2) ** 0.5 - 2.2) < 1e-9 for x, y in disc)
    assert max(y for _, y in disc) == pytest.approx(14.2)
    assert min(y for _, y in disc) == pytest.approx(9.8)


def test_each_part_shows() -> None:
    mark = "".join(paths[0] for paths in _shapes().values())
    base = Picture("Portal Kesehatan", "Kota Bau-Bau", "Bukan situs resmi pemerintah", "#14533a", mark)
    others = (
        replace(base, title="Dinas Kesehatan"),
        replace(base, place="Kota Bitung"),
        replace(base, notice=""),
        replace(base, field="#1c437e"),
        replace(base, mark=_shapes()["heart"][1]),
    )
    assert len({pictures.draw(picture) for picture in (base, *others)}) == 6
    assert pictures.draw(base) == pictures.draw(base)


def test_drawn_once(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    draw = pictures.draw

    def noted(picture: Picture) -> bytes:
        drawn.append(picture.place)
        return draw(picture)

    monkeypatch.setattr(pictures, "draw", noted)
    root = project(GOOD)
    build_project(root)
    assert sorted(drawn) == ["Kabupaten Kerinci", "Kabupaten Sukabumi"]
    first = (root / "dist/satu.example/og.png").read_bytes()
    with (root / "themes/default/style/base.css").open("a") as file:
        file.write("p{margin:1px}")
    build_project(root, dest=root / "lain", full=True)
    assert len(drawn) == 2
    assert (root / "lain/satu.example/og.png").read_bytes() == first
    (root / "sites.yaml").write_text(GOOD["sites.yaml"].replace("32.02", "32.03"))
    build_project(root)
    assert len(drawn) == 3


def test_a_damaged_picture_is_drawn_again(tmp_path: Path) -> None:
    store = PictureStore(str(tmp_path / "gambar"))
    assert store.get("a", lambda: b"satu") == b"satu"
    assert store.get("a", lambda: b"dua") == b"satu"
    (file,) = (tmp_path / "gambar").iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert store.get("a", lambda: b"dua") == b"dua"


def test_pictures_that_nobody_uses_go(tmp_path: Path) -> None:
    store = PictureStore(str(tmp_path))
    for number in range(21):
        store.get(f"{number:02}", lambda: b"x")
    store.tidy(["00", "01"])
    assert store.has("00")
    assert not store.has("19")
    assert len(list(tmp_path.iterdir())) == 2
