"""`sitegen verify`. Exit codes, for cron: 0 as published, 1 findings, 2 nothing could be checked."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.commands.shared import day_of, root_of
from sitegen.phrases import phrase

if TYPE_CHECKING:
    from sitegen.verify.values import Asked, Result

_MOST_PATHS = 40


@click.command()
@click.argument("target", metavar="FOLDER|ZIP|URL")
@click.option(
    "--allowed-signers",
    "signers",
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Kunci yang dipercaya; tanpa ini hanya byte. / Trusted keys; without them only bytes.",
)
@click.option("--site", default="", metavar="ID", help="Situs yang seharusnya. / The site that it should be.")
@click.option(
    "--serial",
    type=click.IntRange(1, 2**53),
    metavar="N",
    help="Nomor terbitan paling rendah. / The lowest number of the release.",
)
@click.option(
    "--keep",
    multiple=True,
    metavar="JALUR",
    help="Berkas atau folder/ petugas web; boleh berulang. / A file or folder/ of the web officer; may be repeated.",
)
@click.option(
    "--tolerate",
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Sisipan hosting yang diizinkan. / Snippets of the hoster that are allowed.",
)
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Juga tulis laporan satu halaman. / Also write a report of one page.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["full", "json"]),
    default="full",
    help="Bentuk laporan (bawaan: full). / Format of the report (default: full).",
)
@click.pass_context
def verify(
    context: click.Context, target: str, signers: Path | None, site: str, serial: int | None, keep: tuple[str, ...],
    tolerate: Path | None, page: Path | None, form: str,
) -> None:  # fmt: skip
    """Cocokkan folder, zip, atau situs dengan terbitannya. / Compare a folder, zip or site with its release."""
    from sitegen.problems import Refused
    from sitegen.verify.run import keep_of, tolerated, verify
    from sitegen.verify.values import Asked, Unusable

    lang = context.obj["lang"]
    try:
        here = Path.cwd()
        if site and (context.obj["project"] or any((f / "sites.yaml").is_file() for f in (here, *here.parents))):
            keep = (*keep, *keep_of(root_of(context), site))
        snippets = tolerated(tolerate) if tolerate else ()
        asked = Asked(target, day_of(None, lang), signers, site, serial or 0, keep, snippets)
        if page:
            from sitegen.verify.page import claim_file

            claim_file(page)
        result = verify(asked)
        if page:
            _write(page, result, asked)
    except Unusable as error:
        _leave(phrase(error.name, lang, **error.blanks), target, form)
    except Refused as refused:
        _leave(" ".join(one.message(lang) for one in refused.problems), target, form)
    _print(result, lang, form)
    sys.exit(1 if result.problems else 0)


def _write(page: Path, result: "Result", asked: "Asked") -> None:
    from sitegen.verify.page import report_page
    from sitegen.write.files import write_atomically

    write_atomically(page.absolute(), report_page(result, asked).encode())


def _print(result: "Result", lang: str, form: str) -> None:
    from sitegen.verify.words import closing, grouped, said, to_json

    if form == "json":
        click.echo(json.dumps(to_json(result), ensure_ascii=False, indent=1))
        return
    for group in grouped(result.problems, lang):
        first = group[0]
        weight = click.style(
            phrase(first.severity, lang), fg="red" if first.severity == "error" else "yellow", bold=True
        )
        click.echo(f"{weight} [{first.rule}] {first.message(lang)}")
        for one in group[:_MOST_PATHS]:
            click.echo(f"    {one.place}")
        if len(group) > _MOST_PATHS:
            click.echo(f"    + {len(group) - _MOST_PATHS} (--format json)")
        click.echo(f"  {phrase('hint', lang)}: {first.hint(lang)}")
    for note in (*result.notes, *closing(result)):
        click.echo(said(note, lang))


def _leave(text: str, target: str, form: str) -> None:
    """Says that nothing could be checked, and leaves with 2."""
    if form == "json":
        click.echo(json.dumps({"target": target, "checked": False, "reason": text}, ensure_ascii=False))
    else:
        click.echo(text, err=True)
    sys.exit(2)
