"""Words of the installation without a network; they go into the bundle as a file of its own."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "offline.checking": Entry("正在核对安装包中的每个文件……", "Checking every file of the bundle..."),
    "offline.installing": Entry(
        "文件完好。正在安装到 {folder}，需要几分钟，请不要关闭窗口……",
        "All files are sound. Installing into {folder}; this takes some minutes, please leave the window open...",
    ),
    "offline.installed": Entry(
        "安装完成：定岗工具 {version}。\n打开网页请运行：{start}\n其他命令：{program} --help",
        "Installed: post-allocator {version}.\nTo open the web page run: {start}\nOther commands: {program} --help",
    ),
    "offline.uninstalled": Entry(
        "已卸载，{folder} 已删除。网页所存的数据没有动，默认在 {store}；不再需要时，备份后自行删除该文件夹。",
        "Uninstalled; {folder} is deleted. The data of the web page were left alone, by default in {store}; "
        "delete that folder yourself when it is needed no more.",
    ),
    "offline.nothing_to_remove": Entry(
        "没有可卸载的内容：{folder} 不存在", "nothing to uninstall: there is no {folder}"
    ),
    "offline.spoiled": Entry(
        "安装包不完整或被改动过，没有安装任何内容。有问题的文件：{files}。请重新拷贝或重新解压整个安装包",
        "the bundle is damaged or was changed, nothing was installed; files at fault: {files}; copy or unpack it anew",
    ),
    "offline.other_machine": Entry(
        "这个安装包适用于 {bundle}，本机是 {here}，没有安装任何内容。请换用与本机相符的安装包",
        "this bundle is for {bundle}, this machine is {here}; nothing was installed, take the bundle of this machine",
    ),
    "offline.other_python": Entry(
        "这个安装包需要 64 位的 CPython {pythons}，现在用的是 {here}，没有安装任何内容",
        "this bundle needs a 64-bit CPython {pythons}, this one is {here}; nothing was installed",
    ),
    "offline.old_glibc": Entry(
        "系统的 C 运行库（{here}）太旧，需要 glibc {needed} 或更新的版本，没有安装任何内容",
        "the C library of this system ({here}) is too old, glibc {needed} or later is needed; nothing was installed",
    ),
    "offline.foreign_folder": Entry(
        "{folder} 已经存在，但不是本程序安装的，没有改动。请把它移走或改名后再试",
        "{folder} exists and was not made by this program; it was left alone, move it away and try again",
    ),
    "offline.in_use": Entry(
        "{folder} 正在使用。请先在网页服务的窗口按 Ctrl-C 结束服务，再试一次",
        "{folder} is in use; end the web page with Ctrl-C in its window and try again",
    ),
    "offline.no_venv": Entry(
        "这个 Python 缺少 venv 部分。请由管理员安装完整的 Python（Debian 系统为 python3-venv）",
        "this Python lacks its part venv; have the whole of Python installed (python3-venv on Debian)",
    ),
    "offline.pip_failed": Entry(
        "安装没有成功，原因见上面的英文说明；已恢复到安装之前的状态",
        "the installation failed for the reason above; everything is as it was before",
    ),
    "offline.not_loading": Entry(
        "程序不能在本机运行，已恢复到安装之前的状态：{error}。"
        "Windows 上请先安装 Microsoft Visual C++ 2015-2022 可再发行组件（x64）再试",
        "the program does not run on this machine, everything is as it was before: {error}; "
        "on Windows install the Microsoft Visual C++ 2015-2022 Redistributable (x64) and try again",
    ),
    "offline.no_python": Entry(
        "没有找到合用的 Python，没有安装任何内容。\n"
        "需要 64 位的 CPython {pythons}：请由管理员安装，或把免安装的 Python 放在安装包的 python 文件夹中，再运行。",
        "No Python was found that this bundle can use; nothing was installed.\n"
        "It needs a 64-bit CPython {pythons}: have it installed, or put a portable one into the folder python of the "
        "bundle, and run this again.",
    ),
    "offline.not_installed": Entry(
        "还没有安装：请先运行本文件夹中的 install。", "Not installed yet: run install of this folder first."
    ),
}
