"""Full years between two days, for service and for age."""

import datetime as dt


def full_years(start: dt.date, end: dt.date) -> int:
    """How many anniversaries of ``start`` have come by ``end``; the anniversary day itself counts (article 2-2).

    The anniversary of 29 February falls on 1 March in common years. Negative when ``end`` lies before ``start``.
    """
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))
