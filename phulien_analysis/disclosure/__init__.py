"""What the disclosure policy does to a report: small numbers withheld or grouped, and what would give them away.

``covered`` finds what the policy covers, ``relations`` what readers can work out, ``search`` whether a number is still
open to them, ``protection`` what else must be withheld; ``snapshot`` writes the result where a run reads its data.
"""

from phulien_analysis.disclosure.protection import protect, protected
from phulien_analysis.disclosure.snapshot import prepare

__all__ = ["prepare", "protect", "protected"]
