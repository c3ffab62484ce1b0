"""The folder of a CMS in the browser: its page, and its configuration for one project. Never in what is deployed."""

import json
import re
from pathlib import Path

from sitegen.problems import Problem, Refused
from sitegen.read.asked import sites_named, unknown_groups, unknown_sites
from sitegen.read.project import read_topics
from sitegen.read.sites import SitesFile, read_sites
from sitegen.report import Outcome
from sitegen.schemas.cms import Wanted, config
from sitegen.schemas.files import write
from sitegen.write.files import shown

# The version that was tried (docs/cms.md), and the digest of its script (W3C Subresource Integrity): no other one runs.
VERSION = "0.221.1"
INTEGRITY = "sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6"
REPO = re.compile(r"(gitlab|github|gitea):[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+")

_PAGE = f"""\
<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Naskah</title>
<link href="config.json" type="application/json" rel="cms-config-url">
</head>
<body>
<!-- sveltia-cms.js: @sveltia/cms {VERSION}, dist/sveltia-cms.js (docs/cms.md) -->
<script src="sveltia-cms.js" integrity="{INTEGRITY}"></script>
<noscript>Halaman ini memerlukan JavaScript.</noscript>
</body>
</html>
"""


def write_admin(root: Path, folder: Path, sites: tuple[str, ...], groups: tuple[str, ...], repo: str) -> Outcome:
    """Writes the page and its configuration into a folder: for these sites and groups, else for what all share and
    every group. `repo` is as in `Wanted`. Raises Refused for sites and groups that there are not, and for a project
    whose sites cannot be read."""
    problems: list[Problem] = []
    file = read_sites(root, problems)
    topics = read_topics(root, problems)
    if problems := [found for found in problems if found.severity == "error"]:
        raise Refused(*problems)
    wanted = Wanted(
        repo, _layers(file, sites, groups), tuple(topic.slug for topic in topics),
        tuple(dict.fromkeys(("id", *(lang for site in file.sites for lang in site.languages)))),
    )  # fmt: skip
    write(folder / "config.json", json.dumps(config(wanted), ensure_ascii=False, indent=1) + "\n")
    write(folder / "index.html", _PAGE)
    return Outcome(said=(("cms-written", (("folder", shown(str(folder))), ("version", VERSION))),))


def _layers(file: SitesFile, sites: tuple[str, ...], groups: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    known = {group.id: group.title or group.id for group in file.groups}
    ids = [site.id for site in file.sites]
    if unknown := [*unknown_sites(sites, ids, ()), *unknown_groups(groups, tuple(known))]:
        raise Refused(*unknown)
    chosen = [site.id for site in sites_named(sites, file.sites, ())]
    if not sites and not groups:
        return (("shared", "semua situs"), *((f"groups/{ident}", title) for ident, title in known.items()))
    return (*((f"groups/{name}", known[name]) for name in groups), *((f"sites/{name}", name) for name in chosen))
