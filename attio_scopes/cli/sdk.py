"""`attio-scopes manifest sdk`: the model of a generated SDK, by which its calls are resolved.

Takes the command line, gives a YAML file and a summary on standard error. Never imports the SDK.
"""

from __future__ import annotations

from pathlib import Path

import click

from attio_scopes.model.visible import visible

STANDARD_OUTPUT = "-"


@click.command("sdk", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("package", metavar="PACKAGE")
@click.option("--output", "-o", default=STANDARD_OUTPUT, metavar="FILE", help="Write to this file instead of standard output.")
@click.option("--manifest", "manifest_file", metavar="FILE", help="Compare with this manifest instead of the shipped one.")
def sdk_command(package: str, output: str, manifest_file: str | None) -> None:
    """Print what each method of a generated SDK sends.

    PACKAGE is the folder of an installed package, or a wheel. It is parsed; it is not imported, and a wheel is not unpacked. Any generated
    SDK can be read whose methods carry method= and path= as literals. Operations that the scope manifest does not have are listed.

    \b
    Example:
      attio-scopes manifest sdk .venv/lib/python3.12/site-packages/attio
      attio-scopes manifest sdk attio-0.26.1-py3-none-any.whl
      attio-scopes manifest sdk site-packages/attio -o rules/clients/attio.yaml
    """
    from attio_scopes.cli.whole_file import compile_in_place, refuse_strays
    from attio_scopes.disk import write_text
    from attio_scopes.manifest.sdk import read_sdk
    from attio_scopes.manifest.sdk_emit import emit_sdk
    from attio_scopes.rule_files import COMPILED, load_manifest

    model = read_sdk(Path(package))
    known = {endpoint.key for endpoint in load_manifest(manifest_file).endpoints}
    text = emit_sdk(model)
    if output == STANDARD_OUTPUT:
        click.echo(text, nl=False)
    else:
        target = Path(output)
        refuse_strays(output, report=True)
        write_text(target, text)
        rules = target.parent.parent
        if target.parent.name == "clients" and (rules / COMPILED).is_file():
            compile_in_place(rules)
    where = "standard output" if output == STANDARD_OUTPUT else output
    in_both = len(model.operations & known)
    click.echo(
        visible(
            f"{where}: {model.library} {model.version or 'of an unknown version'}, {sum(len(m) for _, m in model.resources)} methods, "
            f"{len(model.operations)} operations, of which the manifest has {in_both}"
        ),
        err=True,
    )
    for operation in sorted(model.operations - known):
        click.echo(f"  not in the manifest: {visible(operation)}", err=True)
    for line in model.skipped:
        click.echo(f"  left out or incomplete: {visible(line)}", err=True)
    if not model.base_url:
        click.echo("  no server address is written out in the package: fill in base_url", err=True)
