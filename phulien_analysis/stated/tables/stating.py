"""All that the tables of a document state, as readings to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from phulien_analysis.documents.document import Document
from phulien_analysis.stated.effort import Effort
from phulien_analysis.stated.readings import Reading
from phulien_analysis.stated.tables.book import Table, read_tables
from phulien_analysis.stated.tables.columns import column_readings
from phulien_analysis.stated.tables.exactness import settled
from phulien_analysis.stated.tables.sums import total_readings


def tables_of(document: Document, effort: Effort | None = None, *, english: bool) -> list[Table]:
    """The tables of a document whose structure is clear; ``english`` is how its numbers lean."""
    effort = effort or Effort()
    return [settled(table, effort) for table in read_tables(document, english=english)]


def in_tables(tables: Iterable[Table], effort: Effort | None = None) -> Iterator[list[Reading]]:
    """Every calculation that tables state, as far as ``effort`` allows: each cell's readings together."""
    effort = effort or Effort()
    for table in tables:
        for reading in total_readings(table, effort):
            yield [reading]
        yield from column_readings(table, effort)
