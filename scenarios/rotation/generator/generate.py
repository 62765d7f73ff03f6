"""The recipe of an invented case of exchange and rotation."""

import datetime as dt

from models.rotation.case import RotationCase, RotationInfo
from scenarios.rotation.generator.bonds import avoid, pin, quota_of
from scenarios.rotation.generator.cast import assemble, serve
from scenarios.rotation.generator.layout import Shape, lay_out
from scenarios.rotation.generator.records import exempt, nominate
from scenarios.rotation.generator.wishes import answer, wish

REFERENCE_DATE = dt.date(2025, 7, 1)


def generate(
    people: int,
    units: int,
    seed: str | int,
    *,
    vacancies: int = 5,
    chains: int = 0,
    quota: int | None = 12,
    avoidance_pairs: int | None = None,
    pins: int | None = None,
    reference_date: dt.date = REFERENCE_DATE,
) -> RotationCase:
    """An invented case of exchange and rotation with that many people and units, a valid one.

    The same arguments give the same case on every machine. Tenures are counted to ``reference_date``; some three in
    ten people are due to move by one article or another.

    - ``vacancies``: of 100 seats, how many are free today; more where there are more units than people.
    - ``chains``: how many groups of heads of whom each can be followed only by one other of the group, by specialty;
      half of the groups are cycles, half end at a head's post that is free. As far as there are units for them.
    - ``quota``: exchanges allowed for 100 people, at least one; ``None``: the case gives no quota.
    - ``avoidance_pairs``: pairs of one family; one for 60 people unless given. A third of them share a unit today.
    - ``pins``: decisions of the leadership; one for 100 people unless given. Half of them rule a post out.

    Raises:
        ValueError: when there is nobody, no unit, a negative number, or no share from 0 to 100 (vacancies: to 90).
    """
    if people < 1 or units < 1 or min(chains, avoidance_pairs or 0, pins or 0) < 0:
        raise ValueError("at least one person and one unit, and no negative numbers")
    if not 0 <= vacancies <= 90 or not 0 <= (quota or 0) <= 100:
        raise ValueError("a quota from 0 to 100 and vacancies from 0 to 90 of 100")
    shape = Shape(
        people=people,
        units=units,
        seed=f"rotation|{seed}|{people}|{units}",
        reference_date=reference_date,
        vacancies=vacancies,
        chains=chains,
        quota=quota,
        avoidance_pairs=people // 60 if avoidance_pairs is None else avoidance_pairs,
        pins=people // 100 if pins is None else pins,
    )
    layout = lay_out(shape)
    cast = assemble(shape, layout)
    families = avoid(shape, layout, cast)
    wishes = wish(shape, layout, cast)
    exemptions = exempt(shape, cast)
    settled = {row.person_id for row in exemptions} | {person for pair in families for person in pair.pair}
    return RotationCase(
        case=RotationInfo(
            name=f"云溪市生态环境局 {people} 人 {units} 个单位（模拟 {seed}）",
            reference_date=reference_date,
            lottery_seed=f"云溪公证抽签 {seed}",
            exchange_quota=None if quota is None else quota_of(shape),
        ),
        units=layout.units,
        posts=layout.posts,
        officers=tuple(actor.officer for actor in cast),
        service=serve(shape, layout, cast),
        exemptions=exemptions,
        nominations=nominate(shape, cast),
        avoidances=families,
        pins=pin(shape, layout, cast, settled, wishes),
        wishes=wishes,
        opinions=answer(shape, layout, cast, wishes),
    )
