"""What planning sees of a document's text: all that decides on anything but the words of its own page and of search.

Documents that are seen alike differ in no key but by what `Worded.texts` tells of them. So an edit of words alone is
planned by exchanging that in keys that are known (`worded.Memory`). Whoever lets a page show more of another's text
adds it here.
"""

from functools import lru_cache
from typing import NamedTuple

from sitegen.digest import digest_lines
from sitegen.model.document import Edition
from sitegen.model.kinds import BY_ID
from sitegen.model.parsed import Parsed
from sitegen.plan.links import file_of, target_of

# People read texts of 17 languages aloud at 184 words a minute on average, 155 to 213 between languages: Trauzettel-
# Klosinski and Dietz 2012, doi:10.1167/iovs.11-8284. Indonesian was not among them; no study of it is known to us. Many
# read to the family here, and silent readers are done sooner than promised.
WORDS_A_MINUTE = 180
_set_of = lru_cache(maxsize=1 << 10)(frozenset[str])  # few are distinct


class Seen(NamedTuple):
    """What is seen of a document: its `face` to pages that show it, with the reading time; the documents that it links
    to, and the files of the site that it links to, shows or offers. `marks` are the elements and classes of its body,
    `questions` those of a quiz. `key` is the digest of all of this, and of the whole text where lists show it."""

    key: str
    face: str
    documents: tuple[str, ...]
    files: tuple[str, ...]
    pictured: tuple[str, ...]
    linked: tuple[str, ...]
    marks: frozenset[str]
    questions: int


def seen_of(edition: Edition, parsed: Parsed) -> Seen:
    """What is seen of an edition, whose text was parsed to this."""
    kind = BY_ID[edition.kind]
    face = f"{edition.face}{minutes_of(parsed)}"
    targets = [(target_of(link.target, edition), link.image) for link in parsed.links]
    files = [(target.name, image) for target, image in targets if target.kind == "file"]
    documents = tuple(dict.fromkeys([target.name for target, _ in targets if target.kind == "document"]))
    offered = [file_of(edition)] if edition.meta.file else []
    needed = (*dict.fromkeys([name for name, _ in files]), *offered)
    pictured = tuple([name for name, image in files if image])
    linked = tuple([name for name, image in files if not image])
    questions = len(parsed.headings) if kind.form == "quiz" else 0
    whole = edition.text.key if kind.gathered else ""
    marks = parsed.marks
    # No name is empty: an empty line parts names from others.
    names = (*documents, "", *needed, "", *pictured, "", *linked, "", *marks)
    key = digest_lines(face, whole, str(questions), *names)
    return Seen(key, face, documents, needed, pictured, linked, _set_of(marks), questions)


def minutes_of(parsed: Parsed) -> int:
    """The reading time of a text."""
    return max(1, round(parsed.words / WORDS_A_MINUTE))
