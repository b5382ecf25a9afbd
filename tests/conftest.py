"""What every test stands on: no screen, no GPU, no luck, and silence from Qt."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_HASH_SEED"] = "0"
os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"  # ms a window waits before it draws: nobody watches here

import pytest
from hypothesis import settings
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.content.exhibition import Exhibition
from kiosk.content.loader import load
from tests.content.sample import write_sample
from tests.visiting import Hall

ROOT = Path(__file__).parents[1]
COMPLAINTS = frozenset({QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg})

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update", action="store_true", help="make the golden pictures of the screens anew"
    )


class Listener(logging.Handler):
    """Remembers what Qt and Python's logging complained about, as lines."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {record.getMessage()}")

    def hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in COMPLAINTS:
            self.heard.append(f"Qt: {message}")


@pytest.fixture(autouse=True)
def complaints() -> Iterator[list[str]]:
    """Everything Qt or a log warned of in this test, its set-up and its teardown. A test that provokes a
    warning on purpose reads it here and clears the list; anything left fails it.
    """
    listener = Listener()
    previous = qInstallMessageHandler(listener.hear)
    logging.getLogger().addHandler(listener)
    yield listener.heard
    logging.getLogger().removeHandler(listener)
    qInstallMessageHandler(previous)
    if listener.heard:
        pytest.fail("\n".join(listener.heard), pytrace=False)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="session")
def golden_update(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--golden-update"))


@pytest.fixture(scope="session")
def exhibition() -> Exhibition:
    """The real one."""
    return load(ROOT / "content").exhibition


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Exhibition:
    """Two themes with every kind of slide and every display."""
    return load(write_sample(tmp_path_factory.mktemp("sample"))).exhibition


@pytest.fixture
def open_hall(qtbot: QtBot) -> Iterator[Callable[..., Hall]]:
    """Opens halls, as `Hall(qtbot, …)` does, and closes them when the test ends."""
    halls: list[Hall] = []

    def opening(*arguments: Any, **named: Any) -> Hall:
        halls.append(Hall(qtbot, *arguments, **named))
        return halls[-1]

    yield opening
    for hall in reversed(halls):
        hall.close()
