"""The shape of a rule."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of Problem. `message` says what is wrong, `hint` the way out; each (Indonesian, English).

    Words in braces are the blanks that a Problem fills by name; `{sites}` and `{others}` are always there.
    """

    severity: str
    message: tuple[str, str]
    hint: tuple[str, str]


OTHER_DAY = (
    "Bila hari itu sudah lewat, hari bangunan ini yang keliru: periksa --date, SOURCE_DATE_EPOCH, atau jam komputer.",
    "If that day has passed, this build has the wrong day: look at --date, SOURCE_DATE_EPOCH or the computer's clock.",
)
"""The other way out of a date that is still to come."""
