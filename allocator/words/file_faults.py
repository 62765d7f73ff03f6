"""Faults of files, tables, headings and cells, of rulebooks and outcomes: what is expected and what to do."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "fault.path_missing": Entry("找不到该文件或文件夹，请核对路径", "there is no such file or folder; check the path"),
    "fault.directory_for_file": Entry(
        "此处应为文件，却是一个文件夹；请将该文件夹改名或移走，换成文件",
        "a folder stands where a file is expected; move it away and put the file in its place",
    ),
    "fault.not_a_file": Entry(
        "不是普通文件（可能是设备或管道），请指定普通文件",
        "this is no ordinary file but a device or pipe; name an ordinary file",
    ),
    "fault.file_unreadable": Entry("无法打开，请检查权限或磁盘", "it cannot be opened; check permissions and the disk"),
    "fault.file_too_large": Entry(
        "文件超过{limit}MB，请拆分或删除无关内容",
        "the file is larger than {limit} MB; remove what does not belong to the case",
    ),
    "fault.case_format": Entry(
        "无法识别的格式“{suffix}”，方案应为文件夹（csv或工作簿）、工作簿（.xlsx、.xls、.xlsb、.ods、.et）或.json",
        "“{suffix}” is no format of a case; expected a folder of csv files or workbooks, a workbook (.xlsx, .xls, "
        ".xlsb, .ods, .et) or a .json",
    ),
    "fault.folder_without_tables": Entry(
        "文件夹中没有任何表格文件（如 人员.csv），请核对路径",
        "the folder holds no table (such as people.csv); check the path",
    ),
    "fault.table_missing": Entry("缺少必需的表“{name}”，请补上", "the required table {name} is missing; add it"),
    "fault.table_twice": Entry(
        "同一张表出现两次：“{first}”和“{second}”，请只保留一份",
        "one table stands twice, as “{first}” and as “{second}”; keep one of them",
    ),
    "fault.table_mistyped": Entry(
        "表名疑似写错，是否应为“{nearest}”？请改正；与本方案无关的表请另取名称",
        "this name looks like a mistyped “{nearest}”; correct it, or rename the table if it is something else",
    ),
    "fault.table_not_csv": Entry(
        "文件夹中的表须为csv文件，请另存为csv", "in a folder every table is a csv file; save this one as csv"
    ),
    "fault.too_many_rows": Entry("数据超过{limit}行，请拆分方案", "there are more than {limit} rows; split the case"),
    "fault.encoding_broken": Entry(
        "此行附近有损坏的UTF-8字符，请从原始文件重新另存为“CSV UTF-8”",
        "there are damaged UTF-8 characters near this row; save the original anew as “CSV UTF-8”",
    ),
    "fault.encoding_unknown": Entry(
        "既不是UTF-8也不是GB18030编码，请另存为“CSV UTF-8”",
        "the file is neither UTF-8 nor GB18030; save it as “CSV UTF-8”",
    ),
    "fault.nul_byte": Entry(
        "含有空字节，不是文本文件，请从原始文件重新另存为csv",
        "there is a NUL byte, so this is no text; save the original anew as csv",
    ),
    "fault.csv_quotes": Entry(
        "引号不成对（可能文件被截断），请检查此行及之后的引号",
        "a quotation mark is not closed or stands in the wrong place (is the file cut off?); check from this row on",
    ),
    "fault.too_many_cells": Entry(
        "此行有{cells}个单元格，多于{headings}个列标题，请检查逗号或补上列标题",
        "the row reaches cell {cells}, but there are {headings} headings; check the commas or add the heading",
    ),
    "fault.workbook_protected": Entry(
        "工作簿有密码保护，请取消密码后重新保存", "the workbook is protected by a password; remove it and save again"
    ),
    "fault.workbook_macros": Entry(
        "工作簿含有宏，请另存为不含宏的.xlsx", "the workbook may hold macros; save it as .xlsx without them"
    ),
    "fault.workbook_damaged": Entry(
        "工作簿已损坏或不完整，请用Excel打开后重新保存",
        "the workbook is damaged or cut off; open it in Excel and save it again",
    ),
    "fault.workbook_swells": Entry(
        "工作簿解压后过大（超过{limit}MB或压缩比异常），已拒绝打开",
        "unpacked, the workbook would be over {limit} MB or many times its size; it is refused",
    ),
    "fault.workbook_entities": Entry(
        "工作簿内含外部或自定义实体声明，已拒绝打开；请用Excel重新保存",
        "the workbook declares document types or entities and is refused; save it anew in Excel",
    ),
    "fault.sheet_too_large": Entry(
        "工作表范围过大，请删除远处的空白行列或过长的文字",
        "the sheet reaches too far; delete distant rows and columns and overlong texts",
    ),
    "fault.formula_cell": Entry(
        "单元格{cell}是公式，请用“选择性粘贴－数值”改为数值",
        "cell {cell} holds a formula; paste its value in its place",
    ),
    "fault.error_cell": Entry("单元格{cell}是错误值，请改正", "cell {cell} holds an error value; correct it"),
    "fault.merged_cells": Entry(
        "{cells}是合并单元格，请取消合并并逐格填写", "{cells} are merged; unmerge them and fill in every cell"
    ),
    "fault.json_encoding": Entry("JSON文件须为UTF-8编码", "a JSON file must be in UTF-8; save it so"),
    "fault.json_syntax": Entry(
        "不是正确的JSON：第{line}行第{position}列处有误（可能文件被截断）",
        "this is no JSON: see line {line}, position {position} (is the file cut off?)",
    ),
    "fault.json_depth": Entry(
        "JSON嵌套过深，请按格式重新生成", "the JSON is nested too deeply; make it anew in the format of a case"
    ),
    "fault.json_key_twice": Entry(
        "同一对象中键“{key}”出现两次，请只保留一个", "the key “{key}” stands twice in one object; keep one"
    ),
    "fault.json_shape": Entry(
        "JSON文件最外层应为一个对象，以表名为键（case、people等）",
        "the JSON file must hold one object with the tables by name (case, people, …)",
    ),
    "fault.json_table": Entry(
        "“{name}”的结构不对：各表应为对象的列表，case应为一个对象",
        "“{name}” has the wrong shape: a table is a list of objects, and case is one object",
    ),
    "fault.json_row": Entry("此行应为一个对象（列名：值）", "each row must be an object of column names and values"),
    "fault.json_cell": Entry(
        "此处应为单个值，不能是列表或对象", "a single value is expected here, not a list or object"
    ),
    "fault.headings_missing": Entry(
        "第一行应为列标题，却没有一个认得的列标题，请在第一行填写列标题",
        "the first row must hold the headings, but none of them is known; put the headings there",
    ),
    "fault.heading_empty": Entry(
        "第{position}列有内容但没有列标题，请补上或删除该列",
        "column {position} has cells but no heading; add the heading or delete the column",
    ),
    "fault.heading_twice": Entry(
        "此列与“{first}”是同一项，请只保留一列", "this is the same column as “{first}”; keep one of them"
    ),
    "fault.heading_mistyped": Entry(
        "列标题疑似写错，是否应为“{nearest}”？请改正；无关的列请另取名称",
        "this heading looks like a mistyped “{nearest}”; correct it, or rename the column if it is something else",
    ),
    "fault.column_missing": Entry(
        "缺少必填的列“{expected}”，请补上", "the required column {expected} is missing; add it"
    ),
    "fault.case_key_missing": Entry(
        "方案表缺少“{key}”一行，请补上", "the table of the case lacks the row {key}; add it"
    ),
    "fault.case_key_twice": Entry(
        "此项在方案表中出现两次，请只保留一行", "this stands twice in the table of the case; keep one row"
    ),
    "fault.case_other_exercise": Entry(
        "事项与所用的表不符，请写竞争轮岗或交流轮岗，并使用该事项的表",
        "the exercise does not fit the tables; name the one whose tables these are",
    ),
    "fault.case_key_mistyped": Entry(
        "项目名称疑似写错，是否应为“{nearest}”？请改正", "this looks like a mistyped “{nearest}”; correct it"
    ),
    "fault.cell_empty": Entry("此项必填，不能为空", "this must be filled in"),
    "fault.cell_too_long": Entry(
        "单元格有{length}字，超过{limit}字的上限，请缩短（也请检查引号是否成对）",
        "the cell has {length} characters; at most {limit} are allowed (is a quotation mark left open?)",
    ),
    "fault.control_character": Entry(
        "含有看不见的控制字符，请删除后重新输入", "there are invisible or control characters; type the text anew"
    ),
    "fault.text_expected": Entry(
        "应为文字，却是日期或是否值；请将该列设为文本格式后重新输入",
        "text is expected, not a date or a yes/no; format the column as text and type it anew",
    ),
    "fault.id_too_long": Entry(
        "编号被存为数字且超过{digits}位，末尾数字已丢失；请将该列设为文本格式后重新输入",
        "the id is stored as a number of more than {digits} digits, so its end is lost; type it anew as text",
    ),
    "fault.id_not_whole": Entry(
        "编号被存为小数，请将该列设为文本格式后重新输入",
        "the id is stored as a number with a fraction; format the column as text and type it anew",
    ),
    "fault.ids_look_alike": Entry(
        "与第{first_row}行的“{first}”只差空格或全角、半角，请统一写法",
        "this differs from “{first}” in row {first_row} only by spaces or full-width forms; write both alike",
    ),
    "fault.code_unknown": Entry(
        "不认得的填写内容，应为其中之一：{allowed}", "this is not a known word; expected one of: {allowed}"
    ),
    "fault.yes_no_unknown": Entry(
        "应填“是”或“否”（也可填 yes/no、1/0、true/false）", "yes or no is expected (是/否, yes/no, 1/0, true/false)"
    ),
    "fault.date_unknown": Entry(
        "不是认得的日期，请写成 2019-07-01、2019/7/1、2019年7月1日 或 2019.07",
        "this is no known form of a date; write 2019-07-01, 2019/7/1 or 2019.07",
    ),
    "fault.date_impossible": Entry("没有这一天，请核对年月日", "there is no such day; check year, month and day"),
    "fault.date_ambiguous": Entry(
        "“{year}.1”可能是1月，也可能是10月（末尾的0被略去），请写成 {year}-01 或 {year}-10",
        "“{year}.1” may be January or a shortened October; write {year}-01 or {year}-10",
    ),
    "fault.number_unknown": Entry("应为数字", "a number is expected"),
    "fault.number_not_finite": Entry(
        "不是有效的数字，请填实际数值", "this is not a finite number; give the actual one"
    ),
    "fault.number_exponent": Entry(
        "请写成普通小数，不要用科学计数法", "write the number in plain digits, without an exponent"
    ),
    "fault.number_separator": Entry(
        "请去掉千位分隔符，小数点用“.”", "write the number without separators, with a point before decimals"
    ),
    "fault.number_too_long": Entry(
        "数字过长，整数部分最多{digits}位", "the number is too long; at most {digits} digits before the point"
    ),
    "fault.number_not_whole": Entry("应为整数", "a whole number is expected"),
    "fault.number_negative": Entry("不能为负数", "the number must not be negative"),
    "fault.number_below_one": Entry("应为1或更大的整数", "a whole number of 1 or more is expected"),
    "fault.number_too_large": Entry("数值过大，最多为{limit}", "the number is too large; at most {limit} is allowed"),
    "fault.mark_out_of_range": Entry("分数应在0至100之间", "a mark from 0 to 100 is expected"),
    "fault.year_out_of_range": Entry("年度应在{first}至{last}之间", "a year from {first} to {last} is expected"),
    "fault.rulebook_encoding": Entry("规则文件须为UTF-8编码", "a rulebook must be in UTF-8; save it so"),
    "fault.rulebook_syntax": Entry(
        "规则文件不是正确的TOML，请检查此行的写法（同一键也不能写两次）",
        "the rulebook is not sound TOML; check this line (and that no key stands twice)",
    ),
    "fault.rulebook_unknown_key": Entry(
        "规则中没有“{key}”，是否应为“{nearest}”？", "the rulebook has no key {key}; did you mean {nearest}?"
    ),
    "fault.rulebook_missing_key": Entry("缺少“{key}”，请补上", "the key {key} is missing; add it"),
    "fault.rulebook_whole_number": Entry("“{key}”应为整数", "{key} must be a whole number"),
    "fault.rulebook_limit": Entry("“{key}”应{sign}{limit}", "{key} must be {sign} {limit}"),
    "fault.rulebook_choice": Entry("“{key}”应为其中之一：{allowed}", "{key} must be one of: {allowed}"),
    "fault.rulebook_true_false": Entry("“{key}”应为 true 或 false", "{key} must be true or false"),
    "fault.rulebook_text": Entry("“{key}”应为非空的文字", "{key} must be text and not empty"),
    "fault.rulebook_table": Entry("“{key}”应为一组键值", "{key} must be a table of keys and values"),
    "fault.rulebook_list": Entry("“{key}”应为非空的列表", "{key} must be a list and not empty"),
    "fault.rulebook_share": Entry(
        '“{key}”应为0至1之间的小数或分数，如 "0.35" 或 "1/3"',
        '{key} must be an exact decimal or fraction from 0 to 1, like "0.35" or "1/3"',
    ),
    "fault.rulebook_weights_sum": Entry("“{key}”各项权重之和必须等于1", "the weights of {key} must sum to 1"),
    "fault.rulebook_levels": Entry(
        "“{key}”中各目标至少一项，且不得重复", "{key} must name at least one level, each once"
    ),
    "fault.rulebook_target": Entry(
        "“{key}”：年龄用 below，其余属性用 values", "{key}: age takes below, every other attribute takes values"
    ),
    "fault.rulebook_reserved_name": Entry(
        "“{key}”与表中另一列同名，请另取名称",
        "{key} cannot be told from another column of its table; choose another name",
    ),
    "fault.outcome_newer": Entry(
        "由较新版本的程序写出（格式版本{version}，本程序只识别到{known}）；请用该版本或更新的程序打开",
        "written by a newer version of the program (schema {version}, this one knows {known}); open it with that",
    ),
    "fault.outcome_field_missing": Entry(
        "结果文件缺少字段“{field}”，请使用本程序生成的原始文件",
        "the outcome lacks the field {field}; use the file as the program wrote it",
    ),
    "fault.outcome_field_unknown": Entry(
        "结果文件有多余的字段“{field}”，请使用本程序生成的原始文件",
        "the outcome has an unknown field {field}; use the file as the program wrote it",
    ),
    "fault.outcome_value": Entry(
        "结果文件字段“{field}”的值不符合格式，请使用本程序生成的原始文件",
        "the field {field} of the outcome has a value of the wrong form; use the file as the program wrote it",
    ),
    "fault.given_without_decisions": Entry(
        "其中既没有“决定”表，也没有 outcome.json", "it holds neither a table of decisions (决定) nor an outcome.json"
    ),
    "fault.target_is_folder": Entry(
        "目标是一个文件夹，请另取文件名", "a folder has this name already; choose another name for the file"
    ),
    "fault.target_is_file": Entry(
        "已有同名文件，请另取名称或先移走该文件",
        "a file has this name already; choose another name, or move that file away",
    ),
    "fault.target_not_empty": Entry(
        "文件夹已存在且不为空，请另取名称或先清空",
        "the folder exists and is not empty; choose another name or empty it",
    ),
    "fault.target_unwritable": Entry(
        "无法写入，请检查路径、权限和磁盘空间", "it cannot be written; check the path, permissions and free space"
    ),
    "fault.target_format": Entry(
        "不能写成“{suffix}”，请用文件夹名、.xlsx或.json",
        "“{suffix}” cannot be written; name a folder, an .xlsx or a .json",
    ),
    "warning.columns_ignored": Entry(
        "表“{table}”中的下列列未被使用：{columns}", "these columns of {table} are not used: {columns}"
    ),
    "warning.tables_ignored": Entry("下列表未被使用：{tables}", "these tables are not used: {tables}"),
}
