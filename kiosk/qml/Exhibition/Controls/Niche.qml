import QtQuick

// A rectangle with a semicircular head and square feet.
Rectangle {
    id: root

    topLeftRadius: width / 2
    topRightRadius: width / 2
}
