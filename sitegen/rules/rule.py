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
