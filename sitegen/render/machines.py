"""Files for machines that code makes, not a theme: each has a syntax of its own, which no field may break.

Header files say what a page cannot say of itself in a <meta>, for the servers that offices use. Nothing that anybody
wrote goes into them but the path at which the site is served, whose alphabet was checked with base_url
(`read.identity`), and hashes.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from sitegen.model.views import SiteView

_YEAR = 31536000
_MONTH = 2592000
_PAGE_AGE = 300
# Nothing of this is asked for by any page; a page that is framed or added to should not get it either.
_NEVER = ("camera", "geolocation", "microphone", "payment", "usb")
_TYPES = {
    "application/manifest+json": ".webmanifest",
    "image/svg+xml": ".svg",
    "text/markdown": ".md",
}
_TEXTS = (
    "text/html",
    "text/javascript",
    "text/plain",
    "application/javascript",
    "application/atom+xml",
    "application/manifest+json",
    "application/xml",
    "image/svg+xml",
    "text/xml",
)


@dataclass(frozen=True, slots=True)
class Hashes:
    """The hashes of all inline styles and scripts that the pages of a site may carry, as a policy writes them;
    `files`: whether pages of it also load scripts of the site's own."""

    styles: frozenset[str]
    scripts: frozenset[str]
    files: bool = False


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


def header_lines(site: SiteView, hashes: Hashes) -> tuple[tuple[str, str], ...]:
    """Names and values of the headers of every answer. Strict-Transport-Security (RFC 6797) binds browsers for a
    year, so only where an office stands behind the site."""
    lines = [
        ("Content-Security-Policy", policy(hashes)),
        ("Permissions-Policy", ", ".join(f"{name}=()" for name in _NEVER)),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if binding(site):
        lines.append(("Strict-Transport-Security", f"max-age={_YEAR}"))
    return tuple(lines)


def binding(site: SiteView) -> bool:
    """Whether browsers are told to ask for this host by https alone."""
    return site.confirmed and site.base_url.startswith("https://")


def netlify(site: SiteView, hashes: Hashes) -> bytes:
    """`_headers` for Netlify and Cloudflare Pages. Both join a header that two patterns give, and both let pages be
    asked for anew each time by themselves: so only pictures have an age of their own."""
    mount = urlsplit(site.base_url).path
    head = f"# Netlify, Cloudflare Pages. Dibuat sitegen.\n{mount}*\n"
    pictures = f"{mount}og.png\n  Cache-Control: public, max-age={_MONTH}\n"
    return (head + "".join(f"  {name}: {value}\n" for name, value in header_lines(site, hashes)) + pictures).encode()


def apache(site: SiteView, hashes: Hashes) -> bytes:
    """`.htaccess` for Apache 2.4 and LiteSpeed. Only directives that AllowOverride FileInfo allows: a host that
    forbids one would answer every request with an error; what a module gives is asked only if it is there."""
    mount = urlsplit(site.base_url).path
    lines = [
        '# Apache, LiteSpeed. Dibuat sitegen; untuk memakai berkas sendiri, tulis .htaccess di "keep:" (sites.yaml).',
        f"ErrorDocument 404 {mount}404.html",
        "AddDefaultCharset utf-8",
        "AddCharset utf-8 .html .txt .csv .xml .svg .webmanifest .md .js",
        *(f"AddType {kind} {ending}" for kind, ending in _TYPES.items()),
        r'<FilesMatch "^(?!sitemap).*\.xml$">',
        "ForceType application/atom+xml",
        "</FilesMatch>",
        "<IfModule mod_headers.c>",
        *(
            f'Header always set {name} "{value}"' + (" env=HTTPS" if name == "Strict-Transport-Security" else "")
            for name, value in header_lines(site, hashes)
        ),
        r'<FilesMatch "\.(html|xml|txt|json|js)$">',
        f'Header set Cache-Control "public, max-age={_PAGE_AGE}, must-revalidate"',
        "</FilesMatch>",
        r'<FilesMatch "\.(png|jpe?g|webp|avif|gif|svg|pdf)$">',
        f'Header set Cache-Control "public, max-age={_MONTH}"',
        "</FilesMatch>",
        "</IfModule>",
        "<IfModule mod_filter.c>",
        "<IfModule mod_deflate.c>",
        f"AddOutputFilterByType DEFLATE {' '.join(_TEXTS)}",
        "</IfModule>",
        "</IfModule>",
    ]
    return ("\n".join(lines) + "\n").encode()
