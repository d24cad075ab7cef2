"""What one figure of a record is, and how a program counts it. Reads nothing."""

from attrs import frozen


@frozen(kw_only=True)
class Figure:
    """What one figure of a record is: the name it goes by, and how it is counted.

    A number is counted in steps of 10^-`places` of `unit`; a label is one of `labels`; a day is a
    `date`. `is_optional` says that None counts as 0.
    """

    name: str
    places: int = 0
    unit: str = ""
    labels: tuple[str, ...] = ()
    is_day: bool = False
    is_optional: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is counted."""
        return not self.labels and not self.is_day
