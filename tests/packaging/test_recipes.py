"""What is written for Windows and macOS holds together. None of it runs here but `set-up-hall`."""

from __future__ import annotations

import argparse
import ast
import plistlib
import re
import runpy
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from typing import Any, Final

import pytest

from kiosk import __version__, cli
from kiosk.hall import places

ROOT: Final = Path(__file__).parents[2]
WINDOWS: Final = ROOT / "packaging" / "windows"
MACOS: Final = ROOT / "packaging" / "macos"
MADE: Final = {"dist/kiosk", "build/hall.yaml"}
"""What a recipe is made from and is not in the repository."""


def understood(words: list[str]) -> bool:
    """Whether `kiosk` takes this command line."""
    try:
        cli.parser().parse_args(words)
    except (SystemExit, argparse.ArgumentError):
        return False
    return True


def calls_in_build_spec(name: str) -> list[dict[str, object]]:
    """The plain keyword arguments of every call of that name."""
    tree = ast.parse((ROOT / "build.spec").read_text(encoding="utf-8"))
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]
    return [
        {
            word.arg: word.value.value
            for word in call.keywords
            if word.arg and isinstance(word.value, ast.Constant)
        }
        for call in calls
    ]


def entries_in_build_spec(key: str) -> list[object]:
    """The plain values that dictionaries have under that key."""
    tree = ast.parse((ROOT / "build.spec").read_text(encoding="utf-8"))
    pairs = [
        pair
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for pair in zip(node.keys, node.values, strict=True)
    ]
    return [
        value.value
        for name, value in pairs
        if isinstance(name, ast.Constant) and name.value == key and isinstance(value, ast.Constant)
    ]


def programs() -> set[object]:
    return {call["name"] for call in calls_in_build_spec("EXE")}


# --- Windows --------------------------------------------------------------------------------------


class Script:
    """An Inno Setup script: its defines, and the entries of its sections with the defines filled in."""

    def __init__(self, path: Path) -> None:
        self.raw = path.read_bytes()
        self.text = self.raw.decode("utf-8-sig")
        self.defines = dict(re.findall(r'^ *#define (\w+) "(.*)"$', self.text, re.MULTILINE))
        self.sections: dict[str, list[str]] = {}
        whole = re.sub(r"\\\n *", "", self.text)
        for title, body in re.findall(r"^\[(\w+)\]\n(.*?)(?=^\[|\Z)", whole, re.MULTILINE | re.DOTALL):
            lines = [line for line in body.splitlines() if line and line[0] not in ";#"]
            self.sections.setdefault(title, []).extend(map(self.filled, lines))

    def filled(self, line: str) -> str:
        return re.sub(r"\{#(\w+)\}", lambda found: self.defines.get(found[1], found[0]), line)

    def values(self, section: str) -> dict[str, str]:
        return dict(line.split("=", 1) for line in self.sections[section])

    def entries(self, section: str) -> list[dict[str, str]]:
        pattern = re.compile(r'(\w+): ("(?:[^"]|"")*"|[^;]+)')
        return [
            {key: value.strip('"').replace('""', '"') for key, value in pattern.findall(line)}
            for line in self.sections[section]
        ]


@pytest.fixture(scope="module")
def script() -> Script:
    return Script(WINDOWS / "luoyang-kiosk.iss")


def in_repository(name: str) -> str:
    """A path of the script as the repository names it, without the wildcard at its end."""
    path = (WINDOWS / PureWindowsPath(name).as_posix()).resolve()
    return path.relative_to(ROOT.resolve()).as_posix().removesuffix("/*")


def test_the_installer_takes_only_what_is_there_or_is_made(script: Script) -> None:
    sources = [in_repository(entry["Source"]) for entry in script.entries("Files")]
    files = {
        name for name in sources if not any(name == made or name.startswith(f"{made}/") for made in MADE)
    }

    assert files == {"packaging/windows/README.md"}
    assert all((ROOT / name).is_file() for name in files)
    assert {"dist/kiosk", "dist/kiosk/_internal/content", "build/hall.yaml"} <= set(sources)
    assert [in_repository(script.values("Setup")["OutputDir"])] == ["dist"]
    assert [call["name"] for call in calls_in_build_spec("COLLECT")] == ["kiosk"]


def test_the_installer_keeps_the_number_by_which_windows_knows_it(script: Script) -> None:
    assert script.values("Setup")["AppId"] == "{{6E1C9C34-2B5F-4C0E-9A2B-3D7C51F0A8D2}"


def test_the_installer_is_for_64_bit_machines_and_administrators(script: Script) -> None:
    setup = script.values("Setup")

    assert setup["ArchitecturesAllowed"] == setup["ArchitecturesInstallIn64BitMode"] == "x64compatible"
    assert setup["PrivilegesRequired"] == "admin"
    assert setup["MinVersion"] == "10.0.17763"
    assert setup["DefaultDirName"].startswith("{autopf}\\")


def test_the_version_comes_from_outside(script: Script) -> None:
    assert "#ifndef Version\n  #error" in script.text
    assert script.values("Setup")["AppVersion"] == "{#Version}"
    assert re.fullmatch(r"\d+(\.\d+){1,3}", __version__), "Windows takes only numbers for VersionInfoVersion"


def test_the_script_and_its_chinese_are_marked_as_utf_8(script: Script) -> None:
    for raw in (script.raw, (WINDOWS / "chinese.isl").read_bytes()):
        assert raw.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in raw


def test_the_installer_speaks_chinese_and_english(script: Script) -> None:
    languages = {entry["Name"]: entry["MessagesFile"] for entry in script.entries("Languages")}

    assert languages == {"zh": "compiler:Default.isl,chinese.isl", "en": "compiler:Default.isl"}


def test_every_sentence_of_the_installer_is_in_both_languages(script: Script) -> None:
    said = script.values("CustomMessages")
    names = {language: {key[3:] for key in said if key[:3] == f"{language}."} for language in ("zh", "en")}
    used = set(re.findall(r"\{cm:(\w+)\}|CustomMessage\('(\w+)'\)", script.text))

    assert names["zh"] == names["en"] == {one or other for one, other in used}
    for name in names["zh"]:
        zh, en = said[f"zh.{name}"], said[f"en.{name}"]
        assert re.search("[\u4e00-\u9fff]", zh), name
        assert not re.search("[\u4e00-\u9fff]", en), name
        assert re.findall(r"%\d", zh) == re.findall(r"%\d", en), name


def test_the_chinese_says_everything_once() -> None:
    lines = (WINDOWS / "chinese.isl").read_text(encoding="utf-8-sig").splitlines()
    said = [line.split("=", 1) for line in lines if line and line[0] not in ";["]
    names = [name for name, _ in said]

    assert ["LanguageID", "$0804"] in said
    assert len(names) == len(set(names)) > 100
    exempt = {
        "LanguageID",
        "LanguageCodePage",
        "DialogFontName",
        "DialogFontSize",
        "WelcomeFontName",
        "LastErrorMessage",
    }
    silent = [name for name, text in said if not re.search("[\u4e00-\u9fff]", text) and name not in exempt]
    assert silent == []


def test_windows_keeps_things_where_the_program_looks_for_them(
    script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PROGRAMDATA", "{commonappdata}")

    settings = places.system_settings()

    assert PureWindowsPath(script.defines["Room"]) == PureWindowsPath(settings.parent)
    assert [
        entry.get("DestName")
        for entry in script.entries("Files")
        if PureWindowsPath(entry["DestDir"]) == PureWindowsPath(settings.parent)
    ] == [settings.name]


def test_nothing_of_the_staff_is_in_the_uninstallers_list(script: Script) -> None:
    inside = [
        entry
        for section, key in (("Files", "DestDir"), ("Dirs", "Name"))
        for entry in script.entries(section)
        if entry[key].startswith(script.defines["Room"])
    ]

    assert len(inside) == 4
    assert all("uninsneveruninstall" in entry["Flags"] for entry in inside)
    assert "UninstallDelete" not in script.sections


def command_lines(script: Script) -> Iterator[tuple[str, list[str]]]:
    """The program and the words behind it of every entry that starts one of ours."""
    for entry in [*script.entries("Icons"), *script.entries("Run")]:
        line = f'"{entry["Filename"]}" {entry.get("Parameters", "")}'
        for program, words in re.findall(r'"\{app\}\\([\w-]+)\.exe"((?: [^\s"|]+| "[^"]*")+)', line):
            yield program, shlex.split(words.replace("\\", "/"))


# --- macOS ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def agent() -> dict[str, Any]:
    (path,) = MACOS.glob("org.*.plist")
    with path.open("rb") as file:
        agent: dict[str, Any] = plistlib.load(file)
    assert agent["Label"] == path.stem
    return agent


@pytest.fixture(scope="module")
def image() -> dict[str, Any]:
    """What dmgbuild finds after running the settings."""
    defines = {"app": "dist/some.app", "settings": "build/hall.yaml", "here": str(MACOS)}
    return runpy.run_path(str(MACOS / "dmg.py"), init_globals={"defines": defines})


def test_the_agent_restarts_the_exhibition_after_a_crash_alone(agent: dict[str, Any]) -> None:
    assert agent["RunAtLoad"] is True
    assert agent["KeepAlive"] == {"SuccessfulExit": False}
    assert agent["ProcessType"] == "Interactive"
    assert agent["LimitLoadToSessionType"] == "Aqua"


def test_the_agent_starts_the_program_where_the_image_puts_it(
    agent: dict[str, Any], image: dict[str, Any]
) -> None:
    program = Path(agent["ProgramArguments"][0])

    assert program.parent == Path("/Applications") / image["application"] / "Contents" / "MacOS"
    assert agent["ProgramArguments"][1:] == ["run", "--unattended"]


def test_what_the_agent_writes_goes_where_the_set_up_makes_room(agent: dict[str, Any]) -> None:
    logs = 'logs="$root/Library/Logs/luoyang-kiosk"'

    assert logs in (MACOS / "set-up-hall").read_text(encoding="utf-8")
    assert {agent["StandardOutPath"], agent["StandardErrorPath"]} == {
        "/Library/Logs/luoyang-kiosk/launchd.log"
    }


def test_the_image_holds_the_program_and_all_that_the_set_up_needs(image: dict[str, Any]) -> None:
    names = [name for _, name in image["files"]]

    assert image["files"][0] == ("dist/some.app", "Luoyang Kiosk.app")
    assert {"hall.yaml", "set-up-hall", "org.luoyang-kiosk.plist", "README.md"} == set(names[1:])
    assert all(Path(source).is_file() for source, name in image["files"][2:])
    assert image["symlinks"] == {"Applications": "/Applications"}
    assert image["format"] == "UDZO"


def test_everything_in_the_image_has_its_place_in_the_window(image: dict[str, Any]) -> None:
    (_, (width, height)) = image["window_rect"]
    shown = {name for _, name in image["files"]} | set(image["symlinks"])

    assert image["icon_locations"].keys() == shown
    assert len(set(image["icon_locations"].values())) == len(shown)
    assert all(0 < x < width and 0 < y < height for x, y in image["icon_locations"].values())


def test_macos_keeps_things_where_the_program_looks_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    settings = places.system_settings()
    script = (MACOS / "set-up-hall").read_text(encoding="utf-8")

    assert f'room="$root{settings.parent}"' in script
    assert f'settings="$room/{settings.name}"' in script


def test_the_entitlements_allow_what_python_and_qml_need() -> None:
    with (MACOS / "entitlements.plist").open("rb") as file:
        allowed = plistlib.load(file)

    runtime = "com.apple.security.cs."
    assert allowed == {f"{runtime}allow-jit": True, f"{runtime}allow-unsigned-executable-memory": True}


# --- both, and what the other recipes make --------------------------------------------------------


def test_every_program_that_is_started_is_in_the_bundle(script: Script, agent: dict[str, Any]) -> None:
    started = {program for program, _ in command_lines(script)} | {Path(agent["ProgramArguments"][0]).name}

    assert started == programs() == {"kiosk", "kiosk-hall"}


def test_every_command_that_is_started_is_one_of_kiosk(script: Script, agent: dict[str, Any]) -> None:
    lines = [words for _, words in command_lines(script)] + [agent["ProgramArguments"][1:]]

    assert {words[0] for words in lines} == {"run", "preview", "doctor"}
    assert [words for words in lines if not understood(words)] == []
    assert not understood(["run", "--no-such-option"])


def test_the_program_of_macos_has_the_agents_name_and_may_show_itself(agent: dict[str, Any]) -> None:
    (bundle,) = calls_in_build_spec("BUNDLE")

    assert bundle["bundle_identifier"] == agent["Label"]
    # PyInstaller makes an app with a console program in it a background one, which has no window.
    assert entries_in_build_spec("LSBackgroundOnly") == [False]


# --- the handbooks --------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", [WINDOWS, MACOS], ids=lambda folder: folder.name)
def test_a_handbook_tells_the_same_in_both_languages(folder: Path) -> None:
    chinese, english, *_ = (folder / "README.md").read_text(encoding="utf-8").split("\n---\n")

    blocks = [
        re.findall(r"^```\w+\n(.*?)^```", half, re.MULTILINE | re.DOTALL) for half in (chinese, english)
    ]
    sections = [re.findall(r"^## (\d)", half, re.MULTILINE) for half in (chinese, english)]

    assert sections[0] == sections[1] == [str(number) for number in range(1, len(sections[0]) + 1)]
    commands = [[text.replace("/LANG=zh", "/LANG=en") for text in half] for half in blocks]
    assert len(commands[1]) > 5
    assert [text for text in commands[1] if text not in commands[0]] == []
    assert "没有在" in chinese.split("\n## ")[0]
    assert "never followed on" in english.split("\n## ")[0]


def test_the_handbook_of_windows_names_what_the_installer_has(script: Script) -> None:
    text = (WINDOWS / "README.md").read_text(encoding="utf-8")
    tasks = [entry["Name"] for entry in script.entries("Tasks")]
    installer = script.values("Setup")["OutputBaseFilename"].replace("{#Version}", __version__)

    assert text.count(f'/TASKS="{",".join(tasks)}"') == 4
    assert f"{installer}.exe" in text
    for entry in script.entries("Registry"):
        assert (
            f'"HKLM\\{entry["Subkey"]}" /v {entry["ValueName"]} /t REG_DWORD /d {entry["ValueData"]} /f'
            in text
        )
