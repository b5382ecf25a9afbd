pragma ComponentBehavior: Bound

import QtQuick
import Exhibition.Controls
import Exhibition.Design
import Exhibition.Models

// The picture alone: pinch, double-tap and drag within bounds; one tap closes.
Item {
    id: root

    required property VisitViewModel visit
    readonly property PhotoSlideViewModel slide: visit.slide as PhotoSlideViewModel
    readonly property real closest: 4
    readonly property real near: 2.5
    readonly property real spareX: Math.max(0, (picture.paintedWidth * picture.scale - stage.width) / 2)
    readonly property real spareY: Math.max(0, (picture.paintedHeight * picture.scale - stage.height) / 2)

    function bounded(value: real, spare: real): real {
        return Math.max(-spare, Math.min(spare, value));
    }

    function settle(): void {
        picture.x = bounded(picture.x, spareX);
        picture.y = bounded(picture.y, spareY);
    }

    function zoomTo(scale: real, at: point): void {
        const ratio = scale / picture.scale;
        picture.scale = scale;
        picture.x = bounded((at.x - stage.width / 2) * (1 - ratio) + picture.x * ratio, spareX);
        picture.y = bounded((at.y - stage.height / 2) * (1 - ratio) + picture.y * ratio, spareY);
    }

    Rectangle {
        anchors.fill: parent
        color: Colours.stone

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
    }

    Item {
        id: stage

        height: Metrics.footerTop
        width: parent.width
        clip: true

        Image {
            id: picture

            height: stage.height
            width: stage.width
            asynchronous: !Motion.still
            autoTransform: true
            fillMode: Image.PreserveAspectFit
            source: root.slide ? root.slide.image : ""
            sourceSize: Qt.size(3840, 0)

            Accessible.name: root.slide?.alt ?? ""
            Accessible.role: Accessible.Graphic

            onScaleChanged: root.settle()
        }

        PinchHandler {
            maximumScale: root.closest
            minimumScale: 1
            rotationAxis.enabled: false
            scaleAxis.maximum: root.closest
            scaleAxis.minimum: 1
            target: picture
            xAxis.maximum: root.spareX
            xAxis.minimum: -root.spareX
            yAxis.maximum: root.spareY
            yAxis.minimum: -root.spareY

            onActiveChanged: root.settle()
        }

        DragHandler {
            enabled: picture.scale > 1
            target: picture
            xAxis.maximum: root.spareX
            xAxis.minimum: -root.spareX
            yAxis.maximum: root.spareY
            yAxis.minimum: -root.spareY
        }

        TapHandler {
            onDoubleTapped: eventPoint => root.zoomTo(picture.scale > 1.05 ? 1 : root.near, eventPoint.position)
        }

        WheelHandler {
            onWheel: event => root.zoomTo(Math.max(1, Math.min(root.closest, picture.scale * (event.angleDelta.y > 0 ? 1.2 : 1 / 1.2))), Qt.point(event.x, event.y))
        }
    }

    Badge {
        x: 2 * Metrics.u
        y: 2 * Metrics.u
        visible: root.slide?.illustration ?? false
    }

    Rectangle {
        y: Metrics.footerTop
        height: Metrics.footerHeight
        width: parent.width
        color: Colours.stone
    }

    Column {
        x: Metrics.margin
        y: Metrics.footerTop + (Metrics.portrait ? 1.6 * Metrics.u : (Metrics.footerHeight - height) / 2)
        width: Metrics.contentWidth - (Metrics.portrait ? 0 : close.width + 3 * Metrics.u)
        spacing: 0.3 * Metrics.u

        Copy {
            width: parent.width
            color: Colours.cream
            font.family: Type.serif
            font.pixelSize: Type.header
            font.weight: Font.Black
            text: root.slide?.caption ?? ""
        }

        Copy {
            width: parent.width
            color: Colours.creamSoft
            font.pixelSize: Type.note
            text: qsTr("Spread two fingers, or tap twice, to come closer")
        }
    }

    PillButton {
        id: close

        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        y: Metrics.portrait ? parent.height - height - 2.4 * Metrics.u : Metrics.footerTop + (Metrics.footerHeight - height) / 2
        fill: Colours.cream
        focusColor: Colours.cream
        foreground: Colours.stone
        glyph: Icons.close
        text: qsTr("Close")

        onTapped: root.visit.close()
    }
}
