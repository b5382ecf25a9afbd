"""The content against the ledger, figure by figure: nothing missing, nothing changed, nothing invented.

`ledger.yaml` beside this file is the list of facts the exhibition must carry. A number in running text is
allowed when a fact of the same slide gives it; the counting words 一, "one" and "first" are too common to be
held to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

import pytest
import yaml

from kiosk.content.exhibition import (
    CoverSlide,
    Display,
    Exhibition,
    GoalsSlide,
    Length,
    MeasuresSlide,
    MilestonesSlide,
    PhotoSlide,
    Qualifier,
    Slide,
    Statistic,
    StatisticsSlide,
    Status,
    Text,
    Theme,
)
from kiosk.content.loader import Loaded, load

ROOT: Final = Path(__file__).parents[2]
LEDGER: Final = Path(__file__).with_name("ledger.yaml")
SOURCE: Final = ROOT.parent / "shared" / "source" / "facts.yaml"

LEDGER_WORD: Final = {
    Qualifier.ESTIMATED: "estimated",
    Qualifier.OVER: "more_than",
    Qualifier.ODD: "more_than",
    Qualifier.AT_LEAST: "at_least",
    Qualifier.UNDER: "less_than",
}
KEEPS: Final = {
    "estimated": r"预计|\bestimated\b",
    "more_than": r"超|余|\bover\b",
    "at_least": r"以上|\bat least\b|\bor more\b",
    "less_than": r"不到|\bunder\b",
}
SCALES: Final = {"万亿": Decimal(10) ** 12, "亿": Decimal(10) ** 8, "万": Decimal(10) ** 4, "": Decimal(1)}
EN_SCALES: Final = {"trillion": Decimal(10) ** 12, "billion": Decimal(10) ** 9, "million": Decimal(10) ** 6}
EN_WORDS: Final = {
    word: Decimal(value)
    for value, words in {
        "0.5": "half",
        "2": "two second double twice",
        "3": "three third triple",
        "4": "four fourth",
        "5": "five fifth",
        "6": "six sixth",
        "7": "seven seventh",
        "8": "eight eighth",
        "9": "nine ninth",
        "10": "ten tenth",
        "11": "eleven",
        "12": "twelve dozen",
        "20": "twenty",
        "100": "hundred hundreds",
        "1000": "thousand thousands",
    }.items()
    for word in words.split()
}
EN_NAMES: Final = {"13th Five-Year Plan": "十三五", "14th Five-Year Plan": "十四五"}
"""English names with numbers of their own, each with the Chinese the ledger must say for it."""
TYPEFACE: Final = "Source Serif 4"

ZH_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
ZH_NUMERAL: Final = re.compile(r"[一二三四五六七八九两十百千]+")
ZH_FIGURE: Final = re.compile(r"(\d+(?:\.\d+)?)(万亿|亿|万|)|(?<![\d万])(亿)元以上")
EN_FIGURE: Final = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(?: (trillion|billion|million)\b)?")


@dataclass(frozen=True, slots=True)
class Fact:
    id: str
    theme: str
    section: str
    kind: str
    value: Decimal | None
    unit: str
    qualifiers: frozenset[str]
    what: str

    @property
    def amount(self) -> Decimal | None:
        """The value with the scale of its unit: 2.5 万人 is 25000."""
        scale = next(scale for scale in SCALES if self.unit.startswith(scale))
        return None if self.value is None else self.value * SCALES[scale]


def _what(fact: dict[str, Any]) -> str:
    """The ledger's words. In its one-line mappings a comma in them starts another key, which has no value."""
    return ", ".join([fact["what"], *(key for key, value in fact.items() if value == "")])


def _facts(book: dict[str, Any]) -> Iterator[Fact]:
    for theme in book["themes"]:
        for section in theme.get("sections", [theme]):
            for fact in section["facts"]:
                qualifier = fact.get("qualifier", "none")
                words = qualifier if isinstance(qualifier, list) else [qualifier]
                yield Fact(
                    id=fact["id"],
                    theme=theme["id"],
                    section=section["title"],
                    kind=fact["kind"],
                    value=Decimal(fact["value"]) if "value" in fact else None,
                    unit=fact.get("unit", ""),
                    qualifiers=frozenset(words) - {"none"},
                    what=_what(fact),
                )


BOOK: Final[dict[str, Any]] = yaml.load(LEDGER.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
FACTS: Final = {fact.id: fact for fact in _facts(BOOK)}
VALUED: Final = [fact for fact in FACTS.values() if fact.value is not None]


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(ROOT / "content")


@pytest.fixture(scope="module")
def exhibition(loaded: Loaded) -> Exhibition:
    return loaded.exhibition


def _slides(exhibition: Exhibition) -> list[tuple[Theme, Slide]]:
    return [(theme, slide) for theme in exhibition.themes for slide in theme.slides]


def _statistics(exhibition: Exhibition) -> dict[str, list[Statistic]]:
    shown: dict[str, list[Statistic]] = {}
    for _, slide in _slides(exhibition):
        if isinstance(slide, StatisticsSlide):
            for statistic in slide.statistics:
                shown.setdefault(statistic.fact, []).append(statistic)
    return shown


def _texts(node: object) -> Iterator[Text]:
    """Every text at or below a node of the exhibition."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, tuple):
        for item in node:
            yield from _texts(item)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _texts(getattr(node, field.name))


def _numeral(run: str) -> Decimal:
    """十四 is 14; a run that is a name and not a number (十四五) becomes a value that matches nothing."""
    if match := re.fullmatch(r"(.?)十(.?)", run):
        tens, ones = match.groups()
        return Decimal((ZH_DIGITS[tens] if tens else 1) * 10 + (ZH_DIGITS[ones] if ones else 0))
    return Decimal("".join(str(ZH_DIGITS.get(char, 0)) for char in run))


def _zh_written(text: str) -> Iterator[tuple[Decimal, str]]:
    """Numbers written with Chinese numerals, each with the numeral and the character after it."""
    for match in re.finditer("一个半月", text):
        yield Decimal("1.5"), match[0]
    for match in ZH_NUMERAL.finditer(text.replace("一个半月", "")):
        run, rest = match[0], match.string[match.end() :]
        if run == "一" and not rest.startswith(("小时", "个月")):
            continue
        value = _numeral(run) * (10 if rest.startswith("成") else 1)
        yield value, run + rest[:1]


def _zh_figures(text: str) -> Iterator[Decimal]:
    for digits, scale, bare in ZH_FIGURE.findall(text):
        yield SCALES[bare] if bare else Decimal(digits) * SCALES[scale]


def _en_figures(text: str) -> Iterator[Decimal]:
    half = re.compile(r"\ba month and a half\b", re.IGNORECASE)
    yield from (Decimal("1.5") for _ in half.findall(text))
    text = half.sub("", text)
    for digits, scale in EN_FIGURE.findall(text):
        yield Decimal(digits.replace(",", "")) * EN_SCALES.get(scale, Decimal(1))
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in EN_WORDS:
            yield EN_WORDS[word]


def _numbers(text: Text) -> tuple[set[Decimal], set[Decimal]]:
    zh = {*_zh_figures(text.zh), *(value for value, _ in _zh_written(text.zh))}
    return zh, set(_en_figures(text.en))


def _invented(text: Text, facts: list[Fact], *said: str) -> list[str]:
    """The numbers of a text that neither the facts nor what the ledger says around them give."""
    words = "\n".join([*said, *(fact.what for fact in facts), *(fact.section for fact in facts)])
    amounts = {fact.amount for fact in facts} | set(_zh_figures(words)) | {Decimal(2020)}
    named = {value for value, _ in _zh_written(words)}
    found = [f"zh {value}" for value in _zh_figures(text.zh) if value not in amounts]
    found += [
        f"zh {token}" for value, token in _zh_written(text.zh) if value not in amounts and token not in words
    ]
    english = text.en
    for name, chinese in EN_NAMES.items():
        if chinese in words:
            english = english.replace(name, "")
    return found + [f"en {value}" for value in _en_figures(english) if value not in amounts | named]


def test_every_fact_of_the_ledger_is_on_a_slide_and_no_other(exhibition: Exhibition) -> None:
    carried = {fact for _, slide in _slides(exhibition) for fact in slide.facts}
    assert len(FACTS) > 80
    assert carried == set(FACTS)


def test_every_slide_carries_facts_of_its_own_theme_once_each(exhibition: Exhibition) -> None:
    slides = _slides(exhibition)
    assert len(slides) > 40
    for theme, slide in slides:
        assert slide.facts, f"{theme.id}/{slide.id} names no fact"
        assert len(set(slide.facts)) == len(slide.facts), f"{theme.id}/{slide.id} names a fact twice"
        strangers = [fact for fact in slide.facts if FACTS[fact].theme != theme.id]
        assert not strangers, f"{theme.id}/{slide.id} carries {strangers}"


def test_every_statistic_is_named_among_the_facts_of_its_slide(exhibition: Exhibition) -> None:
    slides = [slide for _, slide in _slides(exhibition) if isinstance(slide, StatisticsSlide)]
    assert len(slides) > 20
    for slide in slides:
        assert {statistic.fact for statistic in slide.statistics} <= set(slide.facts), slide.id
        assert len(slide.statistics) <= 3, slide.id


@pytest.mark.parametrize("fact", VALUED, ids=lambda fact: fact.id)
def test_a_figure_stands_with_its_exact_value_unit_and_qualifiers(exhibition: Exhibition, fact: Fact) -> None:
    shown = _statistics(exhibition).get(fact.id, [])
    if not shown:
        assert fact.kind != "figure", f"{fact.id} is a figure and no statistic shows it"
        slides = [slide for _, slide in _slides(exhibition) if fact.id in slide.facts]
        slides = [slide for slide in slides if not isinstance(slide, CoverSlide)]
        told = [_numbers(text) for slide in slides for text in _texts(slide)]
        years = {Decimal(slide.year) for slide in slides if isinstance(slide, GoalsSlide) and slide.year}
        assert fact.value in years.union(*(zh for zh, _ in told))
        assert fact.value in years.union(*(en for _, en in told))
    for statistic in shown:
        words = frozenset(LEDGER_WORD[word] for word in statistic.qualifiers if word in LEDGER_WORD)
        assert (statistic.value, statistic.unit.zh, words) == (fact.value, fact.unit, fact.qualifiers)


def test_a_statistic_says_over_in_the_word_of_the_ledger(exhibition: Exhibition) -> None:
    over = [
        (statistic, word)
        for statistics in _statistics(exhibition).values()
        for statistic in statistics
        for word in statistic.qualifiers
        if LEDGER_WORD.get(word) == "more_than"
    ]
    assert len(over) >= 4
    assert [statistic.fact for statistic, word in over if word not in FACTS[statistic.fact].what] == []


def test_a_place_in_a_ranking_is_said_as_one_and_nothing_else_is(exhibition: Exhibition) -> None:
    ordinal = {Qualifier.ORDINAL, Qualifier.TOP}
    ranked = {
        fact
        for fact, statistics in _statistics(exhibition).items()
        if any(ordinal & set(statistic.qualifiers) for statistic in statistics)
    }
    assert ranked == {fact.id for fact in VALUED if fact.unit == "名"}


def test_a_figure_told_again_in_words_keeps_its_qualifier(exhibition: Exhibition) -> None:
    told = 0
    for theme, slide in _slides(exhibition):
        open_ended = [FACTS[fact] for fact in slide.facts if FACTS[fact].qualifiers]
        for text in _texts(slide):
            for fact in open_ended:
                for words, numbers in zip((text.zh, text.en), _numbers(text), strict=True):
                    if fact.amount in numbers:
                        told += 1
                        missing = [word for word in fact.qualifiers if not re.search(KEEPS[word], words)]
                        assert not missing, f"{theme.id}/{slide.id}: {words!r} drops {missing}"
    assert told >= 4


def test_no_slide_tells_a_number_its_facts_do_not_give(exhibition: Exhibition) -> None:
    checked = 0
    for theme, slide in _slides(exhibition):
        facts = [FACTS[fact] for fact in slide.facts]
        sections = [fact.section for fact in FACTS.values() if fact.theme == theme.id]
        said = [caption["caption"] for caption in BOOK["photos"]] if isinstance(slide, PhotoSlide) else []
        said += sections if isinstance(slide, CoverSlide) else []
        if isinstance(slide, GoalsSlide) and slide.year is not None:
            assert slide.year in {fact.value for fact in facts}, f"{theme.id}/{slide.id}"
        for text in _texts(slide):
            checked += sum(map(len, _numbers(text)))
            assert _invented(text, facts, *said) == [], f"{theme.id}/{slide.id}: {text}"
    assert checked > 100


def test_no_theme_title_or_keyword_tells_a_number_its_theme_does_not_give(exhibition: Exhibition) -> None:
    for theme in exhibition.themes:
        facts = [fact for fact in FACTS.values() if fact.theme == theme.id]
        for text in (theme.title, *theme.keywords):
            assert _invented(text, facts) == [], f"{theme.id}: {text}"


def test_no_number_outside_the_themes_is_invented(exhibition: Exhibition) -> None:
    head = BOOK["exhibition"]
    occasion = " ".join([head["title"], head["subtitle"], head["occasion"]])
    framed: tuple[tuple[object, list[str]], ...] = (
        (exhibition.prologue, head["prologue"]),
        (exhibition.title, [occasion]),
        (exhibition.subtitle, [occasion]),
        (exhibition.place, []),
        (exhibition.source, [occasion]),
    )
    for node, said in framed:
        for text in _texts(node):
            assert _invented(text, [], *said) == [], text
    assert exhibition.credits
    for credit in exhibition.credits:
        text = Text(*(words.replace(TYPEFACE, "") for words in (credit.text.zh, credit.text.en)))
        assert _invented(text, [], occasion) == [], text
    for term in exhibition.glossary:
        for text in _texts(term):
            assert _invented(text, [], term.term.zh, BOOK["glossary"][term.term.zh]) == [], text


def test_titles_stand_as_the_ledger_gives_them(exhibition: Exhibition) -> None:
    head = BOOK["exhibition"]
    assert (exhibition.title.zh, exhibition.subtitle.zh) == (head["title"], head["subtitle"])
    assert str(exhibition.year) == head["year"]
    assert [(theme.id, theme.title.zh) for theme in exhibition.themes] == [
        (theme["id"], theme["title"]) for theme in BOOK["themes"]
    ]


def test_sections_stand_as_the_ledger_gives_them(exhibition: Exhibition) -> None:
    given = {
        theme["id"]: {section["title"] for section in theme.get("sections", [])} for theme in BOOK["themes"]
    }
    for theme, slide in _slides(exhibition):
        section = None if isinstance(slide, CoverSlide) else slide.section
        if section is not None and given[theme.id]:
            assert section.zh in given[theme.id], f"{theme.id}/{slide.id}"
            assert {FACTS[fact].section for fact in slide.facts} == {section.zh}, f"{theme.id}/{slide.id}"
    assert sum(map(len, given.values())) == 6


def test_captions_stand_as_the_ledger_gives_them_in_their_themes(exhibition: Exhibition) -> None:
    photos = {
        (theme.id, slide.caption.zh) for theme, slide in _slides(exhibition) if isinstance(slide, PhotoSlide)
    }
    assert len(photos) == 5
    assert photos == {(photo["suggested_theme"], photo["caption"]) for photo in BOOK["photos"]}


def test_an_illustration_is_never_taken_for_a_photo(exhibition: Exhibition) -> None:
    photos = [slide for _, slide in _slides(exhibition) if isinstance(slide, PhotoSlide)]
    assert photos
    for slide in photos:
        if slide.status is Status.ILLUSTRATION:
            assert slide.alt.zh.startswith("示意插画"), slide.id
            assert slide.alt.en.startswith("Illustration"), slide.id
            assert "资料图片" in slide.credit.zh, slide.id


def test_the_glossary_stands_as_the_ledger_gives_it(exhibition: Exhibition) -> None:
    given = {term: meaning.replace(", ", "，") for term, meaning in BOOK["glossary"].items()}
    assert {term.term.zh: term.meaning.zh for term in exhibition.glossary} == given
    assert len(exhibition.glossary) == len(given) == 15


def test_every_term_of_the_glossary_is_met_on_a_slide_in_both_languages(exhibition: Exhibition) -> None:
    texts = [text for _, slide in _slides(exhibition) for text in _texts(slide)]
    zh, en = ("\n".join(words) for words in zip(*((text.zh, text.en.lower()) for text in texts), strict=True))
    assert [term.term for term in exhibition.glossary if term.term.zh not in zh] == []
    assert [term.term for term in exhibition.glossary if term.term.en.lower() not in en] == []


def test_the_prologue_follows_the_source_line_by_line(exhibition: Exhibition) -> None:
    lines = [line.title.zh for line in exhibition.prologue.lines]
    assert lines == [line.replace(", ", "，") for line in BOOK["exhibition"]["prologue"]]


def test_the_credits_name_the_people_the_source_names(exhibition: Exhibition) -> None:
    told = "\n".join(credit.text.zh for credit in exhibition.credits)
    people = BOOK["exhibition"]["credits"]
    names = [*people["reporters"], *people["graphics"], people["pictures"], BOOK["exhibition"]["occasion"]]
    assert [name for name in names if name not in told] == []


def test_attract_shows_figures_of_several_themes(exhibition: Exhibition) -> None:
    shown = _statistics(exhibition)
    assert 6 <= len(exhibition.attract) <= 8
    assert [fact for fact in exhibition.attract if fact not in shown] == []
    assert len({FACTS[fact].theme for fact in exhibition.attract}) >= 5


def test_a_theme_opens_with_its_one_cover(exhibition: Exhibition) -> None:
    for theme in exhibition.themes:
        covers = [slide for slide in theme.slides if isinstance(slide, CoverSlide)]
        assert covers == [theme.slides[0]], theme.id
        assert 40 <= len(covers[0].lead.zh) <= 80, (theme.id, len(covers[0].lead.zh))


def test_neighbouring_slides_never_look_the_same(exhibition: Exhibition) -> None:
    def look(slide: Slide) -> object:
        match slide:
            case StatisticsSlide():
                displays = {statistic.display for statistic in slide.statistics}
                return slide.kind, min(len(slide.statistics), 2), displays
            case MilestonesSlide() | MeasuresSlide() | GoalsSlide():
                return slide.display
            case _:
                return slide.kind

    for theme in exhibition.themes:
        for one, other in pairwise(theme.slides):
            assert look(one) != look(other), f"{theme.id}: {one.id} and {other.id}"


def test_no_theme_arranges_everything_alike(exhibition: Exhibition) -> None:
    for theme in exhibition.themes:
        chosen = [
            slide.display
            for slide in theme.slides
            if isinstance(slide, MilestonesSlide | MeasuresSlide | GoalsSlide)
        ]
        assert None not in chosen, theme.id
        assert len(set(chosen)) > 1, theme.id


def test_every_entry_has_its_pictogram(exhibition: Exhibition) -> None:
    for _, slide in _slides(exhibition):
        match slide:
            case MilestonesSlide(milestones=entries) | MeasuresSlide(measures=entries):
                assert [entry.title.zh for entry in entries if not entry.pictogram] == []
                assert len({entry.pictogram for entry in entries}) == len(entries), slide.id
            case _:
                pass


def test_a_field_shows_every_one_it_counts(exhibition: Exhibition) -> None:
    figures = [statistic for statistics in _statistics(exhibition).values() for statistic in statistics]
    fields = [statistic for statistic in figures if statistic.display is Display.FIELD]
    assert len(fields) > 20
    for statistic in fields:
        amount = FACTS[statistic.fact].amount
        assert amount is not None
        assert (amount / statistic.each) % 1 == 0, f"{statistic.fact}: {amount} in steps of {statistic.each}"


def _lengths(node: object) -> Iterator[tuple[str, Text, Length]]:
    """Every text of the exhibition that has a longest length, with where it stands and that length."""
    if isinstance(node, tuple):
        for item in node:
            yield from _lengths(item)
    elif is_dataclass(node) and not isinstance(node, Text):
        hints = get_type_hints(type(node), include_extras=True)
        for field in fields(node):
            value = getattr(node, field.name)
            if isinstance(value, Text):
                for length in _length_of(hints[field.name]):
                    yield f"{getattr(node, 'id', type(node).__name__)}.{field.name}", value, length
            else:
                yield from _lengths(value)


def _length_of(hint: object) -> Iterator[Length]:
    if get_origin(hint) is Annotated:
        yield from (meta for meta in get_args(hint)[1:] if isinstance(meta, Length))
    for part in get_args(hint):
        yield from _length_of(part)


def test_every_text_fits_the_place_it_stands_in(exhibition: Exhibition) -> None:
    texts = list(_lengths(exhibition))
    assert len(texts) > 300
    assert [
        (where, len(text.zh), len(text.en), text.zh)
        for where, text, most in texts
        if len(text.zh) > most.zh or len(text.en) > most.en
    ] == []


def test_the_content_loads_without_a_warning(loaded: Loaded) -> None:
    assert loaded.warnings == ()


def test_chinese_is_set_in_chinese_punctuation(exhibition: Exhibition) -> None:
    texts = list(_texts(exhibition))
    assert len(texts) > 300
    half_width = re.compile(r"""[\u4e00-\u9fff][ ]?[,;:!?()"'.]|[,;:!?()"'][ ]?[\u4e00-\u9fff]""")
    spaced = re.compile(r"[\u4e00-\u9fff] [0-9A-Za-z]|[0-9A-Za-z%] [\u4e00-\u9fff]")
    assert [text.zh for text in texts if half_width.search(text.zh)] == []
    assert [text.zh for text in texts if spaced.search(text.zh)] == []


def test_english_has_no_han_and_no_straight_quotes(exhibition: Exhibition) -> None:
    texts = list(_texts(exhibition))
    assert len(texts) > 300
    assert [text.en for text in texts if re.search(r"""[\u3000-\u9fff\uff00-\uffef"']""", text.en)] == []


def test_the_ledger_agrees_with_its_source() -> None:
    if not SOURCE.exists():
        pytest.skip("the source ledger is not beside this repository")
    assert LEDGER.read_bytes() == SOURCE.read_bytes()
