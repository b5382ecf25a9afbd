"""Writes the bill of materials of the bundle: CycloneDX 1.6, JSON.

`python packaging/sbom.py --out FILE [--system linux|windows|macos]`. From assets/licences/components.json,
the hashes in the locks, the fonts and the Python that runs it. The same commit gives the same file: the time
is SOURCE_DATE_EPOCH, or left out, and the serial number comes from the content.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.dependency import Dependable
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT: Final = Path(__file__).resolve().parent.parent
NAME: Final = "luoyang-kiosk"
SYSTEMS: Final = {"linux": "linux", "win32": "windows", "darwin": "macos"}
LOCKS: Final = ("requirements.lock", "requirements-package.lock")
PINNED: Final = re.compile(
    r"^([a-z0-9._-]+)==([^ ;\\]+)[^\n]*\n((?: +--hash=sha256:[0-9a-f]{64}[ \\]*\n?)*)", re.MULTILINE
)


class BillError(Exception):
    """The bill cannot be written; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A requirement as a lock has it. `hashes`: the SHA-256 of each file that it may be installed from."""

    version: str
    hashes: tuple[str, ...]


def pins(folder: Path = ROOT / "packaging") -> dict[str, Pin]:
    """Of what the bundle is made from, by name."""
    text = "".join((folder / lock).read_text(encoding="utf-8") for lock in LOCKS)
    return {
        name: Pin(version, tuple(re.findall(r"[0-9a-f]{64}", hashes)))
        for name, version, hashes in PINNED.findall(text)
    }


def version(root: Path = ROOT) -> str:
    """That of the program, read and not imported: the bill needs no Qt."""
    text = (root / "kiosk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise BillError("kiosk/__init__.py: there is no __version__")
    return found[1]


def bill(
    listed: list[Mapping[str, Any]], locked: Mapping[str, Pin], program: str, system: str, epoch: int | None
) -> Bom:
    """Of the program in this version on this system. `epoch`: when it is built, in s since 1970."""
    root = Component(
        name=NAME,
        version=program,
        type=ComponentType.APPLICATION,
        bom_ref=NAME,
        licenses=[LicenseFactory().make_from_string("MIT")],
        purl=PackageURL("generic", name=NAME, version=program),
    )
    made = {
        (each["name"], each.get("within", "")): _component(each, locked)
        for each in listed
        if system in each.get("systems", [system])
    }
    bom = Bom(components=made.values())
    bom.metadata.component = root
    below: dict[str, list[Dependable]] = {}
    for (_, within), component in made.items():
        below.setdefault(within, []).append(component)
    bom.register_dependency(root, below[""])
    for (name, within), component in made.items():
        bom.register_dependency(component, below.get(name, []) if not within else [])
    bom.metadata.timestamp = (
        datetime.fromtimestamp(epoch, UTC) if epoch is not None else None  # type: ignore[assignment]
    )
    identity = json.dumps([listed, program, system, epoch, platform.python_version()], sort_keys=True)
    bom.serial_number = uuid5(NAMESPACE_URL, hashlib.sha256(identity.encode()).hexdigest())
    return bom


def _component(about: Mapping[str, Any], locked: Mapping[str, Pin]) -> Component:
    name, release = about["name"], about.get("version", "")
    purl = PackageURL.from_string(about["purl"])
    if name == "Python":
        release = platform.python_version()
        purl = PackageURL("generic", name="python", version=release)
    within = about.get("within", "")
    return Component(
        name=name,
        version=release or None,
        type=ComponentType.LIBRARY,
        bom_ref=f"{within}/{name}".lstrip("/"),
        licenses=[LicenseFactory().make_from_string(about["licence"])],
        purl=purl,
        copyright="\n".join(about.get("copyright", [])) or None,
        external_references=[*_references(about), *_wheels(about, locked)],
        components=_fonts(name) if about.get("font") else [],
    )


def _references(about: Mapping[str, Any]) -> Iterator[ExternalReference]:
    if "home" in about:
        yield ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(about["home"]))
    if "source" in about:
        yield ExternalReference(type=ExternalReferenceType.SOURCE_DISTRIBUTION, url=XsUri(about["source"]))


def _wheels(about: Mapping[str, Any], locked: Mapping[str, Pin]) -> Iterator[ExternalReference]:
    for package in about.get("packages", []):
        if package not in locked or locked[package].version != about["version"]:
            raise BillError(f"{package}: the locks do not pin {about['version']}; run make notices")
        yield ExternalReference(
            type=ExternalReferenceType.DISTRIBUTION,
            url=XsUri(f"pkg:pypi/{package}@{about['version']}"),
            comment="One of the files that the locks in packaging/ allow.",
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each) for each in locked[package].hashes],
        )


def _fonts(name: str) -> list[Component]:
    files = sorted((ROOT / "assets" / "fonts").glob(f"{name.replace(' ', '')}-*.ttf"))
    return [
        Component(
            name=file.name,
            type=ComponentType.FILE,
            bom_ref=f"assets/fonts/{file.name}",
            hashes=[
                HashType(alg=HashAlgorithm.SHA_256, content=hashlib.sha256(file.read_bytes()).hexdigest())
            ],
        )
        for file in files
    ]


def as_json(system: str, epoch: int | None) -> str:
    """The bill of this checkout. Raises BillError."""
    path = ROOT / "assets" / "licences" / "components.json"
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BillError(f"{path}: {error}; run make notices") from error
    bom = bill(listed, pins(), version(), system, epoch)
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="writes the bill of materials of the bundle")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    here = SYSTEMS.get(sys.platform, "linux")
    parser.add_argument("--system", choices=[*SYSTEMS.values()], default=here)
    asked = parser.parse_args(arguments)
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if given and not given.isdecimal():
            raise BillError(f"SOURCE_DATE_EPOCH={given} is no number of seconds")
        text = as_json(asked.system, int(given) if given else None)
        asked.out.write_text(text, encoding="utf-8", newline="\n")
    except (BillError, OSError) as error:
        print(f"sbom: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
