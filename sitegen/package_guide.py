"""What lies beside a site in its zip: a guide for the web officer, and server blocks made for that site.

Beside, not inside: whoever uploads the folder of the site uploads nothing else. `docs/petugas-web.md` tells all of it
at length; here stands what somebody needs who has nothing but the zip.
"""

from collections.abc import Collection

from sitegen.model.site import Site
from sitegen.render.servers import Served, caddy, caddy_moved, nginx, nginx_moved

NOTE, NGINX, CADDY = "BACA-DULU.txt", "nginx.conf", "Caddyfile"
FILES = (NOTE, NGINX, CADDY)
"""All that a guide consists of."""

_WWW = "/var/www"
_NOTICE = "Situs ini belum dikonfirmasi dinas dan menyatakan diri bukan situs resmi pemerintah.\n"
_HEAD = """\
{name}
{url}
{notice}
Zip ini berisi dua folder:

  {domain}/
      HANYA ISI FOLDER INI yang ditaruh di server.
  {beside}/
      Petunjuk ini, dan aturan untuk nginx dan Caddy. Jangan diunggah.
"""
_SITE = """
Situs ini dibuat untuk alamat di atas. Bila akan dipasang di alamat lain, beri tahu pengelola dahulu.
Tidak ada basis data dan tidak ada program di server. Jangan menghapus satu berkas pun.
{hidden}
cPanel (Apache, LiteSpeed)
--------------------------
1. File Manager > Settings > centang "Show Hidden Files (dotfiles)".
2. Di folder rumah, di atas folder web, buat folder "baru". Upload zip ini ke situ, lalu Extract.
3. Pindahkan isi {web} yang lama ke folder lain di luar folder web, misalnya "situs-lama".
   Itu cadangan Anda. Biarkan di tempatnya:
   {stay}.
4. Buka baru/{domain}, Select All, Move ke {web}.
   index.html dan .htaccess harus langsung ada di situ.{known}
5. Hapus folder "baru" dan zip-nya dari server.

Apache di server sendiri
------------------------
Taruh isi {domain}/ di folder web dengan tanggal berkasnya (unzip, cp -p, rsync -t).
Server harus mengizinkan AllowOverride FileInfo. Di Debian dan Ubuntu: sudo a2enmod headers

nginx
-----
Taruh isi {domain}/ di {folder}
Salin nginx.conf menjadi /etc/nginx/conf.d/{host}.conf, lalu
sudo nginx -t && sudo systemctl reload nginx
Untuk https: sudo certbot --nginx

Caddy
-----
Taruh isi {domain}/ di {folder}
Tambahkan isi Caddyfile ke /etc/caddy/Caddyfile, lalu sudo systemctl reload caddy

nginx.conf dan Caddyfile cukup dipasang sekali; versi berikutnya memakai yang sama.

Netlify, Cloudflare Pages
-------------------------
{services}

Memeriksa
---------
1. {url} terbuka dengan gembok.
2. {url}tidak-ada menampilkan "Halaman tidak ditemukan" dari situs ini.
3. Buka dari HP dengan data seluler, bukan Wi-Fi kantor.

Kembali ke versi lama: simpan dua zip terakhir, dan pasang yang lama dengan cara yang sama.
Bila situs diubah orang lain: catat, turunkan, beri tahu pengelola, ganti semua kata sandi,
lalu pasang zip ini lagi.
Petunjuk lengkap: minta docs/petugas-web.md dan docs/server-web.md kepada pengelola.
"""
_DRAG = """\
Seret folder {domain} ke halaman unggah:
folder itu sendiri, bukan zip dan bukan folder di atasnya.
_headers dan 404.html dibaca tanpa diatur."""
_NO_DRAG = """\
Situs ini berada di bawah jalur {mount}, jadi tidak dapat langsung diseret.
Tanyakan kepada pengelola."""
_HIDDEN = "Berkas tersembunyi (namanya diawali titik) harus ikut: {names}.\n"
_KNOWN = """
   Bila .well-known sudah ada di sana, pindahkan isinya saja ke dalamnya."""
_MOVED = """
Zip ini untuk alamat lama {host}.
Isinya hanya mengarahkan pembaca ke alamat di atas, dari halaman mana pun.
Pasang di server alamat lama, dan biarkan selama alamat itu masih milik Anda.
{hidden}
- cPanel, Apache: pindahkan isi {domain}/ ke folder web alamat lama,
  dengan .htaccess. Biarkan .well-known yang ada di sana.
- nginx: salin nginx.conf menjadi /etc/nginx/conf.d/{host}.conf
  Untuk https: sudo certbot --nginx
- Caddy: tambahkan isi Caddyfile ke /etc/caddy/Caddyfile
- Netlify, Cloudflare Pages: seret folder {domain};
  _redirects dibaca tanpa diatur.

Memeriksa: buka http://{host}/ dan satu alamat artikel yang lama.
Keduanya harus berakhir di {url}
"""
# What stays where it is on a host, whoever made it.
_STAY = (".well-known/", "cgi-bin/", "berkas verifikasi seperti google....html", "folder domain atau aplikasi lain")


def beside(domain: str) -> str:
    """The folder of the guide in the zip of a tree: a name of its own, so that many zips can be unpacked together."""
    return f"petunjuk-{domain}"


def guide(site: Site, files: Collection[str]) -> dict[str, bytes]:
    """The guide of a site, by file name (`FILES`); `files` are the paths that are packed."""
    served = Served(site.base_url, f"{_WWW}/{site.domain}", site.identity.confirmed)
    below = served.mount.strip("/")
    words = _SITE.format(
        domain=site.domain,
        url=site.base_url,
        host=served.host,
        folder=served.folder,
        web=f"folder {below} di folder web" if below else "folder web",
        stay=", ".join(dict.fromkeys((*_STAY, *site.keep))),
        known=_KNOWN if any(path.startswith(".well-known/") for path in files) else "",
        hidden=_hidden(files),
        services=(_NO_DRAG if below else _DRAG).format(domain=site.domain, mount=served.mount),
    )
    return _files(_head(site, site.domain) + words, nginx(served), caddy(served))


def guide_of_alias(site: Site, host: str, domain: str, files: Collection[str]) -> dict[str, bytes]:
    """The same for the tree `domain` of an old host of a site."""
    words = _MOVED.format(domain=domain, url=site.base_url, host=host, hidden=_hidden(files))
    root = f"{_WWW}/{domain}"
    return _files(_head(site, domain) + words, nginx_moved(host, root, site.base_url), caddy_moved(host, site.base_url))


def _head(site: Site, domain: str) -> str:
    notice = "" if site.identity.confirmed else _NOTICE
    return _HEAD.format(name=site.name, url=site.base_url, notice=notice, domain=domain, beside=beside(domain))


def _hidden(files: Collection[str]) -> str:
    names = sorted({path.partition("/")[0] for path in files if path.startswith(".")})
    return _HIDDEN.format(names=", ".join(names)) if names else ""


def _files(*texts: str) -> dict[str, bytes]:
    return {name: text.encode() for name, text in zip(FILES, texts, strict=True)}
