"""Library functions: what calling a name of a library gives and sends.

Takes a frame, a dotted name, arguments and the place; gives the result. The client models, the known functions and the frameworks are
looked up in this order; anything else gives an opaque value with the evidence of what went in. Never loads a library.
"""

from __future__ import annotations

from attio_scopes.engine.callbacks import call_back
from attio_scopes.engine.construct import site_of
from attio_scopes.engine.containers import FACTORY
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import evidence, lost
from attio_scopes.engine.domain.reasons import ENTRIES, is_exception, why_any
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.handed import note_handed
from attio_scopes.engine.library.bases import STANDS_IN, is_double
from attio_scopes.engine.library.effects import EFFECTS
from attio_scopes.engine.library.functions import PURE
from attio_scopes.engine.library.receivers import is_mocked, send_unknown
from attio_scopes.engine.library.sending import RESPONSE, send_call
from attio_scopes.engine.library.sequences import MAKES_CONTAINER
from attio_scopes.engine.library.settings import from_environment
from attio_scopes.engine.library.strangers import send_stranger
from attio_scopes.engine.operations import pure
from attio_scopes.engine.summary import Here
from attio_scopes.model import fate

_SETTINGS = (".config", ".environ", ".settings")


def call_external(fr: Frame, name: str, args: v.Arguments, here: Here) -> v.Value:
    """Call a library's function or class by its dotted name."""
    models, products, ledger = fr.ask.models, fr.ask.products, fr.ask.world.ledger
    said = name
    if name in products.same:
        name, renamed = products.same[name]
        args = v.Arguments(args.positional, tuple((renamed.get(word, word), x) for word, x in args.keywords), args.star, args.kwstar)
    shape = models.functions.get(name)
    if shape is not None:
        return send_call(fr, shape, args, None, here)
    config = models.configs.get(name)
    if config is not None:
        ledger.note(here, fate.NO_SEND, name)
        fr.ask.send_configured(fr, config, args, here)
        return v.Made(name, v.Arguments(), site_of(fr, here))
    fr.ask.send_command(fr, name, args, here)
    above, _, last = name.rpartition(".")
    client = models.classes.get(above)
    if client is not None and last in client.methods and args.positional:  # `Session.request(session, …)`
        rest = v.Arguments(args.positional[1:], args.keywords, args.star, args.kwstar)
        return send_call(fr, client.methods[last], rest, args.positional[0], here)
    if last == "get" and above.endswith((*_SETTINGS, *(f".{holder}" for holder in products.holders))) and name not in PURE:
        ledger.note(here, fate.NO_SEND, name)
        return from_environment(args.get(0, "key"), args.get(1, "default"))
    if name.startswith("builtins.") and name.endswith(".__new__") and name != "builtins.type.__new__":  # `str.__new__(cls, …)`
        name = "builtins.object.__new__"
    if name.startswith("builtins.str.") and args.positional:  # `str.format(text, …)`
        method = fr.ask.attribute(fr, args.positional[0], name.rpartition(".")[2])
        return fr.ask.call(fr, method, v.Arguments(args.positional[1:], args.keywords, args.star, args.kwstar), here)
    effect = EFFECTS.get(name)
    if effect is not None:
        given = effect(fr, args, here)
        if given is not None:
            ledger.note(here, fate.NO_SEND, said)
            return given
    container = MAKES_CONTAINER.get(name)
    if container is not None:
        ledger.note(here, fate.NO_SEND, name)
        kind, make = container
        made = v.Ref(site_of(fr, here), kind)
        held = make(fr, args)
        fr.store(made, held if held is not None else _waiting(kind, args))
        if name == "collections.defaultdict" and args.positional:
            fr.store((made, FACTORY), args.positional[0])
        return made
    if name in PURE:
        ledger.note(here, fate.NO_SEND, said)
        return pure(fr, name, args)
    provider = fr.ask.provider(fr, name, args, here)
    if provider is not None:
        ledger.note(here, fate.NO_SEND, name)
        return provider
    return _unknown(fr, name, args, here)


def _with_evidence(args: v.Arguments, given: v.Value) -> v.Arguments:
    """The arguments that something was made with, and the evidence of what lists and mappings among them hold."""
    if not isinstance(given, v.Lost) or not given.evidence or any(map(evidence, args.values())):
        return args
    return v.Arguments(args.positional, (*args.keywords, (v.INNER, given)), args.star, args.kwstar)


def _waiting(kind: str, args: v.Arguments) -> v.Value:
    each = v.Apply("each", (args.positional[0],)) if args.positional else lost(ENTRIES)
    return v.Map((), lost(why_any(args.values(), ENTRIES), *args.values())) if kind == "dict" else v.Seq(kind, (), each)


def _unknown(fr: Frame, name: str, args: v.Arguments, here: Here) -> v.Value:
    models, ledger = fr.ask.models, fr.ask.world.ledger
    note_handed(fr, (name,), args.values(), (here[0].path, here[0].lines[0]))
    if args.keywords:
        fr.ask.note_lifespan(fr, name, args)
    if name in models.classes and is_mocked(fr, args):
        ledger.note(here, fate.NO_SEND, "a stand-in for the network")
        return v.Made(STANDS_IN, args, site_of(fr, here))
    if name in models.classes or name in models.requests or name in models.sdks:
        ledger.note(here, fate.NO_SEND, name)
        return v.Made(name, args, site_of(fr, here))
    root = name.partition(".")[0]
    if is_double(fr, name):
        ledger.note(here, fate.NO_SEND, "a stand-in for the network")
        return v.Made(name, args, site_of(fr, here))
    owner, _, verb = name.rpartition(".")
    if owner and owner != "builtins" and send_unknown(fr, v.Member(v.External(owner), verb), args, here):
        return RESPONSE
    if send_stranger(fr, v.External(name), args, here):
        return RESPONSE
    given = call_back(fr, v.External(name), args, here)
    if isinstance(given, v.Lost) or name.rpartition(".")[2][:1].isupper():
        if root != "builtins" or is_exception(name):
            return v.Made(name, _with_evidence(args, given), site_of(fr, here))
    return given
