"""The language server that editors ask about YAML, as a real child process, asked as an editor asks it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO, Any, Final, Self

SERVER: Final = (
    Path(__file__).parents[2] / "build/editor/node_modules/yaml-language-server/bin/yaml-language-server"
)
PATIENCE: Final = 60.0
"""Seconds an answer may take."""

GUARD: Final = """
const net = require("net");
net.Socket.prototype.connect = function () {
  require("fs").writeSync(2, "reached for the network");
  return this;
};
"""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is underlined: line and column count from 1, as in the report of a check."""

    line: int
    column: int
    message: str
    severity: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """One row of the list that an editor shows, what it tells of it, and what it inserts."""

    label: str
    told: str
    text: str


@dataclass(slots=True)
class LanguageServer:
    """Speaks LSP over stdio. Its settings are those of the content's own folder for editors."""

    folder: Path
    settings: Mapping[str, Any]
    process: subprocess.Popen[bytes] = field(init=False)
    _listener: Thread = field(init=False)
    _heard: Queue[dict[str, Any]] = field(default_factory=Queue)
    _asked: int = 0
    _versions: dict[str, int] = field(default_factory=dict)

    def __enter__(self) -> Self:
        guard = self.folder.parent / "guard.js"
        guard.write_text(GUARD, encoding="utf-8")
        self.process = subprocess.Popen(
            ["node", "--require", guard, SERVER, "--stdio"],
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self.process.stdout
        self._listener = Thread(target=_listen, args=(self.process.stdout, self._heard.put))
        self._listener.start()
        self.ask(
            "initialize",
            processId=None,
            locale="zh-cn",
            rootUri=self.folder.as_uri(),
            workspaceFolders=[{"uri": self.folder.as_uri(), "name": "content"}],
            capabilities={
                "textDocument": {
                    "completion": {
                        "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
                    },
                    "hover": {"contentFormat": ["markdown"]},
                    "publishDiagnostics": {},
                },
                "workspace": {"configuration": True, "workspaceFolders": True},
            },
        )
        self._tell("initialized")
        self._settle()
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self._listener.join()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert pipe
            with suppress(BrokenPipeError):
                pipe.close()
        self.process.wait()

    def end(self) -> str:
        """Takes its leave as an editor does; what the server wrote of troubles meanwhile."""
        self.ask("shutdown")
        self._tell("exit")
        self.process.wait(timeout=PATIENCE)
        return self._troubles()

    def _troubles(self) -> str:
        assert self.process.stderr
        return self.process.stderr.read().decode()

    def complaints(self, name: str, text: str) -> list[Complaint]:
        """What is underlined in a file of the folder while it reads `text`."""
        return [
            Complaint(
                found["range"]["start"]["line"] + 1,
                found["range"]["start"]["character"] + 1,
                found["message"],
                found.get("severity", 1),
            )
            for found in self._show(name, text)
        ]

    def proposals(self, name: str, text: str) -> list[Proposal]:
        """What is offered where `¦` stands in the text."""
        found = self._at("textDocument/completion", name, text)
        items = found["items"] if isinstance(found, dict) else found
        return [
            Proposal(
                item["label"],
                _plain(item.get("documentation", "")),
                item.get("textEdit", {}).get("newText") or item.get("insertText", ""),
            )
            for item in items
        ]

    def hover(self, name: str, text: str) -> str:
        """What is told of the word where `¦` stands in the text."""
        found = self._at("textDocument/hover", name, text)
        return _plain(found["contents"]) if found else ""

    def ask(self, method: str, **parameters: object) -> Any:
        self._asked += 1
        self._say({"id": self._asked, "method": method, "params": parameters or None})
        return self._hear(lambda message: message.get("id") == self._asked and "method" not in message)[
            "result"
        ]

    def _at(self, method: str, name: str, text: str) -> Any:
        before, _, after = text.partition("¦")
        self._show(name, before + after)
        line = before.count("\n")
        position = {"line": line, "character": len(before) - before.rfind("\n") - 1}
        return self.ask(method, textDocument={"uri": self._uri(name)}, position=position)

    def _uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def _show(self, name: str, text: str) -> list[dict[str, Any]]:
        """Opens or changes a file and waits for what is said of it: it comes once, and without a version."""
        uri = self._uri(name)
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        document: dict[str, object] = {"uri": uri, "version": version}
        if version == 1:
            self._tell("textDocument/didOpen", textDocument=document | {"languageId": "yaml", "text": text})
        else:
            self._tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])
        told = self._hear(
            lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri
        )
        found: list[dict[str, Any]] = told["params"]["diagnostics"]
        return found

    def _tell(self, method: str, **parameters: object) -> None:
        self._say({"method": method, "params": parameters})

    def _say(self, message: Mapping[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _hear(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first message that is wanted; what the server asks meanwhile is answered."""
        while True:
            message = self._heard.get(timeout=PATIENCE)
            assert message, f"the language server is gone: {self._troubles()}"
            if wanted(message):
                return message
            if "id" in message and "method" in message:
                self._say({"id": message["id"], "result": self._answer(message)})

    def _settle(self) -> None:
        """Until the server has our settings."""
        asked = self._hear(lambda message: message.get("method") == "workspace/configuration")
        self._say({"id": asked["id"], "result": self._answer(asked)})

    def _answer(self, message: Mapping[str, Any]) -> object:
        if message["method"] != "workspace/configuration":
            return None
        return [self._section(item.get("section", "")) for item in message["params"]["items"]]

    def _section(self, name: str) -> dict[str, Any]:
        """The settings below a name, nested where they are dotted."""
        found: dict[str, Any] = {}
        for key, value in self.settings.items():
            if key.startswith(f"{name}."):
                *ways, last = key.removeprefix(f"{name}.").split(".")
                place = found
                for way in ways:
                    place = place.setdefault(way, {})
                place[last] = value
        return found


def _listen(stream: IO[bytes], heard: Callable[[dict[str, Any]], None]) -> None:
    while header := stream.readline():
        length = int(header.split(b":")[1])
        stream.readline()
        heard(json.loads(stream.read(length)))
    heard({})


def _plain(told: Any) -> str:
    return str(told["value"]) if isinstance(told, dict) else str(told)
