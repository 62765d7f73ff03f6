"""The people of a tiny case and their marks."""

from tests.competition.reference.shapes import BORN, MARKS, SATISFACTION, SERVED, SPEECHES, Draft


def add_people(draft: Draft) -> None:
    dice, shape = draft.dice, draft.shape
    count, entrants = dice.choice(shape.people), dice.choice(shape.entrants)
    names = [f"{n:02d}" for n in dice.sample(range(1, 60), count)]
    chiefs_of: set[str] = set()
    home = dice.choice(draft.sections)
    for number, name in enumerate(names):
        staffing = "administrative" if number < entrants else dice.choice(shape.staff)
        section = dice.choice([*draft.sections, *draft.sections, ""] if draft.chance(0.6) else [home])
        chief = staffing == "administrative" and number <= entrants and section != "" and section not in chiefs_of
        chief = chief and draft.chance(0.6)
        if staffing == "institution" and section != "" and section not in chiefs_of:
            chief = draft.chance(0.06)
        fixed = (
            section != ""
            and (draft.trouble(0.2 if chief else 0.06) or (chief and staffing == "institution"))
            and (chief or draft.room[section] > 0)
        )
        if chief:
            chiefs_of.add(section)
        elif fixed and staffing != "contract":
            draft.room[section] -= 1
        draft.add("people", person_id=name, name=f"Person {name}", staffing=staffing, section_id=section,
                  **standing_of(draft, staffing, number < entrants, chief, fixed))  # fmt: skip


def standing_of(draft: Draft, staffing: str, contender: bool, chief: bool, fixed: bool) -> dict[str, str]:
    """The rest of a person's row."""
    dice = draft.dice
    rank = dice.choice(
        ("head", "head_nominal", "deputy", "deputy_nominal") if contender else ("staff", "staff", "deputy")
    )
    bid = dice.choice(("", "", "", "compete", "withdraw"))
    if contender:
        bid = "withdraw" if draft.trouble(0.1) else "compete"
    return {
        "rank": rank,
        "rank_since": dice.choice(SERVED if draft.trouble(0.3) or not contender else SERVED[-1:]),
        "chief": "yes" if chief else "no",
        "fixed": "yes" if fixed else "no",
        "bid": bid if staffing == "administrative" else "",
        "cleared": "no" if draft.trouble(0.05) else "yes",
        "review": "fail" if draft.trouble(0.05) else "pass",
        "consent": "no" if draft.trouble(0.1) else "yes",
        "gender": dice.choice(("female", "male", "male", "")),
        "birth": dice.choice(BORN),
        "education": dice.choice(("college", "bachelor", "master", "")),
        "proficiency": dice.choice(("skilled", "")),
    }


def add_marks(draft: Draft) -> None:
    """Exam, appraisal, review, speech and satisfaction; now and then a person with nothing but noughts."""
    for person in draft.people:
        name = person["person_id"]
        marks = {"noughts": ("0",), "far apart": ("0", "20", "90")}.get(draft.mode, MARKS)
        exam, appraisal, review = (
            draft.dice.choice(marks) if len(marks) < 4 else draft.serve(part, marks)
            for part in ("exam", "appraisal", "review")
        )
        if draft.trouble(0.1):
            exam = appraisal = review = "0"
        draft.add("exams", person_id=name, aptitude=exam, essay=exam, knowledge=exam)
        heads = dict.fromkeys(("virtue", "ability", "diligence", "results"), appraisal)
        draft.add("appraisals", person_id=name, **heads, integrity=appraisal)
        for year in (2019, 2020, 2021, 2022)[draft.dice.choice((0, 1, 1, 2)) :]:
            draft.add("reviews", person_id=name, year=year, score="100" if year == 2019 else review)
        if person["staffing"] == "administrative":
            for judge, mark in enumerate(draft.serve("speech", SPEECHES), start=1):
                draft.add("speeches", person_id=name, judge=f"J{judge}", score=mark)
            if draft.trouble(0.4):
                happy, basic, bad = draft.dice.choice(SATISFACTION)
                draft.add("satisfaction", person_id=name, satisfied=happy, basic=basic, dissatisfied=bad)
