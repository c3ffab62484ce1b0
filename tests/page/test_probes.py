"""A page with one fault for each probe: none of them is blind."""

from tests.conftest import Tabs

from .probes import SETTLED, WATCH, ask
from .server import Host

PAGE = b"""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>x</title><link rel="stylesheet" href="s.css">
<meta name="viewport" content="width=device-width"><style>
.b { width: 900px } .f { overflow: hidden; width: 60px; white-space: nowrap } .s { color: #777 } .t { opacity: .6 }
button:focus { outline: 0 }
</style></head><body>
<a href="x">bukan lewati</a><header><nav id="n"><a href="/x">rendah</a></nav></header>
<main id="isi" tabindex="-1"><h1>Judul</h1><p class="s">kelabu</p><p class="t">pudar</p>
<div class="b">lebar lebar lebar lebar lebar lebar lebar lebar lebar lebar lebar lebar lebar lebar lebar lebar</div>
<p class="f">terpotong terpotong terpotong</p><button>mati</button><a href="#">kosong</a><a href="#tiada">tiada</a>
<p>Di <a href="y">dalam</a> kalimat.</p><p><a href="y">sendiri</a></p></main>
<script>localStorage.a = 1; document.cookie = 'a=1'</script></body></html>"""
SEEN = {
    "skip": ("bukan lewati",),
    "focus": ("mati",),
    "targets": ("rendah", "mati", "sendiri"),
    "sideways": ("px wide", "beyond the edge", "terpotong"),
    "contrast": ("kelabu", "pudar"),
    "menu": ("rendah",),
    "dead": ("mati", "kosong", "tiada"),
    "kept": ("localStorage", "cookies"),
    "blocking": ("s.css",),
    "printed": ("rendah", "mati"),
}
LEAST = {"targets": 24, "contrast": 7, "menu": 44}


def test_each_probe_sees_its_fault(tabs: Tabs) -> None:
    with Host({"index.html": PAGE, "s.css": b"p { margin: 1px }"}) as host, tabs() as tab:
        tab.add_init_script(WATCH)
        tab.goto(host.url)
        tab.evaluate(SETTLED)  # what moves before the first paint, or soon after a key, is no shift
        tab.evaluate("document.querySelector('h1').style.marginTop = '200px'")
        tab.wait_for_function("watched.shift > 0.05")
        tab.keyboard.press("Tab")
        for name, words in SEEN.items():
            said = "\n".join(ask(tab, name, LEAST.get(name)))
            assert [word for word in words if word not in said] == [], (name, said)
            assert "dalam" not in said or name not in ("targets", "focus"), (name, said)
