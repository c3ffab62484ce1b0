"""`sitegen schema`."""

import sys
from pathlib import Path

import click

from sitegen.commands.shared import root_of, tell
from sitegen.phrases import phrase

_FOLDER = click.Path(path_type=Path)


@click.command()
@click.argument("name", metavar="NAMA", required=False)
@click.option("--all", "folder", type=_FOLDER, metavar="FOLDER", help="Tulis semua ke folder. / Write all to a folder.")
@click.option("--cms", type=_FOLDER, metavar="FOLDER", help="Tulis halaman redaksi (docs/cms.md). / Write a CMS page.")
@click.option("--site", "sites", multiple=True, metavar="ID", help="CMS hanya untuk situs ini. / CMS for this site.")
@click.option("--group", "groups", multiple=True, metavar="ID", help="CMS hanya untuk grup ini. / CMS for this group.")
@click.option("--repo", default="", metavar="HOST:NAMA", help="Repositori CMS: gitlab:nama/repo. / Repository.")
@click.pass_context
def schema(
    context: click.Context,
    name: str | None,
    folder: Path | None,
    cms: Path | None,
    sites: tuple[str, ...],
    groups: tuple[str, ...],
    repo: str,
) -> None:
    """Skema JSON dari sites.yaml dan kepala naskah. / JSON Schemas of sites.yaml and front matter."""
    from sitegen.read.schema import nearest
    from sitegen.schemas.files import text_of, write_all
    from sitegen.schemas.table import SCHEMAS

    lang = context.obj["lang"]
    if sum(map(bool, (name, folder, cms))) > 1 or ((sites or groups or repo) and not cms):
        _wrong(phrase("schema-usage", lang))
    if cms:
        from sitegen.schemas.admin import REPO, write_admin

        target = cms
        if repo and not REPO.fullmatch(repo):
            _wrong(phrase("cms-repo", lang, repo=repo))
        root = root_of(context)
        tell(context, lambda: write_admin(root, target, sites, groups, repo))
    elif folder:
        goal = folder
        tell(context, lambda: write_all(goal))
    elif name is None:
        for key, one in SCHEMAS.items():
            click.echo(phrase("schema-row", lang, schema=key, title=one.title, files=", ".join(one.files)))
    elif name in SCHEMAS:
        click.echo(text_of(name), nl=False)
    else:
        _wrong(phrase("schema-unknown", lang, asked=name, near=nearest(name, tuple(SCHEMAS))))


def _wrong(text: str) -> None:
    click.echo(text, err=True)
    sys.exit(2)
