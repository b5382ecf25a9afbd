"""`kiosk doctor`: which settings count here and why, and whether the machine is fit. Writes nothing."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from math import hypot
from pathlib import Path
from typing import Final, ParamSpec, TextIO

from kiosk import __version__
from kiosk.content.exhibition import Exhibition, Language, Text
from kiosk.content.loader import Loaded, load
from kiosk.content.pictures import cache_folder
from kiosk.content.problems import Code, ContentError, Problem, errors_in
from kiosk.doctor import hearing, installed, machine, picture
from kiosk.doctor.eyes import Driver, Faces, Loading, Screen, Seen, Sizes, Voices, Wall
from kiosk.doctor.findings import Check, Finding, bad, good, unknown
from kiosk.doctor.origins import Origin, Source, origins
from kiosk.doctor.picture import Because, Drawing
from kiosk.doctor.probe import UNSEEN, Probe, Trouble, ask
from kiosk.doctor.report import Examination, Value, for_machines, for_people
from kiosk.hall import graphics
from kiosk.hall.places import built_in_content, log_file, settings_files
from kiosk.hall.reading import lines_of, read
from kiosk.hall.settings import Renderer, Rotation, Settings, Written, found
from kiosk.presentation.screen import MM_PER_INCH, diagonal_of, pitch, position
from kiosk.terminal import look_of
from kiosk.visit import Comfort


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`hall`: the file somebody named."""

    hall: Path | None = None
    language: Language = Language.ZH
    format: Format = Format.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Whether `kiosk run` has a display, and what it says where it refuses the one there is."""

    has_display: bool
    refusal: str = ""


def doctor(asked: Asked, start: Start, stream: TextIO) -> int:
    """Says what was found. 0 where nothing is bad, else 1."""
    seen = examined(asked.hall, start)
    match asked.format:
        case Format.JSON:
            told = for_machines(seen, asked.language)
            stream.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        case Format.TEXT:
            stream.write(for_people(seen, asked.language, look_of(stream)))
    return 0 if seen.is_well else 1


@dataclass(frozen=True, slots=True)
class Shown:
    """The exhibition that is shown, if any can be, and what is said of the ones that were looked at."""

    loaded: Loaded | None
    findings: tuple[Finding, ...]

    @property
    def exhibition(self) -> Exhibition | None:
        return self.loaded.exhibition if self.loaded else None

    @property
    def characters(self) -> str:
        passages = self.loaded.manuscript.passages if self.loaded else ()
        said = {c for passage in passages for language in Language for c in passage.text.of(language)}
        return "".join(sorted(said))


def examined(hall: Path | None, start: Start) -> Examination:
    """Everything that can be said of this machine. Takes 2 s (measured), and three probes' at the most."""
    places = settings_files()
    file = found(hall and hall.absolute(), places)
    written, problems = _written(file)
    settings = written.settings
    shown = _shown(settings.content)
    choice = graphics.foreseen(settings.renderer or Renderer.AUTO, file)
    with ThreadPoolExecutor(max_workers=4) as pool:
        looks = _Looks(pool, shown, start, software=choice.software)
        seen = looks.screens.result() if looks.screens else None
        screen = _screen(seen, settings)
        sizes = _sizes(settings, shown, screen)
        applied = settings.applied(shown.exhibition) if shown.exhibition else None
        why = _why(written, shown)
        diagonal = applied.diagonal if applied else None, why["diagonal"].source
        drawing = Drawing(
            choice.software,
            _because(choice, settings.renderer),
            screen.pixels[0] * screen.pixels[1] if screen else 0,
            looks.graphics.result() if looks.graphics else None,
            choice.notice,
        )
        findings = [
            *_of_settings(file, problems, hall),
            *shown.findings,
            *_of_picture(seen, settings, diagonal, start, drawing),
            *picture.faces(looks.fonts.result()),
            *([picture.screens(sizes)] if sizes else []),
            *_of_sound(looks, settings, applied),
            *_tried(Check.LOG_DISK, _of_storage, settings),
            *_tried(Check.CLOCK, _of_time, applied),
            *_tried(Check.MEMORY, _of_machine),
            installed.libraries(looks.libraries.result(), looks.needs),
            *_tried(Check.PROGRAM, lambda: [looks.files.result()]),
        ]
    return Examination(
        _program(looks.libraries.result()),
        dt.datetime.now().astimezone(),
        file,
        places,
        problems,
        tuple(_values(settings, why, shown, seen, drawing)),
        tuple(_follows(settings, screen, sizes, applied)),
        tuple(findings),
    )


def _program(qt: Loading | Trouble) -> str:
    try:
        system = platform.freedesktop_os_release().get("PRETTY_NAME", "")
    except OSError:
        system = ""
    system = system or f"{platform.system()} {platform.release()}"
    python = ".".join(str(part) for part in sys.version_info[:3])
    version = f"Qt {qt.version}" if isinstance(qt, Loading) and qt.version else "Qt ?"
    return f"kiosk {__version__} · {version} · Python {python} · {system} · {platform.machine()}"


def _written(file: Path | None) -> tuple[Written, tuple[Problem, ...]]:
    """The settings; where they are wrong, none, and all that is wrong."""
    if file is None:
        return Written(), ()
    try:
        return read(file), ()
    except ContentError as error:
        return Written(file), error.problems


def _of_settings(file: Path | None, problems: tuple[Problem, ...], hall: Path | None) -> Iterator[Finding]:
    if problems:
        count = errors_in(problems)
        yield bad(
            Check.SETTINGS,
            Text(f"{file} 里有 {count} 处错误。", f"{file} has {_errors(count)}."),
            Text(
                "按上面说的改好；下面按没有设置来查。", "Mend them as it says above; below, nothing is set."
            ),
            file=str(file),
        )
    elif file:
        why = (
            Text("用 --hall 指定的", "named by --hall")
            if hall
            else Text("找到的第一份", "the first one found")
        )
        yield good(Check.SETTINGS, f"{file}（{why.zh}）。", f"{file} ({why.en}).", file=str(file))
    else:
        yield unknown(
            Check.SETTINGS,
            Text(
                "没有 hall.yaml，一切由内容和机器决定。", "There is none: the content and the machine decide."
            ),
            Text(
                "需要时，把安装包里带注释的 hall.yaml 放到上面任一位置，或用 --hall 指定文件。",
                "Put the package’s commented hall.yaml in one of the places above, or use --hall FILE.",
            )
            if settings_files()
            else Text(
                "从源代码运行时不找它；用 --hall packaging/hall.yaml。",
                "A checkout looks for none: use --hall packaging/hall.yaml.",
            ),
            file=None,
        )


# The exhibition


def _shown(folder: Path | None) -> Shown:
    own = _loaded(built_in_content())
    if folder is None:
        return Shown(own if isinstance(own, Loaded) else None, (_of_content(built_in_content(), own),))
    theirs = _loaded(folder)
    said = [_of_content(folder, theirs)]
    if isinstance(own, tuple):
        said.append(_of_content(built_in_content(), own))
    fit = next((found for found in (theirs, own) if isinstance(found, Loaded)), None)
    return Shown(fit, tuple(said))


def _loaded(folder: Path) -> Loaded | tuple[Problem, ...]:
    try:
        return load(folder)
    except ContentError as error:
        return error.problems


def _of_content(folder: Path, found: Loaded | tuple[Problem, ...]) -> Finding:
    built_in = folder == built_in_content()
    check = Check.BUILT_IN if built_in else Check.CONTENT
    if isinstance(found, Loaded):
        themes = found.exhibition.themes
        slides = sum(len(theme.slides) for theme in themes)
        return good(
            check,
            f"{found.exhibition.title.zh}：{len(themes)} 个主题，{slides} 张幻灯片。",
            f"{found.exhibition.title.en}: {len(themes)} themes, {slides} slides.",
            folder=str(folder),
            themes=len(themes),
            slides=slides,
        )
    errors = errors_in(found)
    if built_in:
        return bad(
            check,
            Text(
                f"程序自带的内容坏了（{errors} 处错误）。",
                f"The program’s own content is broken: {_errors(errors)}.",
            ),
            Text("重新安装程序。", "Install the program again."),
            folder=str(folder),
            errors=errors,
        )
    if any(problem.code is Code.NO_FOLDER for problem in found):
        return bad(
            check,
            Text(
                f"文件夹 {folder} 不在，放的是程序自带的内容。",
                f"There is no folder {folder}; the program’s own content is shown.",
            ),
            Text(
                "把文件夹放回去，或改 hall.yaml 里的 content。", "Bring it back, or set another in hall.yaml."
            ),
            folder=str(folder),
            errors=errors,
        )
    return bad(
        check,
        Text(
            f"{folder} 有 {errors} 处错误，不能展出；放的是程序自带的内容。",
            f"{folder} is not fit to be shown ({_errors(errors)}); the program’s own content is.",
        ),
        Text(f"运行 kiosk check {folder} 看每一处。", f"Run kiosk check {folder} to see each of them."),
        folder=str(folder),
        errors=errors,
    )


def _errors(count: int) -> str:
    return f"{count} error{'' if count == 1 else 's'}"


# What is looked at in processes of their own


class _Looks:
    """Under way from the moment they are asked for."""

    def __init__(self, pool: ThreadPoolExecutor, shown: Shown, start: Start, *, software: bool) -> None:
        reached = start.has_display and not start.refusal
        self.needs = installed.needs(installed.system_libraries(), os.environ)
        names = tuple(need.name for need in self.needs)
        self.screens = pool.submit(ask, Probe.SCREENS, Seen) if reached else None
        self.libraries: Future[Loading | Trouble] = pool.submit(ask, Probe.LIBRARIES, Loading, names)
        self.graphics = pool.submit(ask, Probe.GRAPHICS, Driver) if reached and not software else None
        self.fonts = pool.submit(ask, Probe.FONTS, Faces, shown.characters, UNSEEN)
        self.voice: Future[Voices | Trouble] = pool.submit(ask, Probe.VOICE, Voices, None, UNSEEN)
        self.player: Future[bool | Trouble] = pool.submit(ask, Probe.PLAYER, bool, None, UNSEEN)
        self.files = pool.submit(installed.files, installed.manifest())


def _screen(seen: Seen | Trouble | None, settings: Settings) -> Screen | None:
    """The one that is shown on."""
    if not isinstance(seen, Seen) or not seen.screens:
        return None
    at = position(settings.display, [screen.name for screen in seen.screens])
    return seen.screens[at or 0]


def _because(choice: graphics.Choice, renderer: Renderer | None) -> Because:
    if renderer is Renderer.SOFTWARE:
        return Because.SET
    if choice.notice:
        return Because.EXPERIENCE
    if os.environ.get("QT_QUICK_BACKEND") and (sys.platform != "linux" or graphics.has_card()):
        return Because.ENVIRONMENT
    return Because.NO_CARD if choice.software else Because.CARD


FULL_HD: Final = (1920, 1080)
"""Px, for which the screens are built where no display can be asked."""


def _sizes(settings: Settings, shown: Shown, screen: Screen | None) -> Sizes | Trouble | None:
    """Builds the screens as they would be built for this display; None without an exhibition."""
    if not shown.exhibition:
        return None
    pixels = screen.pixels if screen else FULL_HD
    measured = diagonal_of(*(screen.millimetres if screen else (0.0, 0.0)))
    wall = Wall(
        shown.exhibition.folder,
        pixels,
        pitch(measured, *pixels),
        settings.diagonal,
        (settings.rotation or Rotation.NONE).degrees,
        frozenset(settings.comfort or ()),
    )
    return ask(Probe.STAGE, Sizes, wall, UNSEEN)


# The groups


def _of_picture(
    seen: Seen | Trouble | None,
    settings: Settings,
    diagonal: tuple[float | None, Source],
    start: Start,
    drawing: Drawing,
) -> Iterator[Finding]:
    match seen:
        case Seen() if screen := _screen(seen, settings):
            yield from picture.displays(seen, settings.display)
            yield from picture.panel(screen, *diagonal)
            yield picture.touch(seen)
        case Trouble():
            yield picture.unseen_display(seen)
        case _:
            yield picture.no_display(start.refusal)
    yield picture.renderer(drawing)


def _of_sound(looks: _Looks, settings: Settings, exhibition: Exhibition | None) -> Iterator[Finding]:
    recorded = bool(exhibition and hearing.is_recorded(exhibition))
    yield hearing.player(looks.player.result(), recorded=recorded)
    yield hearing.voice(looks.voice.result(), wanted=Comfort.READ_ALOUD in (settings.comfort or ()))


P = ParamSpec("P")


def _tried(
    check: Check, make: Callable[P, Iterable[Finding]], *given: P.args, **named: P.kwargs
) -> Iterator[Finding]:
    """What it finds, as far as it comes: a check that fails is a finding too."""
    try:
        yield from make(*given, **named)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        said = f"{type(error).__name__}: {error}"
        yield unknown(check, Text(f"这一项没查成：{said}", f"This could not be looked at: {said}"))


def _of_storage(settings: Settings) -> Iterator[Finding]:
    try:
        log, cache = log_file(), cache_folder()
    except RuntimeError:
        yield machine.homeless(Check.LOG_DISK)
    else:
        yield machine.disk(Check.LOG_DISK, log.parent, Text("日志", "log"))
        yield machine.disk(Check.CACHE_DISK, cache, Text("缓存", "cache"))
        yield machine.log(log)
    if settings.content and settings.content.is_dir():
        yield machine.access(settings.content)


def _of_time(exhibition: Exhibition | None) -> Iterator[Finding]:
    now, zone, offset = machine.local_time()
    folder = exhibition.folder if exhibition else built_in_content()
    made = [Path(__file__), Path(sys.executable), folder / "exhibition.yaml", *folder.glob("themes/*.yaml")]
    newest = machine.youngest(made)
    if newest:
        yield machine.clock(now, *newest)
    yield machine.zone(zone, offset, hours=bool(exhibition and exhibition.hours))
    shown = machine.told("timedatectl", "show") if sys.platform == "linux" else None
    yield machine.synchronised(shown)


def _of_machine() -> Iterator[Finding]:
    yield machine.blanking(machine.energy(os.environ))
    yield machine.memory(machine.memory_size())
    yield machine.user(root=installed.is_root())


# The values

Why = dict[str, Origin]


def _why(written: Written, shown: Shown) -> Why:
    exhibition = shown.exhibition
    lines = lines_of(exhibition.folder / "exhibition.yaml") if exhibition else {}
    return origins(Settings(), written, exhibition, lines)


def _values(
    settings: Settings, why: Why, shown: Shown, seen: Seen | Trouble | None, drawing: Drawing
) -> Iterator[Value]:
    folder = settings.content or built_in_content()
    own = (
        Text("程序自带的", "the program’s own")
        if settings.content is None
        else Text(str(folder), str(folder))
    )
    yield Value("content", own, str(folder), why["content"])
    applied = settings.applied(shown.exhibition) if shown.exhibition else None
    if applied:
        yield _word("language", str(applied.language), why)
    yield _display(settings, seen, why)
    yield _diagonal(applied, _screen(seen, settings), why)
    yield _word("rotation", str(settings.rotation or Rotation.NONE), why)
    drawn = "software" if drawing.software else "auto"
    said = str(settings.renderer or Renderer.AUTO)
    yield Value("renderer", _same(said if said == drawn else f"{said} → {drawn}"), drawn, why["renderer"])
    comfort = [str(each) for each in settings.comfort or ()]
    nothing = Text("都关着", "none")
    yield Value("comfort", _same(", ".join(comfort)) if comfort else nothing, comfort, why["comfort"])
    if applied:
        for name in ("ask_after", "ask_at_most", "answer_within"):
            seconds: float = getattr(applied.idle, name)
            yield Value(f"idle.{name}", _same(f"{seconds:g} s"), seconds, why[f"idle.{name}"])


def _same(word: str) -> Text:
    return Text(word, word)


def _word(key: str, word: str, why: Why) -> Value:
    return Value(key, _same(word), word, why[key])


def _display(settings: Settings, seen: Seen | Trouble | None, why: Why) -> Value:
    said = settings.display or "1"
    if not isinstance(seen, Seen) or not seen.screens:
        return _word("display", said, why)
    at = position(settings.display, [screen.name for screen in seen.screens])
    name = f"{(at or 0) + 1} {seen.screens[at or 0].name}".strip()
    return Value("display", _same(name if at is not None else f"{said} → {name}"), name, why["display"])


def _diagonal(exhibition: Exhibition | None, screen: Screen | None, why: Why) -> Value:
    if exhibition and exhibition.diagonal:
        return Value("diagonal", _length(exhibition.diagonal), exhibition.diagonal, why["diagonal"])
    measured = diagonal_of(*screen.millimetres) if screen else None
    if measured is None:
        return Value("diagonal", Text("要看屏幕", "up to the display"), None, why["diagonal"])
    said = screen is not None and abs(hypot(*screen.millimetres) - measured) < 1
    return Value("diagonal", _length(measured), measured, Origin(Source.DISPLAY if said else Source.DEFAULT))


def _length(millimetres: float) -> Text:
    return _same(f"{millimetres:.0f} mm ({millimetres / MM_PER_INCH:.1f} in)")


def _follows(
    settings: Settings, screen: Screen | None, sizes: Sizes | Trouble | None, exhibition: Exhibition | None
) -> Iterator[Value]:
    if screen:
        width, height = screen.pixels
        if (settings.rotation or Rotation.NONE).swaps:
            width, height = height, width
        shape = Text("竖屏", "portrait") if height > width else Text("横屏", "landscape")
        shown = Text(f"{shape.zh} {width}×{height}", f"{shape.en} {width}×{height}")
        yield Value("shape", shown, f"{width}x{height}", None, Text("画面", "picture"))
    if screen and isinstance(sizes, Sizes):
        for key, label, millimetres in (
            ("pixel_mm", Text("一个像素", "a pixel"), sizes.pitch),
            ("text_mm", Text("正文", "body text"), sizes.text),
            ("note_mm", Text("注释", "notes"), sizes.note),
            ("button_mm", Text("按钮", "buttons"), sizes.button),
        ):
            digits = 2 if key == "pixel_mm" else 1
            yield Value(key, _same(f"{millimetres:.{digits}f} mm"), round(millimetres, 3), None, label)
    if exhibition:
        hours = exhibition.hours
        plain = f"{hours.open:%H:%M}–{hours.close:%H:%M}" if hours else None
        shown = _same(plain) if plain else Text("全天，不看时钟", "always open: no clock is asked")
        yield Value("hours", shown, plain, None, Text("开放时间", "hours"))
