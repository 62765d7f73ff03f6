"""Draws the built-in templates of exchange and rotation: ``python -m allocator.rotation.papers.drawn [FOLDER]``."""

import sys
from pathlib import Path

from allocator.papers.drawing import draw_all
from allocator.papers.word import BUILT_IN
from allocator.rotation.papers.kinds import TABLE

if __name__ == "__main__":
    draw_all(Path(sys.argv[1]) if len(sys.argv) > 1 else BUILT_IN, TABLE.values())
