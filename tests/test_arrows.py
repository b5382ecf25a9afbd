"""Who may know whom: read from the imports."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Final

import pytest

KIOSK: Final = Path(__file__).parents[1] / "kiosk"

QT: Final = "PySide6"
YAML: Final = "yaml"

ROOMS: Final = ("kiosk.desk", "kiosk.hall", "kiosk.doctor")
"""That lean on content and presentation, and stand beside each other."""
TOP: Final = ("kiosk.app", "kiosk.cli")

FORBIDDEN: Final = {
    "kiosk.content": (QT, "kiosk.visit", "kiosk.presentation", *ROOMS, *TOP),
    "kiosk.visit": (QT, YAML, "kiosk.presentation", *ROOMS, *TOP),
    "kiosk.components": (QT, YAML, "kiosk.presentation", *ROOMS, *TOP),
    "kiosk.terminal": (QT, YAML, "kiosk.visit", "kiosk.presentation", *ROOMS, *TOP),
    "kiosk.program": (QT, YAML, "kiosk.content", "kiosk.visit", "kiosk.presentation", *ROOMS, *TOP),
    "kiosk.presentation": (YAML, "PIL", "kiosk.content.loader", *ROOMS, *TOP),
    "kiosk.desk": (YAML, "kiosk.hall", "kiosk.doctor", *TOP),
    "kiosk.hall": (YAML, "kiosk.desk", "kiosk.doctor", *TOP),
    "kiosk.doctor": (YAML, "kiosk.desk", *TOP),
    "kiosk.app": (YAML, "kiosk.desk", "kiosk.doctor", "kiosk.cli"),
    "kiosk.failure": ("kiosk", QT, YAML),
    **dict.fromkeys(
        [
            "kiosk.hall.settings",
            "kiosk.hall.places",
            "kiosk.doctor.examination",
            "kiosk.doctor.findings",
            "kiosk.doctor.hearing",
            "kiosk.doctor.installed",
            "kiosk.doctor.machine",
            "kiosk.doctor.origins",
            "kiosk.doctor.picture",
            "kiosk.doctor.probe",
            "kiosk.doctor.report",
        ],
        (QT,),
    ),
}

MEANINGLESS: Final = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "core",
    "manager",
    "backend",
    "misc",
    "base",
}


def modules() -> dict[str, ast.Module]:
    """Dotted name → tree of every module of the package."""
    found = {}
    for path in sorted(KIOSK.rglob("*.py")):
        parts = path.relative_to(KIOSK.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    assert len(found) > 25
    return found


MODULES: Final = modules()


def imports(tree: ast.Module) -> set[str]:
    """Every module it names, those in functions and under TYPE_CHECKING too."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found |= {alias.name for alias in names}
            case ast.ImportFrom(module=str(module), names=names, level=0):
                found |= {module} | {f"{module}.{alias.name}" for alias in names}
            case ast.ImportFrom():
                found.add(".")
            case _:
                pass
    return found


def within(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


@pytest.mark.parametrize("room", FORBIDDEN)
def test_a_room_knows_only_what_it_leans_on(room: str) -> None:
    inside = {name: tree for name, tree in MODULES.items() if within(name, room)}
    assert inside
    found = {
        (name, imported)
        for name, tree in inside.items()
        for imported in imports(tree)
        for forbidden in FORBIDDEN[room]
        if within(imported, forbidden)
    }
    assert found == set()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from PySide6.QtCore import QObject", "PySide6.QtCore"),
        ("def f():\n    import yaml", "yaml"),
        ("if TYPE_CHECKING:\n    from kiosk import desk", "kiosk.desk"),
        ("from . import x", "."),
    ],
)
def test_an_import_is_seen_wherever_it_stands(source: str, found: str) -> None:
    assert found in imports(ast.parse(source))


def test_only_the_command_line_knows_the_app() -> None:
    knowing = {name for name, tree in MODULES.items() if any(within(i, "kiosk.app") for i in imports(tree))}
    assert knowing == {"kiosk.cli"}


def test_only_the_package_s_door_knows_the_command_line() -> None:
    knowing = {name for name, tree in MODULES.items() if any(within(i, "kiosk.cli") for i in imports(tree))}
    assert knowing == {"kiosk.__main__"}


def test_only_the_reader_of_documents_knows_yaml() -> None:
    knowing = {name for name, tree in MODULES.items() if any(within(i, YAML) for i in imports(tree))}
    assert knowing
    assert all(within(name, "kiosk.content") for name in knowing)


def test_imports_are_absolute() -> None:
    assert {name for name, tree in MODULES.items() if "." in imports(tree)} == set()


def test_qtawesome_is_never_imported() -> None:
    """It takes 0.2 to 0.3 s and draws in a module of Qt that is under the GPL only."""
    knowing = {
        name
        for name, tree in MODULES.items()
        if any(within(i, bad) for i in imports(tree) for bad in ("qtawesome", "qtpy"))
    }
    assert knowing == set()


def test_anything_goes_nowhere_but_in_the_decoder() -> None:
    using = {
        name
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id == "Any")
        or (isinstance(node, ast.Attribute) and node.attr == "Any")
    }
    assert using <= {"kiosk.content.decode"}


def test_every_name_says_what_the_thing_is() -> None:
    paths = [path for path in KIOSK.rglob("*") if path.suffix in {".py", ".qml"} or path.is_dir()]
    assert len(paths) > 60
    assert [str(path) for path in paths if path.stem.lower() in MEANINGLESS] == []
    classes = [
        node.name for tree in MODULES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    ]
    assert len(classes) > 60
    ends = ("Manager", "Helper", "Utils", "Util", "Backend")
    assert [name for name in classes if name.endswith(ends)] == []
