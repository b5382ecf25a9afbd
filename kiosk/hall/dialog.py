"""A message by the system's own means, where not even Qt can be loaded. It goes away by itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import suppress
from typing import Final

from kiosk.content.exhibition import Text
from kiosk.hall.restart import outside

SECONDS: Final = 20


def show(text: Text) -> None:
    """For at most 20 s, so that whoever starts the program again is not kept waiting. Nothing, where the
    system has no such means.
    """
    both = f"{text.zh}\n\n{text.en}"
    with suppress(OSError, subprocess.SubprocessError):
        if sys.platform == "win32":
            _show_on_windows(both)
        elif command := _command(both, text.en):
            subprocess.run(
                command,
                check=False,
                env=outside(),
                timeout=SECONDS + 5,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )


def _command(text: str, english: str) -> list[str]:
    """`english` is for xmessage, which has no Chinese and breaks no lines."""
    if sys.platform == "darwin":
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        return ["osascript", "-e", f'display alert "kiosk" message "{quoted}" giving up after {SECONDS}']
    if shutil.which("zenity"):
        return ["zenity", "--error", "--no-markup", f"--timeout={SECONDS}", f"--text={text}"]
    if shutil.which("xmessage"):
        return ["xmessage", "-center", "-timeout", str(SECONDS), english.replace(". ", ".\n")]
    return []


def _show_on_windows(text: str) -> None:
    """MessageBoxW has no time limit; WTSSendMessageW has."""
    import ctypes

    title, answer = "kiosk", ctypes.c_uint32()
    library = getattr(ctypes, "windll").wtsapi32  # noqa: B009
    here, session, error = 0, -1 & 0xFFFFFFFF, 0x10
    library.WTSSendMessageW(
        ctypes.c_void_p(here),
        ctypes.c_uint32(session),
        ctypes.c_wchar_p(title),
        ctypes.c_uint32(2 * len(title)),
        ctypes.c_wchar_p(text),
        ctypes.c_uint32(len(text.encode("utf-16-le"))),
        ctypes.c_uint32(error),
        ctypes.c_uint32(SECONDS),
        ctypes.byref(answer),
        ctypes.c_int(1),
    )
