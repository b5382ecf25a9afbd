"""The same exhibition as a web page: what the kiosk is measured beside.

One HTML file with its data and its script, and next to it what it loads: the bundled fonts, the texture of
the attract screen and the photos, these scaled to 1920 px. A slide is made when it is turned to, not before.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any, Final

from PIL import Image

from kiosk.content.exhibition import (
    CoverSlide,
    Entry,
    Exhibition,
    GoalsSlide,
    Language,
    MeasuresSlide,
    MilestonesSlide,
    PhotoSlide,
    Slide,
    Statistic,
    StatisticsSlide,
    Text,
    Theme,
)
from kiosk.content.figures import marks, spell
from kiosk.presentation.slides import caption_lines, layout_of

ASSETS: Final = Path(__file__).parents[2] / "assets"
TEMPLATE: Final = Path(__file__).with_name("page.html")
WIDTH: Final = 1920
"""Of the pictures, in px: those of a screen, so that the browser has nothing to scale."""

ZH: Final = Language.ZH


def write_page(exhibition: Exhibition, folder: Path) -> Path:
    """Writes index.html and what it needs into the folder; returns its path."""
    for font in (ASSETS / "fonts").glob("*.ttf"):
        shutil.copy(font, folder)
    _scale(ASSETS / "textures" / "rubbing.jpg", folder)
    for slide in (slide for theme in exhibition.themes for slide in theme.slides):
        if isinstance(slide, PhotoSlide):
            _scale(slide.image, folder)
    index = folder / "index.html"
    data = json.dumps(_data(exhibition), ensure_ascii=False).replace("</", "<\\/")
    index.write_text(TEMPLATE.read_text(encoding="utf-8").replace("/*DATA*/null", data), encoding="utf-8")
    return index


def _scale(picture: Path, folder: Path) -> None:
    with Image.open(picture) as image:
        image.resize((WIDTH, round(image.height * WIDTH / image.width)), Image.Resampling.LANCZOS).save(
            folder / picture.name, quality=90
        )


def _data(exhibition: Exhibition) -> dict[str, Any]:
    themes = [_theme(theme) for theme in exhibition.themes]
    figures = {
        statistic["fact"]: statistic | {"theme": number}
        for number, theme in enumerate(themes)
        for slide in theme["slides"]
        for statistic in slide.get("statistics", [])
    }
    return {
        "title": exhibition.title.zh,
        "subtitle": exhibition.subtitle.zh,
        "place": exhibition.place.zh,
        "prologue": exhibition.prologue.title.zh,
        "attract": [figures[fact] for fact in exhibition.attract],
        "themes": themes,
        "terms": [term.term.zh for term in exhibition.glossary],
        "drawings": {
            **_drawings("emblems", {theme.emblem for theme in exhibition.themes}),
            **_drawings("pictograms", {path.stem for path in (ASSETS / "pictograms").glob("*.svg")}),
        },
    }


def _drawings(folder: str, names: set[str]) -> dict[str, str]:
    return {
        f"{folder}/{name}": re.sub(r">\s+<", "><", (ASSETS / folder / f"{name}.svg").read_text("utf-8"))
        for name in sorted(names)
    }


def _theme(theme: Theme) -> dict[str, Any]:
    return {
        "title": theme.title.zh,
        "other": theme.title.en,
        "emblem": theme.emblem,
        "keywords": [keyword.zh for keyword in theme.keywords],
        "base": theme.glaze.base,
        "deep": theme.glaze.deep,
        "glow": theme.glaze.glow,
        "tint": theme.glaze.tint,
        "slides": [_slide(slide) for slide in theme.slides],
    }


def _slide(slide: Slide) -> dict[str, Any]:
    shown: dict[str, Any] = {"kind": slide.kind}
    match slide:
        case CoverSlide():
            return shown | {"body": slide.lead.zh}
        case StatisticsSlide():
            statistics = [_statistic(statistic) for statistic in slide.statistics]
            shown |= {"title": slide.title.zh, "layout": layout_of(slide), "statistics": statistics}
            shown |= {"body": _zh(slide.body)}
        case MilestonesSlide():
            shown |= {"title": slide.title.zh, "entries": _entries(slide.milestones)}
            shown |= {"display": str(slide.display)}
        case MeasuresSlide():
            shown |= {"title": slide.title.zh, "entries": _entries(slide.measures), "body": _zh(slide.body)}
        case GoalsSlide():
            shown |= {"title": slide.title.zh, "entries": _entries(slide.goals), "body": _zh(slide.body)}
            shown |= {"year": slide.year or ""}
        case PhotoSlide():
            shown |= {"image": slide.image.name, "alt": slide.alt.zh, "credit": slide.credit.zh}
            shown |= {"caption": caption_lines(slide.caption.zh, ZH), "body": _zh(slide.body)}
    return shown | {"section": _zh(slide.section)}


def _entries(entries: tuple[Entry, ...]) -> list[dict[str, str]]:
    return [{"title": entry.title.zh, "text": _zh(entry.text)} for entry in entries]


def _statistic(statistic: Statistic) -> dict[str, Any]:
    spelling = spell(statistic, ZH)
    return {
        "fact": statistic.fact,
        "label": statistic.label.zh,
        "before": spelling.before,
        "digits": spelling.digits,
        "symbol": spelling.symbol,
        "after": spelling.after,
        "value": spelling.value,
        "decimals": spelling.decimals,
        "counts": spelling.counts,
        "display": str(statistic.display),
        "pictogram": statistic.pictogram,
        "amount": marks(statistic),
    }


def _zh(text: Text | None) -> str:
    return text.zh if text else ""
