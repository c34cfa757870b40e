"""What a notebook shows: one function per kind of table or list, each called once in a cell.

Every function takes the report first and writes in its language. What a report does not print this month is said as
not reported; nothing here raises because a figure is missing.
"""

from __future__ import annotations

from phulien_analysis.views.answers import answer, answer_parts, answer_sums
from phulien_analysis.views.breakdowns import breakdown, plan_tree, progress
from phulien_analysis.views.figures import all_figures, derived, figures, further_figures, matrix
from phulien_analysis.views.findings import (
    findings,
    findings_page,
    recomputed,
    summary,
    to_review,
    topic_summary,
)
from phulien_analysis.views.passports import figures_page
from phulien_analysis.views.statements import answer_assessments, assessments, document, notes, statements, tasks

__all__ = [
    "all_figures",
    "answer",
    "answer_assessments",
    "answer_parts",
    "answer_sums",
    "assessments",
    "breakdown",
    "derived",
    "document",
    "figures",
    "figures_page",
    "findings",
    "findings_page",
    "further_figures",
    "matrix",
    "notes",
    "plan_tree",
    "progress",
    "recomputed",
    "statements",
    "summary",
    "tasks",
    "to_review",
    "topic_summary",
]
