"""The third-party notice: that it fits what is shipped, forgets nothing and lets nothing in."""

from __future__ import annotations

import copy
import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LICENCES = ROOT / "assets" / "licences"
SIZE = 500_000
"""Bytes that the notice may take in the bundle."""


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


notices = script("notices")


@pytest.fixture(scope="module")
def notice() -> Any:
    return notices.make()


@pytest.fixture
def data() -> dict[str, Any]:
    """A copy of what components.toml says, to spoil."""
    return copy.deepcopy(notices.curated())


def wrong(
    data: Mapping[str, Any], shipped: Mapping[str, str] | None = None, tools: Mapping[str, str] | None = None
) -> list[str]:
    """What making the notice from this complains of."""
    making = notices.Making(
        data,
        notices.pinned(notices.SHIPPED) if shipped is None else shipped,
        notices.pinned(notices.PACKAGING) if tools is None else tools,
    )
    with pytest.raises(notices.NoticeError) as caught:
        making.make()
    return str(caught.value).splitlines()


def component(data: Mapping[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in data["component"] if each["name"] == name)
    return found


# --- what is committed --------------------------------------------------------------------------------------


def test_what_is_committed_fits_the_locks_and_what_is_installed(notice: Any) -> None:
    found = notices.differences(notice)
    assert found == [], "\n".join([*found, "Run make notices."])


def test_it_is_small(notice: Any) -> None:
    assert len(notices.as_text(notice).encode()) + len(notices.as_json(notice).encode()) < SIZE


def test_no_text_stands_in_it_twice(notice: Any) -> None:
    texts = [" ".join(text.split()) for text in notice.texts.values()]
    assert len(texts) > 50
    assert len(texts) == len(set(texts))


def test_every_text_that_is_kept_is_used(notice: Any) -> None:
    kept = {path.stem for path in (notices.CURATED / "texts").glob("*.txt")}
    assert kept
    assert kept <= {*notice.texts}


def test_every_component_is_followed_to_a_text(notice: Any) -> None:
    text = notices.as_text(notice)
    headings = {int(number) for number in re.findall(r"^=+\n\[([0-9]+)\] .+\n=+$", text, re.MULTILINE)}
    named = [
        int(n)
        for line in re.findall(r"^  .+?((?: \[[0-9]+\])+)$", text, re.MULTILINE)
        for n in re.findall("[0-9]+", line)
    ]
    assert len(named) > len(notice.components)
    assert set(named) == headings == set(range(1, len(notice.texts) + 1))


@pytest.mark.parametrize("licence", ["LGPL-3.0", "GPL-3.0", "LGPL-2.1", "Apache-2.0", "Python", "MPL-2.0"])
def test_the_long_licences_are_there_in_full(notice: Any, licence: str) -> None:
    assert len(notice.texts[licence]) > 7000


def test_the_duties_of_the_lgpl_are_said_in_both_languages(notice: Any) -> None:
    text = notices.as_text(notice)
    for said in ("动态链接", "替换", "源代码", "linked\ndynamically", "may replace", "source code"):
        assert said in text
    for name in ("Qt", "Qt for Python", "FFmpeg", "libheif", "libde265"):
        found = next(each for each in notice.components if each.name == name)
        assert found.licence.startswith("LGPL")
        assert f"{name} {found.version}: {found.source}" in text
        assert found.source.startswith("https://")


def test_the_notice_names_no_version_of_python(notice: Any) -> None:
    """The machine that checks it may have another than the one that builds the bundle."""
    (python,) = [each for each in notice.components if each.name == "Python"]
    assert python.version == ""


def test_it_is_made_alike_every_time() -> None:
    one, other = notices.make(), notices.make()
    assert notices.as_text(one) == notices.as_text(other)
    assert notices.as_json(one) == notices.as_json(other)


def test_every_font_beside_its_licence_is_a_component(notice: Any) -> None:
    fonts = {file.stem.partition("-")[0] for file in (ROOT / "assets" / "fonts").glob("*.ttf")}
    assert fonts
    assert fonts <= {each.name.replace(" ", "") for each in notice.components if each.font}


# --- what is told when it does not fit ----------------------------------------------------------------------


def test_a_newer_component_is_named(notice: Any, tmp_path: Path) -> None:
    newer = [replace(each, version="99") if each.name == "Pillow" else each for each in notice.components]
    committed(tmp_path, notice)
    assert notices.differences(replace(notice, components=tuple(newer)), tmp_path) == [
        f"Pillow: version is 99, in the notice {notices.pinned(notices.SHIPPED)['pillow']}"
    ]


def test_a_component_that_came_or_went_is_named(notice: Any, tmp_path: Path) -> None:
    committed(tmp_path, replace(notice, components=notice.components[1:]))
    (missing,) = notices.differences(notice, tmp_path)
    assert missing.startswith("Qt: ")
    assert "missing" in missing
    committed(tmp_path, notice)
    (left,) = notices.differences(replace(notice, components=notice.components[1:]), tmp_path)
    assert left.startswith("Qt: ")
    assert "no longer" in left


def test_a_changed_text_is_told(notice: Any, tmp_path: Path) -> None:
    committed(tmp_path, notice)
    path = tmp_path / notices.NOTICE
    path.write_text(path.read_text(encoding="utf-8").replace("WARRANTY", "warranty", 1), encoding="utf-8")
    (told,) = notices.differences(notice, tmp_path)
    assert told.startswith(notices.NOTICE)


def test_a_notice_that_is_gone_is_told(notice: Any, tmp_path: Path) -> None:
    (told,) = notices.differences(notice, tmp_path)
    assert "make notices" in told


def committed(folder: Path, notice: Any) -> None:
    (folder / notices.COMPONENTS).write_text(notices.as_json(notice), encoding="utf-8")
    (folder / notices.NOTICE).write_text(notices.as_text(notice), encoding="utf-8")


# --- what is refused ----------------------------------------------------------------------------------------


def test_a_requirement_that_nobody_thought_of_is_refused(data: dict[str, Any]) -> None:
    (told,) = wrong(data, notices.pinned(notices.SHIPPED) | {"newcomer": "1.0"})
    assert told.startswith("newcomer: ")


def test_a_reason_for_what_is_not_required_is_refused(data: dict[str, Any]) -> None:
    data["not_shipped"]["leftover"] = "no longer needed"
    (told,) = wrong(data)
    assert told.startswith("leftover: ")


@pytest.mark.parametrize(
    "licence", ["GPL-3.0-only", "GPL-2.0-or-later", "AGPL-3.0-only", "Mystery", "MIT AND GPL-3.0-only"]
)
def test_a_licence_that_is_unknown_or_the_gpl_alone_is_refused(data: dict[str, Any], licence: str) -> None:
    component(data, "Rich")["licence"] = licence
    assert all(told.startswith("Rich: ") for told in wrong(data))


def test_a_component_without_a_text_is_refused(data: dict[str, Any]) -> None:
    component(data, "ICU")["texts"] = []
    assert wrong(data) == ["ICU: there is no text of its licence"]


def test_a_part_that_a_package_lists_and_nobody_does_is_refused(data: dict[str, Any]) -> None:
    data["component"] = [each for each in data["component"] if each["name"] != "libtiff"]
    del data["lists"]["calamine"]["not_shipped"]["syn"]
    del data["lists"]["calamine"]["copyright"]["zip"]
    told = wrong(data)
    assert [line.partition(":")[0] for line in told] == ["zip", "libtiff"]
    del data["lists"]["calamine"]["licences"]["Zlib"]
    assert "zlib-rs" in {line.partition(":")[0] for line in wrong(data)}


def test_another_release_of_what_was_read_must_be_read_again(data: dict[str, Any]) -> None:
    moved = {
        "pyside6": "6.12.0",
        "pyside6-addons": "6.12.0",
        "pyside6-essentials": "6.12.0",
        "shiboken6": "6.12.0",
    }
    told = wrong(data, notices.pinned(notices.SHIPPED) | moved)
    assert any(line.startswith("pyside6: what it is made of was read for 6.11") for line in told)
    assert any("is installed" in line for line in told)


def test_a_release_is_not_taken_for_one_that_begins_alike(data: dict[str, Any]) -> None:
    data["reviewed"] = {"pillow": "1"}
    (told,) = wrong(data)
    assert told.startswith("pillow: ")


# --- a bundle -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "library", "claimed"),
    [
        ("libheif*", "pi_heif.libs/libheif-7a3e919c.so.1.23.0", True),
        ("pillow.libs/libxcb*", "pillow.libs/libxcb-9065bb12.so.1.1.0", True),
        ("pillow.libs/libxcb*", "libxcb.so.1", False),
        ("plugins/*", "PySide6/Qt/plugins/imageformats/libqjpeg.so", True),
        ("libicu*", "libnot-icu.so", False),
    ],
)
def test_a_library_is_claimed_by_its_name_or_its_place(pattern: str, library: str, claimed: bool) -> None:
    assert notices._claims(pattern, library) is claimed


def test_what_no_component_claims_in_a_bundle_is_named(
    notice: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("libQt6Core.so.6", "libreadline.so.8", "deep/er/libmystery.so", "content/not.yaml"):
        file = tmp_path / "_internal" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    monkeypatch.setattr(notices, "_packages_in", lambda _bundle: iter(["pillow", "stowaway"]))
    assert notices.unclaimed(tmp_path, notice) == ["deep/er/libmystery.so", "libreadline.so.8", "stowaway"]


def test_where_there_is_no_bundle_one_line_says_so(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "packaging" / "notices.py"), "--bundle", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("there is no bundle; run make bundle\n")


def test_what_the_screen_reads_is_what_was_made(notice: Any) -> None:
    listed = json.loads((LICENCES / "components.json").read_text(encoding="utf-8"))
    assert [each["name"] for each in listed] == [each.name for each in notice.components]
    assert {each["name"] for each in listed if each.get("main")} >= {"Qt", "Python", "FFmpeg", "Noto Sans SC"}
