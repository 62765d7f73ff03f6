"""A case of the brute force as the product's."""

from allocator.rotation.roster import Roster
from models.common.avoidance import Avoidance
from models.common.outcome import Draw
from models.rotation.case import RotationCase, RotationInfo
from models.rotation.rulebook import RotationRulebook
from models.rotation.tables import (
    Exemption,
    Nomination,
    Officer,
    Post,
    PostPin,
    Service,
    Unit,
    UnitOpinion,
    Wish,
)
from tests.rotation.reference.case import Case

DECIDED = {"reason": "on record", "authority": "party group"}


def roster_of(case: Case) -> Roster:
    """The case with the default rulebook and its draw."""
    info = RotationInfo(
        name=case.name,
        reference_date=case.reference_date,
        lottery_seed=case.seed or None,
        exchange_quota=case.exchange_quota,
    )
    made = RotationCase(
        case=info,
        units=tuple(Unit(unit_id=u.unit_id, name=u.unit_id) for u in case.units),
        posts=tuple(Post(**{**vars(p), "name": p.post_id}) for p in case.posts),
        officers=tuple(
            Officer(**{**vars(o), "name": o.person_id, "specialty": o.specialty or None}) for o in case.officers
        ),
        service=tuple(
            Service(person_id=s.person_id, unit_id=s.unit_id, start=s.since, end=s.until) for s in case.service
        ),
        exemptions=tuple(Exemption(**vars(e), **DECIDED) for e in case.exemptions),
        nominations=tuple(Nomination(**vars(n), **DECIDED) for n in case.nominations),
        avoidances=tuple(Avoidance(person_a=a, person_b=b) for a, b in case.avoidances),
        pins=tuple(PostPin(**vars(p), **DECIDED) for p in case.pins),
        wishes=tuple(Wish(**vars(w)) for w in case.wishes),
        opinions=tuple(UnitOpinion(**vars(o)) for o in case.opinions),
    )
    seed = made.case.lottery_seed
    draw = Draw(seed=seed or made.case.name, source="case" if seed else "default")
    return Roster(made, RotationRulebook(), draw)
