"""Methods of library objects: what calling one gives, sends or stores, and what calling such an object itself does.

Takes a frame, the object, the method's name, arguments and the place; gives the result. A method that nothing is known of hands on what it
is given; the project's own methods are never called but by way of these.
"""

from __future__ import annotations

from attio_scopes.engine.arguments import spread
from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.callbacks import call_back, put_off
from attio_scopes.engine.construct import construct, copy_with, fill_content, site_of
from attio_scopes.engine.container_changes import CONTAINER_METHODS, container_method, with_item
from attio_scopes.engine.containers import content, inner_of, item, mapping_of
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, combine
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.pieces import is_absolute
from attio_scopes.engine.domain.text import text_method, url_of
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.emit import emit
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.handed import note_handed
from attio_scopes.engine.held import surely_held
from attio_scopes.engine.library.bases import is_double
from attio_scopes.engine.library.clients import address_given, argument, client_of, keep_request, request_parts
from attio_scopes.engine.library.documents import loaded
from attio_scopes.engine.library.functions import substitute, template_names
from attio_scopes.engine.library.growing import is_growing, of_growing
from attio_scopes.engine.library.kept_settings import keep_settings
from attio_scopes.engine.library.models import ClientClass, Register
from attio_scopes.engine.library.receivers import send_unknown
from attio_scopes.engine.library.rewriting import mount
from attio_scopes.engine.library.sdk import operation_of, request_of, sdk_of, unknown_operation
from attio_scopes.engine.library.sending import RESPONSE, request_made, send_call
from attio_scopes.engine.library.sequences import fields_as_mapping
from attio_scopes.engine.library.settings import from_environment
from attio_scopes.engine.library.steps import by_own_steps
from attio_scopes.engine.library.strangers import made_by, send_stranger
from attio_scopes.engine.library.urls import split_method, url_method
from attio_scopes.engine.operations import get
from attio_scopes.engine.project.classes import is_exception_class
from attio_scopes.engine.summary import Here
from attio_scopes.engine.texts import named_of
from attio_scopes.model import fate
from attio_scopes.model.program import ClassDef


def call_member(fr: Frame, callee: v.Member, args: v.Arguments, here: Here) -> v.Value:
    """Call a method of an object that is not the project's."""
    owner, name = callee.owner, callee.name
    ledger = fr.ask.world.ledger
    if isinstance(owner, v.Seq) and owner.kind == "dynamic":
        return _dynamic(fr, owner, args, here)
    if isinstance(owner, v.Made):
        given = _of_made(fr, owner, name, args, here)
        if given is not None:
            ledger.note(here, fate.NO_SEND, f"{owner.name}.{name}")
            return given
    if isinstance(owner, v.Super):
        if name == "__call__" and isinstance(owner.instance, v.Class):
            return construct(fr, owner.instance, args, here)
        owner = owner.instance
        if isinstance(owner, (v.Obj, v.Param)) and owner.cls is not None:
            note_handed(fr, fr.ask.external_bases(owner.cls), args.values(), (here[0].path, here[0].lines[0]))
        callee = v.Member(owner, name)
    if isinstance(owner, (v.Obj, v.Param)) and owner.cls is not None:
        given = _of_subclass(fr, owner, name, args, here)
        if given is not None:
            ledger.note(here, fate.NO_SEND, f"{name} of what {owner.cls.name} derives from")
            return given
    if isinstance(owner, (v.Class, v.Obj, v.Param)) and name == "__new__":
        ledger.note(here, fate.FOLLOWED, name)
        return fr.ask.call(fr, v.External("builtins.object.__new__"), args, here)
    given = _validated(fr, owner, name, args, here) if isinstance(owner, v.Class) else keep_settings(fr, callee, args)
    if given is not None:
        ledger.note(here, fate.FOLLOWED if isinstance(owner, v.Class) else fate.NO_SEND, name)
        return given
    if isinstance(owner, v.Class) and name == "__subclasses__":
        ledger.note(here, fate.NO_SEND, name)
        derived = [one for one in fr.ask.subclasses(owner.target) if owner.target in _direct_bases(fr, one)]
        return v.Seq("list", tuple(v.Class(one) for one in derived))
    job = put_off(fr, callee, args, here)
    if job is not None:
        ledger.note(here, fate.FOLLOWED, name)
        return job
    if _sends(fr, callee, args, here):
        return RESPONSE
    found = _known_to_give(fr, callee, args)
    if found is not None:
        ledger.note(here, fate.NO_SEND, name)
        return found
    given = call_back(fr, callee, args, here)
    return (made_by(fr, callee, args, here) or given) if isinstance(given, v.Lost) else given


def _validated(fr: Frame, cls: v.Class, name: str, args: v.Arguments, here: Here) -> v.Value | None:
    """What a method of a model's class makes of a mapping, or of its text; None where it is another method."""
    fields = fr.ask.products.fields
    if not args.positional or name not in fields.from_mapping | fields.from_text:
        return None
    held = args.positional[0] if name in fields.from_mapping else loaded(args.positional[0])
    return fr.ask.call(fr, cls, v.Arguments((), (), None, held), here) if held is not None else None


def _direct_bases(fr: Frame, cls: ClassDef) -> list[ClassDef]:
    return [o.value.target for base in fr.ask.bases(cls) for o in v.options(base) if isinstance(o.value, v.Class)]


def _sends(fr: Frame, callee: v.Member, args: v.Arguments, here: Here) -> bool:
    """Note the request that a method of an SDK, or of something unknown, sends; whether it sends one."""
    operation = operation_of(fr.ask, callee)
    if operation is not None:
        emit(fr, request_of(fr, callee, operation, args), here)
        return True
    unknown = unknown_operation(fr, callee)
    if unknown is not None:
        emit(fr, unknown, here)
        return True
    return send_unknown(fr, callee, args, here) or send_stranger(fr, callee, args, here)


def _known_to_give(fr: Frame, callee: v.Member, args: v.Arguments) -> v.Value | None:
    """What a method gives that sends nothing, by its name; None where nothing is known of it."""
    owner, name = callee.owner, callee.name
    if name == "prepare_request" and args.positional and request_parts(fr, args.positional[0]) is not None:
        return args.positional[0]
    found = _opaque_get(fr, owner, name, args)
    if found is None and isinstance(owner, (v.Lost, v.Member)):
        return url_method(fr, owner, name, args) or text_method(owner, name, args)
    return found


def _opaque_get(fr: Frame, owner: v.Value, name: str, args: v.Arguments) -> v.Value | None:
    """`x.get("key", default)` on something unknown, where the key is no path: an item or the default."""
    if name != "get" or not args.positional or not isinstance(owner, (v.Lost, v.Member, v.Made, v.External)):
        return None
    key = known(args.positional[0])
    if isinstance(owner, v.External):
        secret = owner.name.endswith(("environ", *fr.ask.products.holders))
        return from_environment(args.get(0, "key"), args.get(1, "default")) if secret else None
    fallback = args.keyword("fallback")  # configparser: section, option, fallback
    if isinstance(owner, v.Made):
        two = len(args.positional) == 2 or fallback is not None
        if not (owner.name == "response" or (two and owner.args.keyword("base_url") is None)):
            return None
    if key is None:
        return None
    if "/" not in key and isinstance(fallback, v.Text) and fallback.pieces:
        return any_of([item(fr, owner, args.positional[-1]), fallback])
    if "/" in key or args.keywords:
        return None
    return get(fr, owner, args.positional[0], args.positional[1] if len(args.positional) > 1 else None)


def _dynamic(fr: Frame, owner: v.Seq, args: v.Arguments, here: Here) -> v.Value:
    """`getattr(client, method)(url)` with a method that is not known: what `client.request(method, url)` would be."""
    receiver, name = owner.items
    for option in v.options(receiver):
        through = v.Arguments((name, *args.positional), args.keywords, args.star, args.kwstar)
        fr.ask.call(fr, attribute(fr, option.value, "request"), through, here)
    return RESPONSE


def _of_subclass(fr: Frame, owner: v.Obj | v.Param, name: str, args: v.Arguments, here: Here) -> v.Value | None:
    """A method of a project's object that its library base has."""
    assert owner.cls is not None  # noqa: S101 - the caller asked
    client = client_of(fr.ask, owner)
    if client is not None and name in client.methods:
        own = by_own_steps(fr, client, owner, name, args, here)
        return own if own is not None else send_call(fr, client.methods[name], args, owner, here)
    if client is not None and name == "mount" and len(args.positional) == 2:
        return mount(fr, owner, args)
    if name == "prepare" and not args.positional and request_parts(fr, owner) is not None:
        return owner
    inner = inner_of(fr, owner)
    if inner is not None and name in CONTAINER_METHODS:
        return container_method(fr, inner, name, args)
    if name == "__init__":
        fill_content(fr, owner, args)
        if is_exception_class(fr.ask, owner.cls):
            fr.store((owner, "args"), v.Seq("tuple", args.positional, args.star))
        _keep_construction(fr, client, owner, args)
        keep_request(fr, owner, args)
        return v.NONE
    if name in ("__enter__", "__aenter__"):
        return owner
    if name == "__new__":
        return fr.ask.call(fr, v.External("builtins.object.__new__"), args, here)
    if name == "__setattr__" and len(args.positional) == 2:
        return fr.ask.call(fr, v.External("builtins.object.__setattr__"), v.Arguments((owner, *args.positional)), here)
    if name in ("__getattribute__", "__getattr__") and args.positional and known(args.positional[0]) is not None:
        held = fr.held((owner, known(args.positional[0])))
        return held if held is not None else v.Member(owner, known(args.positional[0]) or "")
    fields = fr.ask.products.fields
    if (name == "_asdict" or name in fields.as_mapping) and isinstance(owner, v.Obj):
        return fields_as_mapping(fr, owner)
    if name == "_replace" or name in fields.copies:
        update = args.keyword(fields.changes)
        held = content(fr, update) if update is not None else None
        changes = tuple((known(k) or "", x) for k, x in held.entries) if isinstance(held, v.Map) else args.keywords
        return copy_with(fr, owner, changes, here) or owner
    return None


def _keep_construction(fr: Frame, client: ClientClass | None, owner: v.Value, args: v.Arguments) -> None:
    """`super().__init__(...)` in a subclass of a library's class: the object keeps what the library's would keep."""
    for name, value in args.keywords:
        if fr.state.held((owner, name)) is None:
            fr.store((owner, name), value)
    given = (*args.positional, *(value for _, value in args.keywords))
    address = next((one for one in given if isinstance(one, v.Text) and is_absolute(one.pieces)), None)
    if client is None and address is not None and fr.state.held((owner, "base_url")) is None:
        fr.store((owner, "base_url"), address)
    base = address_given(client, args) if client is not None else None
    if base is not None:
        fr.store((owner, "base_url"), base)


def _of_made(fr: Frame, owner: v.Made, name: str, args: v.Arguments, here: Here) -> v.Value | None:
    models = fr.ask.models
    client = models.classes.get(owner.name)
    if client is not None:
        if name in client.methods:
            own = by_own_steps(fr, client, owner, name, args, here)
            return own if own is not None else send_call(fr, client.methods[name], args, owner, here)
        if name in ("__enter__", "__aenter__"):
            return owner
        if name == "mount" and len(args.positional) == 2:
            return mount(fr, owner, args)
        if client.register is not None and name in client.register.names | client.register.lookups:
            return _registered(fr, client.register, owner, name, args, here)
    if is_growing(owner):
        return of_growing(fr, owner, name, args)
    made = f"{owner.name}.{name}"
    if made in models.classes:  # `pool.connection_from_host(…)`: a client that another one makes
        return v.Made(made, args, site_of(fr, here))
    if owner.name == v.FIELDS:
        return _of_fields(fr, owner.args.positional[0], name, args, here)
    if name == "update" and isinstance(owner.site, v.Site) and args.positional:
        return None
    return _of_request(fr, owner, name, args, here) or _of_value(fr, owner, name, args) or fr.ask.parser_method(fr, owner, name, args, here)


def _registered(fr: Frame, register: Register, owner: v.Made, name: str, args: v.Arguments, here: Here) -> v.Value | None:
    """A client that an object makes, or has, by a name: it has it as an attribute too."""
    key = args.get(*register.slot)
    called = known(key) if key is not None else None
    if called is None:
        return None
    if name in register.lookups:
        held = fr.held((owner, called))
        return held if held is not None else v.Member(owner, called)
    made = v.Made(register.gives, args, site_of(fr, here))
    fr.store((owner, called), made)
    return made


def _of_request(fr: Frame, owner: v.Made, name: str, args: v.Arguments, here: Here) -> v.Value | None:
    """A method of a request object that is not sent yet."""
    model = fr.ask.models.requests.get(owner.name)
    if model is not None and name == "prepare":
        given = (("method", argument(args, model.method_slot)), ("url", argument(args, model.url_slot)))
        for word, value in given:
            if value is not None:  # of an empty one that is filled
                fr.store((owner, word), value)
        return owner
    if name == "copy" and not args.positional and (parts := request_parts(fr, owner)) is not None:
        method, url, inner = parts
        return request_made(fr, method, url, inner, here)
    if model is not None and name in ("add_header", "add_unredirected_header") and len(args.positional) == 2:
        held = fr.held((owner, "headers")) or argument(owner.args, model.headers_slot) or v.Map(())
        more = with_item(content(fr, held), args.positional[0], args.positional[1])
        fr.store((owner, "headers"), more)
        return v.NONE
    if name in ("prepare_url", "prepare_method") and args.positional:
        fr.store((owner, name.removeprefix("prepare_")), args.positional[0])
        return v.NONE
    return None


def _of_value(fr: Frame, owner: v.Made, name: str, args: v.Arguments) -> v.Value | None:
    """A method of an object of a library that holds or shapes a value."""
    if sdk_of(fr.ask, owner) is not None and name in ("__enter__", "__aenter__"):
        return owner
    if args.positional and fr.ask.products.exactly("validates", f"{owner.name}.{name}") is not None:
        return args.positional[0]
    address = url_of(owner)
    if address is not None and (name == "__str__" or fr.ask.products.address_methods.get(name) == "same"):
        return address
    if owner.name == "contextvars.ContextVar":
        return _context_variable(fr, owner, name, args)
    if name in ("enter_context", "enter_async_context") and args.positional:
        return fr.ask.entered(fr, args.positional[0])
    split = split_method(owner, name, args)
    if split is not None:
        return split
    if owner.name == "string.Template" and name in ("substitute", "safe_substitute"):
        template = owner.args.get(0, "template")
        if template is None:
            return None
        mapping = args.positional[0] if args.positional else None
        mapping = named_of(fr, template_names(known(template) or ""), mapping) or mapping
        given = spread(fr, v.Arguments((), (), None, mapping)) if mapping is not None else v.Arguments()
        words = {**dict(given.keywords), **dict(args.keywords)}  # a keyword comes before an entry of the mapping
        kwstar = given.kwstar if given.kwstar is not None else args.kwstar
        return combine([template], lambda one: substitute(one, v.Arguments((), tuple(words.items()), None, kwstar)))
    if owner.name.endswith("dumps") and name in ("encode", "decode"):
        return owner
    if is_double(fr, owner.name) or (owner.name == "response" and not args.positional):
        return owner
    if owner.name in fr.ask.products.settings:
        if name in ("get", "__call__") or name in fr.ask.products.settings[owner.name]:
            return from_environment(args.get(0, "name"), args.get(1, "default"))
    return None


def _of_fields(fr: Frame, owner: v.Value, name: str, args: v.Arguments, here: Here) -> v.Value | None:
    """A method of `x.__dict__`: what it changes are the object's attributes."""
    if name in ("update", "setdefault", "__setitem__"):
        given = mapping_of(fr, args.positional[0]) if name == "update" and args.positional else v.Map(())
        pairs = [*(given.entries if isinstance(given, v.Map) else ()), *((v.text(word), x) for word, x in args.keywords)]
        if name != "update" and len(args.positional) == 2:
            pairs = [(args.positional[0], args.positional[1])]
        for key, value in pairs:
            put = v.Arguments((owner, key, value))
            fr.ask.call(fr, v.External("builtins.object.__setattr__"), put, here)
        return v.NONE
    return container_method(fr, fields_as_mapping(fr, owner), name, args) if isinstance(owner, (v.Obj, v.Made)) else None


def call_made(fr: Frame, callee: v.Made, args: v.Arguments, here: Here) -> v.Value | None:
    """Call an object that a library gave; None where nothing is known of what that does."""
    if callee.name in fr.ask.products.settings:
        return from_environment(args.get(0, "name"), args.get(1, "default"))
    if callee.name.startswith("operator."):
        return _operator(fr, callee, args, here)
    return fr.ask.provide(fr, callee, args, here)


def _operator(fr: Frame, callee: v.Made, args: v.Arguments, here: Here) -> v.Value | None:
    """`methodcaller(name, …)(x)`, `attrgetter(name)(x)`, `itemgetter(key)(x)`."""
    if len(args.positional) != 1 or not callee.args.positional:
        return None
    subject, first = args.positional[0], callee.args.positional[0]
    name = known(first)
    if callee.name == "operator.methodcaller" and name is not None:
        rest = v.Arguments(callee.args.positional[1:], callee.args.keywords, callee.args.star, callee.args.kwstar)
        return fr.ask.call(fr, attribute(fr, subject, name), rest, here)
    if callee.name == "operator.attrgetter" and name is not None and len(callee.args.positional) == 1:
        for part in name.split("."):
            subject = attribute(fr, subject, part)
        return subject
    if callee.name == "operator.itemgetter":
        found = tuple(item(fr, subject, key) for key in callee.args.positional)
        return found[0] if len(found) == 1 else v.Seq("tuple", found)
    return None


def _context_variable(fr: Frame, owner: v.Made, name: str, args: v.Arguments) -> v.Value | None:
    """`ContextVar.get`, `set` and `reset`: what was put there; unless that was here, it may be its default."""
    place = (owner, "<value>")
    if name == "set" and args.positional:
        fr.store(place, args.positional[0])
        return lost("the value is a token of a context variable", label="token")
    if name == "reset":  # what was called in between saw what was put there
        fr.store(place, any_of([fr.held(place) or v.ABSENT, v.ABSENT]))
        return v.NONE
    if name == "get":
        here = fr.state.held(place)
        if here is not None and surely_held(here):
            return here
        given = [x for x in (owner.args.keyword("default"), *args.positional) if x is not None]
        held = fr.held(place)
        kept = [o.value for o in v.options(held) if o.value != v.ABSENT] if held is not None else []
        return any_of([*kept, *given]) if kept or given else lost("no checked code sets the context variable", owner)
    return None
