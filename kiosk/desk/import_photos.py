"""`kiosk import photos`: what a camera left becomes what the hall shows, and a slide to describe it on.

The originals are only read. Every picture is made in the darkroom, gets a safe name nobody has, and a slide
with its caption, credit and alternative text still empty, where the loader does not look: in a file of its
own, or as comments at the end of a theme. `kiosk check` points at what is empty as soon as it is used.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TextIO, assert_never

from kiosk.content.decode import closest
from kiosk.content.document import Mapping, Node, Scalar, Sequence, read
from kiosk.content.exhibition import Language, Text
from kiosk.content.files import NOBODY_S
from kiosk.content.problems import printable
from kiosk.desk.darkroom import Darkroom, Developed, Fault, Inscription, Refused, form_at, open_original
from kiosk.desk.progress import tracked
from kiosk.desk.writing import write_safely
from kiosk.failure import Failure

SHORTEST: Final = 1920
"""px on the long side: below it a picture is soft on the wall."""
MOST_PHOTOS: Final = 1_000
"""Of one folder."""
LONGEST_NAME: Final = 48
REGISTER: Final = ".imported.json"
"""In photos/: which original became which picture, by SHA-256."""
TO_DESCRIBE: Final = "photos-to-describe.yaml"

RAW: Final = frozenset(
    [
        ".3fr",
        ".arw",
        ".cr2",
        ".cr3",
        ".dng",
        ".erf",
        ".kdc",
        ".mef",
        ".mos",
        ".mrw",
        ".nef",
        ".nrw",
        ".orf",
        ".pef",
        ".raf",
        ".raw",
        ".rw2",
        ".sr2",
        ".srw",
        ".x3f",
    ]
)
PICTURES: Final = RAW | frozenset(
    [
        ".jpg",
        ".jpeg",
        ".jpe",
        ".jfif",
        ".png",
        ".webp",
        ".tif",
        ".tiff",
        ".heic",
        ".heif",
        ".hif",
        ".avif",
        ".gif",
        ".bmp",
        ".svg",
        ".psd",
        ".pdf",
    ]
)
"""Endings of what is meant as a picture; whatever else is no picture inside is passed over."""
NEVER_A_NAME: Final = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names Windows keeps for itself."""


class ImportPhotosError(Failure):
    """Nothing can be imported: the folder, the content or the theme is not there."""


@dataclass(frozen=True, slots=True)
class Brought:
    """An original that is a picture on the shelf now. `known`: since an earlier time."""

    original: Path
    name: str
    developed: Developed | None
    size: int
    known: bool


@dataclass(frozen=True, slots=True)
class Turned:
    """An original that was turned away."""

    original: Path
    refused: Refused


Outcome = Brought | Turned


@dataclass(slots=True)
class Shelf:
    """photos/ of the content, and what lies on it. `register`: SHA-256 of an original → its picture."""

    folder: Path
    names: dict[str, str]
    register: dict[str, str]
    dry: bool

    @classmethod
    def of(cls, content: Path, dry: bool) -> Shelf:
        """Raises ImportPhotosError where the shelf is elsewhere."""
        folder = content / "photos"
        if folder.exists() and not (folder.is_dir() and folder.resolve().is_relative_to(content.resolve())):
            raise ImportPhotosError(
                f"{folder} 应当是内容文件夹里的一个普通文件夹。 / "
                f"{folder} has to be an ordinary folder of the content."
            )
        names = {path.name.casefold(): path.name for path in folder.iterdir()} if folder.is_dir() else {}
        return cls(folder, names, _read_register(folder / REGISTER), dry)

    def known(self, digest: str) -> str | None:
        """The picture that this original became before, if it is still there."""
        return self.names.get(self.register.get(digest, "").casefold())

    def put(self, digest: str, stem: str, data: bytes) -> tuple[str, bool]:
        """The picture's name, and whether the very same picture lay there already. Raises WritingError."""
        same = next((name for name in self.names.values() if _holds(self.folder / name, data)), None)
        name = same or self._free(stem)
        self.names[name.casefold()] = name
        self.register[digest] = name
        if not self.dry:
            self.folder.mkdir(exist_ok=True)
            if not same:
                write_safely(self.folder / name, data)
            kept = json.dumps(self.register, indent=0, sort_keys=True)
            write_safely(self.folder / REGISTER, kept.encode())
        return name, same is not None

    def _free(self, stem: str) -> str:
        if stem:
            tries = (f"{stem}-{number}" if number > 1 else stem for number in range(1, sys.maxsize))
        else:
            tries = (f"photo-{number:03}" for number in range(1, sys.maxsize))
        taken = {Path(name).stem for name in self.names}
        return next(name for name in tries if name not in taken) + ".jpg"


def _read_register(path: Path) -> dict[str, str]:
    """If it is gone or spoilt, equal pictures are still known by their bytes."""
    try:
        found: object = json.loads(path.read_bytes()) if path.is_file() else {}
    except (OSError, ValueError, RecursionError):
        return {}
    entries = found.items() if isinstance(found, dict) else ()
    return {key: value for key, value in entries if isinstance(key, str) and isinstance(value, str)}


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def safe_stem(name: str) -> str:
    """The part of a file's name that may be an id, small ASCII letters, digits and hyphens; perhaps ''."""
    plain = unicodedata.normalize("NFKD", Path(name).stem).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME].strip("-")
    return f"photo-{stem}" if NEVER_A_NAME.fullmatch(stem) else stem


@dataclass(slots=True)
class Notes:
    """Where the slides to describe are written: at the end of `path`, each line behind `prefix`."""

    path: Path
    content: Path
    commented: bool
    dry: bool
    written: int = 0
    mentions: str = field(init=False)

    def __post_init__(self) -> None:
        pages = [self.content / TO_DESCRIBE, *sorted(self.content.glob("themes/*.y*ml"))]
        self.mentions = "\n".join(_text_of(page) for page in pages)

    def add(self, name: str, original: str, inscription: Inscription) -> None:
        """A slide for the picture, unless one names it already. Raises WritingError."""
        if re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w.-])", self.mentions):
            return
        self.mentions += f"\n{name}"
        self.written += 1
        if self.dry:
            return
        before = self.path.read_bytes() if self.path.exists() else HEADING.encode()
        line_end = "\r\n" if b"\r\n" in before else "\n"
        rows = _stub(name, original, inscription, self.commented)
        gap = "" if before.endswith(b"\n") else line_end
        added = gap + line_end + line_end.join(rows) + line_end
        write_safely(self.path, before + added.encode())


HEADING: Final = """\
# 导入的照片，等着写说明。展览不读这个文件，写在这里的不会展出。
# 一张照片一段：填好 caption（图注）、credit（谁拍的）、alt（画面上有什么），zh 写中文，en 写英文；
# 对得上事实台账的，facts 里填上编号。然后把整段剪切到主题文件（themes/ 里）要放的位置，运行 kiosk check。
# 没有填完的，check 会指出是哪一行。全部搬走以后，这个文件可以删掉。
"""


def _stub(name: str, original: str, inscription: Inscription, commented: bool) -> Iterator[str]:
    """A photo slide with nothing to see in it but the picture, under what the camera knew."""
    mark = "# " if commented else ""
    yield f"  # {original}" + (f"，{inscription.taken} 拍摄" if inscription.taken else "")
    said = [
        ("作者", inscription.artist),
        ("版权", inscription.copyright),
        ("说明", inscription.description),
    ]
    found = "；".join(f"{what}：{words}" for what, words in said if words)
    if found:
        yield f"  # 照片里记着——{found}"
    if commented:
        yield "  # 填好下面的空，再删去这几行行首的“# ”，这张照片就会展出。"
    for row in (
        "- kind: photo",
        f"  id: {_slide_id(Path(name).stem)}",
        "  facts: []",
        f"  image: {name}",
        "  status: photo",
        *(row for key in ("caption", "credit", "alt") for row in (f"  {key}:", "    zh:", "    en:")),
    ):
        yield f"  {mark}{row}"


def _slide_id(stem: str) -> str:
    return stem if stem.startswith("photo-") else f"{stem}-photo"


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    except OSError:
        return ""


@dataclass(frozen=True, slots=True)
class Import:
    """What was asked for. `theme`: whose file gets the slides, as comments; None: a file of their own."""

    source: Path
    content: Path
    theme: str | None = None
    language: Language = Language.ZH
    dry: bool = False


def import_photos(asked: Import, stream: TextIO, darkroom: Darkroom | None = None) -> int:
    """Imports every picture and says what became of each; 1 if one was turned away, else 0.

    Raises ImportPhotosError, DarkroomError, WritingError. What was imported before that is there, and said.
    """
    shelf = Shelf.of(_content(asked), asked.dry)
    notes = _notes(asked)
    originals, others = _originals(asked)
    outcomes: list[Outcome] = []
    about = {Language.ZH: "导入照片", Language.EN: "importing photos"}[asked.language]
    try:
        with nullcontext(darkroom) if darkroom else Darkroom() as room:
            for original in tracked(originals, len(originals), about, sys.stderr):
                outcomes += [_bring(original, asked, shelf, notes, room)]
    except KeyboardInterrupt:
        raise ImportPhotosError(
            "中途停下了；已经导入的照片都是完整的。再运行一次，会从没导入的接着来。 / "
            "Stopped half-way; what was imported is whole. Run it again to go on with the rest."
        ) from None
    finally:
        stream.writelines(f"{line}\n" for line in _said(asked, outcomes, notes, others))
    return 1 if any(isinstance(outcome, Turned) for outcome in outcomes) else 0


def _content(asked: Import) -> Path:
    if (asked.content / "exhibition.yaml").is_file():
        return asked.content
    raise ImportPhotosError(
        f"{asked.content} 里没有 exhibition.yaml，不是内容文件夹；请检查 --content。 / "
        f"There is no exhibition.yaml in {asked.content}: it is not a content folder. Check --content."
    )


def _notes(asked: Import) -> Notes:
    if asked.theme is None:
        return Notes(asked.content / TO_DESCRIBE, asked.content, commented=False, dry=asked.dry)
    path = asked.content / "themes" / f"{asked.theme}.yaml"
    names = sorted(page.stem for page in asked.content.glob("themes/*.yaml"))
    if asked.theme not in names:
        near = closest(asked.theme, names)
        hint_zh = f"是不是 {near}？" if near else f"可以写：{'、'.join(names)}。"
        hint_en = f"Did you mean {near}?" if near else f"There are: {', '.join(names)}."
        raise ImportPhotosError(
            f"没有主题 {asked.theme}。{hint_zh} / There is no theme {asked.theme}. {hint_en}"
        )
    _see_that_comments_fit(path, asked.content)
    return Notes(path, asked.content, commented=True, dry=asked.dry)


def _see_that_comments_fit(path: Path, inside: Path) -> None:
    """Comments at its end must change nothing: not in a file that cannot be read, nor inside a text."""
    _, root = read(path, inside)
    if root is None:
        raise ImportPhotosError(
            f"{path} 现在读不了，不能往里面加；先运行 kiosk check 改好它，或不写 --theme。 / "
            f"{path} cannot be read, so nothing can be added. Mend what kiosk check says, or omit --theme."
        )
    if _last(root).style in ("|", ">"):
        raise ImportPhotosError(
            f"{path} 的最后一段是多行文字，不能在后面加；请不写 --theme。 / "
            f"{path} ends within a text of several lines, so nothing can be added: leave out --theme."
        )


def _last(node: Node) -> Scalar:
    """The text that stands last; an empty one where nothing does."""
    match node:
        case Scalar():
            return node
        case Sequence(items) if items:
            return _last(items[-1])
        case Mapping(pairs) if pairs:
            return _last(pairs[-1].value)
        case Sequence() | Mapping():
            return Scalar("", "", node.place)
        case _:
            assert_never(node)


def _originals(asked: Import) -> tuple[list[Path], int]:
    """The pictures to import, by name, and how many entries are no pictures. Raises ImportPhotosError."""
    source = asked.source
    if not source.exists():
        raise ImportPhotosError(f"找不到 {source}。请检查路径。 / There is no {source}. Check the path.")
    real = source.resolve()
    shelf = (asked.content / "photos").resolve()
    if real == shelf or real.is_relative_to(shelf):
        raise ImportPhotosError(
            f"{source} 已经在展览自己的 photos 文件夹里。请把原件放在别处，再导入。 / "
            f"{source} is in the exhibition's own photos folder. Put the originals elsewhere first."
        )
    if not source.is_dir():
        return [source], 0
    entries = [
        entry
        for entry in sorted(source.iterdir(), key=lambda entry: entry.name)
        if not entry.name.startswith(".") and entry.name not in NOBODY_S
    ]
    wanted = [entry for entry in entries if _is_meant(entry)]
    if len(wanted) > MOST_PHOTOS:
        raise ImportPhotosError(
            f"{source} 里有 {len(wanted)} 张照片，一次最多 {MOST_PHOTOS} 张；请分几个文件夹。 / "
            f"{source} holds {len(wanted)} pictures; {MOST_PHOTOS} at a time is the most: divide them."
        )
    return wanted, len(entries) - len(wanted)


def _is_meant(entry: Path) -> bool:
    if entry.is_dir():
        return False
    if entry.suffix.lower() in PICTURES:
        return True
    with suppress(OSError):
        stream = open_original(entry)
        if not isinstance(stream, Refused):
            with stream:
                return form_at(stream.read(64)) in ("JPEG", "PNG", "WEBP", "TIFF", "HEIC", "AVIF")
    return False


def _bring(original: Path, asked: Import, shelf: Shelf, notes: Notes, darkroom: Darkroom) -> Outcome:
    digest = _digest(original, asked.source)
    if isinstance(digest, Refused):
        return Turned(original, digest)
    size = original.stat().st_size
    known = shelf.known(digest)
    if known:
        notes.add(known, original.name, Inscription())
        return Brought(original, known, None, size, known=True)
    developed = darkroom.develop(original)
    if isinstance(developed, Refused):
        return Turned(original, developed)
    name, same = shelf.put(digest, safe_stem(original.name), developed.data)
    notes.add(name, original.name, developed.inscription)
    return Brought(original, name, developed, size, known=same)


def _digest(original: Path, source: Path) -> str | Refused:
    """SHA-256 of the file, or why it is not read at all."""
    if original.suffix.lower() in RAW:
        return Refused(Fault.RAW, original.suffix.lstrip("."))
    try:
        if original != source and not original.resolve(strict=True).is_relative_to(source.resolve()):
            return Refused(Fault.LINK)
        stream = open_original(original)
        if isinstance(stream, Refused):
            return stream
        digest = hashlib.sha256()
        with stream:
            while block := stream.read(1_000_000):
                digest.update(block)
        return digest.hexdigest()
    except FileNotFoundError:
        return Refused(Fault.MISSING)
    except (OSError, RuntimeError) as error:
        return Refused(Fault.UNREADABLE, getattr(error, "strerror", "") or type(error).__name__)


# What is said


def _said(asked: Import, outcomes: list[Outcome], notes: Notes, others: int) -> Iterator[str]:
    for outcome in outcomes:
        match outcome:
            case Brought():
                yield from (line.of(asked.language) for line in _brought(outcome))
            case Turned():
                yield _turned(outcome).of(asked.language)
    for line in _summary(asked, outcomes, notes, others):
        yield line.of(asked.language)


def _brought(outcome: Brought) -> Iterator[Text]:
    original, developed = printable(outcome.original.name), outcome.developed
    if outcome.known or developed is None:
        yield Text(
            f"{original}：早已导入，就是 {outcome.name}，跳过。",
            f"{original}: imported before as {outcome.name}; skipped.",
        )
        return
    sizes = f"{_px(developed.before)} → {_px(developed.after)}"
    weights = f"{_mb(outcome.size)} → {_mb(len(developed.data))}"
    yield Text(
        f"{original} → photos/{outcome.name}（{sizes}，{weights}）",
        f"{original} → photos/{outcome.name} ({sizes}, {weights})",
    )
    if max(developed.before) < SHORTEST:
        yield Text(
            f"  提醒：长边只有 {max(developed.before)} 像素，放大看会模糊。"
            f"有更大的原件就换上，至少 {SHORTEST} 像素。",
            f"  Warning: only {max(developed.before)} px on its long side, so soft on the wall. "
            f"Use a larger original if there is one, {SHORTEST} px at least.",
        )
    if developed.profile_ignored:
        yield Text(
            "  提醒：照片自带的色彩配置用不了，按 sRGB 处理。请看一看颜色对不对。",
            "  Warning: its colour profile cannot be used, so it is taken for sRGB. See that it looks right.",
        )


def _px(size: tuple[int, int]) -> str:
    return f"{size[0]}×{size[1]}"


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1_000:.0f} kB"


SAVE_AS: Final = Text(
    "用看图软件另存为 JPEG，再导入。", "Save it as JPEG in a picture viewer, then import it."
)
AGAIN: Final = Text(
    "从相机或手机重新复制一份，确认能打开，再导入。",
    "Copy it from the camera or phone again, see that it opens, then import it.",
)

REASONS: Final[dict[Fault, Callable[[str], tuple[Text, Text]]]] = {
    Fault.MISSING: lambda _: (Text("文件不见了。", "the file is gone."), AGAIN),
    Fault.LINK: lambda _: (
        Text("这是一个链接，指向文件夹之外。", "it links out of the folder."),
        Text("把真正的照片复制进来，再导入。", "Copy the picture itself here, then import it."),
    ),
    Fault.IRREGULAR: lambda _: (
        Text("不是普通文件。", "it is not a regular file."),
        Text("换成一张普通的图片文件。", "Put an ordinary picture in its place."),
    ),
    Fault.UNREADABLE: lambda why: (
        Text(f"打不开（{why}）。", f"it cannot be opened ({why})."),
        Text("检查文件的权限，或重新复制一份。", "Check who may read it, or copy it anew."),
    ),
    Fault.EMPTY: lambda _: (Text("文件是空的。", "the file is empty."), AGAIN),
    Fault.HEAVY: lambda size: (
        Text(f"文件太大（{size}），最多 300 MB。", f"the file is too large ({size}); 300 MB is the most."),
        SAVE_AS,
    ),
    Fault.RAW: lambda ending: (
        Text(f"这是相机的原始文件（{ending}）。", f"this is a camera's raw file ({ending})."),
        Text("用相机的软件导出成 JPEG 或 TIFF，再导入。", "Export it as JPEG or TIFF, then import that."),
    ),
    Fault.FORMAT: lambda form: (
        Text(
            f"内容不是照片{f'，而是 {form}' if form else ''}；改后缀没有用。",
            f"it is no photo inside{f' but {form}' if form else ''}; renaming does not help.",
        ),
        SAVE_AS,
    ),
    Fault.LARGE: lambda size: (
        Text(
            f"像素太多{f'（{size}）' if size else ''}。",
            f"it has too many pixels{f' ({size})' if size else ''}.",
        ),
        Text(
            "缩小到宽 3840 像素，存成 JPEG，再导入。",
            "Make it 3840 px wide, save it as JPEG, then import it.",
        ),
    ),
    Fault.BROKEN: lambda _: (Text("损坏或不完整。", "it is broken or cut off."), AGAIN),
    Fault.UNUSUAL: lambda mode: (
        Text(f"像素的格式很少见（{mode}）。", f"its pixels are of a rare kind ({mode})."),
        SAVE_AS,
    ),
    Fault.SLOW: lambda limit: (
        Text(
            f"{limit} 秒还没有读完，可能有问题。",
            f"it was not read in {limit} s; something is wrong with it.",
        ),
        SAVE_AS,
    ),
}


def _turned(outcome: Turned) -> Text:
    name = printable(outcome.original.name)
    reason, remedy = REASONS[outcome.refused.fault](outcome.refused.detail)
    return Text(f"{name}：没有导入，{reason.zh}{remedy.zh}", f"{name}: not imported: {reason.en} {remedy.en}")


def _summary(asked: Import, outcomes: list[Outcome], notes: Notes, others: int) -> Iterator[Text]:
    brought = [outcome for outcome in outcomes if isinstance(outcome, Brought)]
    fresh = sum(not outcome.known for outcome in brought)
    refused = len(outcomes) - len(brought)
    yield Text(
        f"{'如果真的导入：' if asked.dry else ''}导入 {fresh} 张，跳过 {len(brought) - fresh} 张，"
        f"没有导入 {refused} 张。",
        f"{'If this were no rehearsal: ' if asked.dry else ''}{fresh} imported, "
        f"{len(brought) - fresh} skipped, {refused} not imported.",
    )
    if others:
        yield Text(
            f"另有 {others} 个文件或子文件夹不是图片，没有看。",
            f"{others} more files or folders are no pictures and were passed over."
            if others > 1
            else "One more file or folder is no picture and was passed over.",
        )
    yield Text(f"原件还在 {asked.source}，一点没动。", f"The originals are in {asked.source}, untouched.")
    if notes.written and not asked.dry:
        yield _next_step(notes)


def _next_step(notes: Notes) -> Text:
    if notes.commented:
        return Text(
            f"下一步：{notes.path} 末尾有 {notes.written} 段用 # 开头的幻灯片，照那里写的填好。",
            f"Next: {notes.written} slides stand as comments at the end of {notes.path}; fill them in.",
        )
    return Text(
        f"下一步：在 {notes.path} 里给 {notes.written} 张照片写图注，再把写好的搬进主题文件。",
        f"Next: describe {notes.written} pictures in {notes.path}, then move them into a theme.",
    )
