import re

from tests.house.licences import BUNDLED, PAGE, licence_of, page, runtime_packages


def test_the_list_of_licences_is_current():
    """Protects users who redistribute the tool: the list in the tree is what the installed packages say."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_no_runtime_package_is_under_the_gpl_or_agpl():
    """Protects bureaus that may not take strong copyleft code; the Lesser GPL is not meant."""
    strong = {n: licence_of(n) for n in runtime_packages() if re.search(r"(?<!L)A?GPL|Affero", licence_of(n))}
    assert strong == {}


def test_every_runtime_package_states_a_licence():
    assert [name for name in runtime_packages() if licence_of(name) == "not stated"] == []


def test_what_is_bundled_has_its_licence_beside_it():
    """Protects the authors of the font and the script, whose licences must go wherever their work goes."""
    for _, where, licence in BUNDLED:
        work = PAGE.parent / where
        text = work.parent / re.search(r"\((\S+) beside it\)", licence)[1]
        assert work.is_file() and len(text.read_text(encoding="utf-8")) > 400
