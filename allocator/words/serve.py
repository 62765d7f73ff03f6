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
        "网页部分没有安装。请执行：pip install 'post-allocator[web]'",
        "the web page is not installed; run: pip install 'post-allocator[web]'",
    ),
    "serve.port_taken": Entry("端口 {port} 已被占用或不能使用", "port {port} is taken or may not be used"),
    "usage.store_in_use": Entry(
        "另一个服务正在使用 {path}；请先结束它，或用 --store 另指定一个文件",
        "another server is using {path}; end it first, or name another file with --store",
    ),
    "usage.empty_operator": Entry("--operator 不能为空", "--operator must not be empty"),
}
