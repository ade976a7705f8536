"""Fix: which scopes the declared tokens should have, by what a run has proven.

Takes a judged report and its configuration; gives the change for each token. It takes a scope away only where a finding says
so (findings are withheld while there is doubt, and suppressed where the user wants to keep the scope) and no reason is written for it, and
adds one only when asked to, since granting is a decision. It reads and writes no file.
"""

from __future__ import annotations

from dataclasses import dataclass

from attio_scopes.model.config import Config
from attio_scopes.model.finding import BROADER_SCOPE, MISSING_SCOPE, UNUSED_SCOPE
from attio_scopes.model.report import Report
from attio_scopes.model.scope import Access, Scope, ScopeSet


@dataclass(frozen=True, slots=True)
class TokenChange:
    """What becomes of one token.

    Attributes:
        token: its name.
        before: the declared scopes.
        after: those that it should have.
        lacking: scopes that calls need and that are not added, since that was not asked for.
        withheld: why nothing is taken away, or None.
        kept: scopes that no call needs, or not as wide, and that stay because a reason is written for them.
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
    withheld = {token.name: token.withheld for token in report.tokens}
    explained = {text for text, _ in config.reasons}
    changes = []
    for token in config.tokens:
        after = set(token.scopes.scopes)
        missing: set[Scope] = set()
        kept: set[Scope] = set()
        for finding in report.findings:
            if finding.token != token.name:
                continue
            if finding.code is MISSING_SCOPE:
                missing.update(finding.missing_scopes)
            elif finding.code in (UNUSED_SCOPE, BROADER_SCOPE) and not report.partial:
                kept.update(scope for scope in finding.missing_scopes if str(scope) in explained)
                unneeded = [scope for scope in finding.missing_scopes if str(scope) not in explained]
                after.difference_update(unneeded)
                if finding.code is BROADER_SCOPE:
                    after.update(Scope(scope.resource, Access.READ) for scope in unneeded)
        lacking = ScopeSet(frozenset(after)).uncovered(ScopeSet(frozenset(missing)).least())
        if add and lacking:
            wider = {scope.resource for scope in lacking}
            after = {scope for scope in after if scope.resource not in wider} | set(lacking)
            lacking = ()
        told = withheld.get(token.name)
        changes.append(TokenChange(token.name, token.scopes, ScopeSet(frozenset(after)), lacking, told, tuple(sorted(kept))))
    return tuple(changes)
