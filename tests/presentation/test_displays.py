"""Which display is meant by a number or a name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

DOTS = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
TWO = {
    "screens": [
        {"name": "DP-1", "x": 0, "y": 0, "width": 1280, "height": 720, **DOTS},
        {"name": "HDMI-1", "x": 1280, "y": 0, "width": 1080, "height": 1920, **DOTS},
    ]
}

SCRIPT = """
from PySide6.QtGui import QGuiApplication
from kiosk.presentation.displays import chosen
app = QGuiApplication([])
for display in (None, "1", "2", "DP-1", "HDMI-1", "0", "3", "hdmi-1", ""):
    found = chosen(display, QGuiApplication.screens())
    print(display, found.name() if found else "-")
print(chosen("1", []), chosen(None, []))
"""


def test_a_display_is_meant_by_its_number_or_its_name(tmp_path: Path) -> None:
    (tmp_path / "screens.json").write_text(json.dumps(TWO), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines() == [
        "None DP-1",
        "1 DP-1",
        "2 HDMI-1",
        "DP-1 DP-1",
        "HDMI-1 HDMI-1",
        "0 -",
        "3 -",
        "hdmi-1 -",
        " -",
        "None None",
    ]
