"""The recordings of an exhibition: of a form that can be played, called what they are, and not too large.

Only the first bytes are read. A recording that breaks off later is heard as far as it goes.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Final

from kiosk.content.document import Page, Scalar
from kiosk.content.exhibition import Shelf, Text
from kiosk.content.files import Goods, Store
from kiosk.content.pictures import MOST_BYTES, Fault, Finding, bytes_of
from kiosk.content.problems import Code

RECORDINGS: Final = Goods(
    Shelf.AUDIO,
    Text("录音", "recording"),
    "cover-zh.m4a",
    Code.AUDIO_PATH,
    Code.AUDIO_MISSING,
    Code.AUDIO_CASE,
)

FORMS: Final = {
    ".m4a": "M4A",
    ".mp4": "M4A",
    ".mp3": "MP3",
    ".wav": "WAV",
    ".ogg": "OGG",
    ".oga": "OGG",
    ".opus": "OGG",
    ".flac": "FLAC",
}
"""What a file is called, and what it is."""

_HEAD: Final = 12
"""Bytes that tell one form from another."""


def form_of(data: bytes) -> str:
    """What the first bytes say, whatever the file is called; '' for what cannot be played."""
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "WAV"
    if data[4:8] == b"ftyp":
        return "M4A"
    if data[:4] == b"OggS":
        return "OGG"
    if data[:4] == b"fLaC":
        return "FLAC"
    # The frame's sync, then a layer: 01 is MPEG's third, and 00 would be AAC in a stream of its own.
    synced = len(data) > 2 and data[0] == 0xFF and data[1] & 0xE6 == 0xE2
    return "MP3" if synced or data[:3] == b"ID3" else ""


def inspect(path: Path) -> Finding | None:
    """None if it can be played, else what is wrong: a FORMAT fault names the form that the bytes are of."""
    try:
        data = bytes_of(path, _HEAD)
    except FileNotFoundError:
        return Finding(Fault.MISSING)
    except OSError as error:
        return Finding(Fault.UNREADABLE, error.strerror or type(error).__name__)
    if isinstance(data, Finding):
        return data
    form = form_of(data)
    return None if form and form == FORMS.get(path.suffix.lower()) else Finding(Fault.FORMAT, form)


class Archive(Store):
    """`root`: the content folder, resolved."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, RECORDINGS)

    def look(self) -> None:
        """Looks at every recording named and notes what is wrong, at each place that names it."""
        for path, places in self.named.items():
            if finding := inspect(path):
                for page, said in places:
                    _blame_fault(page, said, finding)


def _blame_fault(page: Page, said: Scalar, finding: Finding) -> None:
    name, detail = said.text, finding.detail
    match finding.fault:
        case Fault.IRREGULAR:
            code, zh, en = Code.NOT_A_FILE, f"{name} 不是普通文件。", f"{name} is not a regular file."
            fix_zh, fix_en = "换成一个普通的录音文件。", "Put an ordinary recording in its place."
        case Fault.UNREADABLE:
            code = Code.UNREADABLE
            zh, en = f"打不开 {name}（{detail}）。", f"{name} cannot be opened ({detail})."
            fix_zh, fix_en = "检查文件的权限，或重新复制一份。", "Check who may read it, or copy it anew."
        case Fault.HEAVY:
            most = MOST_BYTES // 1_000_000
            code = Code.AUDIO_TOO_BIG
            zh, en = f"{name} 有 {detail}，最多 {most} MB。", f"{name} has {detail}; {most} MB is the most."
            fix_zh, fix_en = "存成 M4A 或 MP3，会小得多。", "Save it as M4A or MP3: that is far smaller."
        case Fault.FORMAT if detail:
            ending = next(ending for ending, form in FORMS.items() if form == detail)
            right = str(PurePosixPath(name).with_suffix(ending))
            code, zh, en = Code.AUDIO_FORMAT, f"{name} 里面是 {detail}。", f"{name} is {detail} inside."
            fix_zh, fix_en = (
                f"把文件改名为 {right}，这里也写 {right}。",
                f"Rename the file to {right}, and write {right} here.",
            )
        case Fault.FORMAT:
            code = Code.AUDIO_FORMAT
            zh, en = f"{name} 的内容不是能播放的录音。", f"{name} is not a recording that can be played."
            fix_zh, fix_en = (
                "用录音软件另存为 M4A、MP3、WAV、OGG 或 FLAC；改后缀没有用。",
                "Save it as M4A, MP3, WAV, OGG or FLAC; renaming is not enough.",
            )
        case _:
            code, zh, en = Code.AUDIO_MISSING, f"找不到 {name}。", f"{name} is gone."
            fix_zh, fix_en = "把录音放进 audio/。", "Put it in audio/."
    page.blame(code, said.place, Text(zh, en), Text(fix_zh, fix_en))
