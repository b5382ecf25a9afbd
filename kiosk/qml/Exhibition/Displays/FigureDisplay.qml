pragma ComponentBehavior: Bound

import QtQuick
import Qt.labs.qmlmodels
import Exhibition.Design
import Exhibition.Models

// A figure drawn as what it is. A new display is one file and one choice here. `stand` says where in its box it stands: 0 at
// the top, 1 on the ground.
Item {
    id: root

    required property StatisticViewModel statistic
    required property Tone tone
    property real progress: 1
    property real stand: 0.5
    property bool flushRight: false
    readonly property bool drawn: statistic.display !== "number"

    Repeater {
        model: root.width > 0 && root.height > 0 ? [root.statistic] : []

        delegate: DelegateChooser {
            role: "display"

            DelegateChoice {
                roleValue: "number"

                Item {}
            }

            DelegateChoice {
                roleValue: "wards"

                WardPlan {
                    required property StatisticViewModel modelData

                    x: root.flushRight ? root.width - implicitWidth : 0
                    y: Math.round(root.stand * (root.height - implicitHeight))
                    height: root.height
                    width: root.width
                    progress: root.progress
                    statistic: modelData
                    tone: root.tone
                }
            }

            DelegateChoice {
                roleValue: "field"

                FieldDisplay {
                    required property StatisticViewModel modelData

                    x: root.flushRight ? root.width - implicitWidth : 0
                    y: Math.round(root.stand * (root.height - implicitHeight))
                    height: root.height
                    width: root.width
                    progress: root.progress
                    statistic: modelData
                    tone: root.tone
                }
            }

            DelegateChoice {
                roleValue: "path"

                PathDisplay {
                    required property StatisticViewModel modelData

                    x: root.flushRight ? root.width - implicitWidth : 0
                    y: Math.round(root.stand * (root.height - implicitHeight))
                    height: root.height
                    width: root.width
                    progress: root.progress
                    statistic: modelData
                    tone: root.tone
                }
            }

            DelegateChoice {
                roleValue: "bar"

                BarDisplay {
                    required property StatisticViewModel modelData

                    y: Math.round(root.stand * (root.height - implicitHeight))
                    height: root.height
                    width: root.width
                    progress: root.progress
                    statistic: modelData
                    tone: root.tone
                }
            }

            DelegateChoice {
                roleValue: "rank"

                RankDisplay {
                    required property StatisticViewModel modelData

                    x: root.flushRight ? root.width - implicitWidth : 0
                    y: Math.round(root.stand * (root.height - implicitHeight))
                    height: root.height
                    width: root.width
                    progress: root.progress
                    statistic: modelData
                    tone: root.tone
                }
            }

            DelegateChoice {
                roleValue: "clock"

                ClockDisplay {
                    required property StatisticViewModel modelData

                    x: root.flushRight ? root.width - implicitWidth : 0
                    y: Math.round(root.stand * (root.height - implicitHeight))
                    height: root.height
                    width: root.width
                    progress: root.progress
                    statistic: modelData
                    tone: root.tone
                }
            }

            DelegateChoice {
                roleValue: "calendar"

                CalendarDisplay {
                    required property StatisticViewModel modelData

                    x: root.flushRight ? root.width - implicitWidth : 0
                    y: Math.round(root.stand * (root.height - implicitHeight))
                    height: root.height
                    width: root.width
                    progress: root.progress
                    statistic: modelData
                    tone: root.tone
                }
            }

            DelegateChoice {
                roleValue: "slice"

                SliceDisplay {
                    required property StatisticViewModel modelData

                    x: root.flushRight ? root.width - implicitWidth : 0
                    y: Math.round(root.stand * (root.height - implicitHeight))
                    height: root.height
                    width: root.width
                    progress: root.progress
                    statistic: modelData
                    tone: root.tone
                }
            }

            DelegateChoice {
                roleValue: "growth"

                GrowthDisplay {
                    required property StatisticViewModel modelData

                    x: root.flushRight ? root.width - implicitWidth : 0
                    y: Math.round(root.stand * (root.height - implicitHeight))
                    height: root.height
                    width: root.width
                    progress: root.progress
                    statistic: modelData
                    tone: root.tone
                }
            }

            DelegateChoice {
                roleValue: "coins"

                CoinsDisplay {
                    required property StatisticViewModel modelData

                    x: root.flushRight ? root.width - implicitWidth : 0
                    y: Math.round(root.stand * (root.height - implicitHeight))
                    height: root.height
                    width: root.width
                    progress: root.progress
                    statistic: modelData
                    tone: root.tone
                }
            }

            DelegateChoice {
                roleValue: "tally"

                TallyDisplay {
                    required property StatisticViewModel modelData

                    x: root.flushRight ? root.width - implicitWidth : 0
                    y: Math.round(root.stand * (root.height - implicitHeight))
                    height: root.height
                    width: root.width
                    progress: root.progress
                    statistic: modelData
                    tone: root.tone
                }
            }
        }
    }
}
