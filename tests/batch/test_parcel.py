"""What leaves the house holds nobody's name, and what comes back is what would have been made at home."""

import csv
import json
from pathlib import Path

import pytest

from allocator.batch import Settings, book_of, plan, work
from allocator.batch.anonymised import Codes, packed
from allocator.batch.cluster import read_and_pack
from allocator.batch.remote import Order, do_orders
from models.competition.case import Case
from models.competition.filings import Decision
from models.competition.rulebook import RecommendationRules, Rulebook, Target
from scenarios import CURATED, curated_folder, embedded, embedded_folder, generate
from tests.competition.reference import tiny


def local_and_far(path: Path, **settings):
    """The finished runs of a case made here, and made from its parcel."""
    chosen = Settings(keep_outcomes=True, **settings)
    found = []
    for unit in plan([path], chosen).units:
        home, parcel = read_and_pack(unit)
        (answer,) = do_orders([Order(parcel, tuple(run.method for run in unit.runs), None)])
        found.append((list(work(unit)), home.received(answer, chosen.versions)))
    return found


def assert_same(path: Path, **settings) -> None:
    for here, away in local_and_far(path, **settings):
        for one, other in zip(here, away, strict=True):
            assert one.outcome is not None
            assert (one.run, one.outcome, one.record.found) == (other.run, other.outcome, other.record.found)


@pytest.mark.parametrize("index", [*range(8), *(pytest.param(i, marks=pytest.mark.exhaustive) for i in range(8, 300))])
def test_tiny_cases_come_back_byte_for_byte(tmp_path, index):
    """Protects the promise that a cluster changes no result: ties, draws, pins and avoidances included."""
    assert_same(tiny.write(index, tmp_path / "case"))


@pytest.mark.parametrize("folder", [embedded_folder(), *map(curated_folder, CURATED)], ids=lambda path: path.name)
def test_the_sample_cases_come_back_byte_for_byte(folder):
    assert_same(folder)


def test_a_draw_given_by_hand_comes_back_with_its_warning():
    assert_same(embedded_folder(), seed="published later")


BOOK = """
[recommendation.weights]
"局领导班子" = "0.5"
"全体职工" = "0.5"
[[institution.composition]]
attribute = "specialty"
values = ["会计", "法律"]
[[institution.composition]]
attribute = "proficiency"
values = ["熟练"]
"""


def own_words(folder: Path) -> Path:
    """The embedded case in the words of a rulebook of its own: voter groups, specialties, proficiencies."""
    folder.mkdir()
    groups = {"leaders": "局领导班子", "staff": "全体职工"}
    for path in embedded_folder().glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        if "group" in rows[0] or "类别" in rows[0]:
            column = "group" if "group" in rows[0] else "类别"
            rows = [row for row in rows if row[column] in groups or row[column] in ("局领导", "其他行政编制人员")]
            for row in rows:
                row[column] = groups.get(row[column], {"局领导": "局领导班子"}.get(row[column], "全体职工"))
        if path.stem == "people":
            for number, row in enumerate(rows):
                row["specialty"] = ("会计", "法律", "园林", "")[number % 4]
                row["proficiency"] = ("熟练", "", "一般")[number % 3]
        with (folder / path.name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


def test_a_rulebooks_own_words_are_coded_and_decide_the_same(tmp_path):
    """Voter groups, specialties and proficiencies of a bureau's own travel as codes, and targets still find them."""
    folder = own_words(tmp_path / "case")
    (tmp_path / "own.toml").write_text(BOOK, encoding="utf-8")
    book = book_of(tmp_path / "own.toml")
    assert_same(folder, books=(book,))
    _, parcel = read_and_pack(plan([folder], Settings(books=(book,))).units[0])
    for word in ("局领导班子", "全体职工", "会计", "法律", "园林", "熟练", "一般", "bureau"):
        assert word not in json.dumps([json.loads(part) for part in parcel], ensure_ascii=False)


def texts(value) -> set[str]:
    """Every text anywhere in a value, the names of fields apart."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return set().union(*map(texts, value.values()), *(texts(key) for key in value))
    return set().union(*map(texts, value)) if isinstance(value, list | tuple) else set()


def telling(case: Case) -> set[str]:
    """Everything in a case that names or describes somebody or something."""
    found = {case.case.name, case.case.lottery_seed or case.case.name}
    for person in case.people:
        found |= {person.person_id, person.name, person.specialty, person.proficiency, person.home_unit}
    found |= {text for section in case.sections for text in (section.section_id, section.name)}
    found |= {row.judge for row in case.speeches} | {row.relation for row in case.avoidances}
    found |= {text for pin in case.pins for text in (pin.reason, pin.authority)}
    return {text for text in found if text}


@pytest.mark.parametrize("made", [embedded(), generate(60, 10, "private")], ids=["embedded", "generated"])
def test_nothing_that_travels_tells_who_it_is_about(made):
    """Protects the people of a bureau: no name, id, free text, seed or decision is in the parcel."""
    first = made.people[0]
    decision = Decision(
        person_id=first.person_id, section_id=made.sections[0].section_id, role="clerk", document="秘〔1〕号"
    )
    parcel = packed(Codes(made.model_copy(update={"decisions": (decision,)}), Rulebook(), "the seed"))
    travelling = texts([json.loads(part) for part in parcel])
    assert travelling & telling(made) == set()
    assert {"the seed", "秘〔1〕号", "bureau-rotation"} & travelling == set()


def test_codes_keep_the_order_of_ids():
    """Ids of every length and script sort as their codes do, since ids end the last ties."""
    book = Rulebook(
        recommendation=RecommendationRules(weights={"b": "0.5", "a": "0.5"}),
        institution=Rulebook().institution.model_copy(
            update={"composition": (Target(attribute="specialty", values=("z", "y")),)}
        ),
    )
    codes = Codes(generate(120, 12, "order"), book, "s")
    for mapping in (codes.people, codes.sections, codes.judges, codes.groups, codes.texts):
        assert [mapping[key] for key in sorted(mapping)] == sorted(mapping.values())
        assert len(set(mapping.values())) == len(mapping)


def test_a_parcel_that_finds_no_stage_ready_comes_back_as_the_same_failure(tmp_path):
    folder = tiny.write(0, tmp_path / "case")
    for table in ("exams", "appraisals", "reviews"):
        (folder / f"{table}.csv").unlink(missing_ok=True)
    for here, away in local_and_far(folder):
        assert [done.record.found for done in here] == [done.record.found for done in away]
        assert {done.record.found["error"] for done in here} == {"stage_not_ready"}


def test_answers_of_another_version_are_not_taken(tmp_path):
    """Protects a batch from workers that were installed at another time."""
    (unit,) = plan([tiny.write(3, tmp_path / "case")], Settings()).units
    home, parcel = read_and_pack(unit)
    (answer,) = do_orders([Order(parcel, ("rules", "optimal"), None)])
    found = home.received(answer, ("another", "9.15.6755"))
    assert {done.record.found["error"] for done in found} == {"other_version"}
