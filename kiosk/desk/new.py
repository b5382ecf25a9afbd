"""`kiosk new`: an exhibition, a theme or a slide to begin with, complete, commented and fit to be shown."""

from __future__ import annotations

import os
import shlex
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final, TextIO, get_args, get_type_hints

from kiosk.content import document
from kiosk.content.decode import Decoder, identifier
from kiosk.content.document import Page, Place, Scalar
from kiosk.content.drawings import drawings
from kiosk.content.exhibition import Count, CoverSlide, Exhibition, Form, Glaze, Language, Slide, Text, Theme
from kiosk.content.loader import load
from kiosk.content.problems import Code, ContentError, Severity, printable
from kiosk.content.rules import once
from kiosk.content.translations import learn
from kiosk.desk.draft import Draft, Insertion
from kiosk.desk.glazes import furthest
from kiosk.desk.placeholder import NAME, placeholder
from kiosk.desk.schema import FIRST_LINES, editor_files
from kiosk.desk.templates import fill, quoted
from kiosk.desk.writing import settle, write_safely
from kiosk.failure import Failure

KINDS: Final[tuple[str, ...]] = tuple(kind.kind for kind in get_args(Slide))
"""Of slides, each with its template in assets/templates/."""

Faults = frozenset[tuple[Code, Path]]

FIRST_SLIDES: Final = {
    "first-theme": ("cover", "statistics", "photo", "measures"),
    "second-theme": ("cover", "milestones", "goals"),
}
"""Of a new exhibition: every kind once."""

FIRST_TITLES: Final = {
    "first-theme": (Text("第一个主题", "The First Theme"), "cobalt", "gate"),
    "second-theme": (Text("第二个主题", "The Second Theme"), "leaf", "house"),
}

THEME_SLIDES: Final = ("cover", "statistics", "measures")
"""Of a new theme."""


class NewError(Failure):
    """What was asked for cannot be made. Nothing was changed."""


# An exhibition


def new_exhibition(folder: Path, language: Language, stream: TextIO) -> None:
    """Makes a small exhibition in `folder`, which must be empty or not there, and says on `stream` how to go
    on. Raises NewError, WritingError, OSError; then nothing has been made.
    """
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise NewError(f"{folder} 是一个文件，换一个文件夹名 / {folder} is a file; name another folder")
    held = sorted(entry.name for entry in folder.iterdir()) if folder.exists() else []
    if held:
        raise NewError(
            f"{folder} 里已经有东西（{printable(held[0])}），没有动它；请换一个空文件夹或新名字 / "
            f"{folder} holds something ({printable(held[0])}) and was left alone; name an empty or new folder"
        )
    _put(folder, files(folder, language))
    learn(folder, load(folder).manuscript.passages, checked=True)
    where = shlex.quote(str(_near(folder)))
    stream.write(
        Text(
            f"新展览已经建好：{_near(folder)}\n"
            f"先改标题：{_near(folder / 'exhibition.yaml')}:4\n"
            f"检查：kiosk check {where}\n"
            f"边改边看：kiosk preview {where}\n",
            f"The new exhibition is in {_near(folder)}\n"
            f"Begin with its title: {_near(folder / 'exhibition.yaml')}:4\n"
            f"Check it: kiosk check {where}\n"
            f"See it while you write: kiosk preview {where}\n",
        ).of(language)
    )


def files(folder: Path, language: Language) -> dict[PurePosixPath, bytes]:
    """All that a new exhibition in `folder` holds, by its place there."""
    year = _this_year()
    words = {
        "README.md": fill(f"README.{language}.md", language),
        "exhibition.yaml": f"{FIRST_LINES['exhibition.yaml']}\n"
        + fill("exhibition.yaml", language, year=str(year), language=language.value),
    }
    for theme, kinds in FIRST_SLIDES.items():
        title, glaze, emblem = FIRST_TITLES[theme]
        words[f"themes/{theme}.yaml"] = theme_text(title, glaze, emblem, kinds, language)
    made = {PurePosixPath(name): text.encode("utf-8") for name, text in words.items()}
    help_ = {PurePosixPath(name): data for name, data in editor_files(folder).items()}
    return made | help_ | {PurePosixPath("photos", NAME): placeholder()}


def theme_text(title: Text, glaze: str, emblem: str, kinds: Sequence[str], language: Language) -> str:
    """The file of a theme with one slide of each of the kinds."""
    head = fill(
        "theme.yaml",
        language,
        title_zh=quoted(title.zh),
        title_en=quoted(title.en),
        glaze=glaze,
        emblem=emblem,
    )
    return f"{FIRST_LINES['themes']}\n{head}" + "\n".join(slide_text(kind, kind, language) for kind in kinds)


def slide_text(kind: str, name: str, language: Language) -> str:
    """A slide of this kind and id, as it stands in a theme's list, indented by two."""
    soon = str(_this_year() + 5)
    return fill(f"{kind}.yaml", language, id=name, image=NAME, goal_year=soon)


def _this_year() -> int:
    return datetime.now().astimezone().year


def _put(folder: Path, given: Mapping[PurePosixPath, bytes]) -> None:
    """All of the files or none. A new folder appears at once; into an empty one, such as a stick or the
    folder somebody stands in, the files are moved.
    """
    there = folder.exists()
    if not there:
        folder.parent.mkdir(parents=True, exist_ok=True)
    build = Path(tempfile.mkdtemp(prefix=".kiosk-new-", dir=folder if there else folder.parent))
    try:
        for name, data in given.items():
            path = build / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_safely(path, data, build)
        build.chmod(0o755)
        if there:
            _move(build, folder)
        else:
            build.rename(folder)
    finally:
        shutil.rmtree(build, ignore_errors=True)
    settle(folder if there else folder.parent)


def _move(build: Path, folder: Path) -> None:
    with ExitStack() as undo:
        for entry in sorted(build.iterdir()):
            entry.rename(folder / entry.name)
            undo.callback((folder / entry.name).rename, entry)
        undo.pop_all()


# A theme


def new_theme(content: Path, theme: str, title: Text, language: Language, stream: TextIO) -> None:
    """Makes themes/`theme`.yaml and lists it in exhibition.yaml, where nothing else is touched. What is empty
    of the title is filled in.

    Raises NewError, WritingError, ContentError, OSError; then the content is as it was.
    """
    exhibition = load(content).exhibition
    content = exhibition.folder
    listed = content / "exhibition.yaml"
    page, root = document.read(listed, content)
    themes, glazes = (
        root.get(key) if isinstance(root, document.Mapping) else None for key in ("themes", "glazes")
    )
    if not isinstance(themes, document.Sequence) or not isinstance(glazes, document.Mapping):
        raise ContentError(page.problems)
    _name_is_free(listed, theme, themes.items)
    _has_room(exhibition.themes, Exhibition, "themes", Text("主题", "themes"))
    path = content / "themes" / f"{theme}.yaml"
    if path.exists() or path.is_symlink():
        raise NewError(
            f"themes/{path.name} 已经有了，没有动它；"
            f"把 {theme} 加进 exhibition.yaml 的 themes，或换一个编号 / "
            f"There is a themes/{path.name}, which was left alone; "
            f"add {theme} to the themes of exhibition.yaml, or name another"
        )
    draft = Draft.of(listed.read_bytes())
    insertions = [draft.member(themes, f"- {theme}", theme)]
    used = {entry.glaze for entry in exhibition.themes}
    glaze = next((name for name, colours in _glazes(exhibition, glazes) if colours not in used), None)
    if glaze is None:
        glaze, colours = furthest((entry.base for entry in used), (pair.key.text for pair in glazes.pairs))
        insertions.append(draft.member(glazes, *_glaze_text(glaze, colours)))
    wanted = Text(_clean(title.zh) or "新主题", _clean(title.en) or "A New Theme")
    text = theme_text(wanted, glaze, _emblem(exhibition), THEME_SLIDES, language)
    _write(content, {path: text.encode("utf-8"), listed: draft.with_(*insertions).data})
    _tell(content, path, 3, language, stream)


def _clean(title: str) -> str:
    said = " ".join(title.split())
    if not said.isprintable():
        raise NewError(
            f"标题“{printable(said)}”里有看不见的字符，请重新输入 / "
            f"The title “{printable(said)}” holds characters that nobody sees; type it anew"
        )
    return said


def _glazes(exhibition: Exhibition, written: document.Mapping) -> list[tuple[str, Glaze]]:
    """The glazes there are, by name."""
    found = []
    for pair in written.pairs:
        glaze = Decoder(Page(exhibition.folder)).record(Glaze, pair.value)
        if isinstance(glaze, Glaze):
            found.append((pair.key.text, glaze))
    return found


def _glaze_text(name: str, glaze: Glaze) -> tuple[str, str]:
    """A line for each, and all in one line."""
    colours = {"base": glaze.base, "deep": glaze.deep, "glow": glaze.glow, "tint": glaze.tint}
    pairs = [f"{key}: '{colour}'" for key, colour in colours.items()]
    return "\n".join([f"{name}:", *(f"  {pair}" for pair in pairs)]), f"{name}: {{{', '.join(pairs)}}}"


def _emblem(exhibition: Exhibition) -> str:
    """The one that the fewest themes have; its own before those of the house."""
    used = [theme.emblem for theme in exhibition.themes]
    own = {file.stem for file in (exhibition.folder / "emblems").glob("*.svg")}
    there = drawings(exhibition.folder / "emblems")[Form.EMBLEM]
    return min(sorted(there), key=lambda name: (used.count(name), name not in own))


# A slide


@dataclass(frozen=True, slots=True)
class Wish:
    """A slide that is asked for. None: the only theme, an id that is free, the end of the theme."""

    kind: str
    theme: str | None = None
    name: str | None = None
    after: str | None = None


def new_slide(content: Path, wish: Wish, language: Language, stream: TextIO) -> None:
    """Puts a slide into its theme's file, where nothing else is touched, and says where it stands.

    Raises NewError, WritingError, ContentError, OSError; then the content is as it was.
    """
    known = _known(content, wish.kind)
    content = content.resolve()
    path = _theme_file(content, wish.theme)
    page, root = document.read(path, content)
    slides = root.get("slides") if isinstance(root, document.Mapping) else None
    if not isinstance(slides, document.Sequence):
        raise ContentError(page.problems)
    written = [slide.get("id") for slide in slides.items if isinstance(slide, document.Mapping)]
    ids = [said for said in written if isinstance(said, Scalar)]
    _cover_is_free(path, wish.kind, slides)
    _has_room(slides.items, Theme, "slides", Text("幻灯片", "slides"))
    draft = Draft.of(path.read_bytes())
    if draft.is_flow(slides):
        raise NewError(
            f"{_near(path)} 的 slides 写在方括号里，这里加不进去；请改成一行一个“- kind: …” / "
            f"The slides of {_near(path)} stand in brackets; give each its own “- kind: …” first"
        )
    names = [said.text for said in ids]
    name = wish.name or next(name for name in _names(wish.kind) if name not in names)
    _name_is_free(path, name, ids)
    after = -1 if wish.kind == CoverSlide.kind else _index(names, wish.after, path)
    block = slide_text(wish.kind, name, language).removesuffix("\n")
    insertion = draft.slide(slides, block, after)
    changed = draft.with_(insertion)
    _write(content, {**_pictures(content, wish.kind), path: changed.data}, known)
    _tell(content, path, _line_of_slide(changed, insertion), language, stream)


def _known(content: Path, kind: str) -> Faults:
    """What is wrong and may be: a cover that is missing, when one is asked for. Else raises ContentError."""
    try:
        load(content)
    except ContentError as error:
        faults = _faults(error)
        if kind != CoverSlide.kind or any(code is not Code.COVER_FIRST for code, _ in faults):
            raise
        return faults
    return frozenset()


def _faults(error: ContentError) -> Faults:
    found = [problem for problem in error.problems if problem.severity is Severity.ERROR]
    return frozenset((problem.code, problem.path) for problem in found)


def _theme_file(content: Path, theme: str | None) -> Path:
    _, root = document.read(content / "exhibition.yaml", content)
    listed = root.get("themes") if isinstance(root, document.Mapping) else None
    items = listed.items if isinstance(listed, document.Sequence) else ()
    themes = [item.text.strip() for item in items if isinstance(item, Scalar)]
    if theme is None and len(themes) == 1:
        return content / "themes" / f"{themes[0]}.yaml"
    if theme in themes:
        return content / "themes" / f"{theme}.yaml"
    if theme is None:
        raise NewError(
            f"加到哪个主题？请写 --theme，可以是：{'、'.join(themes)} / "
            f"To which theme? Give --theme, one of: {', '.join(themes)}"
        )
    raise NewError(
        f"没有主题 {printable(theme)}，有的是：{'、'.join(themes)} / "
        f"There is no theme {printable(theme)}; there are: {', '.join(themes)}"
    )


def _cover_is_free(path: Path, kind: str, slides: document.Sequence) -> None:
    if kind != CoverSlide.kind:
        return
    for slide in slides.items:
        said = slide.get("kind") if isinstance(slide, document.Mapping) else None
        if isinstance(said, Scalar) and said.text == kind:
            place = f"{_near(path)}:{said.place.line}"
            raise NewError(
                f"主题的第一张必须是封面（cover），而且只有一张；它在 {place}，改那一张就行 / "
                f"A theme begins with its cover, and has one only: change the one at {place}"
            )


def _names(kind: str) -> list[str]:
    return [kind, *(f"{kind}-{number}" for number in range(2, 100))]


def _index(names: Sequence[str], after: str | None, path: Path) -> int:
    if after is None:
        return len(names) - 1
    if after in names:
        return names.index(after)
    raise NewError(
        f"{_near(path)} 里没有幻灯片 {printable(after)}，有的是：{'、'.join(names)} / "
        f"{_near(path)} has no slide {printable(after)}; there are: {', '.join(names)}"
    )


def _pictures(content: Path, kind: str) -> dict[Path, bytes]:
    """The pictures that a slide of this kind names and that are not there yet."""
    path = content / "photos" / NAME
    return {path: placeholder()} if kind == "photo" and not path.exists() else {}


def _line_of_slide(draft: Draft, insertion: Insertion) -> int:
    return draft.line_at(insertion.offset + insertion.text.index("- kind:"))


# What they share


def _name_is_free(path: Path, name: str, taken: Sequence[document.Node]) -> None:
    """In the words of `kiosk check`."""
    page = Page(path)
    said = Scalar(name, "", Place(0, 0, 0, 0))
    if identifier(Decoder(page), said):
        once(Decoder(page), [*taken, said])
    if page.problems:
        told = page.problems[0]
        raise NewError(f"{told.message.zh}{told.remedy.zh} / {told.message.en} {told.remedy.en}")


def _has_room(there: Sequence[object], record: type, field: str, noun: Text) -> None:
    hint = get_type_hints(record, include_extras=True)[field]
    most = next(part.most for part in get_args(hint) if isinstance(part, Count))
    if len(there) >= most:
        raise NewError(
            f"已经有 {len(there)} 个{noun.zh}，最多 {most} 个，没有再加 / "
            f"There are {len(there)} {noun.en}; {most} is the most, and none was added"
        )


def _write(content: Path, given: Mapping[Path, bytes], known: Faults = frozenset()) -> None:
    """All of the files, or none: also where the content would have an error that is not known."""
    with ExitStack() as undo:
        for path, data in given.items():
            old = path.read_bytes() if path.exists() else None
            made = [folder for folder in (path.parent,) if not folder.exists()]
            for folder in made:
                folder.mkdir()
                undo.callback(_remove_folder, folder)
            undo.callback(_restore, path, old, content)
            write_safely(path, data, content)
        try:
            load(content)
        except ContentError as error:
            if not _faults(error) <= known:
                raise
        undo.pop_all()


def _restore(path: Path, old: bytes | None, content: Path) -> None:
    if old is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != old:
        write_safely(path, old, content)


def _remove_folder(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _tell(content: Path, path: Path, line: int, language: Language, stream: TextIO) -> None:
    where = shlex.quote(str(_near(content)))
    stream.write(
        Text(
            f"已经加好，接着改：{_near(path)}:{line}\n边改边看：kiosk preview {where}\n",
            f"Done; go on at {_near(path)}:{line}\nSee it while you write: kiosk preview {where}\n",
        ).of(language)
    )


def _near(path: Path) -> Path:
    """As it is called from here."""
    with suppress(ValueError, OSError):
        near = Path(os.path.relpath(path))
        return path if near.parts[:2] == ("..", "..") else near
    return path
