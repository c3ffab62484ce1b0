"""`sitegen serve` as people run it: a process that answers, follows what is saved and ends with Ctrl+C."""

import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import GOOD, add_theme, write
from tests.house.command import environment

from .running import PATIENCE, free_port, until

SOURCE = "content/shared/artikel/pertama.md"


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C reaches a process in another way there")
def test_from_the_first_build_to_ctrl_c(tmp_path: Path) -> None:
    root = tmp_path / "proyek"
    add_theme(root)
    write(root, GOOD)
    port = free_port()
    page = f"http://127.0.0.1:{port}/satu.example/artikel/pertama.html"
    command = [sys.executable, "-c", "from sitegen.cli import main; main()", "serve", "--port", str(port)]
    env = environment(PYTHONUNBUFFERED="1")
    with subprocess.Popen(
        command, cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:

            def says(text: str) -> None:
                line = ""
                while text not in line:
                    line = process.stdout.readline() if process.stdout else ""
                    assert line, process.stderr.read() if process.stderr else ""

            says(f"http://127.0.0.1:{port}/")

            def shows(text: str) -> bool:
                with urllib.request.urlopen(page, timeout=PATIENCE) as answer:
                    return text in answer.read().decode()

            assert shows("Isi dari Pertama")
            write(root, {SOURCE: GOOD[SOURCE].replace("Isi dari", "Isi sesudahnya dari")})
            until(lambda: shows("Isi sesudahnya"))
            says("Tampil: ")
            process.send_signal(signal.SIGINT)
            _, wrong = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert process.returncode == 0
    assert wrong == ""
    assert not (root / "dist").exists()
