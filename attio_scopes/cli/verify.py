"""`attio-scopes verify`: declared, granted and needed side by side. Takes the command line, asks Attio, gives the exit code.

The token comes from an environment variable and goes nowhere but into the one request. A value that may be a token typed in
the wrong place (a name of a token, a variable or a path that does not exist) is never repeated in a message.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.groups import Command
from attio_scopes.cli.options import CONFIG, INCLUDE_TESTS, MANIFEST, PATHS, VERBOSE, a_number, analyse, project_options, request
from attio_scopes.cli.output import put, tell
from attio_scopes.model.config import Token
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.model.scope import Scope, ScopeSet
    from attio_scopes.pipeline import Outcome
    from attio_scopes.verify import LevelCheck, Row
    from attio_scopes.verify.exchange import Secret


class _Wanted(Struct, frozen=True):
    """A token to ask about: its declaration, the variable that holds it, and its value."""

    token: Token
    variable: str
    secret: Secret


class _Checked(Struct, frozen=True):
    """What came of asking about one token."""

    token: str
    variable: str
    granted: ScopeSet
    unreadable: int
    level: LevelCheck
    rows: tuple[Row, ...]


@click.command("verify", cls=Command)
@project_options
@VERBOSE
@INCLUDE_TESTS
@MANIFEST
@CONFIG
@PATHS
@click.option("--token", "names", multiple=True, metavar="NAME", help="A declared token; several are possible.  [default: all]")
@click.option("--env", "variable", metavar="VAR", help="Environment variable that holds the token.  [default: env in the configuration]")
@click.option("--base-url", metavar="URL", help="Ask there instead of https://api.attio.com (a proxy, a test server).")
@click.option("--proxy", metavar="URL", help="Ask through this HTTP proxy; env for the one that HTTPS_PROXY names.")
@click.option(
    "--timeout", type=click.FloatRange(0.1, 300), callback=a_number, default=10.0, show_default=True, help="Seconds for the whole exchange."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output format.")
@click.option(
    "--fail-on", type=click.Choice(["note", "warning", "error"]), default="error", show_default=True,
    help="Minimum severity that fails the run.",
)  # fmt: skip
def verify_command(
    paths: tuple[str, ...],
    config_file: str | None,
    manifest_file: str | None,
    include_tests: bool,
    names: tuple[str, ...],
    variable: str | None,
    base_url: str | None,
    proxy: str | None,
    timeout: float,
    form: str,
    fail_on: str,
) -> int:
    """Ask Attio what the token was granted, and compare.

    Sends one request, GET /v2/self, with the token from an environment variable: the one of --env, or those that the
    configuration names under env. The token is never an argument and is never shown.

    \b
    Examples:
      attio-scopes verify --env ATTIO_API_KEY
      attio-scopes verify --token sync
      attio-scopes verify --proxy http://proxy.example.com:3128
    """
    from attio_scopes.verify import ATTIO, ask, check_level
    from attio_scopes.verify.exchange import checked_proxy

    if not all(os.path.exists(path) for path in paths):
        raise UserError("one of the paths does not exist (pass the token in an environment variable, not as an argument; see --env)")
    through = checked_proxy(proxy)
    outcome = analyse(request(paths, config_file, manifest_file, include_tests, single=True, verdict=False))
    checked: list[_Checked] = []
    problems: list[str] = []
    for wanted in _wanted(outcome.configuration.config.tokens, names, variable):
        try:
            granted = ask(wanted.secret, base_url or ATTIO, timeout, through)
        except UserError as error:
            problems.extend(f"token {visible(wanted.token.name)} ({visible(wanted.variable)}): {problem}" for problem in error.problems)
            continue
        rows = _compared(outcome, wanted.token, granted.scopes)
        level = check_level(wanted.token.level, granted.level, _called(outcome, wanted.token))
        checked.append(_Checked(wanted.token.name, wanted.variable, granted.scopes, granted.unreadable, level, rows))
    if checked:
        put(_as_json(checked) if form == "json" else _as_text(checked), None)
    if problems:
        raise UserError(*problems)
    return _exit_code(outcome, checked, fail_on)


def _wanted(tokens: Sequence[Token], names: Sequence[str], variable: str | None) -> list[_Wanted]:
    """Which tokens to ask about, with their values; every problem at once."""
    from attio_scopes.model.scope import ScopeSet
    from attio_scopes.verify import readable_token

    tokens = tokens or (Token("default", ScopeSet()),)
    declared = ", ".join(visible(token.name) for token in tokens)
    unknown = [name for name in names if name not in {token.name for token in tokens}]
    if unknown:  # not repeated: it may be the token itself
        raise UserError(f"--token takes the name of a declared token ({declared}); pass the token itself in an environment variable")
    chosen = [token for token in tokens if not names or token.name in names]
    if variable is not None and len(chosen) > 1:
        raise UserError(f"--env holds one token and {len(chosen)} are declared: choose one with --token NAME ({declared})")
    wanted: list[_Wanted] = []
    problems: list[str] = []
    for token in chosen:
        try:
            found = _variable(token, variable)
            wanted.append(_Wanted(token, found, readable_token(os.environ[found], found)))
        except UserError as error:
            problems.extend(error.problems)
    if problems:
        raise UserError(*problems)
    return wanted


def _variable(token: Token, given: str | None) -> str:
    """The environment variable that holds a token.

    Raises:
        UserError: none is named, or none of those that are is set.
    """
    if given is not None:
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", given) or given not in os.environ:
            raise UserError("--env takes the name of an environment variable, and none of that name is set")
        return given
    # A settings attribute (`settings.attio_token`) is filled from a variable of its name, in upper case by custom. The configuration may be
    # a stranger's: of a variable that does not say Attio (AWS_SECRET_ACCESS_KEY) the value goes nowhere unless the command line names it.
    names = [name.rpartition(".")[2] for name in token.env if "attio" in name.rpartition(".")[2].lower()]
    if token.env and not names:
        listed = ", ".join(visible(name) for name in token.env)
        raise UserError(f"token {visible(token.name)}: {listed} does not mention Attio: name the variable with --env")
    for spelling in dict.fromkeys(text for name in names for text in (name, name.upper())):
        if spelling in os.environ:
            return spelling
    if not names:
        raise UserError(f"token {visible(token.name)}: say which environment variable holds it: --env VAR, or env in the configuration")
    listed = ", ".join(visible(name) for name in names)
    raise UserError(f"token {visible(token.name)}: none of its environment variables is set ({listed}); name another with --env")


def _compared(outcome: Outcome, token: Token, granted: ScopeSet) -> tuple[Row, ...]:
    from attio_scopes.model.scope import ScopeSet
    from attio_scopes.pipeline import inventories
    from attio_scopes.verify import compare

    declared = outcome.configuration.config.tokens
    found = next(item for item in inventories(outcome) if item.token == token.name)
    needed = ScopeSet(frozenset(item.scope for item in found.scopes if item.certain))
    most = ScopeSet(frozenset(item.scope for item in (*found.scopes, *found.possible)))
    doubtful = outcome.report.partial or outcome.report.findings or any(j.status != "resolved" for j in outcome.report.calls)
    return compare(token.scopes if declared else None, granted, needed, None if doubtful else most)


def _called(outcome: Outcome, token: Token) -> list[tuple[str, tuple[str, ...]]]:
    """The endpoints that are certainly called with a token, with the levels that they serve."""
    from attio_scopes.pipeline import inventories

    found = next(item for item in inventories(outcome) if item.token == token.name)
    keys = {key for item in found.scopes if item.certain for need in item.needs for key in need.endpoints}
    return [(endpoint.key, endpoint.levels) for endpoint in outcome.manifest.endpoints if endpoint.key in keys]


def _exit_code(outcome: Outcome, checked: Sequence[_Checked], fail_on: str) -> ExitCode:
    from attio_scopes.model.finding import Severity

    open_calls = sum(1 for judged in outcome.report.calls if judged.status != "resolved")
    if open_calls:
        tell(f"{open_calls} of {len(outcome.report.calls)} calls could not be resolved and may need more; `attio-scopes calls` tells why")
    severities = [row.standing.severity for item in checked for row in item.rows] + [item.level.severity for item in checked]
    worst = max((severity for severity in severities if severity is not None), default=None)
    return ExitCode.FINDINGS if worst is not None and worst >= Severity[fail_on.upper()] else ExitCode.OK


def _as_text(checked: Sequence[_Checked]) -> str:
    from attio_scopes.verify import LEVELS

    lines: list[str] = []
    for item in checked:
        level = f", {item.level.granted} level" if item.level.granted in LEVELS else ""
        lines.append(f"token {visible(item.token)} (from {visible(item.variable)}{level})")
        width = max([len(row.resource) for row in item.rows] + [len("resource")])
        lines.append(f"  {'resource':<{width}}  {'declared':<10}  {'granted':<10}  {'needed':<10}")
        for row in item.rows:
            cells = "  ".join(f"{_access(scope):<10}" for scope in (row.declared, row.granted, row.needed))
            severity = row.standing.severity
            note = f"  {severity}: {row.standing.says}" if severity is not None else ""
            lines.append(f"  {row.resource:<{width}}  {cells}{note}".rstrip())
        lines += [f"  {item.level.severity}: {line}" for line in item.level.says]
        if item.unreadable:
            lines.append(f"  {item.unreadable} more scopes in the answer that this version does not know.")
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _access(scope: Scope | None) -> str:
    return "-" if scope is None else str(scope.access)


def _as_json(checked: Sequence[_Checked]) -> str:
    tokens = [
        {
            "name": item.token,
            "env": item.variable,
            "granted": list(item.granted.texts()),
            "level": {
                "declared": item.level.declared,
                "granted": item.level.granted or None,
                "refused": list(item.level.refused),
                "severity": None if item.level.severity is None else str(item.level.severity),
            },
            "resources": [
                {
                    "resource": row.resource,
                    "declared": None if row.declared is None else str(row.declared.access),
                    "granted": None if row.granted is None else str(row.granted.access),
                    "needed": None if row.needed is None else str(row.needed.access),
                    "standing": row.standing.value,
                    "severity": None if row.standing.severity is None else str(row.standing.severity),
                }
                for row in item.rows
            ],
        }
        for item in checked
    ]
    return json.dumps({"schema_version": 1, "tokens": tokens}, indent=2) + "\n"
