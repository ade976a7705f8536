"""Bases: the address that an object without a model was made with, by whatever name the library has for it.

Takes a frame and the owner of a method; gives Attio's address, or None. An object has it from its constructor, from `super().__init__`,
from an attribute of its class, or from a client of Attio that it was given. Sends nothing.
"""

from __future__ import annotations

import re

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import HOST, evidence, open_terms
from attio_scopes.engine.domain.pieces import modelled
from attio_scopes.engine.domain.reasons import OF_A_RESPONSE, too_many
from attio_scopes.engine.domain.text import names_an_address, setting_of
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.clients import base_of, client_of
from attio_scopes.engine.library.sdk import root_of
from attio_scopes.engine.whose import is_of_the_api
from attio_scopes.model.path import take_apart

STANDS_IN = "attio_scopes.double"
"""What a client is that is given a transport which answers in place of the network."""

NO_CLIENT = re.compile(
    r"cache|queue|store|memo|seen|page|browser|driver|dict|map|db|table|registry|lookup|config|response|result|body|payload|test"
)
_ATTRIBUTES = ("base_url", "BASE_URL", "api_base_url", "api_url", "API_URL", "api_base", "root_url", "base", "url", "host", "endpoint")


def is_double(fr: Frame, name: str) -> bool:
    """Whether a library's name is of one that answers in place of the network."""
    return name == STANDS_IN or name.partition(".")[0] in fr.ask.products.doubles


def stands_in(fr: Frame, root: v.Value) -> bool:
    """Whether something comes out of a stand-in for the network: of a test library, or of a fixture that is one."""
    if isinstance(root, (v.External, v.Made)):
        return is_double(fr, root.name)
    if not isinstance(root, v.Lost):
        return False
    given = {term.root.rpartition(":")[2] for term in open_terms(root) if isinstance(term, v.Param)}
    return not fr.ask.products.fixtures.isdisjoint(given | ({root.label} if root.parameter else set()))


def is_silent(fr: Frame, root: v.Value) -> bool:
    """Whether something is of a library of which nothing sends without a model."""
    return isinstance(root, (v.External, v.Made)) and root.name.partition(".")[0] in fr.ask.models.silent.libraries


def is_of_a_response(owner: v.Value) -> bool:
    """Whether something is what a response held."""
    root, _ = root_of(owner)
    if isinstance(root, v.Lost):
        return root.reason == OF_A_RESPONSE
    return isinstance(root, v.Made) and root.name == "response"


def base_of_stranger(fr: Frame, owner: v.Value) -> v.Value | None:
    """Attio's address, where an object of a library without a model has it; of an object of which only that is known, a gap that has it."""
    root, path = root_of(owner)
    if isinstance(root, v.Super):
        root = root.instance
    if isinstance(root, v.Obj):
        return base_of_derived(fr, root) if not path else None
    if isinstance(root, v.Lost) and root.reason == too_many() and evidence(root) == HOST:  # one of too many clients
        return v.Text((v.Gap(root.label, root.reason, evidence=HOST),))
    if not isinstance(root, v.Made) or is_silent(fr, root) or is_of_a_response(root):
        return None
    return _base_of_made(fr, root)


def base_of_derived(fr: Frame, owner: v.Obj) -> v.Value | None:
    """The base URL that a class of the project gives to the class of a library without a model, from which it derives."""
    above = fr.ask.external_bases(owner.cls)
    if not above or any(is_silent(fr, v.External(name)) or NO_CLIENT.search(name.rpartition(".")[2].lower()) for name in above):
        return None
    for name in _ATTRIBUTES:
        held = fr.ask.attribute(fr, owner, name)
        if any(isinstance(option.value, v.Text) and option.value.pieces for option in v.options(held)):
            return held
    return None


def _base_of_made(fr: Frame, made: v.Made) -> v.Value | None:
    models = fr.ask.models
    if made.name in models.classes or made.name in models.requests or made.name in models.sdks or not made.name:
        return None
    if NO_CLIENT.search(made.name.rpartition(".")[2].lower()):
        return None
    stored = fr.held((made, "base_url"))
    given = (*((stored,) if stored is not None else ()), *made.args.positional, *(value for _, value in made.args.keywords))
    found = next((found for value in given if (found := _address_in(fr, value)) is not None), None)
    return found or next((value for name, value in made.args.keywords if names_an_address(name) and _is_a_setting(value)), None)


def _is_a_setting(value: v.Value) -> bool:
    return any("attio" in setting_of(option.value).lower() for option in v.options(value))


def _address_in(fr: Frame, value: v.Value) -> v.Value | None:
    """An argument that is Attio's address, or the address of the client that it is."""
    if any(is_attio(fr, option.value) for option in v.options(value)):
        return value
    if isinstance(value, (v.Made, v.Obj)):
        client = client_of(fr.ask, value)
        base = base_of(fr, value, client) if client is not None else None
        return base if base is not None and any(is_attio(fr, option.value) for option in v.options(base)) else None
    return None


def has_a_base(fr: Frame, args: v.Arguments) -> bool:
    """Whether Attio's address is among some arguments, so that what is made of them may have it."""
    return any(_address_in(fr, value) is not None for value in (*args.positional, *(value for _, value in args.keywords)))


def is_attio(fr: Frame, value: v.Value) -> bool:
    """Whether a value (no choice) is a text that begins with the address of Attio's API."""
    return isinstance(value, v.Text) and is_of_the_api(fr, take_apart(modelled(value.pieces)).host)
