"""Words of the solver: what is wrong with a problem given as arrays, and how far the search is."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "fault.problem_file": Entry(
        "无法读取该问题文件（{reason}）。请提供用 numpy 保存的 .npz 文件，不得含有对象数组。",
        "The problem file cannot be read ({reason}). Give an .npz file saved by numpy, without object arrays.",
    ),
    "fault.problem_too_large": Entry(
        "该问题文件解压后超过 {limit} 字节，不予读取。请拆分或缩小问题。",
        "Unpacked, the problem file exceeds {limit} bytes and is not read. Split the problem or make it smaller.",
    ),
    "fault.problem_missing": Entry(
        "问题文件缺少数组“{array}”，请补齐。", "The problem file lacks the array “{array}”; add it."
    ),
    "fault.problem_unknown": Entry(
        "问题文件中有未知数组“{array}”，请删除或改正其名称。",
        "The problem file has an unknown array “{array}”; remove it or correct its name.",
    ),
    "fault.problem_dtype": Entry(
        "数组“{array}”的类型为 {dtype}，应为 64 位整数。",
        "The array “{array}” has the type {dtype}; 64-bit integers are expected.",
    ),
    "fault.problem_shape": Entry(
        "数组“{array}”的形状为 {found}，应为 {expected}。",
        "The array “{array}” has the shape {found}; {expected} is expected.",
    ),
    "fault.problem_empty_column": Entry(
        "第 {column} 列的下界大于上界，没有可取的值（列号从 0 起）。",
        "Column {column} has a lower bound above its upper bound and so no value (columns count from 0).",
    ),
    "fault.problem_indptr": Entry(
        "数组 indptr 应从 0 起、不减、并以 data 的长度结束。",
        "The array indptr must begin with 0, never decrease, and end with the length of data.",
    ),
    "fault.problem_indices": Entry(
        "数组 indices 中有不存在的列号，应在 0 与 {columns} 之间（不含 {columns}）。",
        "The array indices names a column that does not exist; numbers from 0 to below {columns} are expected.",
    ),
    "fault.problem_sense": Entry(
        "目标方向“{sense}”无法识别，应为 max 或 min。",
        "The sense “{sense}” of a level is not known; max or min is expected.",
    ),
    "fault.problem_level_names": Entry("各层目标的名称不得重复。", "The names of the levels must differ."),
    "fault.problem_overflow_column": Entry(
        "第 {index} 列的数值可能达到 2 的 62 次方，超出精确整数的范围（编号从 0 起）。请缩小系数或上下界。",
        "The column {index} (from 0) could reach 2 to the power of 62, beyond exact integers. Use smaller numbers.",
    ),
    "fault.problem_overflow_row": Entry(
        "第 {index} 行的数值可能达到 2 的 62 次方，超出精确整数的范围（编号从 0 起）。请缩小系数或上下界。",
        "The row {index} (from 0) could reach 2 to the power of 62, beyond exact integers. Use smaller numbers.",
    ),
    "fault.problem_overflow_level": Entry(
        "第 {index} 层目标的数值可能达到 2 的 62 次方，超出精确整数的范围（编号从 0 起）。请缩小系数或上下界。",
        "The level {index} (from 0) could reach 2 to the power of 62, beyond exact integers. Use smaller numbers.",
    ),
    "fault.problem_model": Entry("求解器拒绝该模型：{reason}", "The solver refuses the model: {reason}"),
    "progress.level": Entry(
        "{stage}　{level}　当前值 {best}　界 {bound}　{elapsed} 秒",
        "{stage}  {level}  best {best}  bound {bound}  {elapsed} s",
    ),
}
