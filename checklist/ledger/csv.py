"""The ledger as CSV that Excel and WPS open with a double click."""

from __future__ import annotations

import csv
import io

from checklist.ledger.ledger import Ledger
from checklist.ledger.safe import for_csv


def render(ledger: Ledger) -> bytes:
    """One line for each row; a byte order mark tells Excel that it is UTF-8."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([column.name(ledger.language) for column in ledger.columns])
    for row in ledger.rows:
        writer.writerow([for_csv(column.text(row, ledger.language)) for column in ledger.columns])
    return target.getvalue().encode("utf-8-sig")
