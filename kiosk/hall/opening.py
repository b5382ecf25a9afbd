"""What is shown when the hall opens: the staff's exhibition, or the one that came with the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk import program
from kiosk.content.exhibition import Exhibition, Text
from kiosk.content.pictures import cache_folder
from kiosk.content.recall import load_or_recall
from kiosk.hall.notice import Notice
from kiosk.hall.places import built_in_content, settings_files
from kiosk.hall.settings import Settings, load


@dataclass(frozen=True, slots=True)
class Opening:
    """What is shown and how; `file` is the hall.yaml that said so, if there is one."""

    exhibition: Exhibition
    hall: Settings
    file: Path | None
    notices: Sequence[Notice]


def open_hall(said: Settings, file: Path | None) -> Opening:
    """What is `said` for this start alone counts more than hall.yaml. Raises ContentError."""
    written = load(file, settings_files())
    hall = said.over(written.settings)
    exhibition, notices = exhibition_for(hall.content, insisted=said.content is not None)
    return Opening(hall.applied(exhibition), hall, written.path, notices)


def exhibition_for(folder: Path | None, *, insisted: bool) -> tuple[Exhibition, list[Notice]]:
    """The exhibition in `folder`, which the hall's settings name; without one, the built-in exhibition.

    Where it cannot be shown the built-in one is, with a notice; if somebody `insisted` on the folder, it is
    refused. Raises ContentError.
    """
    if folder is None:
        return load_or_recall(built_in_content()), []
    try:
        return load_or_recall(folder), []
    except Exception as error:
        if insisted or (notice := _unfit(folder, error)) is None:
            raise
        return load_or_recall(built_in_content()), [notice]


def _unfit(folder: Path, error: Exception) -> Notice | None:
    """Why the folder cannot be shown; None where that is not the content's fault."""
    from kiosk.content.problems import Code, ContentError, errors_in

    match error:
        case ContentError(problems=problems) if any(problem.code is Code.NO_FOLDER for problem in problems):
            return Notice(
                Text(
                    f"内容文件夹 {folder} 不在了，现在放映程序自带的内容。",
                    f"The content folder {folder} is gone; the content that came with the program is shown.",
                ),
                Text(
                    "把文件夹放回去，或改 hall.yaml 里的 content。",
                    "Bring it back, or set another in hall.yaml.",
                ),
            )
        case ContentError(problems=problems):
            count = errors_in(problems)
            return Notice(
                Text(
                    f"内容文件夹 {folder} 里有 {count} 处错误，现在放映程序自带的内容。",
                    f"The content in {folder} has {count} errors; "
                    "the content that came with the program is shown.",
                ),
                Text("运行 kiosk check 看每一处。", "Run kiosk check to see each of them."),
            )
        case _:
            return None


def seen_late(exhibition: Exhibition) -> list[Notice]:
    """What can wait to be looked at until the first frame is there."""
    now = datetime.now().astimezone()
    made = datetime.fromtimestamp(program.made()).astimezone()
    found = [wrong_clock(exhibition, now, made), _unkept()]
    return [notice for notice in found if notice]


def wrong_clock(exhibition: Exhibition, now: datetime, made: datetime) -> Notice | None:
    """Where the hall has hours and it is earlier than when the program was `made`."""
    if exhibition.hours is None or now.date() >= made.date():
        return None
    return Notice(
        Text(
            f"机器的时钟显然不对：现在是 {now:%Y-%m-%d %H:%M}。开馆、闭馆会按它走。",
            f"The clock is plainly wrong: it says {now:%Y-%m-%d %H:%M}, and the hall opens and closes by it.",
        ),
        Text(
            "校准日期和时间；断电就忘，是主板电池没电了。",
            "Set date and time; if they are lost without power, the board's battery is empty.",
        ),
    )


def _unkept() -> Notice | None:
    """That nothing can be kept for the next start."""
    from kiosk.hall.log import why

    try:
        folder = cache_folder()
    except RuntimeError:
        return _no_cache(Text("没有主目录", "this user has no home folder"))
    trial = folder / "trial"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            trial.write_bytes(bytes(4096))
        finally:
            trial.unlink(missing_ok=True)
    except OSError as error:
        return _no_cache(why(error))
    return None


def _no_cache(reason: Text) -> Notice:
    return Notice(
        Text(
            f"缓存写不下来（{reason.zh}），每次启动都会慢一些。",
            f"The cache cannot be written ({reason.en}): every start takes longer.",
        ),
        Text(
            "腾出磁盘空间，或让运行展览的用户能写自己的主目录。",
            "Free some space, or let the exhibition's user write to its own home folder.",
        ),
    )
