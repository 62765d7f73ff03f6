"""Questions under way and answered: each once a run, whoever asks; kept in memory while the server runs."""

from __future__ import annotations

import hashlib
import json
import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import astuple, dataclass, field
from multiprocessing import get_context
from threading import Condition, Lock, Thread
from typing import TYPE_CHECKING, Any, Literal

from allocator.web.answering import Material, Question, answer_in_process
from allocator.web.runs import MOST_AT_ONCE, PATIENCE, TooMany

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from allocator.faults import Fault

State = Literal["working", "done", "refused", "failed"]
KEPT = 200
"""How many answers are remembered."""


def key_of(question: Question) -> str:
    """The short name of a question, the same whenever it is asked."""
    text = json.dumps(astuple(question))
    return "q" + hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass
class Asked:
    """A question, how far its process is, and in the end its answer or why there is none."""

    question: Question
    began: float = field(default_factory=time.monotonic)
    phase: str = "starting"
    level: tuple[str, str] | None = None
    state: State = "working"
    answer: Any = None
    faults: tuple[Fault, ...] = ()
    stopped: bool = False
    ended: float | None = None
    commands: Connection[Any, Any] | None = None
    process: BaseProcess | None = None
    changed: Condition = field(default_factory=Condition)

    @property
    def key(self) -> str:
        """Its short name."""
        return key_of(self.question)

    @property
    def over(self) -> bool:
        """Whether it is answered, or never will be."""
        return self.state != "working"

    @property
    def seconds(self) -> int:
        """How long it has been, or was, under way."""
        return int((self.ended or time.monotonic()) - self.began)

    def wait(self, timeout: float | None = None) -> bool:
        """Waits for the end; whether it came."""
        with self.changed:
            return self.changed.wait_for(lambda: self.over, timeout)

    def take(self, message: tuple[Any, ...]) -> None:
        """Takes one message of the process."""
        with self.changed:
            match message:
                case ("phase", phase):
                    self.phase = phase
                case ("level", stage, level):
                    self.level = (stage, level)
                case ("done", answer):
                    self.answer, self.state = answer, "done"
                case ("refused", faults):
                    self.faults, self.state = faults, "refused"
                case _:
                    self.state = "failed"
            if self.over:
                self.ended = time.monotonic()
            self.changed.notify_all()


class Questions:
    """Asks, follows and stops; a process a question, in which ``answering`` is called."""

    answering = staticmethod(answer_in_process)

    def __init__(self) -> None:
        self._asked: OrderedDict[str, Asked] = OrderedDict()
        self._lock = Lock()
        self._closing = False

    def ask(self, question: Question, material: Callable[[], Material]) -> Asked:
        """The question, already asked or asked now; one that failed or was stopped is asked again.

        Args:
            question: what is asked.
            material: fetches what it takes to answer, when it is needed.

        Raises:
            TooMany: when enough questions are under way.
        """
        if (known := self._known(question)) is not None:
            return known
        content = material()
        with self._lock:
            if (known := self._known(question)) is not None:
                return known
            if self._closing or sum(not one.over for one in self._asked.values()) >= MOST_AT_ONCE:
                raise TooMany
            asked = self._asked[key_of(question)] = Asked(question)
            self._asked.move_to_end(asked.key)
            for key in [key for key, one in self._asked.items() if one.over][: max(0, len(self._asked) - KEPT)]:
                del self._asked[key]
        Thread(target=self._follow, args=(asked, content), daemon=True).start()
        return asked

    def _known(self, question: Question) -> Asked | None:
        """The question where it is under way or has its full answer."""
        known = self._asked.get(key_of(question))
        spent = known is None or (known.over and (known.stopped or known.state == "failed"))
        return None if spent else known

    def find(self, run_id: str, key: str) -> Asked | None:
        """A question asked of a run."""
        asked = self._asked.get(key)
        return asked if asked is not None and asked.question.run_id == run_id else None

    def of_run(self, run_id: str) -> list[Asked]:
        """The questions asked of a run, the last one first."""
        with self._lock:
            return [one for one in reversed(self._asked.values()) if one.question.run_id == run_id]

    def stop(self, asked: Asked) -> None:
        """Has a search end with the best it has found so far; what it answers then is not proven."""
        with asked.changed:
            if asked.over:
                return
            asked.stopped = True
        self._tell(asked)

    def forget(self) -> None:
        """Lets go of every answer and ends what is under way, after something was purged."""
        with self._lock:
            asked, self._asked = self._asked, OrderedDict()
        for one in asked.values():
            if one.process is not None and not one.over:
                one.process.kill()

    def close(self) -> None:
        """Ends every process."""
        self._closing = True
        for asked in [one for one in self._asked.values() if not one.over]:
            self.stop(asked)
            if not asked.wait(PATIENCE) and asked.process is not None:
                asked.process.kill()

    def _tell(self, asked: Asked) -> None:
        with suppress(OSError, ValueError):
            if asked.commands is not None:
                asked.commands.send("stop")

    def _follow(self, asked: Asked, material: Material) -> None:
        """The thread of a question: starts its process, takes what it says, and marks the end however it comes."""
        spawning = get_context("spawn")
        commands_in, commands = spawning.Pipe(duplex=False)
        answers, answers_out = spawning.Pipe(duplex=False)
        try:
            process = spawning.Process(
                target=self.answering, args=(commands_in, answers_out, asked.question, material), daemon=True
            )
            process.start()
            asked.process, asked.commands = process, commands
            commands_in.close()
            answers_out.close()
            if asked.stopped:
                self._tell(asked)
            with suppress(EOFError, OSError):
                while not asked.over:
                    asked.take(answers.recv())
        finally:
            if not asked.over:
                asked.take(("failed", ""))
            commands.close()
            answers.close()
            if asked.process is not None:
                asked.process.join(PATIENCE)
