"""A program under measurement: the whole tree of its processes."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

MEGABYTE: Final = 1024 * 1024
FOREIGN: Final = ("QT_", "QSG_", "QML_", "PYTEST_", "PYTHON")
"""Prefixes of the variables that tests or a build machine set and a kiosk in a hall does not have."""


class Program:
    """Runs until it is left. `started` is the time of `time.perf_counter` before its first process."""

    def __init__(self, command: list[str], display: str, folder: Path) -> None:
        environment = {key: value for key, value in os.environ.items() if not key.startswith(FOREIGN)}
        environment |= {"DISPLAY": display, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
        self._said = (folder / "said.log").open("ab")
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            env=environment,
            stdout=self._said,
            stderr=self._said,
            start_new_session=True,
            cwd=Path(__file__).parents[2],
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._said.close()

    def wait(self) -> None:
        """Until it ends by itself."""
        self._process.wait()

    def processes(self) -> list[Path]:
        """Of the whole tree, as folders of /proc."""
        parents: dict[int, int] = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
        tree, fresh = {self._process.pid}, {self._process.pid}
        while fresh:
            fresh = {process for process, parent in parents.items() if parent in fresh} - tree
            tree |= fresh
        return [Path(f"/proc/{process}") for process in sorted(tree)]

    def memory(self, kind: str = "Pss") -> float:
        """Proportional set size of all processes, in MB, or their resident one ("Rss")."""
        total = 0
        for process in self.processes():
            try:
                rollup = (process / "smaps_rollup").read_text()
            except OSError:
                continue
            total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith(f"{kind}:"))
        return total * 1024 / MEGABYTE

    def work(self) -> float:
        """Processor time of all threads since they began, in s. Threads that ended since are missing."""
        total = 0
        for process in self.processes():
            for schedule in process.glob("task/*/schedstat"):
                try:
                    total += int(schedule.read_text().split()[0])
                except OSError:
                    continue
        return total / 1e9

    def load(self, seconds: float) -> float:
        """Processor time in the next seconds, in % of one core."""
        began, before = time.perf_counter(), self.work()
        time.sleep(seconds)
        return 100 * (self.work() - before) / (time.perf_counter() - began)
