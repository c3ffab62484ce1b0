"""Files at the root of a site that machines ask for by name: which of them a site has."""

from urllib.parse import urlsplit

from sitegen.model.output import Picture
from sitegen.model.site import Site
from sitegen.model.views import SiteView

# Templates of the theme under files/ that see the real site.
TEMPLATES = ("favicon.svg", "robots.txt")
# Made by code, each with its row in `work.MADE`.
SECURITY = ".well-known/security.txt"
MADE = (".htaccess", SECURITY, "_headers", "manifest.webmanifest", "og.png")
_NOTICE = "Bukan situs resmi pemerintah"


def machine_files(site: Site) -> tuple[str, ...]:
    """The paths of these files, without those that the web officer keeps as their own. security.txt has its place at
    the root of the host only (RFC 9116, section 3), so a site below a path has none."""
    secure = site.security is not None and urlsplit(site.base_url).path == "/"
    paths = (path for path in (*TEMPLATES, *MADE) if path != SECURITY or secure)
    return tuple(path for path in sorted(paths) if not _kept(path, site.keep))


def picture_of(view: SiteView) -> Picture:
    """What the picture for shared links shows; on a site that nobody confirmed, also that it is none of an office."""
    return Picture(view.title, view.place, "" if view.confirmed else _NOTICE, view.accent.field, view.mark)


def _kept(path: str, keep: tuple[str, ...]) -> bool:
    """Whether a `keep:` list names a file, or the folder that it lies in (written with a slash at its end)."""
    return any(path == entry or (entry.endswith("/") and path.startswith(entry)) for entry in keep)
