"""From the sources and the published folders to an `Overview`. Nothing is written."""

from collections.abc import Callable
from urllib.parse import urlsplit

from sitegen.build import prepare
from sitegen.model.kinds import BY_ID
from sitegen.model.output import Page, SitePlan
from sitegen.model.project import Project
from sitegen.model.site import Site
from sitegen.options import Options
from sitegen.overview.checklist import check
from sitegen.overview.facts import Overview, SiteState, Stale, Waiting
from sitegen.overview.needs import Needs
from sitegen.overview.published import look
from sitegen.overview.reviews import reviews
from sitegen.problems import Problem, Refused, Severity, merged
from sitegen.read.sites import SITES_FILE
from sitegen.values import replace

Progress = Callable[[str, int, int], None]


def gather(options: Options, progress: Progress) -> Overview:
    """The overview of all sites as of the day of the options.

    Mistakes in documents are counted, and these documents left out; Refused is raised for what keeps the list of sites
    from being known.
    """
    problems: list[Problem] = []
    prepared = prepare(replace(options, sites=(), groups=()), problems, progress)
    found = merged(problems)
    errors = tuple(p for p in found if p.severity is Severity.ERROR)
    broken = tuple(p for p in errors if p.place.file == SITES_FILE)
    if broken or not prepared.project.sites:
        raise Refused(*(broken or errors))
    states = []
    needs = Needs(prepared.project)
    plans = {plan.site.id: plan for plan in prepared.plan.sites if not plan.site.alias_of}
    for number, site in enumerate(prepared.project.sites):
        states.append(_state(number, site, plans.get(site.id), needs, prepared.project, options))
        progress("look", number + 1, len(prepared.project.sites))
    return Overview(
        options.today,
        tuple(states),
        reviews(prepared.project, prepared.parsed),
        tuple(Stale(p.place, p.others, p.sites) for p in found if p.rule == "override-stale"),
        tuple(p for p in found if p.severity is Severity.TASK),
        len(errors),
    )


def _state(
    number: int, site: Site, plan: SitePlan | None, needs: Needs, project: Project, options: Options
) -> SiteState:
    tree = look(options.dest / site.domain, f"{urlsplit(site.base_url).path.rstrip('/')}/")
    article = BY_ID["article"].template
    outputs = plan.outline.outputs if plan else ()
    articles = frozenset(o.path for o in outputs if isinstance(o, Page) and o.template == article)
    asked, lacking = needs.of(number, site)
    return SiteState(
        id=site.id,
        domain=site.domain,
        host=urlsplit(site.base_url).netloc,
        name=site.name,
        place=site.place,
        office=f"Dinas Kesehatan {site.region.name}",
        province=site.region.province,
        confirmed=site.identity.confirmed,
        single=site.area is not None,
        published=tree is not None,
        asked=asked,
        needs=lacking,
        waiting=tuple(
            Waiting(offer.path, offer.title, offer.policy, offer.since, bool(offer.changed >> number & 1))
            for offer in project.offers
            if (offer.waiting | offer.changed) >> number & 1
        ),
        findings=check(tree, articles, single=site.area is not None),
        weights=tree.weights if tree else (),
        verified=site.contact.verified,
    )
