pragma ComponentBehavior: Bound

import QtQuick
import Qt.labs.qmlmodels
import Exhibition.Design
import Exhibition.Models
import Exhibition.Slides

// Holds one slide and shows it by its kind. A new kind is one choice here.
Item {
    id: root

    property ThemeViewModel theme
    property SlideViewModel slide
    property bool settled: false
    readonly property bool glazed: slide?.ground === "glaze"

    signal termTapped(int term)
    signal zoomTapped

    Tone {
        id: tone

        base: root.theme?.base ?? Colours.ink
        deep: root.theme?.deep ?? Colours.ink
        glazed: root.glazed
        glow: root.theme?.glow ?? Colours.ink
        tint: root.theme?.tint ?? Colours.ink
    }

    Repeater {
        model: root.slide ? [root.slide] : []

        delegate: DelegateChooser {
            role: "kind"

            DelegateChoice {
                roleValue: "cover"

                CoverSlideView {
                    required property CoverSlideViewModel modelData

                    height: root.height
                    width: root.width
                    settled: root.settled
                    slide: modelData
                    theme: root.theme
                    tone: tone

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                roleValue: "statistics"

                StatisticsSlideView {
                    required property StatisticsSlideViewModel modelData

                    height: root.height
                    width: root.width
                    settled: root.settled
                    slide: modelData
                    theme: root.theme
                    tone: tone

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                roleValue: "milestones"

                MilestonesSlideView {
                    required property MilestonesSlideViewModel modelData

                    height: root.height
                    width: root.width
                    settled: root.settled
                    slide: modelData
                    theme: root.theme
                    tone: tone

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                roleValue: "measures"

                MeasuresSlideView {
                    required property MeasuresSlideViewModel modelData

                    height: root.height
                    width: root.width
                    settled: root.settled
                    slide: modelData
                    theme: root.theme
                    tone: tone

                    onTermTapped: term => root.termTapped(term)
                }
            }

            DelegateChoice {
                roleValue: "photo"

                PhotoSlideView {
                    required property PhotoSlideViewModel modelData

                    height: root.height
                    width: root.width
                    settled: root.settled
                    slide: modelData
                    theme: root.theme
                    tone: tone

                    onTermTapped: term => root.termTapped(term)
                    onZoomTapped: root.zoomTapped()
                }
            }

            DelegateChoice {
                roleValue: "goals"

                GoalsSlideView {
                    required property GoalsSlideViewModel modelData

                    height: root.height
                    width: root.width
                    settled: root.settled
                    slide: modelData
                    theme: root.theme
                    tone: tone

                    onTermTapped: term => root.termTapped(term)
                }
            }
        }
    }
}
