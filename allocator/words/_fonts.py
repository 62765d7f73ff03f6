"""The fonts of official documents, by what they are used for."""

from collections.abc import Mapping

FONTS: Mapping[str, tuple[str, str]] = {
    "title": ("方正小标宋简体", "方正小标宋_GBK,小标宋,华文中宋,宋体"),
    "body": ("仿宋_GB2312", "仿宋,FangSong,华文仿宋"),
    "heading": ("黑体", "SimHei,华文黑体"),
    "status": ("楷体_GB2312", "楷体,KaiTi,华文楷体"),
    "number": ("宋体", "SimSun"),
}
"""For each use in an editable paper, the font the official layout asks for and what stands in for it."""
