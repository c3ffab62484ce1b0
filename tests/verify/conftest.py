"""A small network, published and signed once with a real key; tests get copies of one of its sites."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sitegen.signing import sign
from sitegen.verify.run import verify
from sitegen.verify.values import Asked, Result
from sitegen.write.release import IDENTITY
from tests.conftest import ARTICLE, GOOD, TODAY, add_theme, build_project, write

DOMAIN = "satu.example"
SITE = "satu"
GONE = "artikel/lama.html"
WITHDRAWN = ARTICLE.format(title="Lama").replace(
    "date: 2026-11-01\n", 'date: 2026-11-01\nwithdrawn: {on: 2026-11-02, reason: "Dosisnya salah."}\n'
)


@dataclass(frozen=True)
class Network:
    """A project with its output, a key outside of it, and the file that trusts that key."""

    root: Path
    key: Path
    signers: Path

    @property
    def dest(self) -> Path:
        return self.root / "dist"

    def sign(self, *sites: str, serial: int = 0, key: Path | None = None) -> dict[str, int]:
        """Signs; gives the serial of each folder."""
        done = sign(self.root, self.dest, key or self.key, sites, serial)
        return {one.domain: one.serial for one in done}


def make_key(file: Path) -> Path:
    file.parent.mkdir(exist_ok=True)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "uji", "-f", str(file)], check=True)
    return file


def trusted(file: Path, *keys: Path, options: str = "") -> Path:
    rows = [f"{IDENTITY} {options}{key.with_suffix('.pub').read_text('utf-8')}" for key in keys]
    file.write_text("".join(rows), "utf-8")
    return file


def make_network(folder: Path) -> Network:
    if shutil.which("ssh-keygen") is None:
        pytest.skip("ssh-keygen (openssh-client) is not installed")
    root = folder / "proyek"
    add_theme(root)
    write(root, {**GOOD, "content/shared/artikel/lama.md": WITHDRAWN})
    report = build_project(root)
    assert not report.failed, [str(p) for p in report.problems if p.severity == "error"]
    key = make_key(folder / "kunci" / "situs")
    return Network(root, key, trusted(folder / "kunci" / "tepercaya", key))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Network:
    """Published, not signed; others take copies of it."""
    return make_network(tmp_path_factory.mktemp("tanda"))


def copied(built: Network, folder: Path) -> Network:
    shutil.copytree(built.root, folder / "proyek")
    return Network(folder / "proyek", built.key, built.signers)


@pytest.fixture(scope="session")
def signed(built: Network, tmp_path_factory: pytest.TempPathFactory) -> Network:
    """Shared by tests that only read it."""
    made = copied(built, tmp_path_factory.mktemp("tandatangan"))
    made.sign(serial=7)
    return made


@pytest.fixture
def network(built: Network, tmp_path: Path) -> Network:
    """A network of a test's own, not signed yet."""
    return copied(built, tmp_path)


@pytest.fixture
def site(signed: Network, tmp_path: Path) -> Path:
    """A copy of a signed site, to be tampered with."""
    folder = tmp_path / "situs"
    shutil.copytree(signed.dest / DOMAIN, folder)
    return folder


Check = Callable[..., Result]


@pytest.fixture
def check(signed: Network) -> Check:
    """Verifies a target with the trusted key, as `site` and at least release 7, unless told otherwise."""

    def checked(target: Path | str, **more: object) -> Result:
        known = {"signers": signed.signers, "site": SITE, "serial": 7, **more}
        return verify(Asked(str(target), TODAY, **known))  # type: ignore[arg-type]

    return checked


def rules(result: Result) -> list[tuple[str, str]]:
    """What was found: rule and path."""
    return [(one.rule, one.place.file) for one in result.problems]
