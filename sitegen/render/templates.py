"""The template contract. The only file that names Jinja2.

Site partials see the real site and branch freely. Page templates and cards see the page; of the site they may only
print. What may only be printed is *symbolic* (`SYMBOLIC`): a page template is rendered once
with symbols that leave a token each, and the tokens are filled for each site by joining bytes (see `programs`).
A template that asks more of a symbol is found when the theme loads (`Theme.direct`) and rendered plainly for
each site instead: slower, never different.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
    nodes,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from sitegen import locale
from sitegen.bounded import BOUNDS, BUDGET, MEMORY, SECONDS, TooCostly, power, times
from sitegen.digest import digest, digest_bytes
from sitegen.model import views
from sitegen.model.project import Theme
from sitegen.problems import Place, Problem, Refused, problem
from sitegen.render.symbols import CLOSE, OPEN, SYMBOLIC, TOKEN, Misused, Symbol
from sitegen.values import Frozen, fields, is_value

FILTERS = frozenset(
    "abs batch capitalize count default d dictsort e escape first float format groupby indent int items join last"
    " length list lower map max min reject rejectattr replace reverse round safe select selectattr slice sort string"
    " striptags sum title tojson trim truncate unique upper urlencode wordcount xmlattr date isodate number rupiah"
    " time".split()
)


_FIELDS: Mapping[type, frozenset[str]] = {
    kind: frozenset(field.name for field in fields(kind))
    for kind in vars(views).values()
    if isinstance(kind, type) and is_value(kind)
}
# Compiled templates carry this before their name, so that a traceback says which one failed and where.
_COMPILED = "template:"
_Nodes = tuple[nodes.Node, ...]


_ENDLESS = (RecursionError, MemoryError, SyntaxError, ValueError, OverflowError)


class _CostlyError(TemplateRuntimeError):
    """A template took more time or memory than any may."""


Kind = TypeVar("Kind")


class Memory(Protocol):
    """What is kept from one build to the next: values of a kind, by names made of what they depend on."""

    def name(self, what: str, *key: str | int) -> str:
        """The name of what depends on nothing but its key."""

    def recalled(self, name: str, kind: type[Kind]) -> Kind | None:
        """The value of that name, None if it is not known."""

    def note(self, name: str, value: object) -> None:
        """Takes in a value."""


class _Look(Frozen):
    """What is known of a template from looking at it: which template it extends, which it extends or includes, which
    partials it prints, and whether it only prints what it may only print."""

    extends: str
    leads: tuple[str, ...]
    partials: tuple[str, ...]
    prints: bool


class Templates:
    """A theme, each of whose templates is compiled when it is first rendered. All are looked at before that, but those
    with a text in which an earlier build, by the `memory`, found no fault. `direct` names the page templates and cards
    that only print what they may only print; `digests` gives each template's digest over all that it extends or
    includes; `shown` what parts of the sheet follow: these templates, and the partials that they print."""

    def __init__(self, theme: Theme, memory: Memory | None = None) -> None:
        self.theme = theme
        self.sources = dict(theme.templates)
        self.catalogues = {lang: dict(strings) for lang, strings in theme.strings}
        self.problems: list[Problem] = []
        # A template that nothing hides is also known by the name of its theme and its own.
        owned = ((path.removeprefix("templates/"), file.split("/")[1]) for path, file in theme.origins)
        self._names = {f"{owner}:{name}": name for name, owner in owned if name in self.sources}
        self._sound: dict[str, nodes.Template | None] = {}
        self.environment = _environment(_Sound(self.sources, self._sound, self._names))
        own = {name: digest_bytes(source.encode()) for name, source in self.sources.items()}
        self._looks = looks = {name: self._look(name, own[name], memory) for name in sorted(self.sources)}
        leads = {name: looks[name].leads for name in self._sound}
        shown = {name: (*looks[name].leads, *looks[name].partials) for name in self._sound}
        self.closures = {name: self._closure(name, leads) for name in self._sound}
        self.shown = {
            name: frozenset(one.rpartition(":")[2] for one in self._closure(name, shown)) for name in self._sound
        }
        shared = digest(theme.strings, locale.VERSION)
        self.digests = {
            name: digest(shared, tuple((n, own[n]) for n in sorted(closure))) for name, closure in self.closures.items()
        }
        harmless = {name for name in self._sound if looks[name].prints}
        self.direct = frozenset(name for name, closure in self.closures.items() if closure <= harmless)
        self._translators: dict[str, _Translator] = {}

    def render(self, name: str, lang: str, values: Mapping[str, object]) -> str:
        """The text of template `name`; raises Misused for a symbol, jinja2's TemplateError for other trouble."""
        try:
            with BOUNDS:
                template = self.environment.get_template(name)
                return template.render({**values, "lang": lang, "_": self._translator(lang)})
        except (Misused, Refused, TemplateError):
            raise
        except (TooCostly, MemoryError) as error:
            raise _CostlyError from error
        except Exception as error:  # a template can run into any error, and none of them is ours
            raise TemplateRuntimeError(f"{type(error).__name__}: {error}") from error

    def ready(self, name: str) -> None:
        """Compiles a page template with those that it extends and the partials that they print, for whoever renders it
        soon. What is wrong with one, its rendering tells."""
        waiting = dict(self._looks)
        while look := waiting.pop(self._names.get(name, name), None):
            for one in (name, *look.partials):
                with suppress(TooCostly, MemoryError, TemplateError), BOUNDS:
                    self.environment.get_template(one)
            name = look.extends

    def failure(self, name: str, error: TemplateError) -> Refused:
        """The Refused for a template that ran into an error, with the line of the template in which it did."""
        whole = self._names.get(error.name, error.name) if isinstance(error, TemplateSyntaxError) and error.name else ""
        if whole:  # it could not be compiled
            return Refused(problem("template-failed", self.place(whole), text=error.message or ""))
        place, trace = self.place(name), error.__traceback__
        cause = error.__cause__
        while trace is not None or (cause is not None and place.line == 0):
            if trace is None:
                assert cause is not None
                trace, cause = cause.__traceback__, None
                continue
            file = trace.tb_frame.f_code.co_filename
            if file.startswith(_COMPILED):
                raw = trace.tb_frame.f_globals.get("__jinja_template__")  # of what is no Exception Jinja tells no line
                line = raw.get_corresponding_lineno(trace.tb_lineno) if raw else trace.tb_lineno
                place = self.place(file.removeprefix(_COMPILED), line)
            trace = trace.tb_next
        return Refused(_too_costly(place) if isinstance(error, _CostlyError) else _failed(place, error))

    def symbolic(self, name: str, lang: str, values: Mapping[str, object], symbols: tuple[str, ...]) -> list[str]:
        """As `render`, with `symbols` as tokens, parted at them: what stands before each, and its name. Misused if a
        token was made, lost or changed but by printing."""
        printed: list[str] = []
        text = self.render(name, lang, {**values, **{symbol: Symbol(symbol, printed) for symbol in symbols}})
        parts = TOKEN.split(text)
        if parts[1::2] != printed:
            raise Misused
        return parts

    def place(self, name: str, line: int = 0) -> Place:
        """Where a template stands in the project."""
        return Place(self.theme.file(f"templates/{name}"), line)

    def _translator(self, lang: str) -> "_Translator":
        if lang not in self._translators:
            self._translators[lang] = _Translator(self.catalogues.get(lang, {}))
        return self._translators[lang]

    def _look(self, name: str, key: str, memory: Memory | None) -> _Look:
        """What is known of a template; `key` is the digest of its text. One without fault is noted as sound."""
        noted = memory.name("template", key) if memory else ""
        look = memory.recalled(noted, _Look) if memory else None
        if look and all(self._names.get(lead, lead) in self.sources for lead in look.leads):
            self._sound[name] = None
            return look
        before = len(self.problems)
        walked = self._check(name)
        below = next(_referenced(walked, nodes.Extends), "")
        look = _Look(below, tuple(_referenced(walked, *_LEADS)), tuple(_partials(walked)), _prints_only(walked))
        if memory and len(self.problems) == before:
            memory.note(noted, look)
        return look

    def _check(self, name: str) -> _Nodes:
        """The nodes of a template without fault; of any other none, and a Problem."""
        if TOKEN.search(self.sources[name]) or OPEN in self.sources[name] or CLOSE in self.sources[name]:
            self.problems.append(problem("template-character", self.place(name)))
            return ()
        try:
            with BOUNDS:
                tree = self.environment.parse(self.sources[name], name)
                walked = tuple(tree.find_all(nodes.Node))
        except TemplateSyntaxError as error:
            self.problems.append(problem("template-syntax", self.place(name, error.lineno), text=str(error.message)))
            return ()
        except _ENDLESS as error:
            self.problems.append(problem("template-syntax", self.place(name), text=_said(error)))
            return ()
        except TooCostly:
            self.problems.append(_too_costly(self.place(name)))
            return ()
        for kind, known in ((nodes.Filter, self.environment.filters), (nodes.Test, self.environment.tests)):
            for use in _of(walked, kind):
                if use.name not in known:
                    text = f"no {kind.__name__.lower()} named {use.name!r}"
                    self.problems.append(problem("template-syntax", self.place(name, use.lineno), text=text))
        if any(isinstance(c.value, str) and (OPEN in c.value or CLOSE in c.value) for c in _of(walked, nodes.Const)):
            self.problems.append(problem("template-character", self.place(name)))
            return ()
        self._sound[name] = tree
        for node in _of(walked, *_LEADS):
            target = node.template
            if not isinstance(target, nodes.Const) or not isinstance(target.value, str):
                self.problems.append(problem("template-name-dynamic", self.place(name, node.lineno)))
            elif self._names.get(target.value, target.value) not in self.sources:
                self.problems.append(problem("template-missing", self.place(name, node.lineno), name=target.value))
        return walked

    def _closure(self, name: str, leads: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
        """A template with all that it leads to, step by step."""
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            current = waiting.pop()
            current = self._names.get(current, current)
            if current in seen or current not in self._sound:
                continue
            seen.add(current)
            waiting += leads[current]
        return frozenset(seen)


def _said(error: Exception) -> str:
    """What Python says of a template that is beyond its own limits."""
    return str(error) or type(error).__name__


def _failed(place: Place, error: TemplateError) -> Problem:
    return problem("template-failed", place, text=error.message or type(error).__name__)


def _too_costly(place: Place) -> Problem:
    seconds, budget, memory = str(SECONDS), str(BUDGET), str(MEMORY >> 20)
    return problem("template-too-costly", place, seconds=seconds, budget=budget, memory=memory)


def _of(walked: _Nodes, *kinds: type[nodes.Node]) -> Iterator[Any]:
    """The nodes of these kinds, in their order."""
    return (node for node in walked if isinstance(node, kinds))


_LEADS: tuple[type[nodes.Node], ...] = nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport


def _referenced(walked: _Nodes, *kinds: type[nodes.Node]) -> Iterator[str]:
    for node in _of(walked, *kinds):
        target = node.template
        if isinstance(target, nodes.Const) and isinstance(target.value, str):
            yield target.value


def _partials(walked: _Nodes) -> Iterator[str]:
    """The partials that a template prints as `partials.name`."""
    for node in _of(walked, nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name == "partials":
            yield f"partials/{node.attr}.html"


class _Sound(BaseLoader):
    """Compiles a template without fault the first time it is rendered: from its tree, if it was looked at just now."""

    def __init__(
        self, sources: Mapping[str, str], sound: dict[str, nodes.Template | None], names: Mapping[str, str]
    ) -> None:
        self._sources, self._sound, self._names = sources, sound, names

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """The compiled template; raises TemplateNotFound for a name that the theme lacks."""
        name = self._names.get(name, name)
        if name not in self._sound:
            raise TemplateNotFound(name)
        try:
            tree = self._sound[name] or environment.parse(self._sources[name], name)
            code = environment.compile(tree, name, _COMPILED + name)
            self._sound[name] = None
        except _ENDLESS as error:  # Python's limits on nesting and on numbers
            raise TemplateSyntaxError(_said(error), 0, name) from error
        return environment.template_class.from_code(environment, code, {} if globals is None else globals)


class _Translator:
    """What templates know as `_`: a text of the theme in one language, its blanks filled in."""

    __slots__ = ("_strings",)

    def __init__(self, strings: Mapping[str, str]) -> None:
        self._strings = strings

    def __call__(self, text: str, **blanks: object) -> str:
        found = self._strings.get(text, text)
        return found.format(**blanks) if blanks else found


_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {"*": times, "**": power}


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way for our own views, frozen and nothing but fields, for symbols, which refuse all
    but being printed, and for translations. All else is asked in full."""

    intercepted_binops = frozenset(_OPERATORS)

    def call_binop(self, _context: Context, operator: str, left: Any, right: Any) -> Any:
        """What could keep C code busy for ever is refused; so it is neither done while a template is compiled."""
        return _OPERATORS[operator](left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The field of a view, or what the sandbox allows of anything else."""
        kind = type(obj)
        if attribute in _FIELDS.get(kind, ()) or (kind is Symbol and not attribute.startswith("_")):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a translation gives, or what the sandbox allows of anything else."""
        if type(obj) is _Translator:
            kwargs.pop("_loop_vars", None)  # compiled templates tell these to whom they call, Jinja takes them away
            kwargs.pop("_block_vars", None)
            return obj(*args, **kwargs)
        return super().call(context, obj, *args, **kwargs)


def _environment(loader: BaseLoader) -> ImmutableSandboxedEnvironment:
    environment = _Environment(
        loader=loader,
        autoescape=lambda name: not (name or "").endswith(".txt"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        auto_reload=False,
        optimized=False,  # looking for constants takes a third of compiling, and templates have next to none
        finalize=_printable,
    )
    environment.globals.clear()
    environment.filters["date"] = _date
    environment.filters["isodate"] = _isodate
    environment.filters["time"] = _time
    environment.filters["number"] = _number
    environment.filters["rupiah"] = _rupiah
    environment.filters = {name: environment.filters[name] for name in sorted(FILTERS)}
    return environment


def _printable(value: object) -> object:
    """What a template prints; a function printed by mistake would show an address of this machine's memory."""
    if callable(value) and not isinstance(value, Symbol | Undefined):
        raise TemplateRuntimeError("a function cannot be printed; is a pair of brackets missing?")
    return value


@pass_context
def _date(context: Context, value: dt.date) -> str:
    return locale.long_date(value, str(context["lang"]))


def _isodate(value: dt.date) -> str:
    return value.isoformat()


@pass_context
def _time(context: Context, value: dt.time, zone: str = "") -> str:
    return locale.time_of_day(value, str(context["lang"]), zone)


@pass_context
def _number(context: Context, value: float) -> str:
    return locale.number(value, str(context["lang"]))


@pass_context
def _rupiah(context: Context, value: float) -> str:
    return locale.rupiah(value, str(context["lang"]))


def _prints_only(walked: _Nodes) -> bool:
    """Whether symbols and captured output (macros, set blocks, `super()`, `self.x()`) are only ever printed.

    A token that passed through a filter, a test or a comparison would no longer be filled with the site's value,
    so such a template is rendered plainly. The check is by place in the syntax tree: anything not known to be
    harmless counts as harmful.
    """
    captured = (nodes.FilterBlock, nodes.AssignBlock, nodes.CallBlock, nodes.Macro, nodes.Import, nodes.FromImport)
    modifiers = (nodes.ScopedEvalContextModifier, nodes.EvalContextModifier)
    if any(True for _ in _of(walked, *captured, *modifiers)):
        return False
    shown = [child for output in _of(walked, nodes.Output) for child in output.nodes]
    printed = {id(_printed_root(child)) for child in shown}
    printed_calls = {id(child.node) for child in shown if isinstance(child, nodes.Call)}
    for name in _of(walked, nodes.Name):
        if name.name in SYMBOLIC and (name.ctx != "load" or id(name) not in printed):
            return False
        if name.name in ("self", "caller", "varargs", "kwargs"):
            return False
        if name.name == "super" and id(name) not in printed_calls:
            return False
    # A recursive loop is captured output too.
    return not any(isinstance(call.node, nodes.Name) and call.node.name == "loop" for call in _of(walked, nodes.Call))


def _printed_root(node: nodes.Node) -> nodes.Node:
    """The name at the root of `site.a.b` or `cards[x]`, when that is all that is printed."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        if isinstance(node, nodes.Getitem) and any(n.name in SYMBOLIC for n in node.arg.find_all(nodes.Name)):
            return node
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Name) and node.arg.name in SYMBOLIC:
            return node
        node = node.node
    return node


def html_bytes(value: object) -> bytes:
    """A value as autoescape would print it into text or a quoted attribute (HTML, section 13.1.2.3)."""
    return str(escape(value)).encode()


def markup(text: str) -> Markup:
    """Text that is HTML already."""
    return Markup(text)


__all__ = ["TemplateError", "TemplateNotFound", "Templates", "html_bytes", "markup"]
