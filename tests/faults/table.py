"""What came of a fault, as a row of a Markdown table."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Row:
    """One fault: how often it was tried, what came of it, which rules said so, and all that went wrong."""

    fault: str
    tries: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def add(self, outcome: str, rules: tuple[str, ...] = (), *wrong: str) -> None:
        """One more try."""
        self.tries += 1
        self.outcomes[outcome] += 1
        self.rules.update(rules)
        self.broken += [w for w in wrong if w]


def table(rows: list[Row]) -> str:
    """All rows as Markdown."""
    lines = ["| fault | tries | what came of it | rules named | broken |", "|---|---:|---|---|---:|"]
    for row in rows:
        lines.append(
            f"| {row.fault} | {row.tries} | {_counted(row.outcomes)} | {_counted(row.rules)} | {len(row.broken)} |"
        )
    return "\n".join(lines) + "\n"


def _counted(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counter.items())) or "-"
