"""Words of the verbs that serve the web page and look after its store."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "help.verb.serve": Entry(
        "在本机浏览器中使用：打开方案、运算、登记决定、下载材料",
        "the web page of this machine: cases, runs, decisions, papers",
    ),
    "help.argument.serve.case": Entry(
        "启动时打开的方案（可不填）：CSV 文件夹、.xlsx 或 .json",
        "a case to open at the start, if any: a folder of CSV files, an .xlsx or a .json",
    ),
    "help.option.port": Entry("端口，默认由系统选一个空闲的", "the port; a free one where none is named"),
    "help.option.store": Entry("保存方案、运算和决定的数据文件", "the file that keeps cases, runs and decisions"),
    "help.option.operator": Entry(
        "操作人姓名，写入每条记录；默认为登录名",
        "the operator's name on every record; the login name where none is given",
    ),
    "serve.open": Entry(
        "请在本机浏览器中打开（只能用一次）：{address}", "Open in a browser of this machine (good once): {address}"
    ),
    "serve.store": Entry("数据保存在 {path}", "data are kept in {path}"),
    "serve.how_to_end": Entry(
        "按 Ctrl-C 结束服务；按回车键取得新的地址", "Ctrl-C ends the server; Enter prints a new address"
    ),
    "serve.not_installed": Entry(
        "网页所需的软件包不全，请重新安装本工具。",
        "packages that the web page needs are missing; install the tool anew",
    ),
    "serve.port_taken": Entry("端口 {port} 已被占用或不能使用", "port {port} is taken or may not be used"),
    "help.verb.store": Entry(
        "查看网页所存的方案和运算，导出一个人的数据，或彻底删除",
        "what the web page keeps: list it, export one person's data, purge a case or a run",
    ),
    "help.argument.store.action": Entry(
        "list 列出；purge 彻底删除；export 导出一个人的数据", "list, purge, or export one person's data"
    ),
    "help.argument.store.target": Entry("方案或运算的编号", "the id of a case or a run"),
    "help.option.store.person": Entry("人员编号（export 必填）", "the person's id (export)"),
    "help.option.store.output": Entry(
        "导出到的文件；默认显示在屏幕上", "the file to export to; the screen if none is named"
    ),
    "help.option.store.store_file": Entry(
        "保存方案、运算和决定的数据文件", "the file that keeps cases, runs and decisions"
    ),
    "store.purged": Entry("已彻底删除 {target}", "{target} was deleted for good"),
    "store.purged_later": Entry(
        "已删除 {target}；另有程序正打开着数据文件，文件中的旧内容在它关闭后才会清除",
        "{target} was deleted; another program has the store open, and the old bytes stay in it until it is closed",
    ),
    "usage.not_a_store": Entry(
        "{path} 不是本程序的数据文件，没有改动；请用 --store 另指定一个文件",
        "{path} is not a store of this program and was left as it is; name another file with --store",
    ),
    "usage.store_arguments": Entry(
        "用法：store list；store purge 编号；store export 方案编号 --person 人员编号",
        "use: store list; store purge ID; store export CASE-ID --person ID",
    ),
    "usage.no_store": Entry("没有数据文件 {path}", "there is no store at {path}"),
    "usage.not_in_store": Entry(
        "没有编号为 {target} 的方案、运算或人员", "there is no case, run or person for {target}"
    ),
    "usage.store_in_use": Entry(
        "另一个服务正在使用 {path}；请先结束它，或用 --store 另指定一个文件",
        "another server is using {path}; end it first, or name another file with --store",
    ),
    "usage.empty_operator": Entry("--operator 不能为空", "--operator must not be empty"),
}
