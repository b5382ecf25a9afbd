<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Attract</name>
    <message>
        <source>Reading settings</source>
        <translation>阅读设置</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>Illustration, not a photograph</source>
        <translation>示意插画 · 非实拍照片</translation>
    </message>
</context>
<context>
    <name>ComfortPanel</name>
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
        <source>Reading settings</source>
        <translation>阅读设置</translation>
    </message>
    <message>
        <source>For this visit only</source>
        <translation>只在这一次参观里有效</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好了</translation>
    </message>
</context>
<context>
    <name>Credits</name>
    <message>
        <source>About this exhibition</source>
        <translation>关于展览</translation>
    </message>
    <message>
        <source>The full list</source>
        <translation>全部清单</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Next</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>回到首页</translation>
    </message>
    <message>
        <source>Reading settings</source>
        <translation>阅读设置</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>下一主题</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>回到首页</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Touch a niche to step into the year</source>
        <translation>请轻触一座龛，走进这一年</translation>
    </message>
    <message>
        <source>%1 in numbers</source>
        <translation>%1年，用数字读</translation>
    </message>
    <message>
        <source>Reading settings</source>
        <translation>阅读设置</translation>
    </message>
    <message>
        <source>About this exhibition</source>
        <translation>关于展览</translation>
    </message>
</context>
<context>
    <name>HubArrangement</name>
    <message>
        <source>Schematic, not a map; no bearing or scale</source>
        <translation>结构示意，非地图，不表示方位与比例</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Software and typefaces</source>
        <translation>软件与字体</translation>
    </message>
    <message>
        <source>The licences in full are in the program’s folder: THIRD-PARTY.txt. What is under the LGPL may be replaced by your own build.</source>
        <translation>许可证全文见程序文件夹里的 THIRD-PARTY.txt。LGPL 许可的部分可换成您自己编译的版本。</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 in numbers</source>
        <translation>%1年，用数字读</translation>
    </message>
    <message>
        <source>Touch a figure to read its story</source>
        <translation>轻触一个数字，读它的故事</translation>
    </message>
</context>
<context>
    <name>PhotoSlideView</name>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
</context>
<context>
    <name>ProgressWards</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第%1页，共%2页</translation>
    </message>
</context>
<context>
    <name>SlideScreen</name>
    <message>
        <source>Next</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>回到首页</translation>
    </message>
    <message>
        <source>On to: %1</source>
        <translation>下一主题：%1</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>回到首页</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>下一主题</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there?</source>
        <translation>还在看吗？</translation>
    </message>
    <message>
        <source>Without a touch, the exhibition starts again for the next visitor.</source>
        <translation>没有触摸，展览将为下一位观众重新开始。</translation>
    </message>
    <message>
        <source>Carry on</source>
        <translation>继续看</translation>
    </message>
</context>
<context>
    <name>SwitchPanel</name>
    <message>
        <source>On</source>
        <translation>已开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>未开</translation>
    </message>
</context>
<context>
    <name>TermCard</name>
    <message>
        <source>Editors’ note</source>
        <translation>编者注</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TermPills</name>
    <message>
        <source>What is %1?</source>
        <translation>什么是%1？</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Spread two fingers, or tap twice, to come closer</source>
        <translation>双指张开或轻点两下，走近看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
</TS>
