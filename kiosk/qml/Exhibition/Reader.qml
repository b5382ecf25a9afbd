import QtQml
import Exhibition.Models

// Reads aloud what is on, while that is switched on: the slide's own recording, or else the system's voice. A card that is
// open comes before the screen below it.
QtObject {
    id: root

    required property VisitViewModel visit
    required property VoiceViewModel voice
    readonly property bool carded: visit.term !== null
    readonly property ComponentsViewModel listed: visit.screen !== "licences" ? null : ((visit.largeText ? visit.exhibition.componentParts : visit.exhibition.componentPages)[visit.part] ?? null)
    readonly property string recording: !carded && visit.slide !== null ? visit.slide.audio : ""
    readonly property string words: carded ? visit.term.spoken : visit.slide !== null ? visit.slide.spoken : visit.screen === "prologue" ? visit.exhibition.prologue.spoken : visit.screen === "credits" ? visit.exhibition.creditsSpoken : listed !== null ? listed.spoken : ""
    readonly property Connections changes: Connections {
        function onEntryChanged(): void {
            root.go();
        }

        function onLanguageChanged(): void {
            root.go();
        }

        function onTermChanged(): void {
            root.go();
        }

        function onReadAloudChanged(): void {
            root.go();
        }

        target: root.visit
    }

    // Later, so that it follows the stop that the same change brings.
    function go(): void {
        Qt.callLater(root.read);
    }

    function read(): void {
        if (root.visit.readAloud && root.words !== "")
            root.voice.read(root.words, root.recording, root.visit.language);
        else
            root.voice.stop();
    }
}
