import QtQuick
import Exhibition.Design

// Says plainly that a picture is an illustration.
Rectangle {
    id: root

    implicitHeight: 2.3 * Type.note
    implicitWidth: row.implicitWidth + 1.8 * Type.note
    color: Colours.badge
    radius: height / 2

    Accessible.name: label.text
    Accessible.role: Accessible.StaticText

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 0.55 * Type.note

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            height: 0.7 * Type.note
            width: height
            color: Colours.amberSignal
            radius: height / 2
        }

        Copy {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            color: Colours.cream
            font.pixelSize: 1.05 * Type.note
            font.weight: Font.Medium
            text: qsTr("Illustration, not a photograph")
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }
    }
}
