"""Certificates: near their end, past it, of somebody else. Made by openssl, for a server on this machine."""

import datetime as dt
import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from sitegen.verify import remote
from sitegen.verify.fetch import Patience
from sitegen.verify.values import Asked, Result
from tests.conftest import TODAY
from tests.verify.conftest import SITE, Network, rules
from tests.verify.server import answer, at, served

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
LAST = dt.date(2100, 1, 1)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for localhost that signs itself, valid for some decades; its key lies in the same file."""
    folder = tmp_path_factory.mktemp("tls")
    days = (LAST - dt.datetime.now(dt.UTC).date()).days
    words = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost"]
    more = ["-addext", "subjectAltName=DNS:localhost", "-days", str(days)]
    files = ["-keyout", str(folder / "kunci.pem"), "-out", str(folder / "sertifikat.pem")]
    subprocess.run(["openssl", "req", *words, *more, *files], check=True, capture_output=True)
    both = folder / "keduanya.pem"
    both.write_bytes((folder / "sertifikat.pem").read_bytes() + (folder / "kunci.pem").read_bytes())
    return both


def looked(site: Path, signed: Network, certificate: Path, today: dt.date, *, host: str = "localhost") -> Result:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with served(site, tls=context) as url:
        asked = Asked(url.replace("localhost", host), today, signed.signers, SITE, 7)
        return remote.verify_url(asked, Patience(5, 20))


def test_valid_for_long(site: Path, signed: Network, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    result = looked(site, signed, certificate, TODAY)
    assert rules(result) == []
    (told,) = [dict(blanks) for name, blanks in result.notes if name == "certificate"]
    last = dt.date.fromisoformat(told["date"])
    assert abs((last - LAST).days) <= 1
    assert int(told["days"]) == (last - TODAY).days


@pytest.mark.parametrize(("before", "found"), [(21, []), (20, [("verify-certificate-soon", "localhost")])])
def test_near_its_end(
    before: int, found: list[tuple[str, str]], site: Path, signed: Network, certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    told = dict(dict(looked(site, signed, certificate, TODAY).notes)["certificate"])
    today = dt.date.fromisoformat(told["date"]) - dt.timedelta(before)
    assert rules(looked(site, signed, certificate, today)) == found


def test_nobody_vouches_for_it(site: Path, signed: Network, certificate: Path, tmp_path: Path) -> None:
    """It is told, and the pages are compared all the same: what proves them is the signature."""
    (site / "kontak.html").write_bytes(b"diretas")
    result = looked(site, signed, certificate, TODAY)
    assert rules(result) == [("verify-altered", "kontak.html"), ("verify-certificate", "localhost")]


def test_for_another_name(site: Path, signed: Network, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    result = looked(site, signed, certificate, TODAY, host="127.0.0.1")
    assert rules(result) == [("verify-certificate", "127.0.0.1")]


def test_from_https_to_http(site: Path, signed: Network, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    plain = at("/kontak.html", lambda r: answer(r, b"", 301, Location="http://localhost/kontak.html"))
    with served(site, plain, tls=context) as url:
        result = remote.verify_url(Asked(url, TODAY, signed.signers, SITE, 7), Patience(5, 20))
    assert rules(result) == [("verify-redirect", "kontak.html")]
