from __future__ import annotations

import gc
import os
import struct
import sys
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from kiosk.content import pictures
from kiosk.content.exhibition import Language
from kiosk.content.loader import load
from kiosk.content.pictures import Fault, Finding, Memory, form_of, inspect, inspect_all
from kiosk.content.problems import Code, ContentError, report
from tests.content.sample import write_picture, write_sample


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_sound_picture_passes_whatever_its_ending(tmp_path: Path, form: str) -> None:
    path = tmp_path / "a.jpg"
    Image.effect_noise((160, 90), 60).convert("RGB").save(path, form)
    assert inspect(path) is None


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("keep", [0.02, 0.3, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_cut_off_is_found_broken(tmp_path: Path, form: str, keep: float, progressive: bool) -> None:
    path = tmp_path / "a.jpg"
    Image.effect_noise((640, 360), 60).convert("RGB").save(path, form, progressive=progressive)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    assert inspect(path) == Finding(Fault.BROKEN)


SVG = b'<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>'


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (SVG, "SVG"),
        (b"\xef\xbb\xbf  \n" + SVG, "SVG"),
        (b"\x1f\x8b\x08\x00", "SVGZ"),
        (b"GIF89a", "GIF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"%PDF-1.7", "PDF"),
        (b"BM\0\0", "BMP"),
        (b"", ""),
        (b"hello", ""),
    ],
)
def test_what_is_no_photo_inside_is_refused_by_its_content(tmp_path: Path, data: bytes, form: str) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(data)
    assert inspect(path) == Finding(Fault.FORMAT, form)
    assert form_of(data) == form


def test_a_file_over_forty_megabytes_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    with path.open("wb") as stream:
        stream.truncate(40_000_001)
    assert inspect(path) == Finding(Fault.HEAVY, "40 MB")


def png_header(width: int, height: int, body: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png_header(60_000, 60_000, zlib.compress(b"\0" * 1_000_000)))
    assert inspect(path) == Finding(Fault.LARGE, "60000 × 60000")


def test_a_jpeg_of_a_thousand_scans_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jpg"
    Image.new("RGB", (4000, 3000)).save(path, progressive=True)
    path.write_bytes(path.read_bytes() + b"\xff\xda" * 1000)
    assert inspect(path) == Finding(Fault.LARGE, "4000 × 3000")


def test_the_largest_picture_allowed_takes_less_than_two_seconds(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    Image.new("RGB", (10_000, 10_000), "#3E6A4C").save(path, quality=60)
    start = time.process_time()
    assert inspect(path) is None
    assert time.process_time() - start < 2


@pytest.mark.skipif(sys.platform == "win32", reason="no FIFO")
def test_a_fifo_a_folder_and_nothing_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.jpg")
    (tmp_path / "folder.jpg").mkdir()
    assert inspect(tmp_path / "fifo.jpg") == Finding(Fault.IRREGULAR)
    assert inspect(tmp_path / "none.jpg") == Finding(Fault.MISSING)
    found = inspect(tmp_path / "folder.jpg")
    assert found
    assert found.fault in (Fault.IRREGULAR, Fault.UNREADABLE)


def test_a_picture_that_passed_is_not_decoded_again_until_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_picture(tmp_path / "a.jpg")
    looked: list[Path] = []

    def counted(one: Path) -> Finding | None:
        looked.append(one)
        return inspect(one)

    monkeypatch.setattr(pictures, "inspect", counted)
    for _ in range(2):
        memory = Memory.open(tmp_path / "cache" / "pictures.json")
        assert inspect_all([path], memory) == {}
        memory.keep([path])
    assert looked == [path]
    path.write_bytes(path.read_bytes()[:500])
    assert inspect_all([path], Memory.open(tmp_path / "cache" / "pictures.json")) == {
        path: Finding(Fault.BROKEN)
    }


def test_a_broken_picture_is_never_remembered(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"\xff\xd8\xff")
    memory = Memory.open(tmp_path / "pictures.json")
    inspect_all([path], memory)
    assert memory.passed == {}


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"a": 1}', b"\xff", b"[" * 100_000, b'{"a": [1, "x"]}'])
def test_a_spoilt_memory_is_begun_anew(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "pictures.json").write_bytes(data)
    path = write_picture(tmp_path / "a.jpg")
    memory = Memory.open(tmp_path / "pictures.json")
    assert inspect_all([path], memory) == {}
    memory.keep([path])
    assert Memory.open(tmp_path / "pictures.json").passed.keys() == {str(path)}


def test_a_memory_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    memory = Memory.open(tmp_path / "file" / "pictures.json")
    path = write_picture(tmp_path / "a.jpg")
    inspect_all([path], memory)
    memory.keep([path])
    assert (tmp_path / "file").read_text() == ""


def test_nothing_is_written_when_the_content_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "cache_folder", lambda: tmp_path / "cache")
    folder = write_sample(tmp_path / "content")
    (folder / "photos" / "service-hall.jpg").write_bytes(SVG)
    with pytest.raises(ContentError):
        load(folder, remember=True)
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (SVG, Code.PICTURE_FORMAT, "SVG"),
        (b"\xff\xd8\xff\xe0", Code.PICTURE_BROKEN, "损坏"),
        (png_header(60_000, 60_000), Code.PICTURE_TOO_BIG, "60000"),
        (b"\0" * 40_000_001, Code.PICTURE_TOO_BIG, "40 MB"),
    ],
)
def test_a_bad_picture_is_named_where_a_slide_names_it(
    tmp_path: Path, data: bytes, code: Code, word: str
) -> None:
    folder = write_sample(tmp_path / "content")
    (folder / "photos" / "service-hall.jpg").write_bytes(data)
    with pytest.raises(ContentError) as caught:
        load(folder)
    (found,) = caught.value.problems
    assert (found.code, found.source.strip()) == (code, "image: service-hall.jpg")
    assert word in report([found], Language.ZH)


def test_while_threads_look_at_pictures_nothing_is_collected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / f"{name}.jpg" for name in "abc"]
    for path in paths:
        write_picture(path)
    seen: list[bool] = []
    look = inspect

    def inspecting(path: Path) -> object:
        seen.append(gc.isenabled())
        return look(path)

    monkeypatch.setattr(pictures, "inspect", inspecting)
    assert inspect_all(paths) == {}
    assert seen == [False] * 3
    assert gc.isenabled()
