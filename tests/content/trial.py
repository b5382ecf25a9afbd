"""Loads one folder after the other, each in a process of its own with little memory and time.

Run as `python -m tests.content.trial FOLDER …`; prints a line of JSON for each.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
from pathlib import Path

from PIL import JpegImagePlugin, PngImagePlugin, WebPImagePlugin  # noqa: F401 - so that no folder pays for it

from kiosk.content.exhibition import Language
from kiosk.content.loader import load
from kiosk.content.problems import ContentError, report

MOST_MEMORY = 1_500_000_000
"""Bytes of address space, threads included."""
MOST_SECONDS = 8
"""Of the processor: what is refused takes a fraction of it, and what hangs never ends."""
PATIENCE = 120
"""Seconds until whoever waits for something else is stopped."""


def outcome(folder: Path) -> dict[str, object]:
    """What came of loading it: whether it can be shown, the codes of its problems, and what is told."""
    started = time.process_time()
    try:
        found = load(folder).warnings
        shown = True
    except ContentError as error:
        found, shown = error.problems, False
    told = "".join(report(found, language) for language in Language)
    return {
        "shown": shown,
        "codes": sorted({problem.code.value for problem in found}),
        "problems": len(found),
        "told": told[:2_000],
        "length": len(told),
        "unprintable": sorted({c for c in told if not c.isprintable() and c not in "\n\u3000"}),
        "seconds": time.process_time() - started,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
    }


def tried(folder: Path) -> dict[str, object]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.alarm(PATIENCE)
        try:
            answer = outcome(folder)
        except BaseException as fault:  # noqa: BLE001 - whatever it is, it is told
            answer = {"raised": f"{type(fault).__name__}: {str(fault)[:300]}"}
        os.write(writing, json.dumps(answer).encode("utf-8", "surrogatepass")[:60_000])
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        data = stream.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return {"raised": f"killed by {signal.Signals(os.WTERMSIG(status)).name}"}
    told: dict[str, object] = json.loads(data)
    return told


if __name__ == "__main__":
    for name in sys.argv[1:]:
        sys.stdout.write(json.dumps(tried(Path(name))) + "\n")
        sys.stdout.flush()
