"""Help and usage errors in the words of the catalogue, without loading anything heavy."""

import sys
from pathlib import Path
from typing import Any

from typer.core import TyperCommand, TyperGroup

from allocator.console.language import LANGUAGES, words
from allocator.console.misuse import Misuse
from allocator.console.show import document, line, width
from allocator.words import CATALOGUE

SHARED = "--shared"
OPTIONAL = {"--proof": "proof.json"}
"""Options whose value may be left out: the next argument is the value only if it is a folder with this file."""


class Verb(TyperCommand):
    """A verb whose help comes from the catalogue."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """An option that may stand without its value gets an empty one where none follows."""
        given: list[str] = []
        for index, typed in enumerate(args):
            has_value = any((Path(one) / OPTIONAL.get(typed, "")).is_file() for one in args[index + 1 : index + 2])
            given.append(f"{typed}=" if typed in OPTIONAL and not has_value else typed)
        return list(super().parse_args(ctx, given))

    def get_help(self, ctx: Any) -> str:
        """The verb's purpose, its arguments and its options."""
        params = [param for param in self.get_params(ctx) if not getattr(param, "hidden", False)]
        arguments = [param for param in params if param.param_type_name == "argument"]
        options = [param for param in params if param.param_type_name == "option"]
        shown = " ".join(_argument(param) for param in arguments)
        lines = [
            words("help.usage", command=f"{ctx.command_path} {shown}".strip()),
            "",
            words(f"help.verb.{self.name}"),
        ]
        if arguments:
            lines += [
                "",
                words("help.arguments"),
                *_listed([(_argument(p), _meaning(self.name, p)) for p in arguments]),
            ]
        lines += [
            "",
            words("help.options"),
            *_listed([*((_option(p), _meaning(self.name, p)) for p in options), _language()]),
        ]
        return "\n".join(lines)


class Verbs(TyperGroup):
    """The command itself, whose help lists the verbs."""

    def get_help(self, ctx: Any) -> str:
        """What the program does, its verbs and the options of all of them."""
        lines = [words("help.usage", command=ctx.command_path), "", words("help.program"), "", words("help.verbs")]
        lines += _listed([(name, words(f"help.verb.{name}")) for name in self.list_commands(ctx)])
        lines += ["", words("help.options")]
        lines += _listed([*((_option(p), _meaning("", p)) for p in self.get_params(ctx)), _language(), _shared()])
        return "\n".join([*lines, "", words("help.exit_codes")])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The verb named first; an unknown one is told in the language in force."""
        if self.get_command(ctx, args[0]) is None:
            raise Misuse("no_such_verb", name=args[0])
        return super().resolve_command(ctx, args)


def usage_error(error: Any, as_json: bool) -> int:
    """Says what is wrong with the arguments as typed, and where the help is. Returns exit code 2."""
    kind = type(error).__name__
    ctx: Any = getattr(error, "ctx", None)
    if kind == "NoArgsIsHelpError":
        line(ctx.get_help(), sys.stderr)
        return 2
    _wrong("arguments", _what_is_wrong(kind, error), as_json)
    if ctx is not None:
        line(words("usage.see_help", command=ctx.command_path), sys.stderr)
    return 2


def bad_language(as_json: bool) -> int:
    """Says which languages there are. Returns exit code 2."""
    _wrong("language", words("usage.bad_value", name="--lang", detail="|".join(LANGUAGES)), as_json)
    return 2


def _wrong(code: str, text: str, as_json: bool) -> None:
    """What is wrong with the arguments: on standard error, and as the one JSON document of the run."""
    if as_json:
        document({"error": "usage", "code": code, "text": text})
    line(text, sys.stderr)


def _what_is_wrong(kind: str, error: Any) -> str:
    param = getattr(error, "param", None)
    name = "" if param is None else _argument(param) if param.param_type_name == "argument" else param.opts[-1]
    if kind == "MissingParameter":
        return words("usage.missing", name=name)
    if kind == "NoSuchOption":
        return words("usage.no_such_option", name=error.option_name)
    if kind == "BadOptionUsage":
        return words("usage.no_value", name=error.option_name)
    if kind == "BadParameter":
        return words("usage.bad_value", name=name, detail=_choices(param).strip("<>") or words("usage.number"))
    return words("usage.other", detail=error.format_message())


def misused(error: Misuse, as_json: bool) -> int:
    """Says what does not fit together. Returns exit code 2."""
    _wrong(error.code, words(f"usage.{error.code}", **error.arguments), as_json)
    line(words("usage.see_help", command="allocator"), sys.stderr)
    return 2


def _choices(param: Any) -> str:
    descriptor = getattr(param, "type_descriptor", None)
    choices = getattr(descriptor, "choices", None) or ()
    return "<" + "|".join(str(getattr(choice, "value", choice)) for choice in choices) + ">" if choices else ""


def _argument(param: Any) -> str:
    return str(param.metavar or param.name.upper())


def _option(param: Any) -> str:
    names = ", ".join(sorted(param.opts, key=len, reverse=True))
    if getattr(param, "is_flag", False) or param.name in ("help", "version"):
        return names
    return f"{names} {_choices(param) or param.metavar or param.name.upper()}"


def _meaning(verb: str | None, param: Any) -> str:
    own = f"help.{param.param_type_name}.{verb}.{param.name}"
    return words(own if own in CATALOGUE else f"help.{param.param_type_name}.{param.name}")


def _language() -> tuple[str, str]:
    return (f"--lang {'|'.join(LANGUAGES)}", words("help.option.lang"))


def _shared() -> tuple[str, str]:
    return (SHARED, words("help.option.shared"))


def _listed(rows: list[tuple[str, str]]) -> list[str]:
    columns = max(width(name) for name, _ in rows) + 2
    return [f"  {name}{' ' * (columns - width(name))}{text}" for name, text in rows]
