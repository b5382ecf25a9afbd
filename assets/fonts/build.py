#!/usr/bin/env python3
"""Rebuild the bundled fonts from a folder of downloaded static TTFs.

The TTFs and their licences come from the npm packages @expo-google-fonts/noto-serif-sc,
@expo-google-fonts/noto-sans-sc and @expo-google-fonts/source-serif-4: unpack the three
anywhere below one folder, then

    python build.py FOLDER --unihan Unihan_OtherMappings.txt.bz2

The Unihan file (its kTGH field is the list of the 8,105 standard characters) is part of
the Debian package unicode-data and of unicode.org's Unihan.zip. Needs fonttools.

Three of the Chinese weights are subset to those characters, GB 2312 and common symbols.
Noto Sans SC Regular stays whole, as the last fallback: a rare name typed by staff is never
a box. Source Serif 4 stays whole, because "Source" is a reserved font name.
"""

from __future__ import annotations

import argparse
import bz2
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools import subset
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).resolve().parent
MUST_HAVE = "洛阳瀍涧栾伊龛嵩偃隋坊铭韶菏0129%℃№〇“”‘’…—·、。《》（）：！？①⑳→≥②"
SYMBOLS = "•№℃℉℡™℗←↑→↓↔↕⇒⇔∅−√∞∶≈≠≤≥≦≧■□▲△▼▽◆◇○◎●★☆✓✔✕✗〒㈠㎡㎥㎞㎝㎜㎏㏄￥￡￠"
RANGES: tuple[tuple[int, int], ...] = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x01CD, 0x01DC),  # pinyin vowels
    (0x02C6, 0x02DD),  # spacing modifiers
    (0x2000, 0x206F),  # general punctuation, joiners
    (0x2070, 0x209F),  # superscripts, subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2150, 0x218B),  # fractions, Roman numerals
    (0x2460, 0x24FF),  # enclosed numbers
    (0x2776, 0x277F),  # filled enclosed numbers
    (0x3000, 0x303F),  # CJK punctuation, 〇
    (0x3220, 0x3229),  # ㈠
    (0xFE10, 0xFE1F),  # vertical punctuation
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),  # full-width and half-width forms
)


@dataclass(frozen=True)
class Face:
    """One file of the bundle: where it comes from and what is done with it."""

    source: str
    target: str
    subset: bool


@dataclass(frozen=True)
class Licence:
    """A licence text, with the copyright line that stands in the font itself."""

    package: str
    target: str
    face: str


FACES = (
    Face("NotoSerifSC_900Black.ttf", "NotoSerifSC-Black.ttf", subset=True),
    Face("NotoSerifSC_600SemiBold.ttf", "NotoSerifSC-SemiBold.ttf", subset=True),
    Face("NotoSansSC_400Regular.ttf", "NotoSansSC-Regular.ttf", subset=False),
    Face("NotoSansSC_500Medium.ttf", "NotoSansSC-Medium.ttf", subset=True),
    Face("SourceSerif4_400Regular.ttf", "SourceSerif4-Regular.ttf", subset=False),
    Face("SourceSerif4_600SemiBold.ttf", "SourceSerif4-SemiBold.ttf", subset=False),
)
LICENCES = (
    Licence("noto-serif-sc", "OFL-NotoSerifSC.txt", "NotoSerifSC-Black.ttf"),
    Licence("noto-sans-sc", "OFL-NotoSansSC.txt", "NotoSansSC-Regular.ttf"),
    Licence("source-serif-4", "OFL-SourceSerif4.txt", "SourceSerif4-SemiBold.ttf"),
)


def standard_characters(unihan: Path) -> set[int]:
    """Return the 8,105 characters of 通用规范汉字表 (Unihan field kTGH)."""
    raw = unihan.read_bytes()
    text = (bz2.decompress(raw) if unihan.suffix == ".bz2" else raw).decode("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line.startswith("U+"))
    found = {int(row[0].removeprefix("U+"), 16) for row in rows if row[1] == "kTGH"}
    if len(found) != 8105:
        raise SystemExit(f"{unihan.name}: expected 8105 kTGH characters, found {len(found)}")
    return found


def gb2312_characters() -> Iterator[int]:
    """Yield every character of GB 2312, symbols included."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def wanted_characters(unihan: Path) -> set[int]:
    """Return every code point the subset weights must cover, if the font has it."""
    wanted = standard_characters(unihan) | set(gb2312_characters()) | set(map(ord, SYMBOLS))
    for first, last in RANGES:
        wanted.update(range(first, last + 1))
    return wanted


def find(folder: Path, name: str) -> Path:
    """Return the one file called `name` anywhere below `folder`."""
    found = sorted(path for path in folder.rglob(name) if path.is_file())
    if not found:
        raise SystemExit(f"{name} is not in {folder.name}: unpack the npm package there first")
    return found[0]


def subset_face(source: Path, target: Path, characters: set[int]) -> None:
    """Write `source` to `target` with only `characters`; keep every layout feature."""
    options = subset.Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)


def write_licence(package_folder: Path, face: Path, target: Path) -> None:
    """Copy the licence; put the font's own copyright line first where it differs."""
    text = (package_folder / "LICENSE_FONT").read_text(encoding="utf-8").strip() + "\n"
    with TTFont(face, lazy=True) as font:
        own = str(font["name"].getDebugName(0) or "").strip()
    if own.removeprefix("(c) ").rstrip(".") not in text:
        text = f"{own}\n{text}"
    target.write_text(text, encoding="utf-8")


def check(target: Path) -> str:
    """Return one line about a built face; stop if a needed character or feature is missing."""
    with TTFont(target, lazy=True) as font:
        cmap = font.getBestCmap()
        tables = (font[tag].table for tag in ("GSUB", "GPOS") if tag in font)
        features = {r.FeatureTag for t in tables for r in t.FeatureList.FeatureRecord}
        chinese = target.name.startswith("Noto")
        missing = [c for c in MUST_HAVE if chinese and ord(c) not in cmap]
        feature = "halt" if chinese else "tnum"
        if missing or feature not in features:
            raise SystemExit(f"{target.name}: missing {''.join(missing)} or feature {feature}")
        weight = font["OS/2"].usWeightClass
    size = target.stat().st_size / 1e6
    return f"{target.name:28} {weight}  {len(cmap):6} characters  {size:5.2f} MB  {feature}"


def main(argv: Sequence[str] | None = None) -> int:
    """Command line entry point."""
    summary, _, rest = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=rest, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="folder with the unpacked npm packages")
    parser.add_argument("--unihan", type=Path, required=True, help="Unihan file with kTGH (.bz2)")
    parser.add_argument("--out", type=Path, default=HERE, help="where to write (default: here)")
    args = parser.parse_args(argv)

    args.out.mkdir(parents=True, exist_ok=True)
    characters = wanted_characters(args.unihan)
    for face in FACES:
        source, target = find(args.folder, face.source), args.out / face.target
        if face.subset:
            subset_face(source, target, characters)
        else:
            shutil.copyfile(source, target)
        print(check(target))
    for licence in LICENCES:
        source = find(args.folder, next(f.source for f in FACES if f.target == licence.face))
        package = next(p for p in source.parents if (p / "LICENSE_FONT").is_file())
        write_licence(package, args.out / licence.face, args.out / licence.target)
        print(licence.target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
