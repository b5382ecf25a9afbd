"""What the doctor says of disks, clock, energy, memory, user and log. Asks the system; changes nothing."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.content.exhibition import Text
from kiosk.doctor.findings import Check, Finding, bad, good, look, unknown
from kiosk.hall.restart import outside

LITTLE: Final = 500_000_000
"""Bytes. Journals, updates and the driver's own cache (tens of MB) fill that within a season."""

TOO_LITTLE: Final = 50_000_000
"""Bytes. Our log (6 MB at the most), our cache (1 MB) and the driver's no longer fit for sure."""

SMALL_MEMORY: Final = 1_700_000_000
"""Bytes: what a machine that is sold with 2 GB says it has, when a part is the graphics card's."""

PATIENCE: Final = 5.0
"""Seconds that a tool of the system may take."""

TAIL: Final = 65_536
"""Bytes at the end of the log that are looked at."""

LAST: Final = 3
"""Warnings of the log that are told."""


def told(*command: str) -> str | None:
    """What a tool of the system prints; None where it is not there, fails or takes too long."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
            env=outside(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


# Disks


def existing(folder: Path) -> Path:
    """It, or the nearest folder above it that is there: what would have to be written to."""
    return next((path for path in (folder, *folder.parents) if path.exists()), folder)


def disk(check: Check, folder: Path, what: Text) -> Finding:
    """Whether this user can write there, and how much room is left. `what` is kept there."""
    there = existing(folder)
    if not os.access(there, os.W_OK | os.X_OK):
        return bad(
            check,
            Text(
                f"{folder} 写不进去，{what.zh}存不下来。",
                f"{folder} cannot be written: no {what.en} is kept.",
            ),
            Text(
                f"让运行展览的用户能写 {there}；只读的盘要重新挂载。",
                f"Let the user who runs the exhibition write to {there}; mount a read-only disk anew.",
            ),
            folder=str(folder),
        )
    return room(check, folder, shutil.disk_usage(there).free)


def room(check: Check, folder: Path, free: int) -> Finding:
    """`free` in bytes."""
    size = f"{free / 1e9:.1f} GB" if free >= 1e9 else f"{free / 1e6:.0f} MB"
    said = Text(f"{folder}，还有 {size}。", f"{folder}: {size} free.")
    remedy = Text(
        "腾出空间：旧日志、下载的文件、没用的软件。", "Make room: old logs, downloads, unused programs."
    )
    if free < TOO_LITTLE:
        return bad(check, said, remedy, folder=str(folder), free=free)
    if free < LITTLE:
        return look(check, said, remedy, folder=str(folder), free=free)
    return good(check, said.zh, said.en, folder=str(folder), free=free)


def homeless(check: Check) -> Finding:
    return look(
        check,
        Text(
            "这个用户没有主目录，日志和缓存都不会留下。",
            "This user has no home: no log and no cache is kept.",
        ),
        Text("用一个有主目录的用户运行展览。", "Run the exhibition as a user with a home."),
    )


def access(folder: Path) -> Finding:
    """Whether this user may change the content."""
    if os.access(folder, os.W_OK):
        return good(
            Check.CONTENT_ACCESS, f"{folder} 可以改。", f"{folder} can be changed.", folder=str(folder)
        )
    return look(
        Check.CONTENT_ACCESS,
        Text(f"当前用户改不了 {folder}。", f"This user cannot change {folder}."),
        Text(
            "展览人员用这个用户改内容时，给他写的权限；用别的用户改，就不必管。",
            "If staff edit as this user, let them write there; if as another, all is well.",
        ),
        folder=str(folder),
    )


# The log

_ENTRY: Final = re.compile(r"\S+ (?:WARNING|ERROR|CRITICAL)\b")


def log(file: Path) -> Finding:
    """Where it is, and its last warnings."""
    try:
        with file.open("rb") as stream:
            stream.seek(max(0, file.stat().st_size - TAIL))
            text = stream.read(TAIL).decode("utf-8", "replace")
    except FileNotFoundError:
        return good(
            Check.LOG,
            f"{file} 还没有写过。",
            f"{file} has not been written yet.",
            file=str(file),
            warnings=[],
        )
    except OSError as error:
        return look(
            Check.LOG,
            Text(f"{file} 读不了（{error.strerror}）。", f"{file} cannot be read ({error.strerror})."),
            Text(
                "用运行展览的那个用户来运行 kiosk doctor。",
                "Run kiosk doctor as the user who runs the exhibition.",
            ),
            file=str(file),
        )
    warnings = [line.strip() for line in text.splitlines() if _ENTRY.match(line)][-LAST:]
    if not warnings:
        return good(Check.LOG, f"{file}，没有警告。", f"{file}: no warnings.", file=str(file), warnings=[])
    told_of = "\n".join(warnings)
    return look(
        Check.LOG,
        Text(f"{file}，最后的警告：\n{told_of}", f"{file}, its last warnings:\n{told_of}"),
        Text(
            "照上面几行说的做；还会再出现，就把日志交给技术人员。",
            "Do as these say; if they come again, pass the log on.",
        ),
        file=str(file),
        warnings=warnings,
    )


# The clock

UTC: Final = frozenset({"UTC", "GMT", "Coordinated Universal Time"})


def clock(now: dt.datetime, newest: dt.datetime, what: Path) -> Finding:
    """`newest` is when `what`, the youngest thing here, was made: the clock cannot be before that."""
    said = f"{now:%Y-%m-%d %H:%M}"
    if now >= newest:
        return good(Check.CLOCK, f"{said}。", f"{said}.", now=now.isoformat(timespec="seconds"))
    return bad(
        Check.CLOCK,
        Text(
            f"时钟是 {said}，比 {what.name} 的日期 {newest:%Y-%m-%d %H:%M} 还早。",
            f"The clock says {said}, before {what.name} was written: {newest:%Y-%m-%d %H:%M}.",
        ),
        Text(
            "把系统时间调准；总是走不准，就换主板电池。",
            "Set the system’s clock; if it is wrong again and again, change the board’s battery.",
        ),
        now=now.isoformat(timespec="seconds"),
        newest=newest.isoformat(timespec="seconds"),
    )


def youngest(paths: Sequence[Path]) -> tuple[dt.datetime, Path] | None:
    """Which of them was changed last, and when. Those that are not there do not count."""
    stamps = [(path.stat().st_mtime, path) for path in paths if path.exists()]
    if not stamps:
        return None
    stamp, path = max(stamps)
    return dt.datetime.fromtimestamp(stamp).astimezone(), path


def zone(name: str, offset: dt.timedelta, *, hours: bool) -> Finding:
    """`hours`: the exhibition closes by the clock, so that the zone matters."""
    minutes = round(abs(offset.total_seconds()) / 60)
    said = f"{name} (UTC{'-' if offset < dt.timedelta() else '+'}{minutes // 60}:{minutes % 60:02d})"
    if hours and name in UTC:
        return look(
            Check.ZONE,
            Text(
                f"{said}，而展览按开放时间开关。",
                f"{said}, and the exhibition opens and closes by the clock.",
            ),
            Text(
                "设成当地时区，如 timedatectl set-timezone Asia/Shanghai。",
                "Set the local one, such as timedatectl set-timezone Asia/Shanghai.",
            ),
            zone=name,
        )
    return good(Check.ZONE, f"{said}。", f"{said}.", zone=name)


def synchronised(shown: str | None) -> Finding:
    """`shown`: what `timedatectl show` says, if it is there."""
    values = dict(line.partition("=")[::2] for line in (shown or "").splitlines())
    match values.get("NTPSynchronized"), values.get("NTP"):
        case "yes", _:
            return good(
                Check.SYNCHRONISED, "系统在自动对时。", "The system keeps the clock right.", synchronised=True
            )
        case "no", "yes":
            return look(
                Check.SYNCHRONISED,
                Text(
                    "系统想自动对时，但还没对上。",
                    "The system means to keep the clock right, but has not yet.",
                ),
                Text(
                    "连上有时间服务器的网络，或每隔几个月对一次表。",
                    "Give it a time server, or set the clock every few months.",
                ),
                synchronised=False,
            )
        case "no", _:
            return look(
                Check.SYNCHRONISED,
                Text("系统不自动对时，时钟会慢慢走偏。", "Nobody keeps the clock right: it drifts."),
                Text(
                    "有网络就运行 timedatectl set-ntp true；没有网络，每隔几个月对一次表。",
                    "With a network, timedatectl set-ntp true; without, set the clock every few months.",
                ),
                synchronised=False,
            )
        case _:
            return unknown(
                Check.SYNCHRONISED,
                Text("看不出系统是否自动对时。", "Whether the system keeps the clock right cannot be seen."),
                synchronised=None,
            )


# Energy


@dataclass(frozen=True, slots=True)
class Energy:
    """What `xset q` and gsettings say; None where they were not asked or said nothing."""

    x: str | None = None
    idle_delay: str | None = None


def energy(environment: Mapping[str, str]) -> Energy:
    x = told("xset", "q") if environment.get("DISPLAY") else None
    gnome = "GNOME" in environment.get("XDG_CURRENT_DESKTOP", "")
    delay = told("gsettings", "get", "org.gnome.desktop.session", "idle-delay") if gnome else None
    return Energy(x, delay)


def blanking(found: Energy) -> Finding:
    """Whether the system would turn the screen dark over a hall where nobody touches it."""
    hints = list(_blanks(found))
    if hints:
        return look(
            Check.BLANKING,
            Text(
                "没人碰时，系统会让屏幕变黑：" + "；".join(hint.zh for hint in hints) + "。",
                "With nobody there, the system turns the screen dark: "
                + "; ".join(h.en for h in hints)
                + ".",
            ),
            Text(
                "在系统的电源设置里关掉熄屏（X 桌面：xset s off -dpms）。",
                "Switch that off in the system’s power settings (on X: xset s off -dpms).",
            ),
            blanks=True,
        )
    if found.x is None and found.idle_delay is None:
        return unknown(
            Check.BLANKING,
            Text("看不出系统会不会熄屏。", "Whether the system turns the screen dark cannot be seen."),
            Text(
                "在系统的电源设置里看一眼：熄屏、睡眠都设为“从不”。",
                "See the power settings: screen off and sleep “never”.",
            ),
            blanks=None,
        )
    return good(Check.BLANKING, "系统不会熄屏。", "The system leaves the screen on.", blanks=False)


def _blanks(found: Energy) -> Iterator[Text]:
    timeout = re.search(r"timeout:\s+(\d+)", found.x or "")
    if timeout and int(timeout[1]):
        yield Text(f"屏保 {timeout[1]} 秒", f"screen saver after {timeout[1]} s")
    if "DPMS is Enabled" in (found.x or ""):
        yield Text("DPMS 省电", "DPMS is on")
    delay = re.search(r"uint32 (\d+)", found.idle_delay or "")
    if delay and int(delay[1]):
        yield Text(f"GNOME {delay[1]} 秒", f"GNOME after {delay[1]} s")


# The rest


def memory(size: int | None) -> Finding:
    """`size` in bytes, of the whole machine."""
    if size is None:
        return unknown(
            Check.MEMORY, Text("看不出内存多大。", "How much there is cannot be seen."), memory=None
        )
    shown = f"{size / 2**30:.1f} GB"
    if size < SMALL_MEMORY:
        return look(
            Check.MEMORY,
            Text(f"只有 {shown}，系统和展览一起会紧。", f"{shown}: tight for a desktop and the exhibition."),
            Text("加到 4 GB，或关掉别的程序。", "Fit 4 GB, or close other programs."),
            memory=size,
        )
    return good(Check.MEMORY, f"{shown}。", f"{shown}.", memory=size)


def memory_size() -> int | None:
    """Of the whole machine, in bytes."""
    if sys.platform == "win32":
        return _memory_of_windows()
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return None


def _memory_of_windows() -> int | None:
    import ctypes

    kilobytes = ctypes.c_ulonglong()
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    asked = kernel.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes))
    return kilobytes.value * 1024 if asked else None


def user(*, root: bool) -> Finding:
    if root:
        return look(
            Check.USER,
            Text("正以 root 运行。", "This is root."),
            Text(
                "展览请用普通用户运行；用那个用户再查一次，结果才准。",
                "Run the exhibition as an ordinary user; look again as that user, for what holds there.",
            ),
            root=True,
        )
    return good(Check.USER, "普通用户。", "An ordinary user.", root=False)


def local_time() -> tuple[dt.datetime, str, dt.timedelta]:
    """Now, the name of the time zone and how far it is ahead of UTC."""
    now = dt.datetime.now().astimezone()
    return now, now.tzname() or "?", now.utcoffset() or dt.timedelta()
