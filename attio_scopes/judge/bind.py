"""Bind: which declared token does a call use? Takes a call and the tokens, gives those that it is judged against."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from attio_scopes.globs import compiled
from attio_scopes.model.call import Call
from attio_scopes.model.config import Token


class Binding(Struct, frozen=True):
    """The tokens of a call.

    Attributes:
        tokens: what it is judged against.
        certain: it uses each of them; if not, one of them, and nothing says which.
    """

    tokens: tuple[Token, ...]
    certain: bool


def bind(call: Call, tokens: Sequence[Token]) -> Binding:
    """Find the tokens of a call.

    First by the credential that was followed to the request, then by the file, then because there is only one token.
    A client that two credentials reach belongs to both tokens.

    Args:
        call: any call.
        tokens: all declared ones.

    Returns:
        the tokens; all of them, not certain, where nothing decides.
    """
    by_credential = tuple(token for token in tokens if _names_meet(call.site.credentials, token.env))
    if by_credential:
        return Binding(by_credential, certain=True)
    by_path = tuple(token for token in tokens if _is_in(call.site.place.path, token.paths))
    if by_path:
        return Binding(by_path, certain=True)
    return Binding(tuple(tokens), certain=len(tokens) <= 1)


@lru_cache(maxsize=20_000)
def _is_in(path: str, globs: tuple[str, ...]) -> bool:
    """Asked for every call of a file; a configuration may have very many globs."""
    return compiled(globs).match(path)


def _names_meet(found: Sequence[str], declared: Sequence[str]) -> bool:
    return any(_same_name(name, wanted) for wanted in declared for name in found)


def _same_name(found: str, declared: str) -> bool:
    """Whether a credential of the source is the declared one.

    Settings classes read the variable ATTIO_TOKEN into the attribute attio_token, so case does not count; and a declared
    name without a dot means the attribute of that name of any object.
    """
    found, declared = found.casefold(), declared.casefold()
    return found == declared or ("." not in declared and found.rpartition(".")[2] == declared)
