"""Facts: typed values that bodies may show by name. Built-in ones come from the site itself, others are declared."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Literal

from sitegen.model.scalars import Email, FactName, Phone, Url
from sitegen.model.site import Fact, Site
from sitegen.problems import Problem, problem
from sitegen.read.schema import convert, nearest
from sitegen.read.source import Mapping, Node, Scalar
from sitegen.values import Frozen


class FactShape(Frozen, kw_only=True):
    """An entry of `facts:` of sites.yaml: the type of a fact, and what it is about."""

    type: Literal["text", "phone", "url", "email", "date"]
    about: str = ""


_FACT_KINDS: dict[str, Any] = {"text": str, "phone": Phone, "url": Url, "email": Email, "date": dt.date}

_BUILT_IN: tuple[tuple[str, str, Callable[[Site], str]], ...] = (
    ("contact.address", "text", lambda site: site.contact.address),
    ("contact.email", "email", lambda site: site.contact.email),
    ("contact.hours", "text", lambda site: site.contact.hours),
    ("contact.phone", "phone", lambda site: site.contact.phone),
    ("contact.website", "url", lambda site: site.contact.website),
    ("contact.whatsapp", "phone", lambda site: site.contact.whatsapp),
    ("official_url", "url", lambda site: site.identity.official_url if site.identity.confirmed else ""),
    ("region.island_group", "text", lambda site: site.region.island_group),
    ("region.name", "text", lambda site: site.region.name),
    ("region.province", "text", lambda site: site.region.province),
    ("region.zone", "text", lambda site: site.region.zone),
    ("site.base_url", "url", lambda site: site.base_url),
    ("site.host", "text", lambda site: site.host),
    ("site.name", "text", lambda site: site.name),
    ("site.place", "text", lambda site: site.place),
    ("site.short_name", "text", lambda site: _short_name(site)),
    ("site.title", "text", lambda site: site.title),
)


def fact_types(declared: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The type of every fact that a body may name, built-in or declared, by its full name ("facts.jadwal")."""
    built_in = {name: kind for name, kind, _value in _BUILT_IN}
    return built_in | {f"facts.{name}": kind for name, kind in declared}


def _short_name(site: Site) -> str:
    return site.area.name.removeprefix("Kecamatan ") if site.area else site.region.short_name


def all_facts(site: Site, own: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts of a site by name, built-in ones included; what is empty is left out."""
    facts = [Fact(name, kind, value(site)) for name, kind, value in _BUILT_IN]
    return tuple(sorted((fact for fact in (*facts, *own) if fact.value), key=lambda fact: fact.name))


def declared_facts(node: Mapping | None, problems: list[Problem]) -> dict[str, str]:
    """The types of the facts that sites.yaml declares, by name."""
    types: dict[str, str] = {}
    for key, value in node.entries if node else ():
        name = convert(key, FactName, problems, path="facts")
        shape = convert(value, FactShape, problems, path=f"facts.{key.text}")
        if name is not None:
            # A declaration with a mistake still declares the name: its uses are not mistakes too.
            types[name] = shape.type if shape else "text"
    return types


def own_facts(node: Node | None, types: dict[str, str], problems: list[Problem]) -> tuple[Fact, ...]:
    """The facts that a site gives (or inherits), each checked by its declared type."""
    facts = []
    for key, value in node.entries if isinstance(node, Mapping) else ():
        if key.text not in types:
            known = nearest(key.text, tuple(types)) or "-"
            problems.append(problem("fact-undeclared", key.place, name=key.text, known=known))
            continue
        kind = types[key.text]
        good = convert(value, _FACT_KINDS[kind], problems, path=f"facts.{key.text}")
        if good is not None and isinstance(value, Scalar):
            facts.append(Fact(f"facts.{key.text}", kind, value.text.strip()))
    return tuple(facts)
