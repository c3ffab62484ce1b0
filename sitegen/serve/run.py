"""`serve` from beginning to end: one server, one watcher, one build at a time. Only this file of the preview prints."""

import asyncio
import gc
import sys

import click

from sitegen.console import print_report, progress
from sitegen.options import Options
from sitegen.phrases import phrase
from sitegen.problems import Problem
from sitegen.render.qr import qr_text
from sitegen.serve.door import Door
from sitegen.serve.server import Server
from sitegen.serve.stage import Built, Stage
from sitegen.serve.watch import watch

HALF_A_SAVE = 0.1  # seconds until a mistake is believed: an editor may still be writing the file


class Preview:
    """A stage and its server, and how they follow what is saved."""

    def __init__(self, stage: Stage, server: Server) -> None:
        self.stage, self.server = stage, server
        self._told: tuple[Problem, ...] | None = None
        self.rest: asyncio.Task[None] | None = None
        """The last build of all sites that was begun."""
        self._look = asyncio.Event()

    def first(self) -> None:
        """The first build, before anything runs beside it: with all processes that were asked for."""
        with progress(self.stage.lang, quiet=False) as step:
            built = self.stage.build_all(step)
        self.stage.take(built)
        self._say(built, always=True)
        gc.collect()
        gc.freeze()  # templates and tables stay to the end: not looked through again for each save

    async def run(self) -> None:
        """Serves and follows what is saved, for ever."""
        self.server.start()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(watch(self.stage.options.root, self._look.set))
                group.create_task(self._follow(group))
        finally:
            self.stage.overtaken.set()
            await self.server.hang_up()

    async def _follow(self, group: asyncio.TaskGroup) -> None:
        while True:
            await self._look.wait()
            self._look.clear()
            if not await asyncio.to_thread(self.stage.dirty):
                continue
            self.stage.overtaken.set()
            if self.rest:
                await self.rest
            self.stage.overtaken.clear()
            watched = self.server.watched()
            if await self._take(await asyncio.to_thread(self.stage.build_watched, watched)):
                self.rest = group.create_task(self._build_rest())

    async def _build_rest(self) -> None:
        await self._take(await asyncio.to_thread(self.stage.build_rest))
        self._look.set()  # what was put into a new folder before that was watched

    async def _take(self, built: Built | None) -> bool:
        """Shows what a build came to, if it came to anything; False if it saw half a save and is to be done again."""
        if built and built.report.failed:
            await asyncio.sleep(HALF_A_SAVE)
            if await asyncio.to_thread(self.stage.dirty):
                self._look.set()
                return False
        if built:
            self.stage.take(built)
            self.server.tell()
            self._say(built)
        return True

    def _say(self, built: Built, always: bool = False) -> None:
        """A report whenever its Problems are others than before, else a line."""
        stage = self.stage
        if always or built.report.problems != self._told:
            print_report(built.report, stage.options.root, stage.lang, "full", tasks=False, built=True)
        else:
            seconds = f"{built.seconds:.2f}".replace(".", "," if stage.lang == "id" else ".")
            changed = sum(row.changed for row in built.report.sites)
            click.echo(phrase("rebuilt", stage.lang, sites=changed, seconds=seconds))
        self._told = built.report.problems


def serve(options: Options, port: int, address: str, lang: str) -> int:
    """Builds, serves on http://127.0.0.1:`port`/ and builds again on every save until Ctrl+C; the exit code. With the
    `address` of this machine in the local network also there, for who has the URL that is shown."""
    stage, door = Stage(options, lang), Door(port, address)
    try:
        server = Server(stage, door)
    except OSError as error:
        click.echo(phrase("port-taken", lang, port=port, text=error.strerror), err=True)
        return 1
    preview = Preview(stage, server)
    try:
        preview.first()
        click.echo(phrase("serving", lang, url=door.url(), dest=options.dest.name))
        if address:
            server.invited = lambda: _invite(door, lang)
            server.invited()
        asyncio.run(preview.run())
    except KeyboardInterrupt:
        return 0
    finally:
        server.stop()
    return 0


def _invite(door: Door, lang: str) -> None:
    """The address for another device, as a code to scan where there is a terminal."""
    url = door.invitation()
    if sys.stdout.isatty():
        for line in qr_text(url):
            click.secho(line, fg="black", bg="bright_white")
    click.echo(phrase("invited", lang, url=url))
