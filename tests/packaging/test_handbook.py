"""The installer's handbook: both languages say the same commands, and the program knows them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import pytest

from kiosk import __version__
from kiosk.cli import parser
from tests.packaging.handbook import HANDBOOK, halves, steps


def kiosk_commands() -> Iterator[list[str]]:
    """What follows `kiosk` wherever the handbook has somebody type it, without placeholders."""
    text = HANDBOOK.read_text(encoding="utf-8")
    typed = re.findall(r"^(?:exec )?kiosk (.+)$", text, re.MULTILINE) + re.findall(r"`kiosk ([^`]+)`", text)
    for line in typed:
        yield shlex.split(line)


def test_both_languages_have_the_same_steps() -> None:
    chinese, english = map(steps, halves())

    assert list(chinese) == list(english)
    assert chinese == english
    assert {
        "check",
        "install",
        "version",
        "start",
        "upgrade",
        "downgrade",
        "remove",
        "purge",
    } <= chinese.keys()


def test_every_command_of_the_handbook_is_one_of_the_program() -> None:
    commands = list(kiosk_commands())

    assert len(commands) >= 8
    for words in commands:
        try:
            parser().parse_args(words)
        except SystemExit:
            pytest.fail(f"the handbook says kiosk {shlex.join(words)}")


def test_the_files_of_the_handbook_are_those_of_this_version() -> None:
    chinese, english = halves()

    for text in (chinese, english):
        named = set(re.findall(r"luoyang-kiosk[_-](\d+\.\d+\.\d+)", text))
        assert named == {__version__, "0.2.0"}


def test_every_link_within_the_handbook_leads_somewhere() -> None:
    text = HANDBOOK.read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w一-鿿 -]", "", line).strip().lower().replace(" ", "-")
        for line in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    inside = re.findall(r"\]\(#([^)]+)\)", text)
    beside = re.findall(r"\]\(([^#)]+)\)", text)

    assert len(inside) >= 10
    assert [link for link in inside if link not in headings] == []
    assert [link for link in beside if not (HANDBOOK.parent / link).exists()] == []
