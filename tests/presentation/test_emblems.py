from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.presentation.assets import assets_folder
from kiosk.presentation.emblems import EmblemProvider

HALF = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} 10" width="{0}" height="10">{1}</svg>'
TWO_INKS = '<rect width="10" height="10" fill="#000000"/><rect x="10" width="10" height="10" fill="#FFFFFF"/>'


def put(folder: Path, name: str, drawing: str, width: int = 20) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.svg").write_text(HALF.format(width, drawing), encoding="utf-8")


@pytest.fixture
def provider(tmp_path: Path, qapp: QGuiApplication) -> EmblemProvider:
    put(tmp_path / "assets" / "emblems", "gate", TWO_INKS)
    put(tmp_path / "assets" / "pictograms", "firm", TWO_INKS)
    return EmblemProvider(tmp_path / "assets", tmp_path / "content")


def draw(provider: EmblemProvider, emblem: str, width: int = 200, height: int = 100) -> QImage:
    return provider.requestImage(emblem, QSize(), QSize(width, height))


def colours(image: QImage) -> list[str]:
    y = image.height() // 2
    return [image.pixelColor(image.width() * quarter // 4, y).name() for quarter in (1, 3)]


def test_an_emblem_takes_the_colours_it_is_asked_for(provider: EmblemProvider) -> None:
    image = draw(provider, "emblem/gate/2A5590/f6efe1")
    assert colours(image) == ["#2a5590", "#f6efe1"]


def test_a_pictogram_lies_in_its_own_folder(provider: EmblemProvider) -> None:
    assert colours(draw(provider, "pictogram/firm/ff0000/00ff00")) == ["#ff0000", "#00ff00"]
    assert draw(provider, "pictogram/gate/ff0000/00ff00").isNull()


@pytest.mark.parametrize(
    ("asked", "drawn"),
    [
        ((200, 100), (200, 100)),
        ((200, 200), (200, 100)),
        ((300, 0), (300, 150)),
        ((0, 30), (60, 30)),
        ((-1, 30), (60, 30)),
        ((0, 0), (20, 10)),
        ((-1, -1), (20, 10)),
    ],
)
def test_an_emblem_keeps_its_shape_at_every_size(
    provider: EmblemProvider, asked: tuple[int, int], drawn: tuple[int, int]
) -> None:
    size = QSize()
    image = provider.requestImage("emblem/gate/000000/ffffff", size, QSize(*asked))
    assert (image.width(), image.height()) == drawn
    assert (size.width(), size.height()) == drawn


def test_a_small_emblem_has_a_simpler_drawing_where_there_is_one(
    provider: EmblemProvider, tmp_path: Path
) -> None:
    simple = '<rect width="20" height="10" fill="#000000"/>'
    put(tmp_path / "assets" / "emblems", "gate-small", simple)
    assert colours(draw(provider, "emblem/gate/2a5590/f6efe1", 47, 40)) == ["#2a5590", "#2a5590"]
    assert colours(draw(provider, "emblem/gate/2a5590/f6efe1", 48, 40)) == ["#2a5590", "#f6efe1"]
    assert colours(draw(provider, "pictogram/firm/2a5590/f6efe1", 20, 20)) == ["#2a5590", "#f6efe1"]


def test_the_emblems_of_staff_come_before_the_bundled_ones(provider: EmblemProvider, tmp_path: Path) -> None:
    put(tmp_path / "content" / "emblems", "gate", '<rect width="20" height="10" fill="#ffffff"/>')
    assert colours(draw(provider, "emblem/gate/2a5590/f6efe1")) == ["#f6efe1", "#f6efe1"]


def test_a_tile_without_a_size_is_a_point(provider: EmblemProvider) -> None:
    assert draw(provider, "tile/firm/ff0000/00ff00", 0, 0).size() == QSize(1, 1)


@pytest.mark.parametrize("box", [(100, 60), (60, 100)])
def test_a_tile_fills_its_box_with_air_around_the_drawing(
    provider: EmblemProvider, box: tuple[int, int]
) -> None:
    tile = draw(provider, "tile/firm/ff0000/00ff00", *box)
    assert (tile.width(), tile.height()) == box
    assert tile.pixelColor(0, tile.height() // 2).alpha() == 0
    assert colours(tile) == ["#ff0000", "#00ff00"]


@pytest.mark.parametrize(
    "emblem",
    [
        "emblem/nothing/000000/ffffff",
        "emblem/../secret/000000/ffffff",
        "emblem/..%2Fsecret/000000/ffffff",
        "emblem/gate/000000",
        "emblem/gate/red/ffffff",
        "portrait/gate/000000/ffffff",
        "",
    ],
)
def test_an_id_that_names_no_drawing_gives_none(
    provider: EmblemProvider, tmp_path: Path, emblem: str
) -> None:
    put(tmp_path / "assets", "secret", TWO_INKS)
    assert draw(provider, emblem).isNull()


def test_a_broken_drawing_gives_none(provider: EmblemProvider, tmp_path: Path) -> None:
    (tmp_path / "assets" / "emblems" / "torn.svg").write_text("<svg", encoding="utf-8")
    assert draw(provider, "emblem/torn/000000/ffffff").isNull()


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (kind, path)
        for kind in ("emblem", "pictogram")
        for path in sorted((assets_folder() / f"{kind}s").glob("*.svg"))
    ],
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)
def test_every_bundled_drawing_can_be_drawn_in_two_colours(
    kind: str, path: Path, tmp_path: Path, qapp: QGuiApplication
) -> None:
    provider = EmblemProvider(assets_folder(), tmp_path)
    image = draw(provider, f"{kind}/{path.stem}/2a5590/f6efe1", 96, 96)
    assert not image.isNull()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert "#2a5590" in seen
    assert not {"#ff0000", "#00ff00"} & seen


@pytest.mark.parametrize(
    "path", sorted((assets_folder() / "pictograms").glob("*.svg")), ids=lambda path: str(path.stem)
)
def test_every_bundled_pictogram_stands_on_the_ground(
    path: Path, tmp_path: Path, qapp: QGuiApplication
) -> None:
    image = draw(EmblemProvider(assets_folder(), tmp_path), f"pictogram/{path.stem}/000000/ffffff", 100, 100)
    drawn = [y for y in range(100) if any(image.pixelColor(x, y).alpha() > 127 for x in range(100))]
    assert 95 <= drawn[-1] + 1 <= 100
