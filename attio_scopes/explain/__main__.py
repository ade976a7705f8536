"""Write the pages of all codes into a folder: `python -m attio_scopes.explain docs/rules`."""

from __future__ import annotations

import sys
from pathlib import Path

from attio_scopes.explain.codes import write_pages

if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
