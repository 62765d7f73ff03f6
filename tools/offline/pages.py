"""What is read beside the program: the manuals as pages for any browser, and the licences out of the wheels."""

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from markdown_it import MarkdownIt

from tools.offline.wheels import Wheel

LICENCE = re.compile(r"(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
LOOK = (
    "body{max-width:52em;margin:2em auto;padding:0 1em;line-height:1.7;color:#222;background:#fff;"
    'font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}'
    "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2em .6em;text-align:left;vertical-align:top}"
    "pre,code{background:#f2f2f2}pre{padding:.6em;overflow-x:auto}img{max-width:100%;border:1px solid #999}"
)


def html_pages(docs: Path) -> dict[str, bytes]:
    """Each manual as one page, and the pictures they show; links between manuals lead to the pages."""
    pages = {path.stem: path for path in sorted(docs.glob("*.md"))}
    files: dict[str, bytes] = {}
    for name, path in pages.items():
        text = path.read_text(encoding="utf-8")
        title = next((line[2:] for line in text.splitlines() if line.startswith("# ")), name)
        body = MarkdownIt("commonmark").enable("table").render(text)
        body = re.sub(r'<a href="([^"]*)">(.*?)</a>', lambda found: _link(found, pages), body, flags=re.DOTALL)
        lang = "zh-CN" if name.endswith("-zh") else "en"
        head = f'<meta charset="utf-8"><title>{title}</title><style>{LOOK}</style>'
        files[f"docs/{name}.html"] = f'<!doctype html><html lang="{lang}"><head>{head}</head>{body}</html>\n'.encode()
    files |= {f"docs/images/{p.name}": p.read_bytes() for p in sorted((docs / "images").glob("*.png"))}
    return files


def _link(found: re.Match[str], pages: dict[str, Path]) -> str:
    """A link to a page of the bundle; of any other only the words."""
    target, _, place = found[1].partition("#")
    stem = PurePosixPath(target).stem
    if target != f"{stem}.md" or stem not in pages:
        return found[2]
    return f'<a href="{stem}.html{"#" + place if place else ""}">{found[2]}</a>'


def licence_files(wheels: Iterable[Wheel]) -> dict[str, bytes]:
    """The licence texts that each wheel brings."""
    files: dict[str, bytes] = {}
    for wheel in wheels:
        with zipfile.ZipFile(wheel.path) as archive:
            for name in archive.namelist():
                parts = PurePosixPath(name).parts
                if (
                    not name.endswith("/")
                    and len(parts) > 1
                    and parts[0].endswith(".dist-info")
                    and LICENCE.search(parts[-1])
                ):
                    files["/".join(["licences", f"{wheel.name}-{wheel.version}", *parts[1:]])] = archive.read(name)
    return files
