from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.presentation.qmltypes import registering_sources, run, write_qml_types

VIEW = """\
import QtQuick
import Exhibition.Models

Item {
    id: root

    required property VisitViewModel visit
    readonly property StatisticsSlideViewModel statistics: root.visit.slide as StatisticsSlideViewModel

    Text {
        color: root.visit.theme.base
        font.family: Icons.family
        text: root.visit.exhibition.prologue.title + root.visit.term.meaning + Icons.close
        textFormat: Text.PlainText

        Component.onCompleted: {
            root.visit.openFigure(1, 2);
            root.visit.setLanguage("en");
            root.visit.hold(1.2);
        }
    }

    Connections {
        function onEntryChanged() {
            root.visit.touched();
        }

        target: root.visit
    }

    Repeater {
        model: root.statistics.statistics

        delegate: Text {
            required property StatisticViewModel modelData

            text: modelData.before + modelData.digits + modelData.value.toFixed(modelData.decimals)
            textFormat: Text.PlainText
        }
    }
}
"""


@pytest.fixture(scope="module")
def imports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("imports")
    write_qml_types(folder)
    return folder


@pytest.mark.lint
def test_a_view_of_the_models_is_free_of_warnings(imports: Path, tmp_path: Path) -> None:
    view = tmp_path / "View.qml"
    view.write_text(VIEW, encoding="utf-8")
    assert run("pyside6-qmllint", "-I", imports, view) == ""


@pytest.mark.lint
def test_a_property_that_is_not_there_is_found(imports: Path, tmp_path: Path) -> None:
    view = tmp_path / "View.qml"
    view.write_text(VIEW.replace("root.visit.touched()", "root.visit.patted()"), encoding="utf-8")
    assert "patted" in run("pyside6-qmllint", "-I", imports, view, strict=False)


@pytest.mark.lint
def test_every_view_model_is_typed_and_every_property_of_it_constant_or_announced(imports: Path) -> None:
    types = (imports / "Exhibition" / "Models" / "models.qmltypes").read_text(encoding="utf-8")
    sources = "".join(path.read_text(encoding="utf-8") for path in registering_sources())
    declared = set(re.findall(r"class (\w+)\(", sources))
    exported = set(re.findall(r'exports: \["Exhibition\.Models/(\w+) 1\.0"\]', types))
    assert len(exported) > 15
    assert {name for name in declared if name.endswith("ViewModel")} <= exported
    properties = [
        found
        for found in re.findall(r"Property \{(.*?)\}", types, flags=re.DOTALL)
        if 'name: "objectName"' not in found
    ]
    assert len(properties) > 100
    assert all("isPropertyConstant: true" in found or "notify:" in found for found in properties)
    assert all("isFinal: true" in found for found in properties)
    assert 'type: "list"' not in types
