"""The commands. Each imports its own work only when it is asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from kiosk import __version__
from kiosk.content.exhibition import Exhibition, Language, Slide, Text
from kiosk.failure import Failure
from kiosk.visit import Comfort

CONTENT = Path(__file__).parents[1] / "content"
TOUR = Path("build/tour")

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def size(text: str) -> tuple[int, int]:
    """`1280x720` as pixels."""
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdigit() and height.isdigit() and min(int(width), int(height)) >= 320):
        raise argparse.ArgumentTypeError(f"{text}: 应写成 1280x720 / must be written as 1280x720")
    if max(int(width), int(height)) > 16384:
        raise argparse.ArgumentTypeError(f"{text}: 太大 / too large")
    return int(width), int(height)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="kiosk", description="展览一体机 / an exhibition kiosk")
    top.add_argument("--version", action="store_true", help="版本 / versions")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for add in (_add_run, _add_new, _add_check, _add_snapshot):
        add(commands)
    return top


def _add_run(commands: Commands) -> None:
    run_ = commands.add_parser("run", help="开始展览 / show the exhibition")
    run_.set_defaults(work=run)
    run_.add_argument(
        "--content", type=Path, default=CONTENT, metavar="DIR", help="内容文件夹 / content folder"
    )
    run_.add_argument("--window", type=size, metavar="WxH", help="在窗口里显示 / in a window, for desks")
    run_.add_argument("--screen", type=int, metavar="N", help="第几块屏幕，从1数起 / which display, from 1")
    run_.add_argument("--lang", type=Language, choices=list(Language), help="开始时的语言 / first language")
    _add_comfort(
        run_, "每位观众一开始就打开的阅读设置，可写多次 / switched on for every visitor; may be repeated"
    )


def _add_check(commands: Commands) -> None:
    check_ = commands.add_parser("check", help="检查内容 / check the content")
    check_.set_defaults(work=check)
    check_.add_argument("folder", type=Path, nargs="?", default=CONTENT, metavar="DIR")
    check_.add_argument("--lang", type=Language, choices=list(Language), default=Language.ZH)


def _add_snapshot(commands: Commands) -> None:
    snapshot = commands.add_parser("snapshot", help="每一屏存成图片 / every screen as a picture")
    snapshot.set_defaults(work=take_snapshot)
    snapshot.add_argument("--content", type=Path, default=CONTENT, metavar="DIR")
    snapshot.add_argument("--out", type=Path, required=True, metavar="DIR")
    snapshot.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH")
    snapshot.add_argument("--lang", type=Language, choices=list(Language), default=Language.ZH)
    snapshot.add_argument(
        "--only", metavar="TEXT", help="只要名字里有这几个字的 / only names with TEXT in them"
    )
    _add_comfort(snapshot, "打开这项阅读设置，可写多次 / with this reading setting; may be repeated")


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
        thing.add_argument(
            "--lang",
            type=Language,
            choices=list(Language),
            default=Language.ZH,
            help="注释的语言 / language of the comments",
        )
        if thing is not exhibition:
            thing.add_argument("--content", type=Path, default=CONTENT, metavar="DIR")


def kinds_of_slides() -> list[str]:
    return [kind.kind for kind in get_args(Slide)]


def _add_comfort(command: argparse.ArgumentParser, about: str) -> None:
    command.add_argument(
        "--comfort", type=Comfort, choices=list(Comfort), action="append", default=[], help=about
    )


def show_version() -> int:
    from kiosk.presentation.stage import qt_version

    python = ".".join(str(part) for part in sys.version_info[:3])
    print(f"kiosk {__version__} (Qt {qt_version()}, Python {python})")
    return 0


def run(arguments: argparse.Namespace) -> int:
    from dataclasses import replace

    from kiosk import app
    from kiosk.content.recall import load_or_recall

    exhibition = load_or_recall(arguments.content)
    if arguments.lang:
        exhibition = replace(exhibition, language=arguments.lang)
    if not app.has_display():
        return tour(exhibition)
    place = app.Place(screen=arguments.screen, size=arguments.window, comfort=frozenset(arguments.comfort))
    return app.run(exhibition, place)


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
    from kiosk.desk.check import check as check_content

    return check_content(arguments.folder, arguments.lang, sys.stdout)


def new_exhibition(arguments: argparse.Namespace) -> int:
    from kiosk.desk.new import new_exhibition as make

    make(arguments.folder, arguments.lang, sys.stdout)
    return 0


def new_theme(arguments: argparse.Namespace) -> int:
    from kiosk.desk.new import new_theme as make

    title = Text(arguments.title, arguments.title_en)
    make(arguments.content, arguments.theme, title, arguments.lang, sys.stdout)
    return 0


def new_slide(arguments: argparse.Namespace) -> int:
    from kiosk.desk.new import Wish
    from kiosk.desk.new import new_slide as make

    wish = Wish(arguments.kind, arguments.theme, arguments.slide, arguments.after)
    make(arguments.content, wish, arguments.lang, sys.stdout)
    return 0


def take_snapshot(arguments: argparse.Namespace) -> int:
    from kiosk.content.loader import load
    from kiosk.desk.snapshot import snapshot

    exhibition = load(arguments.content).exhibition
    comfort = frozenset(arguments.comfort)
    written = snapshot(
        exhibition, arguments.out, arguments.size, arguments.lang, arguments.only or "", comfort
    )
    print(f"{len(written)} → {arguments.out}")
    return 0 if written else 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Argv in, exit code out: 0 done, 1 refused with a reason, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    commands = parser()
    given = commands.parse_args(arguments)
    if given.version:
        return show_version()
    if given.command is None:
        commands.print_help(sys.stderr)
        return 2
    from kiosk.content.problems import ContentError, report

    try:
        code: int = given.work(given)
    except ContentError as error:
        print(report(error.problems, getattr(given, "lang", None) or Language.ZH), file=sys.stderr)
    except Failure as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or ''}: {error.strerror or error}", file=sys.stderr)
    else:
        return code
    return 1
