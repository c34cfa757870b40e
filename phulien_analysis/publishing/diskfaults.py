"""What the disk refused, said for people: what it was about, why, and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message, Sayable, mark

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
BROKEN = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE}
CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}


def disk_fault(error: OSError, site: Path) -> PhulienError:
    """The error for people; it names the file, or else the site."""
    place = error.filename2 or error.filename or site  # of two, the second is the one written to
    values: dict[str, Sayable] = {"place": str(place), "cause": error.strerror or str(error)}
    if error.errno in FULL:
        return PhulienError(Message("{place} could not be written ({cause}); make room, and run again", values))
    if error.errno in CLOSED:
        text = mark("cannot write to {folder} ({cause}); make it writable, or name another place with --out")
        folder = Path(str(place)).parent if error.filename else site
        return PhulienError(Message(text, {**values, "folder": str(folder)}))
    if error.filename is None and error.errno not in BROKEN:
        return PhulienError(Message("the system refused what was needed ({cause}); run again", values))
    text = mark("the disk failed at {place} ({cause}); see that it is there and works, and run again")
    return PhulienError(Message(text, values))
