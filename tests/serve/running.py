"""A preview that runs in a thread of this process, and what browsers send to it. Waits for conditions, not for time."""

import asyncio
import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self, TypeVar

from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from sitegen.options import Options
from sitegen.serve.door import Door
from sitegen.serve.run import Preview
from sitegen.serve.server import Server
from sitegen.serve.stage import Stage
from tests.conftest import TODAY

PATIENCE = 30.0
Value = TypeVar("Value")


def until(happened: Callable[[], Any], what: str = "") -> Any:
    """What `happened` gives as soon as it is something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = happened()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"did not happen: {what}")


def free_port(address: str = "127.0.0.1") -> int:
    with socket.socket() as probe:
        probe.bind((address, 0))
        return int(probe.getsockname()[1])


def _apart(work: Coroutine[Any, Any, Value]) -> Value:
    """Runs a coroutine in a thread of its own: in this one a browser's loop may be running."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


class Answer:
    """Status, headers and bytes of a response."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status, self.headers = response.status, response.headers
        self.data = response.read()
        self.text = self.data.decode("utf-8", "replace")


class Running:
    """Use as a context manager: builds, serves and follows what is saved."""

    def __init__(self, root: Path, address: str = "", lang: str = "id", **options: Any) -> None:
        chosen = {"jobs": 1, "prune": True, "wait": True, **options}
        self.root = root
        self.dest = root / ".sitegen/preview"
        self.stage = Stage(Options(root, self.dest, TODAY, **chosen), lang)
        self.door = Door(free_port(address or "127.0.0.1"), address)
        self.server = Server(self.stage, self.door)
        self.preview = Preview(self.stage, self.server)
        self.host = f"{address or '127.0.0.1'}:{self.door.port}"
        self._error: BaseException | None = None

    def __enter__(self) -> Self:
        self.preview.first()
        ready = threading.Event()

        async def run() -> None:
            self._loop = asyncio.get_running_loop()
            self._task = asyncio.ensure_future(self.preview.run())
            self._loop.call_soon(ready.set)
            await self._task

        def body() -> None:
            try:
                asyncio.run(run())
            except asyncio.CancelledError:
                pass
            except BaseException as error:
                self._error = error

        self._thread = threading.Thread(target=body, daemon=True)
        self._thread.start()
        assert ready.wait(PATIENCE)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        if self._error:
            raise self._error

    def ask(self, path: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
        """One request with exactly this path, which nobody tidies up first."""
        connection = http.client.HTTPConnection(*self._address(), timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in {"Host": self.host, **(headers or {})}.items():
                connection.putheader(name, value)
            connection.endheaders()
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def raw(self, request: bytes) -> bytes:
        """The head of the answer to bytes that no client would send, or what came of it before the server hung up."""
        found = b""
        with socket.create_connection(self._address(), timeout=PATIENCE) as line:
            line.sendall(request)
            while b"\r\n\r\n" not in found and (part := line.recv(65536)):
                found += part
        return found

    def text(self, path: str) -> str:
        """The page as it is now."""
        return self.ask(path).text

    def shows(self, path: str, text: str) -> None:
        """Waits until a page has this text."""
        until(lambda: text in self.text(path), f"{text} on {path}")

    def lacks(self, path: str, text: str) -> None:
        """Waits until a page is there without this text."""
        until(lambda: (a := self.ask(path)).status == 200 and text not in a.text, f"no {text} on {path}")

    def answers(self, path: str, status: int) -> None:
        """Waits until a page is there, or gone."""
        until(lambda: self.ask(path).status == status, f"{status} for {path}")

    def idle(self) -> None:
        """Waits until nothing is built any more and nothing is left to build."""

        def rested() -> bool:
            rest = self.preview.rest
            return (rest is None or rest.done()) and not self.stage.dirty()

        until(rested, "rest")
        until(rested, "rest")

    def socket(self, origin: str | None = None, headers: Mapping[str, str] | None = None) -> int:
        """The status with which the socket answers who comes from `origin`: 101 lets in."""

        async def knock() -> int:
            sent = {"Origin": origin or f"http://{self.host}", **(headers or {})}
            try:
                line = await websocket_connect(HTTPRequest(f"ws://{self.host}/livereload", headers=sent))
            except HTTPClientError as error:
                return int(error.code)
            await _close(line)
            return 101

        return _apart(knock())

    def told(self, path: str, act: Callable[[], object]) -> list[dict[str, Any]]:
        """What a browser that shows `path` is told from when something was done until it is to reload."""

        async def listen() -> list[dict[str, Any]]:
            origin = f"http://{self.host}"
            await asyncio.to_thread(self.ask, path)
            line = await websocket_connect(HTTPRequest(f"ws://{self.host}/livereload", headers={"Origin": origin}))
            protocols = ["http://livereload.com/protocols/official-7"]
            await line.write_message(json.dumps({"command": "hello", "protocols": protocols}))
            said = [json.loads(str(await asyncio.wait_for(line.read_message(), PATIENCE)))]
            await line.write_message(json.dumps({"command": "info", "url": origin + path}))
            await asyncio.to_thread(until, lambda: any(one.path == path for one in tuple(self.server.waiting)))
            await asyncio.to_thread(act)
            while said[-1]["command"] != "reload":
                said.append(json.loads(str(await asyncio.wait_for(line.read_message(), PATIENCE))))
            await _close(line)
            return said

        return _apart(listen())

    def _address(self) -> tuple[str, int]:
        return self.door.address or "127.0.0.1", self.door.port


async def _close(line: WebSocketClientConnection) -> None:
    line.close()
    while await line.read_message() is not None:
        pass
