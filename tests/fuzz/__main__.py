"""A long search by coverage: `python -m tests.fuzz TARGET FOLDER [libFuzzer's options]`, with atheris installed.

FOLDER keeps what was learned (`corpus/`) and what broke a promise (`crash-*`, `slow-unit-*`, `timeout-*`); a second run
goes on from there. `docs/threat-model.md` says what was run, and what was found.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sitegen", "markdown", "yaml"]):
    from tests.fuzz.seeds import DICTIONARY, seeds
    from tests.fuzz.targets import TARGETS

LONGEST = 4096
SLOWEST = 20
MOST_MEMORY = 1024


def main() -> None:
    """Runs until told to stop: by -max_total_time, by -runs, or by a finding."""
    name, folder, *options = sys.argv[1:]
    corpus = Path(folder) / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = Path(folder) / "words.dict"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in DICTIONARY), encoding="ascii")
    arguments = [
        sys.argv[0],
        f"-max_len={LONGEST}",
        f"-timeout={SLOWEST}",
        f"-rss_limit_mb={MOST_MEMORY}",
        f"-dict={words}",
        f"-artifact_prefix={folder}/",
        "-print_final_stats=1",
        *options,
        str(corpus),
    ]
    atheris.Setup(arguments, TARGETS[name])
    atheris.Fuzz()


def _escaped(word: str) -> str:
    """A word of the dictionary, as libFuzzer reads it."""
    return "".join(f"\\x{byte:02X}" for byte in word.encode())


if __name__ == "__main__":
    main()
