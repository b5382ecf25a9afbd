"""What the program stands on, as QML sees it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.components import Component
from kiosk.content.exhibition import Language
from kiosk.presentation.speech import speech, together

QML_IMPORT_NAME = "Exhibition.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ComponentViewModel(QObject):
    def __init__(self, component: Component, parent: QObject) -> None:
        super().__init__(parent)
        self._component = component

    @Property(str, constant=True, final=True)
    def name(self) -> str:
        return self._component.name

    @Property(str, constant=True, final=True)
    def version(self) -> str:
        return self._component.version

    @Property(str, constant=True, final=True)
    def terms(self) -> str:
        return self._component.terms


@QmlElement
class ComponentsViewModel(QObject):
    """What one screen shows of them."""

    def __init__(self, components: Sequence[Component], language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._components = [ComponentViewModel(component, self) for component in components]
        said = (together(component.name, component.terms, language) for component in components)
        self._spoken = speech(said, language)

    @Property(list, constant=True, final=True)
    def components(self) -> list[ComponentViewModel]:
        return self._components

    @Property(str, constant=True, final=True)
    def spoken(self) -> str:
        return self._spoken


def pages_of(
    components: Sequence[Component], most: int, language: Language, parent: QObject
) -> list[ComponentsViewModel]:
    """At most so many on each."""
    return [
        ComponentsViewModel(components[at : at + most], language, parent)
        for at in range(0, len(components), most)
    ]
