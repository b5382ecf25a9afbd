"""Makes the third-party notice: assets/licences/THIRD-PARTY.txt, to be read, and components.json beside it,
for the screen and the SBOM. From the locks, from what the installed packages say of themselves, and from what
packaging/licences/components.toml adds.

`python packaging/notices.py` writes both. `--check` writes nothing and names what differs. `--bundle DIR`
names what is in a bundle and in no component. Needs the requirements of requirements-package.lock.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
LICENCES: Final = ROOT / "assets" / "licences"
CURATED: Final = ROOT / "packaging" / "licences"
SHIPPED: Final = "requirements.lock"
PACKAGING: Final = "requirements-package.lock"
NOTICE: Final = "THIRD-PARTY.txt"
COMPONENTS: Final = "components.json"
RULE: Final = "=" * 80

LICENCE_FILE: Final = re.compile(
    r"\.dist-info/(licenses/)?(LICEN[CS]E|COPYING|COPYRIGHT|NOTICE)[^/]*$", re.IGNORECASE
)
LIBRARY: Final = re.compile(r"\.(so|dll|dylib|pyd)(\.[0-9.]+)?$")

HEAD: Final = """\
第三方软件说明 / THIRD-PARTY NOTICE
====================================

《铭记2020》展览程序（luoyang-kiosk）本身依 MIT 许可证发布，见 LICENSE。
程序中还有他人的软件和字体，全部列在下面：名称、版本、许可证和权利人。
许可证全文附在最后，方括号里的数字是它们的编号。

The exhibition program luoyang-kiosk is itself under the MIT License, see LICENSE. It contains
software and typefaces of others. All are listed here with version, licence and who holds the
rights. The texts of the licences follow at the end; a number in square brackets is that of a text.


一、依 LGPL 使用的程序库
------------------------

本程序依《GNU 宽通用公共许可证》（LGPL）使用以下程序库：

{libraries}

这些程序库的代码都未经修改（个别文件只去掉了调试信息）。程序以动态链接方式使用它们，它们在程序
文件夹里各自是独立的文件。任何人都可以用自己编译的、接口兼容的版本替换它们：退出展览，换上同名的
文件，重新启动即可。为调试这样的修改，可以对本程序进行反向工程。在 macOS 上，替换之后要重新签名
（codesign --force --deep --sign -）。

源代码：

{sources}


1. Libraries used under the LGPL
--------------------------------

This program uses these under the GNU Lesser General Public License:

{libraries}

Their code is unmodified (of some files, what only a debugger reads was taken out). They are linked
dynamically: in the program's folder each is a file of its own. Anybody may replace them by versions
of their own that keep the interface: end the exhibition, put the file of the same name in its
place, start again. Reverse engineering of this program for debugging such modifications is
permitted. On macOS the bundle must then be signed anew (codesign --force --deep --sign -).

The source code:

{sources}


二、PyInstaller 的启动程序 / 2. The bootloader of PyInstaller
-------------------------------------------------------------

打包工具 PyInstaller 依 GPL 发布，但附有例外条款：用它打包的程序可以依任何许可证发布。程序包里只有
它的启动程序（适用这一例外）和运行时脚本（Apache 2.0）。

PyInstaller is under the GPL, with an exception: what is made with it may be distributed under any
licence. The bundle contains its bootloader, which the exception covers, and its run-time hooks,
which are under the Apache License 2.0.


三、组成部分 / 3. Components
---------------------------

"""


TAIL: Final = """

四、许可证全文 / 4. Texts of the licences
-----------------------------------------
"""


class NoticeError(Exception):
    """The notice cannot be made. Each line names a thing and what to do about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """What the bundle carries of somebody else, on `systems` or on all. `texts`: keys of `Notice.texts`."""

    name: str
    version: str
    licence: str
    declared: str
    home: str
    source: str = ""
    copyright: tuple[str, ...] = ()
    within: str = ""
    purl: str = ""
    packages: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    font: bool = False
    main: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """All components, the texts of their licences by key, and which requirements are not shipped, and why."""

    components: tuple[Component, ...]
    texts: Mapping[str, str]
    not_shipped: Mapping[str, str]


def pinned(lock: str, folder: Path = ROOT / "packaging") -> dict[str, str]:
    """Name → version of each requirement in a lock."""
    lines = (folder / lock).read_text(encoding="utf-8").splitlines()
    found = (re.match(r"([a-z0-9._-]+)==([^ ;\\]+)", line) for line in lines)
    return {match[1]: match[2] for match in found if match}


def curated(folder: Path = CURATED) -> dict[str, Any]:
    """What packaging/licences/components.toml says."""
    return tomllib.loads((folder / "components.toml").read_text(encoding="utf-8"))


def files_of(package: str) -> list[Path]:
    return [Path(str(file.locate())) for file in metadata.distribution(package).files or []]


def tidy(text: str) -> str:
    """Without spaces at the ends of lines, form feeds and empty lines around it."""
    lines = text.replace("\r\n", "\n").replace("\f", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


class Making:
    """One making of the notice; collects what is wrong on the way."""

    def __init__(
        self, data: Mapping[str, Any], shipped: Mapping[str, str], packaging: Mapping[str, str]
    ) -> None:
        self._data = data
        self._shipped = shipped
        self._pins = {**packaging, **shipped}
        self._texts: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._lists = {name: self._parts_in(listed) for name, listed in data["lists"].items()}
        self._taken: set[tuple[str, str]] = set()
        self.wrong: list[str] = []

    def make(self) -> Notice:
        """Raises NoticeError with everything that is wrong."""
        components = tuple(chain.from_iterable(self._made_of(entry) for entry in self._data["component"]))
        self._miss_nothing(components)
        self._read_again()
        for component in components:
            self._accept(component)
        if self.wrong:
            raise NoticeError("\n".join(self.wrong))
        return Notice(components, self._texts, self._data["not_shipped"])

    def _made_of(self, entry: Mapping[str, Any]) -> Iterator[Component]:
        packages = tuple(entry.get("packages", ()))
        version = self._version_of(entry, packages)
        name = entry["name"]
        slug = re.sub(r"[^a-z0-9.]+", "-", name.lower()).strip("-")
        kind = f"pypi/{packages[0]}" if packages else f"generic/{slug}"
        yield Component(
            name=name,
            version=version,
            licence=entry["licence"],
            declared=entry.get("declared", entry["licence"]),
            home=entry.get("home", ""),
            source=entry.get("source", ""),
            copyright=tuple(entry.get("copyright", ())),
            within=entry.get("within", ""),
            purl=f"pkg:{kind}@{version}" if version else f"pkg:{kind}",
            packages=packages,
            systems=tuple(entry.get("systems", ())),
            libraries=tuple(entry.get("libraries", ())),
            texts=tuple(self._texts_of(entry, packages)),
            font=entry.get("font", False),
            main=entry.get("main", False),
        )
        for listed in self._data["lists"].values():
            if listed.get("within") == name:
                yield from self._each_of(listed)

    def _version_of(self, entry: Mapping[str, Any], packages: tuple[str, ...]) -> str:
        if packages:
            versions = {self._pins.get(package, "?") for package in packages}
            if len(versions) > 1 or "?" in versions:
                self.wrong.append(
                    f"{entry['name']}: the locks do not pin {', '.join(packages)} to one version"
                )
            return min(versions)
        if "listed" in entry:
            listed = (entry["listed"]["list"], entry["listed"]["name"])
            self._taken.add(listed)
            part = self._lists[listed[0]].get(listed[1])
            if part is None:
                self.wrong.append(f"{entry['name']}: {listed[0]} no longer lists {listed[1]}")
                return ""
            return str(part["version"])
        if "version_in" in entry:
            return self._told_by_a_file(entry["name"], entry["version_in"])
        return str(entry.get("version", ""))

    def _told_by_a_file(self, name: str, where: Mapping[str, str]) -> str:
        for file in files_of(where["package"]):
            found = re.search(where["file"], file.as_posix())
            if found and "text" in where:
                found = re.search(where["text"], file.read_bytes().decode("latin-1"))
            if found:
                return found[1]
        self.wrong.append(
            f"{name}: no file of {where['package']} tells its version any more ({where['file']})"
        )
        return ""

    def _texts_of(self, entry: Mapping[str, Any], packages: tuple[str, ...]) -> Iterator[str]:
        for text in entry.get("texts", ()):
            path = ROOT / text if "/" in text else CURATED / "texts" / f"{text}.txt"
            yield self._key(path.stem, path.read_text(encoding="utf-8"))
        if "texts" not in entry:
            for package in entry.get("texts_of", packages):
                for file in sorted(files_of(package)):
                    if LICENCE_FILE.search(file.as_posix()):
                        yield self._key(f"{package}: {file.name}", file.read_text(encoding="utf-8"))

    def _key(self, wanted: str, text: str) -> str:
        """Under which a text is kept: the first name that it came with, however its lines are broken."""
        key = self._keys.setdefault(" ".join(text.split()), wanted)
        self._texts.setdefault(key, tidy(text))
        return key

    def _parts_in(self, listed: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
        paths = [file for file in files_of(listed["package"]) if fnmatch.fnmatch(file.name, listed["file"])]
        return {
            part["name"]: part
            for path in paths
            for part in json.loads(path.read_text(encoding="utf-8"))["components"]
        }

    def _each_of(self, listed: Mapping[str, Any]) -> Iterator[Component]:
        (name,) = (name for name, value in self._data["lists"].items() if value is listed)
        for part, about in sorted(self._lists[name].items()):
            if part in listed["not_shipped"]:
                continue
            self._taken.add((name, part))
            declared = " AND ".join(each["expression"] for each in about["licenses"])
            used = listed["licences"].get(declared)
            if used is None:
                self.wrong.append(
                    f"{part}: {listed['package']} lists it under {declared}; say which licence is used"
                )
                continue
            holder = listed["copyright"].get(part, "")
            if not holder and {"MIT", "Zlib"} & {*used["licence"].split(" AND ")}:
                self.wrong.append(f"{part}: under {used['licence']} the holder of the rights must be named")
            yield Component(
                name=part,
                version=about["version"],
                licence=used["licence"],
                declared=declared,
                home=f"https://crates.io/crates/{part}",
                copyright=(holder,) if holder else (),
                within=listed["within"],
                purl=about["purl"],
                texts=tuple(
                    self._key(text, (CURATED / "texts" / f"{text}.txt").read_text(encoding="utf-8"))
                    for text in used["texts"]
                ),
            )

    def _miss_nothing(self, components: Iterable[Component]) -> None:
        shipped = {package for component in components for package in component.packages}
        not_shipped = self._data["not_shipped"]
        for package in self._shipped:
            if (package in shipped) == (package in not_shipped):
                remedy = "make it a component, or say in not_shipped why it is none"
                self.wrong.append(f"{package}: {SHIPPED} requires it; {remedy}")
        for package in {*not_shipped} - {*self._shipped}:
            self.wrong.append(f"{package}: not_shipped names it, and {SHIPPED} does not require it")
        for name, listed in self._data["lists"].items():
            for part in self._lists[name]:
                known = any(fnmatch.fnmatchcase(part, pattern) for pattern in listed["not_shipped"])
                if not known and (name, part) not in self._taken:
                    self.wrong.append(f"{part}: {listed['package']} lists it, and no component does")

    def _read_again(self) -> None:
        for package, release in self._data["reviewed"].items():
            version = self._pins.get(package, "nothing")
            if not f"{version}.".startswith(f"{release}."):
                read = f"what it is made of was read for {release}"
                self.wrong.append(f"{package}: {read}, and {version} is pinned; read it again")
        entries = self._data["component"]
        for package in sorted({package for entry in entries for package in entry.get("packages", ())}):
            installed, pin = metadata.version(package), self._pins.get(package)
            if installed != pin:
                self.wrong.append(f"{package}: {installed} is installed, {pin} is pinned; run make test")

    def _accept(self, component: Component) -> None:
        known = self._data["licences"]
        rest = component.licence
        for excepted in known["excepted"]:
            rest = rest.replace(excepted, "")
        for licence in filter(None, re.split(r" AND |[ ()]+", rest)):
            if licence not in known["accepted"]:
                self.wrong.append(f"{component.name}: {licence} is not among the accepted licences")
        if not component.texts:
            self.wrong.append(f"{component.name}: there is no text of its licence")


def make() -> Notice:
    """From the locks, the installed packages and components.toml. Raises NoticeError."""
    return Making(curated(), pinned(SHIPPED), pinned(PACKAGING)).make()


def as_json(notice: Notice) -> str:
    """What components.json holds: a list; of each component what is not empty."""
    listed = [
        {key: value for key, value in asdict(component).items() if value and key != "texts"}
        for component in notice.components
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def as_text(notice: Notice) -> str:
    """What THIRD-PARTY.txt holds."""
    numbers = {key: number for number, key in enumerate(notice.texts, 1)}
    lesser = [each for each in notice.components if each.licence.startswith("LGPL") and not each.within]
    head = HEAD.format(
        libraries="\n".join(f"  {_named(each)}: {each.licence}" for each in lesser),
        sources="\n".join(f"  {_named(each)}: {each.source}" for each in lesser),
    )
    texts = (f"\n{RULE}\n[{numbers[key]}] {key}\n{RULE}\n\n{text}" for key, text in notice.texts.items())
    return "".join([head, "\n".join(_paragraph(each, numbers) for each in notice.components), TAIL, *texts])


def _named(component: Component) -> str:
    return f"{component.name} {component.version}".rstrip()


def _paragraph(component: Component, numbers: Mapping[str, int]) -> str:
    texts = " ".join(f"[{number}]" for number in sorted(numbers[key] for key in component.texts))
    lines = [_named(component), f"  {component.licence} {texts}"]
    if component.declared != component.licence:
        lines.append(f"  offered under {component.declared}")
    if component.within:
        lines.append(f"  part of {component.within}")
    if component.systems:
        lines.append(f"  on {' and '.join(component.systems)} only")
    lines += [f"  {line}" for line in (component.home, *component.copyright) if line]
    return "\n".join(lines) + "\n"


def differences(notice: Notice, folder: Path = LICENCES) -> list[str]:
    """How the committed files differ from what would be made now; by component where one does."""
    try:
        committed = (folder / COMPONENTS).read_text(encoding="utf-8")
        text = (folder / NOTICE).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        return [f"{error.filename} is missing; run make notices"]
    was = {(each["name"], each.get("within", "")): each for each in json.loads(committed)}
    now = {(each["name"], each.get("within", "")): each for each in json.loads(as_json(notice))}
    found = [
        f"{name}: {now[name, within].get('version', 'it')} is missing in the notice"
        for name, within in now.keys() - was.keys()
    ]
    found += [
        f"{name}: it is in the notice and no longer shipped" for name, within in was.keys() - now.keys()
    ]
    for key in was.keys() & now.keys():
        found += [
            f"{key[0]}: {part} is {now[key].get(part, 'none')}, in the notice {was[key].get(part, 'none')}"
            for part in sorted(was[key].keys() | now[key].keys())
            if was[key].get(part) != now[key].get(part)
        ]
    if not found and committed != as_json(notice):
        found.append(f"{COMPONENTS}: the order differs")
    if not found and text != as_text(notice):
        found.append(f"{NOTICE}: a text of a licence, or the frame around them, differs")
    return sorted(found)


def unclaimed(bundle: Path, notice: Notice) -> list[str]:
    """The libraries and packages in a bundle (its folder) that belong to no component."""
    inside = bundle / "_internal"
    if not inside.is_dir():
        raise NoticeError(f"{bundle}: there is no bundle; run make bundle")
    patterns = [pattern for component in notice.components for pattern in component.libraries]
    libraries = sorted(
        file.relative_to(inside).as_posix() for file in inside.rglob("*") if LIBRARY.search(file.name)
    )
    found = [library for library in libraries if not any(_claims(pattern, library) for pattern in patterns)]
    known = {package for component in notice.components for package in component.packages}
    return found + sorted({*_packages_in(bundle)} - known)


def absent(bundle: Path, notice: Notice, system: str) -> list[str]:
    """The components of a system (linux, windows, macos) of which nothing is in its bundle, by name."""
    files = [file.relative_to(bundle / "_internal").as_posix() for file in (bundle / "_internal").rglob("*")]
    packages = {*_packages_in(bundle)}
    return [
        component.name
        for component in notice.components
        if not component.systems or system in component.systems
        if component.libraries or component.packages
        if not packages & {*component.packages}
        if not any(_claims(pattern, file) for pattern in component.libraries for file in files)
    ]


def _claims(pattern: str, library: str) -> bool:
    if "/" in pattern:
        return fnmatch.fnmatchcase(f"/{library}", f"*/{pattern}")
    return fnmatch.fnmatchcase(library.rpartition("/")[2], pattern)


def _packages_in(bundle: Path) -> Iterator[str]:
    """The requirements whose modules are in the archive of a bundle's executable."""
    from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]

    program = CArchiveReader(
        str(next(file for file in (bundle / "kiosk", bundle / "kiosk.exe") if file.is_file()))
    )
    modules = {name.partition(".")[0] for name in program.open_embedded_archive("PYZ.pyz").toc}
    for module, packages in metadata.packages_distributions().items():
        if module in modules and module not in sys.stdlib_module_names:
            yield from (re.sub(r"[-_.]+", "-", package).lower() for package in packages)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="makes the third-party notice")
    parser.add_argument("--check", action="store_true", help="write nothing; name what differs")
    parser.add_argument(
        "--bundle", type=Path, metavar="DIR", help="name what is in a bundle and in no component"
    )
    asked = parser.parse_args(arguments)
    try:
        notice = make()
        if asked.bundle:
            found = [
                f"{each}: the bundle holds it, and no component does"
                for each in unclaimed(asked.bundle, notice)
            ]
        elif asked.check:
            found = differences(notice)
        else:
            (LICENCES / COMPONENTS).write_text(as_json(notice), encoding="utf-8", newline="\n")
            (LICENCES / NOTICE).write_text(as_text(notice), encoding="utf-8", newline="\n")
            return 0
    except NoticeError as error:
        found = str(error).splitlines()
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
