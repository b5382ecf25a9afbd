"""A folder from a camera, brought into an exhibition."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from PIL import Image

from kiosk.content.exhibition import Language, PhotoSlide
from kiosk.content.loader import Loaded, load
from kiosk.content.problems import Code, ContentError
from kiosk.desk.darkroom import Darkroom
from kiosk.desk.import_photos import (
    REGISTER,
    TO_DESCRIBE,
    Import,
    ImportPhotosError,
    import_photos,
    safe_stem,
)
from kiosk.desk.writing import WritingError
from tests.content.sample import write_sample
from tests.desk.pictures import PHONE, fields, notes


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "content")


@pytest.fixture
def camera(tmp_path: Path) -> Path:
    folder = tmp_path / "camera"
    folder.mkdir()
    return folder


def take(folder: Path, name: str, size: tuple[int, int] = (2000, 20), **options: object) -> Path:
    """A real picture; another size is another picture."""
    fields(size).save(folder / name, "JPEG", **options)
    return folder / name


@dataclass(frozen=True)
class Desk:
    """Imports as the command does."""

    darkroom: Darkroom

    def __call__(
        self,
        source: Path,
        content: Path,
        theme: str | None = None,
        *,
        language: Language = Language.ZH,
        dry: bool = False,
    ) -> tuple[int, list[str]]:
        stream = StringIO()
        code = import_photos(Import(source, content, theme, language, dry), stream, self.darkroom)
        return code, stream.getvalue().splitlines()


@pytest.fixture
def bring(darkroom: Darkroom) -> Desk:
    return Desk(darkroom)


def shelf(content: Path) -> set[str]:
    return {path.name for path in (content / "photos").iterdir()} - {REGISTER, "service-hall.jpg"}


def state(folder: Path) -> dict[str, tuple[int, str]]:
    """Every file below, by its time and its bytes."""
    return {
        str(path): (path.lstat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def filled(stub: str) -> str:
    """With every line that was left empty written on."""
    rows = (f"{row} 说明" if row.endswith("zh:") else row for row in stub.splitlines())
    return "\n".join(f"{row} Words" if row.endswith("en:") else row for row in rows) + "\n"


def photos_of(loaded: Loaded, theme: int = 0) -> list[str]:
    slides = loaded.exhibition.themes[theme].slides
    return [slide.image.name for slide in slides if isinstance(slide, PhotoSlide)]


def test_pictures_get_safe_names_and_the_originals_stay_as_they_are(
    bring: Desk, content: Path, camera: Path
) -> None:
    take(camera, "DSC_0042.JPG", (2400, 24))
    take(camera, "照片.jpg", (2500, 24))
    (camera / "IMG 7.HEIC").write_bytes(PHONE.read_bytes())
    before = state(camera)
    code, said = bring(camera, content)
    assert code == 0
    assert shelf(content) == {"dsc-0042.jpg", "photo-001.jpg", "img-7.jpg"}
    assert state(camera) == before
    assert "DSC_0042.JPG → photos/dsc-0042.jpg（2400×24 → 2400×24，" in said[0]
    assert said[-3] == "导入 3 张，跳过 0 张，没有导入 0 张。"
    assert said[-2] == f"原件还在 {camera}，一点没动。"
    assert TO_DESCRIBE in said[-1]


def test_one_picture_may_be_named_instead_of_a_folder(bring: Desk, content: Path, camera: Path) -> None:
    take(camera, "other.jpg")
    assert bring(take(camera, "one.jpg", (2100, 20)), content)[0] == 0
    assert shelf(content) == {"one.jpg"}


def test_nothing_on_the_shelf_is_ever_written_over(bring: Desk, content: Path, camera: Path) -> None:
    before = (content / "photos" / "service-hall.jpg").read_bytes()
    take(camera, "Service Hall.jpg", (2001, 20))
    take(camera, "service_hall.jpeg", (2002, 20))
    assert bring(camera, content)[0] == 0
    assert shelf(content) == {"service-hall-2.jpg", "service-hall-3.jpg"}
    assert (content / "photos" / "service-hall.jpg").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("IMG_2041.HEIC", "img-2041"),
        ("Café  Nº2.jpg", "cafe-no2"),
        ("微信图片_20201225.jpg", "20201225"),
        ("龙门石窟.jpg", ""),
        ("../../etc.jpg", "etc"),
        ("CON.jpg", "photo-con"),
        ("lpt1.png", "photo-lpt1"),
        ("-.--.jpg", ""),
        ("a" * 200 + ".jpg", "a" * 48),
        ("a.b.tar.jpg", "a-b-tar"),
    ],
)
def test_a_name_becomes_what_every_system_takes(name: str, stem: str) -> None:
    assert safe_stem(name) == stem


def test_what_was_imported_before_is_skipped_whatever_it_is_called_now(
    bring: Desk, content: Path, camera: Path
) -> None:
    bring(take(camera, "first.jpg"), content)
    (camera / "first.jpg").rename(camera / "second.jpg")
    before = state(content)
    code, said = bring(camera, content)
    assert (code, said[0]) == (0, "second.jpg：早已导入，就是 first.jpg，跳过。")
    assert state(content) == before


def test_a_picture_taken_off_the_shelf_can_be_imported_again(
    bring: Desk, content: Path, camera: Path
) -> None:
    bring(take(camera, "first.jpg"), content)
    (content / "photos" / "first.jpg").unlink()
    bring(camera, content)
    assert shelf(content) == {"first.jpg"}


@pytest.mark.parametrize("spoilt", [None, b"", b"[1", b"[]", b'{"a": 1}'])
def test_without_its_register_a_picture_is_known_by_its_bytes(
    bring: Desk, content: Path, camera: Path, spoilt: bytes | None
) -> None:
    bring(take(camera, "first.jpg"), content)
    register = content / "photos" / REGISTER
    register.unlink() if spoilt is None else register.write_bytes(spoilt)
    assert bring(camera, content)[1][0].endswith("跳过。")
    assert shelf(content) == {"first.jpg"}


# Slides to describe


def test_the_slides_to_describe_are_not_shown_and_their_pictures_are_pointed_out(
    bring: Desk, content: Path, camera: Path
) -> None:
    take(camera, "hall.jpg")
    bring(camera, content)
    loaded = load(content)
    assert "hall.jpg" not in photos_of(loaded)
    assert [(p.code, p.path.name) for p in loaded.warnings] == [(Code.UNUSED_FILE, "hall.jpg")]


def test_a_slide_moved_into_a_theme_is_refused_until_each_text_is_written(
    bring: Desk, content: Path, camera: Path
) -> None:
    bring(take(camera, "hall.jpg", exif=notes()), content)
    stub = (content / TO_DESCRIBE).read_text(encoding="utf-8").partition("\n\n")[2]
    theme = content / "themes" / "livelihood.yaml"
    before = theme.read_text(encoding="utf-8")
    theme.write_text(before + stub, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(content)
    empty = [n for n, row in enumerate((before + stub).splitlines(), 1) if row.endswith(("zh:", "en:"))]
    assert len(empty) == 6
    assert [(p.code, p.line) for p in caught.value.problems] == [(Code.EMPTY_TEXT, line) for line in empty]
    theme.write_text(before + filled(stub), encoding="utf-8")
    assert photos_of(load(content)) == ["service-hall.jpg", "hall.jpg"]


def test_what_the_photographer_wrote_is_a_remark_and_nothing_that_is_shown(
    bring: Desk, content: Path, camera: Path
) -> None:
    bring(take(camera, "hall.jpg", exif=notes()), content)
    rows = (content / TO_DESCRIBE).read_text(encoding="utf-8").splitlines()
    assert "  # hall.jpg，2020-10-01 09:30 拍摄" in rows
    assert "  # 照片里记着——作者：Li Donghui；说明：Dingding Gate" in rows
    assert not [row for row in rows if "Donghui" in row and not row.lstrip().startswith("#")]


def test_a_theme_gets_its_slides_as_comments_and_stays_what_it_was(
    bring: Desk, content: Path, camera: Path
) -> None:
    theme = content / "themes" / "livelihood.yaml"
    before, shown = theme.read_bytes(), load(content).exhibition
    bring(take(camera, "hall.jpg"), content, "livelihood")
    after = theme.read_bytes()
    assert after.startswith(before)
    assert all(row.lstrip().startswith(b"#") for row in after[len(before) :].splitlines() if row.strip())
    assert load(content).exhibition == shown
    assert not (content / TO_DESCRIBE).exists()


def test_a_slide_among_the_comments_works_once_it_is_filled_in_and_set_free(
    bring: Desk, content: Path, camera: Path
) -> None:
    bring(take(camera, "hall.jpg"), content, "livelihood")
    theme = content / "themes" / "livelihood.yaml"
    free = theme.read_text(encoding="utf-8").replace("\n  # -", "\n  -").replace("\n  #   ", "\n    ")
    theme.write_text(free, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(content)
    assert {p.code for p in caught.value.problems} == {Code.EMPTY_TEXT}
    theme.write_text(filled(free), encoding="utf-8")
    assert photos_of(load(content)) == ["service-hall.jpg", "hall.jpg"]


def test_a_theme_keeps_its_windows_line_ends(bring: Desk, content: Path, camera: Path) -> None:
    theme = content / "themes" / "livelihood.yaml"
    theme.write_bytes(theme.read_bytes().rstrip().replace(b"\n", b"\r\n"))
    bring(take(camera, "hall.jpg"), content, "livelihood")
    assert b"\n" not in theme.read_bytes().replace(b"\r\n", b"")


def test_a_picture_that_is_described_already_is_not_described_twice(
    bring: Desk, content: Path, camera: Path
) -> None:
    bring(take(camera, "hall.jpg"), content)
    stubs = (content / TO_DESCRIBE).read_text(encoding="utf-8")
    take(camera, "all.jpg", (2222, 22))
    bring(camera, content)
    after = (content / TO_DESCRIBE).read_text(encoding="utf-8")
    assert after.startswith(stubs)
    assert after.count("image: hall.jpg") == after.count("image: all.jpg") == 1


def test_a_theme_that_ends_within_a_text_is_left_alone(bring: Desk, content: Path, camera: Path) -> None:
    theme = content / "themes" / "livelihood.yaml"
    theme.write_text(theme.read_text(encoding="utf-8") + "notes: |\n a\n", encoding="utf-8")
    take(camera, "hall.jpg")
    with pytest.raises(ImportPhotosError, match="多行文字"):
        bring(camera, content, "livelihood")
    theme.write_bytes("title: 真心\n".encode("gbk"))
    with pytest.raises(ImportPhotosError, match="kiosk check"):
        bring(camera, content, "livelihood")
    assert shelf(content) == set()


# What is turned away


def test_bad_files_are_each_told_in_a_line_and_the_others_come_in(
    bring: Desk, content: Path, camera: Path, tmp_path: Path
) -> None:
    good = take(camera, "good.jpg")
    data = good.read_bytes()
    (camera / "cut.jpg").write_bytes(data[: len(data) // 2])
    (camera / "drawing.jpg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (camera / "leaflet.pdf").write_bytes(b"%PDF-1.7\n")
    (camera / "empty.png").touch()
    (camera / "raw.NEF").write_bytes(b"MM\0*" + bytes(400))
    os.mkfifo(camera / "pipe.jpg")
    (camera / "away.jpg").symlink_to(take(tmp_path, "elsewhere.jpg", (2100, 20)))
    (camera / "gone.jpg").symlink_to(camera / "nothing.jpg")
    code, said = bring(camera, content)
    assert code == 1
    assert shelf(content) == {"good.jpg"}
    told = {line.split("：")[0]: line for line in said if "没有导入，" in line}
    assert told == {
        "away.jpg": "away.jpg：没有导入，这是一个链接，指向文件夹之外。把真正的照片复制进来，再导入。",
        "cut.jpg": "cut.jpg：没有导入，损坏或不完整。从相机或手机重新复制一份，确认能打开，再导入。",
        "drawing.jpg": "drawing.jpg：没有导入，内容不是照片，而是 SVG；改后缀没有用。"
        "用看图软件另存为 JPEG，再导入。",
        "empty.png": "empty.png：没有导入，文件是空的。从相机或手机重新复制一份，确认能打开，再导入。",
        "gone.jpg": "gone.jpg：没有导入，文件不见了。从相机或手机重新复制一份，确认能打开，再导入。",
        "leaflet.pdf": "leaflet.pdf：没有导入，内容不是照片，而是 PDF；改后缀没有用。"
        "用看图软件另存为 JPEG，再导入。",
        "pipe.jpg": "pipe.jpg：没有导入，不是普通文件。换成一张普通的图片文件。",
        "raw.NEF": "raw.NEF：没有导入，这是相机的原始文件（NEF）。用相机的软件导出成 JPEG 或 TIFF，再导入。",
    }


def test_what_is_no_picture_at_all_is_passed_over(bring: Desk, content: Path, camera: Path) -> None:
    take(camera, "no-ending", (2300, 20))
    (camera / "notes.txt").write_text("hello", encoding="utf-8")
    (camera / "clip.MOV").write_bytes(b"\0\0\0\x14ftypqt  \0\0\0\0")
    (camera / "folder").mkdir()
    (camera / "Thumbs.db").write_bytes(b"x")
    (camera / ".hidden.jpg").write_bytes(b"x")
    code, said = bring(camera, content)
    assert (code, shelf(content)) == (0, {"no-ending.jpg"})
    assert "另有 3 个文件或子文件夹不是图片，没有看。" in said


def test_a_small_picture_comes_in_with_a_warning(bring: Desk, content: Path, camera: Path) -> None:
    take(camera, "small.jpg", (1919, 20))
    take(camera, "wide.jpg", (1920, 20))
    code, said = bring(camera, content)
    assert code == 0
    assert [line for line in said if "提醒" in line] == [
        "  提醒：长边只有 1919 像素，放大看会模糊。有更大的原件就换上，至少 1920 像素。"
    ]


def test_a_rehearsal_says_the_same_and_writes_nothing(bring: Desk, content: Path, camera: Path) -> None:
    take(camera, "hall.jpg")
    take(camera, "Hall.jpeg", (2100, 20))
    before = state(content)
    code, said = bring(camera, content, dry=True)
    assert (code, state(content)) == (0, before)
    assert "如果真的导入：导入 2 张，跳过 0 张，没有导入 0 张。" in said
    assert said[:2] == bring(camera, content)[1][:2]


def test_the_report_is_told_in_english_too(bring: Desk, content: Path, camera: Path) -> None:
    take(camera, "hall.jpg", (100, 20))
    (camera / "bad.jpg").write_bytes(b"bad")
    _, said = bring(camera, content, language=Language.EN)
    assert not [line for line in said if any("\u4e00" <= c <= "\u9fff" for c in line)]


@pytest.mark.parametrize(
    ("source", "theme", "said"),
    [
        ("nowhere", None, "找不到"),
        ("content/photos", None, "已经在展览自己的"),
        ("content/photos/service-hall.jpg", None, "已经在展览自己的"),
        ("camera", "livelyhood", "是不是 livelihood？"),
        ("camera", "../exhibition", "没有主题"),
    ],
)
def test_what_cannot_be_begun_is_said_before_anything_is_written(
    bring: Desk, content: Path, camera: Path, tmp_path: Path, source: str, theme: str | None, said: str
) -> None:
    before = state(content)
    with pytest.raises(ImportPhotosError, match=said):
        bring(tmp_path / source, content, theme)
    assert state(content) == before


def test_a_folder_without_an_exhibition_is_not_taken_for_one(bring: Desk, camera: Path) -> None:
    with pytest.raises(ImportPhotosError, match=r"没有 exhibition\.yaml"):
        bring(camera, camera)


def test_a_shelf_elsewhere_is_not_written_to(
    bring: Desk, content: Path, camera: Path, tmp_path: Path
) -> None:
    (content / "photos").rename(tmp_path / "away")
    (content / "photos").symlink_to(tmp_path / "away")
    with pytest.raises(ImportPhotosError, match="photos"):
        bring(take(camera, "a.jpg"), content)


@contextmanager
def full_disk() -> Iterator[None]:
    """Files may grow to 4 kB and no further."""
    if sys.platform == "win32":
        pytest.skip("no such limit there")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_on_a_full_disk_nothing_is_left_by_halves(content: Path, camera: Path, darkroom: Darkroom) -> None:
    fields((16, 16)).save(camera / "a.png")
    Image.effect_noise((300, 200), 80).save(camera / "b.png")
    before = state(content)
    stream = StringIO()
    with full_disk(), pytest.raises(WritingError, match="写不进去"):
        import_photos(Import(camera, content), stream, darkroom)
    assert shelf(content) == {"a.jpg"}
    assert before.items() <= state(content).items()
    assert not list(content.rglob("*.part"))
    assert "a.png → photos/a.jpg" in stream.getvalue()
