"""`attio-scopes schema`: the JSON Schemas of our own files. Takes the name of one, prints it."""

from __future__ import annotations

import click

from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.options import OUTPUT, VERBOSE
from attio_scopes.cli.output import put

SCHEMAS = ("report", "config", "manifest", "scopes")


@click.command("schema")
@click.argument("name", type=click.Choice(SCHEMAS))
@OUTPUT
@VERBOSE
def schema_command(name: str, output: str | None) -> int:
    """Print the JSON Schema of the report, the configuration, the scope manifest or the scope catalogue.

    An editor completes attio-scopes.yaml by the schema of the configuration if the first line names a file of it:
    # yaml-language-server: $schema=attio-scopes.schema.json

    \b
    Examples:
      attio-scopes schema report
      attio-scopes schema config --output attio-scopes.schema.json
    """
    from attio_scopes.rulebook import rules_folder

    put((rules_folder() / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"), output)
    return ExitCode.OK
