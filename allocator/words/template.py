"""What every template says: the guide, the note on each kind of cell."""

from allocator.words._entry import Entry

_GUIDE: tuple[tuple[str, str], ...] = (
    (
        "一、每张工作表是一张表，第一行是列标题，请勿改动标题；红底的列必填，其余可空。",
        "1. Each sheet is one table; its first row holds the headings, which stay as they are. Red ones are required.",
    ),
    (
        "二、以“{mark}”开头的灰色示例行只供参考，读取时自动略过，可保留也可删除。",
        "2. The grey row that begins with “{mark}” is an example; it is passed over when read and may stay or go.",
    ),
    (
        "三、编号按文本填写（007不会变成7），各表中的同一人、同一科室须用同一编号。",
        "3. Ids are text (007 stays 007); a person or section has the same id in every table.",
    ),
    (
        "四、日期写成 2019-07-01；只知道年月时写成 2019-07（按当月1日计）。",
        "4. Write dates as 2019-07-01; where only the month is known, 2019-07 (its first day is taken).",
    ),
    (
        "五、请勿使用公式、合并单元格；分数照实填写，不必四舍五入。",
        "5. No formulas and no merged cells; enter marks as they are, without rounding.",
    ),
    (
        "六、暂时没有数据的表可以留空：数据足够的阶段照常计算，其余阶段会列出缺什么。",
        "6. Tables without data yet may stay empty: stages with enough data are decided, others say what is missing.",
    ),
    (
        "七、填好后先做检查，所有问题会一次列出，并注明表、行、列。",
        "7. Check the file when it is filled in: every problem is listed at once, with table, row and column.",
    ),
)

_KINDS: dict[str, tuple[str, str]] = {
    "id": ("按文本填写，各表须一致。", "Text, the same in every table."),
    "label": ("文本，每位评委一个固定名称。", "Text, one fixed name for each judge."),
    "text": ("文字。", "Text."),
    "code": ("从下拉列表中选择。", "Choose from the list."),
    "group": ("从下拉列表中选择。", "Choose from the list."),
    "yes_no": ("填“是”或“否”，空白按“否”。", "yes or no; empty means no."),
    "date": ("写成 2019-07-01 或 2019-07。", "Write 2019-07-01 or 2019-07."),
    "mark": ("0至100的分数，可带小数。", "A mark from 0 to 100, with decimals if any."),
    "count": ("0或更大的整数。", "A whole number of 0 or more."),
    "ordinal": ("1或更大的整数。", "A whole number of 1 or more."),
    "words": ("文字，几项之间用“；”隔开。", "Text; several with ; between them."),
    "year": ("四位年份，如 2023。", "A year of four digits, such as 2023."),
}

ENTRIES: dict[str, Entry] = {
    "note.required": Entry("必填。", "Required."),
    "note.optional": Entry("可空。", "May stay empty."),
    **{f"guide.{i}": Entry(*lines) for i, lines in enumerate(_GUIDE, start=1)},
    **{f"note.kind.{kind}": Entry(*words) for kind, words in _KINDS.items()},
}
