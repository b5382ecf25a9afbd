"""The workflow for a public host: what it names is there, and what it says about the release holds."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

from kiosk import __version__

ROOT: Final = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def workflow() -> dict[str, Any]:
    workflow: dict[str, Any] = YAML(typ="safe").load(ROOT / ".ci" / "release.yml")
    return workflow


def steps_of(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def scripts_of(workflow: dict[str, Any], shell: str) -> list[str]:
    return [
        step["run"] for step in steps_of(workflow) if "run" in step and step.get("shell", "bash") == shell
    ]


def test_every_job_waits_for_a_job_there_is(workflow: dict[str, Any]) -> None:
    needed = {name: job["needs"] for name, job in workflow["jobs"].items() if "needs" in job}

    assert needed == {"build": "test", "release": "build"}
    assert set(needed.values()) <= workflow["jobs"].keys()


def test_every_action_is_pinned_to_a_commit_and_says_its_version() -> None:
    lines = (ROOT / ".ci" / "release.yml").read_text(encoding="utf-8").splitlines()
    uses = [line.split("uses: ")[1] for line in lines if "uses: " in line]

    assert len(uses) >= 6
    assert [
        use for use in uses if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)
    ] == []
    pins = {use.split("@")[0]: use for use in uses}
    assert set(uses) == set(pins.values()), "one action, one version"


def test_only_the_release_may_write(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in workflow["jobs"].items() if "permissions" in job] == ["release"]
    assert workflow["jobs"]["release"]["if"] == "github.ref_type == 'tag'"


def test_every_job_ends_some_time(workflow: dict[str, Any]) -> None:
    assert all(0 < job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())


def test_every_script_of_the_workflow_is_one_that_bash_reads(workflow: dict[str, Any]) -> None:
    scripts = scripts_of(workflow, "bash")

    assert len(scripts) >= 8
    for script in scripts:
        done = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
        assert done.stderr == ""


def test_every_file_and_target_of_the_workflow_is_there(workflow: dict[str, Any]) -> None:
    text = "\n".join(scripts_of(workflow, "bash") + scripts_of(workflow, "pwsh")).replace("\\", "/")
    paths = set(re.findall(r"(?<![\w/])(?:packaging|kiosk|\.ci)/[\w./*-]+", text))
    targets = set(re.findall(r"^ *make ([a-z-]+)", text, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert {path for path in paths if not any(ROOT.glob(path))} == set()
    assert {"packaging/bundle.py", "packaging/sbom.py", ".ci/run"} <= paths
    assert targets == {"bundle", "packages"}
    assert all(re.search(f"^{target}:", makefile, re.MULTILINE) for target in targets)


def test_all_three_systems_are_built_and_what_they_make_is_kept(workflow: dict[str, Any]) -> None:
    build = workflow["jobs"]["build"]
    systems = {system["name"]: system for system in build["strategy"]["matrix"]["include"]}
    (upload,) = (step for step in build["steps"] if "upload-artifact" in step.get("uses", ""))
    kept = upload["with"]["path"].split()
    script = (ROOT / "packaging" / "windows" / "luoyang-kiosk.iss").read_text(encoding="utf-8-sig")
    (installer,) = re.findall("^OutputBaseFilename=(.*)$", script, re.MULTILINE)
    made = [
        "k_0.1.0_amd64.deb",
        "k-0.1.0.x86_64.rpm",
        "k.tar.xz",
        "k-sbom.cdx.json",
        "k.dmg",
        f"{installer}.exe",
    ]

    assert systems.keys() == {"linux-x86_64", "windows-x86_64", "macos-arm64", "macos-x86_64"}
    assert systems["linux-x86_64"]["container"] == "debian:12"
    assert [name for name in made if not any(fnmatch(f"dist/{name}", pattern) for pattern in kept)] == []


def test_what_is_kept_is_what_the_release_fetches(workflow: dict[str, Any]) -> None:
    words = {
        step["uses"].split("@")[0]: step["with"]
        for step in steps_of(workflow)
        if "artifact@" in step.get("uses", "")
    }

    assert words["actions/upload-artifact"]["name"] == "release-${{ matrix.name }}"
    assert words["actions/download-artifact"]["pattern"] == "release-*"
    assert words["actions/upload-artifact"]["if-no-files-found"] == "error"


@pytest.fixture
def release(workflow: dict[str, Any], tmp_path: Path) -> Callable[[str], tuple[int, str]]:
    """Runs the step that names the release, in a clone of its own, for a tag."""
    (script,) = (step["run"] for step in workflow["jobs"]["build"]["steps"] if step.get("id") == "release")
    clone = tmp_path / "clone"
    (clone / "kiosk").mkdir(parents=True)
    (clone / "kiosk" / "__init__.py").write_bytes((ROOT / "kiosk" / "__init__.py").read_bytes())
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path),
        "GITHUB_WORKSPACE": str(clone),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_ENV": str(tmp_path / "env"),
        "GIT_COMMITTER_DATE": "2021-02-03T04:05:06Z",
        **{f"GIT_{who}_{what}": "hall@hall" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    for command in ("init --quiet", "add .", "commit --quiet --message=first"):
        subprocess.run(["git", *command.split()], cwd=clone, check=True, env=environment)

    def name(tag: str) -> tuple[int, str]:
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            check=False,
            capture_output=True,
            text=True,
            cwd=clone,
            env=environment | {"GITHUB_REF_TYPE": "tag", "GITHUB_REF_NAME": tag},
        )
        said = [
            path.read_text(encoding="utf-8")
            for path in (tmp_path / "output", tmp_path / "env")
            if path.exists()
        ]
        return done.returncode, done.stdout + "".join(said)

    return name


def test_a_tag_gives_the_version_and_the_time_of_its_commit(
    release: Callable[[str], tuple[int, str]],
) -> None:
    assert release(f"v{__version__}") == (0, f"version={__version__}\nSOURCE_DATE_EPOCH=1612325106\n")


def test_a_tag_that_is_not_the_programs_version_is_refused(release: Callable[[str], tuple[int, str]]) -> None:
    code, said = release("v99.0")

    assert code == 1
    assert f"the tag is v99.0, but kiosk/__init__.py says {__version__}" in said
    assert "version=" not in said
