"""Which language a command speaks, also where it ends before its time."""

import pytest
from click.testing import CliRunner

from sitegen import cli
from sitegen.commands import sites
from sitegen.phrases import language


@pytest.mark.parametrize(
    ("env", "spoken"),
    [
        ({}, "id"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "EN"}, "en"),
        ({"LANG": "en@quot"}, "en"),
        ({"LANG": "enm_GB"}, "id"),
        ({"LANG": "C.UTF-8"}, "id"),
        ({"LC_MESSAGES": "id_ID", "LANG": "en_US"}, "id"),
        ({"LC_ALL": "en_US", "LC_MESSAGES": "id_ID", "LANG": "id_ID"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_AU"}, "en"),
        ({"LC_ALL": "fr_FR", "LANG": "en_US"}, "id"),
        ({"LC_CTYPE": "en_US", "LANGUAGE": "en"}, "id"),
    ],
)
def test_locale(env: dict[str, str], spoken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert language(None) == spoken
    assert language("en") == "en"
    assert language("id") == "id"


@pytest.mark.parametrize(
    ("error", "lang", "said"),
    [
        (KeyboardInterrupt(), "id", "Dihentikan."),
        (KeyboardInterrupt(), "en", "Stopped."),
        (ZeroDivisionError("nol"), "id", "Ini kesalahan sitegen sendiri"),
        (ModuleNotFoundError(name="watchfiles"), "id", "Pustaka Python “watchfiles” belum terpasang di sini."),
        (
            ModuleNotFoundError(name="watchfiles.main"),
            "en",
            "The Python library “watchfiles.main” is not installed here.",
        ),
        (ModuleNotFoundError("tiada", name="sitegen.tiada"), "id", "Ini kesalahan sitegen sendiri"),
        (ZeroDivisionError("nol"), "en", "This is a mistake of sitegen, not yours: ZeroDivisionError: nol."),
    ],
)
def test_an_early_end_is_a_sentence(
    error: BaseException, lang: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr(sites, "root_of", broken)
    done = CliRunner().invoke(cli.cli, ["--lang", lang, "sites"])
    assert done.exit_code == 1
    assert done.output.startswith(said)
    assert len(done.output.splitlines()) == 1
    if isinstance(error, Exception):
        shown = CliRunner().invoke(cli.cli, ["--debug", "sites"])
        assert shown.exception is error
