"""The installer's handbook, followed step by step on machines that have nothing: `make package-test`.

Each figure is printed: how large the package is and how long a technician waits.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from PIL import Image, ImageChops

from kiosk import __version__
from kiosk.attract import SHIFTS
from kiosk.content.exhibition import Language
from kiosk.content.loader import load
from kiosk.desk.snapshot import take
from tests.benchmarks.display import Display
from tests.benchmarks.program import Program
from tests.links import link_or_copy
from tests.packaging.cleanroom import PATIENCE, PEOPLE, WORK, Room, Running, Screen, base, lacking
from tests.packaging.handbook import halves, steps
from tests.screens.golden import compare, kept, quarter

pytestmark = pytest.mark.package

ROOT: Final = Path(__file__).parents[2]
DIST: Final = ROOT / "dist"
GOLDEN: Final = ROOT / "tests/screens/golden/landscape-zh/attract.png"
SIZE: Final = (1920, 1080)
LATER: Final = "0.2.0"
STEPS: Final = steps(halves()[0])
CONTENT: Final = "/var/lib/luoyang-kiosk/content"

BOOKKEEPING: Final = re.compile(
    r"/(var/(lib/(dpkg|apt)|log|cache)|etc/ld\.so\.cache|run|tmp|home/\w+/\.\w+)(?!\w)"
)
"""What dpkg, apt and the accounts keep for themselves, whoever made them do so."""


def say(what: str, value: float, unit: str) -> None:
    print(f"  {what:<52} {value:8.1f} {unit}", flush=True)  # noqa: T201 - what it is for


# What is needed -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def package() -> Path:
    """The .deb that `make packages` made of this checkout."""
    if reason := lacking():
        pytest.skip(reason)
    path = DIST / f"luoyang-kiosk_{__version__}_amd64.deb"
    assert path.exists(), "run make packages first"
    return path


@pytest.fixture(scope="module")
def stick(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A USB stick with what was made, and a later version whose title says 2019."""
    folder = tmp_path_factory.mktemp("stick")
    folder.chmod(0o755)
    for path in [*DIST.glob(f"luoyang-kiosk*{__version__}*"), DIST / "SHA256SUMS"]:
        shutil.copy(path, folder)
    bundle = folder.parent / "later"
    shutil.copytree(DIST / "kiosk", bundle, copy_function=link_or_copy)
    other_year(bundle / "_internal" / "content", 2019)
    making = [sys.executable, str(ROOT / "packaging" / "packages.py"), "--quick", "--only", "deb"]
    where = ["--bundle", str(bundle), "--out", str(folder.parent / "made"), "--version", LATER]
    subprocess.run([*making, *where], check=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, cwd=ROOT)
    shutil.move(folder.parent / "made" / f"luoyang-kiosk_{LATER}_amd64.deb", folder)
    shutil.rmtree(bundle)
    return folder


@pytest.fixture
def room(package: Path, stick: Path, tmp_path: Path) -> Iterator[Room]:
    with Room(base("bookworm", package), tmp_path / "room", stick) as room:
        yield room


def other_year(content: Path, year: int) -> None:
    """The same content with another year in its title: seen from afar on the first screen."""
    file = content / "exhibition.yaml"
    text = file.read_text(encoding="utf-8")
    owner = file.stat()
    file.unlink()  # a bundle of hard links shares it
    file.write_text(re.sub(r"zh: 铭记\d+", f"zh: 铭记{year}", text), encoding="utf-8")
    os.chown(file, owner.st_uid, owner.st_gid)


# What is to be seen ---------------------------------------------------------------------------------------


def shown(content: Path) -> Image.Image:
    """The first screen of that content, as this checkout draws it and as golden pictures are kept."""
    with TemporaryDirectory() as folder:
        copy = shutil.copytree(content, Path(folder) / "content")  # a path through /proc does not resolve
        pictures = take(load(copy).exhibition, SIZE, Language.ZH, lambda name: name == "attract")
        return next(kept(picture) for _, picture in pictures)


def placed(picture: Image.Image) -> Image.Image:
    """A first screen as it is kept; golden pictures stand where the second round does, some px away."""
    return quarter(ImageChops.offset(picture, *SHIFTS[1]))


def seen(look: Callable[[], Image.Image], expected: Image.Image, failed: str) -> Image.Image:
    """Waits until the screen is as expected, and gives the whole of it."""
    end = time.perf_counter() + PATIENCE
    while True:
        picture = look()
        difference = compare(placed(picture), expected)
        if not difference.matters:
            return picture
        if time.perf_counter() > end:
            picture.save(WORK / f"{failed}.png")
            pytest.fail(f"{failed}: {difference}; see build/package-test/{failed}.png")


def seen_in(room: Room, expected: Image.Image, what: str, line: str = "") -> Image.Image:
    """Starts the exhibition as the handbook says, and waits for its first screen."""
    (start,) = STEPS["start"]
    with room.screen() as screen, screen.running(line or start) as program:
        first = begun(screen, program)
        picture = seen(screen.picture, expected, what)
        say(f"{what}: from the start to a picture", first, "s")
        say(f"{what}: from the start to the right one", time.perf_counter() - program.started, "s")
        picture.save(WORK / f"{what}.png")
    return picture


def begun(screen: Screen, program: Running) -> float:
    """How long it takes until anything is seen, in s."""
    while screen.picture().getbbox() is None:
        assert time.perf_counter() < program.started + PATIENCE, program.said()
    return time.perf_counter() - program.started


def step(room: Room, name: str, person: str = "hall") -> str:
    """Does what the handbook says: with sudo as root, else as that person. What was said; it must succeed."""
    said = []
    for line in STEPS[name]:
        done = room.do(line.removeprefix("sudo "), "root" if line.startswith("sudo ") else person)
        assert done.code == 0, f"{line}\n{done.said}"
        say(line, done.seconds, "s")
        said.append(done.said)
    return "".join(said)


def traces(before: dict[str, str], after: dict[str, str]) -> dict[str, str]:
    """What is on the disk and was not, or is other than it was, but for bookkeeping."""
    changed = {path: what for path, what in after.items() if before.get(path) != what}
    changed |= dict.fromkeys(before.keys() - after.keys(), "gone")
    return {path: what for path, what in sorted(changed.items()) if not BOOKKEEPING.match(path)}


# The handbook ---------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("qapp")
def test_the_handbook_holds_from_unboxing_to_purge(room: Room, package: Path, tmp_path: Path) -> None:
    golden = Image.open(GOLDEN).convert("RGB")
    before = room.files()
    assert room.do("command -v python3 python").code != 0
    assert room.do("cat /proc/net/dev").said.count(":") == 1

    say("the .deb", package.stat().st_size / 1e6, "MB")
    step(room, "check")
    step(room, "install")
    say("installed", int(room.do("du -sb /usr/lib/luoyang-kiosk").said.split()[0]) / 1e6, "MB")
    assert f"kiosk {__version__}" in step(room, "version")
    step(room, "doctor")

    here = seen_in_checkout(golden, tmp_path)
    there = seen_in(room, golden, "installed")
    assert not compare(quarter(here), quarter(there)).matters

    staff_edit(room, golden)
    versions_come_and_go(room)
    another_folder(room)
    everything_goes(room, before)


def seen_in_checkout(golden: Image.Image, folder: Path) -> Image.Image:
    """The same command here, on a screen of the same size."""
    (start,) = STEPS["start"]
    command = [sys.executable, "-m", *start.split()]
    outside = folder / "outside"
    outside.mkdir()
    with Display(outside) as display, Program(command, display.name, outside):

        def look() -> Image.Image:
            return Image.frombytes("RGB", SIZE, display.look(), "raw", "BGRX")

        return seen(look, golden, "checkout")


def staff_edit(room: Room, golden: Image.Image) -> None:
    """The content is the staff's, and what they change is seen and kept through an upgrade."""
    step(room, "staff")
    assert "可以展出" in step(room, "content", "curator")
    changed = room.do(f"sed -i 's/zh: 铭记[0-9]*/zh: 铭记2021/' {CONTENT}/exhibition.yaml", "curator")
    assert changed.code == 0, changed.said
    expected = shown(room.path(CONTENT))
    assert compare(expected, golden).matters
    seen_in(room, expected, "edited")

    assert "改动过，保持原样" in step(room, "upgrade")
    assert room.do("dpkg-query -W luoyang-kiosk").said.split()[-1] == LATER
    seen_in(room, expected, "edited-and-upgraded")


def versions_come_and_go(room: Room) -> None:
    """Content that was changed back is brought up to date, down again, and stays the staff's."""
    room.do(f"sed -i 's/zh: 铭记[0-9]*/zh: 铭记2020/' {CONTENT}/exhibition.yaml", "curator")
    for name, year in (("downgrade", 2020), ("upgrade", 2019), ("downgrade", 2020)):
        assert "保持原样" not in step(room, name)
        assert f"zh: 铭记{year}\n" in room.do(f"cat {CONTENT}/exhibition.yaml").said
        assert room.do(f"stat -c %U {CONTENT} {CONTENT}/exhibition.yaml").said == "curator\ncurator\n"


def another_folder(room: Room) -> None:
    step(room, "folder")
    room.do("sed -i 's/zh: 铭记[0-9]*/zh: 铭记2018/' /srv/exhibition/exhibition.yaml")
    seen_in(room, shown(room.path("/srv/exhibition")), "another-folder")


def everything_goes(room: Room, before: dict[str, str]) -> None:
    """Nothing is left but what staff changed, and the folder they made."""
    room.do(f"sed -i 's/zh: 铭记[0-9]*/zh: 铭记2022/' {CONTENT}/exhibition.yaml", "curator")
    step(room, "autostart")
    assert room.do("test -e /etc/xdg/autostart/luoyang-kiosk.desktop").code == 0
    step(room, "remove")
    left = traces(before, room.files())
    assert "/etc/xdg/autostart/luoyang-kiosk.desktop" not in left
    assert {f"{CONTENT}/exhibition.yaml", "/etc/luoyang-kiosk/hall.yaml"} <= left.keys()

    assert f"留在 {CONTENT}" in step(room, "purge")
    for person in PEOPLE:
        step(room, "traces", person)
    left = traces(before, room.files())
    of_staff = ("/srv", "/var/lib/luoyang-kiosk")
    assert [path for path in left if not path.startswith(of_staff)] == []
    assert {f"{CONTENT}/exhibition.yaml", "/srv/exhibition/exhibition.yaml"} <= left.keys()
    named = [path for path in room.files() if "kiosk" in path and not path.startswith(of_staff)]
    assert [path for path in named if not path.startswith("/var/log")] == []


@pytest.mark.usefixtures("qapp")
def test_content_that_nobody_changed_goes_with_a_purge(room: Room) -> None:
    before = room.files()
    step(room, "install")

    assert "留在" not in step(room, "purge")

    assert traces(before, room.files()) == {}


@pytest.mark.usefixtures("qapp")
def test_it_installs_where_the_packages_have_their_newer_names(
    package: Path, stick: Path, tmp_path: Path
) -> None:
    """Debian 13 renamed libraries as Ubuntu 24.04 did, and stands in for it."""
    with Room(base("trixie", package), tmp_path / "room", stick) as room:
        step(room, "install")
        assert f"kiosk {__version__}" in step(room, "version")
        seen_in(room, Image.open(GOLDEN).convert("RGB"), "debian-13")


def libraries_of_a_desktop(room: Room) -> None:
    """What the package asks for, without the package."""
    step(room, "install")
    assert room.do("apt-get --yes purge luoyang-kiosk").code == 0


@pytest.mark.usefixtures("qapp")
def test_the_archive_runs_where_it_is_unpacked(room: Room) -> None:
    libraries_of_a_desktop(room)
    unpack, start = STEPS["portable"]
    done = room.do(unpack, "hall")
    assert done.code == 0, done.said
    say(unpack, done.seconds, "s")

    content = room.path(f"/home/hall/luoyang-kiosk-{__version__}/content")
    other_year(content, 2017)
    seen_in(room, shown(content), "portable", start.replace("~", "/home/hall"))


def test_the_archive_holds_nothing_that_a_stick_cannot(stick: Path) -> None:
    with tarfile.open(stick / f"luoyang-kiosk-{__version__}-linux-x86_64.tar.xz") as archive:
        members = archive.getmembers()

    assert len(members) > 100
    assert [member.name for member in members if not (member.isfile() or member.isdir())] == []
    names = [member.name.lower() for member in members]
    assert len(set(names)) == len(names)
    assert [name for name in names if set(name) & set('<>:"|?*\\')] == []


def test_the_rpm_puts_the_same_things_in_place_and_leaves_the_content(room: Room, stick: Path) -> None:
    """In a Debian root, without its requirements: there is no system of rpm to ask."""
    if shutil.which("rpm") is None:
        pytest.skip("there is no rpm")
    rpm = 'rpm --root "$ROOM" --nodeps'
    path = stick / f"luoyang-kiosk-{__version__}-1.x86_64.rpm"

    libraries_of_a_desktop(room)
    done = room.outside(f"{rpm} --install {path}")
    assert done.code == 0, done.said
    assert f"kiosk {__version__}" in room.do("kiosk --version").said
    assert room.do(f"grep -c . {CONTENT}/exhibition.yaml").code == 0

    done = room.outside(f"{rpm} --erase luoyang-kiosk")
    assert done.code == 0, done.said
    assert room.do("test -e /usr/lib/luoyang-kiosk").code != 0
    assert room.do(f"test -e {CONTENT}/exhibition.yaml").code == 0
