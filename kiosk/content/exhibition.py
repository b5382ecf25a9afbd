"""The exhibition as data: frozen, complete and typed. What the loader returns is fit to be shown as it is.

Lengths are counted in characters. `Length(most)` is a hard rule of the wall (a longer text is a warning: the
slide may not hold it); `Count(least, most)` is a hard rule of the kind (a problem).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, ClassVar, Final, Self


class Language(StrEnum):
    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages of the hall."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        return self.zh if language is Language.ZH else self.en


@dataclass(frozen=True, slots=True)
class Length:
    """The longest text a place on the wall holds, in characters, for each language."""

    zh: int
    en: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries a list may hold."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most a number may be; for a quantity, in the unit of its field."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Key:
    """The word staff write for a field, where it is not the field's name."""

    word: str


@dataclass(frozen=True, slots=True)
class About:
    """What a field is called and what it is for, as an editor tells staff; `example` as it is written."""

    name: str
    says: str
    example: str | Text = ""


class Choice(StrEnum):
    """A word staff choose, and what it stands for, in Chinese."""

    _value_: str
    about: str

    def __new__(cls, word: str, about: str = "") -> Self:
        choice = str.__new__(cls, word)
        choice._value_, choice.about = word, about
        return choice


class Quantity(StrEnum):
    """What a measured number is written in: `75s`, `55in`, `1400mm`."""

    SECONDS = "s"
    MILLIMETRES = "mm"


class Shelf(StrEnum):
    """The folder of the content that a file lies in."""

    PHOTOS = "photos"
    AUDIO = "audio"


class Form(StrEnum):
    """What a bare word has to be."""

    ID = "id"
    COLOUR = "colour"
    EMBLEM = "emblem"
    PICTOGRAM = "pictogram"


type_title = Length(zh=14, en=40)
type_body = Length(zh=90, en=260)
type_label = Length(zh=24, en=64)
type_item = Length(zh=40, en=110)

Title = Annotated[
    Text, type_title, About("标题", "一句话说清这一屏。", Text("书房在家门口", "Study rooms close to home"))
]
Body = Annotated[
    Text,
    type_body,
    About("正文", "标题下面的一两句话。", Text("一座书房，一盏灯。", "A study room, and a lamp lit in it.")),
]
Label = Annotated[Text, type_label]
Item = Annotated[Text, type_item]
Caption = Annotated[Text, Length(zh=40, en=110)]

Id = Annotated[str, Form.ID]
Colour = Annotated[str, Form.COLOUR]


class Qualifier(Choice):
    """A word that belongs to the figure, as staff write it. Dropping one makes the figure false."""

    ESTIMATED = "预计", "预计3%以上 / estimated 3% or more"
    OVER = "超", "超40% / over 40%"
    ODD = "余", "5000余家 / over 5,000 firms"
    AT_LEAST = "以上", "76%以上 / 76% or more"
    UNDER = "不到", "不到1.5个月 / under 1.5 months"
    ORDINAL = "第", "第1名 / No. 1"
    TOP = "前", "前10名 / Top 10"


class Display(Choice):
    """How a figure is drawn beside its numeral."""

    NUMBER = "number", "只有数字。用于钱、总数，或者画出来也说明不了什么的。"
    WARDS = "wards", "一座一百格的里坊城，一格1%。用于0到100的百分数。"
    FIELD = "field", "一片小图形，一个代表一件（或 each 件）。用于数得清的东西：馆、人、企业、项目。"
    PATH = "path", "沿里坊街道走的一条路。用于长度，如公里。"
    BAR = "bar", "一条横杠。用于同一屏里几个同单位的数比长短。"
    RANK = "rank", "一道标着名次的台阶，我们站的那一级是实的。用于名次，配“第”或“前”。"
    CLOCK = "clock", "一面钟，用掉的时间涂实。单位是小时、时、分钟、分，最长12小时。"
    CALENDAR = "calendar", "月历，一格一天。单位是天、日、周、星期、月、个月，最长180天。"
    SLICE = "slice", "一百片竹简，抽出其中几片，一片1%。用于0到100的百分数，尤其是很小的一份。"
    GROWTH = "growth", "从地面往上走的台阶，一级1%。用于增长了百分之几。"
    COINS = "coins", "一串方孔钱，一枚代表 each。用于钱，单位以“元”结尾。"
    TALLY = "tally", "一笔一笔写成的“正”字，一笔代表 each。用于件、人、次，一件一件办、一个一个数的。"


class Arrangement(Choice):
    """How the entries of a slide stand together."""

    NICHES = "niches", "一排龛，每座龛里供着它的小图形。用于几件并列的事，每件都值得看一眼。"
    LIST = "list", "一条一条列下来。用于文字多，或者没有别的形状的。"
    STEPS = "steps", "一级一级往上的台阶，带序号。用于有先后，或者一步步走来的。"
    HUB = "hub", "围着一座城的环，一项一条线。用于交通、联系。"
    WALL = "wall", "错缝砌起的城墙，一项一块砖。用于合成一股力量、守住什么。"
    RING = "ring", "几段合成一个完整的环。用于合起来才算全的：全覆盖、一整套。"
    PLAQUES = "plaques", "深色牌匾，米色字。用于荣誉、称号、文件、计划。"
    LINE = "line", "一条横贯画面的线路，一项一站。用于通道、线路，一站接一站的事。"
    THREAD = "thread", "一根线串起的几块玉璧。用于一以贯之的几件事。"
    ARCS = "arcs", "河上升起的一道道曙光，最近的在最里面；写了 year，年份就是太阳。用于愿景、由近到远的目标。"


HOLDS: Final[Mapping[Arrangement, Count]] = MappingProxyType(
    {
        Arrangement.NICHES: Count(2, 4),
        Arrangement.LIST: Count(1, 6),
        Arrangement.STEPS: Count(2, 6),
        Arrangement.HUB: Count(3, 6),
        Arrangement.WALL: Count(2, 6),
        Arrangement.RING: Count(3, 6),
        Arrangement.PLAQUES: Count(2, 6),
        Arrangement.LINE: Count(2, 6),
        Arrangement.THREAD: Count(2, 6),
        Arrangement.ARCS: Count(2, 4),
    }
)
"""How many entries each arrangement has room for."""


class Status(Choice):
    ILLUSTRATION = "illustration", "插画：画面上会一直标着“示意插画 · 非实拍照片”。"
    PHOTO = "photo", "真照片。"


SlideId = Annotated[Id, About("编号", "这张幻灯片的编号，同一主题里不能重复。", "study-rooms")]
Facts = Annotated[
    tuple[Id, ...],
    About("事实", "这一屏讲的是哪几条事实，写事实台账里的编号；都不在台账里就写 []。", "study-rooms"),
]
Section = Annotated[
    Text, About("小节", "小节名，显示在主题名下面。", Text("就业与支出", "Jobs and spending"))
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """One figure. `fact` is the id it is known by; `each` is how much one counted mark stands for; `source`
    says where it is from, if not from where the exhibition's other figures are.
    """

    fact: Annotated[Id, About("编号", "这个数字的编号；同一张幻灯片的 facts 里也要有它。", "study-rooms")]
    value: Annotated[
        Decimal,
        About("数值", "只写半角数字。不写单位，不写“约”“余”，不加千分号；小数位数照原样保留。", "204"),
    ]
    unit: Annotated[
        Text,
        About(
            "单位",
            "中英文一样时写一遍，如 '%'。“万”“亿”写进中文单位，英文写被数的东西。",
            Text("座", "rooms"),
        ),
    ]
    label: Annotated[
        Label,
        About("标签", "这个数字说的是什么。", Text("累计建成城市书房", "City study rooms built so far")),
    ]
    qualifiers: Annotated[
        tuple[Qualifier, ...],
        Key("qualifier"),
        About("限定词", "数字的一部分，原文有就必填，少了它数字就错了；两个就写 [预计, 以上]。", "余"),
    ] = ()
    display: Annotated[Display, About("画法", "这个数字怎么画；不写就是 number。", "field")] = Display.NUMBER
    pictogram: Annotated[
        str,
        Form.PICTOGRAM,
        About("小图形", "field 画的小图形，wards、rank 也可以用；不写就是 ward。", "book"),
    ] = "ward"
    each: Annotated[
        int,
        Bounds(1, 10**13),
        About("一个代表多少", "一个小图形、一枚钱、一笔、一级代表多少，按个数算；不写就是 1。", "10亿"),
    ] = 1
    source: Annotated[
        Label | None,
        About(
            "出处",
            "显示在画面下方；和 exhibition.yaml 里的 source 相同就不写。",
            Text("来源：统计公报", "'Source: a bulletin'"),
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A milestone, a measure or a goal. The pictogram is its treasure where the arrangement shows one."""

    title: Annotated[
        Text, Length(zh=18, en=60), About("标题", "这件事是什么。", Text("从街坊", "Congjie Ward"))
    ]
    text: Annotated[Item | None, About("补充", "一句补充。", Text("建成开放", "Built and open"))] = None
    pictogram: Annotated[
        str | None,
        Form.PICTOGRAM,
        About("小图形", "代表它的小图形；没有写的，用序号、小方块或一座空龛代替。", "lamp"),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A slide read aloud by a person, for each language that somebody has read it in."""

    zh: Annotated[
        Path | None, Shelf.AUDIO, About("中文录音", "文件名，放在 audio/ 里，大小写要一致。", "cover-zh.m4a")
    ] = None
    en: Annotated[
        Path | None, Shelf.AUDIO, About("英文录音", "文件名，放在 audio/ 里，大小写要一致。", "cover-en.m4a")
    ] = None

    def of(self, language: Language) -> Path | None:
        return self.zh if language is Language.ZH else self.en


Audio = Annotated[Recording | None, About("录音", "这一屏的朗读录音，写文件名；两种语言至少写一种。")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverSlide:
    kind: ClassVar[Annotated[str, About("封面", "每个主题的第一张，有且只有一张。")]] = "cover"
    id: SlideId
    facts: Facts
    audio: Audio = None
    lead: Annotated[
        Body, About("导语", "一两句话。", Text("一座书房，一盏灯。", "A study room, and a lamp lit in it."))
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsSlide:
    kind: ClassVar[Annotated[str, About("数字", "一到三个数字。")]] = "statistics"
    id: SlideId
    facts: Facts
    audio: Audio = None
    title: Title
    section: Section | None = None
    statistics: Annotated[tuple[Statistic, ...], Count(1, 3), About("数字", "一到三个数字。")]
    body: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestonesSlide:
    kind: ClassVar[Annotated[str, About("里程碑", "建成、开工、获批的事，二到六件。")]] = "milestones"
    id: SlideId
    facts: Facts
    audio: Audio = None
    title: Title
    section: Section | None = None
    milestones: Annotated[tuple[Entry, ...], Count(2, 6), About("里程碑", "二到六件事。")]
    display: Annotated[Arrangement, About("摆法", "怎么摆；不写就是 steps。", "steps")] = Arrangement.STEPS
    body: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresSlide:
    kind: ClassVar[Annotated[str, About("措施", "做了什么，一到六条。")]] = "measures"
    id: SlideId
    facts: Facts
    audio: Audio = None
    title: Title
    section: Section | None = None
    measures: Annotated[tuple[Entry, ...], Count(1, 6), About("措施", "一到六条。")]
    display: Annotated[
        Arrangement | None, About("摆法", "怎么摆；不写时，二到四项是 niches，其余是 list。", "niches")
    ] = None
    """None: niches where they hold the measures, else a list."""
    body: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSlide:
    """A picture with its caption. While `status` is illustration, a badge says so wherever it is seen."""

    kind: ClassVar[Annotated[str, About("照片", "一张图片和它的图注，观众可以点“放大”看整张。")]] = "photo"
    id: SlideId
    facts: Facts
    audio: Audio = None
    section: Section | None = None
    image: Annotated[
        Path, Shelf.PHOTOS, About("图片", "图片的文件名，放在 photos/ 里，大小写要一致。", "service-hall.jpg")
    ]
    status: Annotated[Status, About("状态", "是插画还是真照片。", "illustration")]
    caption: Annotated[
        Caption,
        About(
            "图注",
            "也是这一屏的标题。想自己定在哪里折行，就在那里空一格。",
            Text("便民服务大厅", "The service hall"),
        ),
    ]
    credit: Annotated[
        Label, About("署名", "谁拍的、哪里来的。", Text("摄影：作者姓名", "'Photograph: name of the author'"))
    ]
    alt: Annotated[
        Text,
        Length(zh=80, en=220),
        About("替代文字", "画面上有什么，念给看不见的观众听。", Text("一座明亮的大厅。", "A bright hall.")),
    ]
    body: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsSlide:
    kind: ClassVar[Annotated[str, About("目标", "要做到什么，一到六条。")]] = "goals"
    id: SlideId
    facts: Facts
    audio: Audio = None
    title: Title
    section: Section | None = None
    goals: Annotated[tuple[Entry, ...], Count(1, 6), About("目标", "一到六条。")]
    display: Annotated[Arrangement, About("摆法", "怎么摆；不写就是 list。", "list")] = Arrangement.LIST
    year: Annotated[int | None, Bounds(1, 9999), About("年份", "目标的年份，会写得很大。", "2035")] = None
    body: Body | None = None


EntriesSlide = MilestonesSlide | MeasuresSlide | GoalsSlide
Slide = CoverSlide | StatisticsSlide | MilestonesSlide | MeasuresSlide | PhotoSlide | GoalsSlide


@dataclass(frozen=True, slots=True, kw_only=True)
class Glaze:
    """A theme's colours, as #RRGGBB: niche and buttons, numerals on paper, accent on ink, empty wards."""

    base: Annotated[Colour, About("底色", "龛、按钮、整屏的底色；上面是米白的字。", "'#1F6A52'")]
    deep: Annotated[Colour, About("深色", "纸色底上的大数字。", "'#124A38'")]
    glow: Annotated[Colour, About("亮色", "墨色底上的强调。", "'#8FCFB5'")]
    tint: Annotated[Colour, About("浅色", "空的格子。", "'#D8E6DC'")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One topic. `id` is the name of its file; its first slide is its cover."""

    id: Id
    title: Annotated[
        Text,
        Length(zh=9, en=28),
        About("主题标题", "显示在首页的龛上和封面上。", Text("书香满城", "A City That Reads")),
    ]
    glaze: Annotated[Glaze, About("釉色", "用哪一种颜色，写 exhibition.yaml 的 glazes 里的名字。", "leaf")]
    emblem: Annotated[str, Form.EMBLEM, About("徽记", "这个主题的徽记。", "house")]
    keywords: Annotated[
        tuple[Text, ...],
        Count(1, 6),
        About("关键词", "一到六个，显示在封面上，由编者选写。", Text("城市书房", "City study rooms")),
    ]
    slides: Annotated[
        tuple[Slide, ...], Count(1, 24), About("幻灯片", "从上到下就是展出的先后，第一张是封面，最多24张。")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prologue:
    title: Title
    body: Body
    lines: Annotated[tuple[Entry, ...], Count(1, 8), About("各行", "序厅里列的一件件事，一到八行。")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word the editors explain. Wherever it stands in a slide's text it is marked."""

    term: Annotated[
        Text,
        About(
            "术语", "要和展板里的写法一样；在文字里第一次出现时自动标出。", Text("小游园", "pocket gardens")
        ),
    ]
    meaning: Annotated[
        Text,
        Length(zh=60, en=180),
        About(
            "解释",
            "这个词是什么意思。",
            Text("社区里的小块公共绿地", "Small public gardens in a neighbourhood"),
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    label: Annotated[Text, About("栏目", "这一条说的是什么。", Text("记者", "Reporters"))]
    text: Annotated[
        Text, Length(zh=120, en=320), About("内容", "这一条的文字。", Text("李东慧", "Li Donghui"))
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    """When a visit ends by itself, in seconds without a touch.

    The question comes after `ask_after`, plus the time the slide's text takes to read beyond that, and never
    later than `ask_at_most`; it waits `answer_within` for an answer.
    """

    ask_after: Annotated[
        float,
        Quantity.SECONDS,
        Bounds(10, 3600),
        About("多久后问", "多久没人碰，就问“还在看吗？”；不写就是 75s。", "75s"),
    ] = 75.0
    ask_at_most: Annotated[
        float,
        Quantity.SECONDS,
        Bounds(10, 3600),
        About("最多等多久", "文字长的一屏会多等一会儿，但最多等这么久；不写就是 90s。", "90s"),
    ] = 90.0
    answer_within: Annotated[
        float,
        Quantity.SECONDS,
        Bounds(5, 600),
        About("等多久回答", "问了以后再等多久没人应，就回到待机画面；不写就是 30s。", "30s"),
    ] = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When the hall is open, every day; where `close` is before `open`, it closes after midnight."""

    open: Annotated[time, About("开馆", "几点开馆，24小时制；闭馆画面上会写出来。", "09:00")]
    close: Annotated[time, About("闭馆", "几点闭馆；比 open 早，就是开到第二天凌晨。", "17:00")]

    def cover(self, now: time) -> bool:
        """Whether the hall is open: from the minute it opens until the minute it closes."""
        if self.open < self.close:
            return self.open <= now < self.close
        return now >= self.open or now < self.close


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibition:
    folder: Path
    title: Annotated[
        Text, Length(zh=8, en=24), About("展览标题", "首页上最大的字。", Text("铭记2020", "Remember 2020"))
    ]
    subtitle: Annotated[
        Text,
        Length(zh=20, en=80),
        About("展览副标题", "标题下面的一行。", Text("不寻常的一年", "An extraordinary year")),
    ]
    place: Annotated[Label, About("地点", "展览讲的是哪里。", Text("洛阳", "Luoyang"))]
    year: Annotated[int, Bounds(1, 9999), About("年份", "展览讲的是哪一年。", "2020")]
    source: Annotated[
        Label | None,
        About(
            "资料来源",
            "没有另写出处的数字出自哪里。",
            Text("来源：《铭记2020》报道", "'Source: a news report'"),
        ),
    ] = None
    """Of all figures that have none of their own."""
    language: Annotated[Language, About("语言", "每位观众开始时的语言：zh 中文，en 英文。", "zh")]
    diagonal: Annotated[float | None, Quantity.MILLIMETRES, Bounds(150, 6000)]
    """Of the screen, in mm; None: ask the display."""
    idle: Annotated[Idle, About("等待时间", "多久没人碰，就回到待机画面。")]
    hours: Annotated[
        Hours | None, About("开放时间", "闭馆后屏幕安静下来；不写就一直是待机画面，也不看时钟。")
    ] = None
    """None: the kiosk does not ask what time it is."""
    attract: Annotated[
        tuple[Id, ...],
        About("先放的数字", "待机画面先放哪些数字，写它们的 fact 编号；整段可以不写。", "study-rooms"),
    ] = ()
    """Facts whose figures come first in the attract loop; it finds the others by itself."""
    illustrations: Annotated[
        Item | None,
        About(
            "插画说明",
            "每张插画（status: illustration）旁边统一说的一句话；不写就不显示。",
            Text("画面为示意插画，不是实景。", "The picture is an illustration, not a photograph."),
        ),
    ] = None
    prologue: Annotated[Prologue, About("序厅", "一屏看完这一年。")]
    glossary: Annotated[
        tuple[Term, ...], About("名词解释", "编者写的注。词在展板文字里第一次出现时自动标出，点它弹出解释。")
    ]
    credits: Annotated[tuple[Credit, ...], About("致谢与说明", "来源、记者、图片说明等，一条一项。")]
    themes: Annotated[
        tuple[Theme, ...],
        Count(1, 12),
        About("主题", "各主题文件的名字，不写 .yaml；上下顺序就是首页从左到右的顺序。", "culture"),
    ]
