"""What importing costs: ms and MB for each form of picture, rows a second for figures. No verdict."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

from kiosk.content.loader import load
from kiosk.desk.darkroom import Darkroom, Developed
from kiosk.desk.import_figures import Import, import_figures
from tests.content.sample import write_picture
from tests.desk.pictures import notes
from tests.desk.profiles import DISPLAY_P3, ink_profile, matrix_profile
from tests.desk.tables import write_csv
from tests.desk.test_import_figures import HEAD, as_rows

pytestmark = pytest.mark.bench

ROOT: Final = Path(__file__).parents[2]
SIZE: Final = (4032, 3024)
"""12 MP, as phones take them."""
TAKES: Final = 3


def photograph() -> Image.Image:
    """With the grain and the soft shades of a photo, so that it compresses like one."""
    source = Image.open(ROOT / "content" / "photos" / "blue-sky.jpg").convert("RGB")
    grain = Image.effect_noise(SIZE, 12).convert("RGB")
    return Image.blend(source.resize(SIZE, Image.Resampling.BICUBIC), grain, 0.1)


def originals(folder: Path) -> dict[str, Path]:
    """A picture of each kind, by what it is."""
    photo = photograph()
    found: dict[str, Path] = {}

    def path(name: str, ending: str) -> Path:
        found[name] = folder / f"{len(found)}.{ending}"
        return found[name]

    for orientation in range(1, 9):
        photo.save(path(f"JPEG, turned {orientation}", "jpg"), quality=92, exif=notes(orientation))
    profile, press = matrix_profile(DISPLAY_P3), ink_profile((136, 208, 195))
    photo.save(path("JPEG, Display P3", "jpg"), quality=92, icc_profile=profile)
    photo.convert("CMYK").save(path("JPEG, CMYK", "jpg"), quality=92, icc_profile=press)
    photo.convert("RGBA").save(path("PNG, with alpha", "png"), compress_level=1)
    photo.save(path("WebP", "webp"), quality=90, method=2)
    photo.convert("L").convert("I").point(lambda level: level * 257).convert("I;16").save(
        path("TIFF, 16 bit grey", "tif")
    )
    photo.save(path("AVIF", "avif"), quality=70, speed=9)
    if shutil.which("heif-enc"):
        command = ["heif-enc", "-q", "60", str(found["JPEG, turned 1"]), "-o", str(path("HEIC", "heic"))]
        subprocess.run(command, check=True, capture_output=True)
    return found


def seconds(work: Callable[[int], object]) -> float:
    """The median of some takes of a work, which is given the number of the take."""
    taken = []
    for take in range(TAKES):
        begin = time.perf_counter()
        work(take)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def photo_table(folder: Path) -> Iterator[str]:
    yield f"{'12 MP':<20} {'ms':>7} {'in MB':>7} {'out MB':>7}"
    before = after = 0
    with Darkroom() as darkroom:
        for name, path in originals(folder).items():
            done = darkroom.develop(path)
            assert isinstance(done, Developed)
            took = seconds(lambda _, path=path: darkroom.develop(path))  # type: ignore[misc]
            weight, made = path.stat().st_size, len(done.data)
            before, after = before + weight, after + made
            yield f"{name:<20} {1000 * took:>7.0f} {weight / 1e6:>7.1f} {made / 1e6:>7.1f}"
    yield f"{'all':<20} {'':>7} {before / 1e6:>7.1f} {after / 1e6:>7.1f}"
    if sys.platform == "linux":
        import resource

        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        yield f"most memory of a process: {most:.0f} MB"


def figure_table(folder: Path) -> Iterator[str]:
    content = folder / "content"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("*.jpg", "*.md"))
    for picture in (ROOT / "content" / "photos").iterdir():
        write_picture(content / "photos" / picture.name, (32, 18))
    rows = list(as_rows(load(content).exhibition))
    yield f"{f'{len(rows)} figures':<20} {'ms':>7} {'rows/s':>7}"
    for name, mark in (("none changed", False), ("each label changed", True)):

        def work(take: int, mark: bool = mark) -> None:
            said = f" {take}" if mark else ""
            changed = [[*row[:8], f"{row[8]}{said}", *row[9:]] for row in rows]
            source = write_csv(folder / "figures.csv", [HEAD, *changed])
            assert import_figures(Import(source, content, sure=True), StringIO()) == 0

        took = seconds(work)
        yield f"{name:<20} {1000 * took:>7.0f} {len(rows) / took:>7.0f}"


@pytest.mark.parametrize("table", [photo_table, figure_table])
def test_what_an_import_costs(
    table: Callable[[Path], Iterator[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = list(table(tmp_path))
    with capsys.disabled():
        sys.stdout.write("\n\n" + "\n".join(lines) + "\n")
    assert len(lines) > 2
