"""What kind of file an office sent, by its first bytes and then by the end of its name.

Reads no form.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import PurePath
from typing import Final, Literal

from indicator_dsl import codes
from indicator_dsl.forms.archives import Unread
from indicator_dsl.wording import Text, same

Kind = Literal["docx", "xlsx", "xls", "html", "json", "csv", "text"]

_ENDINGS: Final[Mapping[str, Kind]] = {
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".csv": "csv",
    ".tsv": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".et": "xls",
}
FORM_ENDINGS: Final = tuple(_ENDINGS)
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_PACKED: Final = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_PICTURE: Final = Text("a picture", "图片")
_PACK: Final = Text("an archive of files", "压缩包")
_HTML: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|div)\b", re.IGNORECASE)
_OLD_WORD: Final = (".doc", ".wps", ".wpt", ".dot")
_BLANKS: Final = b"\xef\xbb\xbf \t\r\n"
_LOOKED_AT: Final = 4_096


def is_form_file(name: str) -> bool:
    """Whether a file of that name may hold a form, read or refused with what to do.

    Example:
        >>> is_form_file("自评表.DOCX"), is_form_file("自评表.pdf"), is_form_file("ruleset.ind")
        (True, True, False)
    """
    return PurePath(name).suffix.lower() in (*_ENDINGS, *_OLD_WORD, ".pdf")


def kind_of(content: bytes, name: str) -> Kind:
    """The kind of a file that can be read.

    Args:
        content: Its bytes, not empty.
        name: Its name; the end counts where the bytes say nothing.

    Raises:
        Unread: for a file that cannot hold a form that is read, with what to do.

    Example:
        >>> kind_of(b"<html><body>", "report.xls"), kind_of(b"a,b", "report.csv")
        ('html', 'csv')
    """
    ending = PurePath(name).suffix.lower()
    if content.startswith(_COMPOUND):
        return _compound(content)
    if content.startswith(b"PK"):
        return _zipped(content, ending)
    _refuse_others(content, ending)
    start = content[:_LOOKED_AT].lstrip(_BLANKS)
    kind = _ENDINGS.get(ending)
    if kind in ("docx", "xlsx"):
        why = Text("it does not begin as one", "开头不是该类文件")
        raise Unread(codes.FORM_BROKEN, kind=ending, why=why)
    if kind != "json" and _HTML.search(start):
        return "html"
    if kind is None:
        raise Unread(codes.FORM_KIND_UNKNOWN, kind=same(ending or "?"))
    return "text" if kind == "xls" else kind


def _refuse_others(content: bytes, ending: str) -> None:
    """Refuses what holds no cells at all."""
    start = content[:_LOOKED_AT].lstrip(_BLANKS)
    if b"%PDF-" in content[:1024] or ending == ".pdf":
        raise Unread(codes.FORM_IS_PDF)
    if start.startswith(b"{\\rtf"):
        raise Unread(codes.FORM_KIND_UNKNOWN, kind=same("RTF"))
    if content.startswith(_PACKED):
        raise Unread(codes.FORM_KIND_UNKNOWN, kind=_PACK)
    if content.startswith(_PICTURES) and b"\0" in content[:_LOOKED_AT]:
        raise Unread(codes.FORM_KIND_UNKNOWN, kind=_PICTURE)
    if ending in _OLD_WORD and not _HTML.search(start):
        raise Unread(codes.FORM_IS_OLD_WORD)


def text_kind_of(text: str) -> Kind:
    """The kind of a text without a name, such as one that was pasted.

    Example:
        >>> text_kind_of('[{"id": "a"}]'), text_kind_of("三级指标,指标值,实际完成值")
        ('json', 'csv')
    """
    start = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    if start.startswith("{") or re.match(r"\[\s*\{", start):
        return "json"
    if _HTML.search(start.encode("utf-8", "replace")):
        return "html"
    lines = text.split("\n", 200)
    if "\t" not in text and sum(line.count(",") > 1 for line in lines) * 2 > len(lines):
        return "csv"
    return "text"


def _compound(content: bytes) -> Kind:
    """Files of the old kind, and files with a password, name their parts in UTF-16."""
    if _names(content, "EncryptedPackage"):
        raise Unread(codes.FORM_LOCKED)
    if _names(content, "WordDocument") or _names(content, "WpsDocument"):
        raise Unread(codes.FORM_IS_OLD_WORD)
    if _names(content, "Workbook") or _names(content, "Book"):
        return "xls"
    raise Unread(codes.FORM_IS_OLD_WORD)


def _names(content: bytes, part: str) -> bool:
    return part.encode("utf-16-le") in content


def _zipped(content: bytes, ending: str) -> Kind:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except Exception as fault:  # whatever a damaged archive makes the library do
        kind = ending if _ENDINGS.get(ending) in ("docx", "xlsx") else ".zip"
        why = Text("it ends before its end", "文件不完整")
        raise Unread(codes.FORM_BROKEN, kind=kind, why=why) from fault
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "OFD.xml" in names:
        raise Unread(codes.FORM_KIND_UNKNOWN, kind=Text("an OFD document", " OFD 版式文件"))
    if "mimetype" in names:
        raise Unread(
            codes.FORM_KIND_UNKNOWN, kind=Text("an OpenDocument file", " OpenDocument 文件")
        )
    if _ENDINGS.get(ending) in ("docx", "xlsx"):
        why = Text("its parts are not those of one", "内容不是该类文件")
        raise Unread(codes.FORM_BROKEN, kind=ending, why=why)
    raise Unread(codes.FORM_KIND_UNKNOWN, kind=_PACK)
