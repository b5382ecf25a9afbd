"""The commands. Each imports its own work only when it is asked for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from kiosk import __version__
from kiosk.content.exhibition import Exhibition, Language, Slide, Text
from kiosk.failure import Failure
from kiosk.visit import Comfort

TOUR = Path("build/tour")

if TYPE_CHECKING:
    from kiosk import app
    from kiosk.doctor.probe import Probe
    from kiosk.hall.opening import Opening
    from kiosk.hall.refusal import Refusal
    from kiosk.hall.settings import Settings

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def size(text: str) -> tuple[int, int]:
    """`1280x720` as pixels."""
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdigit() and height.isdigit() and min(int(width), int(height)) >= 320):
        raise argparse.ArgumentTypeError(f"{text}: 应写成 1280x720 / must be written as 1280x720")
    if max(int(width), int(height)) > 16384:
        raise argparse.ArgumentTypeError(f"{text}: 太大 / too large")
    return int(width), int(height)


def parser(asked: str = "") -> argparse.ArgumentParser:
    """Of all commands; where `asked` is one of them, of that alone: a start does without the others."""
    top = argparse.ArgumentParser(prog="kiosk", description="展览一体机 / an exhibition kiosk")
    top.add_argument("--version", action="store_true", help="版本 / versions")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    known = {
        "run": _add_run,
        "check": _add_check,
        "explain": _add_explain,
        "fix": _add_fix,
        "preview": _add_preview,
        "snapshot": _add_snapshot,
        "new": _add_new,
        "import": _add_import,
        "schema": _add_schema,
        "doctor": _add_doctor,
    }
    for add in [known[asked]] if asked in known else known.values():
        add(commands)
    return top


def _add_run(commands: Commands) -> None:
    run_ = commands.add_parser("run", help="开始展览 / show the exhibition")
    run_.set_defaults(work=run)
    run_.add_argument("--content", type=Path, metavar="DIR", help="内容文件夹 / content folder")
    _add_hall(run_)
    run_.add_argument(
        "--unattended",
        action="store_true",
        help="没有人守着：放不了时也在屏幕上说明，原因消失后自己开始 / "
        "nobody watches: say on the screen what is wrong, and begin when it is gone",
    )
    run_.add_argument("--window", type=size, metavar="WxH", help="在窗口里显示 / in a window, for desks")
    run_.add_argument(
        "--screen", metavar="N", help="哪一块屏幕：从1数起的号码，或名字 / which display: from 1, or its name"
    )
    run_.add_argument("--lang", type=Language, choices=list(Language), help="开始时的语言 / first language")
    _add_comfort(
        run_, "每位观众一开始就打开的阅读设置，可写多次 / switched on for every visitor; may be repeated"
    )


def _add_check(commands: Commands) -> None:
    check_ = commands.add_parser(
        "check",
        help="检查内容 / check the content",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="退出码 / exit codes:\n"
        "  0  可以展出 / fit to be shown\n"
        "  1  不能展出，或内容文件夹不存在；用了 --strict 时，有提醒也算 / not fit, or no such folder;\n"
        "     with --strict, any warning too\n"
        "  2  命令写错了 / wrong usage",
    )
    check_.set_defaults(work=check)
    check_.add_argument(
        "folder",
        type=Path,
        nargs="?",
        metavar="DIR",
        help="内容文件夹，不写就是本机展出的 / content folder, else the one shown here",
    )
    _add_language(check_, "报告的语言 / of the report")
    check_.add_argument(
        "--format",
        choices=("text", "json", "lines"),
        default="text",
        help="给人看；给编辑器和程序看；一行一条 / for people; for editors and programs; a line each",
    )
    check_.add_argument("--strict", action="store_true", help="提醒也算错误 / warnings are errors")
    check_.add_argument(
        "--english-checked",
        action="store_true",
        help="英文都对照中文看过了，不再提醒 / the English was compared with the Chinese: warn no more",
    )
    check_.add_argument(
        "--render",
        action="store_true",
        help="再看每一屏的真实画面：放不放得下、断行、缺字、图片 / look at every screen too",
    )


def _add_explain(commands: Commands) -> None:
    explain_ = commands.add_parser("explain", help="解释检查报告里的代号 / what a code of the report means")
    explain_.set_defaults(work=explain)
    explain_.add_argument(
        "code",
        nargs="?",
        default="",
        metavar="CODE",
        help="如 wide-colon；不写就列出全部 / such as wide-colon; without it, all are listed",
    )
    _add_language(explain_)


def _add_fix(commands: Commands) -> None:
    fix_ = commands.add_parser("fix", help="改好程序能替人改的写法错误 / mend what needs no thought")
    fix_.set_defaults(work=fix)
    fix_.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    _add_language(fix_)
    choice = fix_.add_mutually_exclusive_group()
    choice.add_argument("--yes", action="store_true", help="不问，直接写入 / write without asking")
    choice.add_argument("--dry-run", action="store_true", help="只给看，不写入 / show only")


def _add_snapshot(commands: Commands) -> None:
    snapshot = commands.add_parser("snapshot", help="每一屏存成图片 / every screen as a picture")
    snapshot.set_defaults(work=take_snapshot)
    snapshot.add_argument("--content", type=Path, metavar="DIR")
    made = snapshot.add_mutually_exclusive_group(required=True)
    made.add_argument("--out", type=Path, metavar="DIR", help="一屏一张图片 / a picture for each screen")
    made.add_argument("--pdf", type=Path, metavar="FILE", help="送审稿，中英对照 / a sheet to be approved")
    snapshot.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH")
    _add_language(snapshot)
    snapshot.add_argument(
        "--only", metavar="TEXT", help="只要名字里有这几个字的 / only names with TEXT in them"
    )
    _add_comfort(snapshot, "打开这项阅读设置，可写多次 / with this reading setting; may be repeated")


def _add_schema(commands: Commands) -> None:
    schema = commands.add_parser("schema", help="让编辑器会补全和说明 / help editors complete and explain")
    schema.set_defaults(work=write_schema)
    schema.add_argument("--content", type=Path, metavar="DIR")
    schema.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="写到别处；不写就在内容文件夹里 / elsewhere than in the content",
    )


def _add_import(commands: Commands) -> None:
    kinds = commands.add_parser("import", help="导入照片、数字 / bring in photos or figures").add_subparsers(
        dest="kind", metavar="KIND", required=True
    )
    photos = kinds.add_parser("photos", help="照片 / photos")
    photos.set_defaults(work=import_photos)
    photos.add_argument(
        "source", type=Path, metavar="FOLDER", help="照片的文件夹，或一张照片 / a folder of them, or one"
    )
    photos.add_argument("--dry-run", action="store_true", help="只说会怎样，什么也不写 / write nothing")
    figures = kinds.add_parser("figures", help="数字，从表格里 / figures, from a workbook or CSV")
    figures.set_defaults(work=import_figures)
    table = figures.add_mutually_exclusive_group(required=True)
    table.add_argument("source", type=Path, nargs="?", metavar="FILE", help=".xlsx / .csv")
    table.add_argument(
        "--template",
        type=Path,
        metavar="FILE.xlsx",
        help="存一份空表格 / save an empty workbook",
    )
    figures.add_argument("--yes", action="store_true", help="不再问，直接写入 / write without asking")
    for command in (photos, figures):
        command.add_argument("--content", type=Path, metavar="DIR")
        command.add_argument("--theme", metavar="ID", help="哪个主题 / which theme")
        _add_language(command)


def _add_preview(commands: Commands) -> None:
    preview_ = commands.add_parser("preview", help="边改边看 / see every save at once")
    preview_.set_defaults(work=preview)
    preview_.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    preview_.add_argument(
        "--size",
        choices=["landscape", "portrait", "4k"],
        default="landscape",
        help="横屏、竖屏或 4K / of the hall's screen",
    )
    _add_language(preview_, "预览窗口的语言 / of the bar around the exhibition")


def _add_new(commands: Commands) -> None:
    new_ = commands.add_parser("new", help="新建展览、主题或幻灯片 / begin an exhibition, a theme or a slide")
    kinds = new_.add_subparsers(dest="thing", metavar="THING", required=True)
    exhibition = kinds.add_parser(
        "exhibition", help="一个能马上看的新展览 / a new exhibition, fit to be shown"
    )
    exhibition.add_argument("folder", type=Path, metavar="FOLDER", help="空的或新的文件夹 / empty or new")
    theme = kinds.add_parser("theme", help="加一个主题 / add a theme")
    theme.add_argument("theme", metavar="ID", help="编号，也是文件名 / its id and the name of its file")
    theme.add_argument("--title", default="", metavar="TEXT", help="中文标题 / title in Chinese")
    theme.add_argument("--title-en", default="", metavar="TEXT", help="英文标题 / title in English")
    slide = kinds.add_parser("slide", help="加一张幻灯片 / add a slide")
    slide.add_argument("kind", choices=kinds_of_slides(), metavar="KIND", help=" ".join(kinds_of_slides()))
    slide.add_argument("--theme", metavar="ID", help="加到哪个主题 / to which theme")
    slide.add_argument("--id", metavar="ID", dest="slide", help="它的编号 / its id")
    slide.add_argument("--after", metavar="SLIDE", help="放在哪一张后面 / behind which slide")
    for thing, work in ((exhibition, new_exhibition), (theme, new_theme), (slide, new_slide)):
        thing.set_defaults(work=work)
        _add_language(thing, "注释的语言 / language of the comments")
        if thing is not exhibition:
            thing.add_argument("--content", type=Path, metavar="DIR")


def _add_doctor(commands: Commands) -> None:
    doctor_ = commands.add_parser(
        "doctor",
        help="检查这台机器和展厅设置 / look at this machine and the settings of the hall",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="退出码 / exit codes:\n"
        "  0  没有“不行”的 / nothing is bad\n"
        "  1  有“不行”的 / something is bad\n"
        "  2  命令写错了 / wrong usage",
    )
    doctor_.set_defaults(work=doctor)
    _add_hall(doctor_)
    _add_language(doctor_, "报告的语言 / of the report")
    doctor_.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="给人看；给程序看 / for people; for programs",
    )
    doctor_.add_argument("--probe", type=_probe, help=argparse.SUPPRESS)


def _probe(name: str) -> Probe:
    from kiosk.doctor.probe import Probe

    return Probe(name)


def kinds_of_slides() -> list[str]:
    return [kind.kind for kind in get_args(Slide)]


def _add_language(command: argparse.ArgumentParser, about: str | None = None) -> None:
    command.add_argument("--lang", type=Language, choices=list(Language), default=Language.ZH, help=about)


def _add_hall(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--hall",
        type=Path,
        metavar="FILE",
        help="展厅设置，不写就用本机的 hall.yaml / settings of the hall, else this machine's hall.yaml",
    )


def _add_comfort(command: argparse.ArgumentParser, about: str) -> None:
    command.add_argument(
        "--comfort", type=Comfort, choices=list(Comfort), action="append", default=[], help=about
    )


def show_version() -> int:
    """Prints a line on the program and one on the content; what cannot be loaded is named there."""
    python = ".".join(str(part) for part in sys.version_info[:3])
    print(f"kiosk {__version__} ({_about_qt()}, Python {python})")
    print(_about_content())
    return 0


def settings(file: Path | None = None) -> Settings:
    """What is set for this hall: in `file`, or in this machine's hall.yaml. Raises ContentError."""
    from kiosk.hall.places import settings_files
    from kiosk.hall.settings import load

    return load(file, settings_files()).settings


def content(folder: Path | None) -> Path:
    """The folder somebody named, or the one that is shown here. Raises ContentError for a wrong hall.yaml."""
    from kiosk.hall.places import built_in_content

    return folder or settings().content or built_in_content()


def check_whole() -> None:
    """Raises InstallationError where files of an installed program are missing or cut short."""
    from kiosk.hall.places import is_bundle

    if is_bundle():
        from kiosk.hall.installation import check_installation

        check_installation(Path(sys.executable).resolve().parent)


def _about_qt() -> str:
    try:
        check_whole()
        from kiosk.presentation.stage import qt_version
    except (ImportError, Failure) as error:
        return f"Qt 打不开 / cannot be loaded: {error}"
    return f"Qt {qt_version()}"


def _about_content() -> str:
    from kiosk.content.fingerprint import fingerprint
    from kiosk.content.loader import load
    from kiosk.content.problems import ContentError, Severity

    folder: Path | str = "hall.yaml"
    try:
        folder = content(None)
        exhibition = load(folder).exhibition
        counts = len(exhibition.themes), sum(len(theme.slides) for theme in exhibition.themes)
        title, facts = exhibition.title, f"{counts[0]} 个主题 / themes, {counts[1]} 张幻灯片 / slides"
        return f"{title.zh} / {title.en} ({facts}, {fingerprint(folder)}): {folder}"
    except ContentError as error:
        errors = sum(problem.severity is Severity.ERROR for problem in error.problems)
        found = f"有 {errors} 处错误，请运行 kiosk check / has mistakes ({errors}), run kiosk check"
    except OSError as error:
        found = f"读不了 / cannot be read ({error.strerror or error})"
    return f"内容 / content: {found}: {folder}"


def run(arguments: argparse.Namespace) -> int:
    from kiosk.hall.log import attend

    attend()
    from kiosk import app

    opening = _open(arguments)
    if app.has_display():
        return app.run(opening, _place(arguments, opening.hall))
    if arguments.unattended:
        raise app.PlaceError(
            "没有显示器：检查接线和电源，再启动 / "
            "there is no display: check its cable and power, and start again"
        )
    return tour(opening.exhibition)


def _open(arguments: argparse.Namespace) -> Opening:
    from kiosk.hall.opening import open_hall
    from kiosk.hall.settings import Settings

    check_whole()
    said = Settings(content=arguments.content, language=arguments.lang, display=arguments.screen)
    if arguments.comfort:
        said = replace(said, comfort=tuple(arguments.comfort))
    return open_hall(said, arguments.hall)


def _place(arguments: argparse.Namespace, hall: Settings) -> app.Place:
    from kiosk import app
    from kiosk.hall.settings import Renderer, Rotation

    return app.Place(
        display=hall.display,
        insisted=arguments.screen is not None,
        size=arguments.window,
        rotation=hall.rotation or Rotation.NONE,
        renderer=hall.renderer or Renderer.AUTO,
        comfort=frozenset(hall.comfort or ()),
    )


def tour(exhibition: Exhibition) -> int:
    """Walk the whole exhibition on a virtual screen, in both languages and both shapes."""
    print(
        f"没有显示器，改在虚拟屏幕上走一遍展览，图片存入 {TOUR} / "
        f"no display: walking the exhibition on a virtual screen, pictures go to {TOUR}",
        flush=True,
    )
    from kiosk.desk.snapshot import tour as walk

    walk(exhibition, TOUR)
    return 0


def check(arguments: argparse.Namespace) -> int:
    from kiosk.desk.check import Asked, Format
    from kiosk.desk.check import check as check_content

    asked = Asked(
        language=arguments.lang,
        format=Format(arguments.format),
        strict=arguments.strict,
        english_checked=arguments.english_checked,
        watch=sys.stderr if arguments.render else None,
    )
    return check_content(content(arguments.folder), asked, sys.stdout)


def explain(arguments: argparse.Namespace) -> int:
    from kiosk.desk.explain import explain as explain_code

    explain_code(arguments.code, arguments.lang, sys.stdout)
    return 0


def _person() -> Callable[[str], str] | None:
    """Who can be asked, if somebody sits at the terminal."""
    return input if sys.stdin.isatty() and sys.stdout.isatty() else None


def fix(arguments: argparse.Namespace) -> int:
    from kiosk.desk.fix import fix as fix_content

    return fix_content(
        content(arguments.folder),
        arguments.lang,
        sys.stdout,
        ask=_person(),
        yes=arguments.yes,
        dry_run=arguments.dry_run,
    )


def new_exhibition(arguments: argparse.Namespace) -> int:
    from kiosk.desk.new import new_exhibition as make

    make(arguments.folder, arguments.lang, sys.stdout)
    return 0


def new_theme(arguments: argparse.Namespace) -> int:
    from kiosk.desk.new import new_theme as make

    title = Text(arguments.title, arguments.title_en)
    make(content(arguments.content), arguments.theme, title, arguments.lang, sys.stdout)
    return 0


def new_slide(arguments: argparse.Namespace) -> int:
    from kiosk.desk.new import Wish
    from kiosk.desk.new import new_slide as make

    wish = Wish(arguments.kind, arguments.theme, arguments.slide, arguments.after)
    make(content(arguments.content), wish, arguments.lang, sys.stdout)
    return 0


def take_snapshot(arguments: argparse.Namespace) -> int:
    from kiosk.content.loader import load
    from kiosk.desk.snapshot import snapshot

    if arguments.pdf:
        return make_sheet(arguments)
    exhibition = load(content(arguments.content)).exhibition
    comfort = frozenset(arguments.comfort)
    written = snapshot(
        exhibition, arguments.out, arguments.size, arguments.lang, arguments.only or "", comfort
    )
    print(f"{len(written)} → {arguments.out}")
    return 0 if written else 1


def write_schema(arguments: argparse.Namespace) -> int:
    from kiosk.desk.schema import write

    written = write(content(arguments.content), arguments.out or content(arguments.content))
    for path in written.new:
        print(path)
    for path in written.kept:
        print(f"{path}: 已有自己的设置，没有改动 / has settings of its own and was left alone")
    return 0


def import_photos(arguments: argparse.Namespace) -> int:
    from kiosk.desk.import_photos import Import
    from kiosk.desk.import_photos import import_photos as bring

    asked = Import(
        arguments.source, content(arguments.content), arguments.theme, arguments.lang, dry=arguments.dry_run
    )
    return bring(asked, sys.stdout)


def import_figures(arguments: argparse.Namespace) -> int:
    from kiosk.desk import import_figures as desk

    if arguments.template:
        return desk.copy_template(arguments.template, arguments.lang, sys.stdout)
    asked = desk.Import(
        arguments.source, content(arguments.content), arguments.theme, arguments.lang, sure=arguments.yes
    )
    return desk.import_figures(asked, sys.stdout, _person())


def doctor(arguments: argparse.Namespace) -> int:
    if arguments.probe:
        from kiosk.doctor.probe import answer

        return answer(arguments.probe, sys.stdin, sys.stdout)
    from kiosk import app
    from kiosk.doctor.examination import Asked, Format, Start
    from kiosk.doctor.examination import doctor as examine

    refusal = ""
    try:
        app.check_display()
    except app.PlaceError as error:
        refusal = str(error)
    start = Start(has_display=app.has_display(), refusal=refusal)
    asked = Asked(hall=arguments.hall, language=arguments.lang, format=Format(arguments.format))
    return examine(asked, start, sys.stdout)


def preview(arguments: argparse.Namespace) -> int:
    from kiosk import app

    if not app.has_display():
        raise app.PlaceError(
            "没有显示器：预览需要一个桌面窗口 / there is no display: the preview needs a desktop"
        )
    app.check_display()
    app.choose_renderer()
    from kiosk.desk.preview import preview as open_preview
    from kiosk.presentation.preview import Frame

    return open_preview(content(arguments.folder), arguments.lang, Frame(arguments.size))


def make_sheet(arguments: argparse.Namespace) -> int:
    from datetime import datetime
    from functools import partial

    from kiosk.content.loader import load
    from kiosk.content.translations import compared
    from kiosk.desk.progress import tracked
    from kiosk.desk.sheet import Sheet
    from kiosk.desk.signoff import sign_off

    loaded, comfort = compared(load(content(arguments.content))), frozenset(arguments.comfort)
    now = datetime.now().astimezone()
    sheet = Sheet(loaded, arguments.size, arguments.lang, now, arguments.only or "", comfort)
    pages = sign_off(sheet, arguments.pdf, partial(tracked, about="拍照 / pictures", stream=sys.stderr))
    print(f"{pages} 页 / pages → {arguments.pdf}")
    return 0 if pages else 1


def _say(error: Exception, language: Language) -> Refusal:
    """On the terminal, and in the log what nobody foresaw."""
    from kiosk.hall.refusal import refusal_of

    refusal = refusal_of(error)
    said = str(refusal)
    if not refusal.foreseen or isinstance(error, ImportError | SyntaxError | EOFError):
        from kiosk.hall.log import write

        file = write(type(error).__name__, error)
        said += f"　日志 / log: {file}" if file else ""
    problems = sys.modules.get("kiosk.content.problems")
    if problems and isinstance(error, problems.ContentError):
        said = problems.report(error.problems, language)
    print(said, file=sys.stderr)
    return refusal


def _stand_by(arguments: argparse.Namespace, refusal: Refusal) -> int:
    """What cannot be shown is said on the screen until it can."""
    from kiosk.hall.log import write

    write(str(refusal))
    try:
        from kiosk import app
        from kiosk.hall.places import built_in_content, settings_files
        from kiosk.hall.recovery import Recovery

        files = [*settings_files(), *([arguments.hall] if arguments.hall else [])]
        program = [Path(__file__).parent, built_in_content().parent / "assets", Path(sys.executable)]
        hall = _settings_if_any(arguments.hall)
        contents = [folder for folder in (arguments.content, hall.content, built_in_content()) if folder]
        recovery = Recovery(refusal, partial(_open, arguments), [*files, *contents, *program])
        return app.refuse(recovery, _place(arguments, hall))
    except ImportError:
        from kiosk.hall.dialog import show

        said, remedy = refusal.said, refusal.remedy
        show(Text(f"{said.zh}{remedy.zh}", f"{said.en} {remedy.en}"))
        return 1


def _settings_if_any(file: Path | None) -> Settings:
    from kiosk.content.problems import ContentError
    from kiosk.hall.settings import Settings

    try:
        return settings(file)
    except ContentError:
        return Settings()


def main(arguments: Sequence[str] | None = None) -> int:
    """Argv in, exit code out: 0 done, 1 refused with a reason, 2 wrong usage, 130 broken off.

    Nobody sees a traceback: it goes into the log.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    said = sys.argv[1:] if arguments is None else arguments
    commands = parser(said[0] if said else "")
    given = commands.parse_args(said)
    if given.command is None and not given.version:
        commands.print_help(sys.stderr)
        return 2
    try:
        if given.command not in {None, "run", "doctor"}:
            check_whole()
        code: int = show_version() if given.version else given.work(given)
        if sys.stdout:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _pipe_closed()
    except Exception as error:  # noqa: BLE001 - the last net of every command
        refusal = _say(error, getattr(given, "lang", None) or Language.ZH)
        return _stand_by(given, refusal) if getattr(given, "unattended", False) else 1
    return code


def _pipe_closed() -> int:
    """Whoever read has gone; nothing is left to be said, not even by Python as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 128 + 13
