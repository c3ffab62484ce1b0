"""Whether texts make their claims as they should: second-hand ones with a word to readers, changing ones with a day,
figures and telephone numbers with a claim at all. Each distinct text once, whatever the number of sites."""

from collections.abc import Iterator, Mapping

from sitegen.model.claim import Claim
from sitegen.model.document import Edition
from sitegen.model.kinds import BY_ID
from sitegen.model.parsed import Parsed
from sitegen.model.project import Project
from sitegen.problems import Problem, problem
from sitegen.texts import place_in_text
from sitegen.words import word

# What the network answers for; an office answers for its own layer itself.
_OURS = ("content/shared/", "content/groups/")


def check(project: Project, parsed: Mapping[str, Parsed]) -> Iterator[Problem]:
    """What is wrong with the claims of all texts; nothing in a project without claims."""
    if not project.claims:
        return
    by_key = {str(claim.key): claim for claim in project.claims}
    numbers = {number for claim in project.claims for number in claim.numbers}
    # Numbers that are called somewhere and stand in a claim are names as much as figures: "telepon 119".
    known = numbers & {one.text for edition in project.editions for one in parsed[edition.text.key].dials}
    seen: set[tuple[str, str, bool]] = set()
    for edition in project.editions:
        memo = (edition.text.key, edition.kind, edition.meta.example)
        if edition.gone is None and memo not in seen:
            seen.add(memo)
            yield from _claims(edition, parsed[edition.text.key], by_key)
            yield from _unclaimed(edition, parsed[edition.text.key], numbers, known)


def _claims(edition: Edition, parsed: Parsed, by_key: Mapping[str, Claim]) -> Iterator[Problem]:
    for use in parsed.claims:
        claim = by_key.get(use.key)
        if claim is None:
            continue  # said when it was read
        place = place_in_text(edition.text, use.line, use.column)
        if claim.second_hand and not use.hedged:
            words = word("periksa kanal resmi", edition.lang)
            yield problem("claim-second-hand", place, key=use.key, words=words)
        if claim.changes and not use.dated:
            # The day on which its sources were seen, not today: a build without any change says the same tomorrow.
            yield problem("claim-undated", place, key=use.key, day=claim.seen.isoformat())


def _unclaimed(edition: Edition, parsed: Parsed, numbers: set[str], known: set[str]) -> Iterator[Problem]:
    """Figures of what owes sources, the first in each line, and numbers to call of all kinds; but for examples."""
    if edition.meta.example:
        return
    line = 0
    for figure in parsed.unclaimed if BY_ID[edition.kind].sourced else ():
        place = place_in_text(edition.text, figure.line, figure.column)
        if figure.line > line and figure.text not in known and place.file.startswith(_OURS):
            line = figure.line
            yield problem("figure-unclaimed", place, words=figure.text)
    for phone in parsed.dials:
        place = place_in_text(edition.text, phone.line, phone.column)
        if phone.text not in numbers and place.file.startswith(_OURS):
            yield problem("phone-unsourced", place, words=phone.text)
