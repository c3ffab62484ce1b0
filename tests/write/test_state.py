from pathlib import Path

import pytest

from sitegen.digest import digest_bytes
from sitegen.write import state
from sitegen.write.guard import claim
from sitegen.write.state import SiteState, State, load, save

STATE = State(
    {"a": SiteState("m1", "k1", "o1"), "b": SiteState("m2", "k2", "o1")},
    {"o1": {"index.html": "p1", "artikel/é.html": "p2"}},
)


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    claim(tmp_path / "dist", tmp_path, [])
    return tmp_path / "dist"


def test_kept_from_one_build_to_the_next(dest: Path) -> None:
    assert load(dest) == State()
    save(dest, STATE)
    assert load(dest) == STATE
    assert sorted(p.name for p in (dest / ".sitegen").iterdir()) == ["output", "state.json"]


def test_what_a_process_kept_is_what_another_one_reads(dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    others = State(STATE.sites, {"o1": {"b.html": "1"}, "o2": {"c.html": "2"}})
    for written in (STATE, others, STATE):
        save(dest, written)
        kept = load(dest)
        assert kept is load(dest)
        monkeypatch.setattr(state, "_last", (b"", State()))
        assert load(dest) == kept
    (dest / ".sitegen/state.json").unlink()
    assert load(dest) == State()


def test_outlines_that_no_site_uses_are_dropped(dest: Path) -> None:
    save(dest, State(STATE.sites, {**STATE.outlines, "old": {"x": "y"}}))
    assert load(dest) == STATE


def test_any_damage_is_an_empty_memory(dest: Path) -> None:
    save(dest, STATE)
    file = dest / ".sitegen" / "state.json"
    whole = file.read_bytes()
    for position in range(len(whole)):
        file.write_bytes(whole[:position])
        assert load(dest) == State()
        file.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        assert load(dest) == State()
    file.unlink()
    file.mkdir()
    assert load(dest) == State()


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"\n",
        b"[]\n",
        b'{"a":["x"]}\n',
        b'{"a":[1,2,3]}\n',
        b'{}\no1 {"x":1}\n',
        b"{}\no1 []\n",
        b"{}\no1\n",
        b'{}\n\xff {"x":"1"}\n',
        b'{}\no1 {"x":"\xff"}\n',
        b"{}\no1 " + b"[" * 9999 + b"\n",
    ],
)
def test_a_wrong_shape_with_a_right_checksum_is_empty_too(dest: Path, payload: bytes) -> None:
    def written(payload: bytes) -> State:
        end = f"sitegen-state 2 {digest_bytes(payload)} {len(payload)}".encode()
        (dest / ".sitegen" / "state.json").write_bytes(payload + end)
        return load(dest)

    assert written(b'{"a":["m","k","o1"]}\no1 {"x":"1"}\n') == State(
        {"a": SiteState("m", "k", "o1")}, {"o1": {"x": "1"}}
    )
    assert written(payload) == State()
