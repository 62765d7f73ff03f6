"""The process of one question: the price of a seat, or what would have won a post, solved away from the server."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal

from allocator.competition.files import outcome_of
from allocator.faults import InvalidInput
from allocator.files import Bytes

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from allocator.solver import Limits, Progress
    from allocator.web.records import Change
    from models.common.base import PinMode
    from models.competition.codes import Role
    from models.competition.filings import Pin

Kind = Literal["price", "winning", "decision"]
Tell = Callable[..., None]


@dataclass(frozen=True)
class Question:
    """What is asked of a run: the price of a pin, of either mode, what would have won a post for a person, or what the
    ``changes`` of a draft come to.
    """

    kind: Kind
    run_id: str
    person_id: str = ""
    section_id: str = ""
    role: Role | None = None
    mode: PinMode = "assign"
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Material:
    """What it takes to answer: the files of the case, the pins that the run had, and its outcome."""

    files: tuple[Bytes, ...]
    pins: tuple[Pin, ...]
    outcome: bytes


def answer_in_process(
    commands: Connection[Any, Any], answers: Connection[Any, Any], question: Question, material: Material
) -> None:
    """Answers one question and ends; says how far it is, stops when told to, ends when the server is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt in the terminal is the server's alone
    from allocator.solver import Limits

    limits = Limits()
    Thread(target=_listen, args=(commands, limits), daemon=True).start()
    try:
        answers.send(("phase", "reading"))
        answers.send(("done", answer(question, material, limits, lambda *told: answers.send(told))))
    except InvalidInput as invalid:
        answers.send(("refused", invalid.faults))
    except Exception as error:  # noqa: BLE001  its kind only, since its text could hold somebody's data
        answers.send(("failed", type(error).__name__))
    answers.close()


def _listen(commands: Connection[Any, Any], limits: Limits) -> None:
    """Stops the search at the first word of the server; ends the process when the server is gone."""
    try:
        while True:
            commands.recv()
            limits.stop()
    except (EOFError, OSError):
        os._exit(0)


def answer(question: Question, material: Material, limits: Limits, tell: Tell) -> object:
    """The price, the explanation or the weighing of a draft that a question asks for.

    Raises:
        InvalidInput: when the outcome does not belong to the case.
        KeyError: when the bureau has no such person or section.
    """
    from allocator.competition.explain import explain_person, price_of, run_from
    from allocator.web.opened import read_opened

    scores = read_opened(material.files, material.pins).scores
    run = run_from(scores, outcome_of(Bytes("outcome.json", material.outcome)))
    tell("phase", "working")
    if question.kind == "decision":
        from allocator.web.weighing import weigh

        return weigh(scores, run, question.changes, limits, _levels(tell))
    who, where = question.person_id, question.section_id
    if question.kind == "price":
        assert question.role is not None
        progress = _levels(tell)
        return price_of(scores, run, who, where, question.role, mode=question.mode, limits=limits, progress=progress)
    return explain_person(scores, run, who, section_id=where, limits=limits)


def _levels(tell: Tell) -> Progress:
    """Tells each level once, when its proof begins."""
    now = ("", "")

    def progress(stage: str, level: str, _best: int | None, _bound: int | None, _elapsed: float) -> None:
        nonlocal now
        if (stage, level) != now:
            now = (stage, level)
            tell("level", stage, level)

    return progress
