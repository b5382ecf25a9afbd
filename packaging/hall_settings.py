"""Writes hall.yaml as it is delivered: the commented template, with the staff's content folder named in it.

`python packaging/hall_settings.py content build/hall.yaml`: a relative folder begins where the file lies.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

TEMPLATE: Final = Path(__file__).with_name("hall.yaml")
CONTENT: Final = re.compile(r"^# content: .*$", re.MULTILINE)


class TemplateError(Exception):
    """The template has not just one line for the content folder."""


def delivered(template: str, content: str) -> str:
    """The template with its line `# content: …` set to a folder. Raises TemplateError."""
    settings, found = CONTENT.subn(lambda _: f"content: {content}", template)
    if found != 1:
        raise TemplateError(f"packaging/hall.yaml must have one line `# content: …`, and has {found}")
    return settings


def main(arguments: list[str]) -> int:
    """Argv in, exit code out."""
    if len(arguments) != 2:
        print("usage: hall_settings.py CONTENT FILE", file=sys.stderr)
        return 2
    content, target = arguments[0], Path(arguments[1])
    try:
        settings = delivered(TEMPLATE.read_text(encoding="utf-8"), content)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(settings, encoding="utf-8", newline="\n")
    except TemplateError as error:
        print(f"hall_settings: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"hall_settings: {error.strerror}: {error.filename}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
