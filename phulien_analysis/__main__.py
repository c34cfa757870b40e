"""``python -m phulien_analysis`` is the command ``phulien``."""

import sys

from phulien_analysis.cli import main

sys.exit(main())
