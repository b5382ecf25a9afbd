"""What staff write when they mean a word that the content knows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

KEYS: Final = {
    "标题": "title", "题目": "title", "名称": "title", "种类": "kind", "类型": "kind", "编号": "id",
    "事实": "facts", "导语": "lead", "小节": "section", "正文": "body", "内容": "body", "图片": "image",
    "照片": "image", "状态": "status", "说明": "caption", "图注": "caption", "署名": "credit",
    "来源": "source", "数值": "value", "数字": "value", "数据": "statistics", "单位": "unit",
    "限定词": "qualifier", "标签": "label", "图形": "display", "颜色": "glaze", "徽记": "emblem",
    "关键词": "keywords", "幻灯片": "slides", "页面": "slides", "主题": "themes", "语言": "language",
    "年份": "year", "目标": "goals", "措施": "measures", "文字": "text", "中文": "zh", "英文": "en",
    "术语": "term", "开放时间": "hours", "开馆": "open", "闭馆": "close", "解释": "meaning",
    "替代文字": "alt", "录音": "audio", "声音": "audio", "朗读": "audio", "里程碑": "milestones",
    "地点": "place", "副标题": "subtitle", "序厅": "prologue", "致谢": "credits", "名词解释": "glossary",
    "釉色": "glazes", "小图形": "pictogram", "画法": "display", "photo": "image", "picture": "image",
    "img": "image", "file": "image", "cn": "zh", "chinese": "zh", "english": "en", "location": "place",
    "date": "year", "type": "kind", "name": "title", "color": "glaze", "colour": "glaze", "number": "value",
    "icon": "pictogram", "description": "alt", "author": "credit",
}  # fmt: skip
"""Before a colon."""

WORDS: Final = {
    "照片": "photo", "图片": "photo", "封面": "cover", "数字": "statistics", "统计": "statistics",
    "里程碑": "milestones", "措施": "measures", "目标": "goals", "插画": "illustration",
    "插图": "illustration", "示意图": "illustration", "示意": "illustration", "实拍": "photo", "中文": "zh",
    "英文": "en",
    "cn": "zh", "chinese": "zh", "english": "en", "列表": "list", "台阶": "steps", "城墙": "wall",
    "环": "ring", "圆环": "ring", "牌匾": "plaques", "线路": "line", "曙光": "arcs", "里坊": "wards",
    "横杠": "bar", "条形": "bar", "排名": "rank", "名次": "rank", "时钟": "clock", "月历": "calendar",
    "日历": "calendar", "路": "path", "增长": "growth", "超过": "超", "逾": "超", "多": "余", "多于": "超",
    "不足": "不到", "大约": "", "牡丹": "peony", "城门": "gate", "轴承": "bearing", "屋": "house",
    "房子": "house", "日出": "dawn", "人": "person", "老人": "elder", "屋顶": "roof", "书": "book",
    "里坊格": "ward", "道路": "road", "立交": "interchange", "路灯": "lamp", "企业": "firm", "齿轮": "gear",
    "树": "tree", "卷轴": "scroll", "龛": "niche", "碑": "stele", "鼎": "ding", "瓶": "vase", "马": "horse",
    "骆驼": "camel", "塔": "pagoda", "门楼": "gate-tower", "院落": "courtyard", "天街": "street",
    "宫殿": "palace", "宫灯": "lantern", "医院": "hospital", "桥": "bridge", "地铁": "metro",
    "口罩": "mask", "握手": "handshake", "钥匙": "key", "火车": "train", "卡车": "truck",
}  # fmt: skip
"""After one."""

DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    **{c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "两": 2,
}
SCALES: Final = {
    "拾": 10,
    "佰": 100,
    "仟": 1_000,
    "十": 10,
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "亿": 100_000_000,
}


def meant(word: str, options: Iterable[str]) -> str:
    """The option that a word in Chinese, or its English synonym, stands for; '' where there is none."""
    options = list(options)
    plain = word.strip().casefold()
    return next((found for book in (KEYS, WORDS) if (found := book.get(plain, "")) in options), "")


def numeral(text: str) -> int | None:
    """The number that a Chinese numeral says: 一百零二 is 102."""
    if not re.fullmatch(f"[{''.join([*DIGITS, *SCALES])}]{{1,20}}", text):
        return None
    if not set(text) & set(SCALES):
        return int("".join(str(DIGITS[c]) for c in text))
    total, section, digit = 0, 0, 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif SCALES[c] < 10_000:
            section += (digit or 1) * SCALES[c]
            digit = 0
        else:
            total = (total + section + digit) * SCALES[c]
            section = digit = 0
    return total + section + digit
