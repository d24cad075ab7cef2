"""CSVs as people save them, each with the rows they hold or the words of the refusal."""

from typing import Final

RULES: Final = "甲 >= 200 件 weight 20\n"

# The cells that come out again, worked out by hand from the rule in docs/commands.md.
READ: Final[dict[str, tuple[bytes, list[list[str]]]]] = {
    "plain": ("甲,x\n180,a\n200,b\n".encode(), [["180", "a"], ["200", "b"]]),
    "marked": ("\ufeff甲,x\n180,a\n".encode(), [["180", "a"]]),
    "dos": ("甲,x\r\n180,a\r\n200,b".encode(), [["180", "a"], ["200", "b"]]),
    "returns": ("甲,x\r180,a\r200,b\r".encode(), [["180", "a"], ["200", "b"]]),
    "mixed": ("甲,x\n180,a\r\n200,b\r190,c\n".encode(), [["180", "a"], ["200", "b"], ["190", "c"]]),
    "blank": ("\n甲,x\n\n180,a\n  \n200,b\n\n".encode(), [["180", "a"], ["200", "b"]]),
    "commas": ("甲,x\n180,a\n,\n".encode(), [["180", "a"], ["", ""]]),
    "quoted": ('甲,x\n180,"a, b"\n"200","c\nd"\n'.encode(), [["180", "a, b"], ["200", "c\nd"]]),
    "quote": ('甲,x\n180,a"b\n200,"c""d"\n'.encode(), [["180", 'a"b'], ["200", 'c"d']]),
    "inches": ('甲,x\n180,5"\n200,\n'.encode(), [["180", '5"'], ["200", ""]]),
    "heads": ('" 甲", x \n180,a\n'.encode(), [["180", "a"]]),
    "blanks": ("甲,x\n 180 , a\n".encode(), [[" 180 ", " a"]]),
    "excel": ("甲,备注\r\n180,正常\r\n".encode("gb18030"), [["180", "正常"]]),
    "headonly": ("甲,x\n".encode(), []),
    "one": ("甲\n180\n\n200\n".encode(), [["180"], ["200"]]),
    "onegap": ('甲\n180\n""\n200\n'.encode(), [["180"], [""], ["200"]]),
}

REFUSED: Final[dict[str, tuple[bytes, str, str]]] = {
    "empty": (b"", "IND885", "it is empty"),
    "onlyblank": (b"\n\n", "IND885", "it is empty"),
    "short": ("甲,x\n180,a\n200\n".encode(), "IND885", "line 3 has 1 cell where the head has 2"),
    "long": ("甲,x\n180,a,b\n".encode(), "IND885", "line 2 has 3 cells where the head has 2"),
    "title": ("2024年度\n甲,x\n180,a\n".encode(), "IND885", "line 2 has 2 cells"),
    "titled": ("2024年度,\n甲,x\n180,a\n".encode(), "IND885", "column 2 has no name in line 1"),
    "twice": ("甲,备注,备注\n1,a,b\n".encode(), "IND883", "columns 2 and 3 have one name"),
    "case": ("甲,A,a\n1,a,b\n".encode(), "IND883", "columns 2 and 3 have one name"),
    "unnamed": ("甲,,b\n1,a,b\n".encode(), "IND885", "column 2 has no name in line 1"),
    "semicolons": ("甲;x\n1;a\n".encode(), "IND885", "parted by semicolons"),
    "tabs": ("甲\tx\n1\ta\n".encode(), "IND885", "parted by tabs"),
    "unclosed": ('甲,x\n180,"a\n200,b\n'.encode(), "IND885", "from line 2 on a quotation mark"),
    "behind": ('甲,x\n180,"a"b\n'.encode(), "IND885", "from line 2 on a quotation mark"),
    "zeros": ("甲,x\n180,a\0\n".encode(), "IND885", "line 2 holds signs that no text has"),
    "utf16": ("甲,x\n180,a\n".encode("utf-16"), "IND885", "CSV UTF-8"),
    "halfbroken": ("甲,x\n180,a\n".encode() + b"200,\xb2\xe2\n", "IND885", "CSV UTF-8"),
    "noname": (b"x,y\n1,2\n", "IND884", "the columns are x, y"),
}
