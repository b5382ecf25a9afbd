"""`python -m kiosk`."""

import sys


def main() -> int:
    """Argv in, exit code out, as `kiosk.cli.main`; one sentence where not even that can be loaded."""
    try:
        from kiosk.cli import main as work

        return work()
    except Exception as error:  # noqa: BLE001 - the program is so damaged that it cannot say what is wrong
        part = (
            error.name
            if isinstance(error, ImportError) and error.name
            else f"{type(error).__name__}: {error}"
        )
        sys.stderr.write(
            f"程序不完整：{part} 缺失或损坏。请重新安装，展览内容和设置不会改动 / "
            f"the program is incomplete: {part} is missing or damaged. "
            "Install it again: content and settings stay as they are\n"
        )
        return 1


if __name__ == "__main__":
    if hasattr(sys, "frozen"):
        from multiprocessing import freeze_support

        freeze_support()  # the darkroom's process begins here, too
    sys.exit(main())
