"""Specimens of faults of rulebooks, beside a valid case."""

from tests.bad_input.corpus import Specimen, unedited
from tests.bad_input.raw_case import FORMS


def of(code: str, column: str | None, text: str, row: int | None = None, note: str = "") -> Specimen:
    return Specimen(code, "rulebook.toml", row, column, unedited, FORMS, note, rulebook=text)


RULEBOOKS = [
    of("rulebook_syntax", None, "[clerks]\nretain = = 2\n", 2),
    of("rulebook_syntax", None, "[clerks]\nretain = 1\nretain = 2\n", 3, "key-twice"),
    of("rulebook_syntax", None, "deep = " + "[" * 5_000, None, "depth"),
    of("rulebook_unknown_key", "clerk", "[clerk]\nretain = 2\n"),
    of("rulebook_unknown_key", "clerks.retian", "[clerks]\nretian = 2\n", note="inner"),
    of("rulebook_unknown_key", "eligibility.years.chief", "[eligibility.years]\nchief = 2\n", note="rank"),
    of("rulebook_missing_key", "institution.composition[1].attribute", "[[institution.composition]]\nbelow = 35\n"),
    of("rulebook_whole_number", "clerks.retain", "[clerks]\nretain = 1.5\n"),
    of("rulebook_whole_number", "quantification.bonus.head", "[quantification]\nbonus = { head = nan }\n", note="nan"),
    of("rulebook_limit", "rounding.decimals", "[rounding]\ndecimals = 4\n"),
    of("rulebook_limit", "applications.caps[2]", "[applications]\ncaps = [2, 0]\n", note="cap"),
    of("rulebook_choice", "applications.reading", "[applications]\nreading = 'last'\n"),
    of(
        "rulebook_choice",
        "institution.composition[1].values",
        "[[institution.composition]]\nattribute = 'gender'\nvalues = ['woman']\n",
        note="target",
    ),
    of("rulebook_true_false", "institution.required", "[institution]\nrequired = 'yes'\n"),
    of("rulebook_text", "name", "name = ''\n"),
    of("rulebook_table", "exam", "exam = 3\n"),
    of("rulebook_list", "applications.caps", "[applications]\ncaps = []\n"),
    of("rulebook_list", "objective.clerks", "[objective]\nclerks = 'placed'\n", note="text"),
    of("rulebook_share", "recommendation.floor", "[recommendation]\nfloor = '3/2'\n"),
    of("rulebook_share", "exam.weights.essay", "[exam.weights]\nessay = '1e999999999'\n", note="exponent"),
    of("rulebook_weights_sum", "exam.weights", "[exam.weights]\naptitude = '0.5'\nessay = 0.6\n"),
    of("rulebook_levels", "objective.chiefs", "[objective]\nchiefs = ['lot', 'lot']\n"),
    of("rulebook_target", "institution.composition[1]", "[[institution.composition]]\nattribute = 'age'\n"),
    of("rulebook_reserved_name", "exam.weights.人员编号", "[exam.weights]\n'人员编号' = '1'\n"),
]
