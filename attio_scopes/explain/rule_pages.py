"""What there is to say about each code: the text of `attio-scopes explain CODE` and of the pages in docs/rules.

Data only, with the limits of `depth`. The examples are run by a test: `code` with `config` gives the finding, and does not any more
once `better` stands in the place of `code` (or `better_config` in that of `config`).
"""

from __future__ import annotations

from msgspec import Struct

from attio_scopes.depth import MOST_DEPTH, MOST_ELIF, MOST_IN_CASE, MOST_IN_DEL, MOST_NESTING, MOST_WORK


class RulePage(Struct, frozen=True):
    """The page of one code.

    Attributes:
        means: what it means, in a paragraph or two.
        matters: why it matters.
        code: example of a module that gives it, or "" where none can be shown.
        config: the declaration that belongs to the example.
        fix: what to do about it.
        better: the module put right, or "" where the module stays.
        better_config: the declaration put right, or "" where it stays.
        configure: what may be set about it, beside severity and suppression.
        suppressible: whether a comment or the configuration can keep it silent.
    """

    means: str
    matters: str
    code: str
    config: str
    fix: str
    better: str = ""
    better_config: str = ""
    configure: str = ""
    suppressible: bool = True


_HEAD = """\
import requests

API = "https://api.attio.com/v2"


"""

_DECLARED = '[tool.attio-scopes]\nscopes = ["object_configuration:read", "record_permission:read"]\n'

_QUERY = _HEAD + 'def people(session: requests.Session):\n    return session.post(f"{API}/objects/people/records/query", json={})\n'

PAGES: dict[str, RulePage] = {
    "ATS001": RulePage(
        means="The call needs a scope that is not declared for its token. If the source does not show which endpoint the call "
        "reaches, or which scopes the endpoint needs, something is missing in every case.",
        matters="Attio answers such a request with 403. Often the line runs only in production, or only for some customers.",
        code=_HEAD + "def add(session: requests.Session, values: dict):\n"
        '    return session.post(f"{API}/objects/people/records", json={"data": {"values": values}})\n',
        config=_DECLARED,
        fix="Grant the scope in Attio's settings and declare it; `attio-scopes check --fix --add-scopes` adds it to the "
        "configuration. For an OAuth app, every customer must authorise again. If the call should not be there, remove "
        "it.",
        better_config='[tool.attio-scopes]\nscopes = ["object_configuration:read", "record_permission:read-write"]\n',
    ),
    "ATS002": RulePage(
        means="The call has several possible endpoints or conditions, and only some of them are covered by the declared scopes. "
        "The message says what decides: part of the path, a key of the query or the body, or the endpoint.",
        matters="The code works until the other case occurs.",
        code=_HEAD + 'def threads(session: requests.Session, about: dict):\n    return session.get(f"{API}/threads", params=about)\n',
        config='[tool.attio-scopes]\nscopes = ["comment:read", "object_configuration:read", "record_permission:read"]\n',
        fix="If it is always the same case, show it in the code: write the key of the query or the segment of the path, or "
        "add a pin (`# attio-scopes: endpoint GET /v2/threads when subject=entry`). If both cases occur, grant the other "
        "scopes too.",
        better=_HEAD + "def threads(session: requests.Session, person: str):\n"
        '    return session.get(f"{API}/threads", params={"object": "people", "record_id": person})\n',
    ),
    "ATS003": RulePage(
        means="The request goes to Attio's host, but Attio's API reference has no such method and path. The message suggests "
        "the nearest endpoint.",
        matters="Either the method or path is wrong, and Attio answers with 404, or the endpoint is newer than the manifest, and "
        "the scopes it needs are not known.",
        code=_HEAD + 'def notes(session: requests.Session):\n    return session.get(f"{API}/note")\n',
        config="[tool.attio-scopes]\nscopes = []\n",
        fix="Correct the method or the path. If they are right, get a newer manifest: `attio-scopes manifest update` shows "
        "what has changed in Attio's published reference.",
        better=_HEAD + 'def me(session: requests.Session):\n    return session.get(f"{API}/self")\n',
    ),
    "ATS004": RulePage(
        means="The request reaches Attio, but the source does not show its method or its path: it is read from a file, passed "
        "to the program, or built in a way that attio-scopes does not follow. The message gives the reason, and [Why is "
        "this call unresolved?](../unresolved.md) explains each one.",
        matters="Such a call may need any scope. attio-scopes never guesses: it counts the call, and while there is one, it does "
        "not report a scope as unused that the call might need.",
        code=_HEAD + "def fetch(session: requests.Session, file: str):\n    with open(file) as lines:\n"
        '        return session.get(f"{API}/{lines.read()}")\n',
        config="[tool.attio-scopes]\nscopes = []\n",
        fix="Write the path as a literal or an f-string, at the call or in a function that the call passes through. If the "
        "code must stay as it is, name the endpoint with a pin on the line: `# attio-scopes: endpoint METHOD /path`. Pins "
        "are checked against the source.",
        better=_HEAD + "def fetch(session: requests.Session, file: str):\n    with open(file) as lines:\n"
        '        return session.get(f"{API}/{lines.read()}")  # attio-scopes: endpoint GET /v2/self\n',
        configure="If a function sends requests and cannot be followed, describe it once under `wrappers`: `wrappers = { "
        '"crm.http.send" = { method = "verb", path = 1 } }` names its parameters for the method and the path. '
        "`min-resolved` fails the run if too few calls are resolved.",
    ),
    "ATS005": RulePage(
        means="Attio's reference marks the endpoint as deprecated.",
        matters="It works today, but Attio may remove it.",
        code=_HEAD + "def transcript(session: requests.Session, meeting: str, recording: str):\n"
        '    return session.get(f"{API}/meetings/{meeting}/call_recordings/{recording}/transcript")\n',
        config='[tool.attio-scopes]\nscopes = ["meeting:read", "call_recording:read"]\n',
        fix="Move to the endpoint that Attio's documentation recommends.",
    ),
    "ATS006": RulePage(
        means="The endpoint accepts only workspace tokens, or only user tokens, and the token is declared with the other `level`.",
        matters="Attio refuses the request, whatever scopes the token has.",
        code=_HEAD + 'def hooks(session: requests.Session):\n    return session.get(f"{API}/webhooks")\n',
        config='[tool.attio-scopes.tokens.person]\nscopes = ["webhook:read"]\nlevel = "user"\n',
        fix="Use a token of the other level for this call, or correct `level`.",
        better_config='[tool.attio-scopes.tokens.integration]\nscopes = ["webhook:read"]\nlevel = "workspace"\n',
        configure="If a token has no `level`, levels are not checked.",
    ),
    "ATS007": RulePage(
        means="Several tokens are declared, and nothing shows which one the call uses: it does not get its token from a name in "
        "any `env`, and no `paths` match its file.",
        matters="The call is compared with all of them. That is too strict for one token and too lax for another.",
        code=_QUERY,
        config='[tool.attio-scopes.tokens.sync]\nscopes = ["object_configuration:read", "record_permission:read"]\nenv = ["SYNC_TOKEN"]\n\n'
        '[tool.attio-scopes.tokens.web]\nscopes = ["object_configuration:read", "record_permission:read"]\nenv = ["WEB_TOKEN"]\n',
        fix="Add the name that the code reads the token from to `env` of the right token, or add the file to its `paths`.",
        better_config='[tool.attio-scopes.tokens.sync]\nscopes = ["object_configuration:read", "record_permission:read"]\n'
        'paths = ["*.py"]\n\n'
        '[tool.attio-scopes.tokens.web]\nscopes = []\nenv = ["WEB_TOKEN"]\n',
    ),
    "ATS008": RulePage(
        means="Code refers to Attio here: with the address of its API, by importing its SDK or a package named like it that is "
        "not part of the project, or by giving a token of Attio to a client that is not. attio-scopes found no call behind that: "
        "the address goes to a function that it does not know, or the calls are in a package that is not installed where it looks.",
        matters="A request may be sent that is in no report. While there is such a place, no scope is reported as unused.",
        code="from acme_http import push\n\n\ndef create(note: dict):\n"
        '    return push("POST /notes", note, server="https://api.attio.com/v2")\n',
        config="[tool.attio-scopes]\nscopes = []\n",
        fix="If a package sends, name the environment in which it is installed: `--python .venv`. Or describe under `wrappers` the "
        "function or method that sends, so that its calls are found. If nothing is sent, accept the line with a comment and a reason; "
        "unused scopes are then reported again.",
        better="from acme_http import push\n\n\ndef create(note: dict):\n"
        '    return push("POST /notes", note, server="https://api.attio.com/v2")  # attio-scopes: ignore[ATS008] needs note:read-write\n',
        configure='`wrappers = { "acme_http.send" = { method = "verb", path = 1 } }` names the parameters of a function for the method and '
        "the path. An address that is only compared, logged or shown is not reported.",
    ),
    "ATS101": RulePage(
        means="The scope is declared, but no call needs it. It is not reported while something might need it: while a call is "
        "unresolved that might need it, if a file could not be read, if the analysis reached a limit, if only part of the "
        "project was analysed, or if code refers to Attio (its host, its SDK, or a library named like it) and no call was "
        "found there. The report then gives the reason.",
        matters="Whoever gets hold of the token can use every scope it has. An unneeded scope only helps them.",
        code=_QUERY,
        config='[tool.attio-scopes]\nscopes = ["object_configuration:read", "record_permission:read", "task:read-write"]\n',
        fix="Remove it from the configuration and from the token in Attio's settings; `attio-scopes check --fix` edits the "
        'configuration. If something outside of this project needs the scope, keep it: `keep = ["task:read-write"]`.',
        better_config=_DECLARED,
        configure="A scope in `keep`, or with a reason under `[tool.attio-scopes.reasons]`, is reported as kept instead. On the "
        "line of the scope in the configuration, `# attio-scopes: ignore[ATS101] reason` works too.",
    ),
    "ATS102": RulePage(
        means="`read-write` is declared, but the calls need only `read`. Like [ATS101](ATS101.md), it is not reported while "
        "something might need more.",
        matters="A token that can only read cannot change or delete anything, whoever has it.",
        code=_QUERY,
        config='[tool.attio-scopes]\nscopes = ["object_configuration:read", "record_permission:read-write"]\n',
        fix="Change the scope to `read` in Attio's settings and in the configuration; `attio-scopes check --fix` edits the "
        'configuration. If something outside of this project writes, keep it: `keep = ["record_permission:read-write"]`.',
        better_config=_DECLARED,
    ),
    "ATS103": RulePage(
        means="The source names scopes where it signs in to Attio: in the address of the consent page, in the registration of an OAuth "
        "client, or for a tool framework (`Attio(scopes=[…])`). They are other ones than the configuration declares.",
        matters="Attio's consent page takes no scopes: those in the app's settings at Attio count. A list that says otherwise misleads "
        "whoever reads it, and one of the two lists is wrong.",
        code="from arcade_tdk import tool\nfrom arcade_tdk.auth import OAuth2\n\n\n"
        '@tool(requires_auth=OAuth2(id="attio", scopes=["note:read", "task:read"]))\ndef noop() -> None: ...\n',
        config='[tool.attio-scopes]\nscopes = ["note:read"]\nkeep = ["note:read"]\n',
        fix="Compare both lists with what the calls need, which the help tells, and with the app's settings at Attio, and correct the "
        "one that is wrong.",
        better="from arcade_tdk import tool\nfrom arcade_tdk.auth import OAuth2\n\n\n"
        '@tool(requires_auth=OAuth2(id="attio", scopes=["note:read"]))\ndef noop() -> None: ...\n',
        configure='With several tokens, the list has to be that of one whose `kind` is `"oauth"`, or of any where none is.',
    ),
    "ATS201": RulePage(
        means="A comment, a baseline entry, a scope in `keep` or `reasons`, or an entry of `wrappers` is wrong or no longer needed: a "
        "suppression that suppresses nothing, a pin that the source contradicts or already shows, a contract that does not match its "
        "calls, a baseline entry whose finding is gone, a comment that is not understood, a suppression without the "
        "reason that `require-reasons` requires, a kept scope that is not declared, or an entry of `wrappers` that no call "
        "matches.",
        matters="A leftover suppression hides the next finding on that line, and a wrong pin hides a missing scope.",
        code=_QUERY.replace("json={})", "json={})  # attio-scopes: ignore[ATS001] until the token is renewed"),
        config=_DECLARED,
        fix="Remove it, or correct it as the message says. `attio-scopes baseline write --prune` removes stale entries from a baseline.",
        better=_QUERY,
        configure="With `require-reasons = true`, every suppression must give a reason.",
    ),
    "ATS901": RulePage(
        means="A file that mentions Attio cannot be read, or is not valid Python, so its calls are not in the report. Valid Python is "
        "reported too if it is beyond a limit that keeps the parser from crashing or running for minutes: "
        f"{MOST_NESTING} brackets inside one another, {MOST_DEPTH} operators, calls and brackets from the outside of an expression to its "
        f"innermost part, {MOST_IN_CASE} brackets in the head of a `case`, {MOST_IN_DEL} in a `del`, {MOST_ELIF} branches of one `if`, "
        f"{MOST_WORK:,} tokens or what costs as much, 32 MB. The message says which.",
        matters="Its calls are missing from the report, so the result is incomplete, and no scope is reported as unused.",
        code='import requests\n\nAPI = "https://api.attio.com/v2"\n\ndef people(\n    return requests.get(f"{API}/objects/people")\n',
        config="[tool.attio-scopes]\nscopes = []\n",
        fix="Correct the file. If it is not Python of this project (a template, for example), exclude it. If it is beyond a "
        "limit, move the large literal or the deep expression into a module that does not mention Attio, or split it into "
        "several statements.",
        better='import requests\n\nAPI = "https://api.attio.com/v2"\n\n\ndef me():\n    return requests.get(f"{API}/self")\n',
        configure='`exclude = ["templates/**"]` excludes files.',
    ),
    "ATS902": RulePage(
        means="attio-scopes failed on this file because of a bug. The other files were analysed and reported.",
        matters="The result is incomplete. The exit code is 3, and neither a comment nor the configuration can suppress it.",
        code="",
        config="",
        fix="Please report the bug, with the file or the part of it that fails. Until then, `exclude` leaves the file out.",
        suppressible=False,
    ),
    "ATS903": RulePage(
        means="A limit of the run was reached, the time of `--timeout` or the memory of `--max-memory`, and the analysis ended there. "
        "The message names the first files that were not looked at to the end; the JSON report has `complete: false` and all of them "
        "under `not_looked_at`.",
        matters="Calls in these files may be missing, and those that were met by then are unresolved; all others are as without a limit. "
        "So that nobody takes the result for a clean one, the exit code is 1 whatever "
        "`--fail-on` says, no scope is called unused, and neither a comment nor the configuration nor a baseline can keep it silent.",
        code="",
        config="",
        fix="Allow more, or check a part of the project at a time. If a project of usual size needs minutes, please report it.",
        suppressible=False,
    ),
}
