"""Files that many sites publish with the same bytes: written once in a build, then hard-linked into each tree.

The pool lies in the output folder, on the disk of the trees, and only while sites are made. It is no cache: from
there a link would be unsafe, since whatever is written into a cached file would stand on every site at once and their
manifests would not tell. So bytes are checked when they enter the pool, nothing writes into a file that is in it, and
at the end it goes; from then on only published trees have the file.
"""

import errno
import os
from collections.abc import Callable
from contextlib import suppress

from sitegen.write.files import FOLDER_MODE, OURS, create, refusal, umask_alters
from sitegen.write.folders import NO_LINKS_HERE, Where, remove_tree


class Pool:
    """The shared files of one build, by their SHA-256. Workers may fill it at once: the last one's file stays, the
    others have the same bytes."""

    def __init__(self, dest: str) -> None:
        self._folder = os.path.join(dest, OURS, "pool")

    def clear(self) -> None:
        """Removes the pool, also what a killed build left of one. What was linked stays where it is.

        Raises Refused if that fails: what a power cut left in it may have a name and no bytes, and would be published.
        """
        try:
            remove_tree(self._folder)
        except OSError as error:
            raise refusal(error, self._folder) from error

    def put(self, key: str, data: Callable[[], bytes], name: str, to: Where, set_mode: bool) -> None:
        """Makes the file `name` in a folder of a tree, as a link into the pool or, where links are refused, as a file
        of its own. `data` is asked only if the pool lacks the file; its bytes must be those of `key`.

        Raises OSError, FileExistsError among them, as `files.create` does.
        """
        fd, prefix = to
        path = os.path.join(self._folder, key)
        try:
            if not os.path.exists(path):
                self._fill(path, data())
            if fd is None:
                os.link(path, prefix + name)
            else:
                os.link(path, prefix + name, dst_dir_fd=fd)
        except (AttributeError, OSError) as error:  # AttributeError: a system without links
            if isinstance(error, OSError) and error.errno not in (*NO_LINKS_HERE, errno.ENOENT):
                raise
            create(prefix + name, data(), fd, set_mode)

    def _fill(self, path: str, data: bytes) -> None:
        os.makedirs(self._folder, FOLDER_MODE, exist_ok=True)
        beside = f"{path}.{os.getpid()}"
        with suppress(FileNotFoundError):
            os.unlink(beside)
        create(beside, data, None, umask_alters())
        os.replace(beside, path)
