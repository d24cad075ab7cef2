"""Parts of a zipped office file as events, within bounds: no entities, no bombs, no depth.

Knows neither documents nor workbooks.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final, Literal, TypeAlias
from xml.parsers import expat

from attrs import define, field, frozen

from indicator_dsl import codes
from indicator_dsl.wording import Text, same

MOST_UNPACKED: Final = 64 * 1024 * 1024  # bytes of one part
_MOST_PARTS: Final = 5_000
_MOST_EVENTS: Final = 8_000_000
_DEEPEST: Final = 120
_CHUNK: Final = 64 * 1024


class Unread(Exception):
    """A file that is not read further, with the code that says why."""

    def __init__(self, code: codes.Code, **fields: object) -> None:
        super().__init__(code.name)
        self.code = code
        self.fields = fields


@frozen
class Event:
    """What comes next in a part: an element begins or ends, by its local name, or text."""

    kind: Literal["start", "end", "text"]
    name: str
    attributes: Mapping[str, str] = field(factory=dict)


Events: TypeAlias = Iterator[Event]


@define
class Archive:
    """An office file. `kind` is what it is called in messages: `.docx`."""

    kind: str
    zipped: zipfile.ZipFile

    @classmethod
    def of(cls, content: bytes, kind: str) -> "Archive":
        """The archive of a file's bytes.

        Raises:
            Unread: when it is none, is locked, or has too many parts.
        """
        try:
            zipped = zipfile.ZipFile(io.BytesIO(content))
        except Exception as fault:
            raise broken(kind, fault) from fault
        parts = zipped.infolist()
        if len(parts) > _MOST_PARTS:
            why = Text("it has {n} parts", "内含 {n} 个部件").filled(n=len(parts))
            raise Unread(codes.FORM_TOO_LARGE, why=why)
        if any(part.flag_bits & 1 for part in parts):
            raise Unread(codes.FORM_LOCKED)
        return cls(kind, zipped)

    def has(self, part: str) -> bool:
        """Whether there is a part of that name."""
        return part in self.zipped.NameToInfo

    def events(self, part: str) -> Events:
        """The events of a part, from its beginning.

        Raises:
            Unread: when it is damaged, too large, too deep, or declares a document type.
        """
        if not self.has(part):
            why = Text("it has no part {part}", "缺少部件 {part}").filled(part=part)
            raise Unread(codes.FORM_BROKEN, kind=self.kind, why=why)
        if self.zipped.getinfo(part).file_size > MOST_UNPACKED:
            size = self.zipped.getinfo(part).file_size
            why = Text("it unpacks to {n} bytes", "解压后有 {n} 字节").filled(n=size)
            raise Unread(codes.FORM_TOO_LARGE, why=why)
        reading = _Reading(self.kind)
        try:
            with self.zipped.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    yield from reading.fed(chunk, is_last=False)
            yield from reading.fed(b"", is_last=True)
        except Unread:
            raise
        except Exception as fault:  # whatever a damaged archive makes the libraries do
            raise broken(self.kind, fault) from fault


def broken(kind: str, fault: Exception) -> Unread:
    """The refusal of a damaged file."""
    said = " ".join(str(fault).split())
    why = "".join(c for c in said if c.isprintable())[:160] or type(fault).__name__
    return Unread(codes.FORM_BROKEN, kind=kind, why=same(why))


class _Reading:
    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.waiting: list[Event] = []
        self.depth = 0
        self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse

    def fed(self, chunk: bytes, *, is_last: bool) -> Iterator[Event]:
        self.parser.Parse(chunk, is_last)
        waiting, self.waiting = self.waiting, []
        self.count += len(waiting)
        if self.count > _MOST_EVENTS:
            why = Text("it has millions of elements", "内含数百万个元素")
            raise Unread(codes.FORM_TOO_LARGE, why=why)
        yield from waiting

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            why = Text("it is nested too deeply", "嵌套过深")
            raise Unread(codes.FORM_BROKEN, kind=self.kind, why=why)
        local = {_local(key): value for key, value in attributes.items()} if attributes else {}
        self.waiting.append(Event("start", _local(name), local))

    def _end(self, name: str) -> None:
        self.depth -= 1
        self.waiting.append(Event("end", _local(name)))

    def _text(self, text: str) -> None:
        self.waiting.append(Event("text", text))

    def _refuse(self, *_: object) -> None:
        why = Text("it declares a document type or entities", "其中声明了文档类型或 XML 实体")
        raise Unread(codes.FORM_BROKEN, kind=self.kind, why=why)


def skip(events: Events) -> None:
    """Passes over the rest of the element that has just begun."""
    depth = 1
    for event in events:
        depth += (event.kind == "start") - (event.kind == "end")
        if not depth:
            return


def text_within(events: Events, *names: str, without: frozenset[str] = frozenset()) -> str:
    """The text of the elements called so, in what is left of the element that has just begun.

    All of its text where no name is given.
    """
    said: list[str] = []
    inside, depth = 0 if names else 1, 1
    for event in events:
        match event.kind:
            case "start":
                if event.name in without:
                    skip(events)
                    continue
                depth += 1
                inside += event.name in names
            case "end":
                depth -= 1
                inside -= event.name in names
                if not depth:
                    break
            case _ if inside:
                said.append(event.name)
    return "".join(said)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
