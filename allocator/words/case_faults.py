"""Faults of a case's contents that every exercise can have: what is wrong, and what is expected instead."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "fault.more_of_the_same": Entry(
        "此列另有{count}处同样的问题（{code}），未逐一列出",
        "{count} more faults of this kind ({code}) in this column are not listed",
    ),
    "fault.table_without_rows": Entry(
        "此表没有任何数据行，请至少填写一行", "this table has no rows; it needs at least one"
    ),
    "fault.duplicate_avoidance": Entry(
        "回避关系（{key}）与第{first_row}行重复（不分先后），每对只登记一次",
        "the avoidance pair {key} stands in row {first_row} already, in either order; each pair is recorded once",
    ),
    "fault.avoidance_of_oneself": Entry(
        "回避关系的双方是同一人（{person_id}），应为两个不同的人",
        "both sides of the avoidance pair are {person_id}; two different people are expected",
    ),
    "fault.reference_date_impossible": Entry(
        "基准日期不合理，年份应在{earliest}至{latest}之间",
        "this cannot be the reference date; a year from {earliest} to {latest} is expected",
    ),
}
