"""A proposal told in the fields of an outcome, to be laid beside the product's.

`choice` and `objected` are told of pinned moves too, as they are on record.
"""

from typing import Any

from tests.rotation.reference import optimum, procedure
from tests.rotation.reference.case import Case
from tests.rotation.reference.duties import duties
from tests.rotation.reference.handover import steps
from tests.rotation.reference.optimum import Proposal
from tests.rotation.reference.plans import Plan
from tests.rotation.reference.unmet import unmet


def outcome(case: Case, method: str) -> dict[str, Any]:
    """The outcome of `rules` or `optimal`."""
    return told(case, procedure.solve(case) if method == "rules" else optimum.solve(case))


def told(case: Case, proposal: Proposal) -> dict[str, Any]:
    """Levels, unique, ties, moves and unmet."""
    return {
        "levels": proposal.levels,
        "unique": proposal.unique,
        "ties": [{"person_id": person, "fates": list(fates)} for person, fates in sorted(proposal.ties.items())],
        "moves": moves(case, proposal.plan),
        "unmet": [
            {
                "person_id": row.person_id,
                "duty": row.duty.name,
                "articles": list(row.duty.articles),
                "overdue": row.duty.overdue,
                "instead": row.instead,
                "reason": row.reason,
            }
            for row in unmet(case, proposal.plan)
        ],
    }


def moves(case: Case, plan: Plan) -> list[dict[str, Any]]:
    """Everybody who moves, by person_id."""
    owed = duties(case)
    numbers = steps(case, plan)
    return [
        {
            "person_id": person,
            "from_post": case.today[person],
            "to_post": plan[person],
            "kind": case.move_of(person, plan[person]),
            "duty": owed[person].name,
            "articles": list(owed[person].articles),
            "overdue": owed[person].overdue,
            "choice": case.choices.get((person, plan[person])),
            "objected": case.objected(person, plan[person]),
            "basis": "pinned" if person in case.assigned else "proposed",
            "chain": numbers[person][0],
            "step": numbers[person][1],
        }
        for person in sorted(numbers)
    ]
