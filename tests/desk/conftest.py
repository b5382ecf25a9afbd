"""One darkroom for all tests of the desk: a process takes longer to begin than a picture to develop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.desk.darkroom import Darkroom


@pytest.fixture(scope="session")
def darkroom() -> Iterator[Darkroom]:
    with Darkroom() as room:
        yield room
