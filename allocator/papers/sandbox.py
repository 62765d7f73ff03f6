"""What a template may do: show its fields, choose between texts, walk a list; nothing else, and never without end.

A template may come from anybody. Beside Jinja's own sandbox the language itself is closed: no calls, no arithmetic, no
variables, no other files. A list inside a loop must be a part of what the loop walks, so that the work grows with the
template and the fields and with nothing else; and no text grows beyond a bound.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

MOST_TEXT = 64 * 1024 * 1024
"""Characters a template may come to, the marks of the document among them."""
FILTERS = ("count", "d", "default", "first", "last", "length", "lower", "trim", "upper")
TESTS = ("defined", "undefined", "none", "eq", "ne", "equalto", "even", "odd", "divisibleby", "in")
LOOP = ("first", "last", "index", "index0", "revindex", "revindex0", "length")
"""What a loop tells of itself."""
_SHOWING = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem)
_CHOOSING = (nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test)
_JOINING = (nodes.Concat, nodes.Filter, nodes.Slice, nodes.Tuple, nodes.List)
ALLOWED: tuple[type[nodes.Node], ...] = (*_SHOWING, *_CHOOSING, *_JOINING, nodes.For)
_WRITTEN = {
    **{"Assign": "set", "AssignBlock": "set", "FromImport": "import", "CallBlock": "call", "FilterBlock": "filter"},
    **{"Call": "( )", "Add": "+", "Sub": "-", "Mul": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**"},
}
"""The nodes that are not named as they are written."""


class TooLarge(TemplateError):
    """More than any template holds, or comes to."""


class ClosedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja without calls, arithmetic, variables and other files; every value is shown as it stands."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_literal)
        self.globals = {}
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}

    def from_string(self, source: str | nodes.Template, *rest: Any, **named: Any) -> Any:
        """A template, refused where it does what it may not.

        Raises:
            SecurityError: naming what is not allowed.
        """
        _refuse(self.parse(source) if isinstance(source, str) else source, None)
        return super().from_string(source, *rest, **named)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a mapping, or what a loop tells of itself; nothing has any other attribute."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        return self._withheld(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A field of a mapping by its name, or an item of a list by its number."""
        if isinstance(obj, Mapping) and isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, list | str) and isinstance(argument, int | slice):
            try:
                return obj[argument]
            except IndexError:
                return self.undefined(obj=obj, name=str(argument))
        return self._withheld(obj, argument)

    def _withheld(self, obj: Any, name: Any) -> Any:
        return obj if isinstance(obj, Undefined) else self.unsafe_undefined(obj, str(name))

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """The text a template comes to.

        Raises:
            TooLarge: beyond the bound.
        """
        made, size = [], 0
        for piece in pieces:
            size += len(piece)
            if size > MOST_TEXT:
                raise TooLarge
            made.append(piece)
        return "".join(made)


def _refuse(node: nodes.Node, walked: str | None) -> None:
    """Refuses what is not allowed in a node; ``walked`` is what the innermost loop around it calls its items."""
    if not isinstance(node, ALLOWED):
        kind = type(node).__name__
        raise SecurityError(_WRITTEN.get(kind, kind.lower()))
    if not isinstance(node, nodes.For):
        for child in node.iter_child_nodes():
            _refuse(child, walked)
        return
    root = _root(node.iter)
    if node.recursive or root in (None, "loop") or not isinstance(node.target, nodes.Name):
        raise SecurityError("for")
    if walked not in (None, root):
        raise SecurityError(f"for … in {root}")
    for child in (node.iter, *node.else_):
        _refuse(child, walked)
    for child in (*node.body, *([node.test] if node.test else [])):
        _refuse(child, node.target.name)


def _root(path: nodes.Node) -> str | None:
    """The field a path such as ``sheet.rows[:3]`` begins with; none for anything but a path."""
    while isinstance(path, nodes.Getattr | nodes.Getitem):
        path = path.node
    return path.name if isinstance(path, nodes.Name) else None


def _literal(value: Any) -> Any:
    """A value as it stands: markup is escaped, and so is the underscore, which the library's own marks begin with."""
    if isinstance(value, Undefined | Markup):
        return value
    return Markup(str(escape(value)).replace("_", "&#95;"))
