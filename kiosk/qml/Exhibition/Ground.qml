import QtQuick

// The rubbing that the dark screens stand on.
Image {
    required property url textures
    required property bool portrait
    required property real wide

    asynchronous: true
    source: textures + (portrait ? "/rubbing-portrait.jpg" : "/rubbing.jpg")
    sourceSize: Qt.size(Math.round(wide), 0)
}
