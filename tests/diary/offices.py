"""Edits of what offices and days decide: acceptance, corrections, reviews, old hosts, and whose address counts."""

import datetime as dt
import re
from collections.abc import Iterator
from random import Random

from sitegen.read.governance import RISK
from tests.diary.choices import full_site, id_of, sentence, slug_of
from tests.diary.network import Network, article, listed
from tests.diary.ties import SHARED, originals, said

# -- acceptance --------------------------------------------------------------------------------------------------------


def hold(net: Network, rng: Random) -> str:
    """An office begins to hold new articles; what readers see already it accepts in the same breath."""
    domain = full_site(net, rng)
    if "hold" in net.sites[domain]:
        return ""
    net.sites[domain]["hold"] = "ya"
    known = net.accepted.setdefault(id_of(domain), {})
    for path, doc in sorted(net.docs.items()):
        below = path.startswith(("content/shared/artikel/", "content/groups/"))
        if below and not {"override", "draft"} & {*doc.front} and "." not in slug_of(path):
            known[f"artikel/{slug_of(path)}"] = said(doc)
    return f"{domain} holds"


def offer(net: Network, rng: Random) -> str:
    """A new article for all, where an office holds it back."""
    if not any("hold" in values for values in net.sites.values()):
        hold(net, rng)
        return ""
    slug = f"tawaran-{net.next()}"
    policy = rng.choice(["recommended", "optional"])
    net.docs[f"{SHARED}{slug}.md"] = article(f"Judul {slug}", "[jkn]", 9, sentence(net, rng), policy=policy)
    return f"offer {slug} {policy}"


def accept(net: Network, rng: Random) -> str:
    """An office accepts what waits."""
    found = list(waiting(net))
    if not found:
        offer(net, rng)
        return ""
    site, path = rng.choice(found)
    net.accepted.setdefault(site, {})[f"artikel/{slug_of(path)}"] = said(net.docs[path])
    return f"{site} accepts {path}"


def outgrow(net: Network, rng: Random) -> str:
    """An article changes after an office has accepted it."""
    known = {name for names in net.accepted.values() for name in names}
    found = [path for path in originals(net) if f"artikel/{slug_of(path)}" in known]
    if not found:
        hold(net, rng)
        return ""
    path = rng.choice(found)
    net.docs[path].body += f"\n\n{sentence(net, rng)}"
    return f"outgrown {path}"


def release(net: Network, rng: Random) -> str:
    """An office takes its word back and holds no more; only what it chose itself stays accepted."""
    known = [domain for domain, values in net.sites.items() if "hold" in values and net.accepted.get(id_of(domain))]
    if not known:
        hold(net, rng)
        return ""
    domain = rng.choice(known)
    del net.sites[domain]["hold"]
    chosen = {f"artikel/{slug_of(p)}" for p in originals(net) if net.docs[p].front.get("policy") == "optional"}
    names = net.accepted.pop(id_of(domain))
    if chosen & names.keys():
        net.accepted[id_of(domain)] = {name: at for name, at in names.items() if name in chosen}
    return f"{domain} holds no more"


def retract(net: Network, rng: Random) -> str:
    """An office takes its word back for one article: its page would be lost."""
    known = [(site, name) for site, names in net.accepted.items() for name in sorted(names)]
    if not known:
        hold(net, rng)
        return ""
    site, name = rng.choice(known)
    del net.accepted[site][name]
    return f"{site} no longer accepts {name}"


def urge(net: Network, rng: Random) -> str:
    """A correction, or a duty, that waits for nobody."""
    found = [path for _, path in waiting(net)]
    if not found:
        offer(net, rng)
        return ""
    path = rng.choice(sorted(set(found)))
    key, value = rng.choice([("correction", "urgent"), ("correction", "urgent"), ("policy", "mandatory")])
    net.docs[path].front[key] = value
    return f"{key} {path}"


def waiting(net: Network) -> Iterator[tuple[str, str]]:
    """Sites that hold, and shared articles that wait there."""
    for domain, values in net.sites.items():
        for path in originals(net) if "hold" in values else ():
            front = net.docs[path].front
            passes = "correction" in front or front.get("policy") == "mandatory"
            if not passes and f"artikel/{slug_of(path)}" not in net.accepted.get(id_of(domain), {}):
                yield id_of(domain), path


# -- days --------------------------------------------------------------------------------------------------------------


def review(net: Network, rng: Random) -> str:
    """An article whose next step towards its review, or towards being held back for it, comes tomorrow."""
    path = _shown(net, rng)
    risk = rng.choice(sorted(RISK))
    ladder = RISK[risk]
    days = rng.choice([ladder.warn, -1, -1 if ladder.hold is None else -ladder.hold])
    due = net.today + dt.timedelta(days + 1)
    net.docs[path].front |= {"risk": risk, "review_by": str(due), "sources": '[{title: "Sumber", seen: 2026-11-01}]'}
    return f"review of {path}: {risk}, {due}"


def expire(net: Network, rng: Random) -> str:
    """An article that expires tomorrow."""
    path = _shown(net, rng)
    net.docs[path].front["expires"] = str(net.today + dt.timedelta(1))
    return f"expires {path}"


def next_turn(net: Network, rng: Random) -> str:
    """The first day on which anything falls due, and no day more."""
    found = [day for day in _turns(net) if net.today < day <= net.today + dt.timedelta(40)]
    if not found:
        rng.choice([review, expire])(net, rng)
        return ""
    net.today = min(found)
    return f"date {net.today}, on which something falls due"


def _shown(net: Network, rng: Random) -> str:
    """A shared article whose day has come."""
    return rng.choice([path for path in originals(net) if net.docs[path].front["date"] <= str(net.today)])


def _turns(net: Network) -> Iterator[dt.date]:
    for doc in net.docs.values():
        front = doc.front
        for key in ("date", "expires"):
            if key in front:
                yield dt.date.fromisoformat(front[key])
        withdrawn = re.match(r"\{on: (\d+-\d+-\d+)", front.get("withdrawn", ""))
        if withdrawn:
            yield dt.date.fromisoformat(withdrawn[1])
        if "review_by" in front:
            due, ladder = dt.date.fromisoformat(front["review_by"]), RISK[front.get("risk", "rendah")]
            yield from (due - dt.timedelta(ladder.warn), due + dt.timedelta(1))
            if ladder.hold is not None:
                yield due + dt.timedelta(ladder.hold)


# -- addresses ---------------------------------------------------------------------------------------------------------


def move_host(net: Network, rng: Random) -> str:
    """A site has an old host."""
    domain = rng.choice(sorted(net.sites))
    hosts = [*listed(net.sites[domain].get("aliases", "")), f"lama{net.next()}.example"]
    net.sites[domain]["aliases"] = f"[{', '.join(hosts)}]"
    return f"old hosts of {domain}: {hosts}"


def drop_host(net: Network, rng: Random) -> str:
    """An old host is given up; its folder stays until it is pruned."""
    found = sorted(domain for domain, values in net.sites.items() if "aliases" in values)
    if not found:
        move_host(net, rng)
        return ""
    domain = rng.choice(found)
    hosts = listed(net.sites[domain].pop("aliases"))
    hosts.remove(rng.choice(hosts))
    if hosts:
        net.sites[domain]["aliases"] = f"[{', '.join(hosts)}]"
    return f"old hosts of {domain}: {hosts}"


def hub(net: Network, rng: Random) -> str:
    """A confirmed site becomes the hub of the network, or there is none any more."""
    if net.hub and rng.random() < 0.3:
        net.hub = ""
        return "no hub"
    domain = full_site(net, rng)
    office = f"https://resmi{net.next()}.example/"
    net.sites[domain]["identity"] = f"{{status: confirmed, by: Ibu Sari, on: 2026-11-20, official_url: '{office}'}}"
    net.hub = id_of(domain)
    return f"hub {net.hub}"


def canonical(net: Network, rng: Random) -> str:
    """Whose address search engines list for an article."""
    path = _shown(net, rng)
    value = rng.choice(["hub", "hub", "noindex", "self"])
    net.docs[path].front["canonical"] = value
    return f"canonical {path} {value}"
