"""Fix: which scopes the declared tokens should have, by what a run has proven.

Takes a judged report and its configuration; gives the change for each token. It removes a scope only where a finding says so: there is none
while there is doubt, or where the configuration keeps the scope. It adds one only when asked to, since granting is a decision. It reads and
writes no file.
"""

from __future__ import annotations

from msgspec import Struct

from attio_scopes.model.config import Config
from attio_scopes.model.finding import BROADER_SCOPE, MISSING_SCOPE, UNUSED_SCOPE
from attio_scopes.model.report import Report
from attio_scopes.model.scope import Access, Scope, ScopeSet


class TokenChange(Struct, frozen=True):
    """What becomes of one token.

    Attributes:
        token: its name.
        before: the declared scopes.
        after: those that it should have.
        lacking: scopes that calls need and that are not added, since that was not asked for.
        withheld: why nothing is taken away, or None.
        kept: scopes that no call needs, or not as wide, and that stay because the configuration says so.
    """

    token: str
    before: ScopeSet
    after: ScopeSet
    lacking: tuple[Scope, ...] = ()
    withheld: str | None = None
    kept: tuple[Scope, ...] = ()

    @property
    def removed(self) -> tuple[Scope, ...]:
        """Scopes that are taken away, narrowed ones among them."""
        return tuple(scope for scope in self.before if scope not in self.after)

    @property
    def added(self) -> tuple[Scope, ...]:
        """Scopes that are new, narrowed and widened ones among them."""
        return tuple(scope for scope in self.after if scope not in self.before)


def plan_fix(report: Report, config: Config, *, add: bool) -> tuple[TokenChange, ...]:
    """Work out what each token should be declared with.

    Args:
        report: of the whole project, judged with `config`.
        config: with the declared tokens.
        add: also add the scopes that are missing for certain.

    Returns:
        a change for each declared token, in their order; one that changes nothing too.
    """
    kept = {token.name: tuple(scope for scope, _ in token.kept) for token in report.tokens}
    withheld = {token.name: token.withheld for token in report.tokens}
    changes = []
    for token in config.tokens:
        after = set(token.scopes.scopes)
        missing: set[Scope] = set()
        for finding in report.findings:
            if finding.token != token.name:
                continue
            if finding.code is MISSING_SCOPE:
                missing.update(finding.missing_scopes)
            elif finding.code in (UNUSED_SCOPE, BROADER_SCOPE) and not report.partial:
                after.difference_update(finding.missing_scopes)
                if finding.code is BROADER_SCOPE:
                    after.update(Scope(scope.resource, Access.READ) for scope in finding.missing_scopes)
        lacking = ScopeSet(frozenset(after)).uncovered(ScopeSet(frozenset(missing)).least())
        if add and lacking:
            wider = {scope.resource for scope in lacking}
            after = {scope for scope in after if scope.resource not in wider} | set(lacking)
            lacking = ()
        told = withheld.get(token.name)
        changes.append(TokenChange(token.name, token.scopes, ScopeSet(frozenset(after)), lacking, told, kept.get(token.name, ())))
    return tuple(changes)
