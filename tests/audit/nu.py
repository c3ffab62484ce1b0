"""The Nu HTML checker of the W3C, over pages as they are served; it checks the styles in them too."""

import json
from collections.abc import Iterable
from contextlib import ExitStack

from tests.page.pages import Page
from tests.page.server import Host

from .tools import NU, need, package, run

LOCAL = "-Dnu.validator.servlet.allow-forbidden-hosts=true"  # it reads nothing from this machine unless told so


def check(pages: Iterable[tuple[Page, dict[str, bytes]]]) -> tuple[int, list[str]]:
    """Checks pages, each with the files of its site; how many there were, and what was found, a line each."""
    jar = package(NU) / "build" / "dist" / "vnu.jar"
    java = need("java")
    with ExitStack() as stack:
        hosts: dict[str, Host] = {}
        names = {}
        for page, files in pages:
            if page.site not in hosts:
                hosts[page.site] = stack.enter_context(Host(files, late=False))
            names[hosts[page.site].url + page.path] = f"{page.site}/{page.path}"
        done = run([java, LOCAL, "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *names])
    found = []
    for said in json.loads(done.stdout)["messages"]:
        kind = said.get("subType") or said["type"]
        if kind in ("error", "warning", "fatal") or said["type"] in ("error", "non-document-error"):
            where = names.get(said.get("url", ""), said.get("url", ""))
            found.append(f"{kind}: {where}, line {said.get('lastLine')}: {said['message']}")
    return len(names), found
