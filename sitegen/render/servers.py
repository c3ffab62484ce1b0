"""Server blocks for nginx and Caddy, which read no rules in a site's folder: what `.htaccess` says, in their words.

The same headers, types and ages (`render.machines`), so no server tells readers anything else. They are set up once and
live on while versions change, so the policy is `ANY_VERSION`: hashes would leave the pages of the next one unstyled.
Host, path and folder have alphabets that were checked (`read.identity`, `read.scalars`), and none has a meaning here.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from sitegen.render.machines import AGES, ANY_VERSION, FRESH, PICTURES, TYPES, binding, header_lines

_LATER = "Strict-Transport-Security"
_ATOM = "application/atom+xml"
# Kinds that servers may not know by themselves, with what `.htaccess` adds.
_KINDS = {"text/calendar": ".ics", "text/csv": ".csv", **{kind: end for kind, end in TYPES.items() if end != ".svg"}}
_WORDS = "text/css text/csv text/calendar text/markdown text/plain text/xml application/javascript text/javascript"


@dataclass(frozen=True, slots=True)
class Served:
    """A site as a server has it: its address, the folder that its host shows, whether an office stands behind it."""

    base_url: str
    root: str
    confirmed: bool

    @property
    def host(self) -> str:
        """The name of the host, without a port."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def mount(self) -> str:
        """The path below which the site lies: "/", or one like "/kesehatan/"."""
        return urlsplit(self.base_url).path

    @property
    def folder(self) -> str:
        """The folder for the files of the site."""
        return self.root + self.mount.rstrip("/")

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """Those of every answer, for this version and all later ones."""
        return header_lines(binding(self.confirmed, self.base_url), ANY_VERSION)


def nginx(site: Served) -> str:
    """A file for conf.d/. Variables carry the host's name, since those of all sites meet in one place."""
    own = re.sub(r"[^a-z0-9]", "_", site.host.casefold())
    headers = site.headers
    maps = [_map("$uri", f"$umur_{own}", f'"{AGES[FRESH]}"', rf"~*\.({PICTURES})$", f'"{AGES[PICTURES]}"')]
    maps += [_map("$https", f"$ketat_{own}", '""', "on", f'"{value}"') for name, value in headers if name == _LATER]
    values = [(name, f"$ketat_{own}" if name == _LATER else f'"{value}"') for name, value in headers]
    return "\n".join(
        (
            *maps,
            "server {",
            "    listen 80;",
            f"    server_name {site.host};",
            f"    root {site.root};",
            "    index index.html;",
            "",
            "    include mime.types;",
            "    types {",
            *(f"        {kind} {end[1:]};" for kind, end in sorted(_KINDS.items())),
            "    }",
            "    charset utf-8;",
            f"    charset_types {_WORDS};",
            "",
            "    gzip on;",
            "    gzip_comp_level 6;",
            "    gzip_vary on;",
            "    gzip_proxied any;",
            f"    gzip_types {_WORDS}",
            f"               application/json application/manifest+json application/xml {_ATOM} image/svg+xml;",
            "",
            *(f"    add_header {name} {value} always;" for name, value in values),
            f"    add_header Cache-Control $umur_{own};",
            "",
            f"    error_page 404 {site.mount}404.html;",
            f"    error_page 403 =404 {site.mount}404.html;",
            "    location / { try_files $uri $uri/ =404; }",
            f"    location = {site.mount}_headers {{ return 404; }}",
            r"    location ~ /\.(?!well-known/) { return 404; }",
            rf"    location ~ /(?!sitemap)[^/]*\.xml$ {{ types {{ {_ATOM} xml; }} }}",
            "}",
            "",
        )
    )


def _map(source: str, target: str, usual: str, found: str, value: str) -> str:
    return f"map {source} {target} {{\n    default {usual};\n    {found} {value};\n}}\n"


def caddy(site: Served) -> str:
    """A Caddyfile. Caddy goes by a file's time where a browser gives no ETag, which says nothing here."""
    headers = dict(site.headers)
    bound = headers.pop(_LATER, "")
    pictures = rf"path_regexp (?i)\.({PICTURES})$"
    return "\n".join(
        (
            f"{_address(site.base_url)} {{",
            f"\troot * {site.root}",
            "\tencode gzip",
            "\trequest_header -If-Modified-Since",
            "\theader {",
            *(f'\t\t{name} "{value}"' for name, value in headers.items()),
            "\t}",
            *(("\t@aman protocol https", f'\theader @aman {_LATER} "{bound}"') if bound else ()),
            f"\t@halaman not {pictures}",
            f'\theader @halaman Cache-Control "{AGES[FRESH]}"',
            f"\t@gambar {pictures}",
            f'\theader @gambar Cache-Control "{AGES[PICTURES]}"',
            "\t@umpan {",
            "\t\tpath *.xml",
            "\t\tnot path */sitemap*.xml",
            "\t}",
            f"\theader @umpan Content-Type {_ATOM}",
            *(line for kind, end in sorted(_KINDS.items()) for line in _kind(kind, end)),
            "\tfile_server {",
            "\t\thide .htaccess _headers",
            "\t}",
            "\thandle_errors {",
            "\t\tencode gzip",
            f"\t\trewrite * {site.mount}404.html",
            "\t\tfile_server",
            "\t}",
            "}",
            "",
        )
    )


def _address(url: str) -> str:
    """A site's address as Caddy has it; it means https where it says nothing."""
    return url[: len(url) - len(urlsplit(url).path)].removeprefix("https://")


def _kind(kind: str, end: str) -> tuple[str, str]:
    value = f'"{kind}; charset=utf-8"' if kind.startswith("text/") else kind
    return f"\t@{end[1:]} path *{end}", f"\theader @{end[1:]} Content-Type {value}"


def nginx_moved(host: str, root: str, base: str) -> str:
    """A file for conf.d/ for an old host: every path leads on, but those by which its certificate is renewed."""
    return (
        f"server {{\n    listen 80;\n    server_name {host};\n    root {root};\n"
        "    location ^~ /.well-known/acme-challenge/ { }\n"
        f"    location / {{ return 301 {base.removesuffix('/')}$request_uri; }}\n}}\n"
    )


def caddy_moved(host: str, base: str) -> str:
    """A Caddyfile for an old host; Caddy answers for its certificate before any of this."""
    return f"{host} {{\n\tredir {base.removesuffix('/')}{{uri}} permanent\n}}\n"
