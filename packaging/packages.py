"""Makes the Linux packages from the bundle: .deb, .rpm, a .tar.xz that runs where it lies, and their sums.

`python packaging/packages.py [--bundle dist/kiosk] [--out dist] [--version 0.1.0] [--only deb]`, run by
`make packages`. The same commit and bundle give the same bytes: names in order, owner 0, modes by kind, and
the time of the commit (or SOURCE_DATE_EPOCH) everywhere. Every failure is one line and exit 1.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import hashlib
import json
import lzma
import os
import re
import shutil
import string
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import hall_settings
import libraries
import manual
from bundle import rename_command
from set_up import needs_in

from kiosk import __version__
from kiosk.cli import parser

ROOT: Final = Path(__file__).resolve().parents[1]
HERE: Final = ROOT / "packaging"
NAME: Final = "luoyang-kiosk"
MAINTAINER: Final = "Luoyang kiosk authors <luoyang-kiosk@packages.invalid>"
PROGRAM: Final = 0o755
FILE: Final = 0o644
STAFF_CONTENT: Final = "/var/lib/luoyang-kiosk/content"

SMALL: Final = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 9}]
"""How a package is compressed: with xz, which every dpkg reads, told that much of it is machine code.

Unpacking takes 65 MB of memory.
"""
QUICK: Final = [{"id": lzma.FILTER_LZMA2, "preset": 0}]
"""For packages of a trial."""


class PackageError(Exception):
    """A package cannot be made; the message is one line with the remedy."""


@dataclass(frozen=True, slots=True)
class Release:
    """What is packed: a bundle, under a version, at a time (s since 1970, UTC), small or quickly."""

    bundle: Path
    version: str
    time: int
    quick: bool = False

    @property
    def date(self) -> dt.datetime:
        return dt.datetime.fromtimestamp(self.time, dt.UTC)

    @property
    def content(self) -> Path:
        return self.bundle / "_internal" / "content"


def say(text: str) -> None:
    print(f"packages: {text}", file=sys.stderr, flush=True)


# What stands where ----------------------------------------------------------------------------------------


def hall(content: str) -> str:
    """The settings file of a hall, as delivered. Raises TemplateError."""
    return hall_settings.delivered(hall_settings.TEMPLATE.read_text(encoding="utf-8"), content)


def zipped(text: str) -> bytes:
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def write(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def changelog(release: Release) -> str:
    """In Debian's form, of this version alone."""
    when = release.date.strftime("%a, %d %b %Y %H:%M:%S +0000")
    return (
        f"{NAME} ({release.version}) stable; urgency=medium\n\n"
        f"  * Version {release.version} of the exhibition kiosk.\n\n"
        f" -- {MAINTAINER}  {when}\n"
    )


def licence() -> str:
    """The copyright file in Debian's machine-readable form."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    holder = next(line for line in text.splitlines() if line.startswith("Copyright"))
    _, _, terms = text.partition(holder)
    indented = "\n".join(f" {line}".rstrip() or " ." for line in terms.strip().splitlines())
    form = string.Template((HERE / "linux" / "copyright").read_text(encoding="utf-8"))
    return form.substitute(holder=holder.removeprefix("Copyright (c) "), terms=indented)


def notices(release: Release) -> list[Path]:
    """What the bundle says of the parts of others, relative to it."""
    found = (release.bundle / "_internal").rglob("THIRD-PARTY*")
    return sorted(path.relative_to(release.bundle) for path in found)


def lay_out(root: Path, release: Release) -> None:
    """Makes `root` a picture of the installed system, of what is not written for one package format alone."""
    share = root / "usr" / "share"
    shutil.copytree(release.bundle, root / "usr" / "lib" / NAME, copy_function=shutil.copyfile)
    for entry in sorted((HERE / "linux").glob("*.desktop")):
        write(share / "applications" / entry.name, entry.read_bytes())
    about = string.Template((HERE / "linux" / f"{NAME}.metainfo.xml").read_text(encoding="utf-8"))
    filled = about.substitute(version=release.version, date=f"{release.date:%Y-%m-%d}")
    write(share / "metainfo" / f"{NAME}.metainfo.xml", filled)
    icons(share / "icons" / "hicolor")
    edition = manual.Edition(release.version, release.date.date())
    write(share / "man/man1/kiosk.1.gz", zipped(manual.page(parser(), "en", edition)))
    write(share / "man/zh_CN/man1/kiosk.1.gz", zipped(manual.page(parser(), "zh", edition)))
    write(share / "bash-completion/completions/kiosk", manual.completion(parser(), "bash"))
    write(share / "fish/vendor_completions.d/kiosk.fish", manual.completion(parser(), "fish"))
    write(root / "zsh/_kiosk", manual.completion(parser(), "zsh"))
    write(root / "lintian-overrides", (HERE / "linux" / "lintian-overrides").read_bytes())
    write(root / "etc" / NAME / "hall.yaml", hall(STAFF_CONTENT))
    documents(share / "doc" / NAME, release)
    level(root, release, programs=[root / "usr" / "lib" / NAME / "kiosk"])


def icons(folder: Path) -> None:
    drawings = HERE / "icons"
    write(folder / "scalable/apps" / f"{NAME}.svg", (drawings / "kiosk.svg").read_bytes())
    pictures = {path.stem.rpartition("-")[2]: path for path in drawings.glob("kiosk-*.png")}
    for size, path in sorted(pictures.items()):
        write(folder / f"{size}x{size}" / "apps" / f"{NAME}.png", path.read_bytes())


def documents(folder: Path, release: Release) -> None:
    write(folder / "copyright", licence())
    write(folder / "changelog.gz", zipped(changelog(release)))
    write(folder / "installers-handbook.md", (HERE / "README.md").read_bytes())
    inside = Path("..", "..", "..", "lib", NAME)
    (folder / "staff-handbook.md").symlink_to(inside / "_internal" / "content" / "README.md")
    for notice in notices(release):
        (folder / notice.name).symlink_to(inside / notice)


def lay_out_portable(folder: Path, release: Release) -> None:
    """Makes `folder` what is unpacked to run from where it lies: no links, so that any disk can hold it."""
    shutil.copytree(release.bundle, folder, copy_function=shutil.copyfile)
    shutil.copytree(release.content, folder / "content", copy_function=shutil.copyfile)
    rename_command(folder / "content", "kiosk", "${workspaceFolder}/../kiosk")
    write(folder / "hall.yaml", hall("content"))
    for name in ("start.sh", "README.txt"):
        write(folder / name, (HERE / "linux" / "portable" / name).read_bytes())
    level(folder, release, programs=[folder / "kiosk", folder / "start.sh"])


def level(root: Path, release: Release, programs: Iterable[Path]) -> None:
    """Gives everything the mode of its kind and the time of the release."""
    runs = set(programs)
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(PROGRAM if path.is_dir() or path in runs else FILE)
        os.utime(path, (release.time, release.time), follow_symlinks=False)


# Packages -------------------------------------------------------------------------------------------------


def recipe(release: Release) -> str:
    """nfpm.yaml with what is known only now."""
    table = needs_in((HERE / "system-libraries").read_text(encoding="utf-8"))
    asked = libraries.asked_by(release.bundle, table)
    deb_depends, deb_recommends = libraries.for_debian(asked)
    rpm_depends, rpm_recommends = libraries.for_rpm(asked)
    values: dict[str, str | list[str]] = {
        "version": release.version,
        "maintainer": MAINTAINER,
        "date": f"{release.date:%Y-%m-%dT%H:%M:%SZ}",
        "rpm_compression": "zstd:1" if release.quick else "xz",
        "deb_depends": deb_depends,
        "deb_recommends": deb_recommends,
        "rpm_depends": rpm_depends,
        "rpm_recommends": rpm_recommends,
    }
    form = string.Template((HERE / "nfpm.yaml").read_text(encoding="utf-8"))
    return form.substitute({key: json.dumps(value) for key, value in values.items()})


def pack(kind: str, work: Path, out: Path, release: Release) -> Path:
    """Runs nfpm in `work`, where everything lies that its configuration names. Raises PackageError."""
    tool = Path(sys.executable).with_name("nfpm")
    made = {
        "deb": f"{NAME}_{release.version}_amd64.deb",
        "rpm": f"{NAME}-{release.version}-1.x86_64.rpm",
    }
    target = out / made[kind]
    command = [str(tool), "package", "--config", "nfpm.yaml", "--packager", kind, "--target", str(target)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(release.time)}
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=work, env=environment)
    if done.returncode:
        raise PackageError(f"nfpm: {(done.stderr or done.stdout).strip().splitlines()[-1]}")
    return target


def debian(work: Path, out: Path, release: Release) -> Path:
    made = pack("deb", work, out, release)
    return made if release.quick else recompress(made, release)


def recompress(package: Path, release: Release) -> Path:
    """The same .deb, its files compressed by liblzma: a sixth smaller than nfpm's own xz makes them.

    A .deb is an ar archive of debian-binary, control.tar.gz and data.tar (deb(5)). Raises PackageError.
    """
    whole, members, at = package.read_bytes(), [], 8
    while at < len(whole):
        head = whole[at : at + 60]
        name, size = head[:16].decode().strip().rstrip("/"), int(head[48:58])
        members.append((name, whole[at + 60 : at + 60 + size]))
        at += 60 + size + size % 2
    if [name for name, _ in members] != ["debian-binary", "control.tar.gz", "data.tar"]:
        raise PackageError(f"nfpm made a .deb of {', '.join(name for name, _ in members)}: not known here")
    packed = lzma.compress(members[2][1], filters=SMALL)
    with package.open("wb") as out:
        out.write(b"!<arch>\n")
        for name, data in [*members[:2], ("data.tar.xz", packed)]:
            out.write(f"{name:<16}{release.time:<12}{0:<6}{0:<6}{'100644':<8}{len(data):<10}`\n".encode())
            out.write(data + b"\n" * (len(data) % 2))
    return package


def archive(folder: Path, target: Path, release: Release) -> Path:
    """A .tar.xz of a levelled folder, whose name is what it unpacks to."""

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = release.time
        return member

    filters = QUICK if release.quick else SMALL
    with lzma.open(target, "wb", filters=filters) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
        for path in [folder, *sorted(folder.rglob("*"))]:
            tar.add(path, path.relative_to(folder.parent), recursive=False, filter=plain)
    return target


def sums(files: Iterable[Path]) -> str:
    """As `sha256sum -c` reads it."""
    return "".join(f"{digest(path)}  {path.name}\n" for path in sorted(files))


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def packages(release: Release, out: Path, work: Path, only: str | None) -> list[Path]:
    """Makes all packages, or only the .deb, .rpm or .tar.xz. Raises PackageError, LibraryError."""
    if not (release.bundle / "kiosk").is_file():
        raise PackageError(f"there is no bundle in {release.bundle}: run make bundle first")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    out.mkdir(parents=True, exist_ok=True)
    root, portable = work / "root", work / f"{NAME}-{release.version}"
    if only != "tar":
        lay_out(root, release)
        for script in ("postinst", "postrm"):
            write(work / "scripts" / script, (HERE / "linux" / script).read_bytes())
        write(work / "nfpm.yaml", recipe(release))
    makers: dict[str, Callable[[], Path]] = {
        "deb": lambda: debian(work, out, release),
        "rpm": lambda: pack("rpm", work, out, release),
        "tar": lambda: portable_archive(portable, out, release),
    }
    with ThreadPoolExecutor(max_workers=2) as hands:
        # Both compressors work outside Python's lock.
        made = list(hands.map(lambda make: make(), (makers[kind] for kind in makers if only in (None, kind))))
    shutil.rmtree(work)
    return made


def portable_archive(folder: Path, out: Path, release: Release) -> Path:
    lay_out_portable(folder, release)
    return archive(folder, out / f"{folder.name}-linux-x86_64.tar.xz", release)


def bill(release: Release, out: Path) -> Path:
    """The bill of materials beside the packages, by packaging/sbom.py. Raises PackageError."""
    target = out / f"{NAME}-{release.version}-linux-x86_64.cdx.json"
    command = [sys.executable, str(HERE / "sbom.py"), "--out", str(target), "--system", "linux"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(release.time)}
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise PackageError(f"sbom.py: {(done.stderr or done.stdout).strip().splitlines()[-1]}")
    return target


# The command ----------------------------------------------------------------------------------------------


def commit_time() -> int:
    """SOURCE_DATE_EPOCH where it is set, else the time of the commit that is checked out. In s, UTC."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is not None:
        if not given.isdigit():
            raise PackageError(f"SOURCE_DATE_EPOCH={given} is not a number of seconds")
        return int(given)
    done = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], check=False, capture_output=True, text=True, cwd=ROOT
    )
    if done.returncode:
        raise PackageError("this is not a git checkout: set SOURCE_DATE_EPOCH to the time of the release")
    return int(done.stdout)


def version(text: str) -> str:
    if not re.fullmatch(r"\d+(\.\d+)*", text):
        raise argparse.ArgumentTypeError(f"{text}: a version is written like 0.1.0")
    return text


def main(arguments: list[str] | None = None) -> int:
    """Argv in, exit code out."""
    command = argparse.ArgumentParser(prog="packages", description="make the Linux packages from the bundle")
    command.add_argument("--bundle", type=Path, default=ROOT / "dist" / "kiosk", metavar="DIR")
    command.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR")
    command.add_argument("--version", type=version, default=__version__, help="of the packages, for trials")
    command.add_argument("--quick", action="store_true", help="compress little, for trials")
    command.add_argument("--only", choices=("deb", "rpm", "tar"))
    given = command.parse_args(arguments)
    try:
        release = Release(given.bundle.resolve(), given.version, commit_time(), given.quick)
        out = given.out.resolve()
        made = [*packages(release, out, ROOT / "build" / "packages", given.only), bill(release, out)]
        write(out / "SHA256SUMS", sums(made))
    except (PackageError, libraries.LibraryError, hall_settings.TemplateError) as error:
        say(str(error))
    except OSError as error:
        say(f"{error.strerror}: {error.filename}")
    else:
        for path in made:
            print(f"{path.stat().st_size / 1e6:7.1f} MB  {path.name}")
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
