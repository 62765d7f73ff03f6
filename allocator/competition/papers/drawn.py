"""Draws the built-in templates of the competition: ``python -m allocator.competition.papers.drawn [FOLDER]``."""

import sys
from pathlib import Path

from allocator.competition.papers.kinds import TABLE
from allocator.papers.drawing import draw_all
from allocator.papers.word import BUILT_IN

if __name__ == "__main__":
    draw_all(Path(sys.argv[1]) if len(sys.argv) > 1 else BUILT_IN, TABLE.values())
