"""What is shown when the hall opens: the staff's exhibition, or the one that came with the program."""

from __future__ import annotations

from pathlib import Path

from kiosk.content.exhibition import Exhibition, Text
from kiosk.content.recall import load_or_recall
from kiosk.hall.notice import Notice
from kiosk.hall.places import built_in_content


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
