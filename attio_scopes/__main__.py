"""`python -m attio_scopes` is `attio-scopes`."""

from attio_scopes.cli import main

if __name__ == "__main__":
    main()
