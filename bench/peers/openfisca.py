"""The seven lines as variables of OpenFisca, whose formulas are vectors of float32."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Final

from bench.peers.of_columns import MANY, columns_of
from bench.peers.peer import Offer, Peer, Prepared
from bench.peers.sheets import LABELS, Sheet

_YEAR: Final = "2024"
_SHARES: Final = (1.0, 0.8, 0.6, 0.3, 0.0)
_KEYS: Final = dict(zip(LABELS, ("excellent", "good", "fair", "low", "poor"), strict=True))
_NUMBERS: Final = ("executed", "budget", "cases", "progress", "cost", "satisfaction")
_JUDGED: Final = ("service", "level")
_TOLD: Final = ("budget", "cases", "service", "progress", "cost", "level", "satisfaction")
_FORMULAS: Final[dict[str, tuple[int, Callable[..., Any]]]] = {
    "budget": (10, lambda of: of("executed") / of("budget")),
    "cases": (20, lambda of: of("cases") / 200_000),
    "progress": (10, lambda of: 80 / of("progress")),
    "cost": (10, lambda of: 1599.56 / of("cost")),
    "satisfaction": (10, lambda of: of("satisfaction") / 95),
}


def _rounded(points: Any) -> Any:  # noqa: ANN401 - an array
    return import_module("numpy").floor(points * 100 + 0.5) / 100


def _in_proportion(weight: int, share: Callable[..., Any]) -> Callable[..., Any]:
    minimum = import_module("numpy").minimum

    def formula(sheets: Any, period: Any) -> Any:  # noqa: ANN401 - arrays
        return _rounded(weight * minimum(share(lambda name: sheets(name, period)), 1))

    return formula


def _judged(weight: int, name: str, levels: Any) -> Callable[..., Any]:  # noqa: ANN401 - an enum
    select = import_module("numpy").select

    def formula(sheets: Any, period: Any) -> Any:  # noqa: ANN401 - arrays
        level = sheets(name, period)
        return _rounded(weight * select([level == each for each in levels], _SHARES))

    return formula


def _total(sheets: Any, period: Any) -> Any:  # noqa: ANN401 - arrays
    return sum(sheets(f"earned_{name}", period) for name in _TOLD)


def _system() -> Any:  # noqa: ANN401 - of a library without types
    """A country of one kind of entity, the sheet, with eight figures and eight formulas."""
    entities = import_module("openfisca_core.entities")
    enums = import_module("openfisca_core.indexed_enums")
    variable = import_module("openfisca_core.variables").Variable
    year = import_module("openfisca_core.periods").DateUnit.YEAR
    sheet = entities.build_entity(key="sheet", plural="sheets", label="A sheet", is_person=True)
    levels = enums.Enum("Level", {key: label for label, key in _KEYS.items()})
    judged = {"value_type": enums.Enum, "possible_values": levels, "default_value": levels.poor}
    kinds: dict[str, dict[str, Any]] = {
        **{name: {"value_type": float} for name in _NUMBERS},
        **dict.fromkeys(_JUDGED, judged),
    }
    formulas = {name: _in_proportion(*told) for name, told in _FORMULAS.items()}
    formulas |= {name: _judged(w, name, levels) for name, w in zip(_JUDGED, (10, 30), strict=True)}
    kinds |= {f"earned_{k}": {"value_type": float, "formula": f} for k, f in formulas.items()}
    kinds["total"] = {"value_type": float, "formula": _total}
    country = import_module("openfisca_core.taxbenefitsystems").TaxBenefitSystem([sheet])
    for name, kept in kinds.items():
        body = {"entity": sheet, "definition_period": year, **kept}
        country.add_variable(type(name, (variable,), body))
    return country


def _scored(system: Any, given: dict[str, Any], count: int) -> list[Any]:  # noqa: ANN401
    builder = import_module("openfisca_core.simulations").SimulationBuilder()
    simulation = builder.build_default_simulation(system, count=count)
    for name, column in given.items():
        simulation.set_input(name, _YEAR, column)
    names = (*(f"earned_{name}" for name in _TOLD), "total")
    return [simulation.calculate(name, _YEAR) for name in names]


def _inputs(sheets: Sequence[Sheet]) -> dict[str, Any]:
    np = import_module("numpy")
    return {
        name: np.array([_KEYS[label] for label in column] if name in _JUDGED else column)
        for name, column in columns_of(sheets).items()
    }


def _at_once(sheets: Sequence[Sheet]) -> Prepared:
    system, given = _system(), _inputs(sheets)
    return Prepared(
        lambda: _scored(system, given, len(sheets)),
        lambda found: zip(*(column.tolist() for column in found), strict=True),
    )


def _one_by_one(sheets: Sequence[Sheet]) -> Prepared:
    system, given = _system(), [_inputs([sheet]) for sheet in sheets]
    return Prepared(
        lambda: [_scored(system, each, 1) for each in given],
        lambda found: [[column[0] for column in columns] for columns in found],
    )


_OFFER: Final = Offer(reason="trace of formulas", units="a label", checks="periods, entities")
PEERS: Final = tuple(
    Peer(
        name="OpenFisca",
        way=way,
        module="openfisca_core",
        package="openfisca-core",
        prepare=prepare,
        count=count,
        offer=_OFFER,
    )
    for way, prepare, count in (
        ("float32, one by one", _one_by_one, 20),
        ("float32, all at once", _at_once, MANY),
    )
)
