"""The command line: parse words, call one function, print its report, choose the exit code. Thin on purpose.

Exit codes: 0 fine, 1 Problems, 2 wrong usage. The no-op check runs before anything heavy is imported.
"""

import functools
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen import __version__
from sitegen.formats import FORMATS
from sitegen.options import Options, processors
from sitegen.phrases import language, phrase

if TYPE_CHECKING:
    import datetime as dt

    from sitegen.overrides import Overrides
    from sitegen.report import Outcome, Report


class _Group(click.Group):
    """Commands in the order in which people meet them, not by letter; ends in a sentence, in the language asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """As click does it, but a mistake of sitegen itself or Ctrl+C ends in a sentence, not in a traceback."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            text = phrase("interrupted", language(ctx.params["lang"]))
        except Exception as error:
            if ctx.params["debug"]:
                raise
            text = phrase("bug", language(ctx.params["lang"]), text=f"{type(error).__name__}: {error}")
        click.echo(text, err=True)
        sys.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C", "--project", type=click.Path(path_type=Path), help="Folder proyek (bawaan: folder ini). / Project folder."
)
@click.option(
    "--lang", type=click.Choice(["id", "en"]), help="Bahasa pesan (bawaan: menurut locale). / Language of messages."
)
@click.option(
    "--debug", is_flag=True, help="Tampilkan jejak bila sitegen rusak. / Show a traceback for bugs of sitegen."
)
@click.version_option(__version__, prog_name="sitegen")
@click.pass_context
def cli(context: click.Context, project: Path | None, lang: str | None, debug: bool) -> None:
    """Satu naskah, banyak situs. / One newsroom, many sites."""
    context.obj = {"project": project, "lang": language(lang), "debug": debug}


def _choices(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that build, check and serve share."""
    for option in reversed(
        (
            click.option(
                "--date", "date", metavar="TTTT-BB-HH", help="Anggap hari ini tanggal itu. / Build as of that day."
            ),
            click.option(
                "--drafts", is_flag=True, help="Ikutkan draf dan yang akan datang. / With drafts and future items."
            ),
            click.option("--strict", is_flag=True, help="Peringatan dihitung kesalahan. / Warnings are errors."),
            click.option(
                "--jobs", type=click.IntRange(1, 256), default=None, help="Banyak proses. / Number of processes."
            ),
        )
    ):
        command = option(command)
    return command


def _format(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of how a report is shown; handed on as `form`, a name of `FORMATS`."""

    @functools.wraps(command)
    def chosen(*args: Any, form: str, as_json: bool, **rest: Any) -> Any:
        return command(*args, form="json" if as_json else form, **rest)

    choice = click.Choice(list(FORMATS))
    words = "Bentuk laporan (bawaan: full). / Format of the report."
    flag = click.option("--json", "as_json", is_flag=True, help="Sama dengan / the same as --format json.")
    return click.option("--format", "form", type=choice, default="full", help=words)(flag(chosen))


@cli.command()
@click.option(
    "--site", "sites", multiple=True, metavar="ID", help="Hanya situs ini (boleh berulang). / Only this site."
)
@click.option(
    "--group", "groups", multiple=True, metavar="ID", help="Hanya situs grup ini. / Only the sites of this group."
)
@click.option(
    "-d", "--destination", type=click.Path(path_type=Path), help="Folder keluaran (bawaan: dist). / Output folder."
)
@click.option("--full", is_flag=True, help="Buat semua dari awal, periksa tiap berkas. / Make everything anew.")
@click.option(
    "--prune-sites", "prune", is_flag=True, help="Hapus folder situs yang tidak ada lagi. / Remove sites that are gone."
)
@click.option("--wait", is_flag=True, help="Tunggu bila bangun lain sedang jalan. / Wait for another build.")
@_format
@_choices
@click.pass_context
def build(
    context: click.Context,
    sites: tuple[str, ...],
    groups: tuple[str, ...],
    destination: Path | None,
    full: bool,
    prune: bool,
    wait: bool,
    form: str,
    date: str | None,
    drafts: bool,
    strict: bool,
    jobs: int | None,
) -> None:
    """Bangun dan terbitkan semua situs ke dist/. / Build all sites into dist/."""
    lang = context.obj["lang"]
    root = _root(context)
    default = root / ".sitegen/draf" if drafts else root / "dist"
    options = Options(
        root,
        destination or default,
        _day(date, lang),
        sites,
        groups,
        jobs or processors(),
        drafts,
        strict,
        full,
        prune,
        wait,
    )
    from sitegen.noop import nothing_to_do

    report = nothing_to_do(options)
    if report is None:
        from sitegen import build as builder
        from sitegen.console import progress

        with progress(lang, quiet=FORMATS[form].machine) as step:
            report = builder.build(options, step)
    _finish(report, root, lang, form, tasks=False, built=True)


@cli.command()
@click.option("--tasks", is_flag=True, help="Tampilkan juga tugas untuk dinas. / Show tasks for the offices, too.")
@_format
@_choices
@click.pass_context
def check(
    context: click.Context, tasks: bool, form: str, date: str | None, drafts: bool, strict: bool, jobs: int | None
) -> None:
    """Periksa semua naskah tanpa menerbitkan. / Check everything, publish nothing."""
    from sitegen import build as builder
    from sitegen.console import progress

    lang = context.obj["lang"]
    root = _root(context)
    options = Options(root, root / "dist", _day(date, lang), jobs=jobs or processors(), drafts=drafts, strict=strict)
    with progress(lang, quiet=FORMATS[form].machine) as step:
        report = builder.check(options, step)
    _finish(report, root, lang, form, tasks=tasks, built=False)


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Sebagai JSON. / As JSON.")
@click.pass_context
def sites(context: click.Context, as_json: bool) -> None:
    """Tampilkan daftar situs. / List the sites."""
    from sitegen.console import print_sites

    root = _root(context)
    sys.exit(print_sites(root, context.obj["lang"], as_json))


@cli.command()
@click.argument("path", metavar="HALAMAN")
@click.option("--site", required=True, metavar="ID", help="Situs yang mana. / Which site.")
@click.option(
    "-d", "--destination", type=click.Path(path_type=Path), help="Folder keluaran (bawaan: dist). / Output folder."
)
@click.option("--date", "date", metavar="TTTT-BB-HH", help="Anggap hari ini tanggal itu. / As of that day.")
@click.option("--drafts", is_flag=True, help="Ikutkan draf dan yang akan datang. / With drafts and future items.")
@click.option("--json", "as_json", is_flag=True, help="Sebagai JSON. / As JSON.")
@click.pass_context
def explain(
    context: click.Context,
    path: str,
    site: str,
    destination: Path | None,
    date: str | None,
    drafts: bool,
    as_json: bool,
) -> None:
    """Dari mana isi satu halaman, dan mengapa dibuat ulang. / Where a page comes from."""
    from sitegen.console import print_explanation

    lang = context.obj["lang"]
    root = _root(context)
    dest = destination or (root / ".sitegen/draf" if drafts else root / "dist")
    options = Options(root, dest, _day(date, lang), (site,), jobs=processors(), drafts=drafts)
    sys.exit(print_explanation(options, path, lang, as_json))


@cli.command()
@click.argument("site", metavar="SITUS")
@click.argument("paths", metavar="DOKUMEN", nargs=-1)
@click.option("--by", default="", metavar="NAMA", help="Siapa di dinas yang menyetujui. / Who in the office accepted.")
@click.option("--on", "on", metavar="TTTT-BB-HH", help="Kapan (bawaan: hari ini). / When (default: today).")
@click.option("--all", "everything", is_flag=True, help="Semua yang menunggu. / Everything that waits.")
@click.option("--list", "listing", is_flag=True, help="Tampilkan yang menunggu. / Show what waits.")
@click.pass_context
def accept(
    context: click.Context, site: str, paths: tuple[str, ...], by: str, on: str | None, everything: bool, listing: bool
) -> None:
    """Catat bahwa dinas menyetujui artikel baru. / Note that an office accepts new articles."""
    from sitegen.console import print_accepted, print_waiting

    lang = context.obj["lang"]
    root = _root(context)
    if listing:
        sys.exit(print_waiting(root, site, _day(None, lang), lang))
    if bool(paths) == everything or not by:
        click.echo(phrase("accept-usage", lang), err=True)
        sys.exit(2)
    sys.exit(print_accepted(root, site, paths, by, (_day(on, lang), _day(None, lang)), lang))


@cli.command()
@click.argument("path", metavar="NASKAH")
@click.option("--by", "name", required=True, metavar="NAMA", help="Siapa yang meninjau. / Who reviewed it.")
@click.option("--on", "on", required=True, metavar="TTTT-BB-HH", help="Hari tinjauan itu. / Day of the review.")
@click.option("--next", "following", metavar="TTTT-BB-HH", help="Tinjauan berikutnya. / Day of the next review.")
@click.pass_context
def review(context: click.Context, path: str, name: str, on: str, following: str | None) -> None:
    """Catat di naskah siapa yang meninjaunya dan kapan. / Note who reviewed a document."""
    from sitegen.console import print_review

    lang = context.obj["lang"]
    root = _root(context)
    days = (_day(on or "-", lang), _day(following or "-", lang) if following is not None else None, _day(None, lang))
    sys.exit(print_review(root, path, name, *days, lang))


@cli.command()
@click.option("--offline", is_flag=True, required=True, help="Untuk dibuka tanpa internet. / To be opened offline.")
@click.option("--site", "sites", multiple=True, metavar="ID", help="Hanya situs ini. / Only this site.")
@click.option(
    "-d", "--destination", type=click.Path(path_type=Path), help="Folder keluaran (bawaan: dist). / Output folder."
)
@click.pass_context
def package(context: click.Context, offline: bool, sites: tuple[str, ...], destination: Path | None) -> None:
    """Kemas situs untuk HP atau USB. / Pack sites for phones and USB sticks."""
    from sitegen.console import print_packed

    root = _root(context)
    sys.exit(print_packed(root, destination or root / "dist", sites, context.obj["lang"]))


@cli.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Nomor port. / Port.")
@click.option("--site", "sites", multiple=True, metavar="ID", help="Hanya situs ini. / Only this site.")
@_choices
@click.pass_context
def serve(
    context: click.Context,
    port: int,
    sites: tuple[str, ...],
    date: str | None,
    drafts: bool,
    strict: bool,
    jobs: int | None,
) -> None:
    """Pratinjau di peramban, dibangun ulang saat berkas disimpan. / Preview with live reload."""
    from sitegen.serve import serve as run

    lang = context.obj["lang"]
    root = _root(context)
    dest = root / ".sitegen/preview"
    options = Options(root, dest, _day(date, lang), sites, (), jobs or processors(), drafts, strict)
    sys.exit(run(options, port, lang))


@cli.command()
@click.argument("kind", metavar="JENIS")
@click.argument("title", metavar="JUDUL", nargs=-1, required=True)
@click.option("--site", default="", metavar="ID", help="Hanya untuk situs ini. / For this site only.")
@click.option("--group", default="", metavar="ID", help="Hanya untuk grup ini. / For this group only.")
@click.option("--slug", default="", metavar="NAMA", help="Nama berkas (bawaan: dari judul). / File name.")
@click.option("--date", "date", metavar="TTTT-BB-HH", help="Anggap hari ini tanggal itu. / As of that day.")
@click.pass_context
def new(
    context: click.Context, kind: str, title: tuple[str, ...], site: str, group: str, slug: str, date: str | None
) -> None:
    """Mulai naskah baru dari formulir jenisnya. / Start a new document from the form of its kind."""
    from sitegen.new import Wanted
    from sitegen.new import new as begin

    lang = context.obj["lang"]
    if site and group:
        click.echo(phrase("new-usage", lang), err=True)
        sys.exit(2)
    root, today = _root(context), _day(date, lang)
    _tell(context, lambda: begin(root, Wanted(kind, " ".join(title), site, group, slug), today))


@cli.command()
@click.argument("site")
@click.argument("path")
@click.option(
    "--mode",
    type=click.Choice(["before", "after", "fields", "section", "replace"]),
    required=True,
    help="Cara mengubah naskah. / How to change the text.",
)
@click.option("--section", default="", metavar="ID", help="Penanda judul (untuk section). / Id of the heading.")
@click.pass_context
def override(context: click.Context, site: str, path: str, mode: str, section: str) -> None:
    """Buat versi daerah dari satu naskah. / Override a document for a site (or group:ID)."""
    if (mode == "section") != bool(section):
        click.echo(phrase("section-usage", context.obj["lang"]), err=True)
        sys.exit(2)
    _change(context, lambda o: o.make(site, _name(path), mode, section.removeprefix("#")))


@cli.command()
@click.argument("site")
@click.argument("path")
@click.pass_context
def rebase(context: click.Context, site: str, path: str) -> None:
    """Gabungkan perubahan naskah bersama ke versi daerah. / Merge shared changes into an override."""
    _change(context, lambda o: o.rebase(site, _name(path)))


@cli.command()
@click.argument("path")
@click.pass_context
def minor(context: click.Context, path: str) -> None:
    """Nyatakan perubahan naskah bersama kecil saja. / Mark a shared change as minor: nothing gets stale."""
    _change(context, lambda o: o.minor(_name(path)))


def _name(path: str) -> str:
    """A document as people name it: also with .md or with backslashes."""
    return path.replace("\\", "/").strip("/").removesuffix(".md")


def _change(context: click.Context, command: "Callable[[Overrides], Outcome]") -> None:
    from sitegen.overrides import Overrides

    root = _root(context)
    _tell(context, lambda: command(Overrides(root)))


def _tell(context: click.Context, command: "Callable[[], Outcome]") -> None:
    """What a command that changes content came to, or why it did nothing; leaves with 0 or 1."""
    from sitegen.console import print_outcome
    from sitegen.problems import Refused
    from sitegen.report import Outcome

    try:
        outcome = command()
    except Refused as refused:
        outcome = Outcome(refused.problems)
    print_outcome(outcome, context.obj["lang"])
    sys.exit(1 if outcome.problems else 0)


def _root(context: click.Context) -> Path:
    """The project's folder: as given, else the nearest one upwards that has a sites.yaml; leaves with 2 without."""
    given = context.obj["project"]
    start = Path(given).absolute() if given else Path.cwd()
    upwards = (start,) if given else (start, *start.parents)
    for folder in upwards:
        if (folder / "sites.yaml").is_file():
            return folder
    click.echo(phrase("no-project", context.obj["lang"]), err=True)
    sys.exit(2)


def _day(given: str | None, lang: str) -> "dt.date":
    from sitegen.days import today_of

    try:
        return today_of(given)
    except ValueError as error:
        click.echo(phrase("bad-date", lang, value=error), err=True)
        sys.exit(2)


def _finish(report: "Report", root: Path, lang: str, form: str, *, tasks: bool, built: bool) -> None:
    from sitegen.console import print_report

    print_report(report, root, lang, form, tasks=tasks, built=built)
    sys.exit(1 if report.failed else 0)


def main() -> None:
    """The `sitegen` command: `cli` in a process of its own."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a terminal or pipe that cannot show a character must not stop a build
            reconfigure(errors="backslashreplace")
    gc.set_threshold(100_000)  # nearly all that a build makes is needed to its end: looking for garbage finds little
    cli(standalone_mode=True)
