"""Reading aloud as QML sees it: a recording where there is one, else the system's voice, else nothing."""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.content.exhibition import Language
from kiosk.presentation.sound import Player, SystemVoice
from kiosk.presentation.speech import seconds_to_say

QML_IMPORT_NAME = "Exhibition.Models"
QML_IMPORT_MAJOR_VERSION = 1

_log: Final = logging.getLogger(__name__)


@QmlElement
class VoiceViewModel(QObject):
    """Reads one thing at a time. Made at once; `prepare` finds out what can be heard, and says so later."""

    voicesChanged = Signal()
    playsChanged = Signal()
    speakingChanged = Signal()

    reading = Signal(float)
    """It reads for so many seconds from now: as long as the recording, or estimated for a voice."""
    finished = Signal()
    """It has read to the end. Not after `stop`, and not when it could not."""

    def __init__(
        self, parent: QObject | None = None, voice: SystemVoice | None = None, player: Player | None = None
    ) -> None:
        super().__init__(parent)
        self._voice = voice or SystemVoice(self)
        self._player = player or Player(self)
        self._plays = False
        self._speaking = False
        self._waiting = False
        self._text = ""
        self._language = Language.ZH
        self._voice.prepared.connect(self._be_prepared)
        self._voice.ended.connect(self._end)
        self._voice.failed.connect(self._give_up)
        self._player.began.connect(self.reading)
        self._player.ended.connect(self._end)
        self._player.failed.connect(self._fall_back)

    @Property(list, notify=voicesChanged, final=True)
    def voices(self) -> list[str]:
        """The languages that the system has a voice for, as far as is known."""
        return sorted(self._voice.languages)

    @Property(bool, notify=playsChanged, final=True)
    def plays(self) -> bool:
        """Whether recordings would be heard, as far as is known."""
        return self._plays

    @Property(bool, notify=speakingChanged, final=True)
    def speaking(self) -> bool:
        return self._speaking

    @Slot(bool)
    def prepare(self, recorded: bool) -> None:
        """Finds out which voices there are and, where something is `recorded`, whether it would be heard."""
        if recorded and not self._plays and self._player.is_there:
            self._plays = True
            self.playsChanged.emit()
        self._voice.prepare()

    @Slot(str, str, str)
    def read(self, text: str, audio: str, language: str) -> None:
        """Plays the recording at the URL `audio` or, without one, has the text read, in place of what was."""
        self._hush()
        self._text, self._language = text, Language(language)
        self._set_speaking(True)
        if audio and self._player.is_there:
            self._player.play(audio)
        else:
            self._say()

    @Slot()
    def stop(self) -> None:
        self._hush()
        self._set_speaking(False)

    def close(self) -> None:
        """For good, before the window goes."""
        self.stop()
        self._voice.close()

    def _hush(self) -> None:
        self._waiting = False
        if self._speaking:
            self._voice.stop()
            self._player.stop()

    def _say(self) -> None:
        self._voice.prepare()
        self._waiting = not self._voice.known
        if self._waiting:
            return
        if self._text and self._language in self._voice.languages:
            self._voice.say(self._text, self._language)
            self.reading.emit(seconds_to_say(self._text, self._language))
        else:
            self._set_speaking(False)

    @Slot()
    def _be_prepared(self) -> None:
        self.voicesChanged.emit()
        if self._waiting:
            self._say()

    @Slot()
    def _end(self) -> None:
        self._set_speaking(False)
        self.finished.emit()

    @Slot(str)
    def _fall_back(self, reason: str) -> None:
        _log.warning("A recording cannot be played: %s", reason)
        self._say()

    @Slot(str)
    def _give_up(self, reason: str) -> None:
        _log.warning("The system's voice fails: %s", reason)
        self._set_speaking(False)

    def _set_speaking(self, speaking: bool) -> None:
        if speaking != self._speaking:
            self._speaking = speaking
            self.speakingChanged.emit()
