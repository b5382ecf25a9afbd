"""Pictures of every kind, through a real process."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kiosk.content.contrast import PAPER
from kiosk.content.pictures import inspect
from kiosk.desk.darkroom import LONGEST, Darkroom, Developed, Fault, Inscription, Refused
from tests.desk.pictures import (
    BLUE,
    FIELDS,
    GREEN,
    GREY,
    PHONE,
    PLACE,
    RED,
    fields,
    full_of_notes,
    notes,
    png_bomb,
    png_of_16_bits,
    seen,
    segments,
)
from tests.desk.profiles import ADOBE_RGB, DISPLAY_P3, in_srgb, ink_profile, matrix_profile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "original"


def developed(darkroom: Darkroom, path: Path) -> tuple[Developed, Image.Image]:
    done = darkroom.develop(path)
    assert isinstance(done, Developed)
    picture = Image.open(BytesIO(done.data))
    picture.load()
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", done.after)
    return done, picture


def close(one: tuple[int, ...], other: tuple[int, ...], tolerance: int = 4) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(one, other, strict=True))


def middle(picture: Image.Image) -> tuple[int, ...]:
    found = picture.getpixel((picture.width // 2, picture.height // 2))
    assert isinstance(found, tuple)
    return found


# Upright


@pytest.mark.parametrize(
    ("orientation", "expected"),
    [
        (1, (RED, BLUE, GREEN, GREY)),
        (2, (BLUE, RED, GREY, GREEN)),
        (3, (GREY, GREEN, BLUE, RED)),
        (4, (GREEN, GREY, RED, BLUE)),
        (5, (RED, GREEN, BLUE, GREY)),
        (6, (GREEN, RED, GREY, BLUE)),
        (7, (GREY, BLUE, GREEN, RED)),
        (8, (BLUE, GREY, RED, GREEN)),
        (9, (RED, BLUE, GREEN, GREY)),
    ],
)
def test_a_picture_stands_as_the_camera_was_held(
    darkroom: Darkroom, path: Path, orientation: int, expected: tuple[tuple[int, ...], ...]
) -> None:
    fields((240, 160)).save(path, "JPEG", exif=notes(orientation), quality=95)
    done, picture = developed(darkroom, path)
    assert all(close(*pair) for pair in zip(seen(picture), expected, strict=True))
    assert picture.size == done.before == ((160, 240) if 5 <= orientation <= 8 else (240, 160))


def test_a_phone_s_picture_is_developed(darkroom: Darkroom) -> None:
    done, picture = developed(darkroom, PHONE)
    wanted = [in_srgb(DISPLAY_P3, colour) for colour in FIELDS]
    assert all(close(*pair, tolerance=6) for pair in zip(seen(picture), wanted, strict=True))
    assert done.inscription == Inscription(artist="Li Donghui", taken="2020-10-01 09:30")
    assert b"Exif" in PHONE.read_bytes()
    assert set(segments(done.data)) <= {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}


# Colours


@pytest.mark.parametrize("primaries", [DISPLAY_P3, ADOBE_RGB], ids=["display p3", "adobe rgb"])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_with_a_profile_comes_out_in_srgb(
    darkroom: Darkroom, path: Path, primaries: tuple[tuple[float, float, float], ...], form: str
) -> None:
    colour = (100, 180, 90)
    profile = matrix_profile(primaries)  # type: ignore[arg-type]
    Image.new("RGB", (64, 64), colour).save(path, form, icc_profile=profile, quality=100)
    done, picture = developed(darkroom, path)
    wanted = in_srgb(primaries, colour)  # type: ignore[arg-type]
    assert not close(wanted, colour, 20)
    assert close(middle(picture), wanted)
    assert not done.profile_ignored


def test_ink_is_seen_as_its_press_prints_it(darkroom: Darkroom, path: Path) -> None:
    Image.new("CMYK", (64, 64), (255, 0, 0, 0)).save(path, "TIFF", icc_profile=ink_profile((136, 208, 195)))
    assert close(middle(developed(darkroom, path)[1]), (251, 0, 8), 6)


def test_ink_without_a_profile_is_still_a_picture(darkroom: Darkroom, path: Path) -> None:
    Image.new("CMYK", (64, 64), (255, 0, 0, 0)).save(path, "JPEG", quality=95)
    assert close(middle(developed(darkroom, path)[1]), (0, 255, 255), 6)


@pytest.mark.parametrize("profile", [b"not a profile", ink_profile((1, 2, 3))], ids=["spoilt", "of ink"])
def test_a_profile_that_does_not_fit_is_said_and_left(darkroom: Darkroom, path: Path, profile: bytes) -> None:
    fields().save(path, "JPEG", icc_profile=profile, quality=95)
    done, picture = developed(darkroom, path)
    assert done.profile_ignored
    assert all(close(*pair) for pair in zip(seen(picture), FIELDS, strict=True))


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_a_grey_of_16_bits_keeps_its_middle(darkroom: Darkroom, path: Path, form: str) -> None:
    Image.new("I;16", (32, 32), 0x8080).save(path, form)
    assert close(middle(developed(darkroom, path)[1]), (128, 128, 128), 2)


def test_colours_of_16_bits_are_kept(darkroom: Darkroom, path: Path) -> None:
    path.write_bytes(png_of_16_bits((0xC8C8, 0x3C3C, 0x3C3C)))
    assert close(middle(developed(darkroom, path)[1]), RED)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_clear_shows_the_paper(darkroom: Darkroom, path: Path, mode: str) -> None:
    if mode == "P":
        picture = Image.new("P", (32, 32), 0)
        picture.putpalette([200, 60, 60])
        picture.save(path, "PNG", transparency=0)
    else:
        Image.new(mode, (32, 32), (0,) * len(mode)).save(path, "PNG")
    paper = tuple(bytes.fromhex(PAPER[1:]))
    assert close(middle(developed(darkroom, path)[1]), paper)


def test_what_is_half_clear_is_mixed_with_the_paper(darkroom: Darkroom, path: Path) -> None:
    Image.new("RGBA", (32, 32), (0, 0, 0, 128)).save(path, "WEBP", lossless=True)
    half = tuple(round(level * 127 / 255) for level in bytes.fromhex(PAPER[1:]))
    assert close(middle(developed(darkroom, path)[1]), half)


@pytest.mark.parametrize("mode", ["1", "L", "P", "YCbCr", "LAB"])
def test_modes_without_surprises_look_as_they_did(darkroom: Darkroom, path: Path, mode: str) -> None:
    from PIL import ImageCms

    if mode == "LAB":
        srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        picture = ImageCms.profileToProfile(fields(), srgb, lab, outputMode="LAB")
        assert picture
    else:
        picture = fields().convert(mode, dither=Image.Dither.NONE)
    picture.save(path, "TIFF")
    _, result = developed(darkroom, path)
    wanted = FIELDS if mode == "LAB" else seen(picture)
    assert all(close(*pair, tolerance=8) for pair in zip(seen(result), wanted, strict=True))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_every_form_is_developed(darkroom: Darkroom, path: Path, form: str) -> None:
    fields().save(path, form, quality=95)
    _, picture = developed(darkroom, path)
    assert all(close(*pair, tolerance=8) for pair in zip(seen(picture), FIELDS, strict=True))


# Size


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((4200, 2100), (LONGEST, 1920)),
        ((1000, 8000), (480, LONGEST)),
        ((9000, 1), (LONGEST, 1)),
        ((LONGEST, 20), (LONGEST, 20)),
        ((7, 5), (7, 5)),
    ],
    ids=str,
)
def test_the_long_side_is_brought_to_what_a_screen_has_and_never_enlarged(
    darkroom: Darkroom, path: Path, before: tuple[int, int], after: tuple[int, int]
) -> None:
    Image.new("RGB", before).save(path, "JPEG")
    done, _ = developed(darkroom, path)
    assert (done.before, done.after) == (before, after)


# Nothing but the picture


@pytest.mark.parametrize("profile", [None, matrix_profile(DISPLAY_P3)], ids=["plain", "profile"])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_no_place_no_camera_and_no_comment_is_left_in_the_file(
    darkroom: Darkroom, path: Path, form: str, profile: bytes | None
) -> None:
    data = full_of_notes(fields(), form, icc_profile=profile)
    path.write_bytes(data)
    assert data.count(PLACE.encode()) >= 2
    done, _ = developed(darkroom, path)
    assert set(segments(done.data)) <= {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}
    for trace in (PLACE.encode(), b"Exif", b"GPS", b"http:", b"xmpmeta", b"8BIM", b"ICC_PROFILE", b"Donghui"):
        assert trace not in done.data


def test_what_is_made_passes_the_check(darkroom: Darkroom, path: Path, tmp_path: Path) -> None:
    Image.effect_noise((1200, 800), 90).save(path, "JPEG")
    done, _ = developed(darkroom, path)
    made = tmp_path / "made.jpg"
    made.write_bytes(done.data)
    assert inspect(made) is None


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_photographer_s_chinese_words_are_read(darkroom: Darkroom, path: Path, encoding: str) -> None:
    exif = Image.Exif()
    exif[0x013B] = "李东慧".encode(encoding)
    exif[0x8298] = "洛阳\n日报\u202e".encode(encoding)
    fields().save(path, "JPEG", exif=exif)
    assert developed(darkroom, path)[0].inscription == Inscription(artist="李东慧", copyright="洛阳 日报")


def test_spoilt_notes_do_not_spoil_the_picture(darkroom: Darkroom, path: Path) -> None:
    fields().save(path, "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff", quality=95)
    done, picture = developed(darkroom, path)
    assert done.inscription == Inscription()
    assert all(close(*pair) for pair in zip(seen(picture), FIELDS, strict=True))


# What is turned away


def refused(darkroom: Darkroom, path: Path, data: bytes) -> Refused:
    path.write_bytes(data)
    answer = darkroom.develop(path)
    assert isinstance(answer, Refused)
    return answer


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIC"])
def test_half_a_picture_is_refused(darkroom: Darkroom, path: Path, form: str) -> None:
    stream = BytesIO()
    if form != "HEIC":
        Image.effect_noise((320, 200), 60).convert("RGB").save(stream, form)
    data = stream.getvalue() or PHONE.read_bytes()
    assert refused(darkroom, path, data[: len(data) * 2 // 3]) == Refused(Fault.BROKEN)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"GIF89a", "GIF"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "MP4"),
        (b"just some words", ""),
    ],
)
def test_what_is_no_photo_inside_is_refused(darkroom: Darkroom, path: Path, data: bytes, form: str) -> None:
    assert refused(darkroom, path, data) == Refused(Fault.FORMAT, form)


@pytest.mark.parametrize("head", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"II*\0"])
def test_the_first_bytes_alone_convince_nobody(darkroom: Darkroom, path: Path, head: bytes) -> None:
    assert refused(darkroom, path, head + b"<svg/>" * 40) == Refused(Fault.BROKEN)


def test_a_bomb_is_refused_before_it_is_unpacked(darkroom: Darkroom, path: Path) -> None:
    assert refused(darkroom, path, png_bomb(15_000)) == Refused(Fault.LARGE, "15000 × 15000")


def test_a_picture_of_many_scans_is_refused(darkroom: Darkroom, path: Path) -> None:
    stream = BytesIO()
    Image.new("L", (4000, 3000)).save(stream, "JPEG", progressive=True)
    data = stream.getvalue()
    scan = data[data.rindex(b"\xff\xda") : -2]
    assert refused(darkroom, path, data[:-2] + scan * 100 + data[-2:]).fault is Fault.LARGE


def test_pixels_without_a_black_and_a_white_are_refused(darkroom: Darkroom, path: Path) -> None:
    stream = BytesIO()
    Image.new("F", (20, 20)).save(stream, "TIFF")
    assert refused(darkroom, path, stream.getvalue()) == Refused(Fault.UNUSUAL, "F")


def test_an_empty_file_and_a_pipe_are_refused_without_waiting(darkroom: Darkroom, tmp_path: Path) -> None:
    assert refused(darkroom, tmp_path / "empty", b"") == Refused(Fault.EMPTY)
    os.mkfifo(tmp_path / "pipe")
    assert darkroom.develop(tmp_path / "pipe") == Refused(Fault.IRREGULAR)


def test_a_picture_that_takes_too_long_is_given_up_and_the_next_is_developed(
    darkroom: Darkroom, path: Path, tmp_path: Path
) -> None:
    Image.new("RGB", (4000, 3000)).save(path, "PNG", compress_level=1)
    assert darkroom.develop(path, patience=0.001) == Refused(Fault.SLOW, "0.001")
    fields().save(tmp_path / "next", "JPEG")
    assert isinstance(darkroom.develop(tmp_path / "next"), Developed)
