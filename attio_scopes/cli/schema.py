"""`attio-scopes schema`: the JSON Schemas of our own files. Takes the name of one, prints it."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.options import MANIFEST, OUTPUT, VERBOSE, manifest_in_use
from attio_scopes.cli.output import put

SCHEMAS = ("report", "config", "pyproject", "manifest", "scopes", "sources", "clients", "frameworks")
WITH_SCOPES = ("config", "pyproject")


@click.command("schema")
@click.argument("name", type=click.Choice(SCHEMAS))
@OUTPUT
@MANIFEST
@VERBOSE
def schema_command(name: str, output: str | None, manifest_file: str | None) -> int:
    """Print the JSON Schema of the report, the configuration, the scope manifest or a file of the rules.

    `clients` is of a client model, `frameworks` of what is known of a framework.

    The scopes that a configuration may declare are those of the scope manifest in use.

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
    from attio_scopes.rule_files import scopes_of

    scopes = scopes_of(manifest_in_use(manifest_file)).scopes if name in WITH_SCOPES else ()
    put(schema_text(name, scopes), output)
    return ExitCode.OK


def schema_text(name: str, scopes: Sequence[str] = ()) -> str:
    """The text of one of `SCHEMAS`.

    Args:
        name: of the schema.
        scopes: those of the manifest in use, where it is not the shipped one; they replace those that a configuration may declare.
    """
    from attio_scopes.rule_files import rules_folder

    if name != "pyproject":
        text = (rules_folder() / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
        schema = json.loads(text) if scopes and name in WITH_SCOPES else {}
        if not schema or schema["$defs"]["scope"]["enum"] == list(scopes):
            return text
        schema["$defs"]["scope"]["enum"] = list(scopes)
        return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    config = json.loads(schema_text("config", scopes))
    shared = {"$schema": config.pop("$schema"), "$id": "urn:attio-scopes:schema:pyproject:1"}
    definitions = config.pop("$defs")  # `#/$defs/…` is looked up from the root of the document
    del config["$id"]
    table = {"type": "object", "properties": {"attio-scopes": config}}
    whole = {"title": "attio-scopes in pyproject.toml", "type": "object", "properties": {"tool": table}, "$defs": definitions}
    return json.dumps({**shared, **whole}, indent=2) + "\n"
