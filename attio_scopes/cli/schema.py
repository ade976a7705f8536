"""`attio-scopes schema`: the JSON Schemas of our own files. Takes the name of one, prints it."""

from __future__ import annotations

import json

import click

from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.options import OUTPUT, VERBOSE
from attio_scopes.cli.output import put

SCHEMAS = ("report", "config", "pyproject", "manifest", "scopes", "clients")


@click.command("schema")
@click.argument("name", type=click.Choice(SCHEMAS))
@OUTPUT
@VERBOSE
def schema_command(name: str, output: str | None) -> int:
    """Print the JSON Schema of the report, the configuration, the scope manifest, the scope catalogue or a client model.

    An editor with the YAML language server completes and checks attio-scopes.yaml if its first line names the schema
    (attio-scopes init --schema writes both):

    \b
      # yaml-language-server: $schema=attio-scopes.schema.json

    The schema pyproject has the configuration where pyproject.toml has it and leaves the rest of that file alone. Taplo
    takes it by its first line, or from .taplo.toml:

    \b
      #:schema ./attio-scopes-pyproject.schema.json

    \b
    Examples:
      attio-scopes schema report
      attio-scopes schema config --output attio-scopes.schema.json
      attio-scopes schema pyproject -o attio-scopes-pyproject.schema.json
    """
    put(schema_text(name), output)
    return ExitCode.OK


def schema_text(name: str) -> str:
    """The text of one of `SCHEMAS`."""
    from attio_scopes.rulebook import rules_folder

    if name != "pyproject":
        return (rules_folder() / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    config = json.loads(schema_text("config"))
    shared = {"$schema": config.pop("$schema"), "$id": "urn:attio-scopes:schema:pyproject:1"}
    definitions = config.pop("$defs")  # `#/$defs/…` is looked up from the root of the document
    del config["$id"]
    table = {"type": "object", "properties": {"attio-scopes": config}}
    whole = {"title": "attio-scopes in pyproject.toml", "type": "object", "properties": {"tool": table}, "$defs": definitions}
    return json.dumps({**shared, **whole}, indent=2) + "\n"
