"""What a file that would be published says, passage by passage, each with its place: as readers and programs meet it.

Nothing is left out because readers do not see it: attributes, comments, metadata and what is written in base64 are
published, too.
"""

from __future__ import annotations

import base64
import binascii
import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast
from urllib.parse import unquote

from lxml import etree

from phulien_analysis.messages import Joined, Message, Sayable
from phulien_analysis.publishing.leaks import ERROR_STREAM, TRACEBACK, Kind

INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
    }
    | {"strong", "sub", "sup", "time", "tspan", "u", "wbr"}
)
DATA_URI = re.compile(r"data:[\w/+.\-]*((?:;[\w=.\-]+)*),([^\"')\s<>]+)")
PRINTABLE = re.compile(rb"[\x20-\x7e]{8,}")
IMAGE = re.compile(r"^(?:image|application)/(?!svg|json|xml|javascript)")


class Passage(NamedTuple):
    """A stretch of text and its place in its file.

    ``fault``: what it is by its very place, whatever it says. ``shown``: a cell of a notebook gave it.
    """

    place: Sayable
    text: str
    fault: Kind | None = None
    shown: bool = False


def passages(path: Path) -> Iterator[Passage]:
    """All that a file says. Of a kind of file that is not known, the text or, where it is none, the letters in it."""
    from phulien_analysis.publishing import containers  # noqa: PLC0415 - imports this module

    if path.suffix in containers.READERS:
        yield from containers.READERS[path.suffix](path)
        return
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield from letters(raw, "")
        return
    yield from _READERS.get(path.suffix, _lines)(text)


def letters(raw: bytes, place: Sayable) -> Iterator[Passage]:
    """What can be read in bytes that are no text, such as the remarks inside a picture."""
    for found in PRINTABLE.finditer(raw):
        yield Passage(place, found[0].decode("ascii"))


def markup(text: str, *, line: int = 0) -> Iterator[Passage]:
    """Text, attributes, comments and embedded data of HTML or SVG; ``line`` counts the lines before it."""
    if not text.strip():
        return
    tree = etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_blank_text=False))
    if tree is not None:
        yield from _walk(tree, line)


def _walk(tree: Any, before: int) -> Iterator[Passage]:  # noqa: ANN401 - lxml's own kind
    """The text between two elements that begin a line is one passage, whatever is emphasised in it."""
    said, line = [""], 0
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag not in INLINE and (event in {"start", "end"}):
            yield from _texts(_line(before + line), "".join(said), tag="")
            said, line = [""], node.sourceline or 0
        if event == "end":
            said.append(node.tail or "")
            continue
        place = _line(before + (node.sourceline or 0))
        if tag:
            for value in node.attrib.values():
                yield from _texts(place, value, tag="")
        if tag in {"script", "style"} or not tag:
            yield from _texts(place, node.text or "", tag)
        else:
            said.append(node.text or "")
        if not tag:
            said.append(node.tail or "")
    yield from _texts(_line(before + line), "".join(said), tag="")


def _texts(place: Sayable, text: str, tag: str) -> Iterator[Passage]:
    """A text as it stands, and as whoever opens it reads it: decoded, and data as data."""
    if not text.strip():
        return
    yield Passage(place, text)
    if "%" in text and (decoded := unquote(text)) != text:
        yield Passage(place, decoded)
    if "data:" in text:
        yield from _embedded(place, text)
    if tag == "script" and (document := _json(text)) is not None:
        yield from (Passage(place, said) for _, said in _leaves(document))


def _embedded(place: Sayable, text: str) -> Iterator[Passage]:
    for parameters, data in DATA_URI.findall(text):
        if parameters.endswith(";base64"):
            yield from based(unquote(data), place)


def based(data: str, place: Sayable) -> Iterator[Passage]:
    """What is written in base64: a text, or the letters in a picture."""
    try:
        raw = base64.b64decode(data)
    except (binascii.Error, ValueError):
        return
    try:
        yield from _decoded(raw.decode("utf-8"), place)
    except UnicodeDecodeError:
        yield from letters(raw, place)


def _decoded(text: str, place: Sayable) -> Iterator[Passage]:
    read = markup if text.lstrip().startswith("<") else _lines
    return (Passage(place, passage.text) for passage in read(text))


def _line(number: int) -> Message:
    return Message("line {n}", {"n": number})


def _lines(text: str) -> Iterator[Passage]:
    """A text line by line."""
    for number, line in enumerate(text.splitlines(), 1):
        yield from _texts(_line(number), line, tag="")


def _json(text: str) -> Any:  # noqa: ANN401 - whatever it holds
    try:
        return json.loads(text, parse_int=str, parse_float=str)
    except ValueError:
        return None


def _leaves(document: Any, path: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - as above
    """Every name and value in a document, with the way to it."""
    if isinstance(document, Mapping):
        for name, value in document.items():
            yield path, str(name)
            yield from _leaves(value, f"{path}.{name}" if path else str(name))
    elif isinstance(document, list):
        for place, value in enumerate(document):
            yield from _leaves(value, f"{path}[{place}]")
    elif isinstance(document, str):
        yield path, document


def _of_json(text: str) -> Iterator[Passage]:
    document = _json(text)
    if document is None:
        yield from _lines(text)
        return
    for path, said in _leaves(document):
        yield from _texts(path, said, tag="")


def _of_csv(text: str) -> Iterator[Passage]:
    for row, record in enumerate(csv.reader(io.StringIO(text, newline="")), 1):
        for column, value in enumerate(record, 1):
            yield from _texts(Message("row {row}, column {column}", {"row": row, "column": column}), value, tag="")


def xml(raw: bytes) -> Iterator[Passage]:
    """Text, attributes and comments of XML, such as a feed; nothing outside it is read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for node in etree.fromstring(raw, parser).iter():
        place = _line(cast("int", node.sourceline or 0))
        for value in (node.text, node.tail, *node.attrib.values()):
            yield from _texts(place, value or "", tag="")


def _of_xml(text: str) -> Iterator[Passage]:
    return xml(text.encode())


def _of_notebook(text: str) -> Iterator[Passage]:
    """A notebook cell by cell: what it says, what it gave, and what is noted about either."""
    document = _json(text)
    if not isinstance(document, Mapping) or not isinstance(document.get("cells"), list):
        yield from _of_json(text)
        return
    about = {name: value for name, value in document.items() if name != "cells"}
    yield from (Passage(Message("notebook {path}", {"path": path}), said) for path, said in _leaves(about))
    for number, cell in enumerate(document["cells"], 1):
        place = _cell(cell, number)
        rest = {name: value for name, value in cell.items() if name not in {"source", "outputs"}}
        yield from _texts(place, _joined(cell.get("source", "")), tag="")
        yield from (Passage(place, said) for _, said in _leaves(rest))
        for count, output in enumerate(cell.get("outputs", []), 1):
            where = Joined((place, Message("output {n}", {"n": count})), ", ")
            yield from (passage._replace(place=where, shown=True) for passage in _output(output))


def _cell(cell: Mapping[str, Any], number: int) -> Message:
    """A cell as JupyterLab numbers it, if it was run; else by its place."""
    count = cell.get("execution_count")
    return Message("cell [{n}]", {"n": str(count)}) if count else Message("cell no. {n}", {"n": number})


def _output(output: Mapping[str, Any]) -> Iterator[Passage]:
    kind = output.get("output_type")
    if kind == "stream":
        yield Passage("", _joined(output.get("text", "")), ERROR_STREAM if output.get("name") == "stderr" else None)
    if kind == "error":
        yield Passage("", f"{output.get('ename')}: {output.get('evalue')}", TRACEBACK)
    for media, data in output.get("data", {}).items():
        yield from _shown(media, _joined(data))
    yield from (Passage("", said) for _, said in _leaves(output.get("metadata", {})))


def _shown(media: str, data: Any) -> Iterator[Passage]:  # noqa: ANN401 - whatever a cell shows
    if not isinstance(data, str):
        yield from (Passage("", said) for _, said in _leaves(data))
    elif media in {"text/html", "image/svg+xml"}:
        yield from markup(data)
    elif IMAGE.match(media):
        yield from based(data, "")
    else:
        yield from _lines(data)


def _joined(source: Any) -> Any:  # noqa: ANN401 - as above
    """A text that the format keeps whole or line by line."""
    parts: Iterable[Any] = source if isinstance(source, list) else [source]
    return "".join(parts) if all(isinstance(part, str) for part in parts) else source


_READERS: Mapping[str, Callable[[str], Iterator[Passage]]] = {
    ".html": markup,
    ".svg": markup,
    ".json": _of_json,
    ".ipynb": _of_notebook,
    ".csv": _of_csv,
    ".xml": _of_xml,
}
