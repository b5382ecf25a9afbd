"""The types of `Exhibition.Models` for qmllint and qmlls, written from the view models' sources.

pyside6-metaobjectdump reads the sources but leaves out which properties are constant or final, and calls a
list `list`, which qmllint does not know. The running meta-objects know, so they fill that in.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import PySide6
from PySide6.QtCore import QMetaObject

import kiosk.presentation

URI: Final = "Exhibition.Models"
ROOM: Final = Path(kiosk.presentation.__file__).parent
METATYPES: Final = Path(PySide6.__file__).parent / "Qt" / "metatypes"
FOREIGN: Final = ("qt6core_metatypes.json", "qt6gui_metatypes.json")


def registering_sources() -> list[Path]:
    return sorted(path for path in ROOM.glob("*.py") if "@QmlElement" in path.read_text(encoding="utf-8"))


def write_qml_types(folder: Path) -> None:
    """Write `Exhibition/Models/` with its qmldir and type information into an import folder of qmllint."""
    module = folder.joinpath(*URI.split("."))
    module.mkdir(parents=True, exist_ok=True)
    dump = folder / "metatypes.json"
    run("pyside6-metaobjectdump", "--compact", "--out-file", dump, *registering_sources())
    files: list[dict[str, Any]] = json.loads(dump.read_text(encoding="utf-8"))
    for file in files:
        source = importlib.import_module(f"kiosk.presentation.{Path(file['inputFile']).stem}")
        for declared in file["classes"]:
            _complete(declared, getattr(source, declared["className"]))
    dump.write_text(json.dumps(files), encoding="utf-8")
    run(
        "pyside6-qmltyperegistrar",
        f"--generate-qmltypes={module / 'models.qmltypes'}",
        f"--import-name={URI}",
        "--major-version=1",
        f"--foreign-types={','.join(str(METATYPES / name) for name in FOREIGN)}",
        "-o",
        folder / "registrations.cpp",
        dump,
    )
    module.joinpath("qmldir").write_text(
        f"module {URI}\ntypeinfo models.qmltypes\nimport QtQuick\n", encoding="utf-8"
    )


def run(tool: str, *arguments: str | Path, strict: bool = True) -> str:
    """Run one of PySide's tools and return what it said; if `strict`, a failure raises with all of it."""
    command = [str(Path(sys.executable).with_name(tool)), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    if strict and done.returncode:
        raise AssertionError(f"{tool}: {said}")
    return said


def _complete(declared: dict[str, Any], registered: Any) -> None:
    meta: QMetaObject | None = getattr(registered, "staticMetaObject", None)
    for entry in declared.get("properties", []):
        assert meta is not None
        known = meta.property(meta.indexOfProperty(entry["name"]))
        entry["constant"] = known.isConstant()
        entry["final"] = known.isFinal()
        if entry["type"] == "list":
            entry["type"] = known.typeName()
