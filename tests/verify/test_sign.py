"""`sitegen sign`: what it writes, what ssh-keygen says to that, what it refuses, and what builds do with it."""

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from sitegen.problems import Refused
from sitegen.verify.values import Result
from sitegen.write import manifest, publish
from sitegen.write.manifest import MANIFEST, RELEASE, SIGNATURE, SIGNED, SUMS
from sitegen.write.release import NAMESPACE, Statement, dump, load
from sitegen.write.trees import rollback
from tests.conftest import ARTICLE, build_project, read_tree, write
from tests.verify.conftest import DOMAIN, GONE, SITE, Check, Network, make_key, rules, trusted

OTHER = "dua.example"


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "sync", lambda trees: None)


def said_by_openssh(folder: Path, signers: Path, statement: bytes) -> subprocess.CompletedProcess[bytes]:
    words = ["-f", str(signers), "-I", "sitegen", "-n", NAMESPACE, "-s", str(folder / SIGNATURE)]
    return subprocess.run(["ssh-keygen", "-Y", "verify", *words], input=statement, capture_output=True, check=False)


def refused(network: Network, *sites: str, **more: object) -> list[str]:
    with pytest.raises(Refused) as caught:
        network.sign(*sites, **more)  # type: ignore[arg-type]
    return [one.rule for one in caught.value.problems]


def test_openssh_itself_accepts_it(signed: Network) -> None:
    folder = signed.dest / DOMAIN
    statement = (folder / RELEASE).read_bytes()
    done = said_by_openssh(folder, signed.signers, statement)
    assert done.returncode == 0, done.stderr
    assert said_by_openssh(folder, signed.signers, statement.replace(b"7", b"8")).returncode != 0


def test_the_statement_covers_the_tree(signed: Network) -> None:
    folder = signed.dest / DOMAIN
    data = (folder / RELEASE).read_bytes()
    told = load(data)
    assert told is not None
    assert dump(told) == data
    assert (told.site, told.domain, told.serial, told.withdrawn) == (SITE, DOMAIN, 7, (GONE,))
    assert told.manifest == sha256((folder / MANIFEST).read_bytes()).hexdigest()
    assert told.sums == sha256((folder / SUMS).read_bytes()).hexdigest()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_sha256sum_accepts_it(signed: Network) -> None:
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", SUMS], cwd=signed.dest / DOMAIN, capture_output=True, check=False
    )
    assert done.returncode == 0
    found = manifest.read(str(signed.dest / DOMAIN))
    assert found
    assert len(done.stdout.splitlines()) == len(found[0].files) + 1


@pytest.mark.parametrize(
    "change",
    [b"[]", b"{}", b"\xff", b'{"format":1}', b"[" * 100_000],
    ids=["list", "empty", "bytes", "half", "deep"],
)
def test_statements_that_are_none(change: bytes) -> None:
    assert load(change) is None


def test_statements_with_wrong_values() -> None:
    good = Statement("a", "a.example", 1, "0" * 64, "1" * 64, ("x.html",))
    assert load(dump(good)) == good
    for name, value in (("serial", 0), ("manifest", "x"), ("sums", ""), ("withdrawn", ("../x",)), ("serial", True)):
        fields = {field: getattr(good, field) for field in Statement.__slots__}
        assert load(dump(Statement(**{**fields, name: value}))) is None, name


def test_serials_count_up_only_when_something_changed(network: Network) -> None:
    assert network.sign() == {DOMAIN: 1, OTHER: 1}
    before = read_tree(network.dest / DOMAIN)
    assert network.sign() == {DOMAIN: 1, OTHER: 1}
    assert read_tree(network.dest / DOMAIN) == before
    write(network.root, {"content/sites/satu/artikel/baru.md": ARTICLE.format(title="Baru")})
    assert not build_project(network.root).failed
    assert network.sign() == {DOMAIN: 2, OTHER: 1}
    assert refused(network, serial=1) == ["sign-serial-old"]
    assert network.sign(serial=5) == {DOMAIN: 5, OTHER: 5}
    (network.dest / ".sitegen/serials.json").write_text("rusak", "utf-8")
    assert network.sign() == {DOMAIN: 5, OTHER: 5}, "what was published says it as well"


def test_builds_keep_or_drop_the_signature(network: Network, check: Check, tmp_path: Path) -> None:
    network.sign()
    signed = read_tree(network.dest / DOMAIN)
    same = build_project(network.root)
    assert [(row.signed, row.dropped) for row in same.sites] == [(True, False)] * 2
    assert read_tree(network.dest / DOMAIN) == signed

    write(network.root, {"content/sites/satu/artikel/baru.md": ARTICLE.format(title="Baru")})
    changed = build_project(network.root)
    assert not changed.failed
    assert {row.domain: (row.signed, row.dropped) for row in changed.sites} == {
        DOMAIN: (False, True), OTHER: (True, False),
    }  # fmt: skip
    assert not SIGNED & read_tree(network.dest / DOMAIN).keys()
    build_project(network.root, dest=tmp_path / "bersih")
    clean = read_tree(tmp_path / "bersih")
    for domain in (DOMAIN, OTHER):
        incremental = {path: data for path, data in read_tree(network.dest / domain).items() if path not in SIGNED}
        assert incremental == {p.removeprefix(f"{domain}/"): d for p, d in clean.items() if p.startswith(f"{domain}/")}

    rollback(str(network.dest), DOMAIN)
    assert read_tree(network.dest / DOMAIN) == signed, "a signature goes where its tree goes"


def test_a_mended_tree_keeps_its_signature(network: Network) -> None:
    network.sign()
    signed = read_tree(network.dest / DOMAIN)
    page = network.dest / DOMAIN / "index.html"
    page.unlink()
    page.write_bytes(b"diretas")
    assert refused(network, SITE) == ["sign-altered"]
    report = build_project(network.root, full=True)
    assert {row.domain: row.signed for row in report.sites} == {DOMAIN: True, OTHER: True}
    assert read_tree(network.dest / DOMAIN) == signed


@pytest.mark.parametrize("name", ["hidden", "extra", "missing", "link"])
def test_only_what_was_published_is_signed(network: Network, name: str) -> None:
    folder = network.dest / DOMAIN
    if name == "missing":
        (folder / "kontak.html").unlink()
    elif name == "link":
        (folder / "tautan.html").symlink_to("index.html")
    else:
        (folder / {"hidden": ".user.ini", "extra": "shell.php"}[name]).write_bytes(b"x")
    assert refused(network) == ["sign-altered"]
    assert not (folder / SIGNATURE).exists()
    assert not (network.dest / OTHER / SIGNATURE).exists(), "all or none"


def test_keys_of_no_use(network: Network, tmp_path: Path) -> None:
    assert refused(network, key=tmp_path / "tiada") == ["sign-key-missing"]
    inside = network.root / "kunci"
    shutil.copy(network.key, inside)
    assert refused(network, key=inside) == ["sign-key-inside"]
    text = tmp_path / "teks"
    text.write_bytes(b"bukan kunci\n")
    text.chmod(0o600)
    assert refused(network, key=text) == ["sign-failed"]
    assert refused(network, "tiada") == ["option-site-unknown"]
    shutil.rmtree(network.dest / OTHER)
    assert refused(network) == ["sign-unpublished"]
    assert network.sign(SITE) == {DOMAIN: 1}


def test_rotation(network: Network, check: Check, tmp_path: Path) -> None:
    """Both keys are trusted for a while; a new key signs the same release again, under the same number."""
    network.sign()
    new = make_key(tmp_path / "baru" / "situs")
    both = trusted(tmp_path / "dua", network.key, new)
    folder = network.dest / DOMAIN

    def found(signers: Path) -> Result:
        return check(folder, signers=signers, serial=1)

    old = found(both)
    assert rules(old) == []
    assert network.sign(key=new) == {DOMAIN: 1, OTHER: 1}
    again = found(both)
    assert rules(again) == []
    assert again.key != old.key
    assert rules(found(network.signers)) == [("verify-signature", SIGNATURE)]
    ended = trusted(tmp_path / "lewat", new, options='valid-before="20200101" ')
    assert rules(found(ended)) == [("verify-signature", SIGNATURE)]
    later = trusted(tmp_path / "nanti", new, options='valid-after="20990101" ')
    assert rules(found(later)) == [("verify-signature", SIGNATURE)]
    elsewhere = trusted(tmp_path / "lain", new, options='namespaces="git" ')
    assert rules(found(elsewhere)) == [("verify-signature", SIGNATURE)]


def test_no_openssh(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.sshsig.PROGRAM", "ssh-keygen-yang-tiada")
    assert refused(network) == ["openssh-missing"]
    assert not (network.dest / DOMAIN / RELEASE).exists()


def test_old_hosts_are_signed_with_their_site(network: Network, check: Check) -> None:
    sites = (network.root / "sites.yaml").read_text("utf-8")
    change = sites.replace('district: "32.02"}', 'district: "32.02", aliases: [lama.example]}')
    write(network.root, {"sites.yaml": change})
    assert not build_project(network.root).failed
    assert network.sign(SITE) == {DOMAIN: 1, "alih_lama.example": 1}
    found = check(network.dest / "alih_lama.example", site=f"{SITE}@lama.example", serial=1)
    assert rules(found) == []
    assert rules(check(network.dest / "alih_lama.example", serial=1)) == [("verify-other-site", MANIFEST)]
