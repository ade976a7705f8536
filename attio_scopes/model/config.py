"""The configuration of a run, as `[tool.attio-scopes]` or attio-scopes.yaml gives it, checked and frozen."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import Struct

from attio_scopes.model.call import Place
from attio_scopes.model.scope import Scope, ScopeSet


class Token(Struct, frozen=True):
    """A declared token.

    Attributes:
        name: `default` where the configuration has one token only.
        scopes: what it is granted.
        env: environment variables or settings attributes by which the code gets it.
        paths: globs of the files that use it.
        level: `workspace`, `user` or None where not said.
        kind: `token` or `oauth` (an app: a scope change makes customers authorise again).
        declared_at: (scope, where it is written), for findings on the declaration.
        source: `FILE:NAME` of the list in another file that declares the scopes, as the configuration has it; "" where it does so itself.
    """

    name: str
    scopes: ScopeSet
    env: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    level: str | None = None
    kind: str = "token"
    declared_at: tuple[tuple[Scope, Place], ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class WrapperHint:
    """`[tool.attio-scopes.wrappers]`: how calls of a function that cannot be followed become requests.

    Attributes:
        function: dotted name, `crm.http.send` or `crm.http.Client.send`.
        method: a parameter's name or position, or a literal method such as `GET`.
        path: a parameter's name or position, or a literal path that starts with `/`, a template of the reference among them.
        place: where it is written.
    """

    function: str
    method: str
    path: str
    place: Place | None = field(default=None, compare=False, repr=False)


class Config(Struct, frozen=True):
    """Everything that a user may set.

    Attributes:
        file: the file that it was read from, as the user would write it, or "" without one.
        tokens: the declared tokens; empty where none is declared.
        reasons: (scope text, why it is granted), carried into reports.
        keep: scope texts that stay declared whatever the calls need.
        named_at: (key, scope text, place) for each scope that `keep` or `reasons` names.
        include: globs of the files to look at, relative to the root; empty means every Python file.
        exclude: globs to leave out, relative to the root.
        include_tests: whether test code is analysed too.
        hosts: further hosts that are Attio's (a proxy, a test server).
        per_path_ignores: (glob, codes).
        ignore: codes that are never reported.
        severities: (code id, severity text) that replace the defaults.
        require_reasons: whether a suppression needs a reason.
        wrappers: hints for wrappers that cannot be followed.
        packages: names of installed modules that talk to Attio though their names do not say so.
        min_resolved: least percentage of calls that must be resolved, or None.
        baseline: file of the baseline, or None.
        manifest: file of the scope manifest, or None.
    """

    file: str = ""
    tokens: tuple[Token, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    keep: tuple[str, ...] = ()
    named_at: tuple[tuple[str, str, Place], ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    include_tests: bool = False
    hosts: tuple[str, ...] = ()
    per_path_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()
    require_reasons: bool = False
    wrappers: tuple[WrapperHint, ...] = ()
    packages: tuple[str, ...] = ()
    min_resolved: float | None = None
    baseline: str | None = None
    manifest: str | None = None

    def kept(self, scope: Scope) -> str | None:
        """Why a scope stays declared, whatever the calls need; None where nothing says so, "" where no reason is written."""
        reason = dict(self.reasons).get(str(scope))
        return "" if reason is None and str(scope) in self.keep else reason
