"""Files where Spark finds them: local, HDFS, or whatever its Hadoop has a scheme for.

Places are texts: `hdfs://…`, `file:///…`. Knows nothing of what is in the files.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import frozen

from indicator_dsl.frames.jobs import Mark

# The libraries of Java, reached through Spark; they have no types here.
Java: TypeAlias = Any
_UNSEEN: Final = ("_", ".")


def place_of(text: str) -> str:
    """A place as Spark knows it: text with a scheme as it is, anything else on this machine.

    Example:
        >>> place_of("hdfs://name/a.parquet")
        'hdfs://name/a.parquet'
        >>> place_of("/data/a.parquet")
        'file:///data/a.parquet'
    """
    return text.rstrip("/") if "://" in text else f"file://{Path(text).absolute().as_posix()}"


def joined(place: str, *names: str) -> str:
    """A place inside another.

    Example:
        >>> joined("hdfs://name/a", "b", "c.csv")
        'hdfs://name/a/b/c.csv'
    """
    return "/".join([place, *names])


@frozen
class Store:
    """What can be done with places; `session` is a classic Spark's."""

    session: Any

    def _path(self, place: str) -> tuple[Java, Java]:
        path = self.session._jvm.org.apache.hadoop.fs.Path(place)  # noqa: SLF001 - the only way
        conf = self.session._jsc.hadoopConfiguration()  # noqa: SLF001 - the only way
        return path.getFileSystem(conf), path

    def is_there(self, place: str) -> bool:
        """Whether there is anything."""
        files, path = self._path(place)
        return bool(files.exists(path))

    def is_folder(self, place: str) -> bool:
        """Whether it is a folder."""
        files, path = self._path(place)
        return bool(files.exists(path) and files.getFileStatus(path).isDirectory())

    def files_in(self, place: str) -> Iterator[tuple[str, Mark]]:
        """The files of a folder and of those in it, by their names there; hidden ones left out."""
        files, path = self._path(place)
        start = len(files.makeQualified(path).toUri().getPath().rstrip("/")) + 1
        found = files.listFiles(path, True)  # noqa: FBT003 - Java has no names for it
        while found.hasNext():
            status = found.next()
            name = status.getPath().toUri().getPath()[start:]
            if not any(part.startswith(_UNSEEN) for part in name.split("/")):
                yield name, Mark(size=status.getLen(), modified=status.getModificationTime())

    def names_in(self, place: str) -> list[str]:
        """The names of what a folder holds."""
        files, path = self._path(place)
        return [status.getPath().getName() for status in files.listStatus(path)]

    def text_of(self, place: str) -> str | None:
        """The text of a small file; None where there is none."""
        if not self.is_there(place):
            return None
        files, path = self._path(place)
        stream = files.open(path)
        try:
            return str(self.session._jvm.org.apache.commons.io.IOUtils.toString(stream, "UTF-8"))  # noqa: SLF001 - the only way
        finally:
            stream.close()

    def write(self, place: str, text: str) -> None:
        """Writes a small file."""
        files, path = self._path(place)
        stream = files.create(path, True)  # noqa: FBT003 - Java has no names for it
        try:
            stream.write(bytearray(text.encode("utf-8")))
        finally:
            stream.close()

    def begin(self, place: str) -> None:
        """Makes a folder, and those it lies in."""
        files, path = self._path(place)
        files.mkdirs(path)

    def remove(self, place: str) -> None:
        """Removes a file or a folder with all it holds; nothing where there is none."""
        files, path = self._path(place)
        files.delete(path, True)  # noqa: FBT003 - Java has no names for it

    def move(self, place: str, to: str) -> bool:
        """Gives a file or folder another place, at once; says whether it could."""
        files, path = self._path(place)
        _, wanted = self._path(to)
        files.mkdirs(wanted.getParent())
        return bool(files.rename(path, wanted))
