"""The exhibition that the mistakes are made in: written as staff write, a line for each thing, with comments.

Two themes of the sample stand beside it, because pasted content is often in braces.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.content.sample import write_picture, write_sample

EX: Final = "exhibition.yaml"
CULTURE: Final = "themes/culture.yaml"
LIFE: Final = "themes/livelihood.yaml"
DEV: Final = "themes/development.yaml"

EXHIBITION: Final = """\
# 展览总设置：标题、序厅、名词解释、致谢、颜色、主题顺序。
title:
  zh: 铭记2020
  en: Remember 2020
subtitle:
  zh: 极不寻常年份创造极不寻常的辉煌
  en: Extraordinary achievements in an extraordinary year
place:
  zh: 洛阳 · 隋唐里坊意象
  en: Luoyang · after the wards of the Sui–Tang city
year: 2020
source:
  zh: 来源：《铭记2020》报道
  en: 'Source: the news report “Remember 2020”'

# 开机语言；屏幕对角线；无人触摸时的等待时间
language: zh
screen:
  diagonal: 55in
idle:
  ask_after: 75s
  ask_at_most: 90s
  answer_within: 30s
hours:
  open: 09:00
  close: 17:30

# 待机画面先放的数字
attract:
  - museums
  - cloud-firms

prologue:
  title:
    zh: 极不寻常的一年
    en: A year like no other
  body:
    zh: 2020年的洛阳，一手防疫情，一手抓发展。
    en: >-
      In 2020 Luoyang fought an epidemic and kept developing. One planning period came to its close,
      and a metropolitan area made its start.
  lines:
    - title:
        zh: 全面建成小康社会
        en: Moderate prosperity in all respects
    - title:
        zh: “十三五”规划收官
        en: 13th Five-Year Plan concluded

# 名词解释（编者注）
glossary:
  - term:
      zh: 四早
      en: Four Earlies
    meaning:
      zh: 早发现、早报告、早隔离、早治疗
      en: Early detection, early reporting, early isolation and early treatment
credits:
  - label:
      zh: 文字
      en: Words
    text:
      zh: 李东慧
      en: Li Donghui

# 釉色
glazes:
  leaf:
    base: '#3E6A4C'
    deep: '#2C4F38'
    glow: '#A9CDB2'
    tint: '#DEE6DC'
  cobalt: {base: '#2A5590', deep: '#1F4175', glow: '#9DBDE6', tint: '#DCE3EA'}
  peony:
    base: '#8E3B5A'
    deep: '#702A45'
    glow: '#E7AFC4'
    tint: '#F0DDE4'

# 主题的顺序
themes:
  - culture
  - livelihood
  - development
"""

CULTURE_THEME: Final = """\
# 主题四：文旅融合创特色。
title:
  zh: 文旅融合创特色
  en: Culture Meets Travel
glaze: peony
emblem: peony
keywords:
  - zh: 隋唐洛阳城
    en: Sui–Tang Luoyang
  - zh: 石窟联展
    en: Grottoes on show together
slides:
  - kind: cover
    id: cover
    facts:
      - museums
      - sui-tang
    lead:
      zh: 古今辉映，诗和远方：洛阳递出这张城市名片。
      en: >-
        Old and new in one light, poetry and far horizons. Sui–Tang wards are open, and ancient granaries are
        better protected and shown.

  # 一座龛一座馆
  - kind: statistics
    id: museums
    section:
      zh: 文博
      en: Museums
    facts:
      - museums
      - night-firms
      - clear-days
    title:
      zh: 一城博物馆
      en: A city of museums
    statistics:
      - fact: museums
        value: 102
        unit:
          zh: 座
          en: museums
        label:
          zh: 各类博物馆、纪念馆
          en: Museums and memorial halls of every kind
        display: field
        pictogram: niche
      - fact: night-firms
        value: 5000
        unit:
          zh: 家
          en: firms
        qualifier: 余
        label:
          zh: 夜间营业的商户
          en: Shops open at night
        display: field
        pictogram: firm
        each: 50
      - fact: clear-days
        value: 90.5
        unit: '%'
        qualifier: 超
        label:
          zh: 空气优良天数比例
          en: Share of days with good air
        display: wards
    body:
      zh: “东方博物馆之都”初具规模。
      en: The “Eastern Capital of Museums” is taking shape.

  # 走进隋唐洛阳城
  - kind: milestones
    id: sui-tang
    facts:
      - sui-tang
    title:
      zh: 走进隋唐洛阳城
      en: Into the Sui–Tang city
    display: steps
    milestones:
      - title:
          zh: 从街坊
          en: Congjie Ward
        text:
          zh: 建成开放
          en: Built and open
        pictogram: gate-tower
      - title:
          zh: 大同坊
          en: Datong Ward
        text:
          zh: 建成开放
          en: Built and open
        pictogram: courtyard
      - title:
          zh: 天街北延
          en: Tianjie northern extension

  - kind: photo
    id: lantern-night
    section:
      zh: 夜游
      en: By night
    facts:
      - night-firms
    image: lantern-night.jpg
    status: illustration
    caption:
      zh: 古城亮灯，游人如织
      en: Lanterns are lit in the old town
    credit:
      zh: 图注来源：《铭记2020》报道
      en: 'Caption: “Remember 2020” report'
    alt:
      zh: 示意插画：古城的街上挂满灯笼。
      en: 'Illustration: a street of the old town hung with lanterns.'

  - kind: goals
    id: goals
    facts:
      - sui-tang
    title:
      zh: 下一步
      en: What comes next
    year: 2035
    goals:
      - title:
          zh: 国际文旅名城
          en: A city known for culture and travel
      - title:
          zh: 让文物活起来
          en: Relics that come alive
    display: list
"""

PHOTO: Final = "photos/lantern-night.jpg"


def write_start(folder: Path) -> Path:
    """Writes the sound exhibition into `folder` (made if missing) and returns it."""
    write_sample(folder)
    (folder / EX).write_text(EXHIBITION, encoding="utf-8")
    (folder / CULTURE).write_text(CULTURE_THEME, encoding="utf-8")
    write_picture(folder / PHOTO)
    return folder
