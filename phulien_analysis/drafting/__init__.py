"""From a document to a month's figures file: a draft for review, never more than the text states."""

from phulien_analysis.drafting.drafts import Draft, Item, read_month
from phulien_analysis.drafting.problems import DraftError
from phulien_analysis.drafting.writing import review_path, write_draft

__all__ = ["Draft", "DraftError", "Item", "read_month", "review_path", "write_draft"]
