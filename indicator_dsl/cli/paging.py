"""`page`: the page for browsers, served on this machine or copied into a folder."""

import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

import click

from indicator_dsl import codes
from indicator_dsl.assets import built_page
from indicator_dsl.cli import options, terminal
from indicator_dsl.diagnostics import Collector
from indicator_dsl.servers import LOOPBACK, page_files, page_server
from indicator_dsl.wording import Lang, Text

_PORT: Final = 8686
_MOST: Final = 65535
_WHICH: Final = Text(
    "say --serve to open the page on this machine, or -o FOLDER to copy it",
    "请写 --serve 在本机打开网页，或 -o 文件夹 复制网页",
)
_SERVED: Final = Text(
    "{address} - open it in a browser on this machine; Ctrl+C ends",
    "{address} 请在本机浏览器中打开；按 Ctrl+C 结束",
)
_COPIED: Final = Text(
    "{folder}: {n} files; open index.html, or put the folder on any web server",
    "{folder}：{n} 个文件；打开其中的 index.html，或放到任意网页服务器上",
)
_INSTALLED: Final = Text("installed", "本机")
_IN_FOLDER: Final = Text("in `{folder}`", "“{folder}”中")


@click.command()
@click.option("--serve", "is_served", is_flag=True, help="Serve it on 127.0.0.1 (本机打开).")
@click.option(
    "--port",
    type=click.IntRange(0, _MOST),
    default=_PORT,
    show_default=True,
    help="The port to serve on; 0 takes any that is free (端口).",
)
@click.option("-o", "--output", help="A new folder to copy it into (复制到).")
@click.option("--from", "source", help="A built page; the installed one without it.")
@options.LANG
def page(
    port: int, output: str | None, source: str | None, lang: str | None, *, is_served: bool
) -> None:
    """Open the page for those without Python: audit forms, write rules, try them (网页).

    Everything on it happens in the browser; nothing is sent. Needs: pip install
    "indicator-dsl[page]", or in a checkout python web/build.py

    网页在浏览器内完成全部计算，不上传任何内容。
    """
    spoken = terminal.language(lang)
    if is_served == (output is not None):
        raise click.UsageError(_WHICH.in_lang(spoken))
    collector = Collector()
    folder = built_page() if source is None else Path(source)
    files = {} if folder is None else page_files(folder)
    if not files:
        where = _INSTALLED if source is None else _IN_FOLDER.filled(folder=source)
        collector.add(codes.PAGE_MISSING.of_file("", where=where))
    elif output is not None:
        _copy(files, Path(output), spoken, collector)
    else:
        _serve(files, port, spoken, collector)
    terminal.show_diagnostics(collector.sorted(), spoken, quiet=True)
    sys.exit(terminal.IN_ERROR if collector.has_errors else terminal.COMPUTED)


def _copy(files: dict[str, Path], folder: Path, lang: Lang, collector: Collector) -> None:
    """Copies every file into a folder that is made for them."""
    try:
        folder.mkdir(parents=True)
        for name, file in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copyfile(file, folder / name)
    except FileExistsError:
        collector.add(codes.FILE_EXISTS.of_file(str(folder)))
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        collector.add(codes.FILE_NOT_WRITTEN.of_file(str(folder), why=why))
    else:
        click.echo(_COPIED.filled(folder=folder, n=len(files)).in_lang(lang))


def _serve(files: dict[str, Path], port: int, lang: Lang, collector: Collector) -> None:
    """Serves until it is interrupted."""
    try:
        server = page_server(files, port)
    except OSError as fault:
        why = fault.strerror or str(fault)
        collector.add(codes.PORT_UNUSABLE.of_file("", port=port, why=why))
        return
    address = f"http://{LOOPBACK}:{server.server_port}/"
    with server, suppress(KeyboardInterrupt):
        click.echo(_SERVED.filled(address=address).in_lang(lang))
        server.serve_forever()
