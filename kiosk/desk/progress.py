"""A bar for work that takes long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")


def tracked(items: Iterable[T], total: int, about: str, stream: TextIO) -> Iterator[T]:
    """The items, and on `stream` a bar that fills with each of the `total`; none where it is no terminal."""
    if not stream.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=stream), transient=True) as bar:
        task = bar.add_task(about, total=total)
        for item in items:
            yield item
            bar.advance(task)
