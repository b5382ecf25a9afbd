"""What whoever sets the machine up has to know, while the exhibition runs all the same."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.content.exhibition import Text


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence on what is not as it was set, and one on what to do."""

    said: Text
    remedy: Text

    def __str__(self) -> str:
        return f"{self.said.zh}{self.remedy.zh} / {self.said.en} {self.remedy.en}"
