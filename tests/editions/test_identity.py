"""Who a site is: official words, a move to another host, old hosts, canonical URLs."""

import re
from pathlib import Path

import pytest

from sitegen.noop import nothing_to_do
from sitegen.official import officials
from sitegen.options import Options
from sitegen.report import Report
from tests.conftest import ARTICLE, GOOD, TODAY, MakeProject, build_project, read_tree, write

pytestmark = pytest.mark.usefixtures("quick_themes")
CONFIRMED = 'identity: {status: confirmed, by: Pejabat Contoh, on: 2026-11-02, official_url: "https://dinas.example/"}'
SATU, DUA = 'domain: satu.example, district: "32.02"', 'domain: dua.example, district: "15.01"'
MOVED = f'{SATU}, base_url: "https://dinas-satu.example/"'


def sites(*rows: str, top: str = "") -> str:
    lines = "".join(f"  - {{{row}}}\n" for row in rows)
    return f"facts:\n  jadwal: {{type: text}}\n{top}sites:\n{lines}"


def found(report: Report) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (str(p.place), p.rule, p.sites)
        for p in report.problems
        if p.severity != "task" and p.rule != "override-base-missing"
    ]


def changed(old: dict[str, bytes], new: dict[str, bytes], old_url: bytes, new_url: bytes) -> set[str]:
    """The paths that differ in more than absolute URLs: written out, as a QR code, in the hash of a JSON-LD block."""
    assert old.keys() == new.keys()
    code = re.compile(rb"<svg[^>]*class=\"qr\">.*?</svg>|(?<=script-src )'sha256-[^']*'")
    old, new = ({path: code.sub(b"", data) for path, data in tree.items()} for tree in (old, new))
    return {p for p in old if p != "sitegen-manifest.json" and old[p].replace(old_url, new_url) != new[p]}


# -- words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ini situs resmi kami", ["situs resmi"]),
        ("Situs\n  **Resmi** dinas", ["Situs Resmi"]),
        ("website&nbsp;resmi", ["website resmi"]),
        ("situs web resmi dan akun resmi", ["situs web resmi", "akun resmi"]),
        ("Kami, Dinas Kesehatan Kabupaten Contoh", ["Kami, Dinas Kesehatan"]),
        ("the official web site", ["official web site"]),
        ("lambang daerah; kop surat", ["lambang daerah", "kop surat"]),
        ("Bukan situs resmi pemerintah, melainkan situs resmi dinas", ["situs resmi"]),
        ("Bukan situs resmi pemerintah.", []),
        ("Not an official government website. Not an official government site.", []),
        ("kanal resmi BPJS Kesehatan", []),
        ("Peraturan Pemerintah Nomor 77 Tahun 2007 tentang Lambang Daerah", []),
        ("Hubungi Dinas Kesehatan Kabupaten Contoh.", []),
        ("Daftarkan situs. Resmi dibuka besok.", []),
        ("Permohonan resmi ke kantor; unofficial sites", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [said for _, said in officials(text)] == words


def test_a_long_text_is_searched_in_no_time() -> None:
    for text in ("situs " * 20000, "peraturan " * 5000 + "kop surat", " \n" * 50000, "resmi situs* " * 9000):
        list(officials(text))


def test_official_words_in_topics_groups_facts_and_themes(project: MakeProject) -> None:
    root = project(
        {
            **GOOD,
            "sites.yaml": sites(
                f"{SATU}, {CONFIRMED}, facts: {{jadwal: Lihat situs resmi}}",
                f"{DUA}, facts: {{jadwal: Lihat situs resmi}}",
                top="groups:\n  semua: {title: Akun resmi, sites: [satu, dua]}\n",
            ),
            "content/topics.yaml": "umum:\n  title: Umum\n  summary: Laman resmi.\n",
            "content/shared/artikel/bawaan.md": ARTICLE.format(title="Bawaan").replace(
                "Isi dari", '{{ facts.jadwal | default("portal resmi") }}'
            ),
        }
    )
    theme = root / "themes/default"
    footer = theme / "templates/partials/footer.html"
    footer.write_text(
        "{% if site.confirmed %}situs resmi{% else %}halaman resmi{% endif %}\n"
        "{% if not site.confirmed %}{% if site.single %}x{% endif %}{% else %}{{ _('Situs resmi') }}{% endif %}\n"
        "{% if site.single %}akun resmi{% endif %}{# kop surat #}\n" + footer.read_text()
    )
    with (theme / "style/base.css").open("a") as style:
        style.write("\n/* kop surat */ .x::after { content: 'situs resmi' }\n")
    po = theme / "strings/en.po"
    po.write_text(
        po.read_text() + '\nmsgid "Situs resmi"\nmsgstr "Official site"\n\nmsgid "Halo"\nmsgstr "Our official portal"\n'
    )
    line, last = len(po.read_text().splitlines()), len((theme / "style/base.css").read_text().splitlines())
    report = build_project(root)
    assert report.failed
    assert found(report) == [
        ("content/shared/artikel/bawaan.md:9:1", "official-words", ("dua",)),
        ("content/topics.yaml:3:12", "official-words", ("dua",)),
        ("sites.yaml:4:18", "official-words", ("dua",)),
        ("sites.yaml:7:62", "official-words", ("dua",)),
        (f"themes/default/strings/en.po:{line}:13", "official-words", ("dua",)),
        (f"themes/default/style/base.css:{last}:39", "official-words", ("dua",)),
        ("themes/default/templates/partials/footer.html:1:45", "official-words", ("dua",)),
        ("themes/default/templates/partials/footer.html:3:21", "official-words", ("dua",)),
    ]


def test_words_that_no_unverified_site_shows_are_free(project: MakeProject) -> None:
    """Front matter that a nearer layer puts aside, blocks and whole documents of confirmed sites."""
    root = project(
        {
            **GOOD,
            "sites.yaml": sites(f"{SATU}, {CONFIRMED}", DUA),
            "content/shared/artikel/pertama.md": ARTICLE.format(title="Situs resmi")
            + "\n::: only satu\nIni situs resmi.\n:::\n",
            "content/sites/dua/artikel/pertama.md": "---\noverride: before\ntitle: Situs\nsummary: Ada.\n---\nIsi.\n",
            "content/shared/artikel/kedua.md": ARTICLE.format(title="Akun resmi").replace(
                "date:", "sites: {only: [satu]}\ndate:"
            ),
        }
    )
    assert found(build_project(root)) == [("content/shared/artikel/pertama.md:9:10", "official-words", ("dua",))]
    article = root / "content/shared/artikel/pertama.md"
    article.write_text(article.read_text().replace("Isi dari Situs resmi", "Isi"))
    assert found(build_project(root)) == []


def test_a_domain_is_no_confirmation_and_go_id_needs_none(project: MakeProject) -> None:
    """Where a site stands says nothing about who confirmed it."""
    root = project({**GOOD, "sites.yaml": sites(f'{SATU}, base_url: "https://dinkes.go.id.example/"', DUA)})
    assert found(build_project(root)) == []
    assert b"Bukan situs resmi pemerintah" in read_tree(root / "dist/satu.example")["index.html"]


# -- hosts


@pytest.mark.parametrize(
    ("row", "folder"),
    [
        (f"{MOVED}, aliases: [SATU.example, www.satu.example]", "satu.example"),
        (
            'id: satu, domain: dinas-satu.example, district: "32.02", aliases: [satu.example, www.satu.example]',
            "dinas-satu.example",
        ),
    ],
    ids=["base_url", "domain"],
)
def test_a_move_changes_urls_alone(project: MakeProject, row: str, folder: str) -> None:
    root = project({**GOOD, "sites.yaml": sites(f"{SATU}, {CONFIRMED}", DUA)})
    assert not build_project(root).failed
    before, other = read_tree(root / "dist/satu.example"), read_tree(root / "dist/dua.example")
    write(root, {"sites.yaml": sites(f"{row}, {CONFIRMED}", DUA)})
    report = build_project(root)
    assert not report.failed
    left = [("dist/satu.example", "site-folder-left", ())] if folder != "satu.example" else []
    assert found(report) == left
    after = read_tree(root / "dist" / folder)
    assert changed(before, after, b"https://satu.example/", b"https://dinas-satu.example/") == set()
    ids = re.findall(rb"<id>(.*?)</id>", after["feed.xml"])
    assert ids == re.findall(rb"<id>(.*?)</id>", before["feed.xml"])
    assert all(ident.startswith(b"tag:satu,2026") for ident in ids)
    assert read_tree(root / "dist/dua.example") == other

    old = read_tree(root / "dist/alih_satu.example")
    assert old.keys() == {p for p in before if p.endswith(".html")} | {
        ".htaccess", "_redirects", "redirect.nginx.conf", "sitegen-manifest.json",
    }  # fmt: skip
    assert old["_redirects"] == b"/* https://dinas-satu.example/:splat 301\n"
    assert b'(.*)$" "https://dinas-satu.example/$1"\n' in old[".htaccess"]
    assert b"server_name satu.example;" in old["redirect.nginx.conf"]
    assert b"return 301 https://dinas-satu.example$request_uri;" in old["redirect.nginx.conf"]
    for path, url in (("artikel/pertama.html", "artikel/pertama.html"), ("index.html", ""), ("404.html", "")):
        page = old[path].decode()
        assert f'<link rel="canonical" href="https://dinas-satu.example/{url}">' in page
        assert f'content="0; url=https://dinas-satu.example/{url}"' in page
        assert "noindex" not in page
    www = read_tree(root / "dist/alih_www.satu.example")
    assert {p for p in www if www[p] != old[p]} == {"redirect.nginx.conf", "sitegen-manifest.json"}


def test_an_old_host_of_an_unverified_site_says_so(project: MakeProject) -> None:
    root = project({**GOOD, "sites.yaml": sites(f"{MOVED}, aliases: [satu.example]", DUA)})
    build_project(root)
    page = read_tree(root / "dist/alih_satu.example")["index.html"]
    assert b"Bukan situs resmi pemerintah" in page
    assert b'<meta name="robots" content="noindex">' in page


def test_a_mount_point(project: MakeProject) -> None:
    root = project(
        {**GOOD, "sites.yaml": sites(f'{SATU}, base_url: "https://kab.example/dinkes/", aliases: [satu.example]', DUA)}
    )
    build_project(root)
    old = read_tree(root / "dist/alih_satu.example")
    assert b"return 301 https://kab.example/dinkes$request_uri;" in old["redirect.nginx.conf"]
    assert b"https://kab.example/dinkes/:splat" in old["_redirects"]


def test_an_old_host_is_built_kept_and_left_like_a_site(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.touched.MARGIN", 0)
    root = project({**GOOD, "sites.yaml": sites(f"{MOVED}, aliases: [lama.example]", DUA)})
    options = Options(root, root / "dist", TODAY)
    report = build_project(root)
    assert [row.domain for row in report.sites] == ["satu.example", "dua.example", "alih_lama.example"]
    again = nothing_to_do(options)
    assert again is not None
    assert [row.site for row in again.sites] == ["satu", "dua", "satu@lama.example"]
    listed = (root / "dist/.sitegen/index.html").read_text(encoding="utf-8")
    assert 'href="../alih_lama.example/index.html"' in listed
    assert "https://dinas-satu.example/" in listed

    (root / "dist/alih_lama.example/_redirects").unlink()
    assert nothing_to_do(options) is None
    assert [(r.domain, r.written) for r in build_project(root, sites=("satu",)).sites] == [
        ("satu.example", 0),
        ("alih_lama.example", 1),
    ]
    assert [row.domain for row in build_project(root, sites=("dua",)).sites] == ["dua.example"]

    # A page that moves: its stub is renewed, and no URL of the old host counts as lost.
    article = root / "content/shared/artikel/kedua.md"
    article.unlink()
    write(
        root,
        {
            "content/shared/artikel/ketiga.md": ARTICLE.format(title="Ketiga").replace(
                "date:", "aliases: [artikel/kedua.html]\ndate:"
            )
        },
    )
    assert found(build_project(root)) == []
    assert "artikel/ketiga.html" in read_tree(root / "dist/alih_lama.example")

    (root / "dist/alih_lama.example/google.html").write_text("punya pengelola")
    report = build_project(root, full=True)
    assert ("output-foreign-file", ("satu@lama.example",)) in [(rule, names) for _, rule, names in found(report)]
    (root / "dist/alih_lama.example/google.html").unlink()

    write(root, {"sites.yaml": sites(MOVED, DUA)})
    report = build_project(root)
    assert found(report) == [("dist/alih_lama.example", "site-folder-left", ())]
    assert (root / "dist/alih_lama.example/index.html").exists()
    build_project(root, prune=True)
    assert not (root / "dist/alih_lama.example").exists()


@pytest.mark.parametrize(
    "row", [f"{MOVED}, aliases: [kon_.example]", f"{SATU}, aliases: ['a.example/x']", f"{SATU}, aliases: a.example"]
)
def test_what_is_no_host_is_refused(project: MakeProject, row: str) -> None:
    report = build_project(project({**GOOD, "sites.yaml": sites(row, DUA)}))
    assert report.failed
    assert {place.rpartition(":")[0] for place, _, _ in found(report)} == {"sites.yaml:4"}


@pytest.mark.parametrize("url", ["https://a.example/$1/", "https://a.example/a;b/", "https://a.example/%20/"])
def test_an_address_that_means_something_to_a_server_is_refused(project: MakeProject, url: str) -> None:
    report = build_project(project({**GOOD, "sites.yaml": sites(f'{SATU}, base_url: "{url}"', DUA)}))
    assert [rule for _, rule, _ in found(report)] == ["base-url-shape"]


# -- canonical

TIGA = 'domain: tiga.example, district: "32.05"'


def head_of(root: Path, domain: str, path: str) -> tuple[str, bool]:
    text = (root / "dist" / domain / path).read_text(encoding="utf-8")
    canonical = re.search(r'<link rel="canonical" href="([^"]*)">', text)
    assert canonical
    return canonical[1], '<meta name="robots" content="noindex">' in text


def hub_project(project: MakeProject, hub: str = f"{SATU}, {CONFIRMED}") -> Path:
    def article(title: str, key: str) -> str:
        return ARTICLE.format(title=title).replace("date:", f"canonical: {key}\ndate:")

    return project(
        {
            **GOOD,
            "sites.yaml": sites(hub, f"{DUA}, {CONFIRMED}", TIGA, top="hub: satu\n"),
            "content/shared/artikel/pertama.md": article("Pertama", "hub"),
            "content/shared/artikel/kedua.md": article("Kedua", "hub"),
            "content/sites/dua/artikel/kedua.md": "---\noverride: before\n---\nHanya di sini.\n",
            "content/shared/artikel/ketiga.md": article("Ketiga", "noindex"),
            "content/shared/artikel/keempat.md": article("Keempat", "self"),
            "content/shared/artikel/kelima.md": article("Kelima", "hub").replace(
                "date:", "sites: {except: [satu]}\ndate:"
            ),
        }
    )


def test_canonical_of_each_class(project: MakeProject) -> None:
    root = hub_project(project)
    assert found(build_project(root)) == []
    hub, own = "https://satu.example/artikel/", "https://dua.example/artikel/"
    assert head_of(root, "satu.example", "artikel/pertama.html") == (f"{hub}pertama.html", False)
    assert head_of(root, "dua.example", "artikel/pertama.html") == (f"{hub}pertama.html", False)
    assert head_of(root, "dua.example", "artikel/kedua.html") == (f"{own}kedua.html", False)  # other words there
    assert head_of(root, "dua.example", "artikel/ketiga.html") == (f"{own}ketiga.html", True)
    assert head_of(root, "dua.example", "artikel/keempat.html") == (f"{own}keempat.html", False)
    assert head_of(root, "dua.example", "artikel/kelima.html") == (f"{own}kelima.html", False)  # not on the hub
    assert head_of(root, "tiga.example", "artikel/pertama.html") == ("https://tiga.example/artikel/pertama.html", True)
    listed = {
        name: set(re.findall(r"<loc>(.*?)</loc>", (root / f"dist/{name}.example/sitemap.xml").read_text()))
        for name in ("satu", "dua")
    }
    assert f"{hub}pertama.html" in listed["satu"]
    assert f"{own}pertama.html" not in listed["dua"]
    assert {f"{own}kedua.html", f"{own}keempat.html", f"{own}kelima.html"} <= listed["dua"]
    assert not any("ketiga" in url for urls in listed.values() for url in urls)
    assert "ketiga" in (root / "dist/dua.example/feed.xml").read_text()


def test_nothing_else_leads_to_the_hub(project: MakeProject) -> None:
    root = hub_project(project)
    build_project(root)
    for path, data in read_tree(root / "dist/dua.example").items():
        rest = re.sub(rb'<link rel="canonical" href="https://satu\.example/[^"]*">', b"", data)
        assert b"satu.example" not in rest, path
        assert (rest != data) == (path == "artikel/pertama.html")


def test_a_hub_that_nobody_confirmed_is_none(project: MakeProject) -> None:
    root = hub_project(project, hub=SATU)
    build_project(root)
    own = "https://dua.example/artikel/pertama.html"
    assert head_of(root, "dua.example", "artikel/pertama.html") == (own, False)
    assert own in (root / "dist/dua.example/sitemap.xml").read_text()


def test_another_hub_changes_its_pages_alone(project: MakeProject) -> None:
    """An edit of sites.yaml after a build gives what a first build gives."""
    root = hub_project(project)
    build_project(root)
    file = root / "sites.yaml"
    file.write_text(file.read_text().replace("hub: satu", "hub: dua"))
    report = build_project(root)
    wanted = {row.domain: read_tree(root / "dist" / row.domain) for row in report.sites}
    assert head_of(root, "satu.example", "artikel/pertama.html")[0] == "https://dua.example/artikel/pertama.html"
    assert {r.domain: r.written for r in report.sites}["tiga.example"] == 0
    report = build_project(root, full=True)
    assert wanted == {row.domain: read_tree(root / "dist" / row.domain) for row in report.sites}
