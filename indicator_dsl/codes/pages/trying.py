"""Pages of the codes IND811 to IND825: profiles, folders, written files, cases.

Holds words only.
"""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND811",
        kind="file",
        why=Text(
            "Profiles bring grades, scales and defaults that change scores. A name that leads "
            "nowhere is never passed over.",
            "方案带来的等级、等次和默认方法会影响得分，找不到的名称不会略过。",
        ),
        avoid=("# profile.ind: use mof-2019\nindicator-dsl check profile.ind"),
        prefer=("# shipped.ind: use mof-2020\nindicator-dsl check shipped.ind"),
        related=(
            "IND806",
            "IND812",
        ),
    ),
    Page(
        code="IND812",
        kind="file",
        why=Text(
            "A ruleset from a stranger may not read files elsewhere on the machine: only those "
            "in its own folder and below.",
            "来自他人的规则集不得读取计算机上的其他文件，只能引用所在文件夹及其下的文件。",
        ),
        avoid=('# apart/outside.ind: use "../shared.ind"\nindicator-dsl check apart/outside.ind'),
        prefer=('# hall/inside.ind: use "shared.ind"\nindicator-dsl check hall/inside.ind'),
        related=("IND811",),
    ),
    Page(
        code="IND813",
        kind="file",
        why=Text(
            "Two files that use each other have no order, and the order decides which statement "
            "wins.",
            "两个文件互相引用就分不出先后，而先后决定以哪一处为准。",
        ),
        avoid=(
            "# circle/a.ind: use b.ind; circle/b.ind: use a.ind\nindicator-dsl check circle/a.ind"
        ),
        prefer=('# hall/inside.ind: use "shared.ind"\nindicator-dsl check hall/inside.ind'),
        related=("IND208",),
    ),
    Page(
        code="IND814",
        kind="file",
        why=Text(
            "A handful of profiles is plenty. A limit keeps a ruleset from a stranger from "
            "opening files without end.",
            "几个方案已经足够。设上限可防止他人的规则集无休止地打开文件。",
        ),
        avoid=("# many/a.ind uses dozens of files\nindicator-dsl check many/a.ind"),
        prefer=('# hall/inside.ind: use "shared.ind"\nindicator-dsl check hall/inside.ind'),
        related=("IND813",),
    ),
    Page(
        code="IND815",
        kind="file",
        why=Text(
            "Nothing was checked, which must not be taken for everything being right.",
            "没有检查任何文件，不能当作全部正确。",
        ),
        avoid="indicator-dsl check notes/",
        prefer="indicator-dsl check hall/",
        related=(
            "IND801",
            "IND825",
        ),
    ),
    Page(
        code="IND816",
        kind="file",
        why=Text(
            "A ruleset somebody wrote is not overwritten by an empty one.",
            "已写好的规则集不会被空白的覆盖。",
        ),
        avoid="indicator-dsl new ruleset.ind --title 综合窗口",
        prefer="indicator-dsl new another.ind --title 综合窗口",
        related=("IND817",),
    ),
    Page(
        code="IND817",
        kind="file",
        why=Text(
            "The folder is not there, the disk is full, or writing is not permitted. What was "
            "there before is unchanged.",
            "文件夹不存在、磁盘已满或没有写入权限。原有内容不变。",
        ),
        avoid="indicator-dsl new missing/another.ind --title 综合窗口",
        prefer="indicator-dsl new another.ind --title 综合窗口",
        related=(
            "IND807",
            "IND816",
        ),
    ),
    Page(
        code="IND821",
        kind="case",
        why=Text(
            "Cases are TOML files. In TOML a bare name may hold only ASCII letters, digits, `-` "
            "and `_`; every other name stands in quotes.",
            "用例是 TOML 文件。TOML 中不加引号的名称只能含英文字母、数字、“-”和“_”，其他"
            "名称都要加引号。",
        ),
        avoid=('[actuals]\n年办件量 = "180000 件"\n[expect]\nscore = "18.00"'),
        prefer=('[actuals]\n"年办件量" = "180000 件"\n[expect]\nscore = "18.00"'),
        related=("IND822",),
    ),
    Page(
        code="IND822",
        kind="case",
        why=Text(
            "An expectation under a misspelt key would never be tried, and the case would pass "
            "for the wrong reason.",
            "键名写错的期望不会被核对，用例就会错误地通过。",
        ),
        avoid=('[actuals]\n"年办件量" = "180000 件"\n[expect]\nscroe = "18.00"'),
        prefer=('[actuals]\n"年办件量" = "180000 件"\n[expect]\nscore = "18.00"'),
        related=("IND821",),
    ),
    Page(
        code="IND823",
        kind="file",
        why=Text(
            "A case belongs to the ruleset of its folder. When there is none, or several, it "
            "says which one it is about.",
            "用例属于所在文件夹的规则集。没有或有几个时，须写明是哪一个。",
        ),
        avoid=("# lonely/cases/1.toml beside two rulesets\nindicator-dsl test lonely/"),
        prefer="indicator-dsl test hall/",
        related=("IND824",),
    ),
    Page(
        code="IND824",
        kind="file",
        why=Text(
            "A case may only be about a ruleset in its folder or a shipped one, so that a "
            "folder can be handed on whole.",
            "用例只能针对所在文件夹中的规则集或内置规则集，这样文件夹才能整体移交。",
        ),
        avoid=('# astray/cases/1.toml: file = "../ruleset.ind"\nindicator-dsl test astray/'),
        prefer="indicator-dsl test hall/",
        related=(
            "IND812",
            "IND823",
        ),
    ),
    Page(
        code="IND825",
        kind="file",
        why=Text(
            "A run that tried nothing must not look like one that passed.",
            "什么都没有测试，不能当作通过。",
        ),
        avoid="indicator-dsl test notes/",
        prefer="indicator-dsl test hall/",
        related=("IND815",),
    ),
)
