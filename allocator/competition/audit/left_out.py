"""Who has no seat and why, and which seats have nobody."""

from collections.abc import Iterator, Mapping

from allocator.competition.audit.board import clerk_reason, institution_reason, institution_staff
from allocator.competition.audit.ledger import Ledger
from allocator.competition.audit.procedure import replayed
from allocator.competition.audit.replay import replay_stage
from allocator.competition.audit.stages import tables_missing
from allocator.competition.audit.violation import Violation, breach, differs
from models.competition.codes import UnplacedReason


def unplaced(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that exactly those without a seat are listed, each with the own track and the reason."""
    expected = expected_unplaced(ledger)
    found = {one.person_id: (i, one) for i, one in enumerate(ledger.outcome.unplaced)}
    for person in sorted(expected.keys() - found.keys()):
        yield breach(None, "unplaced", "audit.unplaced_missing", person_id=person)
    for person, (i, one) in found.items():
        where = f"unplaced[{i}]"
        if person not in expected:
            yield breach(None, f"{where}.person_id", "audit.unplaced_wrongly", person_id=person)
            continue
        if one.track != ledger.facts.track[person]:
            yield differs(None, f"{where}.track", ledger.facts.track[person], one.track)
        if one.reason != expected[person]:
            yield differs(None, f"{where}.reason", expected[person], one.reason)


def expected_unplaced(ledger: Ledger) -> Mapping[str, UnplacedReason]:
    """Everybody whom the stages run or given leave without a seat, with the reason.

    For the procedure by hand, and for given clerks whom it seats alike, the reason is that of the moment; for the
    optimum and for other given seats it is that of the end.
    """
    found: dict[str, UnplacedReason] = {}
    if ledger.reports["clerks"].state in ("run", "given"):
        board = ledger.after("clerks")
        moment = _of_the_moment(ledger) if ledger.outcome.method == "rules" else {}
        found.update({p: moment.get(p, clerk_reason(board)) for p in ledger.clerks if p not in board.seats})
    if ledger.reports["institution"].state in ("run", "given"):
        board = ledger.after("institution")
        found.update({p: institution_reason(board, p, ledger.owing) for p in institution_staff(board)})
    return found


def _of_the_moment(ledger: Ledger) -> Mapping[str, UnplacedReason]:
    """The reasons of clerks whom the procedure leaves out, where the outcome seats the same people as it does."""
    if ledger.ran("clerks"):
        return replayed(ledger)["clerks"].left_out
    if tables_missing(ledger.facts, "clerks"):
        return {}
    by_hand = replay_stage(ledger.facts, "clerks", ledger.before("clerks"))
    seats = {person: taken.section for person, taken in by_hand.seats.items()}
    return by_hand.left_out if seats == {row.person: row.section for row in ledger.decided("clerks")} else {}


def vacancies(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that exactly the free seats are listed: the chief post nobody holds, and every other seat."""
    board = ledger.after("institution")
    expected = {(s, "chief"): 1 for s in ledger.facts.sections if not board.chiefs.get(s)}
    expected.update({(s, "clerk"): free for s, free in board.free.items() if free > 0})
    found = {(one.section_id, one.role): (i, one.count) for i, one in enumerate(ledger.outcome.vacancies)}
    for section, role in sorted(expected.keys() - found.keys()):
        yield breach(None, "vacancies", "audit.vacancy_missing", section_id=section, role=role)
    for key, (i, count) in found.items():
        if key not in expected:
            yield breach(None, f"vacancies[{i}].section_id", "audit.vacancy_wrongly", section_id=key[0], role=key[1])
        elif count != expected[key]:
            yield differs(None, f"vacancies[{i}].count", expected[key], count)
