"""The program once more from its beginning, in the same process where the system can."""

from __future__ import annotations

import os
import sys


def start_again() -> int:
    """With the same command line. On Windows it waits for the new process and returns its exit code."""
    command = [sys.executable, *(sys.argv[1:] if hasattr(sys, "frozen") else sys.orig_argv[1:])]
    environment = outside() | {"PYINSTALLER_RESET_ENVIRONMENT": "1"}
    for stream in (sys.stdout, sys.stderr):
        if stream:
            stream.flush()
    if sys.platform == "win32":
        import subprocess

        return subprocess.run(command, env=environment, check=False).returncode
    return os.execve(command[0], command, environment)  # noqa: S606


def outside() -> dict[str, str]:
    """The environment as it was before a bundle put its own libraries first: for any other program."""
    environment = dict(os.environ)
    if hasattr(sys, "frozen"):
        before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
        environment.pop("LD_LIBRARY_PATH", None)
        if before is not None:
            environment["LD_LIBRARY_PATH"] = before
    return environment
