from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.presentation.assets import assets_folder


def test_a_checkout_has_its_assets_beside_the_package() -> None:
    assert (assets_folder() / "fonts").is_dir()


def test_a_frozen_app_carries_its_assets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert assets_folder() == tmp_path / "assets"
