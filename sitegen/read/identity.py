"""Who a site is, as sites.yaml says it: confirmation, hosts, the hub, and words that only an office may use."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from sitegen.model.site import Identity, Security, Site
from sitegen.official import officials
from sitegen.problems import Place, Problem, problem
from sitegen.read.schema import nearest
from sitegen.read.source import Mapping, Scalar, Sequence, get, scalars
from sitegen.unicode import folded

# Hosts that readers may trust. RFC 2606: nobody can own a name under .example, so documents and tests may.
_TRUSTED = (".go.id", ".example")
_BASE_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?/([A-Za-z0-9._~-]+/)*")
_SHOWN = ("contact", "facts", "area")
# What an office that confirms its site has to say.
CONFIRMED = ("by", "on", "official_url")
_LONGEST = dt.timedelta(days=366)


def base_url(domain: str) -> str:
    """The address of a site whose row has no base_url."""
    return f"https://{domain.lower()}/"


def check_base_url(url: str, place: Place, problems: list[Problem]) -> None:
    """An address goes into the redirect files of three web servers as it is: nothing in it may mean anything there."""
    if _BASE_URL.fullmatch(url) is None:
        problems.append(problem("base-url-shape", place, value=url))


def check_identity(written: Mapping, identity: Identity, url: str, today: dt.date, problems: list[Problem]) -> bool:
    """Whether a confirmation is whole and of a day that has come; what is only unwise is a warning."""
    node = get(written, "identity")
    if not identity.confirmed or not isinstance(node, Mapping):
        return True
    missing = [key for key in CONFIRMED if not getattr(identity, key)]
    if missing:
        problems.append(problem("identity-incomplete", node.place, missing=", ".join(missing)))
        return False
    if identity.on is not None and identity.on > today:
        day = identity.on.isoformat()
        problems.append(problem("identity-future", _at(node, "on"), day=day, today=today.isoformat()))
        return False
    place, official = _at(node, "official_url"), str(identity.official_url)
    if not official.startswith("https://"):
        problems.append(problem("identity-http", place, url=official))
    host = _host(url)
    if not host.endswith(_TRUSTED) and not _host(official).endswith(_TRUSTED):
        problems.append(problem("identity-host", place, host=host, official=official))
    return True


def check_words(written: Mapping, problems: list[Problem]) -> None:
    """Contact, facts and area of a site that nobody has confirmed may not claim to be official."""
    for key in _SHOWN:
        node = get(written, key)
        for scalar in scalars(node) if node is not None else ():
            problems += [problem("official-words", scalar.place, words=words) for _, words in officials(scalar.text)]


def current_security(
    written: Mapping, security: Security | None, today: dt.date, problems: list[Problem]
) -> Security | None:
    """What security.txt may say today: nothing once it has expired, since a dead contact is worse than none (RFC 9116,
    section 5.3); more than a year ahead it is said, and warned of (section 2.5.5)."""
    node = get(written, "security")
    if security is None or not isinstance(node, Mapping) or today == dt.date.max:
        return security
    day = security.expires.isoformat()
    if security.expires <= today:
        problems.append(problem("security-expired", _at(node, "expires"), day=day))
        return None
    if security.expires - today > _LONGEST:
        problems.append(problem("security-far", _at(node, "expires"), day=day))
    return security


def security_turns(sites: Iterable[Site], today: dt.date) -> Iterator[dt.date]:
    """The days to come on which security.txt expires or is no longer too far ahead."""
    for site in sites:
        if site.security is not None:
            yield site.security.expires
            if site.security.expires - today > _LONGEST:
                yield site.security.expires - _LONGEST


def check_hosts(sites: list[tuple[str, Mapping]], problems: list[Problem]) -> None:
    """Old hosts: each in one place only, and none that is still the address of a site. `sites` are domain and row."""
    taken: dict[str, Place] = {}
    for domain, row in sites:
        address = get(row, "base_url")
        url = address.text.strip() if isinstance(address, Scalar) and not address.empty else base_url(domain)
        place = (address or get(row, "domain") or row).place
        taken.setdefault(_host(url), place)
    # A domain is also the name of a folder: another site may not have it even if nothing is served there.
    domains = {folded(domain): (get(row, "domain") or row).place for domain, row in reversed(sites) if domain}
    for domain, row in sites:
        for alias in scalars(get(row, "aliases") or Sequence((), row.place)):
            name = folded(alias.text.strip())
            other = taken.setdefault(name, alias.place)
            if other == alias.place and name != folded(domain):
                other = domains.get(name, other)
            if other != alias.place:
                problems.append(problem("host-twice", alias.place, others=(other,), value=alias.text.strip()))


def hub_of(file: Mapping, ids: tuple[str, ...], problems: list[Problem]) -> str:
    """The id of the site that `hub:` names, or empty."""
    node = get(file, "hub")
    if not isinstance(node, Scalar) or node.empty:
        return ""
    name = node.text.strip()
    if name in ids:
        return name
    problems.append(problem("hub-unknown", node.place, value=name, near=nearest(name, ids) or "-"))
    return ""


def _at(node: Mapping, key: str) -> Place:
    found = get(node, key)
    return found.place if found is not None else node.place


def _host(url: str) -> str:
    """The host of a URL in lower case; empty for what is none: that is reported where its shape is checked."""
    try:
        return folded(urlsplit(url).hostname or "")
    except ValueError:
        return ""
