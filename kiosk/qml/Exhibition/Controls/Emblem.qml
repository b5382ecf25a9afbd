import QtQuick

// A theme's emblem or a countable pictogram, drawn in two colours.
Image {
    id: root

    required property string name
    required property color figure
    required property color ground
    required property real size
    property string kind: "emblem"

    function hex(colour: color): string {
        return colour.toString().slice(-6);
    }

    height: size
    width: size
    fillMode: Image.PreserveAspectFit
    source: "image://emblem/" + kind + "/" + name + "/" + hex(figure) + "/" + hex(ground)
    sourceSize: Qt.size(Math.round(size), Math.round(size))

    Accessible.ignored: true
}
