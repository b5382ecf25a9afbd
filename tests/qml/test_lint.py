"""The whole QML tree under Qt's own linter and formatter."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from tests.presentation.qmltypes import run, write_qml_types

QML: Final = Path(__file__).parents[2] / "kiosk" / "qml"


def views(root: Path = QML) -> list[Path]:
    found = sorted(root.rglob("*.qml"))
    assert len(found) > 40
    return found


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("types")
    write_qml_types(folder)
    return folder


def lint(types: Path, root: Path) -> str:
    return run("pyside6-qmllint", "-I", types, "-I", root, *views(root), strict=False)


@pytest.mark.lint
def test_the_screens_are_free_of_lint(types: Path) -> None:
    assert lint(types, QML) == ""


@pytest.mark.lint
def test_the_linter_does_find_faults(types: Path, tmp_path: Path) -> None:
    shutil.copytree(QML, tmp_path / "qml")
    home = tmp_path / "qml" / "Exhibition" / "Home.qml"
    text = home.read_text(encoding="utf-8")
    assert "root.visit.openTheme(index)" in text
    home.write_text(
        text.replace("root.visit.openTheme(index)", "root.visit.opneTheme(index)"), encoding="utf-8"
    )
    assert "opneTheme" in lint(types, tmp_path / "qml")


@pytest.mark.lint
def test_the_screens_are_formatted(tmp_path: Path) -> None:
    shutil.copytree(QML, tmp_path / "qml")
    copies = views(tmp_path / "qml")
    listed = tmp_path / "files"
    listed.write_text("\n".join(map(str, copies)), encoding="utf-8")
    run("pyside6-qmlformat", "--ignore-settings", "-F", listed)
    changed = [
        str(copy.relative_to(tmp_path / "qml"))
        for copy in copies
        if copy.read_bytes() != (QML / copy.relative_to(tmp_path / "qml")).read_bytes()
    ]
    assert changed == []


@pytest.mark.lint
def test_every_view_is_listed_in_the_qmldir_of_its_folder() -> None:
    for folder in {view.parent for view in views()}:
        lines = [
            line.split() for line in (folder / "qmldir").read_text(encoding="utf-8").splitlines() if line
        ]
        assert lines[0] == ["module", ".".join(folder.relative_to(QML).parts)]
        entries = [line for line in lines[1:] if line[-1].endswith(".qml")]
        assert {entry[-1] for entry in entries} == {view.name for view in folder.glob("*.qml")}
        singletons = {entry[-1] for entry in entries if entry[0] == "singleton"}
        assert singletons == {
            view.name
            for view in folder.glob("*.qml")
            if "pragma Singleton" in view.read_text(encoding="utf-8")
        }
