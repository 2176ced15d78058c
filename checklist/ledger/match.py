"""Which item a row of a foreign ledger is about, by its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checklist.attach import ANYWHERE, EVIDENCE
from checklist.ledger.rows import Row
from checklist.saved import essence
from checklist.similarity import Likeness, pairs

CLEAR = 0.1
"""By how much the best match must be better than the next, from 0 to 1."""


class Matcher:
    """Finds rows by the wording of their items; an ambiguous text finds none."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        wordings = [essence(row.text, row.item.marker) for row in rows]
        self._likeness = Likeness(wordings, range(len(rows)))
        self._exact: dict[str, list[int]] = defaultdict(list)
        for place, (row, wording) in enumerate(zip(rows, wordings, strict=True)):
            for name in {wording, essence(row.item.title, "")}:
                self._exact[name].append(place)

    def find(self, text: str) -> tuple[Row, bool] | None:
        """The row, and whether its text is the same; None where no single one stands out."""
        from checklist.ledger.report import without_number

        for name in (essence(text, ""), essence(without_number(text), "")):
            if len(places := self._exact.get(name, [])) == 1:
                return self.rows[places[0]], True
        wording = essence(without_number(text), "")
        near = sorted(
            ((alike, place) for place, alike, shared in self._near(wording) if shared >= EVIDENCE),
            reverse=True,
        )
        if not near or near[0][0] < ANYWHERE:
            return None
        if len(near) > 1 and near[0][0] - near[1][0] < CLEAR:
            return None
        return self.rows[near[0][1]], False

    def _near(self, wording: str) -> list[tuple[int, float, int]]:
        return list(self._likeness.near(pairs(wording)))
