"""What VS Code is told about a content folder: how to write YAML in it, and how to check it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | bool"
JsonObject: TypeAlias = dict[str, Json]


def settings(exhibition: str, theme: str) -> JsonObject:
    """Nothing is guessed, reformatted or fetched. The paths are those of the two schemas in the folder."""
    return {
        "files.encoding": "utf8",
        "files.autoGuessEncoding": False,
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.trimTrailingWhitespace": True,
        "files.exclude": {f"**/{exhibition.partition('/')[0]}": True},
        "editor.unicodeHighlight.allowedLocales": {"zh-hans": True},
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.detectIndentation": False,
            "editor.formatOnSave": False,
            "editor.renderWhitespace": "all",
            "editor.wordWrap": "on",
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
        },
        "yaml.schemas": {
            f"./{exhibition}": "exhibition.yaml",
            f"./{theme}": "themes/*.yaml",
        },
        "yaml.schemaStore.enable": False,
        "yaml.validate": True,
        "yaml.completion": True,
        "yaml.hover": True,
        "yaml.hoverSchemaSource": False,
        "yaml.format.enable": False,
        "redhat.telemetry.enabled": False,
    }


def tasks(command: str) -> JsonObject:
    """The check, whose problems VS Code lists, and the exhibition in a window; `command` starts us."""
    shared: JsonObject = {
        "type": "process",
        "command": command,
        "options": {"cwd": "${workspaceFolder}"},
    }
    return {
        "version": "2.0.0",
        "tasks": [
            {
                "label": "检查",
                "detail": "检查全部内容，问题列在“问题”面板里",
                **shared,
                "args": ["check", "--format", "lines", "."],
                "group": {"kind": "build", "isDefault": True},
                "presentation": {"clear": True, "showReuseMessage": False, "revealProblems": "onProblem"},
                "problemMatcher": _matcher(),
            },
            {
                "label": "看展览",
                "detail": "在窗口里看展览",
                **shared,
                "args": ["run", "--content", ".", "--window", "1280x720"],
                "problemMatcher": [],
            },
        ],
    }


def _matcher() -> JsonObject:
    """For the report of a check with a line for each problem."""
    return {
        "owner": "kiosk",
        "source": "kiosk",
        "fileLocation": ["autoDetect", "${workspaceFolder}"],
        "pattern": {
            "regexp": r"^(.+?):(\d+):(\d+): (error|warning): (.*) \[([\w-]+)\]$",
            "file": 1,
            "line": 2,
            "column": 3,
            "severity": 4,
            "message": 5,
            "code": 6,
        },
    }
