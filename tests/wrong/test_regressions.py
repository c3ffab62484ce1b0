"""What was wrong once, one test for each: named after what a user saw."""

import shutil
from pathlib import Path

import pytest

from sitegen.problems import Problem
from tests.conftest import ARTICLE, GOOD, Files, MakeProject, build_project, png

pytestmark = pytest.mark.usefixtures("quick_themes")

NEW = "content/shared/artikel/baru.md"
SITES = GOOD["sites.yaml"]


def article(body: str, extra: str = "") -> str:
    return f"---\ntitle: Baru\nsummary: Ringkasan.\ntopics: [umum]\ndate: 2026-11-01\n{extra}---\n{body}"


def errors(root: Path) -> list[Problem]:
    return [p for p in build_project(root).problems if p.severity != "task"]


def page(root: Path, path: str = "artikel/baru.html", domain: str = "satu.example") -> str:
    return (root / "dist" / domain / path).read_text(encoding="utf-8")


def with_facts(declared: str, values: str) -> str:
    return (
        SITES.replace("  peta:", f"  {declared}\n  peta:")
        .replace("}\n  - {", f", facts: {{{values}}}}}\n  - {{")
        .replace('"15.01"}', f'"15.01", facts: {{{values}}}}}')
    )


def test_a_text_fact_never_begins_a_link(project: MakeProject) -> None:
    files = {
        "sites.yaml": with_facts("kanal_url: {type: text, about: x}", 'kanal_url: "javascript:alert(1)"'),
        NEW: article("[kanal]({{ facts.kanal_url }})\n"),
    }
    assert [p.rule for p in errors(project({**GOOD, **files}))] == ["fact-begins-link"]


def test_a_url_fact_that_no_site_has_yet(project: MakeProject) -> None:
    text = article('[peta]({{ facts.peta | default("https://peta.example/") }})\n')
    assert errors(project({**GOOD, NEW: text})) == []


@pytest.mark.parametrize("name", ["content", "themes", "sites.yaml"])
def test_a_missing_source_is_a_problem(project: MakeProject, name: str) -> None:
    root = project(GOOD)
    shutil.rmtree(root / name) if (root / name).is_dir() else (root / name).unlink()
    assert build_project(root).failed


@pytest.mark.parametrize("target", ["tidak-ada", "../.."])
def test_links_do_not_stop_the_scan(project: MakeProject, target: str) -> None:
    """Emacs leaves such a link, `.#artikel.md`, while a file is open."""
    root = project(GOOD)
    (root / "content/shared/.#terkunci").symlink_to(target)
    assert errors(root) == []


def test_page_size_of_nothing(project: MakeProject) -> None:
    assert errors(project({**GOOD, "themes/default/theme.yaml": "name: default\npage_size: 0\n"}))


def test_a_local_footnote_is_its_own(project: MakeProject) -> None:
    files = {
        NEW: article("Bersama.[^1]\n\n[^1]: Kaki bersama.\n"),
        "content/sites/satu/artikel/baru.md": "---\noverride: before\n---\nSetempat.[^1]\n\n[^1]: Kaki setempat.\n",
    }
    root = project({**GOOD, **files})
    assert errors(root) or "Kaki setempat." in page(root)


def test_a_footnote_that_is_not_there(project: MakeProject) -> None:
    root = project({**GOOD, NEW: article("Bersama.[^9]\n")})
    assert errors(root)


def test_a_date_fact_in_words(project: MakeProject) -> None:
    files = {
        "sites.yaml": with_facts("mulai: {type: date, about: x}", "mulai: 2026-01-05"),
        NEW: article("Mulai {{ facts.mulai }}.\n"),
    }
    root = project({**GOOD, **files})
    assert errors(root) == []
    assert "Mulai 5\u00a0Januari 2026." in page(root).replace("&nbsp;", "\u00a0")


def test_htaccess_in_static(project: MakeProject) -> None:
    root = project({**GOOD, "content/sites/satu/static/.htaccess": "Options -Indexes\n"})
    assert errors(root) == []
    assert (root / "dist/satu.example/.htaccess").exists()


def test_aliases_of_a_withdrawn_document(project: MakeProject) -> None:
    root = project({**GOOD, NEW: article("Isi.\n", "aliases: [artikel/lama.html]\n")})
    assert errors(root) == []
    withdrawn = "aliases: [artikel/lama.html]\nwithdrawn: {on: 2026-11-20}\n"
    (root / NEW).write_text(article("Isi.\n", withdrawn), encoding="utf-8")
    assert errors(root) == []


def test_a_picture_of_a_document_that_is_not_shown(project: MakeProject) -> None:
    files: Files = {
        NEW: article("![Kotak](lain/kotak.png)\n"),
        "content/shared/artikel/lain.md": article("Isi lain.\n", "sites: {only: [satu]}\n"),
        "content/shared/artikel/lain/kotak.png": png(8, 8),
    }
    root = project({**GOOD, **files})
    assert [p.rule for p in errors(root)] == ["link-file-missing"]


def test_two_outputs_on_one_path_name_their_files(project: MakeProject) -> None:
    text = "---\ntitle: Kontak\nsummary: Kontak.\n---\nIsi.\n"
    root = project({**GOOD, "content/shared/halaman/kontak.md": text})
    (found,) = errors(root)
    assert "content/shared/halaman/kontak.md" in {place.file for place in (found.place, *found.others)}


def test_a_part_that_another_language_lacks(project: MakeProject) -> None:
    first = "content/shared/artikel/pertama.md"
    files = {
        "sites.yaml": SITES.replace('"32.02"}', '"32.02", languages: [id, su]}'),
        first: article("## Bagian {#bagian}\n\nIsi.\n"),
        first.replace(".md", ".su.md"): article("## Bagian (su)\n\nIsi.\n", "translates: 924db2d17f990af1\n"),
        NEW: article("[bagian](pertama.md#bagian)\n"),
    }
    assert errors(project({**GOOD, **files})) == []


def test_a_mistake_in_a_published_document_is_one_problem(project: MakeProject) -> None:
    root = project(GOOD)
    assert errors(root) == []
    text = ARTICLE.format(title="Kedua").replace("summary: Ringkasan dari Kedua.", "summary:")
    (root / "content/shared/artikel/kedua.md").write_text(text, encoding="utf-8")
    assert [p.rule for p in errors(root)] == ["value-empty"]


@pytest.mark.parametrize("mode", ["after", "replace"])
def test_an_override_without_a_body(project: MakeProject, mode: str) -> None:
    """`after` shows an empty box, `replace` an article of nothing."""
    text = f"---\noverride: {mode}\ntitle: Judul lain\n---\n"
    root = project({**GOOD, "content/sites/satu/artikel/pertama.md": text})
    problems = errors(root)
    assert problems or (mode == "after" and "Khusus" not in page(root, "artikel/pertama.html"))


@pytest.mark.parametrize("path", ["content/shared/catatan.md", "content/sites/satu/catatan.md", "content/situs/a/b.md"])
def test_a_document_in_the_wrong_folder(project: MakeProject, path: str) -> None:
    assert errors(project({**GOOD, path: article("Isi.\n")}))


def test_a_misplaced_fact_is_one_problem(project: MakeProject) -> None:
    files: Files = {
        NEW: article("![{{ site.name }}](baru/kotak.png)\n"),
        "content/shared/artikel/baru/kotak.png": png(8, 8),
    }
    assert [p.rule for p in errors(project({**GOOD, **files}))] == ["fact-misplaced"]


def test_an_id_twice_is_shown_where_it_is_repeated(project: MakeProject) -> None:
    root = project({**GOOD, NEW: article("## Satu {#sama}\n\nIsi.\n\n## Dua {#sama}\n\nIsi.\n")})
    assert [p.place.line for p in errors(root)] == [11]


def test_404_below_a_path(project: MakeProject) -> None:
    sites = SITES.replace('"32.02"}', '"32.02", base_url: "https://satu.example/kesehatan/"}')
    root = project({**GOOD, "sites.yaml": sites})
    assert errors(root) == []
    assert 'href="/kesehatan/peta-situs.html"' in page(root, "404.html")


@pytest.mark.parametrize("text", ["sites: [\n", "sites: []\n", ""])
def test_no_warning_comes_before_the_cause(project: MakeProject, text: str) -> None:
    """Without a site, nobody shows anything, and each claim is unused."""
    claims = (Path(__file__).parent / "claim-unused/content/claims.yaml").read_text(encoding="utf-8")
    root = project({**GOOD, "content/claims.yaml": claims, "sites.yaml": text})
    assert {p.place.file for p in build_project(root).problems} == {"sites.yaml"}
