"""What a total and its parts say of themselves in their own words, by which they may not belong together."""

from __future__ import annotations

from collections.abc import Sequence

from phulien_analysis.stated import cues
from phulien_analysis.stated.columns import FEW_DIGITS, window_of
from phulien_analysis.stated.passage import Occurrence


def tells_more(parts: Sequence[Occurrence]) -> bool:
    """Whether a part opens as a sentence does: ``trong đó có 274 thôn, có 32 thôn khó khăn`` may be of those 274."""
    return any(cues.NEW_SUBJECT.fullmatch(part.near) is not None for part in parts[1:])


def measures_again(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether one part is named as its total, others not: ``bị thương 197 người. … làm chết 181, bị thương 196``."""
    same = [part for part in parts if part.near == host.near and host.near]
    return 0 < len(same) < len(parts)


def is_of_other_sign_or_time(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether surpluses stand beside deficits, parts are of a time that their total is not of, or it counts nothing."""
    balance = any(cues.says(cues.SIGNED, spot.near) for spot in (host, *parts))
    own, others = window_of(host), {window_of(part) for part in parts} - {""}
    bare = host.mention.unit is None and any(part.mention.unit is not None for part in parts)
    few = host.mention.number is not None and len(host.mention.number.text) <= FEW_DIGITS
    unnamed = bare and (few or _names_another(host, parts))
    return balance or unnamed or bool(own and others and own not in others)


def _names_another(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether a noun that is no unit says that a figure counts other things: ``112 súng, trong đó 625 viên đạn``."""
    nouns = {part.mention.unit.label_vi.split()[0] for part in parts if part.mention.unit}
    return bool(host.after.strip(" .")) and not nouns & set(host.after.split()[:2])


def of_other_outcome(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether some part says of another outcome what its total says of one: ``làm 21 người chết. … bị thương 19``."""
    own = cues.outcomes(f"{host.near} {host.after}")
    others = (cues.outcomes(f"{part.near} {part.after}") for part in parts)
    return bool(own) and any(other and not own & other for other in others)


def overlapping(parts: Sequence[Occurrence]) -> int:
    """Of how many kinds of people or money that overlap others the parts are: women, members of the Party, the poor.

    What all of them are (``35 đảng viên trẻ, 33 đảng viên nữ``) tells none from another.
    """
    words = (f"{part.near} {_unit_of(part)} {part.after}" for part in parts)
    kinds = [set(cues.OVERLAPPING.findall(said[-200:])) for said in words]
    return max(len(set.union(*kinds) - set.intersection(*kinds)), int(any(kinds)))


def _unit_of(part: Occurrence) -> str:
    """The words of its unit, which may be a kind of people itself: ``2.228 người cao tuổi``."""
    return part.mention.unit.label_vi if part.mention.unit is not None else ""


def compares(parts: Sequence[Occurrence]) -> bool:
    """Whether a part is of a time before; not where it is what was carried over, beside what is new."""
    carried = [part for part in parts if cues.says(cues.CARRIED, part.near)]
    others = [part for part in parts if part not in carried]
    if len(carried) == 1 and others and all(cues.says(cues.NEW, part.near) for part in others):
        return False
    return any(_is_aside(part) for part in parts)


def _is_aside(spot: Occurrence) -> bool:
    """Whether a figure in a list compares or explains, and may be no part."""
    words = spot.near
    plan = cues.says(cues.PLAN, words) and spot.role != "den" and spot.depth > 0
    return plan or cues.says(cues.GRAND_TOTAL, words) or cues.says(cues.BEFORE, words) or cues.says(cues.AGAINST, words)


def is_of_pair(host: Occurrence, parts: Sequence[Occurrence]) -> bool:
    """Whether a total is what another figure is of: of ``139/143 hợp tác xã, gồm 75 cũ, 64 mới`` it is the 139."""
    return host.role == "den" and not any(part.role for part in parts)
