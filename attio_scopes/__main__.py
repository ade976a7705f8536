"""`python -m attio_scopes` is `attio-scopes`.

Python puts the working folder in front of its path then; that may be the folder of strangers' code, in which a `click.py` would be
imported in place of the library. So it is taken out before anything else is imported.
"""

import gc
import os
import sys

if not getattr(sys.flags, "safe_path", False) and sys.path and sys.path[0] in ("", os.getcwd()):
    del sys.path[0]


def start() -> None:
    """Run the command line; an interruption while it is still being loaded is told like a later one."""
    try:
        from attio_scopes.cli import main

        main()
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        sys.exit(130)
    finally:
        gc.freeze()  # the process ends: looking through all its objects for cycles then takes longer than a small run


if __name__ == "__main__":
    start()
