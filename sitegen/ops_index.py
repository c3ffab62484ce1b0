"""The page for ops that lists all sites. It lies beside the trees, never in what is deployed."""

from urllib.parse import quote

from sitegen import opspage
from sitegen.opspage import el, joined, table
from sitegen.problems import Problem, Severity


def page(sites: list[tuple[str, str, str]], problems: tuple[Problem, ...]) -> str:
    """The HTML of the list: (domain, name, province) of each site, and how many tasks and warnings there are."""
    counts = {s: sum(p.severity is s for p in problems) for s in Severity}
    lead = el(
        "p",
        "Halaman ini untuk pengelola dan tidak ikut diterbitkan. ",
        f"Peringatan: {counts[Severity.WARNING]}. ",
        f"Data yang masih ditunggu dari dinas: {counts[Severity.TASK]} (lihat ",
        el("code", "sitegen report"),
        ").",
    )
    title = f"Semua situs ({len(sites)})"
    rows = [
        (el("a", name, href=f"../{quote(domain)}/index.html"), province, domain) for domain, name, province in sites
    ]
    listed = table(title, ("Situs", "Provinsi", "Folder"), rows)
    return opspage.page("Semua situs", "id", joined(el("h1", title), lead, listed))
