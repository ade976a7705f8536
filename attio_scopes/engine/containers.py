"""Containers: what lists, tuples, mappings and texts hold, and how they are read.

Takes a frame and values, gives values; changes nothing and knows nothing of requests. A lookup may find nothing: that is one of its values,
never left out.
"""

from __future__ import annotations

import zlib

from attio_scopes.engine import bounds
from attio_scopes.engine.current import read
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose, combine, consistent, either, restrict
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import A_LINK, EMPTY, ENTRIES, FILLED, INDEX, KEYS, OF_A_RESPONSE, why, why_item
from attio_scopes.engine.domain.text import member_gap, setting_name
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.keys import OBJECTS, by_key, key_of, label_of, may_be
from attio_scopes.engine.library.urls import parts_of
from attio_scopes.engine.project.classes import find_method
from attio_scopes.engine.unwritten import unwritten
from attio_scopes.model import facts as f
from attio_scopes.model.program import ClassDef


def content(fr: Frame, value: v.Value) -> v.Value:
    """What a list or mapping holds; any other value itself."""
    if isinstance(value, v.Ref):
        held = fr.held(value)
        if held is not None and value.kind == "dict" and value.site not in fr.made:
            return read(fr, value, held) if fr.state.held(value) is None else held
        return held if held is not None else lost(FILLED, label="item")
    if isinstance(value, v.Choice):
        return choose(v.Option(option.guards, content(fr, option.value)) for option in value.options)
    inner = inner_of(fr, value)
    return content(fr, inner) if inner is not None else value


CONTENT = "<content>"
_LIKE = {
    "builtins.dict": "dict", "collections.UserDict": "dict", "collections.OrderedDict": "dict", "collections.defaultdict": "dict",
    "builtins.list": "list", "collections.UserList": "list", "builtins.set": "set",
    "builtins.tuple": "list",
}  # fmt: skip


def kind_of_class(fr: Frame, cls: ClassDef) -> str:
    """What objects of a class are, that derives from a list or mapping of Python; "" where it derives from none."""
    return next((kind for name in fr.ask.external_bases(cls) if (kind := _LIKE.get(name)) is not None), "")


def inner_of(fr: Frame, value: v.Value) -> v.Ref | None:
    """The list or mapping that an object is, whose class derives from one."""
    if not isinstance(value, v.Obj) or value.site is None or not kind_of_class(fr, value.cls):
        return None
    held = fr.held((value, CONTENT))
    return held if isinstance(held, v.Ref) else None


def item(fr: Frame, owner: v.Value, index: v.Value) -> v.Value:
    """`owner[index]`."""
    return combine([owner, index], lambda one, at: _item(fr, one, at))


def _item(fr: Frame, owner: v.Value, index: v.Value) -> v.Value:
    if isinstance(owner, v.Ref):
        return _item_of_ref(fr, owner, index)
    if isinstance(owner, v.Param):
        return _item_of_param(fr, owner, index)
    if v.is_open(index) or isinstance(owner, (v.Apply, v.Result)) or (isinstance(owner, v.Member) and v.is_open(owner)):
        return v.Apply("item", (owner, index), known(index))
    if isinstance(owner, v.Map):
        return entry_of(owner, index) or lost(f"the mapping has no `{known(index) or 'such key'}`", owner.rest, label=label_of(index))
    if isinstance(owner, v.Seq):
        return item_of_sequence(owner, index)
    if isinstance(owner, v.Made) and owner.name == v.FIELDS and known(index) is not None:
        return fr.ask.attribute(fr, owner.args.positional[0], known(index) or "")
    parts = parts_of(owner)
    if parts is not None:
        return item_of_sequence(parts, index)
    if isinstance(owner, v.Text):
        return _part_of_text(owner, index)
    if isinstance(owner, v.Obj) and (own := find_method(fr.ask, owner.cls, "__getitem__")) is not None:
        return fr.ask.call(fr, v.Func(own, owner), v.Arguments((index,)), (unwritten(fr, owner, index),))
    inner = inner_of(fr, owner)
    if inner is not None:
        return _item(fr, inner, index)
    if isinstance(owner, v.Obj):
        fields = fr.ask.as_tuple(fr, owner)
        reason = f"the items of a `{owner.cls.facts.name}` object are only known at run time"
        return item_of_sequence(fields, index) if fields is not None else lost(reason, owner, label=label_of(index))
    return _shared_item(fr, owner, index) or opaque_item(owner, index)


def _item_of_ref(fr: Frame, owner: v.Ref, index: v.Value) -> v.Value:
    """An item of a list or mapping that has a place of its own."""
    override = fr.state.held((owner, key_of(index)))
    if override is not None:
        return override
    if v.is_open(index):
        return v.Apply("item", (owner, index))
    hook = fr.held((owner, MISSING))
    if hook is not None:
        return combine([content(fr, owner)], lambda held: _entry_or_missing(fr, hook, held, index))
    if key_of(index) is None and (isinstance(index, (v.Lost, v.Member)) or (isinstance(index, v.Seq) and index.kind == "tuple")):
        return combine([content(fr, owner)], lambda held: _any_entry(owner, held, index) or _item(fr, held, index))
    return combine([content(fr, owner)], lambda held: _missing(fr, owner, held, index) or _item(fr, held, index))


def _item_of_param(fr: Frame, owner: v.Param, index: v.Value) -> v.Value:
    """An item of what a caller gives."""
    step = key_of(index)
    written = fr.state.held((owner, ("[", index if isinstance(index, v.Param) else step)))
    if written is not None:
        return written
    if step is not None and not isinstance(step, v.Apply) and len(owner.path) < bounds.PATH:
        return v.Param(owner.root, (*owner.path, ("[", step)))
    return v.Apply("item", (owner, index))


def _shared_item(fr: Frame, owner: v.Value, index: v.Value) -> v.Value | None:
    """What the project stores under a key of an object that libraries hand around."""
    name = known(index)
    if name is None or not isinstance(owner, (v.Lost, v.Member)):
        return None
    return fr.ask.shared(fr, owner.label if isinstance(owner, v.Lost) else owner.name, name)


FACTORY = "<factory>"
MISSING = "<missing>"
"""Under these a mapping has what makes the value of a key that is not there: what a `defaultdict` is given, and `__missing__`."""


def _entry_or_missing(fr: Frame, hook: v.Value, held: v.Value, index: v.Value) -> v.Value:
    """The entry of a mapping whose class has `__missing__`: that is asked where the key may not be there."""
    found = entry_of(held, index) if isinstance(held, v.Map) else None
    if found is not None and isinstance(held, v.Map) and key_of(index) is not None and any(key == index for key, _ in held.entries):
        return found
    made = fr.ask.call(fr, hook, v.Arguments((index,)), (fr.at(f.NO_SPAN),))
    return made if found is None else any_of([found, made])


def _missing(fr: Frame, owner: v.Ref, held: v.Value, index: v.Value) -> v.Value | None:
    """What a `defaultdict` makes of a key that is not there, and holds from then on; None where the key may be there."""
    key = key_of(index)
    if key is None or not isinstance(held, v.Map) or entry_of(held, index) is not None:
        return None
    factory = fr.held((owner, FACTORY))
    if factory is None:
        return None
    chain = fr.chain
    fr.chain = (zlib.crc32(repr(key).encode("utf-8", "replace")), *chain)
    made = fr.ask.call(fr, factory, v.Arguments(), (fr.at(f.NO_SPAN),))
    fr.chain = chain
    fr.store(owner, v.Map((*held.entries, (index, made)), held.rest, held.at))
    return made


def _part_of_text(owner: v.Text, index: v.Value) -> v.Value:
    """A letter or a slice of a text, as far as it is known."""
    text = known(owner)
    part = index.items if isinstance(index, v.Seq) and index.kind == "slice" else None
    numbers = [one.value if isinstance(one, v.Scalar) else "?" for one in part] if part is not None else []
    if text is not None and part is not None and "?" not in numbers:
        try:
            return v.text(text[slice(*numbers)])  # type: ignore[arg-type]  # numbers or None, or else it raises
        except (TypeError, ValueError):
            pass
    if text is not None and isinstance(index, v.Scalar) and isinstance(index.value, int) and -len(text) <= index.value < len(text):
        return v.text(text[index.value])
    first = owner.pieces[0] if owner.pieces else None
    last = owner.pieces[-1] if owner.pieces else None
    if isinstance(first, v.Lit) and isinstance(index, v.Scalar) and isinstance(index.value, int) and 0 <= index.value < len(first.text):
        return v.text(first.text[index.value])
    if isinstance(first, v.Lit) and part is not None and isinstance(numbers[0], int) and 0 <= numbers[0] <= len(first.text):
        if numbers[1:] == [None, None]:
            return v.Text((v.with_piece(first, text=first.text[numbers[0] :]), *owner.pieces[1:]))
    if isinstance(last, v.Lit) and part is not None and numbers[0] is None and numbers[2] is None and isinstance(numbers[1], int):
        if 0 < -numbers[1] < len(last.text):
            return v.Text((*owner.pieces[:-1], v.with_piece(last, text=last.text[: numbers[1]])))
    return lost(why(owner, "the text is only known at run time"), owner, label="part")


def _any_entry(owner: v.Ref, held: v.Value, index: v.Value) -> v.Value | None:
    """Any entry of a mapping or list: two lookups with one unknown key find entries of one key; None where nothing says that it is one."""
    if isinstance(index, v.Lost) and index.label in ("value", "item"):  # without a name: two of these need not be the same
        return None
    entries = [where_present(value) for key, value in held.entries if may_be(key, index)] if isinstance(held, v.Map) else []
    entries = list(held.items) if isinstance(held, v.Seq) else entries
    if len(entries) == 1 and isinstance(index, v.Seq) and isinstance(held, v.Map) and held.rest is None:
        return entries[0]
    if len(entries) < 2 or not isinstance(held, (v.Map, v.Seq)):
        return None
    token = (owner.site.path, owner.site.span, (zlib.crc32(repr(index).encode("utf-8", "replace")),))
    found = either(token, entries)
    return found if held.rest is None else any_of([found, held.rest])


def item_of_sequence(owner: v.Seq, index: v.Value) -> v.Value:
    """An item or slice of a sequence: of an unknown index any of them."""
    if isinstance(index, v.Seq) and index.kind == "slice":
        return _sliced(owner, index)
    if isinstance(index, v.Scalar) and isinstance(index.value, int):
        at = index.value
        if 0 <= at < len(owner.items):
            return owner.items[at]
        if owner.rest is None and -len(owner.items) <= at < 0:
            return owner.items[at]
        if owner.rest is not None:
            return owner.rest if at >= 0 else any_of((*owner.items, owner.rest))
        return lost(f"the list has no item {at}", owner)
    found = (*owner.items, *((owner.rest,) if owner.rest is not None else ()))
    return any_of(found) if found else lost(EMPTY, label="item")


def _sliced(owner: v.Seq, index: v.Seq) -> v.Value:
    whole = owner.rest is None
    numbers = [part.value if isinstance(part, v.Scalar) else "?" for part in index.items]
    if whole and "?" not in numbers:
        try:
            return v.Seq(owner.kind, owner.items[slice(*numbers)])  # type: ignore[arg-type]  # numbers or None, or else it raises
        except (TypeError, ValueError):
            pass
    if numbers[0] in (None, 0) and isinstance(numbers[1], int) and 0 <= numbers[1] <= len(owner.items) and numbers[2] is None:
        return v.Seq(owner.kind, owner.items[: numbers[1]])
    if isinstance(numbers[0], int) and 0 <= numbers[0] <= len(owner.items) and numbers[1] is None and numbers[2] is None:
        return v.Seq(owner.kind, owner.items[numbers[0] :], owner.rest)
    found = (*owner.items, *((owner.rest,) if owner.rest is not None else ()))
    return v.Seq(owner.kind, (), any_of(found) if found else lost(EMPTY, label="item"))


def entry_of(owner: v.Map, index: v.Value) -> v.Value | None:
    """The entry of a mapping: of a known key the one, of an unknown key any of them; None where it surely has none."""
    name = key_of(index)
    if name is not None or index == v.NONE:
        named, unknown = by_key(owner)
        there = named.get(name)
        if there is not None:
            return where_present(there)
        found = [*unknown, *((owner.rest,) if owner.rest is not None else ())]
        return where_present(any_of(found)) if found else None
    if isinstance(index, OBJECTS):
        exact = [value for key, value in owner.entries if key == index]
        if exact:
            return where_present(exact[-1])
    if isinstance(index, v.Seq):
        exact = [value for key, value in owner.entries if key == index]
        if exact:
            return where_present(exact[-1])
    found = [value for _, value in owner.entries]
    if owner.rest is not None:
        found.append(owner.rest)
    return where_present(any_of(found)) if found else None


def where_present(value: v.Value) -> v.Value:
    """The value where it is there."""
    if not isinstance(value, v.Choice):
        return value
    kept = [option for option in value.options if option.value != v.ABSENT]
    return value if len(kept) == len(value.options) else choose(kept) if kept else lost("the mapping has no such key", label="item")


def whole_maps(held: v.Map) -> v.Value:
    """A mapping of which entries may not be there, as one of mappings without such; itself where these are too many to keep apart."""
    perhaps = [n for n, (_, value) in enumerate(held.entries) if any(o.value == v.ABSENT for o in v.options(value))]
    if not perhaps or 2 ** len(perhaps) > bounds.SIFTED:
        return held
    ways: list[tuple[v.Guards, tuple[tuple[v.Value, v.Value], ...]]] = [(v.NO_GUARDS, ())]
    for number, (key, value) in enumerate(held.entries):
        if number not in perhaps:
            ways = [(guards, (*entries, (key, value))) for guards, entries in ways]
            continue
        absent = [o.guards for o in v.options(value) if o.value == v.ABSENT]
        there = where_present(value)
        present = list(dict.fromkeys(o.guards for o in v.options(value) if o.value != v.ABSENT))
        shared = frozenset.intersection(*present) if present else v.NO_GUARDS
        found = [(g | left, entries) for g, entries in ways for left in absent if consistent(g, left)]
        found += [(g | shared, (*entries, (key, restrict(there, g)))) for g, entries in ways if present and consistent(g, shared)]
        ways = found
        if len(ways) > bounds.SIFTED:
            return held
    return choose(v.Option(guards, v.Map(entries, held.rest, held.at)) for guards, entries in ways)


def or_absent(value: v.Value, default: v.Value) -> v.Value:
    """The value, and where it may not be there the default."""
    if value == v.ABSENT:
        return default
    if not isinstance(value, v.Choice):
        return value
    return choose(v.Option(o.guards, default if o.value == v.ABSENT else o.value) for o in value.options)


def opaque_item(owner: v.Value, index: v.Value) -> v.Value:
    """An item of something unknown: named by its key, with what is known of what it is an item of."""
    name = known(index)
    if isinstance(owner, v.Made) and owner.name == "response":
        return lost(OF_A_RESPONSE, label=label_of(index)) if name is not None else owner
    label = label_of(index)
    if isinstance(owner, v.Lost):
        if owner.reason in (OF_A_RESPONSE, A_LINK):
            return lost(owner.reason, owner, label=label)
        reason = why(owner, "the item is only known at run time")
        environment = setting_name(owner.environment, name) if name else owner.environment
        return lost(reason, owner, label=label, environment=environment or (name or ""))
    number = index.value if isinstance(index, v.Scalar) and isinstance(index.value, int) else None
    reason = why_item(owner, name if name is not None else number)
    if isinstance(owner, v.Member):
        gap = member_gap(owner)
        root: v.Value = owner
        while isinstance(root, v.Member):
            root = root.owner
        if isinstance(root, v.Made) and root.name == "response":
            return lost(OF_A_RESPONSE, label=label)
        return lost(reason, root, label=label, environment=setting_name(gap.environment, name) if name else gap.environment)
    return lost(reason, owner, label=label, environment=name or "")


def iterate(fr: Frame, value: v.Value) -> tuple[tuple[v.Value, ...], v.Value | None]:
    """The items that a loop over a value sees, and what stands for any further ones (None: there are no others)."""
    held = content(fr, value)
    if isinstance(held, v.Seq):
        return held.items, held.rest
    if isinstance(held, v.Map):
        return tuple(key for key, _ in held.entries), lost(why(held.rest, KEYS), held.rest, label="key") if held.rest is not None else None
    if isinstance(held, v.Choice):
        found: dict[v.Value, list[v.Guards]] = {}
        for option in held.options:
            items, rest = iterate(fr, option.value)
            for one in (*items, *((rest,) if rest is not None else ())):
                found.setdefault(one, []).append(option.guards)
        return (), choose(v.Option(g, one) for one, guards in found.items() for g in guards) if found else None
    if v.is_open(held):
        return (), v.Apply("each", (held,))
    if isinstance(held, v.Text) and known(held) is not None:
        return (), lost("a loop goes through the letters of a text", label="letter", single=True)
    if isinstance(held, v.Made) and held.name == "response":
        return (), lost(OF_A_RESPONSE, label="item")
    return (), opaque_item(held, lost(INDEX))


def alternatives(rest: v.Value | None) -> tuple[v.Value, ...]:
    """What stands for any further items: several values, where nothing tells these apart yet."""
    if rest is None:
        return ()
    options = v.options(rest)
    return (rest,) if any(option.guards for option in options) else tuple(option.value for option in options)


def any_item(fr: Frame, value: v.Value) -> v.Value:
    """Any item of a value."""
    items, rest = iterate(fr, value)
    found = (*items, *((rest,) if rest is not None else ()))
    return any_of(found) if found else lost(FILLED, label="item")


def mapping_of(fr: Frame, value: v.Value) -> v.Value:
    """A mapping, or a list of pairs, as what a mapping holds."""
    held = content(fr, value)
    if isinstance(held, v.Seq):
        pairs = [content(fr, one) for one in held.items]
        entries = tuple((pair.items[0], pair.items[1]) for pair in pairs if isinstance(pair, v.Seq) and len(pair.items) == 2)
        if len(entries) == len(held.items) and held.rest is None:
            return v.Map(entries)
        rest = content(fr, held.rest) if held.rest is not None else None
        spread = rest.items[1] if isinstance(rest, v.Seq) and len(rest.items) == 2 else lost(why(held, ENTRIES), held)
        return v.Map(entries, spread)
    return held


def lookup(held: v.Value, key: v.Value, default: v.Value | None) -> v.Value:
    """`mapping.get(key, default)` of what a mapping holds."""
    fallback = default if default is not None else v.NONE
    if isinstance(key, v.Choice):
        return choose(v.Option(o.guards, lookup(held, o.value, default)) for o in key.options)
    if not isinstance(held, v.Map):
        return lost(why(held, ENTRIES), held, default, label=label_of(key))
    name = key_of(key)
    if name is not None:
        for one, value in reversed(held.entries):
            if key_of(one) == name:
                return or_absent(value, fallback)
        found = [value for one, value in held.entries if key_of(one) is None]
        found += [held.rest] if held.rest is not None else []
        return any_of([*(where_present(one) for one in found), fallback])
    entry = entry_of(held, key)
    if entry is None:
        return fallback
    if isinstance(key, OBJECTS) and any(one == key for one, _ in held.entries):
        return entry
    return any_of([entry, fallback])
