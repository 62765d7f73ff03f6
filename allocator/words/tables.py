"""The words that the files of every exercise share: codes, dates, the guide, and the row that names the exercise.

``table.<table>``, ``column.<table>.<column>``, ``case.<key>`` and ``word.<kind>.<code>`` are the codes of headings and
words in the catalogue; the English word of each is the name the format gives it.
"""

from collections.abc import Mapping

from allocator.words._entry import Entry

EXERCISE_KEY = ("exercise", "事项")
"""The row of the table ``case`` that names the exercise; without it, it is the competition."""
EXERCISES: Mapping[str, str] = {"competition": "竞争轮岗", "rotation": "交流轮岗"}
"""The Chinese name of each exercise."""
CASE_TABLE = ("case", "方案")
"""The names of the table that every case has."""
CASE_HEADINGS: Mapping[str, str] = {"key": "项目", "value": "值"}
"""The Chinese headings of that table."""

SHARED_WORDS: Mapping[str, Mapping[str, str]] = {
    "gender": {"female": "女", "male": "男"},
    "education": {
        "secondary": "高中及以下",
        "college": "大专",
        "bachelor": "本科",
        "master": "硕士",
        "doctor": "博士",
    },
    "mode": {"assign": "指定", "forbid": "排除"},
    "yes_no": {"yes": "是", "no": "否"},
}
"""For each kind of code that several exercises have, the Chinese word of each code."""

DATE_MARKS = ("年", "月", "日")
"""What a Chinese date puts after its numbers."""

GUIDE_SHEET = Entry("填表说明", "Instructions")
"""The sheet or file of a template that explains it; reading passes over it."""

EXAMPLE_MARK = Entry("【示例】", "[EXAMPLE]")
"""What the first cell of a template's example row begins with; reading passes over such rows."""


def entries_of(
    headings: Mapping[str, tuple[str, Mapping[str, str]]],
    case_keys: Mapping[str, str],
    words: Mapping[str, Mapping[str, str]],
) -> dict[str, Entry]:
    """The entries of the tables, columns, rows of the case and codes of an exercise."""
    found: dict[str, Entry] = {}
    for table, (name, columns) in headings.items():
        found[f"table.{table}"] = Entry(name, table)
        found.update({f"column.{table}.{column}": Entry(heading, column) for column, heading in columns.items()})
    found.update({f"case.{key}": Entry(name, key) for key, name in case_keys.items()})
    for kind, codes in words.items():
        found.update({f"word.{kind}.{code}": Entry(word, code) for code, word in codes.items()})
    return found


ENTRIES: dict[str, Entry] = {
    "guide.sheet": GUIDE_SHEET,
    "guide.example": EXAMPLE_MARK,
    f"case.{EXERCISE_KEY[0]}": Entry(EXERCISE_KEY[1], EXERCISE_KEY[0]),
    **{f"exercise.{name}": Entry(word, name) for name, word in EXERCISES.items()},
}
