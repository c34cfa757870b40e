"""Documents as they arrive, from any office: opened, decoded, and laid out as paragraphs in reading order."""

from phulien_analysis.documents.document import Cell, Document, Marker, Paragraph, ParagraphKind
from phulien_analysis.documents.opening import read_document, read_text
from phulien_analysis.documents.problems import DocumentError, SecretDocumentError

__all__ = [
    "Cell",
    "Document",
    "DocumentError",
    "Marker",
    "Paragraph",
    "ParagraphKind",
    "SecretDocumentError",
    "read_document",
    "read_text",
]
