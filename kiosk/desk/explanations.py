"""What each code of a problem means, with a wrong example and the right one.

`Example.into` says where in the content its lines stand. An example is real: put there, `wrong` gives the
code and `right` gives none. What an example cannot show has steps instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from types import MappingProxyType
from typing import Final

from kiosk.content.exhibition import Text
from kiosk.content.problems import Code


class Into(StrEnum):
    """Where the lines of an example stand: among the keys of what."""

    SETTINGS = "settings"
    GLAZE = "glaze"
    THEME = "theme"
    MILESTONES = "milestones"
    PHOTO = "photo"
    FIGURE = "figure"


WHERE: Final = MappingProxyType(
    {
        Into.SETTINGS: Text("exhibition.yaml 里", "In exhibition.yaml"),
        Into.GLAZE: Text("exhibition.yaml 的一种颜色里", "In a glaze of exhibition.yaml"),
        Into.THEME: Text("主题文件里", "In a theme"),
        Into.MILESTONES: Text("一张里程碑里", "In a slide of milestones"),
        Into.PHOTO: Text("一张照片里", "In a photo slide"),
        Into.FIGURE: Text("一个数字里", "In a figure"),
    }
)


@dataclass(frozen=True, slots=True)
class Example:
    into: Into
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """`more` is an example, or what to do."""

    title: Text
    why: Text
    more: Example | Text


FILES: Final = {
    Code.NO_FOLDER: Explanation(
        Text("没有内容文件夹", "No content folder"),
        Text(
            "命令里写的那个文件夹不存在，或者它其实是一个文件。",
            "The folder named in the command does not exist, or it is a file.",
        ),
        Text(
            "在展览文件夹里运行 kiosk check，不写路径，查的就是展览自己的 content；"
            "要查别处，写出里面有 exhibition.yaml 的那个文件夹。",
            "Run kiosk check without a path to look at the exhibition's own content; for another, name the "
            "folder that holds exhibition.yaml.",
        ),
    ),
    Code.NO_FILE: Explanation(
        Text("少了文件", "A file is missing"),
        Text(
            "总设置 exhibition.yaml 必须在内容文件夹的最外层。文件名全部小写；"
            "Windows 不分大小写，展厅的机器要分。",
            "exhibition.yaml must lie directly in the content folder. Its name is in small letters; Windows "
            "does not mind, the machine in the hall does.",
        ),
        Text(
            "从备份里把 exhibition.yaml 找回来，或把名字改成全部小写；查一查后缀是不是 .yaml.txt。",
            "Bring exhibition.yaml back from a copy, or put its name in small letters; see that it does not "
            "end in .yaml.txt.",
        ),
    ),
    Code.NOT_A_FILE: Explanation(
        Text("不是普通文件", "Not a regular file"),
        Text(
            "叫这个名字的是一个文件夹、管道或设备，不是文件。打开它会让展览一直等下去。",
            "What has this name is a folder, a pipe or a device. Opening it could make the exhibition wait "
            "for ever.",
        ),
        Text("删去它，再把真正的文件放到原处。", "Delete it, and put the real file in its place."),
    ),
    Code.LINK_OUTSIDE: Explanation(
        Text("链接指向内容文件夹之外", "A link leaves the content folder"),
        Text(
            "内容文件夹要能整个搬走。"
            "指到外面的链接（快捷方式）到了展厅的机器上就断了，还可能让别的文件上墙。",
            "The content folder has to be movable as a whole. A link out of it breaks on the machine in the "
            "hall, and might put other files on the wall.",
        ),
        Text("删去链接，把真正的文件复制到原处。", "Delete the link and copy the real file there."),
    ),
    Code.UNREADABLE: Explanation(
        Text("文件打不开", "A file cannot be opened"),
        Text(
            "系统不让展览读这个文件：多半是权限不够，也可能别的程序正占着它，或者磁盘、U 盘有坏处。",
            "The system does not let the exhibition read it: the permissions are too narrow, another program "
            "holds it, or the disk has a fault.",
        ),
        Text(
            "关掉正开着它的程序；用自己的账号重新复制一份；在文件属性里给所有人读的权限。",
            "Close the program that has it open; copy it anew from your own account; let everyone read it.",
        ),
    ),
    Code.TOO_BIG: Explanation(
        Text("文件太大", "A file is too big"),
        Text(
            "内容文件只放文字，七个主题加起来也只有几百 KB。超过 1 MB，多半是把图片或别的文件贴了进来。",
            "Content files hold text; all themes together take some hundred KB. Over 1 MB, something else "
            "was probably pasted in.",
        ),
        Text(
            "打开文件，删去不是内容的部分；图片放进 photos/，录音放进 audio/。",
            "Open it and delete what is not content; pictures go to photos/, recordings to audio/.",
        ),
    ),
    Code.EMPTY_FILE: Explanation(
        Text("文件是空的", "A file is empty"),
        Text(
            "文件里什么也没有，或只有备注。常见的原因是保存时磁盘满了，或误删后存了盘。",
            "There is nothing in it, or remarks only: often because the disk was full when it was saved.",
        ),
        Text(
            "换回上一份备份；新主题可以先把手册里“加一个主题”的例子整个抄进来。",
            "Bring the last copy back; for a new theme, begin with the example in the handbook.",
        ),
    ),
    Code.ENCODING: Explanation(
        Text("文件编码不是 UTF-8", "Not UTF-8"),
        Text(
            "同样的汉字，GBK 和 UTF-8 存成不同的字节。展览只认 UTF-8，别的编码会成乱码，所以先拦下来。",
            "GBK and UTF-8 store the same characters as different bytes. The exhibition takes UTF-8 only: "
            "anything else would be garbled on the wall.",
        ),
        Text(
            "最省事的办法是运行 kiosk fix。也可以自己动手，记事本：“另存为”，下面的编码选 UTF-8。"
            "VS Code：点右下角的编码名，先“通过编码重新打开”选 GBK，看到汉字正常，再“通过编码保存”选 UTF-8。",
            "Easiest is kiosk fix. By hand, in Notepad: Save as, encoding UTF-8. In VS Code: click the "
            "encoding at the bottom right, “Reopen with Encoding” GBK, see that the text is right, then "
            "“Save with Encoding” UTF-8.",
        ),
    ),
    Code.HIDDEN_CHARACTER: Explanation(
        Text("有看不见的字符", "A character nobody sees"),
        Text(
            "从网页、聊天或 Word 里复制来的文字，会夹带零宽空格、换方向符之类看不见的字符。"
            "它们会让断行出错、搜索落空，甚至把后面的字倒过来显示。",
            "Text copied from the web, a chat or Word brings zero-width and direction marks along. They "
            "break lines in the wrong place, defeat a search and may even turn text round.",
        ),
        Text(
            "把箭头所指的前后几个字删去，用键盘重新输入；成段的文字先贴进记事本再复制出来。",
            "Delete the characters around the caret and type them again; paste long text into a plain editor "
            "first.",
        ),
    ),
    Code.UNUSED_FILE: Explanation(
        Text("文件没有用上", "A file is not used"),
        Text(
            "themes/、photos/、audio/ 里有展览没提到的文件。不影响展出，但可能是忘了写进去，"
            "或写错了名字。",
            "There is a file in themes/, photos/ or audio/ that nothing names. It does no harm, but somebody "
            "may have forgotten to name it.",
        ),
        Text(
            "要展出：主题写进 exhibition.yaml 的 themes，图片写进某张照片的 image。不要了：移出内容文件夹。",
            "To show it: add a theme to themes in exhibition.yaml, name a picture as an image. If it is not "
            "wanted, move it out of the content folder.",
        ),
    ),
    Code.TOO_MUCH: Explanation(
        Text("多得说不完", "Too much of it"),
        Text(
            "一个文件里的问题超过 100 处，只列出前 100 处；或者一个文件的条目超过一万，不像是展览内容。",
            "A file has more than 100 problems and the first 100 are told; or it has over ten thousand "
            "entries, which no exhibition needs.",
        ),
        Text(
            "先改列出来的，再检查：前面一处缩进错了，后面往往跟着错一片。",
            "Mend those listed and check again: one wrong indentation often spoils all that follows.",
        ),
    ),
}  # fmt: skip

WRITING: Final = {
    Code.SYNTAX: Explanation(
        Text("写法看不懂", "It cannot be read"),
        Text(
            "这一行的标点不合 YAML 的规矩，程序也说不准错在哪里。对照上下几行看标点；备注要用 # 开头。",
            "The signs in this line are not YAML, and it is not clear which slip it is. Compare it with its "
            "neighbours; a remark begins with #.",
        ),
        Example(
            Into.SETTINGS,
            "year: 2020\n% 年份写四位数字",
            "year: 2020\n# 年份写四位数字",
        ),
    ),
    Code.TAB: Explanation(
        Text("行首用了 Tab", "A tab at the beginning"),
        Text(
            "Tab 在不同的编辑器里宽窄不一，YAML 不用它表示层次。",
            "A tab is as wide as each editor likes, so YAML does not take it for indentation.",
        ),
        Example(
            Into.SETTINGS,
            "place:\n\tzh: 洛阳\n\ten: Luoyang",
            "place:\n  zh: 洛阳\n  en: Luoyang",
        ),
    ),
    Code.WIDE_SPACE: Explanation(
        Text("行首用了全角空格", "A full-width space at the beginning"),
        Text(
            "中文输入法打出的全角空格看着像缩进，YAML 却当它是文字。",
            "The full-width space of a Chinese keyboard looks like indentation, but YAML takes it for text.",
        ),
        Example(
            Into.SETTINGS,
            "place:\n　　zh: 洛阳\n　　en: Luoyang",
            "place:\n  zh: 洛阳\n  en: Luoyang",
        ),
    ),
    Code.WIDE_COLON: Explanation(
        Text("冒号是全角的", "A full-width colon"),
        Text(
            "YAML 只认半角冒号加一个空格。写成“：”，整行就成了一句普通的文字，错误常常要到下一行才显出来。"
            "句子里面的“：”没有关系。",
            "YAML knows only the plain colon with a space after it. With “：” the whole line becomes a text, "
            "and often the next line is blamed. Within a sentence “：” does no harm.",
        ),
        Example(
            Into.SETTINGS,
            "year： 2020",
            "year: 2020",
        ),
    ),
    Code.WIDE_DASH: Explanation(
        Text("列表的减号不对", "Not the hyphen of a list"),
        Text(
            "列表的每一项以半角减号加空格开头。全角的“－”、破折号“—”、圆点“·”都不算；"
            "Word 会自动把减号换成破折号。",
            "An entry of a list begins with a plain hyphen and a space. A full-width “－”, a dash “—” or a "
            "dot “·” will not do; Word turns hyphens into dashes by itself.",
        ),
        Example(
            Into.THEME,
            "keywords:\n  — {zh: 城市书房, en: City study rooms}",
            "keywords:\n  - {zh: 城市书房, en: City study rooms}",
        ),
    ),
    Code.WIDE_COMMA: Explanation(
        Text("逗号是全角的", "A full-width comma"),
        Text(
            "花括号里的各项要用半角逗号加空格隔开。“，”会被当成前一句文字的一部分。",
            "Within braces, entries are parted by a plain comma and a space; “，” becomes part of the text "
            "before it.",
        ),
        Example(
            Into.SETTINGS,
            "place: {zh: 洛阳，en: Luoyang}",
            "place: {zh: 洛阳, en: Luoyang}",
        ),
    ),
    Code.WIDE_BRACKET: Explanation(
        Text("括号是全角的", "A full-width bracket"),
        Text(
            "写在一行里的中英文要用半角花括号；列表写在一行里，用半角方括号。",
            "Both languages on one line stand in plain braces, a list on one line in plain brackets.",
        ),
        Example(
            Into.SETTINGS,
            "place: ｛zh: 洛阳, en: Luoyang｝",
            "place: {zh: 洛阳, en: Luoyang}",
        ),
    ),
    Code.COLON_SPACE: Explanation(
        Text("冒号后面少了空格", "No space after the colon"),
        Text(
            "冒号后面有空格，YAML 才知道前面是名称、后面是内容。",
            "The space after the colon is what tells a name from what it stands for.",
        ),
        Example(
            Into.SETTINGS,
            "year:2020",
            "year: 2020",
        ),
    ),
    Code.COLON_MISSING: Explanation(
        Text("少了冒号", "A colon is missing"),
        Text(
            "每一项都写成“名称: 内容”，少了冒号就分不开了。",
            "Everything is written as “name: content”; without the colon the two cannot be told apart.",
        ),
        Example(
            Into.SETTINGS,
            "year 2020",
            "year: 2020",
        ),
    ),
    Code.COLON_IN_TEXT: Explanation(
        Text("文字里有半角冒号", "A plain colon in the text"),
        Text(
            "文字里的“半角冒号加空格”会被当成又一个名称。英文里最常见；中文句子用全角“：”就没有事。",
            "A colon and a space within a text begin another name, to YAML. It happens mostly in English.",
        ),
        Example(
            Into.SETTINGS,
            "source:\n  zh: 来源：《铭记2020》报道\n  en: Source: the “Remember 2020” report",
            "source:\n  zh: 来源：《铭记2020》报道\n  en: 'Source: the “Remember 2020” report'",
        ),
    ),
    Code.COMMA_IN_TEXT: Explanation(
        Text("花括号里的文字有半角逗号", "A comma in a text within braces"),
        Text(
            "花括号里，半角逗号表示下一项开始，句子从那里断成了两截。",
            "Within braces a comma begins the next entry, so the sentence is cut in two.",
        ),
        Example(
            Into.SETTINGS,
            "place: {zh: 河南洛阳, en: Luoyang, Henan}",
            "place: {zh: 河南洛阳, en: 'Luoyang, Henan'}",
        ),
    ),
    Code.HASH_IN_TEXT: Explanation(
        Text("# 后面的字不会显示", "What follows # is not shown"),
        Text(
            "空格加 # 之后是写给编辑的备注。颜色、编号里的 # 要加引号，否则等于没写。",
            "A space and # begin a remark. A colour or a number with # needs quotes, else nothing is there.",
        ),
        Example(
            Into.GLAZE,
            "base: #3E6A4C",
            "base: '#3E6A4C'",
        ),
    ),
    Code.QUOTE_NEEDED: Explanation(
        Text("这样开头的文字要加引号", "A text that begins so needs quotes"),
        Text(
            "% @ ` ! & * 在 YAML 里另有用处，用它们开头的文字要放进半角单引号。",
            "% @ ` ! & * have a meaning of their own in YAML: a text that begins with one stands in quotes.",
        ),
        Example(
            Into.FIGURE,
            "unit: %",
            "unit: '%'",
        ),
    ),
    Code.DASH_SPACE: Explanation(
        Text("减号后面少了空格", "No space after the hyphen"),
        Text(
            "“减号加空格”才是列表的一项；“-kind”只是一个以减号开头的词。",
            "A hyphen with a space begins an entry; “-kind” is just a word with a hyphen.",
        ),
        Example(
            Into.THEME,
            "keywords:\n  -zh: 城市书房\n   en: City study rooms",
            "keywords:\n  - zh: 城市书房\n    en: City study rooms",
        ),
    ),
    Code.OPEN_QUOTE: Explanation(
        Text("引号没有成对", "A quotation mark without a partner"),
        Text(
            "只有开头的引号，后面的许多行都会被当成这一句文字，报错的地方可能很远。",
            "With no second quotation mark, many lines that follow become part of the text, and the "
            "complaint may come far below.",
        ),
        Example(
            Into.SETTINGS,
            "place: '洛阳",
            "place: {zh: '洛阳', en: 'Luoyang'}",
        ),
    ),
    Code.OPEN_BRACKET: Explanation(
        Text("括号没有成对", "A bracket without a partner"),
        Text(
            "花括号、方括号要有头有尾；里面各项之间要有半角逗号。",
            "Braces and brackets come in pairs, with commas between what is inside.",
        ),
        Example(
            Into.SETTINGS,
            "place: {zh: 洛阳, en: Luoyang",
            "place: {zh: 洛阳, en: Luoyang}",
        ),
    ),
    Code.QUOTE_TAIL: Explanation(
        Text("引号外面还有字", "Text after the quotes"),
        Text(
            "半角引号一开头，整句就都得在引号里。句中要引用，用中文引号“ ”。",
            "Where a text begins with a plain quotation mark, all of it stands within. For a quotation "
            "inside, use curly ones.",
        ),
        Example(
            Into.SETTINGS,
            "place:\n  zh: \"洛阳\" 古都\n  en: Luoyang",
            "place:\n  zh: “洛阳”古都\n  en: Luoyang",
        ),
    ),
    Code.INDENT: Explanation(
        Text("缩进没有对齐", "The indentation does not fit"),
        Text(
            "同一层的行，行首要对齐；深一层多两格。差一格，YAML 就不知道这一行属于谁。",
            "Lines of one level begin in the same column, a level below two further right. One space off, "
            "and YAML cannot tell where a line belongs.",
        ),
        Example(
            Into.SETTINGS,
            "place:\n  zh: 洛阳\n   en: Luoyang",
            "place:\n  zh: 洛阳\n  en: Luoyang",
        ),
    ),
    Code.CONFLICT: Explanation(
        Text("两份修改没有合并完", "Two edits were not merged"),
        Text(
            "两个人改了同一处，版本工具把两份都留在文件里，等人来选。",
            "Two people changed the same place; the tool that keeps versions left both in the file for "
            "somebody to choose.",
        ),
        Example(
            Into.SETTINGS,
            "<<<<<<< HEAD\nyear: 2020\n=======\nyear: 2021\n>>>>>>> other",
            "year: 2020",
        ),
    ),
    Code.DUPLICATE_KEY: Explanation(
        Text("同一项写了两次", "The same name twice"),
        Text(
            "同一层里一个名称只能有一次，否则不知道用哪个。如果是想写列表的下一项，那是漏了“- ”。",
            "A name may stand once at its level, else nobody knows which one counts. If it was to begin the "
            "next entry of a list, the “- ” is missing.",
        ),
        Example(
            Into.SETTINGS,
            "year: 2020\nyear: 2021",
            "year: 2020",
        ),
    ),
    Code.BAD_KEY: Explanation(
        Text("冒号前面不是一个词", "No word before the colon"),
        Text(
            "冒号前面应当是名称。多半是方括号、花括号放错了地方。",
            "A name belongs before the colon. Usually a bracket stands in the wrong place.",
        ),
        Example(
            Into.SETTINGS,
            "place:\n  [zh]: 洛阳\n  en: Luoyang",
            "place:\n  zh: 洛阳\n  en: Luoyang",
        ),
    ),
    Code.ANCHOR: Explanation(
        Text("文字以 & 开头", "A text that begins with &"),
        Text(
            "& 加一个词，在 YAML 里是给内容起代号。展览不用代号：一处一处写全，看的人才不会漏。",
            "& and a word give content a name in YAML, to be used again. Here everything is written out, so "
            "that nobody overlooks a place.",
        ),
        Example(
            Into.SETTINGS,
            "place: &city {zh: 洛阳, en: Luoyang}",
            "place: {zh: 洛阳, en: Luoyang}",
        ),
    ),
    Code.ALIAS: Explanation(
        Text("文字以 * 开头", "A text that begins with *"),
        Text(
            "* 加一个词，在 YAML 里是引用代号。若是星号，加引号；若想重复前面的内容，再写一遍。",
            "* and a word repeat named content in YAML. Quote it if it is an asterisk; else write the "
            "content out.",
        ),
        Example(
            Into.SETTINGS,
            "place: *city",
            "place: {zh: 洛阳, en: Luoyang}",
        ),
    ),
    Code.MERGE_KEY: Explanation(
        Text("用了 <<", "<< is used"),
        Text(
            "<< 在 YAML 里是并入别处的内容。展览里不用：写全，改一处才不会牵动另一处。",
            "<< merges content from elsewhere. It is not used here: written out, a change in one place "
            "leaves the others alone.",
        ),
        Example(
            Into.SETTINGS,
            "place:\n  <<: {zh: 洛阳}\n  en: Luoyang",
            "place:\n  zh: 洛阳\n  en: Luoyang",
        ),
    ),
    Code.TAG: Explanation(
        Text("文字以 ! 开头", "A text that begins with !"),
        Text(
            "! 加一个词，在 YAML 里是指定类型。展览里每样东西的类型是固定的；若是感叹号，加引号。",
            "! and a word name a type in YAML. Here all types are fixed; quote an exclamation mark.",
        ),
        Example(
            Into.SETTINGS,
            "year: !!int 2020",
            "year: 2020",
        ),
    ),
    Code.DOCUMENTS: Explanation(
        Text("一个文件里有两份内容", "Two documents in one file"),
        Text(
            "单独一行 --- 表示另起一份。一个文件只放一份内容，--- 后面的都不会展出。",
            "A line --- begins another document. A file holds one; what follows would not be shown.",
        ),
        Example(
            Into.SETTINGS,
            "year: 2020\n---\nplace: {zh: 洛阳, en: Luoyang}",
            "year: 2020\nplace: {zh: 洛阳, en: Luoyang}",
        ),
    ),
    Code.TOO_DEEP: Explanation(
        Text("嵌套太深", "Nested too deep"),
        Text(
            "展览的内容最多六七层。超过十二层，一定是括号或缩进错了。",
            "An exhibition needs six or seven levels. Beyond twelve, a bracket or an indentation is wrong.",
        ),
        Example(
            Into.SETTINGS,
            "place: {zh: [[[[[[[[[[[[洛阳]]]]]]]]]]]], en: Luoyang}",
            "place: {zh: 洛阳, en: Luoyang}",
        ),
    ),
    Code.COMMA_MISSING: Explanation(
        Text("花括号里少了逗号", "A comma is missing within braces"),
        Text(
            "写在一行里的中英文，中间要有半角逗号加空格，否则 YAML 不知道前一句在哪里结束。",
            "Between the languages on one line stands a comma and a space; without it YAML cannot tell where "
            "the first text ends.",
        ),
        Example(
            Into.SETTINGS,
            "place: {zh: 洛阳 en: Luoyang}",
            "place: {zh: 洛阳, en: Luoyang}",
        ),
    ),
    Code.TWO_KEYS: Explanation(
        Text("一行里写了两项", "Two things in one line"),
        Text(
            "一行只写一项。多半是删换行时多删了一个，两行并成了一行。",
            "A line holds one thing. Usually a line break was deleted by mistake and two lines became one.",
        ),
        Example(
            Into.SETTINGS,
            "place:\n  zh: 洛阳 en: Luoyang",
            "place:\n  zh: 洛阳\n  en: Luoyang",
        ),
    ),
    Code.SMART_QUOTE: Explanation(
        Text("用中文引号包住了内容", "Curly quotes around it"),
        Text(
            "YAML 的引号是半角的 '。中文引号“ ”算文字：在句子里很好，包住编号、颜色、数字就认不出来了。",
            "YAML quotes with the plain '. Curly quotes are part of the text: fine in a sentence, but an id "
            "or a colour within them is not known.",
        ),
        Example(
            Into.FIGURE,
            "unit: “%”",
            "unit: '%'",
        ),
    ),
}  # fmt: skip

CONTENT: Final = {
    Code.UNKNOWN_KEY: Explanation(
        Text("不认识的名称", "A name nobody knows"),
        Text(
            "冒号前面的英文词是固定的。写错一个字母，这一项就不会被读到，所以要指出来，不能悄悄略过。",
            "The words before the colons are fixed. With one letter wrong the line would not be read, so it "
            "is pointed out rather than passed over.",
        ),
        Example(
            Into.PHOTO,
            "captoin: {zh: 便民服务大厅, en: The service hall}",
            "caption: {zh: 便民服务大厅, en: The service hall}",
        ),
    ),
    Code.MISSING_KEY: Explanation(
        Text("少了必填的一项", "Something required is missing"),
        Text(
            "手册的表里写着“必填”的项，缺一个，这一屏就摆不出来。",
            "Without an item that the handbook calls required, the screen cannot be set.",
        ),
        Example(
            Into.FIGURE,
            "value: 800",
            "value: 800\nunit: {zh: 公里, en: km}",
        ),
    ),
    Code.WRONG_TYPE: Explanation(
        Text("写成了别的样子", "It has the wrong shape"),
        Text(
            "该是列表的写成了一句话，或者该是一句话的写成了列表。",
            "A text stands where a list belongs, or the other way round.",
        ),
        Example(
            Into.MILESTONES,
            "facts: metro-line-1",
            "facts:\n  - metro-line-1",
        ),
    ),
    Code.EMPTY_TEXT: Explanation(
        Text("冒号后面是空的", "Nothing after the colon"),
        Text(
            "写了名称却没有内容，墙上就会空出一块。用不到的选填项，整行删去。",
            "A name without content would leave a gap on the wall. Delete the whole line if it is not "
            "needed.",
        ),
        Example(
            Into.PHOTO,
            "caption:\n  zh:\n  en: The service hall",
            "caption:\n  zh: 便民服务大厅\n  en: The service hall",
        ),
    ),
    Code.ENGLISH_MISSING: Explanation(
        Text("还没有英文", "No English yet"),
        Text(
            "可以展出，但切到英文的观众会看到中文。开展前请补上。",
            "It can be shown, but a visitor who reads English will find Chinese. Add it before the opening.",
        ),
        Example(
            Into.PHOTO,
            "caption: 便民服务大厅",
            "caption:\n  zh: 便民服务大厅\n  en: The service hall",
        ),
    ),
    Code.ENGLISH_STALE: Explanation(
        Text("中文改了，英文没改", "The Chinese was changed, the English was not"),
        Text(
            "这句中文和上次检查时不一样了，英文还是原来那句，两种语言说的可能不是一回事。"
            "哪句英文对着哪句中文，记在内容文件夹的 translations.lock 里。",
            "This Chinese differs from what it was at the last check, the English does not: the two may no "
            "longer say the same. Which English belongs to which Chinese is kept in translations.lock.",
        ),
        Text(
            "对照中文改英文，再检查一次。只改了错别字、英文仍然合适，就运行 kiosk check --english-checked。",
            "Bring the English up to date and check again. If only a slip was mended and the English holds, "
            "run kiosk check --english-checked.",
        ),
    ),
    Code.SOURCE_MISSING: Explanation(
        Text("数字没有出处", "A figure without a source"),
        Text(
            "墙上的每个数字都要说得出是哪里来的。全展览出处相同，在 exhibition.yaml 里写一个 source 就够；"
            "个别数字出处不同，在那个数字里另写 source。",
            "Every figure on the wall must be traceable. Where all have one source, a source in "
            "exhibition.yaml is enough; a figure from elsewhere has a source of its own.",
        ),
        Example(
            Into.SETTINGS,
            "year: 2020",
            "year: 2020\nsource:\n  zh: 来源：《铭记2020》报道\n  en: 'Source: the “Remember 2020” report'",
        ),
    ),
    Code.TOO_LONG: Explanation(
        Text("文字太长", "The text is too long"),
        Text(
            "墙上给它留的地方只有这么大。可以展出，但字会缩小，或挤着旁边的东西。请看一眼再决定。",
            "There is only so much room for it on the wall. It can be shown, but in smaller letters, or "
            "crowding its neighbours. Have a look before you decide.",
        ),
        Example(
            Into.THEME,
            "title:\n  zh: 真心实意为全市人民做好每一件事\n  en: Better Lives",
            "title:\n  zh: 真心实意惠民生\n  en: Better Lives",
        ),
    ),
    Code.COUNT: Explanation(
        Text("项数太多或太少", "Too many or too few"),
        Text(
            "每种幻灯片摆得下的项数是定好的：少了撑不起画面，多了看不清。",
            "Each kind of slide has room for so many: fewer leave it empty, more cannot be read.",
        ),
        Example(
            Into.MILESTONES,
            "milestones:\n  - title: {zh: 开工, en: Begun}",
            "milestones:\n  - title: {zh: 开工, en: Begun}\n  - title: {zh: 热滑, en: Hot run}",
        ),
    ),
    Code.BAD_WORD: Explanation(
        Text("没有这个选项", "No such option"),
        Text(
            "这一项只能从几个固定的词里选一个，有哪些，提示里都列出来了。",
            "This takes one of a few fixed words; the message lists them.",
        ),
        Example(
            Into.PHOTO,
            "status: 插画",
            "status: illustration",
        ),
    ),
    Code.BAD_ID: Explanation(
        Text("编号里有不能用的字", "An id with the wrong characters"),
        Text(
            "编号会用在文件名里，只能用小写字母、数字和减号。给观众看的名字写在 title 里，随便用。",
            "An id becomes part of a file's name: small letters, digits and hyphens only. What visitors read "
            "is the title, and may hold anything.",
        ),
        Example(
            Into.PHOTO,
            "id: 服务大厅",
            "id: service-hall-picture",
        ),
    ),
    Code.BAD_NUMBER: Explanation(
        Text("不是数字", "Not a number"),
        Text(
            "value 只写半角数字，可以有小数点；不加千分号，不用全角数字，不写汉字。千分号由程序按语言加上。",
            "A value holds plain digits and perhaps a point; separators are added for each language.",
        ),
        Example(
            Into.FIGURE,
            "value: 5,000",
            "value: 5000",
        ),
    ),
    Code.UNIT_IN_VALUE: Explanation(
        Text("单位和数字写在了一起", "The unit stands with the number"),
        Text(
            "数字要能画成图、能换算成英文，所以单位分开写在 unit 里。",
            "The number is drawn and put into English by itself, so the unit stands apart.",
        ),
        Example(
            Into.FIGURE,
            "value: 800公里",
            "value: 800\nunit: {zh: 公里, en: km}",
        ),
    ),
    Code.QUALIFIER_IN_VALUE: Explanation(
        Text("限定词和数字写在了一起", "The qualifier stands with the number"),
        Text(
            "“超”“余”“以上”这些词是数字的一部分，少了就错了，所以单独写在 qualifier 里，中英文都会带上。",
            "Words like 超, 余 and 以上 belong to the figure, which is false without them. They stand apart "
            "as qualifier, and are shown in both languages.",
        ),
        Example(
            Into.FIGURE,
            "value: 超800",
            "value: 800\nqualifier: 超",
        ),
    ),
    Code.OUT_OF_BOUNDS: Explanation(
        Text("数字超出了范围", "Out of bounds"),
        Text(
            "这一项有上下限，超出的多半是单位弄错了，如把分当成秒。",
            "This has a least and a most. Beyond them the unit is usually wrong: minutes for seconds.",
        ),
        Example(
            Into.SETTINGS,
            "idle:\n  answer_within: 1s",
            "idle:\n  answer_within: 30s",
        ),
    ),
    Code.BAD_DURATION: Explanation(
        Text("不是时长", "Not a duration"),
        Text(
            "时长要带单位：75s 是75秒，2min 是2分钟。",
            "A duration has its unit: 75s, 2min.",
        ),
        Example(
            Into.SETTINGS,
            "idle:\n  ask_after: 75",
            "idle:\n  ask_after: 75s",
        ),
    ),
    Code.BAD_LENGTH: Explanation(
        Text("不是长度", "Not a length"),
        Text(
            "屏幕的对角线要带单位：55in 是55英寸，140cm 是140厘米。",
            "The diagonal of the screen has its unit: 55in, 140cm.",
        ),
        Example(
            Into.SETTINGS,
            "screen:\n  diagonal: 55寸",
            "screen:\n  diagonal: 55in",
        ),
    ),
    Code.BAD_TIME: Explanation(
        Text("不是时刻", "Not a time of day"),
        Text(
            "开放时间写成24小时制的“时:分”，半角。",
            "Opening hours are written as hours and minutes of a day of 24 hours.",
        ),
        Example(
            Into.SETTINGS,
            "hours:\n  open: 上午9点\n  close: 下午5点半",
            "hours:\n  open: 09:00\n  close: 17:30",
        ),
    ),
    Code.BAD_COLOUR: Explanation(
        Text("不是颜色", "Not a colour"),
        Text(
            "颜色写成 # 加六位十六进制数，并加半角引号（没有引号，# 后面就成了备注）。",
            "A colour is # with six hexadecimal digits, in quotes: without them # begins a remark.",
        ),
        Example(
            Into.GLAZE,
            "base: 绿",
            "base: '#3E6A4C'",
        ),
    ),
    Code.LOW_CONTRAST: Explanation(
        Text("颜色太浅，字看不清", "Too pale for its text"),
        Text(
            "底色和上面的字差得不够，站远一点或眼力不好的观众读不出来。提示里给了一个够深的颜色。",
            "The ground and the text on it are too much alike for those who stand further off or see less "
            "well. The message offers a colour that is dark enough.",
        ),
        Example(
            Into.GLAZE,
            "base: '#8FB09A'",
            "base: '#3E6A4C'",
        ),
    ),
}  # fmt: skip

FITTING: Final = {
    Code.DUPLICATE_ID: Explanation(
        Text("编号用了两次", "An id is used twice"),
        Text(
            "编号在同一处只能有一个。复制一张幻灯片再改，最容易忘了换 id。",
            "An id may be used once. It is easily forgotten when a slide is copied.",
        ),
        Example(
            Into.MILESTONES,
            "id: cover",
            "id: metro-line-1",
        ),
    ),
    Code.COVER_FIRST: Explanation(
        Text("封面不在最前面", "The cover does not come first"),
        Text(
            "观众点开一个主题，先看到封面。每个主题有且只有一张，放在最前面。",
            "A visitor who opens a theme meets its cover first: there is one, at the top.",
        ),
        Example(
            Into.THEME,
            """\
slides:
  - kind: goals
    id: by-2035
    facts: []
    title: {zh: 到2035年, en: By 2035}
    goals:
      - title: {zh: 副中心, en: A second centre}""",
            """\
slides:
  - kind: cover
    id: cover
    facts: []
    lead: {zh: 一句导语。, en: A line to begin with.}
  - kind: goals
    id: by-2035
    facts: []
    title: {zh: 到2035年, en: By 2035}
    goals:
      - title: {zh: 副中心, en: A second centre}""",
        ),
    ),
    Code.FACT_NOT_LISTED: Explanation(
        Text("数字不在 facts 里", "A figure that facts do not name"),
        Text(
            "幻灯片的 facts 列出它讲的每条事实；每个数字的 fact 都要在里面，才能和事实台账一一对上。",
            "A slide's facts name everything it tells; the fact of each figure has to be among them, so that "
            "the ledger of facts can be compared.",
        ),
        Example(
            Into.FIGURE,
            "# facts: [greenway]\nfact: green-way",
            "# facts: [greenway]\nfact: greenway",
        ),
    ),
    Code.DISPLAY_MISFIT: Explanation(
        Text("这种画法画不了它", "It cannot be drawn so"),
        Text(
            "每种画法只适合一类数：百格城画0到100的百分数，方孔钱画钱，台阶画名次。项数太多或太少，"
            "也摆不成某些样子。",
            "Each drawing suits one sort of figure: wards a percentage, coins money, a stair a rank. And an "
            "arrangement holds only so many entries.",
        ),
        Example(
            Into.FIGURE,
            "value: 120\nunit: '%'\ndisplay: wards",
            "value: 90.5\nunit: '%'\ndisplay: wards",
        ),
    ),
    Code.QUALIFIER_CLASH: Explanation(
        Text("限定词互相矛盾", "Qualifiers that contradict each other"),
        Text(
            "“余”“以上”“不到”“超”说的是数字往哪边偏，只能有一个；“第”和“前”也只能有一个。",
            "余, 以上, 不到 and 超 say to which side the true figure lies: one is enough; so with 第 and 前.",
        ),
        Example(
            Into.FIGURE,
            "qualifier: [超, 余]",
            "qualifier: 超",
        ),
    ),
    Code.UNKNOWN_STATISTIC: Explanation(
        Text("没有这个数字", "No such figure"),
        Text(
            "attract 里写的是没人时先播的数字，要和某个数字的 fact 一字不差。",
            "attract names the figures that are played first while nobody is there; each must be the fact of "
            "a figure.",
        ),
        Example(
            Into.SETTINGS,
            "attract: [pre-school]",
            "attract: [preschool]",
        ),
    ),
    Code.UNKNOWN_GLAZE: Explanation(
        Text("没有这种颜色", "No such glaze"),
        Text(
            "主题的 glaze 要写 exhibition.yaml 的 glazes 里有的名字。",
            "A theme's glaze is one of those in glazes of exhibition.yaml.",
        ),
        Example(
            Into.THEME,
            "glaze: green",
            "glaze: leaf",
        ),
    ),
    Code.UNUSED_GLAZE: Explanation(
        Text("颜色没有主题使用", "A glaze nobody uses"),
        Text(
            "不影响展出，但可能有个主题本来要用它。",
            "It does no harm, but perhaps a theme was meant to have it.",
        ),
        Example(
            Into.SETTINGS,
            """\
glazes:
  leaf: {base: '#3E6A4C', deep: '#2C4F38', glow: '#A9CDB2', tint: '#DEE6DC'}
  cobalt: {base: '#2A5590', deep: '#1F4175', glow: '#9DBDE6', tint: '#DCE3EA'}
  plum: {base: '#6B3F5E', deep: '#4F2C45', glow: '#D3AECB', tint: '#EADFE6'}""",
            """\
glazes:
  leaf: {base: '#3E6A4C', deep: '#2C4F38', glow: '#A9CDB2', tint: '#DEE6DC'}
  cobalt: {base: '#2A5590', deep: '#1F4175', glow: '#9DBDE6', tint: '#DCE3EA'}""",
        ),
    ),
    Code.UNKNOWN_THEME: Explanation(
        Text("没有这个主题文件", "No such theme"),
        Text(
            "themes 里写的是文件名去掉 .yaml。文件名全部小写，两边要一字不差。",
            "themes names files without their .yaml, letter by letter, in small letters.",
        ),
        Example(
            Into.SETTINGS,
            "themes: [livelihood, develpment]",
            "themes: [livelihood, development]",
        ),
    ),
    Code.UNKNOWN_DRAWING: Explanation(
        Text("没有这个图形", "No such drawing"),
        Text(
            "徽记和小图形只能选已经画好的。有哪些，手册和提示里都列着；自己画的放进 emblems/。",
            "Emblems and pictograms are chosen from those there are; the handbook and the message list them. "
            "Your own go to emblems/.",
        ),
        Example(
            Into.THEME,
            "emblem: huose",
            "emblem: house",
        ),
    ),
    Code.UNSAFE_DRAWING: Explanation(
        Text("自己的图形里有不能用的东西", "A drawing of your own holds what it must not"),
        Text(
            "SVG 里可以藏网址、脚本和外来图片，会拖住展览。emblems/ 里的图形只能有普通的形状。",
            "An SVG may hide addresses, scripts and pictures from elsewhere that stall the exhibition. Those "
            "in emblems/ hold plain shapes only.",
        ),
        Text(
            "在 Inkscape 里全选，“路径 → 对象转化成路径”，再“另存为”选“纯 SVG”。",
            "In Inkscape select all, Path → Object to Path, and save as Plain SVG.",
        ),
    ),
    Code.IDLE_ORDER: Explanation(
        Text("两个等待时间前后颠倒", "Two waiting times in the wrong order"),
        Text(
            "ask_after 是至少等多久才问“还在看吗”，ask_at_most 是最多等多久，前者不能比后者长。",
            "ask_after is the least time before the question comes, ask_at_most the longest.",
        ),
        Example(
            Into.SETTINGS,
            "idle:\n  ask_after: 120s\n  ask_at_most: 90s",
            "idle:\n  ask_after: 75s\n  ask_at_most: 90s",
        ),
    ),
    Code.HOURS_EQUAL: Explanation(
        Text("开馆和闭馆是同一时刻", "Open and closed at the same time"),
        Text(
            "这样写，展览分不清是整天开放还是整天不开。全天开放就不写 hours。",
            "It would not be clear whether the hall is always open or never. If it never closes, leave hours "
            "out.",
        ),
        Example(
            Into.SETTINGS,
            "hours:\n  open: 09:00\n  close: 09:00",
            "hours:\n  open: 09:00\n  close: 17:00",
        ),
    ),
}  # fmt: skip

PICTURES: Final = {
    Code.PICTURE_PATH: Explanation(
        Text("图片写成了路径或网址", "A path or an address for a picture"),
        Text(
            "图片都放在 photos/ 里，这里只写文件名。展厅不联网，别的文件夹也不会跟着走。",
            "Pictures lie in photos/, and only their name is written. The hall has no internet, and other "
            "folders do not travel along.",
        ),
        Example(
            Into.PHOTO,
            "image: D:\\照片\\service-hall.jpg",
            "image: service-hall.jpg",
        ),
    ),
    Code.PICTURE_MISSING: Explanation(
        Text("找不到图片", "A picture is missing"),
        Text(
            "photos/ 里没有叫这个名字的文件。后缀也是名字的一部分：.jpg 和 .jpeg 不是一回事。",
            "There is no file of that name in photos/. Its ending belongs to it: .jpg is not .jpeg.",
        ),
        Example(
            Into.PHOTO,
            "image: service-hall.jpeg",
            "image: service-hall.jpg",
        ),
    ),
    Code.PICTURE_CASE: Explanation(
        Text("图片名的大小写不一致", "Capital letters differ"),
        Text(
            "Windows 上大小写不一样也能打开，到了展厅的机器上就找不到了。",
            "Windows opens it all the same; the machine in the hall will not find it.",
        ),
        Example(
            Into.PHOTO,
            "image: Service-Hall.JPG",
            "image: service-hall.jpg",
        ),
    ),
    Code.PICTURE_FORMAT: Explanation(
        Text("不是照片格式", "Not a photo inside"),
        Text(
            "展览看文件里面，不看后缀。把 .heic、.svg 改名成 .jpg，里面还是原来的格式。",
            "The exhibition looks inside, not at the name. A .heic that is called .jpg is still a .heic.",
        ),
        Text(
            "用看图软件打开，“另存为”JPEG、PNG 或 WebP，放进 photos/。",
            "Open it in a viewer, save it as JPEG, PNG or WebP, and put it in photos/.",
        ),
    ),
    Code.PICTURE_BROKEN: Explanation(
        Text("图片损坏", "A broken picture"),
        Text(
            "文件没有复制完，或者坏了。有的软件照样能打开上半截，墙上会缺一块。",
            "The file was not copied to its end, or is damaged. Some programs show the upper half; the wall "
            "would have a hole.",
        ),
        Text(
            "从相机或原处重新复制；复制完再拔 U 盘。",
            "Copy it again from the camera, and let the copy end before you pull the stick.",
        ),
    ),
    Code.PICTURE_TOO_BIG: Explanation(
        Text("图片太大", "A picture is too big"),
        Text(
            "一张图最多 40 MB、一亿像素（JPEG 以外 6400 万）。再大，翻页会卡，墙上也看不出区别。",
            "A picture may have 40 MB and 100 million pixels (64 million unless JPEG). Beyond that turning a "
            "page stalls, and nobody sees the difference.",
        ),
        Text(
            "用看图软件缩小到宽 3840 像素，另存为 JPEG。",
            "Make it 3840 pixels wide and save it as JPEG.",
        ),
    ),
}  # fmt: skip

RECORDINGS: Final = {
    Code.AUDIO_PATH: Explanation(
        Text("录音写成了路径或网址", "A path or an address for a recording"),
        Text(
            "录音都放在 audio/ 里，这里只写文件名。",
            "Recordings lie in audio/, and only their name is written.",
        ),
        Example(
            Into.PHOTO,
            "audio:\n  zh: ../录音/hall-zh.m4a",
            "audio:\n  zh: hall-zh.m4a",
        ),
    ),
    Code.AUDIO_MISSING: Explanation(
        Text("找不到录音", "A recording is missing"),
        Text(
            "audio/ 里没有叫这个名字的文件。后缀也是名字的一部分。",
            "There is no file of that name in audio/. Its ending belongs to it.",
        ),
        Example(
            Into.PHOTO,
            "audio:\n  zh: hall.m4a",
            "audio:\n  zh: hall-zh.m4a",
        ),
    ),
    Code.AUDIO_CASE: Explanation(
        Text("录音名的大小写不一致", "Capital letters differ"),
        Text(
            "Windows 上大小写不一样也能打开，到了展厅的机器上就找不到了。",
            "Windows opens it all the same; the machine in the hall will not find it.",
        ),
        Example(
            Into.PHOTO,
            "audio:\n  zh: Hall-ZH.m4a",
            "audio:\n  zh: hall-zh.m4a",
        ),
    ),
    Code.AUDIO_FORMAT: Explanation(
        Text("不是能播放的录音", "Not a recording that can be played"),
        Text(
            "文件里面不是后缀说的那种格式，或者是展览放不出的格式。只改后缀没有用。",
            "Inside it is not what its ending says, or of a form that cannot be played. Renaming does not "
            "help.",
        ),
        Text(
            "用录音软件“另存为”或“导出”M4A、MP3、WAV、OGG 或 FLAC，放进 audio/。",
            "Export it as M4A, MP3, WAV, OGG or FLAC, and put it in audio/.",
        ),
    ),
    Code.AUDIO_TOO_BIG: Explanation(
        Text("录音太大", "A recording is too big"),
        Text(
            "一段录音最多 40 MB。念一屏字只要一两分钟，M4A 一两 MB 就够；太大的多半是没有压缩的 WAV。",
            "A recording may have 40 MB. A screen takes a minute or two to read, some 2 MB as M4A; a larger "
            "file is usually an uncompressed WAV.",
        ),
        Text("存成 M4A 或 MP3，剪掉首尾的空白。", "Save it as M4A or MP3, and trim both ends."),
    ),
}  # fmt: skip

SCREENS: Final = {
    Code.TEXT_CUT: Explanation(
        Text("文字显示不全", "A text is cut"),
        Text(
            "这句话比画面上留给它的地方长，最后几个字被截掉了，观众看不到。",
            "The text is longer than its room on the screen; its end is cut off, and nobody can read it.",
        ),
        Text(
            "照提示的字数缩短，或把一部分移进正文、下一张幻灯片，再检查一次。",
            "Make it as much shorter as the message says, or move part of it elsewhere.",
        ),
    ),
    Code.TEXT_OUTSIDE: Explanation(
        Text("文字超出画面", "A text leaves its room"),
        Text(
            "这句话伸到了能看到的范围之外，或比留给它的位置宽。没有空格的长英文词最容易这样。",
            "The text reaches beyond what can be seen, or is too wide for it: often one long word.",
        ),
        Text(
            "缩短它；长的英文名称换成通行的简称。",
            "Make it shorter; use the usual short form of a long name.",
        ),
    ),
    Code.TEXT_COLLIDES: Explanation(
        Text("文字叠在别的东西上", "A text lies on something else"),
        Text(
            "这句话和旁边的文字、按钮或图形叠在了一起，两样都看不清。",
            "The text and its neighbour lie on each other: neither can be read.",
        ),
        Text("缩短它，或减少这一屏的条目。", "Make it shorter, or show fewer entries."),
    ),
    Code.TEXT_WRAPS_BADLY: Explanation(
        Text("断行不好看", "A line breaks in a bad place"),
        Text(
            "最后一行只剩一个字或一个标点，或者一个词被拆到两行。看得懂，但显得粗心。",
            "A single character is left on the last line, or a word is torn apart. It can be read, but looks "
            "careless.",
        ),
        Text(
            "增减一两个字就好；图注可以在想折行的地方空一格。",
            "Add or remove a character or two; in a caption, a space says where to break.",
        ),
    ),
    Code.TEXT_TOO_SMALL: Explanation(
        Text("字缩得太小", "The text became too small"),
        Text(
            "文字太多，画面只好把字缩小，小到站在屏幕前也难看清。",
            "There is so much text that it was made smaller, until who stands before the screen can hardly "
            "read it.",
        ),
        Text("照提示的字数缩短，或减少这一屏的条目。", "Make it shorter, or show fewer entries."),
    ),
    Code.GLYPH_MISSING: Explanation(
        Text("字体里没有这个字", "A character the fonts do not have"),
        Text(
            "展览自带的字体里没有它，观众会看到一个方框。在自己电脑上看得到，是因为电脑另有字体。",
            "The fonts of the exhibition do not have it and a box is shown. Your own computer shows it "
            "because it has other fonts.",
        ),
        Text(
            "换一个字或符号；人名地名里的生僻字，请技术人员补进字体。",
            "Use another character; if a name needs it, ask the technician to add it to the fonts.",
        ),
    ),
    Code.CONTRAST_OVER_PICTURE: Explanation(
        Text("图片上的字看不清", "Text on a picture cannot be read"),
        Text(
            "文字下面的那块图片太亮或太花，字和底分不开。",
            "The picture behind the text is too bright or too busy.",
        ),
        Text(
            "换一张那个角落安静、深浅一致的图。",
            "Use a picture that is calm and even in that corner.",
        ),
    ),
    Code.PICTURE_TOO_SMALL: Explanation(
        Text("图片的像素不够", "The picture has too few pixels"),
        Text(
            "放大到展厅的屏幕上会发虚。用软件把小图拉大没有用，细节不会变多。",
            "On the screen of the hall it is blurred. Enlarging it with a program adds no detail.",
        ),
        Text(
            "向拍摄的人要原图；从聊天软件里存下来的图往往被压缩过。",
            "Ask the photographer for the original; pictures saved from a chat are usually reduced.",
        ),
    ),
}

GROUPS: Final[tuple[tuple[Text, Mapping[Code, Explanation]], ...]] = (
    (Text("文件", "Files"), FILES),
    (Text("书写", "How YAML is written"), WRITING),
    (Text("内容", "What is written"), CONTENT),
    (Text("前后相合", "How it hangs together"), FITTING),
    (Text("图片", "Pictures"), PICTURES),
    (Text("录音", "Recordings"), RECORDINGS),
    (Text("画面", "Screens"), SCREENS),
)

EXPLANATIONS: Final[Mapping[Code, Explanation]] = MappingProxyType(
    dict(chain.from_iterable(group.items() for _, group in GROUPS))
)
