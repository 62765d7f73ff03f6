"""Fixed people, chiefs and pins: whatever cannot hold together is named at its row."""

import pytest

from allocator.files.draft import draft_of
from models.common.avoidance import Avoidance
from models.competition.rulebook import Rulebook
from models.competition.sections import Section
from tests.competition import builders as b
from tests.competition.check.build import faults, people, sound, with_rows


def pinned(*pins, **changes):
    return faults(with_rows(draft_of(sound(**changes)), "pins", *pins))


def test_a_fixed_person_needs_a_section():
    assert faults(sound(people=people(b.person("f", fixed=True)))) == [
        ("fixed_without_section", "people", 6, "section_id", "")
    ]


def test_contract_staff_marked_fixed_need_none():
    assert faults(sound(people=people(b.person("f", staffing="contract", fixed=True)))) == []


@pytest.mark.parametrize("staffing", ["administrative", "institution"])
def test_two_fixed_chiefs_of_either_staffing(staffing):
    two = [
        b.person("f", staffing="institution", section="s3", fixed=True, chief=True),
        b.person("g", staffing=staffing, section="s3", fixed=True, chief=True),
    ]
    assert faults(sound(people=people(*two))) == [("two_fixed_chiefs", "people", 7, "chief", "yes")]


def test_two_present_administrative_chiefs():
    """A fixed administrative chief is a present chief too; one of the institution staff is not."""
    assert faults(sound(people=people(b.incumbent("f", "s1", fixed=True)))) == [
        ("two_present_chiefs", "people", 6, "chief", "yes")
    ]
    outsider = b.person("f", staffing="institution", section="s1", fixed=True, chief=True)
    assert faults(sound(people=people(outsider))) == []


def test_fixed_people_over_the_headcount():
    """The chief post is not theirs: a headcount of 2 has one seat, whoever is chief."""
    crowd = [b.person(f, section="s4", fixed=True) for f in ("f", "g")]
    sections = [*sound().sections, Section(section_id="s4", name="s4", headcount=2)]
    assert faults(sound(people=people(*crowd), sections=sections)) == [
        ("fixed_over_seats", "sections", 5, "headcount", "2")
    ]
    crowd[0] = b.person("f", section="s4", fixed=True, chief=True)
    assert faults(sound(people=people(*crowd), sections=sections)) == []


FIXED = b.person("f", section="s3", fixed=True)
FIXED_CHIEF = b.person("k", section="s3", fixed=True, chief=True)

PINS = {
    "twice the same": ([b.pin("c", "s2", "clerk")] * 2, ("duplicate_pin", 3, "role", "clerk")),
    "assigned and forbidden": (
        [b.pin("c", "s2", "clerk"), b.pin("c", "s2", "clerk", "forbid")],
        ("pin_contradiction", 3, "mode", "forbid"),
    ),
    "assigned two seats": (
        [b.pin("c", "s2", "clerk"), b.pin("c", "s3", "clerk")],
        ("pin_assigned_twice", 3, "section_id", "s3"),
    ),
    "the post of a fixed chief": ([b.pin("a", "s3", "chief")], ("pin_on_held_post", 2, "section_id", "s3")),
    "a fixed person": ([b.pin("f", "s3", "clerk")], ("pin_on_fixed", 2, "person_id", "f")),
    "a fixed person, forbidden": ([b.pin("f", "s2", "clerk", "forbid")], ("pin_on_fixed", 2, "person_id", "f")),
    "an institution chief": ([b.pin("i", "s1", "chief")], ("pin_against_staffing", 2, "role", "chief")),
    "an institution clerk": ([b.pin("i", "s1", "clerk")], ("pin_against_staffing", 2, "role", "clerk")),
    "a clerk among institution staff": (
        [b.pin("c", "s1", "institution", "forbid")],
        ("pin_against_staffing", 2, "role", "institution"),
    ),
    "contract staff": ([b.pin("t", "s1", "clerk")], ("pin_against_staffing", 2, "role", "clerk")),
    "an ordinary clerk as chief": ([b.pin("c", "s1", "chief")], ("pin_against_track", 2, "role", "chief")),
}


@pytest.mark.parametrize("name", PINS)
def test_one_pin_too_many(name):
    """Each of these pins is refused at its row, once."""
    pins, (code, row, column, value) = PINS[name]
    everybody = people(FIXED, FIXED_CHIEF, b.person("t", staffing="contract"))
    assert pinned(*pins, people=everybody) == [(code, "pins", row, column, value)]


TOGETHER = {
    "two chiefs": ("pin_two_chiefs", "s2", [b.pin("a", "s2", "chief"), b.pin("b", "s2", "chief")]),
    "over the seats": ("pin_over_seats", "s3", [b.pin("c", "s3", "clerk"), b.pin("d", "s3", "clerk")]),
    "over retention": ("pin_over_retention", "s1", [b.pin("a", "s1", "clerk"), b.pin("c", "s1", "clerk")]),
}


@pytest.mark.parametrize("name", TOGETHER)
@pytest.mark.parametrize("turned", [False, True])
def test_pins_that_do_not_fit_together_are_all_named(name, turned):
    """Protects from blaming whichever row comes last: any of them may be the one, whatever their order."""
    code, section, pins = TOGETHER[name]
    everybody = people(FIXED, FIXED_CHIEF)
    found = pinned(*(pins[::-1] if turned else pins), people=everybody)
    assert found == [(code, "pins", row, "section_id", section) for row in (2, 3)]


def test_a_section_may_keep_more_than_the_rulebook_says():
    sections = [Section(section_id="s1", name="s1", headcount=3, retain=2), *sound().sections[1:]]
    pins = [b.pin("a", "s1", "clerk"), b.pin("c", "s1", "clerk")]
    assert pinned(*pins, sections=sections) == []


def test_institution_staff_have_their_own_cap():
    """Clerks kept do not count against the institution staff kept, and the rulebook's number decides."""
    more = people(b.institution("j", "s3"))
    pins = [b.pin("i", "s3", "institution"), b.pin("j", "s3", "institution")]
    assert pinned(*pins, people=more) == [("pin_over_retention", "pins", row, "section_id", "s3") for row in (2, 3)]
    draft = with_rows(draft_of(sound(people=more)), "pins", *pins)
    assert faults(draft, Rulebook(institution={"retain": 2})) == []


@pytest.mark.parametrize(
    ("pins", "pair", "row", "who"),
    [
        ([b.pin("c", "s3", "clerk")], ("c", "f"), 2, "c"),
        ([b.pin("c", "s2", "clerk"), b.pin("a", "s2", "chief")], ("c", "a"), 2, "c"),
        ([b.pin("a", "s2", "chief"), b.pin("c", "s2", "clerk")], ("c", "a"), 3, "c"),
    ],
)
def test_pins_that_bring_an_avoidance_pair_together(pins, pair, row, who):
    draft = with_rows(draft_of(sound(people=people(FIXED))), "pins", *pins)
    draft = with_rows(draft, "avoidances", Avoidance(person_a=pair[0], person_b=pair[1]))
    assert faults(draft) == [("pin_against_avoidance", "pins", row, "person_id", who)]


def test_fitting_pins_are_sound():
    """Being an entrant is not required of a pinned chief, nor consent of pinned institution staff."""
    everybody = people(b.candidate("b", "s2", cleared=False), b.institution("i", "s3", consent=False))
    pins = [b.pin("b", "s2", "chief"), b.pin("i", "s1", "institution"), b.pin("d", "s1", "clerk", "forbid")]
    assert pinned(*pins, people=everybody) == []
