"""Reading without a network: the copy that a reader asks for, in a real browser, and the zip that opens from a disk."""

import threading
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sitegen.package import package
from tests.conftest import Tabs

from .network import CONFIRMED
from .pages import Page, Site
from .server import Host

STORES = "async () => (await caches.keys()).length"


def test_nothing_is_stored_before_it_is_asked_for(hosts: dict[str, Host], tabs: Tabs) -> None:
    with tabs() as tab:
        tab.goto(f"{hosts[CONFIRMED].url}luring.html")
        tab.locator("#_luring button").first.click()
        tab.get_by_text("Ya, simpan").wait_for()
        assert tab.evaluate(STORES) == 0
        assert tab.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_a_copy_answers_without_a_network_and_can_be_removed(sites: dict[str, Site], tabs: Tabs) -> None:
    site = sites[CONFIRMED]
    with Host(site.files) as host, tabs() as tab:
        tab.goto(f"{host.url}luring.html")
        tab.locator("#_luring button").first.click()
        tab.get_by_text("Ya, simpan").click()
        tab.get_by_text("Tersimpan.").wait_for()
        tab.context.set_offline(True)
        for page in site.kinds:
            if page.path != "404.html":
                tab.goto(host.url + page.path)
                title = page.markup.find("title")
                assert title and tab.title(), page.path
        tab.goto(f"{host.url}luring.html")
        tab.context.set_offline(False)
        tab.reload()
        tab.get_by_role("button", name="Hapus salinan").click()
        tab.get_by_text("Salinan sudah dihapus").wait_for()
        assert tab.evaluate(STORES) == 0
        assert tab.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_a_copy_answers_where_the_host_drops_html_from_addresses(sites: dict[str, Site], tabs: Tabs) -> None:
    with Host(sites[CONFIRMED].files, bare=True) as host, tabs() as tab:
        tab.goto(f"{host.url}peta-situs.html?q=berobat")
        tab.locator("#_hasil a[href$='berobat.html']").first.wait_for()
        tab.goto(f"{host.url}luring.html")
        assert tab.url == f"{host.url}luring"
        tab.locator("#_luring button").first.click()
        tab.get_by_text("Ya, simpan").click()
        tab.get_by_text("Tersimpan.").wait_for()
        tab.context.set_offline(True)
        for path in ("", "artikel/", "artikel/berobat.html", "artikel/berobat"):
            tab.goto(host.url + path)
            assert tab.locator("h1").count() == 1, path


def test_a_withdrawn_page_leaves_the_copy(sites: dict[str, Site], tabs: Tabs) -> None:
    """At the next visit with a network the copy follows the manifest: what changed is fetched, what is gone dropped."""
    files = dict(sites[CONFIRMED].files)
    with Host(files) as host, tabs() as tab:
        tab.goto(f"{host.url}luring.html")
        tab.locator("#_luring button").first.click()
        tab.get_by_text("Ya, simpan").click()
        tab.get_by_text("Tersimpan.").wait_for()
        manifest = files["sitegen-manifest.json"].decode()
        gone, changed = "artikel/jadwal.html", "artikel/berobat.html"
        assert f'"{gone}":' in manifest
        lines = [line for line in manifest.split("\n") if not line.startswith(f'"{gone}":')]
        lines = [line.replace(':["', ':["0', 1) if line.startswith(f'"{changed}":') else line for line in lines]
        files["sitegen-manifest.json"] = "\n".join(lines).encode()
        files[changed] = b"<!DOCTYPE html><title>Ditarik</title><p>Halaman ini ditarik."
        del files[gone]
        tab.goto(f"{host.url}index.html")
        there = "async name => { for (const n of await caches.keys()) { const c = await caches.open(n);"
        there += " const r = await c.match(new URL(name, location.href)); return r ? await r.text() : ''; } }"
        for _ in range(100):
            if tab.evaluate(there, gone) == "" and "ditarik" in tab.evaluate(there, changed):
                break
            tab.wait_for_timeout(50)
        assert tab.evaluate(there, gone) == ""
        assert "ditarik" in tab.evaluate(there, changed)


def test_a_large_download_stays_on_the_server(sites: dict[str, Site], tabs: Tabs) -> None:
    files = dict(sites[CONFIRMED].files)
    small = "unduhan/lembar/lembar.csv"
    large = "unduhan/lembar/besar.pdf"
    line = f'"{small}":["'
    manifest = files["sitegen-manifest.json"].decode()
    assert line in manifest
    files["sitegen-manifest.json"] = manifest.replace(line, f'"{large}":["0",1000001],\n{line}').encode()
    with Host(files) as host, tabs() as tab:  # the large one is not even there: asking for it would fail
        tab.goto(f"{host.url}luring.html")
        tab.locator("#_luring button").first.click()
        tab.get_by_text("Ya, simpan").click()
        tab.get_by_text("Tersimpan.").wait_for()
        kept = "async path => !!await caches.match(new URL(path, location.href))"
        assert tab.evaluate(kept, small)
        assert not tab.evaluate(kept, large)


def test_a_slow_network_waits_three_seconds(sites: dict[str, Site], tabs: Tabs) -> None:
    site = sites[CONFIRMED]
    gate = threading.Event()
    with Host(site.files, gate=gate) as host, tabs() as tab:
        gate.set()
        tab.goto(f"{host.url}luring.html")
        tab.locator("#_luring button").first.click()
        tab.get_by_text("Ya, simpan").click()
        tab.get_by_text("Tersimpan.").wait_for()
        gate.clear()
        try:
            tab.goto(f"{host.url}index.html", timeout=20_000)
            assert tab.locator("h1").count() == 1
        finally:
            gate.set()


def test_a_zip_opens_from_a_disk(sites: dict[str, Site], tmp_path: Path, tabs: Tabs) -> None:
    """Every page of the zip, from file://, with its links leading to pages that are there."""
    dest = sites[CONFIRMED].folder.parent
    (packed,) = package(dest.parent, dest, (CONFIRMED.rpartition(".")[0],), offline=True)
    again = Path(packed.file).read_bytes()
    package(dest.parent, dest, (CONFIRMED.rpartition(".")[0],), offline=True)
    assert Path(packed.file).read_bytes() == again
    with zipfile.ZipFile(packed.file) as archive:
        archive.extractall(tmp_path / "usb")
    folder = tmp_path / "usb" / CONFIRMED
    assert not {".htaccess", "_headers", "404.html", "sw.js"} & {path.name for path in folder.iterdir()}
    pages = sorted(folder.rglob("*.html"))
    for path in pages:
        for link in Page(CONFIRMED, path.relative_to(folder).as_posix(), path.read_text("utf-8")).markup.find("a"):
            target = urlsplit(link.attrs.get("href", ""))
            if not target.scheme and target.path:
                assert (path.parent / unquote(target.path)).is_file(), f"{path}: {target.path}"
    with tabs() as tab:
        tab.goto((folder / "index.html").as_uri())
        tab.locator("main a[href^='artikel/']").first.click()
        assert tab.url.startswith("file://")
        assert tab.locator("h1").count() == 1
