"""An edit of words alone is planned by exchanging texts in keys that are known from before. Here nothing is trusted of
that: whatever is edited, the keys are those of planning all, and what is made is the same (`Compared`)."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen import build as builder
from sitegen.keys import shape_of
from sitegen.model.document import Edition, Slot
from sitegen.model.kinds import BY_ID
from sitegen.model.parsed import ClaimUse, Figure, Flaw, Heading, Parsed, SlotUse, Stems, Written
from sitegen.model.project import Project
from sitegen.plan import planning
from sitegen.plan.search import INDEX
from sitegen.problems import Severity
from sitegen.values import fields, replace
from tests.conftest import png
from tests.diary.edits import some_edit
from tests.diary.network import TODAY, Doc, Files, Network, network, options, write
from tests.plan.test_shared import Compared, prepared

# What people write into a text: each piece may stand in any document, and many change more than words.
PIECES = (
    "Kata-kata biasa nomor {n}.",
    "## Judul {n}",
    "## Bagian {{#bagian-{n}}}\n\nIsi bagian.",
    "[Satu](../artikel/satu.md) dan [tiga](../artikel/tiga.md#akhir).",
    "[Dua](../artikel/dua.md)",
    "![Gambar](../artikel/tiga/gambar.png)",
    "[Berkas](../artikel/tiga/gambar.png)",
    "[Halaman](../istilah.html)",
    "> Kutipan {n}",
    "## Berapa lagi {n}?\n\n- [x] Satu\n- [ ] Dua\n\nKarena {n}.",
    "1. satu\n2. dua",
    "| a | b |\n|---|---|\n| {n} | 2 |",
    "Kaki.[^k{n}]\n\n[^k{n}]: Catatan kaki.",
    "Telepon {{{{ contact.phone | default('119') }}}}.",
    "Periksa kanal resmi. {{klaim satu, dua}}",
    "Harga Rp5.000 {{per 2026-11-20}}.",
    "::: only papua\nHanya Papua {n}.\n:::",
    "Vaksin dan demam, lalu BPJS.",
    "Panjang sekali. " * 250,
)


def full_network() -> Network:
    """The network of the diary with a document of each other kind, and words that it explains."""
    net = network()
    for name in ("blockquote", "ol", "table", "img"):  # parts of the sheet for pages with such an element
        net.files[f"themes/default/style/body/{name}.css"] = f"{name}{{margin:0}}\n".encode()
    for site in ("dinkesDua", "dinkesLima"):  # each has an outline of its own
        net.files[f"content/sites/{site}/facilities.yaml"] = (
            f"- {{name: Puskesmas {site}, kind: puskesmas, kecamatan: A, source: Surat 1, verified: 2026-11-01}}\n"
        ).encode()
    net.files["content/shared/artikel/tiga/lain.png"] = png(500, 40)
    net.files["content/glossary.yaml"] = b"vaksin: {term: Vaksin, meaning: Bahan pelindung., claim: satu}\n"
    shared = "content/shared"
    net.docs[f"{shared}/tanya/apa.md"] = Doc({"title": "Apa itu?", "summary": "Tanya.", "topics": "[jkn]"}, "Begini.")
    net.docs[f"{shared}/acara/senam.md"] = Doc(
        {"title": "Senam", "summary": "Pagi.", "start": "2026-12-05", "time": "07.00", "place": "Lapangan"}, "Ayo."
    )
    net.docs[f"{shared}/pengumuman/libur.md"] = Doc(
        {"title": "Libur", "summary": "Tutup.", "start": "2026-11-01", "end": "2026-12-31"}, "Tutup dulu."
    )
    net.docs[f"{shared}/kuis/coba.md"] = Doc(
        {"title": "Coba", "summary": "Kuis.", "date": "2026-11-01", "sources": '[{title: "S", seen: 2026-11-01}]'},
        "\n\n".join(f"## Berapa {n}?\n\n- [x] Satu\n- [ ] Dua\n\nKarena satu." for n in range(3)),
    )
    return net


EDITS = st.lists(
    st.one_of(
        st.tuples(st.integers(0, 10**6), st.sampled_from(PIECES), st.booleans()),
        st.tuples(st.integers(0, 10**6), st.just(""), st.just(False)),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(days=st.lists(EDITS, min_size=2, max_size=4), seed=st.integers(0, 10**6))
def test_after_any_edit(days: list[list[tuple[int, str, bool]]], seed: int) -> None:
    rng, net, disk = Random(seed), full_network(), Files()
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        root, warm = Path(folder), builder.Warm()
        Compared(patch)
        for edits in [[], *days]:
            before = net.copy()
            for number, piece, first in edits:
                if piece:
                    doc = net.docs[sorted(net.docs)[number % len(net.docs)]]
                    pieces = [piece.format(n=number), doc.body]
                    doc.body = "\n\n".join(pieces if first else pieces[::-1])
                else:
                    some_edit(net, rng)
            write(root, net.all_files(), disk)
            disk = net.all_files()
            if any(found.severity is Severity.ERROR for found in prepared(options(root, net.today), warm)):
                net = before


# What is seen of a text by itself: from words that have all else, to words that have one thing more.
_SATU, _KUIS = "content/shared/artikel/satu.md", "content/shared/kuis/coba.md"
_BERKAS, _GAMBAR = "[b](tiga/gambar.png)", "![g](tiga/gambar.png)"
_LINK, _LAIN = "[l](../luring.html)", "![l](tiga/lain.png)"
SEEN_ALONE = {
    "elements, which decide on the sheet": (_SATU, "Kata.", "> Kata."),
    "the reading time, on cards": (_SATU, "Kata.", "Kata. " * 400),
    "a document that it links to": (_SATU, "Lewat.", "[Lewat](lewat.md)."),
    "a file that it links to": (_SATU, "Berkas.", "[Berkas](../luring.html)."),
    "a picture that was linked only": (_SATU, f"{_BERKAS} {_LAIN}", f"{_BERKAS} {_LAIN} {_GAMBAR}"),
    "a link to what was a picture only": (_SATU, f"{_LINK} {_GAMBAR}", f"{_LINK} {_GAMBAR} {_BERKAS}"),
    "the order of its files": (_SATU, f"{_BERKAS} {_LAIN}", f"{_LAIN} {_BERKAS}"),
    "how many questions a quiz has": (_KUIS, "", "## Lagi?\n\n- [x] Satu\n- [ ] Dua\n\nKarena satu."),
    "an answer, on the page of all questions": ("content/shared/tanya/apa.md", "Kata.", "Lain."),
}


@pytest.mark.parametrize("case", SEEN_ALONE)
def test_what_is_seen_is_planned(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More depends on it than the two outputs that show words, so that their keys alone do not do."""
    net, compared = full_network(), Compared(monkeypatch)
    path, before, after = SEEN_ALONE[case]
    body, disk = net.docs[path].body, Files()
    net.docs["content/shared/artikel/tiga.md"].body = "Tanpa gambar.\n\n## Akhir {#akhir}"
    for piece in (before, after):
        net.docs[path].body = f"{body}\n\n{piece}"
        write(tmp_path, net.all_files(), disk)
        disk = net.all_files()
        assert not [str(p) for p in prepared(options(tmp_path)) if p.severity is Severity.ERROR]
    assert compared.short == 0


def test_words_alone_are_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each kind of document, on sites with and without an override of it."""
    net, compared = full_network(), Compared(monkeypatch)
    write(tmp_path, net.all_files())
    assert not [str(p) for p in prepared(options(tmp_path)) if p.severity is Severity.ERROR]
    for path in sorted(net.docs):
        before, disk = compared.short, net.all_files()
        net.docs[path].body += " Kata lain lagi."
        write(tmp_path, net.all_files(), disk)
        prepared(options(tmp_path))
        own_page = "/tanya/" not in path and not {"draft", "withdrawn"} & net.docs[path].front.keys()
        assert (compared.short > before) is (own_page and "nanti" not in path), path


# What planning must not see of a text (`plan.seen`), and the same otherwise.
UNSEEN: dict[str, Any] = {
    "headings": (Heading(2, "lain", "Lain"),) * 5,
    "anchors": "lain",
    "slots": (SlotUse(0, "text"),),
    "flaws": (Flaw("raw-html", 1, 1),),
    "figures": (Figure(TODAY, 1, 1),),
    "stems": Stems("lain", "lain"),
    "claims": (ClaimUse("lain", 1, 1, False, False),),
    "unclaimed": (Written("1", 1, 1),),
    "dials": (Written("119", 1, 1),),
    "told": lambda: "vaksin",
}


class Asked:
    """Plans as always, and knows from what."""

    given: tuple[Any, ...]

    def __call__(self, *given: Any) -> planning.Plan:
        self.given = given
        return planning.plan(*given)


def test_no_key_is_made_of_more_of_a_text_than_planning_sees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text becomes another one that is seen alike: nothing that a text consists of may be in any key but where
    texts are exchanged."""
    seen = {"links", "words", "names"}
    assert {field.name for field in fields(Parsed)} == UNSEEN.keys() | seen  # a new one: is it seen?

    planned = Asked()
    monkeypatch.setattr(builder, "plan", planned)
    write(tmp_path, full_network().all_files())
    prepared(options(tmp_path))
    project, parsed, templates, shown, chromes, pictures = planned.given[:6]

    def plan_of(one: Project, texts: Mapping[str, Parsed], known: Any = None) -> planning.Plan:
        return planning.plan(one, texts, templates, shown, chromes, pictures, [], None, known)

    others: dict[str, Parsed] = {}

    def another(edition: Edition) -> Edition:
        kind, was = BY_ID[edition.kind], parsed[edition.text.key]
        if kind.gathered or edition.gone:
            return edition
        unseen = {name: value for name, value in UNSEEN.items() if kind.form != "quiz" or name != "headings"}
        links = tuple(replace(link, line=link.line + 9, column=7) for link in was.links)
        key = edition.text.key[::-1]
        others[key] = replace(was, words=was.words + 1, links=links, **unseen)
        return replace(
            edition, text=replace(edition.text, key=key, slots=(Slot("site.name", None),)), stamp=edition.face + key
        )

    changed = replace(project, editions=tuple(map(another, project.editions)))
    first = plan_of(project, parsed)
    known = {site.outline.key: dict(site.outline.keys) for site in first.sites}
    whole = plan_of(changed, {**parsed, **others})
    short = plan_of(changed, {**parsed, **others}, known)
    for was, one, other in zip(first.sites, short.sites, whole.sites, strict=True):
        assert one.outline.known is not None
        assert shape_of(one.outline.key) == shape_of(was.outline.key)
        assert one.outline.keys == other.outline.keys
        if not one.site.area:
            differing = {path for path, key in one.outline.keys.items() if was.outline.keys[path] != key}
            assert INDEX in differing and len(differing) > 3
