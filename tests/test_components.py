"""What the program says of the software and typefaces that it stands on."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from kiosk.components import Component, components_in, thanks
from kiosk.content.exhibition import Text

LISTED = [
    {"name": "part", "within": "main", "version": "2", "licence": "Zlib"},
    {"name": "other", "version": "3", "licence": "MIT"},
    {"name": "main", "licence": "LGPL-3.0-only", "main": True},
    {"name": "elsewhere", "licence": "MIT", "systems": ["windows", "macos"]},
    {"name": "here", "licence": "MIT", "systems": ["linux"]},
]


def listing(folder: Path, text: str) -> Path:
    (folder / "components.json").write_text(text, encoding="utf-8")
    return folder


def test_the_main_ones_come_first_and_the_parts_last_of_those_on_this_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    found = components_in(listing(tmp_path, json.dumps(LISTED)))
    assert [component.name for component in found] == ["main", "other", "here", "part"]
    assert found[0] == Component("main", "", "LGPL-3.0-only", main=True)


def test_on_another_system_there_is_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    found = components_in(listing(tmp_path, json.dumps(LISTED)))
    assert [component.name for component in found] == ["main", "other", "elsewhere", "part"]


@pytest.mark.parametrize("text", ["", "[", "{}", "[1]", "[{}]", '[{"name": "a"}]', "null", "\\ud800"])
def test_a_list_that_cannot_be_read_is_no_reason_to_show_nothing(tmp_path: Path, text: str) -> None:
    assert components_in(listing(tmp_path, text)) == ()


def test_a_list_that_is_not_there_is_none_either(tmp_path: Path) -> None:
    assert components_in(tmp_path / "gone") == ()


@pytest.mark.parametrize(
    ("licence", "terms"),
    [
        ("LGPL-3.0-only", "LGPL 3.0"),
        ("LGPL-2.1-or-later", "LGPL 2.1"),
        ("OFL-1.1", "OFL 1.1"),
        ("MIT-CMU", "MIT-CMU"),
        ("BSD-2-Clause AND CC0-1.0", "BSD-2-Clause, CC0-1.0"),
        (
            "GPL-2.0-or-later WITH Bootloader-exception AND Apache-2.0",
            "GPL 2.0 + Bootloader-exception, Apache 2.0",
        ),
        ("LicenseRef-ICC-License", "ICC-License"),
    ],
)
def test_a_licence_is_written_as_people_write_it(licence: str, terms: str) -> None:
    assert Component("it", "", licence).terms == terms


def test_thanks_go_to_the_main_ones_those_under_one_licence_together() -> None:
    components = [
        Component("Qt", "6", "LGPL-3.0-only", main=True),
        Component("Qt for Python", "6", "LGPL-3.0-or-later", main=True),
        Component("Python", "", "PSF-2.0", main=True),
        Component("zlib", "1", "Zlib"),
    ]
    assert thanks(components).text == Text(
        "Qt、Qt for Python（LGPL\u00a03.0）；Python（PSF\u00a02.0）。",
        "Qt and Qt for Python (LGPL\u00a03.0), Python (PSF\u00a02.0).",
    )
