"""A complete small exhibition for tests: two themes, every kind of slide, every display, one real picture."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

EXHIBITION = """\
title: {zh: 铭记2020, en: Remember 2020}
subtitle: {zh: 极不寻常年份创造极不寻常的辉煌, en: 'An unusual year, an unusual glory'}
place: {zh: 洛阳, en: Luoyang}
year: 2020
source: {zh: 来源：样本, en: 'Source: a sample'}
language: zh
screen: {diagonal: 55in}
idle: {ask_after: 75s, ask_at_most: 90s, answer_within: 30s}
attract: [preschool, cloud-firms]
prologue:
  title: {zh: 这一年, en: The year}
  body: {zh: 一年里的两件事。, en: Two things of one year.}
  lines:
    - title: {zh: 惠民生, en: Better lives}
    - title: {zh: 抓发展, en: Growth}
      text: {zh: 企业上云, en: Firms move to the cloud}
glossary:
  - term: {zh: 四早, en: the Four Earlies}
    meaning: {zh: 早发现、早报告、早隔离、早治疗。, en: 'Early finding, reporting, isolation and treatment.'}
credits:
  - label: {zh: 文字, en: Words}
    text: {zh: 李东慧, en: Li Donghui}
glazes:
  leaf: {base: '#3E6A4C', deep: '#2C4F38', glow: '#A9CDB2', tint: '#DEE6DC'}
  cobalt: {base: '#2A5590', deep: '#1F4175', glow: '#9DBDE6', tint: '#DCE3EA'}
themes: [livelihood, development]
"""

LIVELIHOOD = """\
title: {zh: 真心实意惠民生, en: Better Lives}
glaze: leaf
emblem: house
keywords:
  - {zh: 城市书房, en: City study rooms}
slides:
  - kind: cover
    id: cover
    facts: []
    lead: {zh: 住在这里的人，有了什么。, en: What people here were given.}
  - kind: statistics
    id: education
    section: {zh: 教育, en: Education}
    title: {zh: 从幼儿园到高中, en: From kindergarten to school}
    facts: [preschool, senior-high, compulsory]
    statistics:
      - {fact: preschool, value: 90.5, unit: '%', label: {zh: 毛入园率, en: Preschool}, display: wards}
      - {fact: compulsory, value: 97, unit: '%', qualifier: 以上, label: {zh: 巩固, en: Kept}, display: bar}
      - fact: senior-high
        value: 2
        unit: {zh: 名, en: place}
        qualifier: 第
        label: {zh: 高中, en: Senior high}
        display: rank
  - kind: photo
    id: service-hall
    facts: [service-hall]
    image: service-hall.jpg
    status: illustration
    caption: {zh: 便民服务大厅, en: The service hall}
    credit: {zh: 示意插画, en: Illustration}
    alt: {zh: 一座大厅, en: A hall}
  - kind: measures
    id: measures
    title: {zh: 做了什么, en: What was done}
    facts: [four-early]
    display: wall
    measures:
      - title: {zh: 落实四早, en: Kept to the Four Earlies}
      - title: {zh: 保障供应, en: Kept supplies}
        pictogram: lamp
        text: {zh: 水电油气暖网不断。, en: 'Water, power and heat never failed.'}
"""

DEVELOPMENT = """\
title: {zh: 凝神聚力抓发展, en: Growth}
glaze: cobalt
emblem: bearing
keywords:
  - {zh: 上云, en: Cloud}
slides:
  - kind: cover
    id: cover
    facts: []
    lead: {zh: 企业走到哪里了。, en: How far the firms have come.}
  - kind: statistics
    id: firms
    title: {zh: 企业, en: Firms}
    facts: [cloud-firms, visitors, fund]
    statistics:
      - fact: cloud-firms
        value: 5000
        unit: {zh: 家, en: firms}
        qualifier: 余
        label: {zh: 上云企业, en: Firms in the cloud}
        display: field
        pictogram: firm
        each: 50
      - fact: visitors
        value: 1.6
        unit: {zh: 万亿元, en: yuan}
        qualifier: [预计, 以上]
        label: {zh: 收入, en: Income}
      - {fact: fund, value: 120, unit: {zh: 公里, en: km}, label: {zh: 绿道, en: Greenway}, display: path}
  - kind: milestones
    id: metro
    title: {zh: 地铁, en: The metro}
    facts: [metro]
    milestones:
      - {title: {zh: 开工, en: Begun}, text: {zh: 2017年, en: In 2017}}
      - {title: {zh: 热滑, en: Hot run}}
    display: line
  - kind: goals
    id: goals
    title: {zh: 到2035年, en: By 2035}
    facts: []
    year: 2035
    goals:
      - title: {zh: 副中心, en: A second centre}
"""


def write_picture(path: Path, size: tuple[int, int] = (320, 180)) -> Path:
    """A real JPEG with enough in it that a cut-off half shows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    noise = Image.effect_noise(size, 60).convert("RGB")
    noise.save(path, "JPEG", quality=85)
    return path


HEADS = {
    "M4A": b"\0\0\0\x20ftypM4A ",
    "MP3": b"ID3\x04\0\0\0\0\0\0\0\0",
    "WAV": b"RIFF\x24\0\0\0WAVEfmt ",
    "OGG": b"OggS\0\x02\0\0\0\0\0\0",
    "FLAC": b"fLaC\0\0\0\x22\0\0\0\0",
}
"""How a recording of each form begins."""


def write_recording(path: Path, form: str = "M4A") -> Path:
    """The beginning of a recording: as much as the loader looks at."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(HEADS[form])
    return path


def write_sample(folder: Path) -> Path:
    """Writes a valid two-theme exhibition into `folder` (made if missing) and returns it."""
    (folder / "themes").mkdir(parents=True, exist_ok=True)
    (folder / "exhibition.yaml").write_text(EXHIBITION, encoding="utf-8")
    (folder / "themes" / "livelihood.yaml").write_text(LIVELIHOOD, encoding="utf-8")
    (folder / "themes" / "development.yaml").write_text(DEVELOPMENT, encoding="utf-8")
    write_picture(folder / "photos" / "service-hall.jpg")
    return folder
