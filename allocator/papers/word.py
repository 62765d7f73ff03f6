"""Editable papers: a template filled in, in a sandbox, with nothing but the whitelisted fields."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError

from allocator.faults import Fault, InvalidInput
from allocator.papers.package import repacked, saved
from allocator.papers.sandbox import ClosedEnvironment, TooLarge
from allocator.words import Lang, say

BUILT_IN = Path(__file__).parent / "templates"
MOST_BYTES = 64 * 1024 * 1024
MOST_PARTS = 2000


def template_names(kind: str, lang: Lang) -> tuple[str, ...]:
    """The files that may be a kind's template, the one of the language first."""
    return (f"{kind}.docx",) if lang == "zh" else (f"{kind}.{lang}.docx", f"{kind}.docx")


def filled(template: Path, fields: Mapping[str, Any], title: str, lang: Lang) -> bytes:
    """A template with the fields put in, as the bytes of a docx file; the same fields give the same bytes.

    Raises:
        InvalidInput: when the template is no sound docx file, asks for what is not there or does what it may not.
    """
    try:
        content = template.read_bytes()
        _refuse_bombs(content)
        paper = DocxTemplate(io.BytesIO(content))
        paper.render(dict(fields), jinja_env=ClosedEnvironment(), autoescape=True)
        paper.docx.core_properties.title = title
        made = repacked(saved(paper.docx))
        DocxTemplate(io.BytesIO(made)).init_docx()
    except InvalidInput:
        raise
    except TemplateError as error:
        raise _refused(template, *_said(error), lang) from None
    except MemoryError:
        raise
    except zipfile.BadZipFile:
        raise _refused(template, "not_docx", "", 0, lang) from None
    except Exception:  # noqa: BLE001  whatever a foreign template does to the libraries, the user gets one sentence
        code = "not_docx" if not _is_docx(template) else "broken"
        raise _refused(template, code, "", 0, lang) from None
    return made


def _refuse_bombs(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
            raise TooLarge


def _said(error: TemplateError) -> tuple[str, str, int]:
    """What is wrong with a template: the word's code, the library's message and the line."""
    message = error.message or ""
    if isinstance(error, TooLarge):
        return "too_large", "", 0
    if isinstance(error, TemplateSyntaxError):
        return "syntax", message, error.lineno
    if isinstance(error, SecurityError):
        return "forbidden", message, 0
    if isinstance(error, UndefinedError):
        return "field", message, 0
    return "syntax", message, 0


def _is_docx(template: Path) -> bool:
    try:
        DocxTemplate(str(template)).init_docx()
    except Exception:  # noqa: BLE001  only asked to choose the sentence
        return False
    return True


def _refused(template: Path, code: str, message: str, line: int, lang: Lang) -> InvalidInput:
    arguments: dict[str, object] = {"message": message[:200]} if message else {}
    if code == "syntax":
        arguments = {"message": message[:200], "line": line}
    detail = say(f"papers.template.{code}", lang, **arguments)
    return InvalidInput((Fault("notice_template", template.name, args={"name": template.name, "detail": detail}),))
