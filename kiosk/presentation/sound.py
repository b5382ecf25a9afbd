"""What can be heard: the system's voice, and a player of recordings. Both are cheap until they are asked.

Qt's modules for them are imported when something is first to be heard: they take 0.1 s and 20 MB that most
visits do without. On a bare machine they do not load at all (Debian 12 without libpulse0); then nothing is
heard, and nothing is said about it.
"""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    Q_ARG,
    QCoreApplication,
    QGenericArgumentHolder,
    QLocale,
    QLoggingCategory,
    QMetaObject,
    QObject,
    QPluginLoader,
    QThread,
    QTimer,
    QUrl,
    Signal,
    Slot,
)

from kiosk.content.exhibition import Language

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

    Voice = QLocale | QVoice
    Connect = Callable[[QMediaPlayer], None]

MOCK: Final = "mock"
"""Qt's engine that says nothing: there before the real one is built, and in tests."""

BEGINS_WITHIN: Final = 10_000
STOPS_WITHIN: Final = 2_000
"""Milliseconds after which an engine that does not answer is given up."""

LAST_WORD: Final = 2_000
"""Milliseconds a thread may take to end; building the engine cannot be broken off."""

_ENGLISH: Final = ("en_GB", "en_US")
_CHINESE: Final = ("zh_CN", "zh_SG", "zh_TW")
"""Whose voices come first. The Chinese of Hong Kong and Macao is Cantonese in every system's list."""
_CANTONESE: Final = frozenset({QLocale.Country.HongKong, QLocale.Country.Macao})


def quieten() -> None:
    """Qt's remarks on libraries that only films need, and on faults that come as signals too."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")


def engines() -> list[str]:
    """Whose plug-ins load, the one Qt prefers first. Qt complains when asked for one that does not load."""
    found: list[tuple[int, str]] = []
    for folder in QCoreApplication.libraryPaths():
        for file in Path(folder, "texttospeech").glob("*"):
            loader = QPluginLoader(str(file))
            about: object = loader.metaData().get("MetaData")
            if isinstance(about, dict) and about.get("Provider", MOCK) != MOCK and loader.load():
                found.append((int(about.get("Priority", 0)), str(about["Provider"])))
    return [name for _, name in sorted(found, reverse=True)]


def voices_of(engine: QTextToSpeech) -> dict[Language, Voice]:
    """For each language that can be spoken, the locale to set, or the voice where no locale names it."""
    names = {locale.name(): locale for locale in engine.availableLocales()}
    found: dict[Language, Voice] = {}
    english = [each for each in names.values() if each.language() == QLocale.Language.English]
    chinese = [
        each
        for each in names.values()
        if each.language() == QLocale.Language.Chinese and each.territory() not in _CANTONESE
    ]
    for language, wanted, there in ((Language.EN, _ENGLISH, english), (Language.ZH, _CHINESE, chinese)):
        first = next((names[name] for name in wanted if name in names), None)
        if first or there:
            found[language] = first or there[0]
    if Language.ZH not in found and "C" in names:
        # espeak-ng calls Mandarin "cmn", which QLocale does not know.
        unnamed = engine.allVoices(QLocale.c())
        mandarin = next((voice for voice in unnamed if "Mandarin" in voice.name()), None)
        if mandarin:
            found[Language.ZH] = mandarin
    return found


class SystemVoice(QObject):
    """Speaks in the languages that the system has voices for.

    The engine is built in a thread of its own, and by C++ alone: with espeak-ng's 14,000 voices that takes
    1.4 s (measured), in which a constructor called from Python would hold every other thread.
    """

    prepared = Signal()
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, engine: str = "") -> None:
        """`engine` by Qt's name; without one, the best that loads."""
        super().__init__(parent)
        self._engine = engine
        self._asked = False
        self._known = False
        self._voices: dict[Language, Voice] = {}
        self._speech: QTextToSpeech | None = None
        self._end: Callable[[], None] | None = None
        self._busy = False
        self._cancelled = False
        self._next: tuple[str, Language] | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._lose_patience)

    @property
    def known(self) -> bool:
        """Whether it is known by now what it can speak."""
        return self._known

    @property
    def languages(self) -> frozenset[Language]:
        return frozenset(self._voices)

    def prepare(self) -> None:
        """Finds out what it can speak, and says `prepared`. Takes a second or two, and blocks for 0.05 s."""
        if self._asked:
            return
        self._asked = True
        quieten()
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:
            self._learn()
            return
        name = self._engine or next(iter(engines()), "")
        if not name:
            self._learn()
            return
        thread = QThread(self)
        speech = QTextToSpeech(MOCK)  # no parent: it lives in its own thread
        speech.moveToThread(thread)
        speech.stateChanged.connect(self._hear_state)
        speech.errorOccurred.connect(self._hear_error)
        speech.engineChanged.connect(self._learn)
        self._speech = speech
        self._end = _ending(thread, speech)
        self.destroyed.connect(self._end)
        atexit.register(self._end)
        thread.start()
        # With a parameter, which none of them knows: the mock too is then built anew, in its thread.
        self._tell("setEngine", Q_ARG(str, name), Q_ARG("QVariantMap", {"": ""}))

    def say(self, text: str, language: Language) -> None:
        """In place of what is being said. `language` is one of `languages`."""
        if self._busy:
            self.stop()
            self._next = (text, language)
            return
        voice = self._voices[language]
        if isinstance(voice, QLocale):
            self._tell("setLocale", Q_ARG(QLocale, voice))
        else:
            self._tell("setVoice", Q_ARG("QVoice", voice))
        self._busy, self._cancelled = True, False
        self._tell("say", Q_ARG(str, text))
        self._patience.start(BEGINS_WITHIN)

    def stop(self) -> None:
        self._next = None
        if self._busy and not self._cancelled:
            self._cancelled = True
            self._tell("stop")
            self._patience.start(STOPS_WITHIN)

    def close(self) -> None:
        """For good: the engine and its thread end."""
        self.stop()
        self._patience.stop()
        self._asked, self._busy, self._voices, self._speech = True, False, {}, None
        if self._end:
            atexit.unregister(self._end)
            self._end()
            self._end = None

    def _tell(self, slot: str, *arguments: QGenericArgumentHolder) -> None:
        if self._speech:
            from PySide6.QtCore import Qt

            QMetaObject.invokeMethod(self._speech, slot, Qt.ConnectionType.QueuedConnection, *arguments)

    @Slot()
    def _learn(self) -> None:
        if self._speech:
            self._voices = voices_of(self._speech)
        self._known = True
        self.prepared.emit()

    @Slot("QTextToSpeech::State")
    def _hear_state(self, state: QTextToSpeech.State) -> None:
        match state.name:
            case "Speaking" if self._cancelled:
                self._tell("stop")  # it came before the voice had begun, and was not heeded
            case "Speaking":
                self._patience.stop()
            case "Ready":
                self._fall_silent()
            case _:
                pass

    @Slot("QTextToSpeech::ErrorReason", str)
    def _hear_error(self, _reason: object, message: str) -> None:
        if self._busy:
            self._busy = False
            self._patience.stop()
            self.failed.emit(message)

    def _lose_patience(self) -> None:
        if self._cancelled:
            self._fall_silent()
        else:
            self._hear_error(None, "the voice does not begin")

    def _fall_silent(self) -> None:
        if not self._busy:
            return
        self._busy = False
        self._patience.stop()
        following, self._next = self._next, None
        if following:
            self.say(*following)
        elif not self._cancelled:
            self.ended.emit()


def _ending(thread: QThread, speech: QTextToSpeech) -> Callable[[], None]:
    """What ends them both, once. An engine that cannot be waited for is broken off: Qt aborts where a running
    thread is destroyed.
    """

    def end() -> None:
        with suppress(RuntimeError):  # gone already
            if not thread.isRunning():
                return
            speech.deleteLater()
            thread.quit()
            if not thread.wait(LAST_WORD):
                thread.terminate()
                thread.wait(LAST_WORD)

    return end


class Player(QObject):
    """Plays recordings."""

    began = Signal(float)
    """With the length of the recording, in seconds."""
    ended = Signal()
    failed = Signal(str)

    def __init__(
        self, parent: QObject | None = None, find: Callable[[], Connect | None] | None = None
    ) -> None:
        """`find` looks for what it is to be heard through, by default a loudspeaker."""
        super().__init__(parent)
        self._find = find or loudspeaker
        self._player: QMediaPlayer | None = None
        self._playing = False

    @property
    def is_there(self) -> bool:
        """Whether a recording would be heard. The first time that there is sound this takes 0.1 s."""
        if self._player:
            return True
        connect = self._find()
        if not connect:
            return False
        from PySide6.QtMultimedia import QMediaPlayer

        self._player = QMediaPlayer(self)
        connect(self._player)
        self._player.durationChanged.connect(self._hear_length)
        self._player.mediaStatusChanged.connect(self._hear_status)
        self._player.errorOccurred.connect(self._hear_error)
        return True

    def play(self, url: str) -> None:
        """In place of what is playing. Ask `is_there` before."""
        self.stop()
        if self._player:
            self._playing = True
            self._player.setSource(QUrl(url))
            self._player.play()

    def stop(self) -> None:
        self._playing = False
        if self._player:
            self._player.stop()
            self._player.setSource(QUrl())

    @Slot("qlonglong")
    def _hear_length(self, milliseconds: int) -> None:
        if self._playing and milliseconds > 0:
            self.began.emit(milliseconds / 1000)

    @Slot("QMediaPlayer::MediaStatus")
    def _hear_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._playing and status.name == "EndOfMedia":
            self._playing = False
            self.ended.emit()

    @Slot("QMediaPlayer::Error", str)
    def _hear_error(self, _error: object, message: str) -> None:
        if self._playing:
            self._playing = False
            self.failed.emit(message)


def loudspeaker() -> Connect | None:
    """What connects a player to the system's sound; None where there is none."""
    if not sound_server_answers():
        return None
    quieten()
    try:
        from PySide6.QtMultimedia import QAudioOutput, QMediaDevices
    except ImportError:
        return None
    if not QMediaDevices.audioOutputs():
        return None
    return lambda player: player.setAudioOutput(QAudioOutput(player))


def sound_server_answers() -> bool:
    """Whether there is a sound server: on Linux Qt plays through one, and complains where there is none."""
    if sys.platform != "linux" or os.environ.get("PULSE_SERVER"):
        return True
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
    pulse = Path(os.environ.get("PULSE_RUNTIME_PATH") or runtime / "pulse")
    return any(map(_answers, (pulse / "native", Path("/run/pulse/native"), runtime / "pipewire-0")))


def _answers(path: Path) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(0.5)
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True
