"""An attacker reads the published figures.csv, knows catalogue and policy, and solves for what is withheld.

The attacker is a program of its own: it shares nothing with the package but the file it reads.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from phulien_analysis import format_number
from tests.made_up_disclosure import published, report_under

BELOW = 5
MOST = 60  # no number of these worlds is larger
PARTS = ("total by-kind: a b c", "a by-age: a1 a2", "b by-age: b1 b2", "total by-place: x y")
LEAVES = ("a1", "a2", "b1", "b2", "c")
SPLITS: dict[str, list[tuple[str, ...]]] = {
    "total": [("a", "b", "c"), ("x", "y")],
    "a": [("a1", "a2")],
    "b": [("b1", "b2")],
}
Known = dict[str, int]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[dict[str, int], list[str], list[str]]:
    """Counts that add up, or nearly; which of them are printed with their share; and which the policy covers."""
    counts = {name: draw(st.integers(0, 9)) for name in LEAVES}
    counts["a"], counts["b"] = counts["a1"] + counts["a2"], counts["b1"] + counts["b2"]
    counts["total"] = counts["a"] + counts["b"] + counts["c"]
    counts["x"] = draw(st.integers(0, counts["total"]))
    counts["y"] = counts["total"] - counts["x"]
    if draw(st.booleans()):
        counts["total"] += draw(st.integers(0, 2))  # a report whose total is not that of its parts
    with_share = draw(st.lists(st.sampled_from(("a", "b", "c", "x", "y")), unique=True, max_size=2))
    ruled = draw(st.lists(st.sampled_from(("total", "a", "b", "c", "x", "y", *LEAVES[:4])), unique=True, min_size=1))
    return counts, with_share, ruled


def lines(counts: Mapping[str, int], with_share: Sequence[str]) -> Iterator[str]:
    """The figures as a report prints them; a share has one decimal."""
    for name, count in counts.items():
        yield f"{name} actual 2025-07 {count} person"
        if name in with_share and counts["total"]:
            share = Decimal(count) * 100 / counts["total"]
            yield f'{name} share 2025-07 "{format_number(share, "vi", 1)}" percent'


class Attacker:
    """Finds every number that a withheld count can be, given all that is published."""

    def __init__(self, rows: Sequence[Mapping[str, str]], ruled: Sequence[str], small: Sequence[str]) -> None:
        actual = {row["indicator"]: row for row in rows if row["measure"] == "actual"}
        self.known: Known = {name: int(row["value"]) for name, row in actual.items() if row["value"]}
        self.unknown = [name for name, row in actual.items() if not row["value"]]
        self.shares = {row["indicator"]: row for row in rows if row["measure"] == "share" and row["value"]}
        # told even which counts are withheld for being small, and so that they are from 1 to 4
        self.domain = {
            name: range(1, BELOW) if name in small and name in ruled else range(MOST + 1) for name in self.unknown
        }

    def possible(self, name: str) -> set[int]:
        """The numbers that a withheld count can be."""
        return {value for value in self.domain[name] if self._solved({**self.known, name: value})}

    def _solved(self, known: Known) -> bool:
        while True:
            if not self._consistent(known):
                return False
            found = self._deduced(known)
            if found is None:
                break
            name, value = found
            if value not in self.domain[name]:
                return False
            known = {**known, name: value}
        left = [name for name in self.unknown if name not in known]
        return not left or any(self._solved({**known, left[0]: value}) for value in self.domain[left[0]])

    @staticmethod
    def _deduced(known: Known) -> tuple[str, int] | None:
        """A number that a sum leaves no choice for."""
        for total, splits in SPLITS.items():
            for parts in splits:
                open_parts = [name for name in (total, *parts) if name not in known]
                if len(open_parts) == 1:
                    (name,) = open_parts
                    added = sum(known[part] for part in parts if part in known)
                    return name, added if name == total else known[total] - added
        return None

    def _consistent(self, known: Known) -> bool:
        for total, splits in SPLITS.items():
            for parts in splits:
                if all(name in known for name in (total, *parts)) and (
                    (added := sum(known[part] for part in parts)) != known[total]
                    and any(name in self.unknown for name in (total, *parts))
                ):
                    return added == known[total]
        return all(self._fits(name, row, known) for name, row in self.shares.items())

    def _fits(self, name: str, row: Mapping[str, str], known: Known) -> bool:
        if not {name, "total"} <= set(known) or not {name, "total"} & set(self.unknown):
            return True
        if not known["total"]:
            return known[name] == 0
        share = Fraction(known[name] * 100, known["total"])
        return Fraction(row["low"]) <= share <= Fraction(row["high"])


@settings(max_examples=120)
@given(worlds())
def test_no_attacker_can_pin_a_withheld_count(world: tuple[dict[str, int], list[str], list[str]]) -> None:
    """Whatever a report's counts are, three numbers at least are left that each covered one can be."""
    counts, with_share, ruled = world
    report = report_under(list(lines(counts, with_share)), [f"{n},,{BELOW},suppress,show" for n in ruled], PARTS)
    small = [name for name in ruled if 0 < counts[name] < BELOW]
    rows = published(report)
    attacker = Attacker(rows, ruled, small)
    assert set(small) <= set(attacker.unknown)
    for name in small:
        assert len(attacker.possible(name)) >= 3, (name, counts, attacker.known)


def test_the_attacker_is_one() -> None:
    """Given a file in which only one part is missing the attacker finds it: 20 less 8 less 10 is 2."""
    rows = [
        {"indicator": name, "measure": "actual", "value": value, "low": "", "high": ""}
        for name, value in (("total", "20"), ("a", ""), ("b", "8"), ("c", "10"))
    ]
    assert Attacker(rows, [], []).possible("a") == {2}
