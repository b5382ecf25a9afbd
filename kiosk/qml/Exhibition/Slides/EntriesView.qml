pragma ComponentBehavior: Bound

import QtQuick
import Qt.labs.qmlmodels
import Exhibition.Design
import Exhibition.Models

// The entries of a slide, arranged as it says; the lower edge is the ground line. A new arrangement is one file and one
// choice here; what has none yet is a list.
Item {
    id: root

    required property EntriesSlideViewModel slide
    required property Tone tone
    property real progress: 1
    readonly property bool drawn: ["hub", "line", "thread", "arcs"].includes(slide.display)

    signal termTapped(int term)

    Repeater {
        model: root.width > 0 && root.height > 0 ? [root.slide] : []

        delegate: DelegateChooser {
            role: "display"

            DelegateChoice {
                roleValue: "niches"

                NichesArrangement {
                    required property EntriesSlideViewModel modelData

                    height: root.height
                    width: root.width
                    entries: modelData.entries
                    progress: root.progress
                    tone: root.tone

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                roleValue: "steps"

                StepsArrangement {
                    required property EntriesSlideViewModel modelData

                    height: root.height
                    width: root.width
                    entries: modelData.entries
                    progress: root.progress
                    tone: root.tone

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                roleValue: "hub"

                HubArrangement {
                    required property EntriesSlideViewModel modelData

                    height: root.height
                    width: root.width
                    entries: modelData.entries
                    progress: root.progress
                    tone: root.tone

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                roleValue: "wall"

                WallArrangement {
                    required property EntriesSlideViewModel modelData

                    height: root.height
                    width: root.width
                    entries: modelData.entries
                    progress: root.progress
                    tone: root.tone

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                roleValue: "ring"

                RingArrangement {
                    required property EntriesSlideViewModel modelData

                    height: root.height
                    width: root.width
                    entries: modelData.entries
                    progress: root.progress
                    tone: root.tone

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                roleValue: "plaques"

                PlaquesArrangement {
                    required property EntriesSlideViewModel modelData

                    height: root.height
                    width: root.width
                    entries: modelData.entries
                    progress: root.progress
                    tone: root.tone

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                roleValue: "line"

                LineArrangement {
                    required property EntriesSlideViewModel modelData

                    height: root.height
                    width: root.width
                    entries: modelData.entries
                    progress: root.progress
                    tone: root.tone

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                roleValue: "thread"

                ThreadArrangement {
                    required property EntriesSlideViewModel modelData

                    height: root.height
                    width: root.width
                    entries: modelData.entries
                    progress: root.progress
                    tone: root.tone

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                roleValue: "arcs"

                ArcsArrangement {
                    required property EntriesSlideViewModel modelData

                    height: root.height
                    width: root.width
                    entries: modelData.entries
                    progress: root.progress
                    tone: root.tone
                    year: (modelData as GoalsSlideViewModel)?.year ?? ""

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                ListArrangement {
                    required property EntriesSlideViewModel modelData

                    height: root.height
                    width: root.width
                    entries: modelData.entries
                    progress: root.progress
                    tone: root.tone

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }
}
