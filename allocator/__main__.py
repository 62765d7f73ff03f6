"""``python -m allocator``: the command line, where no ``allocator`` script is on the path."""

import sys

from allocator.cli import main

if __name__ == "__main__":
    sys.exit(main())
