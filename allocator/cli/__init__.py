"""The command line: ``allocator VERB CASE``. Results on standard output, progress and messages on standard error."""

import gc
import os
import sys
from collections.abc import Sequence

from allocator.cli._help import SHARED, bad_language, misused, usage_error
from allocator.console import failures as failures
from allocator.console.language import UnknownLanguage, use_language
from allocator.console.misuse import Misuse

OWN_ALONE = 0o077
"""What is written holds personal data: only the user may read it, unless ``--shared`` leaves it to the machine."""
SELDOM = (200_000, 20, 100)
"""A case is many rows that live to the end and few cycles: looking for garbage as often as usual costs a tenth."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code.

    0 done (and proven, for the optimal method), 1 internal error, 2 usage, 3 invalid input, 4 infeasible,
    5 found but not proven, 6 verification failed, 130 interrupted with nothing to keep.
    """
    typed = list(sys.argv[1:] if arguments is None else arguments)
    gc.set_threshold(*SELDOM)
    shared = SHARED in typed
    typed = [word for word in typed if word != SHARED]
    mask = os.umask(OWN_ALONE)
    if shared:
        os.umask(mask)
    try:
        return _guarded(typed)
    finally:
        os.umask(mask)


def _guarded(typed: list[str]) -> int:
    """Runs one command; whatever goes wrong becomes an exit code."""
    as_json = "--json" in typed
    try:
        code = _run(use_language(typed), as_json)
        sys.stdout.flush()
    except UnknownLanguage:
        return bad_language(as_json)
    except BrokenPipeError:  # whoever read the output has gone; nothing is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return failures.DONE
    except KeyboardInterrupt:
        return _interrupted()
    except Exception as error:  # noqa: BLE001  the last resort: no traceback ever reaches the user
        return failures.internal_error(error)
    return code


def _run(typed: list[str], as_json: bool) -> int:
    from allocator.cli._app import app
    from allocator.faults import InvalidInput

    try:
        code = int(app(args=typed, prog_name="allocator", standalone_mode=False) or 0)
        return _interrupted() if code == failures.INTERRUPTED else code
    except InvalidInput as error:
        return failures.invalid_input(error.faults, as_json)
    except Misuse as error:
        return misused(error, as_json)
    except failures.Stopped as reason:
        return failures.stopped(reason)
    except BrokenPipeError:
        raise
    except OSError as error:
        return failures.cannot_write(error, as_json)
    except Exception as error:
        if hasattr(error, "format_message"):
            return usage_error(error, as_json)
        raise


def _interrupted() -> int:
    from allocator.console.show import note

    note("error.interrupted")
    return failures.INTERRUPTED
