"""Which URL search engines shall list for a document that many hosts show with the same words."""

from collections.abc import Mapping

from sitegen.model.document import Edition
from sitegen.model.kinds import BY_ID
from sitegen.model.project import Project
from sitegen.urls import canonical_path

# The hub's URLs by document, language and Text: only where the words are the same is one page the other's duplicate.
HubUrls = Mapping[tuple[str, str, str], str]


def hub_urls(project: Project) -> HubUrls:
    """The URLs of what the hub shows; none if there is no hub, or if it is not confirmed and so not listed itself."""
    found = next(((n, site) for n, site in enumerate(project.sites) if site.id == project.hub), None)
    if found is None or not found[1].identity.confirmed:
        return {}
    number, site = found
    urls = {}
    for edition in project.editions:
        if edition.mask >> number & 1 and edition.gone is None and edition.meta.canonical != "noindex":
            folder = "" if edition.lang == site.languages[0] else f"{edition.lang}/"
            path = canonical_path(folder + BY_ID[edition.kind].path(edition.slug))
            urls[_key(edition)] = site.base_url + path
    return urls


def canonical(edition: Edition, urls: HubUrls) -> str:
    """The URL on the hub that stands for this edition, or "" if its own does."""
    return urls.get(_key(edition), "") if edition.meta.canonical == "hub" else ""


def in_sitemap(edition: Edition, urls: HubUrls) -> bool:
    """Whether a sitemap lists an edition: only its canonical URL may be, on the site where it stands."""
    return edition.meta.canonical != "noindex" and not canonical(edition, urls)


def _key(edition: Edition) -> tuple[str, str, str]:
    return edition.path, edition.lang, edition.text.key
