"""`check --fix`: brings the declared scopes in line with what a run has proven. Takes an outcome, edits one file or shows how."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from attio_scopes.cli.output import put, tell
from attio_scopes.cli.whole_file import difference, read_file, replace_file
from attio_scopes.configure.edit import edit_scopes
from attio_scopes.configure.fix import TokenChange, plan_fix
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.model.scope import ScopeSet
    from attio_scopes.pipeline import Outcome


def fix(outcome: Outcome, *, add: bool, diff_only: bool) -> bool:
    """Edit the configuration file that the outcome was judged by.

    Args:
        outcome: of a run with a verdict.
        add: add scopes too.
        diff_only: print the difference and write nothing.

    Returns:
        whether the file was changed, so that the run should be repeated.

    Raises:
        UserError: the file cannot be edited or written.
    """
    file = outcome.configuration.file
    if not outcome.report.tokens:
        return False  # beside configured projects
    changes = plan_fix(outcome.report, outcome.configuration.config, add=add)
    edits = {change.token: change.after for change in changes if change.before != change.after}
    for change in changes:
        for line in _told(change, several=len(changes) > 1):
            tell(line)
    if file is None or not edits:
        tell("nothing to fix in the configuration")
        return False
    elsewhere = {token.name: token.source for token in outcome.configuration.config.tokens if token.source and token.name in edits}
    for name, source in elsewhere.items():
        _fix_elsewhere(file, source, edits.pop(name), diff_only)
    if elsewhere and not diff_only:
        told = [change for change in changes if change.token in elsewhere]
        tell("; ".join(f"{visible(elsewhere[change.token])}: {_summary(change, len(changes) > 1)}" for change in told))
    if not edits:
        return bool(elsewhere) and not diff_only
    shown = os.path.relpath(file)
    before = read_file(file)
    after = edit_scopes(before, shown, edits)
    if diff_only:
        put(difference(before, after, shown), None)
        return False
    replace_file(Path(file), after)
    tell(f"{visible(shown)}: " + "; ".join(_summary(change, len(changes) > 1) for change in changes if change.token in edits))
    return True


def _fix_elsewhere(configuration: str, source: str, wanted: ScopeSet, diff_only: bool) -> None:
    """Bring a list in another file in line."""
    from attio_scopes.cli.whole_file import refuse_strays
    from attio_scopes.configure.listing import read_listing, relisted, split_target

    folder = os.path.dirname(configuration)
    inside, name = split_target(source)
    file = os.path.join(folder, inside)
    refuse_strays(file, report=False)
    before = read_file(file)
    windows = "\r\n" in before and "\n" not in before.replace("\r\n", "")
    after = relisted(read_listing(before.replace("\r\n", "\n") if windows else before, inside, name), wanted)
    after = after.replace("\n", "\r\n") if windows else after
    if diff_only:
        put(difference(before, after, os.path.relpath(file)), None)
    elif after != before:
        replace_file(Path(file), after)


def _told(change: TokenChange, several: bool) -> list[str]:
    """What was left undone, and why."""
    owner = f"token {visible(change.token)}: " if several else ""
    lines = []
    if change.withheld is not None:
        lines.append(f"{owner}no scope is removed: {change.withheld}")
    if change.kept:
        lines.append(f"{owner}kept, as the configuration says: {', '.join(str(scope) for scope in change.kept)}")
    if change.lacking:
        listed = ", ".join(str(scope) for scope in change.lacking)
        lines.append(f"{owner}missing (--add-scopes adds them): {listed}")
    return lines


def _summary(change: TokenChange, several: bool) -> str:
    before = {scope.resource: scope for scope in change.before}
    after = {scope.resource: scope for scope in change.after}
    groups = {
        "added": [str(scope) for scope in change.added if scope.resource not in before],
        "removed": [str(scope) for scope in change.removed if scope.resource not in after],
        "changed": [f"{scope.resource} to {scope.access}" for scope in change.added if scope.resource in before],
    }
    owner = f"token {visible(change.token)} " if several else ""
    return owner + ", ".join(f"{verb} {', '.join(items)}" for verb, items in groups.items() if items)
