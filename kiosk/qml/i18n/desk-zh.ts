<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>PreviewBar</name>
    <message>
        <source>Large text</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Low controls</source>
        <translation>低位操作</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横屏</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>竖屏</translation>
    </message>
    <message>
        <source>Screen of the hall</source>
        <translation>展厅屏幕</translation>
    </message>
    <message>
        <source>Language of the exhibition</source>
        <translation>展览的语言</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>重播动画</translation>
    </message>
</context>
<context>
    <name>PreviewList</name>
    <message>
        <source>Screens and slides</source>
        <translation>画面与幻灯片</translation>
    </message>
</context>
<context>
    <name>PreviewProblems</name>
    <message>
        <source>The content folder cannot be reached</source>
        <translation>内容文件夹打不开</translation>
    </message>
    <message>
        <source>The content has errors: %1</source>
        <translation>内容有 %1 处错误</translation>
    </message>
    <message>
        <source>As soon as it is back, the preview goes on by itself.</source>
        <translation>文件夹恢复后，预览会自动继续。</translation>
    </message>
    <message>
        <source>When they are mended and saved, the exhibition appears.</source>
        <translation>改好并保存后，展览就会出现。</translation>
    </message>
    <message>
        <source>Behind this is the last state without errors. Once they are mended and saved, this goes away by itself.</source>
        <translation>后面是上一次没有错误时的画面。改好并保存后，这里会自动收起。</translation>
    </message>
    <message>
        <source>Lay aside</source>
        <translation>先收起</translation>
    </message>
    <message>
        <source>Remedy: %1</source>
        <translation>改法：%1</translation>
    </message>
</context>
<context>
    <name>PreviewRow</name>
    <message>
        <source>%1, warnings: %2</source>
        <translation>%1，提醒 %2 条</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>Preview – %1</source>
        <translation>预览 – %1</translation>
    </message>
    <message>
        <source>The exhibition appears here when its content is in order.</source>
        <translation>内容改好后，展览会出现在这里。</translation>
    </message>
    <message>
        <source>Reading the content …</source>
        <translation>正在读取内容……</translation>
    </message>
    <message>
        <source>The content folder cannot be reached</source>
        <translation>内容文件夹打不开</translation>
    </message>
    <message>
        <source>Show the errors: %1</source>
        <translation>查看 %1 处错误</translation>
    </message>
</context>
</TS>
