"""The bundle that tests share: made once for all workers, and again when what it is made from has changed."""

from __future__ import annotations

import fcntl
import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.packaging.recipe import ROOT

PLACE: Final = ROOT / "build" / "test-bundle"
MADE_FROM: Final = ["kiosk", "assets", "content", "build.spec", "LICENSE", "packaging", "pyproject.toml"]
SKIPPED: Final = {"__pycache__", "vendor", "illustrations", "screenshots"}


def sources() -> Iterator[Path]:
    for name in MADE_FROM:
        whole = ROOT / name
        for path in sorted(whole.rglob("*")) if whole.is_dir() else [whole]:
            if path.is_file() and not SKIPPED & set(path.parts):
                yield path


def state() -> str:
    """Differs when the sources or the installed packages differ."""
    whole = hashlib.sha256(sys.version.encode())
    for installed in sorted(Path(pytest.__file__).parents[1].glob("*.dist-info")):
        whole.update(installed.name.encode())
    for path in sources():
        whole.update(f"{path.relative_to(ROOT)}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


@pytest.fixture(scope="session")
def bundle() -> Path:
    """The folder of a bundle of this checkout. It is everybody's: look at it, run copies of it."""
    PLACE.mkdir(parents=True, exist_ok=True)
    stamp = PLACE / "made-from"
    with (PLACE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        now = state()
        if not stamp.is_file() or stamp.read_text(encoding="ascii") != now:
            stamp.unlink(missing_ok=True)
            make_bundle(ROOT, PLACE)
            stamp.write_text(now, encoding="ascii")
    return PLACE / "kiosk"


def make_bundle(checkout: Path, dist: Path) -> None:
    """`make bundle` in `checkout`, with the Python of the tests."""
    command = [sys.executable, str(checkout / "packaging" / "bundle.py")]
    places = ["--dist", str(dist), "--work", str(dist / "work")]
    done = subprocess.run([*command, *places], capture_output=True, text=True, check=False, cwd=checkout)
    assert done.returncode == 0, done.stdout + done.stderr
