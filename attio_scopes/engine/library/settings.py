"""Settings: what is read from the environment, and from what stands for it.

Takes a frame, the name of a setting and its default; gives a text that remembers from which variable it came. Never reads this process's
own environment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attio_scopes.engine.current import read
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose, combine
from attio_scopes.engine.domain.evidence import evidence, lost
from attio_scopes.engine.domain.pieces import is_absolute
from attio_scopes.engine.domain.reasons import UNNAMED
from attio_scopes.engine.domain.values import known

if TYPE_CHECKING:
    from attio_scopes.engine.frame import Frame, Pure


def from_environment(name: v.Value | None, default: v.Value | None) -> v.Value:
    """What reading an environment variable gives: its default, marked with the variable's name; else something unknown."""
    if isinstance(name, v.Choice):
        return choose(v.Option(o.guards, from_environment(o.value, default)) for o in name.options)
    variable = known(name) if name is not None else None
    label = (variable or "variable").lower()
    if default is None or default == v.NONE:
        return lost(
            f"the environment variable `{variable}` has no default" if variable else UNNAMED, label=label, environment=variable or label
        )
    return combine([default], lambda one: _marked(one, variable or "", label))


def _marked(value: v.Value, variable: str, label: str) -> v.Value:
    first = value.pieces[0] if isinstance(value, v.Text) and value.pieces else None
    if isinstance(first, v.Lit) and _NEAR.match(first.text) and not first.environment:
        # an address of this machine says nothing of where it runs for real
        there = lost(
            f"the environment variable `{variable}` may be set to another value" if variable else UNNAMED,
            label=label,
            environment=variable or label,
        )
        return any_of([v.Text((v.with_piece(first, environment=variable), *value.pieces[1:])), there])  # type: ignore[union-attr]  # a text
    if isinstance(value, v.Text) and value.pieces:
        return v.Text(tuple(v.with_piece(p, environment=variable) if isinstance(p, v.Lit) else p for p in value.pieces))
    if isinstance(value, v.Text):
        reason = f"the environment variable `{variable}` is empty by default" if variable else UNNAMED
        return lost(reason, label=label, environment=variable or label)
    return value


_ENVIRONMENT = v.External("os.environ")
ADDRESS = "address"
"""The operation that gives an address, and nothing of what is none."""
_NEAR = re.compile(
    r"^[a-z]+://(?:localhost|127\.|0\.0\.0\.0|\[::1?\]|testserver|[\w.-]+\.(?:localhost|test|invalid|local)\b)", re.IGNORECASE
)


def put_in_environment(fr: Frame, name: v.Value, value: v.Value) -> None:
    """Note an address, or Attio's host, that the program itself puts in a variable; one of this machine says nothing of where it runs for
    real."""
    variable = known(name)
    put = addresses_in(value)
    if variable is not None and put != v.ABSENT:
        fr.store((_ENVIRONMENT, variable), put)


def addresses_in(value: v.Value) -> v.Value:
    """What of a value is an address that a program may put in a variable; `ABSENT` for what is none."""
    return combine([value], _address_in)


def _address_in(value: v.Value) -> v.Value:
    first = value.pieces[0] if isinstance(value, v.Text) and value.pieces else None
    if isinstance(first, v.Lit) and isinstance(value, v.Text) and (is_absolute(value.pieces) or evidence(value)):
        return v.ABSENT if _NEAR.match(first.text) else value
    waits = v.is_open(value) and not isinstance(first, v.Lit)
    return v.Apply(ADDRESS, (value,)) if waits else v.ABSENT


def read_environment(fr: Frame, name: v.Value, default: v.Value | None) -> v.Value:
    """What reading a variable gives: the address that the program puts there, else as `from_environment`."""
    variable = known(name)
    held = fr.held((_ENVIRONMENT, variable)) if variable is not None else None
    if held is not None:
        held = read(fr, (_ENVIRONMENT, variable), held)
    put = [o for o in v.options(held) if o.value != v.ABSENT] if held is not None else []
    return from_environment(name, choose(put) if put else default)


def _getenv(fr: Frame, args: v.Arguments) -> v.Value | None:
    name = args.get(0, "key") or args.get(0, "name")
    if name is None or v.is_open(name):
        return None
    return read_environment(fr, name, args.get(1, "default"))


def _setdefault_in_environment(fr: Frame, args: v.Arguments) -> v.Value | None:
    if len(args.positional) == 2:
        put_in_environment(fr, *args.positional)
    return _getenv(fr, args)


def is_environment(value: v.Value | None) -> bool:
    """Whether a value is `os.environ` itself."""
    return value == _ENVIRONMENT


def update_environment(fr: Frame, more: v.Value, words: tuple[tuple[str, v.Value], ...]) -> None:
    """`os.environ.update(mapping, name=…)`; `more` is what the mapping holds."""
    entries = more.entries if isinstance(more, v.Map) else ()
    for key, value in (*entries, *((v.text(word), value) for word, value in words)):
        put_in_environment(fr, key, value)


SETTINGS: dict[str, Pure] = {
    "os.getenv": _getenv,
    "os.environ.get": _getenv,
    "os.environ.setdefault": _setdefault_in_environment,
    "os.environ.pop": _getenv,
}
