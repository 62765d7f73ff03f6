"""What the command line answers to a call it cannot follow."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "usage.missing": Entry("缺少参数：{name}", "missing argument: {name}"),
    "usage.no_such_option": Entry("没有此选项：{name}", "no such option: {name}"),
    "usage.no_such_verb": Entry("没有此命令：{name}", "no such verb: {name}"),
    "usage.no_value": Entry("选项 {name} 后面应有一个值", "option {name} needs a value"),
    "usage.bad_value": Entry("{name} 的值不对，应为：{detail}", "bad value for {name}; expected: {detail}"),
    "usage.other": Entry("用法有误：{detail}", "usage error: {detail}"),
    "usage.see_help": Entry("说明见：{command} --help", "for help: {command} --help"),
    "usage.number": Entry("允许范围内的数", "a number within its limits"),
    "usage.csv_or_json": Entry(
        "--output 的文件名须以 .csv 或 .json 结尾", "the file of --output must end in .csv or .json"
    ),
    "usage.as_kept_xlsx": Entry("--as-kept 的文件名须以 .xlsx 结尾", "the file of --as-kept must end in .xlsx"),
    "usage.as_kept_alone": Entry(
        "--as-kept 只写出练习用的工作簿，不能与 --output 合用",
        "--as-kept only writes the workbook to practise on and does not go with --output",
    ),
    "usage.section_needs_person": Entry("--section 须与 --person 合用", "--section is used together with --person"),
    "usage.stage_needs_given": Entry(
        "单独进行后面的阶段时，须用 --given 给出前面阶段的结果",
        "a later stage alone needs --given with the earlier stages' placements",
    ),
    "usage.nothing_before_chiefs": Entry(
        "科长竞岗之前没有别的阶段，不能用 --given", "no stage comes before the chiefs, so --given has nothing to give"
    ),
    "usage.trace_is_for_rules": Entry(
        "--trace 只用于 --method rules（最优方案没有逐步程序）",
        "--trace is used with --method rules only, which alone has steps",
    ),
    "usage.not_a_folder": Entry("{path} 是文件，不能作为结果文件夹", "{path} is a file, not a folder for results"),
    "usage.folder_called_like_file": Entry(
        "{path} 看似{suffix}文件；结果写入文件夹，请给出文件夹名",
        "{path} looks like a {suffix} file; results go into a folder, so name a folder",
    ),
    "usage.empty_seed": Entry("--seed 不能为空", "--seed must not be empty"),
    "usage.as_kept_not_here": Entry(
        "--as-kept 只用于竞争轮岗的示例局", "--as-kept is for the competition's embedded bureau"
    ),
    "usage.no_such_exercise": Entry(
        "没有此事项：{name}；可用的有：{known}", "no such exercise: {name}; there are: {known}"
    ),
    "usage.option_of_another": Entry(
        "选项 {option} 不用于事项 {exercise}", "option {option} is not for the exercise {exercise}"
    ),
    "usage.no_verb_here": Entry("事项 {exercise} 没有命令 {verb}", "the exercise {exercise} has no verb {verb}"),
    "usage.person_missing": Entry("缺少参数：PERSON", "missing argument: PERSON"),
    "usage.person_or_post": Entry("请给出人员编号，或用 --post 给出岗位", "name a person, or a post with --post"),
    "usage.no_stages_here": Entry(
        "事项 {exercise} 不分阶段，不能用 --stage", "the exercise {exercise} has no stages, so --stage is not for it"
    ),
    "usage.nothing_given_here": Entry(
        "事项 {exercise} 没有前面的阶段，不能用 --given",
        "no stage comes before the exercise {exercise}, so --given has nothing to give",
    ),
    "usage.no_proof_here": Entry(
        "事项 {exercise} 的方案不附证明文件", "outcomes of the exercise {exercise} come without a proof"
    ),
    "usage.more_people_than_units": Entry("人数不得少于单位数", "there must be at least as many people as units"),
    "usage.more_people_than_sections": Entry("人数不得少于科室数", "there must be at least as many people as sections"),
}
