"""`python -m attio_scopes` is `attio-scopes`.

Python puts the working folder in front of its path then; that may be the folder of strangers' code, in which a `click.py` would be
imported in place of the library. So it is taken out before anything else is imported.
"""

import os
import sys

if not getattr(sys.flags, "safe_path", False) and sys.path and sys.path[0] in ("", os.getcwd()):
    del sys.path[0]

from attio_scopes.cli import main

if __name__ == "__main__":
    main()
