"""The parts a document is made of besides its words. Fixed text; knows no form."""

from typing import Final

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORDS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONT: Final = "宋体"
_MARGIN: Final = 850  # 1.5 cm, in twentieths of a point
_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" '
    'w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'
)


def document_part(body: str) -> str:
    """The document with its body on a lying A4 page."""
    return f'{_HEAD}<w:document xmlns:w="{_WORDS}"><w:body>{body}{_PAGE}</w:body></w:document>'


def comments_part(remarks: str) -> str:
    """The remarks of the margin."""
    return f'{_HEAD}<w:comments xmlns:w="{_WORDS}">{remarks}</w:comments>'


def _links(*links: tuple[str, str]) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _types() -> str:
    parts = (("document", "document.main"), ("styles", "styles"), ("comments", "comments"))
    told = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in parts
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def _styles() -> str:
    fonts = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}"/>'
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in _EDGES
    )
    return (
        f'{_HEAD}<w:styles xmlns:w="{_WORDS}"><w:style w:type="paragraph" w:default="1" '
        'w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:before="40" w:after="40"/>'
        f'</w:pPr><w:rPr>{fonts}<w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name '
        'w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left '
        'w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '</w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
        "</w:style></w:styles>"
    )


PARTS: Final = {
    "[Content_Types].xml": _types(),
    "_rels/.rels": _links(("officeDocument", "word/document.xml")),
    "word/_rels/document.xml.rels": _links(("styles", "styles.xml"), ("comments", "comments.xml")),
    "word/styles.xml": _styles(),
}
"""Every part whose content is always the same, by its name."""
