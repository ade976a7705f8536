"""`attio-scopes mcp`: the MCP server. Takes the command line, answers on standard input and output until that ends."""

from __future__ import annotations

import importlib
import importlib.util

import click

from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.groups import Command
from attio_scopes.cli.options import VERBOSE
from attio_scopes.model.errors import UserError


@click.command("mcp", cls=Command)
@VERBOSE
def mcp_command() -> int:
    """Serve what attio-scopes tells to a coding agent (Model Context Protocol).

    It answers on standard input and output, reads only the folder that it is started in, and writes nothing. Tools: check,
    scopes_by_entry, explain_call, explain_error, scopes_for. It needs the extra mcp.

    \b
    Examples:
      attio-scopes mcp
    """
    if importlib.util.find_spec("mcp") is None:
        raise UserError("the package mcp is not installed: install attio-scopes with its extra, pip install 'attio-scopes[mcp]'")
    importlib.import_module("attio_scopes.mcp_server").serve()
    return ExitCode.OK
