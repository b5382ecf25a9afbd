"""How long a check of a very large exhibition takes: figures, and no verdict on time."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from kiosk.content.loader import load
from kiosk.content.problems import Code, ContentError
from tests.content.corpus_start import CULTURE_THEME, EX, EXHIBITION, write_start

pytestmark = pytest.mark.bench

ROOT: Final = Path(__file__).parents[2]
RUNS: Final = 7
THEMES: Final = 12
SLIDES: Final = {"the largest that may be shown": 24, "a thousand slides": 84}
"""Of each theme. A theme may have 24: with more, every slide is checked all the same, and that is said."""


def write_large(folder: Path, slides: int) -> Path:
    """An exhibition of twelve themes as staff write them, every slide under a name of its own."""
    write_start(folder)
    head, _, body = CULTURE_THEME.partition("slides:\n")
    cover, *others = re.split(r"(?m)^(?=  - kind: )", body)[1:]
    names = [f"theme-{number}" for number in range(THEMES)]
    for name in names:
        rows = [head, "slides:\n", cover]
        rows += (
            re.sub(r"(?m)^    id: (.*)$", rf"    id: \1-{number}", others[number % len(others)])
            for number in range(slides - 1)
        )
        (folder / "themes" / f"{name}.yaml").write_text("".join(rows), encoding="utf-8")
    listed = "".join(f"  - {name}\n" for name in names)
    text = EXHIBITION[: EXHIBITION.index("themes:\n")] + f"themes:\n{listed}"
    text = text.replace("  - cloud-firms\n", "")
    (folder / EX).write_text(text, encoding="utf-8")
    for name in ("culture", "livelihood", "development"):
        (folder / "themes" / f"{name}.yaml").unlink()
    (folder / "photos" / "service-hall.jpg").unlink()
    return folder


def milliseconds(began: float) -> float:
    return 1000 * (time.perf_counter() - began)


@pytest.mark.parametrize("name", SLIDES)
def test_a_large_exhibition_is_checked(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    slides = SLIDES[name]
    folder = write_large(tmp_path / "content", slides)
    whole, inside = [], []
    for _ in range(RUNS):
        began = time.perf_counter()
        command = [sys.executable, "-m", "kiosk", "check", str(folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        whole.append(milliseconds(began))
        assert done.stderr == ""
        began = time.perf_counter()
        try:
            problems = list(load(folder).warnings)
        except ContentError as error:
            problems = list(error.problems)
        inside.append(milliseconds(began))
        counted = [problem.code for problem in problems if problem.code is not Code.UNUSED_GLAZE]
        assert counted == ([Code.COUNT] * THEMES if slides > 24 else [])
    with capsys.disabled():
        sys.stdout.write(
            f"\n{name}, {THEMES * slides} slides: kiosk check {statistics.median(whole):.0f} ms, "
            f"of which in the loader {statistics.median(inside):.0f} ms (medians of {RUNS})\n"
        )
