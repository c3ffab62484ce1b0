"""content/claims.yaml: what pages may state, each claim with its law and its sources; and where claims are used.

A project without that file makes no claims, and nothing here asks for any.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from sitegen.language import digits_of
from sitegen.model.claim import Claim, Evidence, Law
from sitegen.model.document import Meta, Source, Text
from sitegen.model.scalars import Name, Slug, Url
from sitegen.problems import Place, Problem, problem
from sitegen.read.documents import SourceDocument
from sitegen.read.governance import shifted
from sitegen.read.schema import Each, convert, nearest
from sitegen.read.source import Mapping, Node, Scalar, Sequence, get, parse_yaml, read_text
from sitegen.values import Frozen, replace

CLAIMS_FILE = "content/claims.yaml"
MAX_CLAIMS = 512 * 1024
# As for dated figures (`plan.figures`): what changes is looked up again every quarter.
MOST_DAYS = 90

T = TypeVar("T")
_NUMBER = re.compile(r"\+?\d[\d -]*\d")


class SourceText(Frozen):
    """An entry of `sources:`."""

    grade: Literal["A", "B", "C"]
    title: str
    publisher: str
    seen: dt.date
    url: Url = Url("")


class ClaimText(Frozen):
    """An entry of `claims:`."""

    says: str
    nature: Literal["tetap", "berubah"]
    sources: tuple[Name, ...]
    laws: tuple[Slug, ...] = ()


class ClaimsFile(Frozen):
    """All of content/claims.yaml as it is written."""

    claims: Annotated[Mapping, Each(Slug, ClaimText)]
    sources: Annotated[Mapping, Each(Name, SourceText)]
    laws: Annotated[Mapping, Each(Slug, str)] | None = None


class Claims:
    """The claims of a project by their keys; `places` says where each stands, `used` in which files its key is."""

    def __init__(self, claims: Iterable[Claim] = (), places: dict[str, Place] | None = None) -> None:
        self.all = tuple(claims)
        self._by_key = {str(claim.key): claim for claim in self.all}
        self._places = places or {}
        self._numbers = {number for claim in self.all for number in claim.numbers}
        self._used: dict[str, dict[str, None]] = {}

    def cited(self, keys: Iterable[str]) -> tuple[Source, ...]:
        """What readers are told of the claims with these keys, claim by claim in the order of their first use: laws,
        then sources of grade A and B; those of grade C only where a claim has nothing better. None for unknown keys."""
        found: dict[Source, None] = {}
        for claim in (self._by_key[key] for key in dict.fromkeys(keys) if key in self._by_key):
            told = [*(Source(law.title) for law in claim.laws), *(e.source for e in claim.evidence if e.grade != "C")]
            found |= dict.fromkeys(told or [replace(one.source, second=True) for one in claim.evidence])
        return tuple(found)

    def with_sources(self, meta: Meta, text: Text) -> Meta:
        """The front matter of an edition with the sources of the claims that its text makes, after its own ones."""
        if not text.claims:
            return meta
        said = {*(source.title for source in meta.sources), *meta.legal_basis}
        links = {source.url for source in meta.sources if source.url}
        found = self.cited(mark.key for mark in text.claims)
        more = tuple(source for source in found if source.title not in said and source.url not in links)
        return replace(meta, sources=(*meta.sources, *more))

    def use(self, documents: Iterable[SourceDocument]) -> Iterator[Problem]:
        """Notes which claims the documents name, and says which marks are wrong; also telephone numbers without a claim
        in the front matter of what the network answers for. Each file once."""
        for document in documents:
            ours = self.all and document.layer.kind != "site"
            for mention in document.said.mentions:
                if mention.what == "claim":
                    yield from self.named(mention.words, mention.place)
                elif mention.what == "mark":
                    yield problem("claim-mark", mention.place, text=mention.words)
                elif ours and digits_of(mention.words) not in self._numbers:
                    yield problem("phone-unsourced", mention.place, words=mention.words)

    def named(self, key: str, place: Place) -> Iterator[Problem]:
        """Notes that a claim is named at a place; a Problem if there is none with this key."""
        if key in self._by_key:
            self._used.setdefault(key, {})[place.file] = None
        elif key not in self._places:
            yield problem("claim-unknown", place, key=key, near=nearest(key, tuple(self._by_key)))

    def check(self, today: dt.date) -> Iterator[Problem]:
        """After all uses were noted: claims that nobody names, that wait for the owner, that nobody has looked up
        again. One Problem for each claim, whatever the number of sites."""
        for claim in self.all:
            files = tuple(Place(file) for file in sorted(self._used.get(claim.key, ())))
            place = self._places[claim.key]
            if not files:
                yield problem("claim-unused", place, key=claim.key)
                continue
            if claim.second_hand:
                yield problem("claim-to-confirm", place, others=files, key=claim.key, says=claim.says)
            if claim.changes and _old(claim) <= today:
                day = claim.seen.isoformat()
                yield problem("claim-old", place, others=files, key=claim.key, day=day, most=str(MOST_DAYS))

    def turns(self, today: dt.date) -> Iterator[dt.date]:
        """The days to come on which a claim becomes old."""
        yield from (_old(claim) for claim in self.all if claim.changes and _old(claim) > today)


def read_claims(root: Path, problems: list[Problem]) -> Claims:
    """The claims in the order of the file; none for a project without it."""
    if not (root / CLAIMS_FILE).exists():
        return Claims()
    text = read_text(root, CLAIMS_FILE, problems, MAX_CLAIMS)
    node = parse_yaml(text, CLAIMS_FILE, problems) if text is not None else None
    file = convert(node, ClaimsFile, problems) if node is not None else None
    if file is None:
        return Claims()
    laws = {ident: Law(Slug(ident), title) for ident, _, title in _each(file.laws, Slug, str, "laws", problems)}
    evidence = {}
    for ident, node, found in _each(file.sources, Name, SourceText, "sources", problems):
        source = Source(found.title, found.publisher, found.url, found.seen)
        evidence[ident] = Evidence(Name(ident), found.grade, source)
        link = get(node, "url") if isinstance(node, Mapping) else None
        if link is not None and found.grade == "C":
            problems.append(problem("claim-source-link", link.place, source=ident))
    claims, places = [], {key.text: key.place for key, _ in file.claims.entries}
    for key, node, said in _each(file.claims, Slug, ClaimText, "claims", problems):
        assert isinstance(node, Mapping)
        _known(get(node, "laws"), tuple(laws), problems)
        _known(get(node, "sources"), tuple(evidence), problems)
        mine = tuple(laws[law] for law in said.laws if law in laws)
        if not said.sources:
            problems.append(problem("key-missing", node.place, key=f"claims.{key}.sources", name="sources"))
        rests = tuple(evidence[name] for name in said.sources if name in evidence)
        numbers = tuple(digits_of(number) for number in _NUMBER.findall(said.says))
        claims.append(Claim(Slug(key), said.says, said.nature == "berubah", mine, rests, numbers))
    return Claims(claims, places)


def _each(
    entries: Mapping | None, name: type[str], kind: type[T], path: str, problems: list[Problem]
) -> Iterator[tuple[str, Node, T]]:
    """The entries that are as they should be: name, node, value."""
    for key, value in entries.entries if entries else ():
        ident = convert(key, name, problems, path=path)
        found = convert(value, kind, problems, path=f"{path}.{key.text}")
        if ident is not None and found is not None:
            yield key.text, value, found


def _known(node: Node | None, known: tuple[str, ...], problems: list[Problem]) -> None:
    for item in node.items if isinstance(node, Sequence) else ():
        name = item.text.strip() if isinstance(item, Scalar) else ""
        if name and name not in known:
            problems.append(problem("claim-source-unknown", item.place, name=name, near=nearest(name, known)))


def _old(claim: Claim) -> dt.date:
    """The first day on which nobody has looked at any source of a claim for so long."""
    return shifted(claim.seen, MOST_DAYS + 1)
