"""Files for machines that code makes, not a theme: each has a syntax of its own, which no field may break.

Header files say what a page cannot say of itself in a <meta>, for the servers that offices use. Nothing that anybody
wrote goes into them but the path at which the site is served, whose alphabet was checked with base_url
(`read.identity`), and hashes.
"""

import json
from collections.abc import Iterable
from urllib.parse import urlsplit

from sitegen.model.views import SiteView
from sitegen.values import Frozen, replace

_YEAR = 31536000
_MONTH = 2592000
_PAGE_AGE = 300
# Nothing of this is asked for by any page; a page that is framed or added to should not get it either.
_NEVER = ("camera", "geolocation", "microphone", "payment", "usb")
TYPES = {
    "application/manifest+json": ".webmanifest",
    "image/svg+xml": ".svg",
    "text/markdown": ".md",
}
# Endings, as a regular expression has them; texts are compressed, other downloads are by their own format.
_TEXTS = "html|css|js|json|xml|txt|csv|ics|md|svg|webmanifest"
FRESH = "html|css|js|json|xml|txt|csv|ics|md|webmanifest|pdf|od[tsp]|docx|xlsx|pptx"
PICTURES = "png|jpe?g|webp|avif|gif|svg"
# How long a browser may keep what ends so, without asking. What may be corrected at the same address, also a download,
# is asked for anew.
AGES = {FRESH: f"public, max-age={_PAGE_AGE}, must-revalidate", PICTURES: f"public, max-age={_MONTH}"}
# Cloudflare Pages passes over a longer line of `_headers`, and with it the whole policy.
_LINE = 2000


class Hashes(Frozen):
    """The hashes of all inline styles and scripts that the pages of a site may carry, as a policy writes them;
    `files`: whether pages of it also load scripts of the site's own."""

    styles: frozenset[str]
    scripts: frozenset[str]
    files: bool = False


# For headers that are set up once on a server, for this version and all later ones: pages narrow it themselves.
ANY_VERSION = Hashes(frozenset({"unsafe-inline"}), frozenset({"unsafe-inline"}), True)


def manifest(site: SiteView) -> bytes:
    """`manifest.webmanifest` (W3C Web App Manifest). No page links to it as yet: from file:// Chromium refuses it with
    an error, and without a worker for offline reading it adds nothing."""
    told = {
        "name": site.name,
        "short_name": site.short_name,
        "lang": site.languages[0],
        "start_url": "index.html",
        "scope": "./",
        "display": "browser",
        "theme_color": site.accent.field,
        "background_color": "#ffffff",
        "icons": [{"src": "favicon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def security_txt(site: SiteView) -> bytes:
    """`.well-known/security.txt` (RFC 9116); it ends when the day begins on which it expires."""
    if site.security is None:
        raise ValueError("no contact is configured")
    return (
        f"Contact: {site.security.contact}\n"
        f"Expires: {site.security.expires.isoformat()}T00:00:00{site.offset}\n"
        f"Preferred-Languages: {', '.join(site.languages)}\n"
        f"Canonical: {site.base_url}.well-known/security.txt\n"
    ).encode()


def policy(hashes: Hashes) -> str:
    """The Content-Security-Policy of a whole site (CSP3): that of its pages, and that nobody may frame them. A header
    speaks of all pages at once; each page narrows it by its own, and only those for search and offline reading there
    allow scripts that are files."""
    files = "'self' " if hashes.files else ""
    worker = "worker-src 'self'; " if hashes.files else ""
    return (
        f"default-src 'none'; style-src 'self' {_sources(hashes.styles)}; "
        f"script-src {files}{_sources(hashes.scripts)}; "
        f"{worker}img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def _sources(hashes: Iterable[str]) -> str:
    return " ".join(f"'{one}'" for one in sorted(hashes)) or "'none'"


def header_lines(binds: bool, hashes: Hashes) -> tuple[tuple[str, str], ...]:
    """Names and values of the headers of every answer, for all servers. Strict-Transport-Security (RFC 6797) binds
    browsers for a year, so only where `binding` says so."""
    lines = [
        ("Content-Security-Policy", policy(hashes)),
        ("Permissions-Policy", ", ".join(f"{name}=()" for name in _NEVER)),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if binds:
        lines.append(("Strict-Transport-Security", f"max-age={_YEAR}"))
    return tuple(lines)


def binding(confirmed: bool, base_url: str) -> bool:
    """Whether browsers are told to ask for this host by https alone: only where an office stands behind the site."""
    return confirmed and base_url.startswith("https://")


def _headers(site: SiteView, hashes: Hashes) -> tuple[tuple[str, str], ...]:
    return header_lines(binding(site.confirmed, site.base_url), hashes)


def netlify(site: SiteView, hashes: Hashes) -> bytes:
    """`_headers` for Netlify and Cloudflare Pages. Both join a header that two patterns give, and both let pages be
    asked for anew each time by themselves: so only pictures have an age of their own. Where the hashes of all styles
    make a line too long, the policy of each page still names its own; scripts are named always."""
    mount = urlsplit(site.base_url).path
    head = f"# Netlify, Cloudflare Pages. Dibuat sitegen.\n{mount}*\n"
    pictures = f"{mount}og.png\n  Cache-Control: public, max-age={_MONTH}\n"
    lines = _indented(site, hashes)
    if max(map(len, lines)) > _LINE:
        lines = _indented(site, replace(hashes, styles=frozenset({"unsafe-inline"})))
    return (head + "".join(f"{line}\n" for line in lines) + pictures).encode()


def _indented(site: SiteView, hashes: Hashes) -> list[str]:
    return [f"  {name}: {value}" for name, value in _headers(site, hashes)]


def apache(site: SiteView, hashes: Hashes) -> bytes:
    """`.htaccess` for Apache 2.4 and LiteSpeed. Only directives that AllowOverride FileInfo allows: a host that
    forbids one would answer every request with an error; what a module gives is asked only if it is there.

    A folder without an index.html is not found, where the host would list it: `Options` and `IndexIgnore` may be
    forbidden, a handler may not. Apache gives what it compressed an ETag of its own, which no file then has: so the
    mark is taken off again before a browser's copy is compared, else each question costs a whole page.

    Whether a copy is still good is decided by the ETag alone, which some hosts switch off: the time of a file that was
    unpacked tells versions apart (`package.date_of`), but says nothing of which is later.
    """
    mount = urlsplit(site.base_url).path
    lines = [
        '# Apache, LiteSpeed. Dibuat sitegen; untuk memakai berkas sendiri, tulis .htaccess di "keep:" (sites.yaml).',
        f"ErrorDocument 404 {mount}404.html",
        "FileETag MTime Size",
        "AddDefaultCharset utf-8",
        "<IfModule mod_mime.c>",
        "AddCharset utf-8 .css .csv .html .ics .js .md .svg .txt .webmanifest .xml",
        *(f"AddType {kind} {ending}" for kind, ending in TYPES.items()),
        "</IfModule>",
        r'<FilesMatch "^(?!sitemap).*\.xml$">',
        "ForceType application/atom+xml",
        "</FilesMatch>",
        "<IfModule !LiteSpeed>",
        '<If "-d %{REQUEST_FILENAME}">',
        "SetHandler default-handler",
        "</If>",
        "</IfModule>",
        "<IfModule mod_headers.c>",
        *(
            f'Header always set {name} "{value}"' + (" env=HTTPS" if name == "Strict-Transport-Security" else "")
            for name, value in _headers(site, hashes)
        ),
        *(line for endings, value in AGES.items() for line in _aged(endings, value)),
        r'RequestHeader edit If-None-Match "-(gzip|br)\"$" "\""',
        "RequestHeader unset If-Modified-Since",
        "</IfModule>",
        "<IfModule mod_deflate.c>",
        rf'<FilesMatch "\.({_TEXTS})$">',
        "SetOutputFilter DEFLATE",
        "</FilesMatch>",
        "</IfModule>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _aged(endings: str, value: str) -> tuple[str, ...]:
    return rf'<FilesMatch "\.({endings})$">', f'Header set Cache-Control "{value}"', "</FilesMatch>"
