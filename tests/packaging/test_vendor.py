"""What `make vendor` collects is enough: a fresh checkout builds from it with the network cut off."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.links import link_or_copy

pytestmark = pytest.mark.package

ROOT = Path(__file__).parents[2]
CUT_OFF = ["unshare", "--net", "--"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can cut a network off")
def test_a_fresh_checkout_builds_the_bundle_without_network(tmp_path: Path) -> None:
    subprocess.run(["make", "vendor"], check=True, cwd=ROOT)
    clone = tmp_path / "洛阳 2020"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    shutil.copytree(ROOT / "packaging" / "vendor", clone / "packaging" / "vendor", copy_function=link_or_copy)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "QT_"))}
    assert subprocess.run([*CUT_OFF, "ip", "route"], check=True, capture_output=True).stdout == b""

    done = subprocess.run(
        [*CUT_OFF, "make", "bundle"],
        check=False,
        capture_output=True,
        text=True,
        cwd=clone,
        env=environment | {"PIP_CONFIG_FILE": os.devnull},
    )

    assert done.returncode == 0, done.stdout + done.stderr
    said = subprocess.run([clone / "dist" / "kiosk" / "kiosk", "--version"], check=True, capture_output=True)
    assert said.stdout.startswith(b"kiosk ")
