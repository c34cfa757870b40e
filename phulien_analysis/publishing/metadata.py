"""What the head of a page tells to those who do not read it: search engines, previews of links, feed readers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Lang, Message, mark
from phulien_analysis.period import month_period, say_month
from phulien_analysis.publishing.feed import NAME as FEED
from phulien_analysis.publishing.feed import stable_id
from phulien_analysis.report import Report

MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html",
    "pdf": "application/pdf",
}


@dataclass(frozen=True)
class Head:
    """For the head of every page of an edition in one language.

    ``address`` is that of the folder of its pages, empty where it is not known; ``dataset`` describes the data as
    JSON-LD, ready to stand in a data block; ``internal`` pages are for no search engine.
    """

    description: str
    address: str
    feed: str
    dataset: str
    internal: bool = False

    def link(self, href: str) -> str:
        """Where a page of the edition is, as the head names it: by its whole address, if that is known."""
        return urljoin(self.address, href)

    @property
    def robots(self) -> str:
        """Search engines are asked in only to public pages of a site that has said where it is to be found."""
        return "index, follow" if self.address and not self.internal else "noindex"


def site_address(url: str) -> str:
    """The address of a site with a slash at its end; empty where there is none.

    Raises:
        PhulienError: it is not an address that a browser can open.
    """
    if not url:
        return ""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        msg = f"{url!r} is not the address of a site; give one like https://example.org/figures/"
        raise PhulienError(msg)
    return url.rstrip("/") + "/"


def head(report: Report, files: Iterable[str], up: str, url: str) -> Head:
    """The head of a report's pages; ``up`` leads from them to the edition, ``url`` is the site's address, if known."""
    lang = report.lang
    names = {"ward": report.ward.label.say(lang), "month": say_month(report.month, lang)}
    redone = mark("Figures of the report of {ward} for {month}, as printed, with its calculations redone.")
    plain = mark("Figures of the report of {ward} for {month}, as printed.")
    description = Message(redone if report.audience.shows_all_findings else plain, names).say(lang)
    edition = f"{url}{report.ward.ward}/{report.month}/" if url else ""
    address = f"{edition}{lang}/" if edition and up else edition
    dataset = _dataset(report, description, files, address)
    return Head(description, address, f"{up}../{FEED}", dataset, internal=not report.audience.is_public)


def _dataset(report: Report, description: str, files: Iterable[str], address: str) -> str:
    lang, ward, window = report.lang, report.ward, month_period(report.month)
    place = ", ".join(filter(None, (ward.label.say(lang), _province(report, lang))))
    about = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": Message("{ward}, {month}", {"ward": place, "month": say_month(report.month, lang)}).say(lang),
        "description": description,
        "identifier": stable_id(ward.ward, report.month),
        "inLanguage": lang,
        "isAccessibleForFree": True,
        "temporalCoverage": f"{window.start}/{window.end}",
        "spatialCoverage": {"@type": "Place", "name": place, "identifier": ward.code},
        "sourceOrganization": {"@type": "GovernmentOrganization", "name": ward.label.say(lang)},
        "distribution": [_distribution(name, address) for name in files],
        **({"url": address} if address else {}),
    }
    return _for_html(about)


def _province(report: Report, lang: Lang) -> str:
    return report.ward.province_vi if lang == "vi" else report.ward.province_en


def _distribution(name: str, address: str) -> dict[str, str]:
    media = MEDIA_TYPES[name.rpartition(".")[2]]
    return {"@type": "DataDownload", "contentUrl": urljoin(address, name), "encodingFormat": media}


def _for_html(document: object) -> str:
    """JSON in which nothing can end the element that it stands in."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
