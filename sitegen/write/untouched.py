"""A tree of which nothing is to be made anew, in which nobody has changed anything since a build left it."""

import os
from collections.abc import Set as AbstractSet

from sitegen.write.folders import scan
from sitegen.write.left import Left, stamp
from sitegen.write.manifest import MANIFEST, SIGNATURE, SIGNED
from sitegen.write.trees import Outcome


def untouched(
    dest: str, domain: str, site: str, known: str, left: Left | None, top: AbstractSet[str], files: int
) -> Outcome | None:
    """What `Tree.finish` would come to, if all that is planned is what the manifest of digest `known` says: so many
    `files`, of which `top` lie at the top. None if anything else may lie there, or less."""
    tree = os.path.join(dest, domain)
    if not left or left.manifest != known or left.live != stamp(tree, left.folders):
        return None
    try:
        found = scan(tree, left.folders)
    except OSError:  # whoever looks closer says so
        return None
    if found is None or found.links or found.special or found.empty:
        return None
    folders = {folder for folder in left.folders if "/" not in folder}
    if found.folders != folders or found.files.keys() - SIGNED != top | {MANIFEST}:
        return None
    signed = SIGNATURE in found.files
    return Outcome(site, False, 0, files, 0, known, 0, signed, not signed, (), left)
