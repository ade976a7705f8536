"""Stated: scopes that the source asks for and that are not those that are declared.

Takes what the source states, the configuration, and the scopes that calls may need; gives ATS103 with words on which of the two is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attio_scopes.judge.fingerprint import Draft
from attio_scopes.judge.messages import first, listed, token_words
from attio_scopes.model.call import Place
from attio_scopes.model.config import Config, Token
from attio_scopes.model.finding import OTHER_SCOPES, Finding
from attio_scopes.model.scope import Scope, ScopeSet
from attio_scopes.model.stated import Stated


def otherwise_stated(stated: Iterable[Stated], config: Config, needed: Collection[Scope]) -> Iterable[Draft]:
    """ATS103 for each place that states other scopes than every token that it may be about.

    Args:
        stated: what the source asks for.
        config: the declared tokens; those of OAuth apps are meant, where there are any.
        needed: the scopes that some call may need.
    """
    apps = [token for token in config.tokens if token.kind == "oauth"] or list(config.tokens)
    for one in stated:
        asked = ScopeSet.of(one.scopes)
        differences = [(token, _less(asked, token.scopes), _less(token.scopes, asked)) for token in apps]
        if not differences or any(not more and not fewer for _, more, fewer in differences):
            continue
        token, more, fewer = min(differences, key=lambda found: len(found[1]) + len(found[2]))
        message, help_ = _words(token, more, fewer, config, ScopeSet(frozenset(needed)))
        place = Place(one.path, one.line, one.column, one.end_line, one.end_column)
        yield Draft(Finding(OTHER_SCOPES, OTHER_SCOPES.severity, message, help_, place, (), token.name), ",".join(one.scopes))


def _less(scopes: ScopeSet, others: ScopeSet) -> tuple[Scope, ...]:
    """Those of one list that the other one has not, taken for the same where it has them within a wider one that is listed."""
    return tuple(scope for scope in scopes.least() if scope not in others.least())


def _words(token: Token, more: tuple[Scope, ...], fewer: tuple[Scope, ...], config: Config, needed: ScopeSet) -> tuple[str, str]:
    owner = token_words(token, config)
    parts = [f"asks for {_some(more)}, which {owner} does not declare"] if more else []
    parts += [f"leaves out {_some(fewer)}, which {owner} declares"] if fewer else []
    wrong: list[str] = []
    if source := [scope for scope in more if not _needs(needed, scope)] + [scope for scope in fewer if _needs(needed, scope)]:
        wrong.append(f"By the calls that are known, the list in the source is wrong about {_some(source)}.")
    if declared := [scope for scope in more if _needs(needed, scope)] + [scope for scope in fewer if not _needs(needed, scope)]:
        wrong.append(f"By the calls that are known, the configuration is wrong about {_some(declared)}.")
    return f"The source {' and '.join(parts)}.", " ".join(
        [*wrong, "Attio's consent page takes no scopes: what counts are those in the app's settings at Attio."]
    )


def _needs(needed: ScopeSet, scope: Scope) -> bool:
    return scope in needed.least()


def _some(scopes: Collection[Scope]) -> str:
    return listed(first([str(scope) for scope in sorted(scopes)]))
