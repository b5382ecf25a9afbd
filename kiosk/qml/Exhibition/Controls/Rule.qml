import QtQuick
import Exhibition.Design

Rectangle {
    id: root

    height: Metrics.hairline
    color: Colours.rule
}
