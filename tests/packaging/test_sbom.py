"""The bill of materials: valid, complete, and the same every time."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).resolve().parents[2]
LISTED = json.loads((ROOT / "assets" / "licences" / "components.json").read_text(encoding="utf-8"))


def write(out: Path, *options: str, epoch: str | None = "1600000000") -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    if epoch is not None:
        environment["SOURCE_DATE_EPOCH"] = epoch
    command = [
        sys.executable,
        "-W",
        "error",
        str(ROOT / "packaging" / "sbom.py"),
        "--out",
        str(out),
        *options,
    ]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, cwd=out.parent
    )


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("sbom") / "sbom.json"
    done = write(out, "--system", "linux")
    assert (done.returncode, done.stderr) == (0, "")
    return out.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def bill(text: str) -> Any:
    return json.loads(text)


def test_it_is_valid_cyclonedx(text: str) -> None:
    pytest.importorskip("jsonschema")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_it_is_the_bill_of_the_kiosk_at_its_time(bill: Any) -> None:
    from kiosk import __version__

    root = bill["metadata"]["component"]
    assert (root["name"], root["version"]) == ("luoyang-kiosk", __version__)
    assert bill["specVersion"] == "1.6"
    assert bill["metadata"]["timestamp"] == "2020-09-13T12:26:40+00:00"


def test_it_lists_what_the_notice_lists_on_this_system(bill: Any, tmp_path: Path) -> None:
    for system in ("linux", "windows"):
        expected = {
            (each["name"], each.get("within", ""))
            for each in LISTED
            if system in each.get("systems", [system])
        }
        if system == "windows":
            assert write(tmp_path / "w.json", "--system", system).returncode == 0
            bill = json.loads((tmp_path / "w.json").read_text(encoding="utf-8"))
        found = [tuple(each["bom-ref"].rpartition("/")[::2])[::-1] for each in bill["components"]]
        assert len(found) == len(set(found)) == len(expected) > 100
        assert set(found) == expected


def test_everything_has_a_licence_and_an_address(bill: Any) -> None:
    assert [each["name"] for each in bill["components"] if not each.get("licenses")] == []
    assert [each["name"] for each in bill["components"] if not each["purl"].startswith("pkg:")] == []


def test_the_requirements_carry_the_hashes_of_the_lock(bill: Any) -> None:
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    block = re.search(r"^pyyaml==(\S+) \\\n((?: .*\n)+)", lock, re.MULTILINE)
    assert block is not None
    (yaml,) = [each for each in bill["components"] if each["name"] == "PyYAML"]
    assert (yaml["version"], yaml["purl"]) == (block[1], f"pkg:pypi/pyyaml@{block[1]}")
    (files,) = [each for each in yaml["externalReferences"] if each["type"] == "distribution"]
    assert {each["content"] for each in files["hashes"]} == set(re.findall("[0-9a-f]{64}", block[2]))


def test_each_font_carries_its_own_hash(bill: Any) -> None:
    files = {
        part["bom-ref"]: part["hashes"][0]["content"]
        for each in bill["components"]
        for part in each.get("components", [])
    }
    assert files == {
        f"assets/fonts/{font.name}": hashlib.sha256(font.read_bytes()).hexdigest()
        for font in (ROOT / "assets" / "fonts").glob("*.ttf")
    }


def test_python_is_the_one_that_builds(bill: Any) -> None:
    (python,) = [each for each in bill["components"] if each["name"] == "Python"]
    assert python["version"] == platform.python_version()


def test_what_is_part_of_another_depends_on_it(bill: Any) -> None:
    below = {each["ref"]: set(each.get("dependsOn", [])) for each in bill["dependencies"]}
    assert {"Qt", "Python", "Pillow"} <= below["luoyang-kiosk"]
    assert "Qt/PCRE2" in below["Qt"]
    assert "Qt/PCRE2" not in below["luoyang-kiosk"]


def test_the_same_checkout_gives_the_same_file(text: str, tmp_path: Path) -> None:
    assert write(tmp_path / "again.json", "--system", "linux").returncode == 0
    assert (tmp_path / "again.json").read_text(encoding="utf-8") == text


def test_without_a_time_there_is_none_in_it(bill: Any, tmp_path: Path) -> None:
    assert write(tmp_path / "timeless.json", "--system", "linux", epoch=None).returncode == 0
    timeless = json.loads((tmp_path / "timeless.json").read_text(encoding="utf-8"))
    assert "timestamp" not in timeless["metadata"]
    assert timeless["serialNumber"] != bill["serialNumber"]


@pytest.mark.parametrize("epoch", ["yesterday", "-1"])
def test_a_time_that_is_none_is_refused_in_one_line(tmp_path: Path, epoch: str) -> None:
    done = write(tmp_path / "no.json", epoch=epoch)
    assert done.returncode == 1
    assert done.stderr == f"sbom: SOURCE_DATE_EPOCH={epoch} is no number of seconds\n"
    assert not (tmp_path / "no.json").exists()


def test_a_folder_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    done = write(tmp_path, "--out", str(tmp_path / "gone" / "sbom.json"))
    assert done.returncode == 1
    assert done.stderr.startswith("sbom: ")
    assert done.stderr.count("\n") == 1
