"""Readings: what was done between a cell as it stands and the value used, and the faults where that cannot be told."""

from allocator.words._entry import Entry

_KINDS: dict[str, Entry] = {
    "title_rows": Entry("表头之上的标题行未作数据", "rows above the headings were left out"),
    "heading_rows": Entry("表头有两行，合并读取", "the heading has two rows, read as one"),
    "heading_text": Entry("表头中的空格、换行或括注已略去", "spaces, breaks or remarks in a heading were left out"),
    "heading_again": Entry("重复出现的表头行未作数据", "a heading that stands again was left out"),
    "blank_rows": Entry("数据中间的空行已跳过", "blank rows among the data were passed over"),
    "total_rows": Entry("合计、平均等汇总行未作数据", "rows of totals or averages were left out"),
    "note_rows": Entry("表下的注释、签字行未作数据", "notes and signature lines below the data were left out"),
    "sheet_name": Entry("表名中的编号或“表”等字样已略去", "a number or word around a table's name was left out"),
    "utf_16": Entry("文件为UTF-16编码，已照此读取", "the file is in UTF-16 and was read as such"),
    "hidden_rows": Entry("含有隐藏的行，已照常读取", "there are hidden rows; they were read like the others"),
    "hidden_columns": Entry("含有隐藏的列，已照常读取", "there are hidden columns; they were read like the others"),
    "hidden_sheet": Entry("工作表是隐藏的，已照常读取", "the sheet is hidden; it was read like the others"),
    "hidden_filter": Entry("设有筛选，被筛掉的行也已读取", "a filter is set; rows it hides were read too"),
    "wide_judges": Entry("一名评委一列，已转为一行一个得分", "one column a judge, laid out as one row a mark"),
    "wide_groups": Entry("一个类别一列，已转为一行一个类别", "one column a group, laid out as one row a group"),
    "wide_years": Entry("一个年度一列，已转为一行一个年度", "one column a year, laid out as one row a year"),
    "wide_rounds": Entry("一轮一列，已转为一行一轮", "one column a round, laid out as one row a round"),
    "wide_choices": Entry("一个志愿一列，已转为一行一个志愿", "one column a choice, laid out as one row a choice"),
    "padded": Entry("按单元格显示的补零读取", "read with the zeros that the cell shows"),
    "hidden_digits": Entry(
        "单元格显示的小数位较少，按实际存储的数值读取", "the cell shows fewer decimals; the stored number is used"
    ),
    "thousands": Entry("数字中的千位分隔符已略去", "the separators of thousands were left out"),
    "percent": Entry("百分数按所见读取（85.7%读作85.7）", "a percentage was read as it is seen (85.7 % is 85.7)"),
    "unit": Entry("数字后的单位已略去", "the unit behind a number was left out"),
    "ordinal": Entry("“第一”“一”等读作数字", "an ordinal in words was read as a number"),
    "spelling": Entry("前后空格或全角字符已化为常规写法", "spaces around or full-width forms were made ordinary"),
    "lost_zeros": Entry(
        "编号缺少前面的零，已按唯一相符的编号读取",
        "zeros in front of an id are missing; the only id that fits was taken",
    ),
    "name": Entry("填的是名称，已按唯一相符的编号读取", "a name stands for an id; the only one that fits was taken"),
    "ticks": Entry("打勾、打叉或有、无读作是、否", "ticks, crosses and the like were read as yes or no"),
    "grade": Entry("考核等次按规则手册换为分数", "grades were turned into marks by the rulebook's table"),
    "absent_zero": Entry("缺考等按规则手册计零分", "absences count 0, as the rulebook says"),
    "absent_empty": Entry("“/”“—”等读作空白", "a dash or the like was read as empty"),
    "digits_date": Entry("八位或六位数字读作日期", "six or eight digits were read as a date"),
    "short_year": Entry("两位年份按唯一可能的世纪读取", "a year of two digits was read in the only century possible"),
    "small_mark": Entry(
        "不足1分的分数按原样采用；若本是百分数，请写明%",
        "a mark below 1 was taken as it stands; if it is a share, write the sign",
    ),
    "mapping": Entry("按对照表改换了表头或表名", "a heading or table name was changed as the mapping says"),
    "date_in_text": Entry("从文字中读出日期", "a date was read out of the text around it"),
}

ENTRIES: dict[str, Entry] = {
    **{f"reading.kind.{kind}": entry for kind, entry in _KINDS.items()},
    "check.readings": Entry("读取方式（{count}项，请逐项确认）", "Readings ({count}, please confirm each)"),
    "check.reading": Entry("读取方式", "reading"),
    "check.cells": Entry("单元格数", "cells"),
    "check.example": Entry("示例位置", "example at"),
    "check.seen": Entry("原样", "as it stands"),
    "check.used": Entry("读作", "read as"),
    "reading.used.yes": Entry("是", "yes"),
    "reading.used.no": Entry("否", "no"),
    "fault.reading_refused": Entry(
        "要求原样读取（--strict），但此处须作“{reading}”：{where}的“{seen}”读作“{used}”，共{cells}处；请改表，或去掉--strict",
        "the input is to be taken as it stands (--strict), but here: {reading}; at {where} “{seen}” is read as "
        "“{used}”, {cells} cells in all; change the sheet, or leave out --strict",
    ),
    "fault.headings_twice": Entry(
        "第{first}行和第{second}行都像表头，请只保留一行",
        "both row {first} and row {second} could be the heading; keep one of them",
    ),
    "fault.wide_heading_unknown": Entry(
        "一列一个评委、类别、年度或轮次的表中有不认识的列，可能是其中之一，也可能与此无关；请改正列标题，或删去此列",
        "a table with a column a judge, group, year or round has a column that is not recognised: it may be one of "
        "them or something else; correct its heading or take it out",
    ),
    "fault.data_above_heading": Entry(
        "表头之上有像数据的行，可能是标题，也可能是漏在表头之外的数据；请移到表头之下或删去",
        "a row above the headings looks like data: it may be a title or a row of the table; move it or take it out",
    ),
    "fault.table_not_recognised": Entry(
        "此表可能是“{nearest}”，而方案中没有该表；请改名为“{nearest}”，与方案无关的表请另取名称",
        "this may be the table “{nearest}”, which the case does not have; call it so, or otherwise if it is none",
    ),
    "fault.heading_weight": Entry(
        "表头写明占{given}，规则手册为{expected}；请改正其中之一",
        "the heading gives the weight {given}, the rulebook {expected}; correct one of them",
    ),
    "fault.number_format": Entry(
        "单元格{cell}的数字格式“{format}”使所见与所存（{stored}）不同，无法判断以何为准；请改为常规格式后核对",
        "the number format “{format}” of cell {cell} shows something else than the stored {stored}; which is meant "
        "cannot be told; set the format to general and check the number",
    ),
    "fault.marks_in_hundredths": Entry(
        "此列有{count}个分数不超过1，可能是{value}分，也可能是百分数（{hundredfold}）；请改为百分制的分数，或写成带%的百分数",
        "{count} marks of this column are not above 1: {value} may be the mark, or a share that means {hundredfold}; "
        "give marks from 0 to 100, or write percentages with their sign",
    ),
    "fault.grade_without_mark": Entry(
        "此列填的是等次（{words}，共{count}处），规则手册没有规定折算分数；"
        '请在规则手册中写明，例如 [review] 下写 grades = {{ "优秀" = 95, "称职" = 85 }}，或改填分数',
        "the column holds grades ({words}; {count} cells), for which the rulebook has no marks; write them there: "
        '[review] with grades = {{ "优秀" = 95, "称职" = 85 }}, or give marks instead',
    ),
    "fault.absent_undecided": Entry(
        "此列有{count}处注明缺考等（{words}），规则手册没有规定如何计分；"
        '请在规则手册中写明 [exam] absent = "zero"（计零分），或改填分数',
        "{count} cells note an absence ({words}), and the rulebook does not say what it counts; write [exam] absent = "
        '"zero" there if it is 0, or give the marks',
    ),
    "fault.absent_unread": Entry(
        "此列有{count}处注明缺席等（{words}），不能读作分数；没有的分数请留出该行或填实际分数",
        "{count} cells note an absence ({words}), which is no mark; leave the row out where there is none",
    ),
    "fault.circle_and_tick": Entry(
        "此列既有“√”又有“○”（{count}处），“○”可能表示是，也可能表示否；请统一填“是”或“否”",
        "the column holds both ticks and circles ({count}), so a circle may mean yes or no; write 是 or 否 throughout",
    ),
    "fault.ids_as_numbers": Entry(
        "此列编号存为数字且位数不一，前面的零可能已丢失：{short}可能就是{short}，也可能是{long}；请将此列设为文本后填写",
        "the ids are kept as numbers of unequal length, so zeros in front may be lost: {short} may be {short} or "
        "{long}; format the column as text and write the ids there",
    ),
    "fault.mapping_unreadable": Entry("对照表不是有效的TOML文件", "the mapping is no sound TOML file"),
    "fault.mapping_unknown": Entry(
        "对照表中没有这样的表或列，是否应为“{nearest}”？",
        "there is no such table or column; should it be “{nearest}”?",
    ),
    "usage.intake_needs_target": Entry(
        "请用-o指定写入的方案文件夹，或用--propose指定对照表文件",
        "name the case folder to write with -o, or a mapping to propose with --propose",
    ),
    "intake.done": Entry(
        "已写入方案：{path}（各数值出处见{origins}）", "wrote the case {path}; {origins} says where each value stood"
    ),
    "intake.proposed": Entry(
        "已写入对照表草稿：{path}。请核对、去掉行首的#后用--mapping读取",
        "wrote a mapping to complete: {path}; check it, take away the # and read with --mapping",
    ),
    "help.verb.intake": Entry(
        "读入单位自己的表格，列出读取方式，写出规范的方案文件夹及各数值的出处",
        "reads a bureau's own sheets, lists how they were read, writes the plain case and where each value stood",
    ),
    "help.argument.intake.files": Entry(
        "工作簿、csv文件或文件夹，可多个", "workbooks, csv files or folders, one or several"
    ),
    "help.option.intake.output": Entry("写入的方案文件夹", "the case folder to write"),
    "help.option.mapping": Entry("本单位表名、列名的对照表（mapping.toml）", "the bureau's own names (mapping.toml)"),
    "help.option.propose": Entry("写出对照表草稿", "write a mapping to complete"),
    "fault.id_unclear": Entry(
        "可能是以下任何一个：{candidates}；请填写编号",
        "this may be any of: {candidates}; give the id",
    ),
}
