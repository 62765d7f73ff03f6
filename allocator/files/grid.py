"""A sheet as it stands: every cell at its address, with what the cell's looks say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from allocator.files.raw import Cell, address, as_seen
from allocator.files.readings import Place

Spot = tuple[int, int]
"""Row and column of a cell, both from 0."""


@dataclass(frozen=True)
class Seen:
    """A cell that a spreadsheet shows otherwise than it is stored, and how it was taken."""

    kind: str
    seen: str
    used: str


@dataclass
class Grid:
    """The cells of one sheet or csv file.

    ``merged`` are areas as (top, left, bottom, right); ``spoiled`` gives the code and arguments of the fault of cells
    that hold no plain value; ``seen`` the cells whose number format changes what is seen; ``hidden`` what of the sheet
    is hidden (``rows``, ``columns``, ``sheet``, ``filter``) and where it first is.
    """

    file: str
    label: str
    rows: list[Sequence[Cell]]
    merged: Sequence[tuple[int, int, int, int]] = ()
    spoiled: Mapping[Spot, tuple[str, Mapping[str, object]]] = field(default_factory=dict)
    seen: Mapping[Spot, Seen] = field(default_factory=dict)
    hidden: Sequence[tuple[str, str]] = ()
    epoch_1904: bool = False

    def place(self, spot: Spot | None = None) -> Place:
        """The place of a cell, or of the sheet as a whole."""
        return Place(self.file, self.label, "" if spot is None else address(spot))

    def text(self, row: int, column: int) -> str:
        """A cell as text on one line, empty where there is none."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return as_seen(cells[column]) if column < len(cells) else ""


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing that can be seen."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
