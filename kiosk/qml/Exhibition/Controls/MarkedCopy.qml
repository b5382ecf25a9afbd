import QtQuick
import Exhibition.Design

// A text in which glossary terms are marked. Its only markup is made, and escaped, by typesetting.py.
Text {
    id: root

    signal termTapped(int term)

    function termAt(point: point): int {
        const link = root.linkAt(point.x, point.y);
        return link.startsWith("term:") ? parseInt(link.slice(5)) : -1;
    }

    color: Colours.ink
    font.family: Type.sans
    font.features: Type.latin ? ({
            "pwid": 1
        }) : ({
            "chws": 1
        })
    font.pixelSize: Type.body
    linkColor: color
    lineHeight: Type.bodyLine
    textFormat: Text.StyledText
    wrapMode: Text.WordWrap

    TapHandler {
        enabled: root.text.includes("<a ")
        gesturePolicy: TapHandler.DragThreshold
        longPressThreshold: 0
        margin: Metrics.touchSlack

        onTapped: eventPoint => {
            const term = root.termAt(eventPoint.position);
            if (term >= 0)
                root.termTapped(term);
        }
    }
}
