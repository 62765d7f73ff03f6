"""Which of the endless tiny cases the suite takes.

The first :data:`FIRST` come as they come. In the :data:`FURTHER` ones levels decide and rules bind that seldom do; they
were found by asking the reference alone, by ``python -m tests.competition.agreement.choose 2600``.
"""

import pytest
from _pytest.mark import ParameterSet

FIRST = 300
# fmt: off
FURTHER: tuple[int, ...] = (
    300, 320, 322, 324, 343, 348, 356, 358, 384, 390, 394, 399, 409, 431, 436, 449, 451, 462, 468, 491, 508,
    510, 533, 538, 543, 544, 558, 574, 587, 613, 623, 704, 740, 802, 843, 858, 866, 905, 918, 921, 958, 976,
    994, 1012, 1021, 1038, 1068, 1082, 1112, 1122, 1150, 1166, 1190, 1206, 1220, 1260, 1266, 1280, 1304, 1305,
    1388, 1425, 1448, 1476, 1518, 1522, 1585, 1614, 1642, 1645, 1688, 1797, 1815, 1828, 1864, 1886, 1995,
    2013, 2140, 2143, 2220, 2228, 2248, 2267, 2293, 2320, 2342, 2380, 2402, 2449, 2598,
)
QUICK: tuple[int, ...] = (
    0, 2, 95, 104, 142, 264, 300, 543, 587, 613, 704, 905, 921, 958, 976, 1012, 1021, 1038, 1068, 1082, 1122,
    1260, 1266, 1280, 1304, 1305, 1425, 1518, 1522, 1614, 1642, 1645, 1815, 1828, 1864, 1995, 2013, 2228,
    2267, 2342,
)
# fmt: on
"""The cases of every run; the others belong to the exhaustive one."""

ALL = (*range(FIRST), *FURTHER)


def each_case(quick: tuple[int, ...] = QUICK, every: tuple[int, ...] = ALL) -> list[ParameterSet]:
    """The indices as parameters, those beyond the quick ones marked."""
    marks = {index: () if index in quick else (pytest.mark.exhaustive,) for index in every}
    return [pytest.param(index, marks=marks[index], id=str(index)) for index in every]
