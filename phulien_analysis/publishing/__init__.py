"""Publishing: executed notebooks become pages, pages an edition, and an edition is shown."""

from phulien_analysis.publishing.editions import Edition, build_edition

__all__ = ["Edition", "build_edition"]
