"""Reading aloud: with a voice and a player of wood on any machine, and with the real ones where Qt's sound
loads, but silently: Qt's own mock engine, and a buffer instead of a loudspeaker.
"""

from __future__ import annotations

import subprocess
import sys
import wave
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import pytest
from PySide6.QtCore import QGenericArgumentHolder, QLocale, QObject, QUrl
from pytestqt.qtbot import QtBot

from kiosk.content.exhibition import Exhibition, Language
from kiosk.presentation import sound
from kiosk.presentation.sound import Player, SystemVoice, engines, sound_server_answers, voices_of
from kiosk.presentation.voice import VoiceViewModel
from tests.visiting import PATIENCE, Hall

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer

ROOT: Final = Path(__file__).parents[2]
ZH, EN = Language.ZH, Language.EN
RECORDING: Final = "file:///exhibition/audio/cover.m4a"


class WoodenVoice(SystemVoice):
    """Says nothing, and remembers it."""

    def __init__(self, parent: QObject, *languages: Language, known: bool = True) -> None:
        super().__init__(parent)
        self.did: list[object] = []
        self._able = frozenset(languages)
        self._ready = known

    @property
    def known(self) -> bool:
        return self._ready

    @property
    def languages(self) -> frozenset[Language]:
        return self._able if self._ready else frozenset()

    def prepare(self) -> None:
        self.did.append("prepare")

    def learn(self) -> None:
        self._ready = True
        self.prepared.emit()

    def say(self, text: str, language: Language) -> None:
        self.did.append((text, language))

    def stop(self) -> None:
        self.did.append("stop")


class WoodenPlayer(Player):
    def __init__(self, parent: QObject, *, there: bool = True) -> None:
        super().__init__(parent)
        self.did: list[str] = []
        self._there = there

    @property
    def is_there(self) -> bool:
        return self._there

    def play(self, url: str) -> None:
        self.did.append(url)

    def stop(self) -> None:
        self.did.append("stop")


class Reading:
    """A reader, what it was made of, and what it announced."""

    def __init__(self, *languages: Language, known: bool = True, there: bool = True) -> None:
        self.owner = QObject()
        self.voice = WoodenVoice(self.owner, *languages, known=known)
        self.player = WoodenPlayer(self.owner, there=there)
        self.model = VoiceViewModel(self.owner, self.voice, self.player)
        self.told: list[object] = []
        self.model.speakingChanged.connect(lambda: self.told.append(self.speaking))
        self.model.finished.connect(lambda: self.told.append("finished"))
        self.model.reading.connect(self.told.append)

    @property
    def speaking(self) -> bool:
        return bool(self.model.property("speaking"))


def test_a_recording_is_preferred_to_the_voice() -> None:
    reading = Reading(ZH)
    reading.model.read("封面。", RECORDING, "zh")
    assert reading.player.did == [RECORDING]
    assert reading.voice.did == []
    reading.player.began.emit(12.5)
    reading.player.ended.emit()
    assert reading.told == [True, 12.5, False, "finished"]


def test_without_a_recording_the_voice_reads_for_as_long_as_reading_aloud_takes() -> None:
    reading = Reading(EN)
    reading.model.read("Five words in two seconds", "", "en")
    assert ("Five words in two seconds", EN) in reading.voice.did
    assert reading.player.did == []
    reading.voice.ended.emit()
    assert reading.told == [True, 2.0, False, "finished"]


def test_where_no_sound_comes_out_the_voice_is_asked_instead() -> None:
    reading = Reading(ZH, there=False)
    reading.model.read("封面。", RECORDING, "zh")
    assert reading.player.did == []
    assert ("封面。", ZH) in reading.voice.did


def test_a_broken_recording_is_told_once_and_read_by_the_voice(complaints: list[str]) -> None:
    reading = Reading(ZH)
    reading.model.read("封面。", RECORDING, "zh")
    reading.player.failed.emit("no frames")
    assert ("封面。", ZH) in reading.voice.did
    assert reading.speaking
    (told,) = complaints
    assert "no frames" in told
    complaints.clear()


def test_where_nothing_can_read_it_falls_silent_without_having_finished(complaints: list[str]) -> None:
    reading = Reading(EN)
    reading.model.read("封面。", RECORDING, "zh")
    reading.player.failed.emit("no frames")
    assert reading.told == [True, False]
    assert len(complaints) == 1
    complaints.clear()


def test_a_language_without_a_voice_is_not_read_and_not_complained_of() -> None:
    reading = Reading(EN)
    reading.model.read("封面。", "", "zh")
    assert reading.told == [True, False]
    assert reading.voice.did == ["prepare"]


def test_a_voice_that_fails_ends_the_reading(complaints: list[str]) -> None:
    reading = Reading(ZH)
    reading.model.read("封面。", "", "zh")
    reading.voice.failed.emit("no daemon")
    assert not reading.speaking
    assert "finished" not in reading.told
    (told,) = complaints
    assert "no daemon" in told
    complaints.clear()


def test_stopping_silences_both_and_finishes_nothing() -> None:
    reading = Reading(ZH)
    reading.model.read("封面。", RECORDING, "zh")
    reading.model.stop()
    assert reading.player.did == [RECORDING, "stop"]
    assert reading.voice.did == ["stop"]
    assert reading.told == [True, False]


def test_stopping_what_does_not_read_does_nothing() -> None:
    reading = Reading(ZH)
    reading.model.stop()
    assert (reading.player.did, reading.voice.did, reading.told) == ([], [], [])


def test_a_new_reading_takes_the_place_of_the_old() -> None:
    reading = Reading(ZH)
    reading.model.read("一。", RECORDING, "zh")
    reading.model.read("二。", "", "zh")
    assert reading.player.did == [RECORDING, "stop"]
    assert reading.voice.did[-1] == ("二。", ZH)
    assert reading.told == [True, 0.5]


def test_what_is_asked_before_the_voice_is_there_is_read_when_it_comes() -> None:
    reading = Reading(ZH, known=False)
    reading.model.read("封面。", "", "zh")
    assert reading.voice.did == ["prepare"]
    assert reading.speaking
    reading.voice.learn()
    assert reading.voice.did[-1] == ("封面。", ZH)


def test_what_was_stopped_before_the_voice_is_there_is_not_read() -> None:
    reading = Reading(ZH, known=False)
    reading.model.read("封面。", "", "zh")
    reading.model.stop()
    reading.voice.learn()
    assert ("封面。", ZH) not in reading.voice.did


def test_the_voices_and_the_sound_are_announced_when_they_are_known() -> None:
    reading = Reading(ZH, EN, known=False)
    changes: list[object] = []
    reading.model.voicesChanged.connect(lambda: changes.append(reading.model.property("voices")))
    reading.model.playsChanged.connect(lambda: changes.append(reading.model.property("plays")))
    assert [reading.model.property("voices"), reading.model.property("plays")] == [[], False]
    reading.model.prepare(True)
    reading.model.prepare(True)
    reading.voice.learn()
    assert changes == [True, ["en", "zh"]]


def test_sound_is_not_looked_for_where_nothing_is_recorded() -> None:
    reading = Reading(ZH)
    reading.model.prepare(False)
    assert reading.model.property("plays") is False


LEAN: Final = """
import sys
from PySide6.QtCore import QCoreApplication
from kiosk.presentation.voice import VoiceViewModel
app = QCoreApplication([])
voice = VoiceViewModel(app)
voice.stop()
voice.close()
print([name for name in sys.modules if "QtMultimedia" in name or "QtTextToSpeech" in name])
"""


def test_until_it_is_asked_it_loads_nothing() -> None:
    said = subprocess.run(
        [sys.executable, "-c", LEAN], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60
    )
    assert (said.stdout.strip(), said.stderr) == ("[]", "")


ABSENT: Final = """
import sys
sys.modules["PySide6.QtTextToSpeech"] = sys.modules["PySide6.QtMultimedia"] = None
from PySide6.QtCore import QCoreApplication
from kiosk.presentation.voice import VoiceViewModel
app = QCoreApplication([])
voice = VoiceViewModel(app)
voice.prepare(True)
voice.read("One.", "file:///a.m4a", "en")
print(voice.property("voices"), voice.property("plays"), voice.property("speaking"))
voice.close()
"""


def test_where_the_modules_do_not_load_nothing_is_heard_and_nothing_is_said() -> None:
    said = subprocess.run(
        [sys.executable, "-c", ABSENT], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60
    )
    assert (said.stdout.strip(), said.stderr) == ("[] False False", "")


@pytest.mark.skipif(sys.platform != "linux", reason="the sockets are those of Linux")
def test_a_sound_server_that_left_its_socket_behind_is_not_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PULSE_RUNTIME_PATH", str(tmp_path))
    assert not sound_server_answers()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "native"))
        assert not sound_server_answers()
        server.listen()
        assert sound_server_answers()


# One thing at a time, whatever an engine answers and when


class State(Enum):
    """As QTextToSpeech names it."""

    Ready = auto()
    Speaking = auto()


class Engine(SystemVoice):
    """A voice whose engine is the test."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.heard: list[str] = []
        self._voices = {EN: QLocale("en_GB")}
        self.ended.connect(lambda: self.heard.append("ended"))
        self.failed.connect(self.heard.append)

    def _tell(self, slot: str, *arguments: QGenericArgumentHolder) -> None:
        if slot != "setLocale":
            self.told.append(slot)

    def answer(self, *states: State) -> None:
        for state in states:
            self._hear_state(cast("Any", state))

    def fall_silent_for_good(self) -> None:
        """The time is up in which it should have answered."""
        self._patience.timeout.emit()


@pytest.fixture
def engine(qapp: QObject) -> Engine:
    return Engine()


def test_a_voice_that_has_spoken_has_ended(engine: Engine) -> None:
    engine.say("One.", EN)
    engine.answer(State.Speaking, State.Ready)
    assert (engine.told, engine.heard) == (["say"], ["ended"])


def test_the_next_text_waits_until_the_last_is_silent(engine: Engine) -> None:
    engine.say("One.", EN)
    engine.answer(State.Speaking)
    engine.say("Two.", EN)
    assert engine.told == ["say", "stop"]
    engine.answer(State.Ready)
    assert (engine.told, engine.heard) == (["say", "stop", "say"], [])
    engine.answer(State.Speaking, State.Ready)
    assert engine.heard == ["ended"]


def test_of_several_texts_in_a_hurry_only_the_last_is_said(engine: Engine) -> None:
    for text in ("One.", "Two.", "Three."):
        engine.say(text, EN)
    engine.answer(State.Speaking, State.Ready)
    assert engine.told == ["say", "stop", "stop", "say"]


def test_a_stop_that_came_too_early_is_repeated(engine: Engine) -> None:
    engine.say("One.", EN)
    engine.stop()
    engine.answer(State.Speaking)
    assert engine.told == ["say", "stop", "stop"]
    engine.answer(State.Ready)
    assert engine.heard == []


def test_a_voice_that_never_begins_has_failed(engine: Engine) -> None:
    engine.say("One.", EN)
    engine.fall_silent_for_good()
    assert engine.heard == ["the voice does not begin"]
    engine.say("Two.", EN)
    assert engine.told == ["say", "say"]


def test_a_voice_that_never_says_that_it_stopped_is_taken_to_have(engine: Engine) -> None:
    engine.say("One.", EN)
    engine.answer(State.Speaking)
    engine.say("Two.", EN)
    engine.fall_silent_for_good()
    assert engine.told == ["say", "stop", "say"]


# With Qt's own engine and player


@pytest.fixture
def spoken() -> None:
    sound.quieten()
    pytest.importorskip("PySide6.QtTextToSpeech", reason="Qt's speech does not load", exc_type=ImportError)


@pytest.fixture
def played() -> None:
    sound.quieten()
    pytest.importorskip("PySide6.QtMultimedia", reason="Qt's sound does not load", exc_type=ImportError)


def into_a_buffer() -> Callable[[QMediaPlayer], None]:
    """Plays in its own time, and is heard by nobody: needs no device."""
    from PySide6.QtMultimedia import QAudioBufferOutput

    return lambda player: player.setAudioBufferOutput(QAudioBufferOutput(player))


def write_silence(path: Path, seconds: float) -> str:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(b"\0\0" * int(8000 * seconds))
    return QUrl.fromLocalFile(str(path)).toString()


@pytest.mark.usefixtures("spoken")
def test_the_mock_is_no_voice_of_the_system(qapp: QObject) -> None:
    assert "mock" not in engines()


@pytest.mark.usefixtures("spoken")
def test_a_voice_is_looked_for_by_language(qtbot: QtBot) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    found = voices_of(QTextToSpeech("mock"))
    assert [(language, str(voice)) for language, voice in found.items()] == [(EN, str(found[EN]))]


@pytest.mark.usefixtures("spoken")
def test_a_voice_says_a_text_to_its_end(qtbot: QtBot) -> None:
    owner = QObject()
    voice = SystemVoice(owner, "mock")
    with qtbot.waitSignal(voice.prepared, timeout=PATIENCE):
        voice.prepare()
    with qtbot.waitSignal(voice.ended, timeout=PATIENCE):
        voice.say("One two.", EN)
    voice.close()


@pytest.mark.usefixtures("spoken")
def test_a_voice_that_is_interrupted_ends_only_what_came_last(qtbot: QtBot) -> None:
    owner = QObject()
    voice = SystemVoice(owner, "mock")
    with qtbot.waitSignal(voice.prepared, timeout=PATIENCE):
        voice.prepare()
    ends: list[str] = []
    voice.ended.connect(lambda: ends.append("end"))
    voice.say("A long sentence of many words that will not be heard to its end.", EN)
    voice.say("Nor will this one, for the same reason as before.", EN)
    with qtbot.waitSignal(voice.ended, timeout=PATIENCE):
        voice.say("Last.", EN)
    assert ends == ["end"]
    voice.close()


@pytest.mark.usefixtures("spoken")
def test_a_voice_stopped_before_it_begins_is_silent_and_can_speak_again(qtbot: QtBot) -> None:
    owner = QObject()
    voice = SystemVoice(owner, "mock")
    with qtbot.waitSignal(voice.prepared, timeout=PATIENCE):
        voice.prepare()
    ends: list[str] = []
    voice.ended.connect(lambda: ends.append("end"))
    voice.say("Never heard, however many words there are in this sentence.", EN)
    voice.stop()
    with qtbot.waitSignal(voice.ended, timeout=PATIENCE):
        voice.say("Heard.", EN)
    assert ends == ["end"]
    voice.close()


@pytest.mark.usefixtures("played")
def test_a_recording_is_played_to_its_end(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    player = Player(owner, into_a_buffer)
    assert player.is_there
    lengths: list[float] = []
    player.began.connect(lengths.append)
    with qtbot.waitSignal(player.ended, timeout=PATIENCE):
        player.play(write_silence(tmp_path / "a b.wav", 0.2))
    assert lengths == [0.2]


@pytest.mark.usefixtures("played")
def test_a_file_that_is_no_recording_fails(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    player = Player(owner, into_a_buffer)
    assert player.is_there
    (tmp_path / "a.wav").write_bytes(b"RIFF\0\0\0\0WAVE" + b"garbage" * 20)
    with qtbot.waitSignal(player.failed, timeout=PATIENCE):
        player.play(QUrl.fromLocalFile(str(tmp_path / "a.wav")).toString())


@pytest.mark.usefixtures("played")
def test_one_recording_may_begin_where_another_ends(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    model = VoiceViewModel(owner, WoodenVoice(owner), Player(owner, into_a_buffer))
    url = write_silence(tmp_path / "a.wav", 0.1)
    ends: list[str] = []

    def again() -> None:
        ends.append("end")
        if len(ends) < 3:
            model.read("", url, "zh")

    model.finished.connect(again)
    model.read("", url, "zh")
    qtbot.waitUntil(lambda: len(ends) == 3, timeout=PATIENCE)
    assert not model.property("speaking")


@pytest.mark.usefixtures("spoken", "played")
@pytest.mark.parametrize("recorded", [False, True])
def test_a_hall_that_closes_while_it_reads_says_nothing(
    open_hall: Callable[..., Hall], sample: Exhibition, tmp_path: Path, qtbot: QtBot, recorded: bool
) -> None:
    hall = open_hall(sample)
    voice = VoiceViewModel(hall.stage, SystemVoice(hall.stage, "mock"), Player(hall.stage, into_a_buffer))
    voice.prepare(True)
    with qtbot.waitSignal(voice.reading, timeout=PATIENCE):
        voice.read(
            "A sentence that goes on and on.", write_silence(tmp_path / "a.wav", 9) if recorded else "", "en"
        )
    voice.close()


@pytest.mark.usefixtures("spoken")
def test_a_reader_that_is_thrown_away_takes_its_thread_along(qtbot: QtBot) -> None:
    from shiboken6 import delete

    owner = QObject()
    model = VoiceViewModel(owner, SystemVoice(owner, "mock"))
    with qtbot.waitSignal(model.reading, timeout=PATIENCE):
        model.read("A sentence that goes on and on.", "", "en")
    delete(owner)
