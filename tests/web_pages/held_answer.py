"""Processes of questions that do not answer: one waits until it is stopped, one is gone at once."""

import os


def held(commands, answers, _question, _material):
    """Waits for the word to stop, or for the server to be gone."""
    answers.send(("phase", "working"))
    answers.send(("level", "clerks", "placed"))
    try:
        commands.recv()
    except (EOFError, OSError):
        os._exit(0)
    answers.send(("refused", ()))


def dead(_commands, _answers, _question, _material):
    """Dies as a process does for which there is no memory."""
    os._exit(9)
