"""Content made to do harm is refused with a line that says why: soon, in little memory, touching nothing."""

from __future__ import annotations

import json
import os
import shutil
import socket
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import Any, Final

import pytest
from PIL import Image

from kiosk.content.exhibition import Language
from kiosk.content.loader import load
from kiosk.content.problems import Code, ContentError, report
from tests.content.sample import write_sample

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork, FIFOs and limits of resources")

ROOT: Final = Path(__file__).parents[2]
MOST_MEGABYTES: Final = 400
"""Resident: Python, Pillow and one large picture decoded."""
PATIENCE: Final = 600

Spoil = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Case:
    """How a good folder is spoilt, and the code that says so; without one it may be shown."""

    spoil: Spoil
    code: Code | None


CASES: Final[dict[str, Case]] = {}


def case(name: str, code: Code | None, spoil: Spoil) -> None:
    assert name not in CASES
    CASES[name] = Case(spoil, code)


def written(name: str, before: str, after: str) -> Spoil:
    """With something else in a file."""

    def spoil(folder: Path) -> None:
        file = folder / name
        text = file.read_text("utf-8")
        assert before in text
        file.write_bytes(text.replace(before, after, 1).encode("utf-8", "surrogatepass"))

    return spoil


MAIN, THEME, PHOTO = "exhibition.yaml", "themes/livelihood.yaml", "photos/service-hall.jpg"


def instead(name: str, data: bytes) -> Spoil:
    """Another file in its place."""

    def spoil(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)

    return spoil


def entitled(text: str) -> Spoil:
    return written(MAIN, "{zh: 铭记2020, en: Remember 2020}", text)


# Bombs of YAML

LETTERS: Final = tuple(zip("abcdefgh", "bcdefghi", strict=True))
LAUGHS: Final = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in LETTERS)
case("aliases that double", Code.ANCHOR, instead(MAIN, LAUGHS.encode()))
case("an alias of itself", Code.ANCHOR, instead(MAIN, b"a: &a [*a]\n"))
case("merge keys", Code.MERGE_KEY, instead(MAIN, b"<<: {a: 1}\n<<: {b: 1}\n"))
for sign in ("[", "{", "{a: ", "[{a: ", "- ", "? ", "[? ", "!!x [", "&a ["):
    case(
        f"50,000 times {sign}",
        Code.TOO_DEEP if sign not in {"!!x [", "&a ["} else None,
        instead(MAIN, sign.encode() * 50_000),
    )
case(
    "steps of indentation",
    Code.TOO_DEEP,
    instead(MAIN, "".join(f"{' ' * i}a:\n" for i in range(1_300)).encode()),
)
case("a million keys", Code.TOO_BIG, instead(MAIN, b"".join(b"k%d: 1\n" % i for i in range(1_000_000))))
case(
    "keys up to the last byte", Code.TOO_MUCH, instead(MAIN, b"".join(b"k%d: 1\n" % i for i in range(95_000)))
)
case(
    "keys in braces",
    Code.TOO_MUCH,
    instead(MAIN, b"{" + b", ".join(b"k%d: 1" % i for i in range(80_000)) + b"}"),
)
case("one key 90,000 times", Code.TOO_MUCH, instead(MAIN, b"kkkkkk: 1\n" * 90_000))
case(
    "4,000 unknown keys", Code.UNKNOWN_KEY, instead(MAIN, b"".join(b"titlf%d: 1\n" % i for i in range(4_000)))
)
case("many documents", Code.DOCUMENTS, instead(MAIN, b"--- a\n" * 100_000))
case("many anchors", Code.ANCHOR, instead(MAIN, b"".join(b"- &a%d x\n" % i for i in range(60_000))))
case("tags of Python", Code.TAG, instead(MAIN, b"a: !!python/object/apply:os.system [ls]\n"))
case("a version from the future", None, instead(MAIN, b"%YAML 9.9\n---\na: 1\n"))
case(
    "many directives",
    Code.TAG,
    instead(MAIN, b"".join(b"%%TAG !a%d! tag:x\n" % i for i in range(30_000)) + b"--- a\n"),
)


def of_size(size: int) -> Spoil:
    def spoil(folder: Path) -> None:
        with (folder / MAIN).open("r+b") as stream:
            stream.truncate(size)

    return spoil


case("a file of 5 GB", Code.TOO_BIG, of_size(5_000_000_000))

# Lines

LONG: Final = 200_000
for unit in (
    "a", "洛", "a ", "洛 ", "'", '"', '\\"', ": ", ":", "- ", "-", "{", "}", "{a", "a: ", "a：", ", ",
    "， ", "#", " #",
    "\t", "& ", "* ", "%", "[a, ", "''a", "\\", "<<<<<<< ", "zh ", "{zh：", "1,", "１", "0", "é\u0301",
):  # fmt: skip
    count = (990_000 if unit in {"a", "洛", ": "} else LONG) // len(unit.encode())
    case(f"a line of {unit!r}", None, entitled(unit * count))
    case(
        f"quoted, a line of {unit!r}",
        None,
        entitled(f"'{unit.replace(chr(39), chr(39) * 2) * (count // 2)}'"),
    )
for unit in ("{", "[", "{a: ", "'", "zh ", "：", "- ", "\\"):
    case(f"60 lines of {unit!r}", None, entitled("\n".join(["b " + unit * (5_000 // len(unit))] * 60)))
case("a text of a million letters", Code.TOO_LONG, entitled(f"{{zh: {'洛' * 300_000}, en: a}}"))
case("a text of many rows", Code.TOO_LONG, entitled("|\n" + "  洛阳\n" * 90_000))
case("300,000 blank lines", None, entitled("x" + "\n" * 300_000))
case("an id of 900,000 letters", Code.BAD_ID, written(THEME, "id: service-hall", f"id: {'a' * 900_000}"))
case(
    "facts of 9,000 names",
    None,
    written(THEME, "facts: [service-hall]", f"facts: [{', '.join(f'a{i}' for i in range(9_000))}]"),
)
case("a number of 900,000 digits", Code.BAD_NUMBER, written(THEME, "value: 90.5", f"value: {'9' * 900_000}"))
case("a number with an exponent", Code.UNIT_IN_VALUE, written(THEME, "value: 90.5", "value: 1e999999999"))
case("a year of 4,000 digits", Code.BAD_NUMBER, written(MAIN, "year: 2020", f"year: {'9' * 4_000}"))
case(
    "a duration of 900,000 digits",
    Code.BAD_DURATION,
    written(MAIN, "ask_after: 75s", f"ask_after: {'7' * 900_000}s"),
)
case("a colour of 900,000 digits", Code.BAD_COLOUR, written(MAIN, "'#3E6A4C'", f"'#{'3' * 900_000}'"))
case(
    "hours of 900,000 digits",
    Code.BAD_TIME,
    written(MAIN, "language: zh", f"language: zh\nhours: {{open: '{'0' * 900_000}', close: '17:00'}}"),
)
case(
    "an unknown key of 900,000 letters",
    Code.UNKNOWN_KEY,
    written(MAIN, "place: {", f"{'p' * 900}: x\nplace: {{"),
)

# Characters

for character in (
    "\0\x07\x1b\x7f\x85\u200b\u200e\u202e\u2066\u2028\u2029\ue000\ufeff\ufffe\u00ad\u3164"
    "\U000e0041\U000f0000\ud800"
):
    name, surrogate = f"U+{ord(character):04X}", character == "\ud800"
    code = Code.ENCODING if surrogate else Code.HIDDEN_CHARACTER
    case(f"{name} in a text", code, written(MAIN, "铭记2020", f"铭{character}记"))
    case(f"{name} in an id", code, written(THEME, "id: service-hall", f"id: service{character}hall"))
    refused, escape = Code.SYNTAX if surrogate else code, f"\\U{ord(character):08x}"
    case(f"{name} escaped", refused, written(MAIN, "{zh: 铭记2020", f'{{zh: "铭{escape}记"'))
case("a key that only looks like one", Code.UNKNOWN_KEY, written(MAIN, "title:", "t\u0456tle:"))
case("UTF-16", Code.ENCODING, instead(MAIN, "title: 铭记".encode("utf-16")))
case("no text at all", Code.ENCODING, instead(MAIN, bytes(range(256)) * 2_000))

# Names


def named(name: str) -> Spoil:
    """A name that leads elsewhere, wherever a name may stand."""

    def spoil(folder: Path) -> None:
        written(THEME, "image: service-hall.jpg", f'image: "{name}"')(folder)
        written(THEME, "status: illustration", f'status: illustration\n    audio: {{zh: "{name}"}}')(folder)
        written(THEME, "emblem: house", f'emblem: "{name}"')(folder)
        written(THEME, "glaze: leaf", f'glaze: "{name}"')(folder)
        written(MAIN, "themes: [", f'themes: ["{name}", ')(folder)

    return spoil


NAMES: Final = (
    r"../exhibition.yaml",
    r"/etc/passwd",
    r"..",
    r".",
    r"a/../../b.jpg",
    r"C:\\x.jpg",
    r"\\\\server\\x.jpg",
    r"~/x.jpg",
    r"file:///etc/passwd",
    r"http://example.org/x.jpg",
    r"%2e%2e/x.jpg",
    r"a\0.jpg",
    r"CON",
    r"aux.jpg",
    "x" * 300,
    r"\u202egpj.x",
    r"service-hall.jpg/x",
    r".hidden.jpg",
    r" ",
    r"../photos/service-hall.jpg",
)
for name in NAMES:
    case(f"the name {name[:40]}", None, named(name))


# Files that are none


def replaced(name: str, make: Callable[[Path], object]) -> Spoil:
    def spoil(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        if path.is_dir():
            shutil.move(path, folder.parent / f"{folder.name}-outside")
        else:
            path.unlink(missing_ok=True)
        make(path)

    return spoil


def listen(path: Path) -> None:
    """A socket; its name is too long for the system where the folder's is."""
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(path.parent)
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)


def loop(path: Path) -> None:
    path.symlink_to(path.with_name("other"))
    path.with_name("other").symlink_to(path)


KINDS: Final[dict[str, tuple[Callable[[Path], object], Code]]] = {
    "a pipe": (os.mkfifo, Code.NOT_A_FILE),
    "a socket": (listen, Code.NOT_A_FILE),
    "a folder": (Path.mkdir, Code.NOT_A_FILE),
    "a link to nothing": (lambda path: path.symlink_to("nowhere"), Code.NO_FILE),
    "a link to itself": (lambda path: path.symlink_to(path.name), Code.UNREADABLE),
    "a loop of links": (loop, Code.UNREADABLE),
    "a link to zeros": (lambda path: path.symlink_to("/dev/zero"), Code.LINK_OUTSIDE),
    "a link to the terminal": (lambda path: path.symlink_to("/dev/tty"), Code.LINK_OUTSIDE),
    "a link outside": (lambda path: path.symlink_to("/etc/passwd"), Code.LINK_OUTSIDE),
}
for kind, (make, code) in KINDS.items():
    case(f"{kind} for the main file", code, replaced(MAIN, make))
    case(f"{kind} for a theme", code, replaced(THEME, make))
    case(f"{kind} for a picture", None, replaced(PHOTO, make))
    case(f"{kind} for an emblem", None, replaced("emblems/own.svg", make))
    case(f"{kind} for the pictures", None, replaced("photos", make))
    case(f"{kind} for the themes", None, replaced("themes", make))
    case(f"{kind} for the emblems", None, replaced("emblems", make))
    case(f"{kind} among the pictures", None, replaced("photos/spare.jpg", make))
case(
    "pictures that lie outside",
    Code.LINK_OUTSIDE,
    replaced("photos", lambda path: path.symlink_to(path.parent.parent / f"{path.parent.name}-outside")),
)
case(
    "themes that lie outside",
    Code.LINK_OUTSIDE,
    replaced("themes", lambda path: path.symlink_to(path.parent.parent / f"{path.parent.name}-outside")),
)


# Folders


def crowd(folder: Path) -> None:
    for number in range(2_000):
        (folder / "photos" / f"{number}.jpg").touch()


def deep(folder: Path) -> None:
    """1,100 folders in each other, which no path could name at once."""
    here = Path.cwd()
    os.chdir(folder / "photos")
    try:
        for _ in range(1_100):
            Path("d").mkdir()
            os.chdir("d")
    finally:
        os.chdir(here)


def strange_names(folder: Path) -> None:
    photos = os.fsencode(folder / "photos")
    for name in (
        b"\xff\xfe.jpg",
        b"a\x1b[2Jb.jpg",
        b"x" * 255,
        "\u202egpj.exe".encode(),
        b"CON",
        b"aux.yaml",
        b"a\nb.jpg",
        b" ",
        b"~",
        b"a\\b",
    ):
        Path(os.fsdecode(photos + b"/" + name)).touch()
        if len(name) < 255:
            Path(os.fsdecode(os.fsencode(folder / "themes") + b"/" + name + b".yaml")).touch()


def many_emblems(folder: Path) -> None:
    (folder / "emblems").mkdir()
    for number in range(1_000):
        (folder / "emblems" / f"e{number}.svg").write_bytes(b"<svg/>")


case("2,000 pictures", None, crowd)
case("1,100 folders in each other", None, deep)
case("strange names", None, strange_names)
case("1,000 emblems", None, many_emblems)
case("a circle of folders", None, lambda folder: (folder / "photos" / "again").symlink_to(folder))
case(
    "names that differ in case",
    None,
    lambda folder: shutil.copy(folder / PHOTO, folder / "photos" / "Service-Hall.JPG"),
)

# Pictures


def png(
    width: int,
    height: int,
    *chunks: tuple[bytes, bytes],
    kind: int = 0,
    depth: int = 1,
    rows: bytes | None = None,
) -> bytes:
    """A grey or, kind 6, coloured PNG; `rows` are its compressed pixels, by default all black."""
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    line = 1 + (width * depth * {0: 1, 2: 3, 6: 4}[kind] + 7) // 8
    if rows is None:
        packer = zlib.compressobj(9)
        rows = b"".join([*(packer.compress(bytes(line)) for _ in range(height)), packer.flush()])
    parts = [(b"IHDR", head), *chunks, (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def jpeg(*segments: bytes, size: tuple[int, int] | None = None) -> Spoil:
    """The sample's picture with segments put in, or with another size in its head."""

    def spoil(folder: Path) -> None:
        data = (folder / PHOTO).read_bytes()
        if size:
            at = data.index(b"\xff\xc0") + 5
            data = data[:at] + struct.pack(">HH", size[1], size[0]) + data[at + 4 :]
        (folder / PHOTO).write_bytes(data[:2] + b"".join(segments) + data[2:])

    return spoil


def saved(form: str, **options: Any) -> Spoil:
    def spoil(folder: Path) -> None:
        frames = [Image.effect_noise((64, 64), at) for at in range(300)]
        frames[0].save(folder / PHOTO, form, save_all=True, append_images=frames[1:], **options)

    return spoil


def use_bomb() -> bytes:
    """Twenty groups, each of which uses the last one ten times."""
    groups = [f'<g id="a{at + 1}">' + f'<use href="#a{at}"/>' * 10 + "</g>" for at in range(20)]
    inside = f'<defs><g id="a0"><path d="M0 0"/></g>{"".join(groups)}</defs><use href="#a20"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode()


def large_pictures(folder: Path) -> None:
    """Three of the largest size there may be."""
    data = png(8_000, 8_000, kind=6, depth=8)
    slides = ""
    for number in range(3):
        (folder / "photos" / f"{number}.png").write_bytes(data)
        texts = "caption: {zh: 图, en: A}, credit: {zh: 图, en: A}, alt: {zh: 图, en: A}"
        picture = f"image: {number}.png, status: photo"
        slides += f"  - {{kind: photo, id: p{number}, facts: [], {picture}, {texts}}}\n"
    with (folder / THEME).open("a", encoding="utf-8") as stream:
        stream.write(slides)


BOMB: Final = zlib.compress(bytes(60_000_000), 9)
case("an SVG called JPEG", Code.PICTURE_FORMAT, instead(PHOTO, use_bomb()))
case("a PNG of 50,000 × 50,000", Code.PICTURE_TOO_BIG, instead(PHOTO, png(50_000, 50_000, rows=b"")))
case("a PNG of 2 billion × 1", Code.PICTURE_TOO_BIG, instead(PHOTO, png(2**31 - 1, 1, rows=b"")))
case("a PNG of 20,000 × 20,000, whole", Code.PICTURE_TOO_BIG, instead(PHOTO, png(20_000, 20_000)))
case("a PNG of nothing", Code.PICTURE_BROKEN, instead(PHOTO, png(0, 0, rows=b"")))
case("a PNG whose text is a bomb", Code.PICTURE_BROKEN, instead(PHOTO, png(8, 8, (b"zTXt", b"a\0\0" + BOMB))))
case(
    "a PNG whose profile is a bomb",
    Code.PICTURE_BROKEN,
    instead(PHOTO, png(8, 8, (b"iCCP", b"a\0\0" + BOMB))),
)
case("a PNG with pixels to spare", None, instead(PHOTO, png(8, 8, rows=BOMB)))
case("a PNG of many frames", None, saved("PNG"))
case("a GIF of many frames", Code.PICTURE_FORMAT, saved("GIF"))
case("a WebP of many frames", None, saved("WEBP"))
case("three large PNGs", None, large_pictures)
case("a JPEG that says 65,535 × 65,535", Code.PICTURE_TOO_BIG, jpeg(size=(65_535, 65_535)))
case("a JPEG that says 10,000 × 9,900", Code.PICTURE_BROKEN, jpeg(size=(10_000, 9_900)))
case("a JPEG that says 0 × 0", Code.PICTURE_BROKEN, jpeg(size=(0, 0)))
case("a JPEG with 20 MB of junk", None, jpeg(*[segment(0xE1, b"Exif\0\0" + bytes(65_000))] * 300))
case(
    "a JPEG with a profile of 16 MB",
    None,
    jpeg(*[segment(0xE2, b"ICC_PROFILE\0" + bytes([at, 255]) + bytes(65_000)) for at in range(1, 256)]),
)
case("a JPEG of 100,000 comments", None, jpeg(segment(0xFE, b"") * 100_000))
case("a JPEG of 60,000 scans", Code.PICTURE_BROKEN, jpeg(b"\xff\xda" * 60_000))
case("a TIFF called JPEG", Code.PICTURE_FORMAT, instead(PHOTO, b"II*\0" + b"\xff" * 5_000))
case("an empty picture", Code.PICTURE_FORMAT, instead(PHOTO, b""))
case("a picture of 41 MB", Code.PICTURE_TOO_BIG, lambda folder: os.truncate(folder / PHOTO, 41_000_000))
case("a picture of 10 GB", Code.PICTURE_TOO_BIG, lambda folder: os.truncate(folder / PHOTO, 10_000_000_000))

# Drawings


def drawn(inside: str, head: str = "") -> Spoil:
    return instead(
        "emblems/own.svg", f'{head}<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode()
    )


ENTITIES: Final = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
case("an emblem of entities", Code.UNSAFE_DRAWING, drawn("&i;", f"{ENTITIES}]>"))
case(
    "an emblem in UTF-16",
    Code.UNSAFE_DRAWING,
    instead("emblems/own.svg", f"{ENTITIES}]><svg>&i;</svg>".encode("utf-16")),
)
case("an emblem from outside", Code.UNSAFE_DRAWING, drawn('<image href="http://example.org/x.png"/>'))
case("an emblem with a script", Code.UNSAFE_DRAWING, drawn("<script>while(1);</script>"))
case("an emblem that uses itself", Code.UNSAFE_DRAWING, instead("emblems/own.svg", use_bomb()))
case("an emblem of 10 MB", Code.TOO_BIG, drawn("<path d='M0 0'/>" * 600_000))
case("an emblem of 10,000 paths", Code.UNSAFE_DRAWING, drawn("<path/>" * 10_000))
case("an emblem of 25,000 groups", Code.UNSAFE_DRAWING, drawn("<g>" * 25_000 + "</g>" * 25_000))
case(
    "an emblem of endless dashes",
    Code.UNSAFE_DRAWING,
    drawn('<path d="M0 0H1e7" stroke="#000" stroke-dasharray="0.0001"/>'),
)
case(
    "an emblem of dashes in its style",
    Code.UNSAFE_DRAWING,
    drawn('<path d="M0 0H1e7" style="stroke:#000;stroke-dasharray:1e-4,1"/>'),
)


# Recordings


def spoken(make: Callable[[Path], object]) -> Spoil:
    def spoil(folder: Path) -> None:
        written(THEME, "status: illustration", "status: illustration\n    audio: {zh: a.m4a}")(folder)
        (folder / "audio").mkdir()
        make(folder / "audio" / "a.m4a")

    return spoil


for kind, (make, _) in KINDS.items():
    case(f"{kind} for a recording", None, spoken(make))


@dataclass(frozen=True, slots=True)
class Trial:
    """What a child said of each case, and the cases whose folder was not left as it was."""

    outcomes: dict[str, dict[str, Any]]
    touched: frozenset[str]


def state(folder: Path) -> list[tuple[str, int, int]]:
    """Names, sizes and times of all that is in it; not deeper than a path can name."""
    found = []
    for path in sorted(folder.rglob("*") if not (folder / "photos" / "d").exists() else folder.iterdir()):
        about = path.lstat()
        found.append((str(path), about.st_size, about.st_mtime_ns))
    return found


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    """Every case, loaded in a child of its own."""
    root = tmp_path_factory.mktemp("hostile")
    good = write_sample(root / "good")
    folders = {name: root / f"{number:03}" for number, name in enumerate(CASES)}
    for name, folder in folders.items():
        shutil.copytree(good, folder)
        CASES[name].spoil(folder)
    linked = root / "linked"
    linked.symlink_to(good)
    given = [good, linked, good / MAIN, root / "missing", Path("/dev/null"), *folders.values()]
    before = {name: state(folder) for name, folder in folders.items()}
    done = subprocess.run(
        [sys.executable, "-m", "tests.content.trial", *map(str, given)],
        cwd=ROOT,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-2_000:]
    said = [json.loads(line) for line in done.stdout.splitlines()]
    touched = frozenset(name for name, folder in folders.items() if state(folder) != before[name])
    yield Trial(
        dict(zip(["good", "linked", "file", "missing", "device", *folders], said, strict=True)), touched
    )
    subprocess.run(
        ["rm", "-rf", str(folders["1,100 folders in each other"])], check=True
    )  # too deep for pytest


def test_good_content_is_shown_also_through_a_link(trial: Trial) -> None:
    assert [trial.outcomes[name].get("shown") for name in ("good", "linked")] == [True, True]


@pytest.mark.parametrize("name", ["file", "missing", "device"])
def test_what_is_no_folder_is_refused(trial: Trial, name: str) -> None:
    assert trial.outcomes[name].get("codes") == [Code.NO_FOLDER]


@pytest.mark.parametrize("name", CASES)
def test_hostile_content_is_refused_soon_in_little_memory(trial: Trial, name: str) -> None:
    found = trial.outcomes[name]
    assert "raised" not in found, found
    code = CASES[name].code
    if code:
        assert code in found["codes"], found
    assert found["megabytes"] < MOST_MEGABYTES
    assert found["unprintable"] == []
    assert found["length"] < 1_000_000
    assert name not in trial.touched


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_leads_elsewhere_is_refused_wherever_it_stands(trial: Trial, name: str) -> None:
    found = trial.outcomes[f"the name {name[:40]}"]
    assert found["shown"] is False
    assert found["problems"] >= 5, found


def test_a_file_that_changes_while_it_is_read_does_no_harm(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    whole = {name: (folder / name).read_bytes() for name in (MAIN, THEME, PHOTO)}
    ended = Event()

    def write() -> None:
        random = Random(1)
        while not ended.is_set():
            name = random.choice((MAIN, THEME, PHOTO))
            (folder / name).write_bytes(whole[name][: random.randrange(len(whole[name]))])
            (folder / name).write_bytes(whole[name])

    writer = Thread(target=write)
    writer.start()
    try:
        found = [_shown(folder) for _ in range(40)]
    finally:
        ended.set()
        writer.join()
    assert False in found
    assert _shown(folder)


def _shown(folder: Path) -> bool:
    try:
        load(folder)
    except ContentError as error:
        return not report(error.problems, Language.ZH)
    return True
