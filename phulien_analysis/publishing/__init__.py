"""Publishing: executed notebooks become pages, pages an edition, and an edition is shown."""

from phulien_analysis.publishing.editions import Edition, Wanted, build_edition
from phulien_analysis.publishing.manifest import packages
from phulien_analysis.publishing.metadata import site_address
from phulien_analysis.publishing.runs import Build, Failure, build_editions, wanted_editions

__all__ = [
    "Build",
    "Edition",
    "Failure",
    "Wanted",
    "build_edition",
    "build_editions",
    "packages",
    "site_address",
    "wanted_editions",
]
