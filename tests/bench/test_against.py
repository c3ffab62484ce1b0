"""Every generator that is installed does the whole job, and no other: the same pages with the same text of articles.

They are looked for where `python -m tests.bench.against --install` puts them; whatever is not there is skipped.
"""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from .against import eleventy, hugo, ours, pelican, zola
from .against.chart import Bar, chart
from .against.form import Form
from .against.job import Job, make_job, numbered
from .against.look import paths, text_of, weigh
from .against.run import TOOLS, all_forms, differences, run
from .against.tools import installed
from .corpus import REPOSITORY

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def job() -> Job:
    """Two sites, and enough articles for a second page of the list."""
    return make_job(2, 11)


@pytest.fixture(scope="module")
def forms(job: Job, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Form]]:
    """The forms of what is installed, by generator; sitegen has done the job."""
    found = all_forms(job, tmp_path_factory.mktemp("against"), REPOSITORY, installed(TOOLS), 2)
    run(found[0][0])
    return {some[0].tool: some for some in found}


def test_sitegen_does_the_job(job: Job, forms: dict[str, list[Form]]) -> None:
    mine = forms[ours.TOOL][0]
    weight = weigh(mine, job)
    tree = paths(mine.trees[job.sites[1].id])
    assert weight.files > 2 * len(job.pages() | job.machine_files())
    for article in job.articles:
        page = tree[f"artikel/{article.slug}.html"]
        text = text_of(page)
        assert text.startswith(f"{article.title} {article.summary} {article.date}")
        assert all(f" {other.title}" in text for other in job.articles if other.slug in article.related)
        assert f"{job.sites[1].name}<br>Telepon {job.sites[1].phone}" in page.read_text(encoding="utf-8")
    assert f">{job.articles[10].title}</a>" in tree["artikel/halaman-2.html"].read_text(encoding="utf-8")


@pytest.mark.parametrize("tool", [hugo.TOOL, zola.TOOL, eleventy.TOOL, pelican.TOOL])
def test_every_form_does_the_same_job(tool: str, job: Job, forms: dict[str, list[Form]]) -> None:
    if tool not in forms:
        pytest.skip(f"{tool} is not installed in {TOOLS}")
    mine = forms[ours.TOOL][0]
    for form in forms[tool]:
        run(form)
        weigh(form, job)
        assert differences(mine, form, job) == []
        for site in job.sites:
            feed, here = (paths(tree)["feed.xml"] for tree in (form.trees[site.id], mine.trees[site.id]))
            assert len(ET.parse(feed).getroot()) == len(ET.parse(here).getroot())
            home = paths(form.trees[site.id])["index.html"].read_text(encoding="utf-8")
            assert site.name in home and site.phone in home


def test_a_page_too_few_and_another_text_are_told(job: Job, forms: dict[str, list[Form]], tmp_path: Path) -> None:
    mine = forms[ours.TOOL][0]
    site = job.sites[0]
    for name, path in paths(mine.trees[site.id]).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(path.read_bytes())
    other = Form("other", "", (), tmp_path, tmp_path, {**mine.trees, site.id: tmp_path})
    assert differences(mine, other, job) == []
    changed = f"artikel/{job.articles[0].slug}.html"
    page = tmp_path / changed
    page.write_text(page.read_text(encoding="utf-8").replace("</article>", "kata</article>"), encoding="utf-8")
    assert differences(mine, other, job) == [f"{site.id}: {changed}"]
    (tmp_path / "sitemap.xml").unlink()
    with pytest.raises(SystemExit, match=r"sitemap\.xml"):
        weigh(other, job)


def test_paths_are_those_of_sitegen(tmp_path: Path) -> None:
    for name in ("artikel.html", "artikel/halaman/2.html", "artikel/a/index.html", "topik/t/halaman/3/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert set(paths(tmp_path)) == {
        "artikel/index.html",
        "artikel/halaman-2.html",
        "artikel/a.html",
        "topik/t/halaman-3.html",
    }
    assert numbered("artikel/index.html", "artikel/", 21)[1:] == ["artikel/halaman-2.html", "artikel/halaman-3.html"]


def test_a_chart_says_its_figures_in_words_too() -> None:
    root = ET.fromstring(chart("A < B", "s", [Bar("one", 1.5, ours=True), Bar("two", 30, "(20.0x)")]))
    assert root.findtext(f"{SVG}title") == "A < B"
    assert root.findtext(f"{SVG}desc") == "one 1.50 s; two 30.00 s."
    widths = [float(bar.attrib["width"]) for bar in root.findall(f"{SVG}rect")[1:]]
    assert widths[1] == pytest.approx(20 * widths[0], rel=0.01)


def test_what_is_not_installed_is_said(tmp_path: Path) -> None:
    rows = dict(installed(tmp_path).versions())
    assert list(rows) == [hugo.TOOL, zola.TOOL, eleventy.TOOL, pelican.TOOL]
    assert set(rows.values()) == {"not installed, not measured"}
