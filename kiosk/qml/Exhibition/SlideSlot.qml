pragma ComponentBehavior: Bound

import QtQuick
import Qt.labs.qmlmodels
import Exhibition.Design
import Exhibition.Models
import Exhibition.Slides

// Holds one slide and shows it by its kind, or one part of it in large text. A new kind is one choice here.
Item {
    id: root

    required property ThemeViewModel theme
    required property SlideViewModel slide
    required property bool settled
    required property int part
    required property bool large
    readonly property PartViewModel shown: large ? (slide.parts[part] ?? null) : null
    readonly property bool parted: shown !== null && (slide.parts.length > 1 || shown.figures.length + shown.entries.length > 0)
    readonly property bool glazed: slide.ground === "glaze" && !parted

    signal termTapped(int term)
    signal zoomTapped

    Tone {
        id: tone

        base: root.theme.base
        deep: root.theme.deep
        glazed: root.glazed
        glow: root.theme.glow
        tint: root.theme.tint
    }

    Loader {
        active: root.parted

        sourceComponent: LargePage {
            part: root.shown
            settled: root.settled
            terms: root.slide.terms
            title: root.slide.title
            tone: tone

            onTermTapped: term => root.termTapped(term)
        }
    }

    Repeater {
        model: root.parted ? [] : [root.slide]

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
