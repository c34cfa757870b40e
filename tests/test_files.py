"""Files from outside are read within their bounds, whatever size they say they have."""

from pathlib import Path

import pytest

from phulien_analysis.files import FileRefusedError, read_bounded


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no files here that say less than they hold")
def test_no_more_is_read_than_the_limit() -> None:
    """A file of the kernel says that it holds nothing; at the limit its reading ends, and it is refused."""
    path = Path("/proc/self/status")
    assert path.stat().st_size == 0
    with pytest.raises(FileRefusedError, match=r"it has 1 MB, where at most 1 MB are read; make it smaller"):
        read_bounded(path, 10)
