"""What a page is made with: the house it stands in, the session that looks at it, and the words of its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse, Response

from allocator.web.names import Names, masked_scores
from allocator.web.sessions import Session, Sessions
from allocator.words import CATALOGUE, Lang, say

if TYPE_CHECKING:
    from allocator.competition.scoring import Scores
    from allocator.web.open_cases import Desk, Opened
    from allocator.web.questions import Questions
    from allocator.web.results import Result, Results
    from allocator.web.runs import Runner
    from allocator.web.store import Store
    from models.competition.case import Case


LONGEST_BACK = 199
"""How long an address may be for the switches to lead back to the whole of it."""


@dataclass(frozen=True)
class House:
    """What all pages share."""

    store: Store
    desk: Desk
    results: Results
    runner: Runner
    questions: Questions
    sessions: Sessions


@dataclass(frozen=True)
class View:
    """One look at one page."""

    request: Request
    house: House
    session: Session

    @property
    def lang(self) -> Lang:
        """The language of the session."""
        return self.session.lang

    def say(self, code: str, **arguments: object) -> str:
        """The words of a code."""
        return say(code, self.lang, **arguments)

    def tell(self, code: str, **arguments: object) -> None:
        """Has a sentence shown on the next page of this session."""
        self.session.tell(code, **arguments)

    def names(self, case: Case | None) -> Names:
        """The names of a case as this session may see them."""
        return Names(case, self.lang, self.session.masked)

    def scores(self, opened: Opened) -> Scores:
        """The scores of a sound case, with the names as this session may see them."""
        return masked_scores(opened.scores) if self.session.masked else opened.scores

    def result(self, run_id: str) -> Result:
        """A finished run, with the names as this session may see them.

        Raises:
            Missing: when there is no such run or it left no outcome.
        """
        return self.house.results.of(run_id, masked=self.session.masked)

    def page(self, template: str, *, status: int = 200, **context: Any) -> Response:
        """A page from a template of ``templates/``, with everything the layout needs."""
        told = [self.say(code, **arguments) for code, arguments in self.session.take_told()]
        url = self.request.url
        here = f"{url.path}?{url.query}" if url.query and len(url.path + url.query) < LONGEST_BACK else url.path
        values = {"view": self, "here": here, "lang": self.lang, "masked": self.session.masked, "told": told, **context}
        return HTMLResponse(rendered(template, self.lang, values), status)

    def fragment(self, template: str, **context: Any) -> Response:
        """A piece of a page, put in by the script."""
        return HTMLResponse(rendered(template, self.lang, {"view": self, "lang": self.lang, **context}))

    def go(self, path: str) -> Response:
        """On to another page, after something was done."""
        return RedirectResponse(path, 303)


def view_of(request: Request) -> View:
    """The view of a request; the guard has found its session."""
    return View(request, request.app.state.house, request.state.session)


Seen = Annotated[View, Depends(view_of)]
"""The parameter by which a page gets its view."""


def rendered(template: str, lang: Lang, context: Mapping[str, Any]) -> str:
    """A template with its words: ``t(code, name=value)`` says a code, ``has(code)`` tells whether there is one."""

    def t(code: str, **arguments: object) -> str:
        return say(code, lang, **arguments)

    return templates().get_template(template).render(**{"t": t, "has": CATALOGUE.__contains__, "lang": lang, **context})


@cache
def templates() -> Environment:
    """The templates; everything put into them is escaped."""
    made = Environment(
        loader=PackageLoader("allocator.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["table_name"] = lambda table, lang: Names(None, lang).table(table)
    return made
