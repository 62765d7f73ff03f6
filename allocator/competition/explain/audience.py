"""Who may read what. An office sees everything; a person sees his own numbers and what is published of others.

Published are: who holds which seat (with its basis), who takes part, the filings of each round, and the ranking by
composite scores with its figures (articles 3, 8, 9, 12 and 13). Not published are everybody else's marks and scores
other than the composite of an admissible pair, votes and rates, satisfaction ballots, the lists of the sections, family
ties and other grounds of avoidance, and sums from which one of these could be told.

Everything here names what may be shown; what it does not name is left out.
"""

from collections.abc import Mapping
from typing import Literal

from allocator.competition.explain.answers import Argument, PriceLevel, Reason, WouldHave
from allocator.competition.scoring import TraceLine

Audience = Literal["office", "person"]

ABOUT_ONESELF = frozenset(
    [
        "section_id",
        "role",
        "round",
        "rounds",
        "choice",
        "composite",
        "rate",
        "votes",
        "present",
        "needed",
        "short",
        "floor",
        "bar",
        "track",
        "clause",
        "reason",
        "has_section",
        "own_role",
        "has_round",
        "pick_order",
        "own_rank",
        "wish",
        "quantification",
        "cap",
        "ground",
        "authority",
        "count",
    ]
)
"""Arguments that speak of the reader, of the post or of the rules."""
PUBLISHED_OF_OTHERS = frozenset({"holder", "holder_composite", "sitting", "loser", "loser_composite"})
"""Arguments that speak of somebody else and are published: who holds a post or sits in a section, who stands next in a
post's ranking, and the composites of both."""
ARGUMENTS = ABOUT_ONESELF | PUBLISHED_OF_OTHERS
"""The arguments of reasons that a person may read."""
HIDDEN_TRACE: frozenset[str] = frozenset({"avoids"})
"""Lines of a score's trace that name others without their being published."""
PUBLIC_LEVELS = frozenset(
    {"posts_filled", "composite", "applied", "required", "placed", "mutual", "one_sided", "round"}
)
"""The levels whose change a person may read: counts of seats and wishes, which are published, and the sum of
composites."""
PUBLIC_TURNS = frozenset({"floor", "posts_filled", "composite"})
"""What the last step of a change may turn on; whatever comes behind equal composites would give away votes."""


def reason_args(reason: Reason, audience: Audience) -> Mapping[str, Argument]:
    """The arguments of a reason that the audience may read."""
    if audience == "office":
        return reason.args
    return {name: value for name, value in reason.args.items() if name in ARGUMENTS}


def may_read_line(line: TraceLine, audience: Audience) -> bool:
    """Whether the audience may read a line of a score's trace."""
    return audience == "office" or line.code not in HIDDEN_TRACE


def may_read_level(level: PriceLevel, audience: Audience) -> bool:
    """Whether the audience may read by how much a level changes."""
    return audience == "office" or level.name in PUBLIC_LEVELS


def may_read_need(one: WouldHave, audience: Audience) -> bool:
    """Whether the audience may read what would have won; not where it gives away another's votes."""
    return audience == "office" or set(one.decided_by) <= PUBLIC_TURNS
