"""The schemas against the loader: what one refuses the other refuses, and every word is explained."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from kiosk.content.drawings import titles
from kiosk.content.exhibition import Arrangement, Display, Form, Language, Qualifier, Status
from kiosk.content.loader import load
from kiosk.content.problems import ContentError, Severity
from kiosk.desk.schema import FIRST_LINES, SchemaError, editor_files, schemas, write
from tests.content.sample import DEVELOPMENT, EXHIBITION, LIVELIHOOD, write_sample
from tests.content.test_handbook import COVER, FIGURES, HEAD, SLIDES, THEMES, figures_slide
from tests.test_cli import kiosk

CONTENT: Final = Path(__file__).parents[2] / "content"
SCHEMAS: Final[dict[str, Any]] = json.loads(json.dumps(schemas(CONTENT / "emblems")))
THEME: Final = "theme.json"
SETTINGS: Final = "exhibition.json"
SAMPLE: Final = {"livelihood": LIVELIHOOD, "development": DEVELOPMENT}


def faults(schema: Mapping[str, Any], text: str) -> list[str]:
    """What the schema refuses, read as an editor reads YAML 1.2."""
    read = YAML(typ="safe", pure=True).load(text)
    return [error.message for error in Draft7Validator(schema).iter_errors(read)]


def parts(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping in a schema, with the way to it."""
    if isinstance(schema, list):
        for number, item in enumerate(schema):
            yield from parts(item, f"{path}/{number}")
    if isinstance(schema, dict):
        yield path, schema
        for key, value in schema.items():
            yield from parts(value, f"{path}/{key}")


def properties() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every key an editor knows, with the way to it and its schema."""
    for file, schema in SCHEMAS.items():
        for path, part in parts(schema, file):
            if "/if" not in path and not path.endswith("/properties"):
                for key, inner in part.get("properties", {}).items():
                    yield path, key, inner


def refused(folder: Path) -> bool:
    try:
        load(folder)
    except ContentError as error:
        return any(problem.severity is Severity.ERROR for problem in error.problems)
    return False


def test_what_is_shipped_is_what_is_made_today() -> None:
    """If not: `kiosk schema`."""
    shipped = {name: (CONTENT / name).read_bytes() for name in editor_files(CONTENT)}
    assert shipped == editor_files(CONTENT)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_sound_and_flat(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    words = {word for _, part in parts(SCHEMAS[name]) for word in part}
    assert "additionalProperties" in words
    assert not words & {"oneOf", "anyOf", "$ref", "definitions"}


def test_the_exhibition_fits_and_points_at_its_schemas() -> None:
    themes = sorted((CONTENT / "themes").glob("*.yaml"))
    assert len(themes) == 7
    for path in (CONTENT / "exhibition.yaml", *themes):
        own = path.name in FIRST_LINES
        text = path.read_text(encoding="utf-8")
        assert text.splitlines()[0] == FIRST_LINES[path.name if own else "themes"]
        assert (path.parent / text.splitlines()[0].partition("$schema=")[2]).is_file()
        assert faults(SCHEMAS[SETTINGS if own else THEME], text) == []


def test_the_sample_fits() -> None:
    assert faults(SCHEMAS[SETTINGS], EXHIBITION) == []
    assert [faults(SCHEMAS[THEME], theme) for theme in SAMPLE.values()] == [[], []]


def test_what_the_handbook_shows_fits() -> None:
    shown = [*THEMES, *(HEAD + COVER + slide for slide in SLIDES)]
    shown += [HEAD + COVER + figures_slide(figure) for figure in FIGURES]
    assert len(shown) > 12
    assert {fault for theme in shown for fault in faults(SCHEMAS[THEME], theme)} == set()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("glaze: leaf", "glase: leaf"),
        ("glaze: leaf\n", ""),
        ("emblem: house", "emblem: castle"),
        ("kind: photo", "kind: foto"),
        ("  - kind: photo\n    id", "  - id"),
        ("status: illustration", "status: drawing"),
        ("    facts: [four-early]\n", ""),
        ("display: wall", "display: wards"),
        ("display: bar", "display: wall"),
        ("display: wall", "year: 2020"),
        ("qualifier: 以上", "qualifier: 约"),
        ("qualifier: 以上", "qualifier: [预计, 约]"),
        ("pictogram: lamp", "pictogram: lamb"),
        ("value: 97", "value: 97%"),
        ("value: 97", "value: '9,700'"),
        ("id: measures", "id: 措施"),
        ("facts: [four-early]", "facts: four-early"),
        ("facts: [four-early]", "facts: [Four Early]"),
        ("title: {zh: 做了什么, en: What was done}", "title: [做了什么]"),
        ("title: {zh: 做了什么, en: What was done}", "title: {en: What was done}"),
        ("title: {zh: 做了什么, en: What was done}", "title: {zh: 做了什么, fr: Fait}"),
        ("title: {zh: 做了什么, en: What was done}", "title:"),
        ("      - title: {zh: 落实四早, en: Kept to the Four Earlies}\n", "      - 落实四早\n"),
        ("keywords:\n  - {zh: 城市书房, en: City study rooms}", "keywords: []"),
    ],
)
def test_what_the_loader_refuses_in_a_theme_the_schema_refuses(
    before: str, after: str, tmp_path: Path
) -> None:
    assert before in LIVELIHOOD
    theme = LIVELIHOOD.replace(before, after, 1)
    write_sample(tmp_path)
    (tmp_path / "themes" / "livelihood.yaml").write_text(theme, encoding="utf-8")
    assert refused(tmp_path)
    assert faults(SCHEMAS[THEME], theme) != []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("language: zh", "language: fr"),
        ("year: 2020", "year: 2020年"),
        ("year: 2020", "year: 20200"),
        ("ask_after: 75s", "ask_after: 75"),
        ("diagonal: 55in", "diagonal: 55ft"),
        ("screen: {diagonal: 55in}", "screen:"),
        ("base: '#3E6A4C'", "base: green"),
        ("  leaf: {base", "  绿: {base"),
        ("tint: '#DEE6DC'}", "tone: '#DEE6DC'}"),
        ("themes: [livelihood, development]", "themes: []"),
        ("language: zh\n", "language: zh\nhours: {open: 9点, close: 17:00}\n"),
        ("language: zh\n", "language: zh\nhours: {open: 09:00}\n"),
        ("language: zh\n", "language: zh\ndiagonal: 55in\n"),
    ],
)
def test_what_the_loader_refuses_in_the_settings_the_schema_refuses(
    before: str, after: str, tmp_path: Path
) -> None:
    assert before in EXHIBITION
    settings = EXHIBITION.replace(before, after, 1)
    write_sample(tmp_path)
    (tmp_path / "exhibition.yaml").write_text(settings, encoding="utf-8")
    assert refused(tmp_path)
    assert faults(SCHEMAS[SETTINGS], settings) != []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: {zh: 做了什么, en: What was done}", "title: {zh: 做了什么}"),
        ("title: {zh: 做了什么, en: What was done}", "title: 做了什么"),
        ("title: {zh: 做了什么, en: What was done}", "title: 2020"),
        ("title: {zh: 做了什么, en: What was done}", "title: {zh: 2020年, en: 2020}"),
        ("title: {zh: 做了什么, en: What was done}", "title: {zh: no, en: 12:30}"),
        ("value: 97", "value: '97.0'"),
        ("id: measures", "id: 2020"),
        ("qualifier: 以上", "qualifier: [预计, 以上]"),
        ("display: bar", "display: bar, each: 10亿"),
        ("display: bar", "display: bar, each: '100'"),
        ("    facts: [four-early]\n", "    facts: [four-early]\n    audio: {zh: a.m4a}\n"),
    ],
)
def test_what_the_loader_takes_the_schema_takes(before: str, after: str, tmp_path: Path) -> None:
    assert before in LIVELIHOOD
    theme = LIVELIHOOD.replace(before, after, 1)
    write_sample(tmp_path)
    (tmp_path / "audio").mkdir()
    (tmp_path / "audio" / "a.m4a").write_bytes(b"\0\0\0\x20ftypM4A ")
    (tmp_path / "themes" / "livelihood.yaml").write_text(theme, encoding="utf-8")
    assert not refused(tmp_path)
    assert faults(SCHEMAS[THEME], theme) == []


def test_every_key_is_explained_in_chinese() -> None:
    told = {
        (path, key): schema.get("description", "") for path, key, schema in properties() if len(schema) > 1
    }
    assert len(told) > 80
    assert [place for place, says in told.items() if not re.search("[一-鿿]{2}", says)] == []


def test_the_example_of_every_key_fits_its_key() -> None:
    shown = 0
    for path, key, schema in properties():
        example = re.search(r"```yaml\n(.*)\n```", schema.get("markdownDescription", ""), re.DOTALL)
        if example:
            shown += 1
            only = {"properties": {key: schema}, "additionalProperties": False}
            assert faults(only, example[1]) == [], f"{path} {key}"
    assert shown > 60


def test_every_word_to_choose_is_explained_in_chinese() -> None:
    drawn = titles(CONTENT / "emblems")
    words = {str(word): word.about for kind in (Arrangement, Display, Qualifier, Status) for word in kind}
    words |= drawn[Form.EMBLEM] | drawn[Form.PICTOGRAM]
    assert len(words) > 100
    assert [word for word, says in words.items() if not re.search("[一-鿿]", says)] == []
    enums = [part for schema in SCHEMAS.values() for _, part in parts(schema) if "enum" in part]
    for enum in enums:
        if enum["enum"] != list(Language):
            assert len(enum["enumDescriptions"]) == len(enum["enum"])


def snippets(schema: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [snippet for snippet in schema["defaultSnippets"] if isinstance(snippet["body"], dict)]


def filled(value: Any, names: dict[str, str]) -> Any:
    """A snippet as it stands when nothing is overwritten."""
    if isinstance(value, dict):
        return {key: filled(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, names) for inner in value]
    if stop := re.fullmatch(r"\$\{(\d+):(.*)\}", value):
        names[stop[1]] = stop[2]
        return YAML(typ="safe", pure=True).load(stop[2])
    return names[value[1:]] if value.startswith("$") else value


def test_every_kind_of_slide_can_be_inserted_whole_and_shown_as_it_is(tmp_path: Path) -> None:
    slides = snippets(SCHEMAS[THEME]["properties"]["slides"])
    assert "插入一张数字幻灯片" in [slide["label"] for slide in slides]
    assert len(slides) == 6
    made = [filled(slide["body"], {}) | {"id": f"slide-{n}"} for n, slide in enumerate(slides)]
    theme = YAML(typ="safe", pure=True).load(LIVELIHOOD) | {"slides": made}
    write_sample(tmp_path)
    settings = EXHIBITION.replace("attract: [preschool, cloud-firms]\n", "")
    (tmp_path / "exhibition.yaml").write_text(settings, encoding="utf-8")
    with (tmp_path / "themes" / "livelihood.yaml").open("w", encoding="utf-8") as file:
        YAML(typ="safe", pure=True).dump(theme, file)
    kinds = [slide.kind for slide in load(tmp_path).exhibition.themes[0].slides]
    assert kinds == [slide["body"]["kind"] for slide in slides]


def test_drawings_of_the_content_s_own_are_among_the_options(tmp_path: Path) -> None:
    (tmp_path / "emblems").mkdir()
    (tmp_path / "emblems" / "kite.svg").write_text("<svg><title>风筝</title></svg>", encoding="utf-8")
    made = schemas(tmp_path / "emblems")[THEME]
    emblems = json.loads(json.dumps(made))["properties"]["emblem"]
    assert dict(zip(emblems["enum"], emblems["enumDescriptions"], strict=True))["kite"] == "风筝"
    assert "kite" not in SCHEMAS[THEME]["properties"]["emblem"]["enum"]


def test_settings_that_staff_changed_stay_and_schemas_are_made_anew(tmp_path: Path) -> None:
    content = write_sample(tmp_path / "content")
    assert {path.relative_to(content).as_posix() for path in write(content, content).new} == set(
        editor_files(content)
    )
    schema, own = content / ".schema" / THEME, content / ".vscode" / "settings.json"
    schema.write_text("{}", encoding="utf-8")
    own.write_text('{"editor.fontSize": 20}', encoding="utf-8")
    written = write(content, content)
    assert written.kept == (own,)
    assert own.read_text(encoding="utf-8") == '{"editor.fontSize": 20}'
    assert schema.read_bytes() == editor_files(content)[f".schema/{THEME}"]
    assert not list(content.rglob("*.new"))


def test_help_for_editors_is_no_part_of_the_content(tmp_path: Path) -> None:
    content = write_sample(tmp_path / "content")
    write(content, content)
    assert load(content).warnings == ()


def test_without_content_there_is_nothing_to_write(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="没有这个内容文件夹 / there is no such"):
        write(tmp_path / "none", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_where_it_was_told_and_says_what(tmp_path: Path) -> None:
    content = write_sample(tmp_path / "content")
    done = kiosk("schema", "--content", content, "--out", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    written = sorted(str(path) for path in (tmp_path / "out").rglob("*.json"))
    assert len(written) == 5
    assert sorted(done.stdout.splitlines()) == written
    assert not (content / ".schema").exists()


def test_the_task_of_the_editor_finds_every_problem_in_the_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write_sample(tmp_path / "content")
    for name, before, after in [
        ("themes/livelihood.yaml", "kind: photo", "kind: foto"),
        ("exhibition.yaml", "diagonal: 55in", "diagonal: 55"),
        (
            "themes/development.yaml",
            "lead: {zh: 企业走到哪里了。, en: How far the firms have come.}",
            "lead: 企业",
        ),
    ]:
        text = (content / name).read_text(encoding="utf-8")
        assert before in text
        (content / name).write_text(text.replace(before, after), encoding="utf-8")
    (content / "emblems").mkdir()
    (content / "emblems" / "kite.svg").write_text("<!DOCTYPE svg><svg/>", encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        load(content)
    (task, _) = json.loads(editor_files(content)[".vscode/tasks.json"])["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    names = ("severity", "file", "line", "message", "code")

    report = kiosk(*task["args"], folder=content).stdout
    hits = [re.search(pattern["regexp"], line) for line in report.splitlines()]
    found = [tuple(hit[pattern[name]] for name in names) for hit in hits if hit]

    assert found == [
        (
            p.severity,
            str(p.path.relative_to(content)),
            str(p.line or 1),
            f"{p.message.zh} {p.remedy.zh}",
            p.code,
        )
        for p in refusal.value.problems
    ]
    assert {severity for severity, *_ in found} == {"error", "warning"}
