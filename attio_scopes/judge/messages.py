"""The words of findings: what is wrong with a call or a declaration, and what a person can do about it.

Takes what the judgement found, gives a message (one line) and help (a line or a few). Text of the analysed code is made
visible here, so that a message never has a line too many; quoting for an output format is the renderer's.
"""

from __future__ import annotations

from collections.abc import Sequence

from attio_scopes.judge.verdict import Judgement, Verdict
from attio_scopes.model.call import Call
from attio_scopes.model.config import Config, Token
from attio_scopes.model.endpoint import Condition, Endpoint
from attio_scopes.model.entrance import Entrance
from attio_scopes.model.scope import Scope
from attio_scopes.model.visible import visible

Words = tuple[str, str]

_PIN = "# attio-scopes: endpoint"
_NAME_IT = "Name the endpoint with a comment on the call:"
_MOST_PINS = 3
_OR_SAY = "Or say which one it is with a comment on the call:"
_MOST_TOKENS = 10
"""So many tokens are named in a sentence: there may be a hundred, and a call that any of them may serve names them all."""
_SUBJECTS = {("subject", "record"): "for a record", ("subject", "entry"): "for a list entry"}


_ACCEPT = "accept this line with # attio-scopes: ignore[ATS008] and a reason."


def not_followed(entrance: Entrance) -> Words:
    """Words for a place at which Attio enters without a call."""
    if entrance.library:
        named = visible(entrance.library)
        describe = f"escribe the functions or methods of `{named}` that send under `wrappers`, or {_ACCEPT}"
        if entrance.read:
            return (
                f"`{named}` was read where it is installed, and no call to Attio was found that goes through it from here.",
                f"D{describe}",
            )
        message = f"`{named}` is not part of the project, and what it sends to Attio is not known."
        return message, f"Name the environment in which it is installed with --python, d{describe}"
    if entrance.handed:
        named = listed([f"`{visible(name)}`" for name in entrance.handed])
        message = f"The address of Attio's API is given to {named} here, and what is sent with it is not known."
        it = "it is" if len(entrance.handed) == 1 else "they are"
        return message, f"Name the environment in which {it} installed with --python, describe what sends under `wrappers`, or {_ACCEPT}"
    message = "The address of Attio's API is used here, and no call was found behind it."
    return message, f"If a function sends what it is given, describe it under `wrappers`; if nothing is sent, {_ACCEPT}"


def condition_words(condition: Condition | None) -> str:
    """When an alternative applies, as the end of "needs X …"."""
    if condition is None:
        return "otherwise"
    known = _SUBJECTS.get((condition.name, condition.value))
    return known or f"where {condition.name} is {condition.value}"


def token_words(token: Token, config: Config) -> str:
    """How a sentence names a token."""
    return "the token" if len(config.tokens) == 1 and token.name == "default" else f"token {visible(token.name)}"


def listed(items: Sequence[object], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    texts = [str(item) for item in items]
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {last} {texts[-1]}"


def first(texts: Sequence[str]) -> list[str]:
    """The first of what may be very much, and how much more there is."""
    more = len(texts) - _MOST_TOKENS
    return [*texts[:_MOST_TOKENS], f"{more} more"] if more > 1 else list(texts)


def lacking(judgement: Judgement, config: Config) -> Words:
    """Words for a call that one token does not cover, or not under every reading."""
    owner = _owner(judgement.token, config)
    if len(judgement.lacks) == 1:
        (match, _alternative), missing = judgement.lacks[0]
        return f"{match.endpoint.key} needs {listed(missing)}, which {_are(missing)} not declared{owner}.", _grant(judgement, config)
    message = f"{_by_reading(judgement)}; {_outcome(judgement)}{owner}."
    return message, f"{_grant(judgement, config)}\n{_settle(judgement)}"


def lacking_unbound(judgements: Sequence[Judgement], config: Config) -> Words:
    """Words for a call of which nobody knows the token, and which not every token covers."""
    failing = [judgement for judgement in judgements if judgement.verdict is not Verdict.COVERED]
    endpoints = _endpoints([reading[0].endpoint for reading, _missing in judgements[0].lacks])
    parts = [f"{listed(j.missing)} {_are(j.missing)} not declared for token {visible(j.token.name)}" for j in failing]
    covered = [visible(judgement.token.name) for judgement in judgements if judgement.verdict is Verdict.COVERED]
    rest = f"; token {listed(first(covered), 'or')} covers the call" if covered else ""
    message = f"{endpoints}: {'; '.join(first(parts))}{rest}."
    return message, f"Say which token the call uses (`env` or `paths` of the token in {_file(config)}), or grant what is missing."


def _are(scopes: Sequence[Scope]) -> str:
    return "is" if len(scopes) == 1 else "are"


def _owner(token: Token, config: Config) -> str:
    """` for token sync` where there are several tokens, or one with a name."""
    return "" if len(config.tokens) == 1 and token.name == "default" else f" for token {visible(token.name)}"


def _by_reading(judgement: Judgement) -> str:
    """`POST /v2/x needs A for a record, B for a list entry`, over all endpoints of the call."""
    keys: dict[str, list[str]] = {}
    for (match, alternative), missing in judgement.lacks:
        of_endpoint = [reading for reading, _missing in judgement.lacks if reading[0].endpoint == match.endpoint]
        when = f" {condition_words(alternative.when)}" if len(of_endpoint) > 1 else ""
        words = f"{listed(missing)}{when}" if missing else f"nothing more{when}"
        said = keys.setdefault(match.endpoint.key, [])
        if words not in said:
            said.append(words)
    if len(keys) == 1:
        return "".join(f"{key} needs {', '.join(words)}" for key, words in keys.items())
    return "Could be " + listed([f"{key} (needs {', '.join(words)})" for key, words in keys.items()], "or")


def _settle(judgement: Judgement) -> str:
    """Comments that say which reading is meant; those under which nothing is missing come first, or alone."""
    readings = sorted(judgement.lacks, key=lambda lacking: len(lacking[1]))
    if len({reading[0].endpoint.key for reading, _missing in readings}) > 1:
        pins = {reading[0].endpoint.key: missing for reading, missing in reversed(readings)}
    else:
        pins = {f"{m.endpoint.key} when {o.when.name}={o.when.value}": missing for (m, o), missing in readings if o.when is not None}
    helping = [pin for pin, missing in pins.items() if not missing] or list(pins)
    return "\n".join([_OR_SAY, *(f"{_PIN} {pin}" for pin in helping[:_MOST_PINS])])


def _outcome(judgement: Judgement) -> str:
    if judgement.verdict is Verdict.POSSIBLE:
        undecided = any(len(reading[0].alternatives) > 1 for reading, _missing in judgement.lacks)
        return "only some of these are declared" + (", and the source does not show which applies" if undecided else "")
    missing = [scopes for _reading, scopes in judgement.lacks]
    return "neither is declared" if len(missing) == 2 else "none of these is declared"


def _grant(judgement: Judgement, config: Config) -> str:
    token = judgement.token
    held = {scope.resource: scope for scope in token.scopes}
    where = f"the list {visible(token.source)}" if token.source else f"`{_key(token, config)}` in {_file(config)}"
    to = f" to token {visible(token.name)}" if _owner(token, config) else ""
    added = [scope for scope in judgement.missing if scope.resource not in held]
    widened = [f"{held[scope.resource]} to {scope}" for scope in judgement.missing if scope.resource in held]
    granted = f"grant {listed(added)}{to}"
    if not widened:
        text = f"{granted} in Attio and add {'it' if len(added) == 1 else 'them'} to {where}"
    else:
        steps = [*([granted] if added else []), f"change {listed(widened)}{'' if added else to.replace(' to ', ' for ')}"]
        text = f"{' and '.join(steps)}, in Attio and in {where}"
    again = " Customers of the app must then authorise it again." if token.kind == "oauth" else ""
    return f"{text[:1].upper()}{text[1:]}, or remove the call.{again}"


_NEWER = "if the endpoint is new, get a newer manifest (attio-scopes manifest update)"


def unknown_endpoint(call: Call) -> Words:
    """Words for a call to Attio's host at a method and path that the manifest lacks."""
    message = f"{_request(call)} is not an endpoint of Attio's API reference."
    if call.reason:
        message = f"{message[:-1]}: {visible(call.reason)}."
    nearest = f"The nearest endpoint is {call.nearest}. " if call.nearest else ""
    return message, f"{nearest}Correct the method or the path; {_NEWER}."


def stray(call: Call) -> Words:
    """Words for a resolved call that may go to something else too, which the manifest lacks."""
    others = listed([visible(text) for text in call.strays], "or")
    message = f"This call may also be {others}, which is not an endpoint of Attio's API reference."
    return message, f"Correct the method or the path of that case; {_NEWER}."


def unresolved(call: Call) -> Words:
    """Words for a call that reaches Attio in a way that the source does not show."""
    reason = visible(call.reason or "its method or path is not known").rstrip(".")
    remedy = f"{visible(call.site.remedy).rstrip('.')}." if call.site.remedy else f"{_NAME_IT}\n{_pin(call)}"
    return f"{_request(call)} cannot be resolved: {reason}.", remedy


def _pin(call: Call) -> str:
    """The comment that names the endpoint of a call that could not be resolved: with its method, where that is known."""
    return f"{_PIN} {call.methods[0] if len(call.methods) == 1 else 'METHOD'} /path"


def deprecated(endpoint: Endpoint) -> Words:
    """Words for a call of a deprecated endpoint."""
    instead = visible(endpoint.replaced_by) or "the endpoint that its documentation names instead"
    return f"{endpoint.key} is deprecated in Attio's API reference.", f"Move to {instead}."


def unsupported_level(endpoints: Sequence[Endpoint], every: bool, token: Token, config: Config) -> Words:
    """Words for a call of an endpoint that does not take tokens of this level."""
    levels = sorted({level for endpoint in endpoints for level in endpoint.levels})
    call = _endpoints(endpoints) if every else f"This call may reach {_endpoints(endpoints)}, which"
    message = f"{call} takes {listed(levels, 'or')} tokens only, but {token_words(token, config)} is a {token.level} token."
    return message, f"Use a {listed(levels, 'or')} token for this call, or correct `level` in {_file(config)}."


def unbound(call: Call, tokens: Sequence[Token], config: Config) -> Words:
    """Words for a call of which nothing says which token it uses."""
    declared = listed(first([visible(token.name) for token in tokens]))
    message = f"Several tokens are declared ({declared}), and nothing shows which one this call uses."
    if call.site.credentials:
        names = listed([visible(name) for name in call.site.credentials], "or")
        how = f"The code reads it from {names}: add that name to `env` of the right token"
    else:
        how = "Add the file to `paths` of the right token, or the name that the code reads the token from to its `env`"
    return message, f"{how} in {_file(config)}."


def unused(scope: Scope, wider: Scope | None, token: Token, config: Config) -> Words:
    """Words for a declared scope that no call needs."""
    owner = f" for token {visible(token.name)}" if len(config.tokens) > 1 or token.name != "default" else ""
    if wider is not None:
        return f"{scope} is declared{owner} beside {wider}, which includes it.", "Remove it from the configuration."
    remedy = f"Remove it from the configuration and from the token.\nIf something else needs it: {_keep(scope)}"
    return f"{scope} is declared{owner}, but no call needs it.", remedy


def broader(scope: Scope, enough: Scope, token: Token, config: Config) -> Words:
    """Words for a declared scope of which the calls need less."""
    owner = f" for token {visible(token.name)}" if len(config.tokens) > 1 or token.name != "default" else ""
    message = f"{scope} is declared{owner}, but the calls need only {enough}."
    return message, f"Narrow it to {enough}.\nIf something else needs it: {_keep(scope)}"


def _keep(scope: Scope) -> str:
    return f'keep = ["{scope}"]'


def undeclared(key: str, scope: str) -> Words:
    """Words for what the configuration says of a scope that no token declares."""
    return f"{key} names {scope}, which is not declared.", f"Remove it from {key}, or add it to scopes."


def unmatched(function: str, near: str) -> Words:
    """Words for an entry of `wrappers` that no call matches; `near` is the nearest that is called, or ""."""
    hint = f"Write {visible(near)} if that is meant, or remove the entry." if near else "Correct its name, or remove it."
    return f"wrappers describes {visible(function)}, which no call matches.", hint


def _request(call: Call) -> str:
    methods = "/".join(call.methods) or "A call"
    return f"{visible(methods)} {visible(call.url)}" if call.url else f"{visible(methods)}"


def _endpoints(endpoints: Sequence[Endpoint]) -> str:
    return listed(list(dict.fromkeys(endpoint.key for endpoint in endpoints)), "or")


def _key(token: Token, config: Config) -> str:
    return "scopes" if len(config.tokens) == 1 and token.name == "default" else f"tokens.{visible(token.name)}.scopes"


def _file(config: Config) -> str:
    return visible(config.file) if config.file else "the configuration"
