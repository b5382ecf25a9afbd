from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from queue import Queue
from typing import Final

import pytest

from kiosk.content.problems import Code
from kiosk.desk import watch
from kiosk.desk.watch import Pace, Reading, Stamp, Watch, look, lost_its_end
from tests.content.sample import LIVELIHOOD, write_sample
from tests.desk import saving
from tests.desk.saving import Save, edit

PATIENCE: Final = 10.0
QUICK: Final = Pace(look=0.01, unrest=0.005, quiet=0.02, doubt=0.05, cut=0.05, patience=0.2, texts=0.05)
DOUBTFUL: Final = Pace(look=0.01, unrest=0.005, quiet=0.02, doubt=60, cut=60, texts=60)
"""What may be half a file is not told while a test runs."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "content").resolve()


@pytest.fixture
def livelihood(content: Path) -> Path:
    return content / "themes" / "livelihood.yaml"


class Eye:
    """What a watch told, one reading after another."""

    def __init__(self, folder: Path, pace: Pace) -> None:
        self.told: Queue[Reading] = Queue()
        self.watch = Watch(folder, self.told.put, pace)
        self.watch.start()

    def next(self) -> Reading:
        return self.told.get(timeout=PATIENCE)


@pytest.fixture
def follow(content: Path) -> Iterator[Callable[..., Eye]]:
    eyes: list[Eye] = []

    def following(pace: Pace = QUICK) -> Eye:
        eyes.append(Eye(content, pace))
        return eyes[-1]

    yield following
    for eye in eyes:
        eye.watch.stop()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Queue[Reading]:
    """What was read, whether it was told or not."""
    found: Queue[Reading] = Queue()
    real = watch.read

    def reading(folder: Path, stamps: dict[Path, Stamp]) -> Reading:
        one = real(folder, stamps)
        found.put(one)
        return one

    monkeypatch.setattr(watch, "read", reading)
    return found


def title(reading: Reading) -> str:
    assert reading.loaded
    return reading.loaded.exhibition.themes[0].title.zh


def test_the_first_reading_comes_without_a_change(follow: Callable[..., Eye]) -> None:
    assert title(follow().next()) == "真心实意惠民生"


@pytest.mark.parametrize("save", [*saving.WAYS, saving.unstamped])
def test_every_way_of_saving_is_seen_and_not_only_once(
    follow: Callable[..., Eye], livelihood: Path, save: Save
) -> None:
    eye = follow()
    eye.next()
    edit(livelihood, "真心实意惠民生", "真心实意为民生", save)
    assert title(eye.next()) == "真心实意为民生"
    edit(livelihood, "真心实意为民生", "真心实意利民生", save)
    assert title(eye.next()) == "真心实意利民生"


def test_the_reading_has_the_text_that_was_loaded(follow: Callable[..., Eye], livelihood: Path) -> None:
    assert follow().next().texts[livelihood] == LIVELIHOOD


def test_content_that_is_broken_is_told_and_so_is_its_repair(
    follow: Callable[..., Eye], livelihood: Path
) -> None:
    eye = follow()
    eye.next()
    edit(livelihood, "kind: photo", "kind: foto")
    assert [problem.path for problem in eye.next().problems] == [livelihood]
    edit(livelihood, "kind: foto", "kind: photo")
    assert title(eye.next())


@pytest.mark.parametrize("length", [0, 100, LIVELIHOOD.index("  - kind: photo")])
def test_half_a_file_is_never_told(
    follow: Callable[..., Eye], reads: Queue[Reading], livelihood: Path, length: int
) -> None:
    """Empty, broken, and cut where what is there makes sense."""
    eye = follow(DOUBTFUL)
    eye.next()
    reads.get(timeout=PATIENCE)
    whole = LIVELIHOOD.replace("真心实意惠民生", "真心实意为民生").encode()
    half = whole[: len(LIVELIHOOD[:length].encode())]
    livelihood.write_bytes(half)
    assert reads.get(timeout=PATIENCE).texts[livelihood] == half.decode()
    with livelihood.open("ab") as stream:
        stream.write(whole[len(half) :])
    assert title(eye.next()) == "真心实意为民生"


def test_a_text_that_only_grew_shorter_has_not_lost_its_end() -> None:
    path = Path("a.yaml")
    assert not lost_its_end({path: "one\ntwo\nthree\n"}, {path: "one\nthree\n"})
    assert not lost_its_end({path: "one\ntwo\n"}, {path: "one\ntwo\nthree\n"})
    assert lost_its_end({path: "one\ntwo\nthree\n"}, {path: "one\ntwo\n"})
    assert lost_its_end({path: "one\n"}, {path: ""})


def test_a_folder_that_goes_is_told_and_so_is_its_return(
    follow: Callable[..., Eye], content: Path, tmp_path: Path
) -> None:
    eye = follow()
    eye.next()
    content.rename(tmp_path / "away")
    assert [problem.code for problem in eye.next().problems] == [Code.NO_FOLDER]
    (tmp_path / "away").rename(content)
    assert title(eye.next())


def test_what_changes_without_end_is_read_all_the_same(
    follow: Callable[..., Eye], monkeypatch: pytest.MonkeyPatch
) -> None:
    eye = follow()
    eye.next()
    size = count()
    monkeypatch.setattr(watch, "look", lambda folder: {folder / "photos" / "large.jpg": (next(size), 0, 0)})
    assert eye.next().loaded


def test_what_editors_keep_for_themselves_is_no_change(content: Path) -> None:
    before = look(content)
    for name in ("livelihood.yaml~", ".livelihood.yaml.swp"):
        (content / "themes" / name).write_text("x", encoding="utf-8")
    assert look(content) == before
    (content / "themes" / "new.yaml").write_text("x", encoding="utf-8")
    assert len(look(content)) == len(before) + 1


def test_of_a_folder_that_cannot_be_reached_nothing_is_seen(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert look(tmp_path / "loop") == {}
    assert look(tmp_path / "nowhere") == {}


def test_a_watch_that_was_stopped_tells_nothing(follow: Callable[..., Eye], livelihood: Path) -> None:
    eye = follow()
    eye.next()
    eye.watch.stop()
    edit(livelihood, "真心实意惠民生", "真心实意为民生")
    thread = eye.watch._thread
    assert thread is not None
    thread.join(PATIENCE)
    assert not thread.is_alive()
    assert eye.told.empty()
