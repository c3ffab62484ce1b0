"""The page for ops that lists all sites. It lies beside the trees, never in what is deployed."""

from html import escape
from urllib.parse import quote

from sitegen.problems import Problem, Severity

_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;"
    "padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .8rem .4rem 0;"
    "border-bottom:1px solid #8886;overflow-wrap:anywhere}a{color:LinkText}"
)


def page(sites: list[tuple[str, str, str]], problems: tuple[Problem, ...]) -> str:
    """The HTML of the list: (domain, name, province) of each site, and how many tasks and warnings there are."""
    rows = "\n".join(
        f'<tr><td><a href="../{quote(domain)}/index.html">{escape(name)}</a></td>'
        f"<td>{escape(province)}</td><td>{escape(domain)}</td></tr>"
        for domain, name, province in sites
    )
    counts = {s: sum(p.severity is s for p in problems) for s in Severity}
    return f"""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>Semua situs</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>Semua situs ({len(sites)})</h1>
<p>Halaman ini untuk pengelola dan tidak ikut diterbitkan. Peringatan: {counts[Severity.WARNING]}.
Data yang masih ditunggu dari dinas: {counts[Severity.TASK]} (lihat <code>sitegen check</code>).</p>
<table>
<thead><tr><th scope="col">Situs</th><th scope="col">Provinsi</th><th scope="col">Folder</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</main>
</body>
</html>
"""
