"""The page for ops that lists all sites. It lies beside the trees, never in what is deployed."""

from urllib.parse import quote

from sitegen import opspage
from sitegen.opspage import el, joined
from sitegen.problems import Problem, Severity


def page(sites: list[tuple[str, str, str]], problems: tuple[Problem, ...]) -> str:
    """The HTML of the list: (domain, name, province) of each site, and how many tasks and warnings there are."""
    counts = {s: sum(p.severity is s for p in problems) for s in Severity}
    lead = joined(
        "Halaman ini untuk pengelola dan tidak ikut diterbitkan. ",
        f"Peringatan: {counts[Severity.WARNING]}. ",
        f"Data yang masih ditunggu dari dinas: {counts[Severity.TASK]} (lihat ",
        el("code", "sitegen report"),
        ").",
    )
    heads = el("tr", *(el("th", head, scope="col") for head in ("Situs", "Provinsi", "Folder")))
    rows = (
        joined(
            "\n",
            el(
                "tr",
                el("td", el("a", name, href=f"../{quote(domain)}/index.html")),
                el("td", province),
                el("td", domain),
            ),
        )
        for domain, name, province in sites
    )
    table = el("table", el("thead", heads), el("tbody", *rows))
    return opspage.page("Semua situs", "id", joined(el("h1", f"Semua situs ({len(sites)})"), el("p", lead), table))
