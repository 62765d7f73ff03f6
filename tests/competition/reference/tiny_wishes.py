"""What people and sections of a tiny case ask for, and what is settled beforehand."""

from typing import Any

from tests.competition.reference.shapes import ALIKE, BALLOTS, FAR_APART, PRESENT, SERVED, Draft


def add_filings(draft: Draft) -> None:
    """Filings for chief posts, within the caps; in later rounds often for a post filed for before."""
    caps = draft.book.get("applications", {}).get("caps", [2, 2, 1])
    keen = draft.shape.keen or ((0, 0, 1) if draft.mode == "far apart" else (0, 1, 2, 2))
    for person in draft.people:
        if person["staffing"] != "administrative":
            continue
        for number, cap in enumerate(caps, start=1):
            wanted = draft.dice.sample(draft.sections, min(cap, len(draft.sections), draft.dice.choice(keen)))
            for choice, section in enumerate(wanted, start=1):
                draft.add(
                    "applications", person_id=person["person_id"], round=number, choice=choice, section_id=section
                )


def add_ballots(draft: Draft) -> None:
    """Votes, for filed posts mostly, some for posts nobody filed for."""
    for group, present in PRESENT.items():
        draft.add("attendance", group=group, present=present)
    filed = {(r["person_id"], r["section_id"]) for r in draft.tables.get("applications", [])}
    written_in = 0.25 if draft.mode == "far apart" and not draft.shape.keen else 0.55
    ballots = {"alike": ALIKE, "far apart": FAR_APART}.get(draft.mode, BALLOTS)
    for person in draft.people:
        if person["staffing"] != "administrative":
            continue
        for section in draft.sections:
            if draft.chance(0.92 if (person["person_id"], section) in filed else written_in):
                for group, votes in zip(PRESENT, draft.serve("ballot", ballots), strict=True):
                    if votes or draft.chance(0.2):
                        draft.add(
                            "ballots", person_id=person["person_id"], section_id=section, group=group, votes=votes
                        )


def add_mutual_choice(draft: Draft) -> None:
    """Filings of clerks and institution staff, and the sections' lists."""
    dice, shape = draft.dice, draft.shape
    rounds, listed, files = dice.choice((1, 2, 2, 3)), dice.choice(shape.listed), dice.choice(shape.files)
    own_listed = draft.chance(0.6)
    for person in draft.people:
        own = person["section_id"]
        for number in range(1, rounds + 1):
            if draft.chance(files):
                section = own if own and draft.chance(shape.own) else dice.choice(draft.sections)
                draft.add("clerk_applications", person_id=person["person_id"], round=number, section_id=section)
    everybody = [person["person_id"] for person in draft.people]
    originals = {s: {p["person_id"] for p in draft.people if p["section_id"] == s} for s in draft.sections}
    for section in draft.sections:
        wanted = [p for p in dice.sample(everybody, len(everybody)) if draft.chance(listed)]
        if not own_listed:
            wanted = [p for p in wanted if p not in originals[section]]
        for order, person in enumerate(wanted, start=1):
            chief = dice.choice(("", dice.choice(everybody)))
            draft.add("picks", section_id=section, person_id=person, order=order * 2, chief_id=chief)


def add_pins(draft: Draft) -> None:
    """One seat assigned now and then, and a few forbidden ones; never one that another rule refuses."""
    dice = draft.dice
    assigned: set[str] = set()
    if draft.trouble(0.25):
        person = dice.choice(draft.people)
        seat = a_seat_for(draft, person)
        if seat is not None:
            assigned.add(person["person_id"])
            add_pin(draft, person["person_id"], *seat, "assign")
    seen = set()
    for _ in range(dice.choice(draft.shape.forbid)):
        person = dice.choice(draft.people)
        name, section = person["person_id"], dice.choice(draft.sections)
        role = "institution" if person["staffing"] == "institution" else "clerk"
        if role == "clerk" and surely_contests(person) and draft.chance(0.5):
            role = "chief"
        if person["fixed"] == "yes" or person["staffing"] == "contract" or name in assigned:
            continue
        if (name, section, role) not in seen:
            seen.add((name, section, role))
            add_pin(draft, name, section, role, "forbid")


def surely_contests(person: dict[str, Any]) -> bool:
    """Whether the person is an incumbent or a candidate whatever years of service the rulebook asks for."""
    served = person["rank"] != "staff" and person["rank_since"] == SERVED[-1]
    return bool(person["chief"] == "yes" or (person["bid"] == "compete" and served))


def a_seat_for(draft: Draft, person: dict[str, Any]) -> tuple[str, str] | None:
    """A section and role the person can be assigned to."""
    held = {p["section_id"] for p in draft.people if p["fixed"] == "yes" and p["chief"] == "yes"}
    if person["fixed"] == "yes" or person["staffing"] == "contract":
        return None
    roles = ["institution"] if person["staffing"] == "institution" else ["clerk", "chief", "chief"]
    role = draft.dice.choice(roles)
    if role == "chief" and not surely_contests(person):
        role = "clerk"
    for section in draft.dice.sample(draft.sections, len(draft.sections)):
        if role == "chief":
            if section not in held:
                return section, role
        elif draft.room[section] > 0 and (section != person["section_id"] or may_keep(draft, section, role)):
            return section, role
    return None


def may_keep(draft: Draft, section: str, role: str) -> bool:
    own = next(row["retain"] for row in draft.tables["sections"] if row["section_id"] == section)
    if role == "clerk" and own:
        return int(own) > 0
    part = "clerks" if role == "clerk" else "institution"
    return int(draft.book.get(part, {}).get("retain", 1)) > 0


def add_pin(draft: Draft, person: str, section: str, role: str, mode: str) -> None:
    draft.add(
        "pins", person_id=person, section_id=section, role=role, mode=mode, reason="settled", authority="the group"
    )


def add_avoidances(draft: Draft) -> None:
    """Pairs that avoid each other, but nobody assigned or fixed beside the other."""
    pinned = {r["person_id"]: r["section_id"] for r in draft.tables.get("pins", []) if r["mode"] == "assign"}
    seats = {p["person_id"]: p["section_id"] for p in draft.people if p["fixed"] == "yes"} | pinned
    names = sorted(person["person_id"] for person in draft.people)
    seen = set()
    for _ in range(draft.dice.choice(draft.shape.avoid)):
        one, other = sorted(draft.dice.sample(names, 2))
        if (one, other) not in seen and (one not in seats or seats[one] != seats.get(other)):
            seen.add((one, other))
            draft.add("avoidances", person_a=other, person_b=one, relation="kin")
