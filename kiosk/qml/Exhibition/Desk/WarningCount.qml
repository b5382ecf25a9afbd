import QtQuick
import Exhibition.Controls
import Exhibition.Design

// How many warnings there are.
Rectangle {
    id: root

    required property int count

    implicitHeight: 1.7 * Metrics.u
    implicitWidth: Math.max(implicitHeight, label.implicitWidth + 0.9 * Metrics.u)
    color: Colours.amberSignal
    radius: height / 2
    visible: count > 0

    Copy {
        id: label

        anchors.centerIn: parent
        color: Colours.stone
        font.pixelSize: 1.1 * Metrics.u
        font.weight: Font.Medium
        text: root.count
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }
}
