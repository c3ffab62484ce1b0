"""Which pictures texts show, and how their sizes are called on the sites."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from sitegen.model.output import Scaled
from sitegen.model.parsed import Parsed
from sitegen.model.picture import PictureUse, Variant, is_raster
from sitegen.model.project import Project, StaticFile
from sitegen.plan.links import target_of
from sitegen.urls import relative

# As encodeURIComponent (ECMA-262) has it, by which the offline copy finds a file. A blank or comma would end an entry
# of srcset.
_PLAIN = "/!~*'()"

Pictures = Mapping[str, tuple[Variant, ...]]
"""The sizes of each picture by the digest of its original, narrowest first."""


def shown_pictures(project: Project, parsed: Mapping[str, Parsed]) -> tuple[StaticFile, ...]:
    """The originals that some text shows on some site, each distinct one once: nobody pays for the others."""
    files: dict[str, list[StaticFile]] = {}
    for file in project.static:
        if is_raster(file.path) and file.digest:
            files.setdefault(file.path, []).append(file)
    found: dict[str, StaticFile] = {}
    for edition in project.editions if files else ():
        for link in parsed[edition.text.key].links if edition.gone is None else ():
            for file in files.get(target_of(link.target, edition).name, ()) if link.image else ():
                if file.mask & edition.mask:
                    found.setdefault(file.digest, file)
    return tuple(sorted(found.values(), key=lambda file: file.source))


def variant_path(file: StaticFile, variant: Variant) -> str:
    """Where a size lies in a site, beside its original. The name tells the original's bytes, since browsers keep
    pictures for weeks: another picture under an old name would not be seen."""
    return f"{file.path.rpartition('.')[0]}-{variant.width}-{file.digest[:8]}.{variant.ending}"


def outputs_of(file: StaticFile, variants: tuple[Variant, ...]) -> Iterator[Scaled]:
    """The files of a picture."""
    for variant in variants:
        yield Scaled(variant_path(file, variant), file.source, variant.sha256, variant.size, file.digest)


def use_of(written: str, file: StaticFile, variants: tuple[Variant, ...], page: str) -> PictureUse:
    """A picture as the page at `page` shows it."""
    hrefs = [quote(relative(variant_path(file, variant), page), safe=_PLAIN) for variant in variants]
    sizes = (
        ", ".join(f"{href} {v.width}w" for href, v in zip(hrefs, variants, strict=True)) if len(variants) > 1 else ""
    )
    return PictureUse(written, hrefs[-1], sizes, variants[-1].width, variants[-1].height)
