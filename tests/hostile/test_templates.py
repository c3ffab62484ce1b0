"""Template bombs: each ends in a Problem that names the template, in bounded time and memory."""

import time

import pytest

from sitegen import bounded
from sitegen.problems import Place, Problem, Refused
from sitegen.read.theme import ThemeReader
from sitegen.render.templates import TemplateError, Templates
from sitegen.supervised import start_method
from tests.conftest import GOOD, REPO, MakeProject, build_project

posix = pytest.mark.skipif(start_method() != "fork", reason="limits by the kernel")

# Refused for what they say, on every system.
REFUSED = {
    "repeat": "{{ 'a' * 10 ** 9 }}",
    "repeat from the right": "{{ 1000000000 * 'a' }}",
    "repeat a list": "{{ [1, 2] * 10000000 }}",
    "power": "{{ 9 ** (9 ** 9) }}",
    "power of much": "{{ ('9' * 4000)|int ** 2000 }}",
    "product": "{% set a = ('9' * 1200)|int %}{{ a * a * a * a * a }}",
    "brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "loops": "{% for a in 'ab' %}" * 30 + "x" + "{% endfor %}" * 30,
    "more loops": "{% for a in 'ab' %}" * 200 + "x" + "{% endfor %}" * 200,
    "conditions": "{% if 1 %}" * 3000 + "x" + "{% endif %}" * 3000,
    "a long sum": "{{ " + "+".join("1" * 20_000) + " }}",
    "digits": "{{ " + "9" * 5000 + " }}",
}
# Ended by the limits of the kernel.
ENDED = {
    "width": "{{ '%01000000000d'|format(1) }}",
    "another width": "{{ '{:>1000000000}'.format(1) }}",
    "zeros": "{{ 'a'.zfill(3000000000)|length }}",
    "indent": "{{ 'a\n\n'|indent(1000000000) }}",
    "batch": "{{ 'abc'|batch(1000000000, 'x')|list|length }}",
    "slice": "{{ 'abc'|slice(1000000000)|list|length }}",
    "json": "{{ [[1]]|tojson(indent=1000000000) }}",
    "nested loops": "{% set a = 'a' * 9999 %}" + "{% for x in a %}" * 3 + "{% endfor %}" * 3,
    "doubling": "{% set x = 'aaaaaaaa' %}" + "{% set x = x ~ x %}" * 40,
    "includes": "{% include 'twice.html' %}{% include 'twice.html' %}",
}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        bounded, "SECONDS", 1.5
    )  # "more loops" is refused after half a second, and more on a busy machine
    monkeypatch.setattr(bounded, "MEMORY", 64 * 1024 * 1024)
    bounded.BOUNDS.renew()


def said(template: str) -> list[Problem]:
    """The Problems of a theme with this template."""
    theme = ThemeReader(REPO, 1, []).theme("default", Place("themes"))
    assert theme
    chain = [(f"t{n}.html", f"{{% include 't{n + 1}.html' %}}" * 2) for n in range(40)]
    more = (("bomb.html", template), ("twice.html", "{% include 't0.html' %}"), *chain, ("t40.html", "x"))
    templates = Templates(type(theme)("default", more, (), "", (), ()))
    if templates.problems:
        return templates.problems
    try:
        templates.render("bomb.html", "id", {})
    except TemplateError as error:
        return [*templates.failure("bomb.html", error).problems]
    return []


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    (found,) = said(REFUSED[name])
    assert found.rule in ("template-syntax", "template-failed")
    assert found.place.file == "themes/default/templates/bomb.html"


# The alarm may meet a finaliser, which swallows it; it rings again.
@posix
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", ENDED)
def test_ended(name: str) -> None:
    (found,) = said(ENDED[name])
    assert found.rule == "template-too-costly"
    assert found.place.file.startswith("themes/default/templates/")


@posix
def test_the_line_of_what_takes_long() -> None:
    (found,) = said("a\nb\n" + ENDED["nested loops"])
    assert found.place == Place("themes/default/templates/bomb.html", 3)


def test_arithmetic_is_what_it_was() -> None:
    for shown, template in {
        "12": "{{ 3 * 4 }}",
        "8": "{{ 2 ** 3 }}",
        "aaa": "{{ 'a' * 3 }}",
        "1": "{{ 7 % 3 }}",
    }.items():
        theme = ThemeReader(REPO, 1, []).theme("default", Place("themes"))
        assert theme
        templates = Templates(type(theme)("default", (("a.html", template),), (), "", (), ()))
        assert templates.render("a.html", "id", {}) == shown


@posix
def test_limits_are_taken_off_again() -> None:
    import resource
    import signal

    before = (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGPROF))
    said(ENDED["zeros"])
    said(ENDED["nested loops"])
    assert (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGPROF)) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


@posix
@pytest.mark.parametrize("where", ["partials/header.html", "article.html", "cards/row.html", "files/robots.txt"])
def test_in_a_build(where: str, project: MakeProject) -> None:
    """Wherever a template is rendered: before processes fork, in them, and for files."""
    root = project(GOOD)
    file = root / "themes/default/templates" / where
    if not file.exists():
        pytest.fail(f"no {where}")
    text = file.read_text(encoding="utf-8")
    bomb = "{{ 'a'.zfill(3000000000)|length }}"
    file.write_text(text.replace("{% endblock %}", bomb + "{% endblock %}", 1) if "extends" in text else text + bomb)
    report = build_project(root, jobs=2)
    found = [p for p in report.problems if p.severity == "error"]
    assert {p.rule for p in found} == {"template-too-costly"}
    assert {p.place.file for p in found} == {f"themes/default/templates/{where}"}
    assert not (root / "dist/satu.example").exists()


@pytest.mark.parametrize("through", ["article.html", "page.html"], ids=["itself", "a circle"])
def test_a_template_below_itself(through: str, project: MakeProject) -> None:
    root = project(GOOD)
    for name, below in (("article.html", through), (through, "article.html")):
        (root / "themes/default/templates" / name).write_text(f'{{% extends "{below}" %}}', "utf-8")
    report = build_project(root)
    found = [p for p in report.problems if p.severity == "error"]
    assert found
    assert {p.rule for p in found} <= {"template-failed", "template-syntax"}
    assert not (root / "dist/satu.example").exists()


@posix
def test_slow_renderings_share_a_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """A header that stays just below the limit is rendered for each site."""
    monkeypatch.setattr(bounded, "SLOW", 0.1)
    monkeypatch.setattr(bounded, "BUDGET", 0.3)
    bounds = bounded._Bounds()

    def render(seconds: float) -> None:
        with bounds:
            until = time.process_time() + seconds
            while time.process_time() < until:
                pass

    for _ in range(20):
        render(0.02)  # as many as there are, if they are quick
    render(0.2)
    render(0.2)
    with pytest.raises(bounded.TooCostly):
        render(0.2)
    render(0.02)
    bounds.renew()
    render(0.2)


def test_refusals_can_travel() -> None:
    import pickle

    (found,) = said(REFUSED["repeat"])
    assert pickle.loads(pickle.dumps(Refused(found))).problems == (found,)
