"""Old hosts of a site: a small tree each, to be uploaded there, that sends readers and machines to the new address.

For each page of the site there is one at the same path that leads on, so that printed addresses live also where
the server takes no rules; three servers get theirs, which keep every other path as well.
"""

from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from sitegen.digest import digest, digest_bytes
from sitegen.model.output import Data, Outline, Ready, SitePlan
from sitegen.urls import canonical_path
from sitegen.values import replace

# No host name may contain "_", so this folder never is that of a site.
PREFIX = "alih_"
_NOTICE = "Bukan situs resmi pemerintah."

# What certificates of the old host are renewed by stays there.
_HTACCESS = 'RedirectMatch 301 "^/(?!\\.well-known/acme-challenge/)(.*)$" "{base}$1"\n'
_NETLIFY = "/* {base}:splat 301\n"
_NGINX = """\
# di dalam server {{ server_name {host}; ... }}
location ^~ /.well-known/acme-challenge/ {{ }}
location / {{ return 301 {bare}$request_uri; }}
"""


def alias_plans(plan: SitePlan) -> Iterator[SitePlan]:
    """A plan for each old host of a site, as if it were a site of its own; its id cannot be one of sites.yaml."""
    for host in plan.site.aliases:
        outputs = tuple(sorted(_files(plan, host), key=lambda output: output.path))
        key = digest("alias", tuple((output.path, output.key) for output in outputs))
        outline = Outline(key, plan.outline.theme, Ready(outputs))
        site = replace(
            plan.site, id=f"{plan.site.id}@{host}", domain=f"{PREFIX}{host}", host=host, keep=(), aliases=(),
            alias_of=plan.site.id,
        )  # fmt: skip
        yield SitePlan(site, plan.view, outline, False, key)


def _files(plan: SitePlan, host: str) -> Iterator[Data]:
    base = plan.site.base_url
    for path in plan.outline.keys:
        if path.endswith(".html") and path != "404.html":
            yield _data(path, _page(plan, base + canonical_path(path)))
    yield _data("404.html", _page(plan, base))
    yield _data(".htaccess", _HTACCESS.format(base=base))
    yield _data("_redirects", _NETLIFY.format(base=base))
    yield _data("redirect.nginx.conf", _NGINX.format(host=host, bare=base.removesuffix("/")))


def _data(path: str, text: str) -> Data:
    data = text.encode()
    return Data(path, data, digest_bytes(data), "sites.yaml")


def _page(plan: SitePlan, target: str) -> str:
    """A page that leads on. Only a confirmed site's may be listed, and then under its new address."""
    confirmed = plan.site.identity.confirmed
    url, host = escape(target), escape(urlsplit(plan.site.base_url).netloc)
    robots = "" if confirmed else '<meta name="robots" content="noindex">\n'
    notice = "" if confirmed else f"<p>{_NOTICE}</p>\n"
    return f"""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
{robots}<title>Pindah ke {host} | {escape(plan.site.name)}</title>
<link rel="canonical" href="{url}">
<meta http-equiv="refresh" content="0; url={url}">
</head>
<body>
<main>
<h1>{escape(plan.site.name)} pindah alamat</h1>
{notice}<p><a href="{url}">{url}</a></p>
</main>
</body>
</html>
"""
