"""Composing layers and blocks, and the way back: every Problem names the file, line and column where it was written."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.build import check
from sitegen.model.project import Project
from sitegen.options import Options
from sitegen.problems import Problem, Severity
from sitegen.read.project import read_project
from sitegen.texts import place_in_text

TODAY = dt.date(2026, 11, 21)
SITES = """\
facts:
  jadwal: {type: text}
groups:
  papua: {title: Papua, match: {island_group: [Papua]}}
  pulau: {title: Kepulauan, sites: [lima, satu]}
sites:
  - {domain: satu.example, district: "93.01", tags: [kota]}
  - {domain: dua.example, district: "32.02"}
  - {domain: lima.example, district: "81.04"}
"""
FRONT = "---\ntitle: A\nsummary: B\n---\n"
SHARED = "content/shared/halaman/a.md"
GROUP = "content/groups/pulau/halaman/a.md"
SITE = "content/sites/satu/halaman/a.md"


def project(root: Path, files: dict[str, str]) -> tuple[Project, list[Problem]]:
    for path, text in {"sites.yaml": SITES, **files}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (root / "themes/default").mkdir(parents=True, exist_ok=True)
    problems: list[Problem] = []
    return read_project(root, TODAY, False, problems), [
        p for p in problems if not p.rule.startswith(("theme-", "contact-", "facilities-", "override-base-"))
    ]


def texts(found: Project) -> dict[str, str]:
    """The composed source that each site shows."""
    return {
        site.id: edition.text.source
        for edition in found.editions
        for n, site in enumerate(found.sites)
        if edition.mask >> n & 1
    }


def override(mode: str, body: str) -> str:
    return f"---\noverride: {mode}\n---\n{body}"


# -- blocks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fence", "sees"),
    [
        ("only papua", {"satu"}),
        ("except papua", {"dua", "lima"}),
        ("only pulau", {"satu", "lima"}),
        ("only satu, dua", {"satu", "dua"}),
        ("except satu, pulau", {"dua"}),
        ("only SATU", {"satu"}),
        ("only jawa-barat", {"dua"}),
        ("only island:maluku", {"lima"}),
        ("only kota", {"satu"}),
        ("only tag:kota,  site:lima", {"satu", "lima"}),
        ("only group:pulau", {"satu", "lima"}),
        ("except jawa, papua, maluku", set()),
    ],
)
def test_blocks(tmp_path: Path, fence: str, sees: set[str]) -> None:
    found, problems = project(tmp_path, {SHARED: f"{FRONT}Awal.\n\n::: {fence}\nBlok.\n:::\n\nAkhir.\n"})
    assert not problems
    shown = texts(found)
    assert shown.keys() == {"satu", "dua", "lima"}
    assert {name for name, text in shown.items() if "Blok" in text} == sees
    assert all(":::" not in text and text.startswith("Awal.") and text.endswith("Akhir.\n") for text in shown.values())


def test_two_blocks_part_the_sites(tmp_path: Path) -> None:
    body = "::: only papua\nA\n:::\n\n::: except pulau\nB\n:::\n\nC [^1]\n\n"
    body += "::: only lima\n[^1]: Kaki lima.\n:::\n\n::: except lima\n[^1]: Kaki.\n:::\n"
    found, problems = project(tmp_path, {SHARED: FRONT + body})
    assert not problems
    shown = {name: "".join(text.split()) for name, text in texts(found).items()}
    assert shown == {"satu": "AC[^1][^1]:Kaki.", "dua": "BC[^1][^1]:Kaki.", "lima": "C[^1][^1]:Kakilima."}
    assert len({edition.text.key for edition in found.editions}) == 3


def test_equal_texts_are_one(tmp_path: Path) -> None:
    found, _ = project(tmp_path, {SHARED: f"{FRONT}::: only papua\nSama.\n:::\n::: except papua\nSama.\n:::\n"})
    assert len({edition.text.key for edition in found.editions}) == 1


@pytest.mark.parametrize(
    ("body", "rule", "line", "column"),
    [
        ("a\n\n:::\nb", "block-not-open", 7, 1),
        ("a\n\n::: only satu\nb", "block-not-closed", 7, 1),
        ("::: only satu\n::: only dua\nb\n:::\n", "block-nested", 6, 1),
        ("a\n::: hanya satu\nb\n:::", "block-unknown", 6, 1),
        ("a\n::: only\nb\n:::", "block-unknown", 6, 1),
        ("a\n::: only satu, tiada\nb\n:::", "audience-unknown", 6, 16),
        ("a\n::: except   tiada , satu\nb\n:::", "audience-unknown", 6, 14),
        ("{{ contact.fax }}", "fact-unknown", 5, 1),
        ("a\n\nb {{ contact phone }}", "fact-syntax", 7, 3),
        ("a {{ x", "fact-syntax", 5, 3),
        ("a {% if x %}", "fact-syntax", 5, 3),
        ("é {{ site.nama }} {{ site.name }}", "fact-unknown", 5, 3),
        ("ok {{ site.name | upper }}", "fact-syntax", 5, 4),
        ("{{ site.name | default(x) }}", "fact-syntax", 5, 1),
    ],
)
def test_mistakes_and_their_places(tmp_path: Path, body: str, rule: str, line: int, column: int) -> None:
    _, problems = project(tmp_path, {SHARED: FRONT + body + "\n"})
    assert [(p.rule, str(p.place)) for p in problems] == [(rule, f"{SHARED}:{line}:{column}")]


# -- layers ----------------------------------------------------------------------------------------------------------


def test_layers(tmp_path: Path) -> None:
    files = {
        SHARED: f"{FRONT}Bersama.\n",
        GROUP: override("before", "\nDari grup.\n\n::: only satu\nSatu.\n:::\n"),
        SITE: override("after", "Dari situs {{ site.place }}.\n"),
    }
    found, problems = project(tmp_path, files)
    assert not problems
    shown = texts(found)
    assert shown["dua"] == "Bersama.\n"
    assert shown["lima"].split() == ["!!!", "local", '"Khusus', 'Kepulauan"', "Dari", "grup.", "Bersama."]
    assert "\n    Dari grup.\n" in shown["lima"]
    order = [shown["satu"].index(word) for word in ("Dari grup", "Satu", "Bersama", "Dari situs")]
    assert order == sorted(order)
    assert shown["satu"].count('!!! local "Khusus ') == 2
    assert {edition.local for edition in found.editions if edition.mask & 2} == {False}


def test_a_replacement_ends_what_was_before(tmp_path: Path) -> None:
    files = {SHARED: f"{FRONT}Bersama.\n", GROUP: override("replace", "Grup.\n"), SITE: override("before", "Situs.\n")}
    found, problems = project(tmp_path, files)
    assert not problems
    assert {name: "Bersama" in text for name, text in texts(found).items()} == {
        "satu": False,
        "dua": True,
        "lima": False,
    }
    assert texts(found)["satu"].index("Situs.") < texts(found)["satu"].index("Grup.")


@pytest.mark.parametrize(
    ("files", "rule", "place"),
    [
        ({SITE: override("after", "x\n")}, "override-without-base", f"{SITE}:2:1"),
        ({SHARED: FRONT + "x\n", SITE: FRONT + "y\n"}, "override-mode-missing", f"{SITE}:1:1"),
        ({SHARED: FRONT + "x\n", SITE: override("dahulu", "y\n")}, "override-mode", f"{SITE}:2:11"),
        (
            {"content/sites/tiada/halaman/a.md": FRONT + "x\n", SHARED: FRONT + "x\n"},
            "layer-unknown",
            "content/sites/tiada",
        ),
    ],
)
def test_layers_that_do_not_fit(tmp_path: Path, files: dict[str, str], rule: str, place: str) -> None:
    _, problems = project(tmp_path, {"content/shared/halaman/b.md": FRONT + "x\n", **files})
    assert [(p.rule, str(p.place)) for p in problems] == [(rule, place)]


@pytest.mark.parametrize(
    ("sites", "rules"),
    [
        (SITES + ' - {domain: tiada.example, district: "32.02"}\n', ["yaml-syntax"]),
        (SITES + '  - {domain: tiada.example, district: "99.99"}\n', ["district-unknown"]),
        (SITES, ["layer-unknown"]),
    ],
    ids=["file", "row", "neither"],
)
def test_a_mistake_in_sites_yaml_makes_no_folder_unknown(tmp_path: Path, sites: str, rules: list[str]) -> None:
    note = {"content/sites/tiada/halaman/c.md": FRONT + "x\n", "content/shared/halaman/b.md": FRONT + "x\n"}
    _, problems = project(tmp_path, {"sites.yaml": sites, **note})
    assert [p.rule for p in problems] == rules


# -- the way back ----------------------------------------------------------------------------------------------------

_LINES = st.lists(
    st.sampled_from(["", "", "::: only satu", "::: except pulau", ":::", "kata", "- butir", "    kode", "## J"]),
    max_size=8,
)


def _numbered(lines: list[str], name: str) -> str:
    """Fences made to match, and each other line that says something given a word that is there once only."""
    made, inside = [], False
    for n, line in enumerate(lines):
        if line.startswith(":::"):
            if (line == ":::") != inside:
                line = ":::" if inside else "::: only lima"
            inside = line != ":::"
            made.append(line)
        else:
            made.append(f"{line} {name}{n}x" if line else "")
    return "\n".join([*made, ":::" if inside else "", f"akhir {name}99x"])


@settings(max_examples=60, deadline=None)
@given(
    _LINES,
    _LINES,
    _LINES,
    st.sampled_from(["before", "after", "replace"]),
    st.sampled_from(["before", "after", "replace"]),
)
def test_every_line_leads_home(
    tmp_path_factory: pytest.TempPathFactory,
    shared: list[str],
    group: list[str],
    site: list[str],
    second: str,
    third: str,
) -> None:
    files = {
        SHARED: FRONT + _numbered(shared, "bersama"),
        GROUP: override(second, _numbered(group, "grup")),
        SITE: override(third, _numbered(site, "situs")),
    }
    found, problems = project(tmp_path_factory.mktemp("peta"), files)
    assert not problems
    written = {path: text.split("\n") for path, text in files.items()}
    seen = 0
    for edition in found.editions:
        for number, line in enumerate(edition.text.source.split("\n"), 1):
            word = line.rpartition(" ")[2]
            if not word.endswith("x"):
                continue
            place = place_in_text(edition.text, number, line.index(word) + 1)
            home = written[place.file][place.line - 1]
            assert word in home.split(" "), (place, line, home)
            assert home.index(word) + 1 == place.column
            seen += 1
    assert seen >= 3


@pytest.mark.parametrize(
    ("line", "column", "text", "rule"),
    [
        (3, 5, "Dua <b>x</b>.", "raw-html"),
        (3, 9, "Dua [x](javascript:y).", "link-scheme"),
        (3, 9, "Dua [x](tiada.md).", "link-missing"),
        (3, 9, "Dua [x](/mutlak).", "link-absolute"),
        (3, 9, "Dua [x](b.md#tiada).", "link-fragment"),
        (3, 6, "![x](tiada.png)", "link-file-missing"),
        (3, 5, "![](gambar.png)", "image-without-alt"),
        (3, 5, "Dua &#2; tiga", "character-unsafe-after"),
        (3, 5, "Dua {{ facts.jadwal }}.", "fact-missing"),
        (3, 5, "Dua `{{ site.name }}`.", "fact-misplaced"),
        (3, 9, "Dua [x]({{ site.name }}).", "fact-begins-link"),
    ],
)
@pytest.mark.parametrize("layer", [SHARED, GROUP, SITE])
def test_flaws_lead_home(tmp_path: Path, layer: str, line: int, column: int, text: str, rule: str) -> None:
    """The same mistake in a shared, a group and a site file, below other layers and other blocks."""
    bodies = {
        SHARED: "Bersama satu.\n\n::: only papua\nBlok.\n:::\n\nAkhir bersama.\n",
        GROUP: "Grup satu.\n\nAkhir grup.\n",
        SITE: "Situs satu.\n\nAkhir situs.\n",
    }
    bodies[layer] = f"Satu.\n\n{text}\n\n::: only papua\nBlok lagi.\n:::\n\nTiga.\n"
    fronts = {SHARED: FRONT, GROUP: "---\noverride: before\n---\n", SITE: "---\noverride: after\n---\n"}
    files = {path: fronts[path] + body for path, body in bodies.items()}
    project(tmp_path, {**files, "content/shared/halaman/b.md": FRONT + "## Ada\n"})
    report = check(Options(tmp_path, tmp_path / "dist", TODAY), lambda _step, _done, _total: None)
    found = [p for p in report.problems if p.severity is Severity.ERROR and not p.rule.startswith("theme")]
    assert rule in {p.rule for p in found}
    first = fronts[layer].count("\n")
    places = {(p.place.file, p.place.line) for p in found if p.rule == rule}
    assert places == {(layer, first + line)}
    # Columns are exact but for character references, which stand where Markdown left them.
    columns = {p.place.column for p in found if p.rule == rule}
    if rule == "fact-misplaced":
        column += 1
    assert columns == {column}
