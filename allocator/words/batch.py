"""Words of batches: their options, their progress, and the summary of many runs."""

from allocator.words._entry import Entry

_HELP: dict[str, Entry] = {
    "help.verb.batch": Entry(
        "成批处理：多个方案 × 多份规则 × 多种方法，可中断后接着做，并汇总",
        "many cases by several rulebooks and methods, resumable, with a summary",
    ),
    "help.argument.cases": Entry(
        "方案（可多个），或装有多个方案的文件夹", "cases, any number, or folders that hold cases"
    ),
    "help.option.batch.method": Entry("方法，用逗号隔开", "the methods, separated by commas"),
    "help.option.batch.rulebook": Entry(
        "规则文件，用逗号隔开；不写则用各方案自带的，没有自带的用内置规则",
        "rulebooks, separated by commas; without it each case's own, else the built-in one",
    ),
    "help.option.batch.output": Entry(
        "结果文件夹；再次使用同一文件夹，只做未完成的",
        "the folder for the results; used again, only what is missing is done",
    ),
    "help.option.batch.time_limit": Entry(
        "每次求解的时限（秒）", "seconds to solve each case; what is best by then is kept"
    ),
    "help.option.processes": Entry("本机同时工作的进程数", "processes on this machine, each with one thread"),
    "help.option.outcomes": Entry("同时保存每次的完整结果", "keep every outcome too"),
    "help.option.scheduler": Entry(
        "dask 调度器的地址；不在本机时须为 tls:// 并给出证书",
        "address of a dask scheduler; tls:// with certificates unless it is on this machine",
    ),
    "help.option.tls_ca": Entry("签发机构的证书文件", "certificate of the authority"),
    "help.option.tls_cert": Entry("本方的证书文件", "own certificate"),
    "help.option.tls_key": Entry("本方证书的私钥文件", "key of the own certificate"),
}

_USAGE: dict[str, Entry] = {
    "usage.batch_method": Entry(
        "--method 应为 rules、optimal，或两者用逗号隔开", "--method is rules, optimal, or both separated by a comma"
    ),
    "usage.batch_folder_in_use": Entry(
        "另一批处理正在使用 {path}，请等它结束或换一个文件夹",
        "another batch is writing into {path}; wait for it or use another folder",
    ),
    "usage.processes_or_scheduler": Entry(
        "--processes 用于本机，--scheduler 用于集群，不能合用",
        "--processes is for this machine and --scheduler for a cluster; use one of them",
    ),
    "usage.tls_together": Entry(
        "--tls-ca、--tls-cert、--tls-key 须一起使用，且与 --scheduler 合用",
        "--tls-ca, --tls-cert and --tls-key are used together, and with --scheduler",
    ),
    "usage.scheduler_address": Entry(
        "--scheduler 应写成 tcp://主机:端口 或 tls://主机:端口",
        "--scheduler is written tcp://HOST:PORT or tls://HOST:PORT",
    ),
    "usage.scheduler_certificates": Entry(
        "tls:// 地址须用 --tls-ca、--tls-cert、--tls-key 给出证书",
        "a tls:// address needs the certificates: --tls-ca, --tls-cert, --tls-key",
    ),
    "usage.scheduler_not_encrypted": Entry(
        "调度器不在本机（127.0.0.1、localhost）时，只允许 tls:// 加密连接",
        "unless the scheduler is on this machine (127.0.0.1, localhost), only tls:// is allowed",
    ),
    "usage.scheduler_extra": Entry(
        "使用 --scheduler 须先安装 dask：pip install 'post-allocator[batch]'",
        "--scheduler needs dask: pip install 'post-allocator[batch]'",
    ),
}

_TOLD: dict[str, Entry] = {
    "batch.planned": Entry("共{rows}次运行，其中{before}次以前已完成", "{rows} runs, {before} of them finished before"),
    "batch.progress": Entry(
        "已完成 {known}/{rows}，其中失败 {failed}，约剩 {left} 秒",
        "{known} of {rows} done, {failed} failed, about {left} s left",
    ),
    "batch.bar": Entry("运行", "runs"),
    "batch.bar_failed": Entry("失败 {failed}", "{failed} failed"),
    "batch.no_parquet": Entry(
        "未安装 pyarrow，只写 csv，不写 Parquet。需要时：pip install 'post-allocator[batch]'",
        "pyarrow is not installed: csv only, no Parquet. To have it: pip install 'post-allocator[batch]'",
    ),
    "batch.failures": Entry(
        "{failed}次运行没有结果，原因见 rows.csv 的 error 列",
        "{failed} runs have no outcome; see the column error of rows.csv",
    ),
    "batch.unproven": Entry("{count}个最优方案未能证明最优", "{count} optima could not be proven"),
    "batch.violated": Entry(
        "{count}次运行的结果未通过复核，请勿使用并转交维护者",
        "{count} outcomes failed their verification; do not use them and pass them on",
    ),
    "batch.nothing_read": Entry("没有一个方案可用。", "not one case could be used."),
    "batch.interrupted": Entry(
        "已中断。已完成的都已保存，再次运行同一命令即接着做。",
        "interrupted. Every finished run is kept; the same command goes on from there.",
    ),
    "batch.scheduler_lost": Entry(
        "与调度器 {address} 连接不上或已断开。已完成的都已保存，再次运行同一命令即接着做。",
        "the scheduler {address} cannot be reached, or no longer. Every finished run is kept; the same command "
        "goes on from there.",
    ),
}

_SUMMARY: dict[str, Entry] = {
    "batch.heading": Entry("成批运行汇总", "Summary of the batch"),
    "batch.advisory": Entry(
        "两种方法都只是建议，由党组决定（第十三条、第十七条）。",
        "Both methods propose only; the party group decides (articles 13 and 17).",
    ),
    "batch.part.all": Entry("总数", "In all"),
    "batch.counts": Entry(
        "运行{rows}次，其中没有结果的{failed}次；最优方案{optimal}个，其中已证明{proven}个；未通过复核的{violated}个。",
        "{rows} runs, {failed} of them without an outcome; {optimal} optima, {proven} of them proven; "
        "{violated} outcomes failed verification.",
    ),
    "batch.part.errors": Entry("没有结果的运行", "Runs without an outcome"),
    "batch.part.served": Entry("意愿与空缺", "Wishes met and vacancies"),
    "batch.wishes_told": Entry(
        "按本人在第几轮申报了所得岗位计；“未申报”指建议岗位、领导组安排等本人没有申报的岗位。不轮岗与指定人员不计。",
        "By the round in which people filed for the seat they got; “not asked for” are write-ins and seats "
        "people were directed to. Fixed and pinned people are left out.",
    ),
    "batch.part.gaps": Entry("两种方法的差距", "Gap between the methods"),
    "batch.gaps_told": Entry(
        "正数表示最优方案更好（越小越好的层已换号）。科员、事业两个阶段各自接着本方法前面的结果，起点不同，故可能为负；"
        "同一阶段中排在前面的层先比，后面的层可能因此变差。",
        "Positive means that the optimum is better, whichever way the level goes. Clerks and institution staff "
        "follow each method's own earlier stages, so these gaps can be negative; and within a stage a level may "
        "give way to one before it.",
    ),
    "batch.part.proofs": Entry("证明最优所用时间（秒）", "Time to proof (seconds)"),
    "batch.proofs_told": Entry("{optimal}个最优方案中{proven}个已证明。", "{proven} of {optimal} optima are proven."),
    "batch.no_proofs": Entry("没有一个最优方案得到证明。", "not one optimum is proven."),
    "batch.part.worst": Entry("最差的几例", "Worst cases"),
    "batch.better": Entry("最优方案更好", "optimum better"),
    "batch.equal": Entry("相同", "equal"),
    "batch.worse": Entry("细则程序更好", "rules better"),
    "batch.wish.round_1": Entry("第1轮申报", "filed in round 1"),
    "batch.wish.round_2": Entry("第2轮申报", "round 2"),
    "batch.wish.round_3_on": Entry("第3轮及以后", "round 3 or later"),
    "batch.wish.none": Entry("未申报", "not asked for"),
    "batch.wish.unplaced": Entry("未定岗", "unplaced"),
    "batch.plot.verdicts": Entry("各层孰优（方案数）", "Which is better, level by level (cases)"),
    "batch.plot.spreads": Entry(
        "各层差距的分布（竖线为零；盒为中间一半，粗线为中位数；每层各自标度）",
        "Spread of the gap, level by level (line: zero; box: middle half; bar: median; own scale each)",
    ),
    "batch.plot.wishes": Entry("意愿满足情况（人次）", "Wishes met (people)"),
    "batch.plot.vacancies": Entry("每个方案的空缺数", "Vacancies of a case"),
    "batch.plot.proofs": Entry("在多少秒内证明了多大比例", "Share proven within so many seconds"),
    "batch.worst.violations": Entry("未通过复核处数", "violations"),
    "batch.worst.unproven": Entry("未证明（秒）", "not proven (seconds)"),
    "batch.worst.proof": Entry("证明最慢（秒）", "slowest proof (seconds)"),
    "batch.worst.unplaced": Entry("未定岗人数最多", "most people unplaced"),
    "batch.worst.vacancies": Entry("空缺最多", "most vacancies"),
    "batch.worst.placed_gap": Entry("两种方法定岗人数相差最多", "people placed: largest difference of the methods"),
    "batch.error.of_case": Entry("输入有误，用 check 命令可列出全部", "a fault of the case; the verb check lists all"),
    "batch.error.internal": Entry("程序内部错误，请转交维护者", "an internal error; please pass it on"),
    "batch.error.worker_died": Entry(
        "工作进程中途终止（多为内存不足），已试过两次",
        "the process working on it died, twice (mostly for want of memory)",
    ),
    "batch.error.case_changed": Entry("处理期间文件被改动，请重新运行", "the files changed meanwhile; run it again"),
    "batch.error.other_version": Entry(
        "集群上装的是另一版本，请统一版本", "the cluster has another version installed; use the same"
    ),
}

_HEADS: dict[str, Entry] = {
    f"batch.head.{name}": Entry(zh, en)
    for name, zh, en in (
        ("error", "错误代码", "error"),
        ("runs", "运行次数", "runs"),
        ("first_case", "首例", "first case"),
        ("meaning", "说明", "meaning"),
        ("rulebook", "规则", "rulebook"),
        ("method", "方法", "method"),
        ("stage", "阶段", "stage"),
        ("level", "层", "level"),
        ("people", "人数", "people"),
        ("placed", "已定岗", "placed"),
        ("unplaced", "未定岗", "unplaced"),
        ("round_1", "第1轮", "round 1"),
        ("round_2", "第2轮", "round 2"),
        ("round_3_on", "第3轮起", "round 3 on"),
        ("no_wish", "未申报", "not asked"),
        ("vacant_chiefs", "科长空缺", "vacant chiefs"),
        ("vacant_seats", "其他空缺", "other vacancies"),
        ("ties", "待确认并列", "ties"),
        ("better", "更好", "better"),
        ("equal", "相同", "equal"),
        ("worse", "较差", "worse"),
        ("least", "最小", "least"),
        ("low", "下四分位", "lower quartile"),
        ("middle", "中位数", "median"),
        ("high", "上四分位", "upper quartile"),
        ("greatest", "最大", "greatest"),
        ("measure", "指标", "measure"),
        ("value", "数值", "value"),
        ("case", "方案", "case"),
    )
}

ENTRIES: dict[str, Entry] = {**_HELP, **_USAGE, **_TOLD, **_SUMMARY, **_HEADS}
