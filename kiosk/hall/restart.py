"""The program once more from its beginning, in the same process where the system can."""

from __future__ import annotations

import os
import sys


def start_again() -> int:
    """With the same command line. On Windows it waits for the new process and returns its exit code."""
    command = [sys.executable, *(sys.argv[1:] if hasattr(sys, "frozen") else sys.orig_argv[1:])]
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # a bundle's second start is not a worker of the first
    for stream in (sys.stdout, sys.stderr):
        if stream:
            stream.flush()
    if sys.platform == "win32":
        import subprocess

        return subprocess.run(command, check=False).returncode
    return os.execv(command[0], command)  # noqa: S606
