"""The font of the PDF papers, taken from Debian's collection: ``python -m tests.house.font [COLLECTION.ttc]``.

Everything the Chinese face encodes is kept but the Korean letters, so every ideograph stays; the other languages' own
shapes and the vertical layout go. fontTools comes with the extra ``batch``.
"""

import sys
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection  # type: ignore[import-untyped]

COLLECTION = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
TARGET = Path(__file__).parents[2] / "allocator/papers/fonts/NotoSerifCJKsc-Regular.otf"
FACE = "Noto Serif CJK SC"
KOREAN = (range(0x1100, 0x1200), range(0x3130, 0x3190), range(0xA960, 0xA980), range(0xAC00, 0xD800))


def make(collection: Path, target: Path) -> int:
    """Writes the font and returns how many characters it draws."""
    faces = TTCollection(str(collection), lazy=True).fonts
    face = next(one for one in faces if one["name"].getDebugName(1) == FACE)
    kept = [code for code in face.getBestCmap() if not any(code in block for block in KOREAN)]
    options = subset.Options(layout_features=["kern"], hinting=False, legacy_cmap=False, notdef_outline=True)
    options.layout_scripts = ["DFLT", "hani", "latn"]
    options.name_IDs = options.name_languages = ["*"]
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=kept)
    cutter.subset(face)
    face.recalcTimestamp = False
    face.save(str(target))
    return len(kept)


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else COLLECTION, TARGET)
