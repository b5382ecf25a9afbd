"""The linters of the Python side, as tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.lint


def run(*arguments: str) -> str:
    """What a tool says; empty if it is content."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_ruff_is_content() -> None:
    assert run("ruff", "check", "--quiet") == ""


def test_the_sources_are_formatted() -> None:
    assert run("ruff", "format", "--check", "--quiet") == ""


def test_mypy_is_content() -> None:
    assert run("mypy", "--no-error-summary") == ""
