"""The manual pages and the shell completions, made from the commands themselves.

The help texts of `kiosk.cli.parser()` are written "中文 / English"; each page takes one of the two.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

Language = Literal["zh", "en"]
Parser = argparse.ArgumentParser

BOTH: Final = re.compile(r"(?P<zh>.*?[\u4e00-\u9fff].*?) / (?P<en>[^\u4e00-\u9fff]+)")
CONTINUED: Final = re.compile(r"\n {5,}")

HEADINGS: Final[dict[str, dict[Language, str]]] = {
    "name": {"zh": "名称", "en": "NAME"},
    "synopsis": {"zh": "用法", "en": "SYNOPSIS"},
    "description": {"zh": "说明", "en": "DESCRIPTION"},
    "options": {"zh": "选项", "en": "OPTIONS"},
    "commands": {"zh": "命令", "en": "COMMANDS"},
    "status": {"zh": "退出码", "en": "EXIT STATUS"},
    "files": {"zh": "文件", "en": "FILES"},
}

DESCRIPTION: Final[dict[Language, str]] = {
    "zh": "在展厅的触摸屏上讲一座城市的一年。内容是一个文件夹里的 YAML 文件，由展览人员自己修改；"
    "屏幕、语言、内容文件夹这些展厅自己的设置写在 hall.yaml 里。",
    "en": "Tells a city's year on the touch screen of a hall. The content is a folder of YAML files that "
    "exhibition staff edit themselves; what is a hall's own (its display, language and content folder) "
    "stands in hall.yaml.",
}

STATUS: Final[dict[str, dict[Language, str]]] = {
    "0": {"zh": "已完成，或可以展出。", "en": "Done, or fit to be shown."},
    "1": {
        "zh": "拒绝执行并说明了原因，或还有要改的地方。",
        "en": "Refused with a reason, or something is left to mend.",
    },
    "2": {"zh": "命令写错了。", "en": "Wrong usage."},
}

FILES: Final[dict[str, dict[Language, str]]] = {
    "/etc/luoyang-kiosk/hall.yaml": {
        "zh": "这个展厅的设置；每一项在文件里都有说明。",
        "en": "The settings of this hall; each is explained in the file.",
    },
    "~/.config/luoyang-kiosk/hall.yaml": {
        "zh": "只给一位用户的设置；有它就不读上面那一个。",
        "en": "Those of one user; where it exists, the one above is not read.",
    },
    "/var/lib/luoyang-kiosk/content": {
        "zh": "展览人员修改的内容。安装时从自带内容复制一份；改动过以后，升级和卸载都不碰它。",
        "en": "The content that staff edit. A copy of the built-in content, made at installation; once it "
        "has been changed, neither an upgrade nor a removal touches it.",
    },
    "/usr/lib/luoyang-kiosk": {
        "zh": "程序和自带内容；不要在这里修改。",
        "en": "The program and the built-in content; not to be edited.",
    },
    "~/.local/state/luoyang-kiosk/kiosk.log": {"zh": "运行记录。", "en": "The log."},
}


@dataclass(frozen=True, slots=True)
class Edition:
    """What a page says of the program it is about."""

    version: str
    date: dt.date


def in_language(text: str, language: Language) -> str:
    """One language of a text that is written "中文 / English", line by line; another text as it is."""
    lines = CONTINUED.sub(" ", text).splitlines()
    return "\n".join(_half(line, language) for line in lines)


def _half(line: str, language: Language) -> str:
    both = BOTH.fullmatch(line)
    if both is None:
        return line
    indent = line[: len(line) - len(line.lstrip())]
    number = re.match(r"\s*(\d+  )?", line)
    start = number.group() if number else indent
    return both["zh"] if language == "zh" else start + both["en"]


def commands_of(parser: Parser) -> list[Parser]:
    """The commands directly below a parser, in their order."""
    return [
        command
        for action in parser._actions
        if isinstance(action, argparse._SubParsersAction)
        for command in action.choices.values()
    ]


def leaves(parser: Parser) -> Iterator[Parser]:
    """Every command that does something."""
    below = commands_of(parser)
    if not below:
        yield parser
    for command in below:
        yield from leaves(command)


def speak(parser: Parser, language: Language) -> Parser:
    """The same parser with every help text in one language."""
    parser.description = in_language(parser.description or "", language)
    parser.epilog = in_language(parser.epilog or "", language)
    for action in parser._actions:
        action.help = in_language(action.help, language) if action.help else action.help
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                choice.help = in_language(choice.help or "", language)
    for command in commands_of(parser):
        speak(command, language)
    return parser


# The manual page ------------------------------------------------------------------------------------------


def roff(text: str) -> str:
    """Text as roff reads it. Chinese has no spaces: its lines may break behind any mark."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    escaped = re.sub(r"([，。；、：）])(?=.)", r"\1\\:", escaped)
    return re.sub(r"(?m)^(?=[.'])", r"\&", escaped)


def page(parser: Parser, language: Language, edition: Edition) -> str:
    """The manual page kiosk(1), as roff, from a parser that is not spoken yet."""
    speak(parser, language)
    heads = {key: roff(words[language]) for key, words in HEADINGS.items()}
    name = parser.prog
    lines = [
        f'.TH {name.upper()} 1 "{edition.date.isoformat()}" "{name} {edition.version}"',
        ".ad l",
        ".nh",
        f'.SH "{heads["name"]}"',
        rf"{name} \- {roff(parser.description or '')}",
        f'.SH "{heads["synopsis"]}"',
        *_synopsis(parser),
        f'.SH "{heads["description"]}"',
        roff(DESCRIPTION[language]),
        f'.SH "{heads["options"]}"',
        *_options(parser),
        f'.SH "{heads["commands"]}"',
        *(line for command in leaves(parser) for line in _command(parser, command)),
        f'.SH "{heads["status"]}"',
        *_definitions(STATUS, language),
        f'.SH "{heads["files"]}"',
        *_definitions(FILES, language),
    ]
    return "\n".join(lines) + "\n"


def _synopsis(parser: Parser) -> list[str]:
    return [rf"\fB{parser.prog}\fR [\fIOPTION\fR] \fICOMMAND\fR ..."]


def _command(top: Parser, command: Parser) -> list[str]:
    usage = " ".join(command.format_usage().split()).partition(": ")[2].removeprefix(command.prog)
    about = "\n.br\n".join(roff(line) for line in (command.epilog or "").splitlines())
    return [
        f'.SS "{roff(command.prog)}"',
        rf"\fB{roff(command.prog)}\fR{roff(usage)}",
        ".P",
        roff(_about(top, command)),
        *_options(command),
        *([".P", about] if about else []),
    ]


def _about(parser: Parser, sought: Parser) -> str:
    """What the list of commands says of a command."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for name, command in action.choices.items():
                found = helps.get(name, "") if command is sought else _about(command, sought)
                if found:
                    return found
    return ""


def _options(parser: Parser) -> list[str]:
    lines = []
    for action in parser._actions:
        if not isinstance(action, argparse._HelpAction | argparse._SubParsersAction):
            lines += [".TP", _spelling(action), roff(action.help or "")]
    return [line for line in lines if line]


def _spelling(action: argparse.Action) -> str:
    value = _value(action)
    if not action.option_strings:
        return rf"\fI{roff(value)}\fR"
    names = ", ".join(rf"\fB{roff(name)}\fR" for name in action.option_strings)
    return names if action.nargs == 0 else rf"{names} \fI{roff(value)}\fR"


def _value(action: argparse.Action) -> str:
    if isinstance(action.metavar, str):
        return action.metavar
    if action.choices is not None:
        return "{" + ",".join(map(str, action.choices)) + "}"
    return action.dest.upper()


def _definitions(rows: dict[str, dict[Language, str]], language: Language) -> list[str]:
    return [
        line
        for name, words in rows.items()
        for line in (".TP", rf"\fB{roff(name)}\fR", roff(words[language]))
    ]


# Completion -----------------------------------------------------------------------------------------------

FOLDERS: Final = ("DIR", "FOLDER")


def completion(parser: Parser, shell: Literal["bash", "zsh", "fish"]) -> str:
    """What that shell reads to complete the commands; the words it shows are English."""
    import shtab

    speak(parser, "en")
    for command in [parser, *leaves(parser)]:
        for action in command._actions:
            if action.type is Path:
                of_folders = action.metavar in FOLDERS
                action.complete = shtab.DIRECTORY if of_folders else shtab.FILE  # type: ignore[attr-defined]
    text: str = shtab.complete(parser, shell=shell)
    return text
