"""What tests need that the environment does not bring: programs of Debian's, a browser, letters."""

import os
import shutil
from typing import NoReturn

import pytest


def needs(program: str) -> str:
    """The program's path; where it is missing, see :func:`missing`."""
    found = shutil.which(program)
    return missing(f"{program} is not installed; .ci/run installs it") if found is None else found


def missing(what: str) -> NoReturn:
    """Skip a test that cannot be made here, and say why; in CI, which installs everything, it fails."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)
