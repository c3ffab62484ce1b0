"""The shape of a rule's page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RulePage:
    """Why a rule exists, and an example of breaking it and of keeping it. What it says stands in the `Rule`.

    `why` (Indonesian, English) tells in one to three plain sentences what would go wrong for readers, offices or ops.
    `file`, relative to the project, holds in the example `wrong` or `right` as its whole text; "" there means that the
    file does not exist. `also` are further files of the example, (path, text), the same for both. The Problem names
    `file`, or `at` where it is found elsewhere. What no file shows is told in words instead (Indonesian, English).
    Characters that are invisible or not allowed are written as escapes here and shown as U+XXXX.
    """

    why: tuple[str, str]
    file: str = ""
    wrong: str = ""
    right: str = ""
    also: tuple[tuple[str, str], ...] = ()
    at: str = ""
    wrong_words: tuple[str, str] = ("", "")
    right_words: tuple[str, str] = ("", "")
