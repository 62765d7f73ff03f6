import pytest

from allocator.cli import main
from allocator.competition.files import write_case
from tests.competition.builders import case
from tests.competition.pipeline.test_run import FULL


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A small sound case as a folder of tables."""
    path = tmp_path_factory.mktemp("cli") / "case"
    write_case(case(**FULL), path)
    return path


@pytest.fixture
def allocator(capsys):
    """Runs one command in this process: exit code, standard output, standard error."""

    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run
