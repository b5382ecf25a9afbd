"""The pictures of the handbook are made once, and looked at by several tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.content.exhibition import Exhibition
from tests.handbook.pictures import Pictures


@pytest.fixture(scope="module")
def pictures(qapp: QGuiApplication, exhibition: Exhibition) -> Iterator[Pictures]:
    made = Pictures(exhibition)
    yield made
    made.close()
