"""A few digits that tell one state of a content folder from another."""

from __future__ import annotations

import hashlib
from pathlib import Path


def fingerprint(folder: Path) -> str:
    """12 hexadecimal digits of the names and bytes of all files but those whose own name, or that of a folder
    of theirs, begins with a dot. Equal on all systems. Raises OSError.
    """
    whole = hashlib.sha256()
    names = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for name, path in sorted(names.items()):
        if not any(part.startswith(".") for part in name.split("/")):
            whole.update(f"{name}\0{path.stat().st_size}\0".encode())
            whole.update(path.read_bytes())
    return whole.hexdigest()[:12]
