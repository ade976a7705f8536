"""`attio-scopes clean`: removes the cache. Takes nothing, gives the exit code."""

from __future__ import annotations

import click

from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.options import VERBOSE
from attio_scopes.cli.output import tell


@click.command("clean")
@VERBOSE
def clean_command() -> int:
    """Remove the cache.

    It is in the user's cache folder, or where the environment variable ATTIO_SCOPES_CACHE_DIR says. Nothing else is touched: a folder
    that is not a cache of attio-scopes is left alone.

    \b
    Examples:
      attio-scopes clean
    """
    import os
    import shutil

    from attio_scopes.cache.place import cache_place
    from attio_scopes.cache.store import is_cache
    from attio_scopes.model.errors import UserError
    from attio_scopes.model.visible import visible

    place = cache_place()
    folder = place.folder
    if not folder:
        raise UserError(f"There is no cache: {visible(place.reason)}.")
    if not os.path.lexists(folder):
        tell(f"There is no cache at {visible(folder)}.")
        return ExitCode.OK
    if not is_cache(folder):
        raise UserError(f"{visible(folder)}: not a cache that attio-scopes made for this user; nothing was removed")
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise UserError(f"{visible(folder)}: cannot be removed: {error.strerror or error}") from error
    tell(f"Removed {visible(folder)}.")
    return ExitCode.OK
