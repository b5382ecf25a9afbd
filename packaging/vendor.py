"""Collects in packaging/vendor/ the wheels that building needs, so that it can be done without a network.

`make vendor`, on a machine of the same system and Python as the one that will build. Each wheel is checked
against its hash in requirements-package.lock; what is there and right already is not fetched again.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
LOCK: Final = HERE / "requirements-package.lock"


def collect(folder: Path, lock: Path) -> int:
    """Fills `folder` with just the wheels of `lock`; pip's exit code. A failure leaves what was there."""
    fresh = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    pip = [sys.executable, "-I", "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    chosen = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    known = ["--find-links", str(folder)] if folder.exists() else []
    done = subprocess.run([*pip, *chosen, *known, "--dest", str(fresh)], check=False)
    if done.returncode == 0:
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
    return done.returncode


def main() -> int:
    folder = HERE / "vendor"
    if code := collect(folder, LOCK):
        print("vendor: not all could be fetched (see above); nothing was changed", file=sys.stderr)
        return code
    wheels = list(folder.iterdir())
    size = sum(wheel.stat().st_size for wheel in wheels)
    print(f"{folder}: {len(wheels)} wheels, {size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
