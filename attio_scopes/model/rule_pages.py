"""What there is to say about each code: the text of `attio-scopes explain CODE` and of the pages in docs/rules.

Data only, with the limits of `depth`. The examples are run by a test: `code` with `config` gives the finding, and does not any more
once `better` stands in the place of `code` (or `better_config` in that of `config`).
"""

from __future__ import annotations

from dataclasses import dataclass

from attio_scopes.model.depth import MOST_DEPTH, MOST_ELIF, MOST_IN_CASE, MOST_IN_DEL, MOST_NESTING, MOST_WORK


@dataclass(frozen=True, slots=True)
class RulePage:
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
        means="The call needs a scope that the token does not have. Where the source leaves open which endpoint is reached, or which of "
        "several sets of scopes the endpoint wants, the token lacks something for every one of them.",
        matters="Attio refuses such a request with 403, whatever its data. Often the line runs only in production, or only for some "
        "customers, and the first to see the refusal is one of them.",
        code=_HEAD + "def add(session: requests.Session, values: dict):\n"
        '    return session.post(f"{API}/objects/people/records", json={"data": {"values": values}})\n',
        config=_DECLARED,
        fix="Grant the scope to the token in Attio's settings and declare it; `attio-scopes check --fix --add-scopes` writes the "
        "declaration. For an OAuth app every customer has to authorise again. If the call should not be there, take it out.",
        better_config='[tool.attio-scopes]\nscopes = ["object_configuration:read", "record_permission:read-write"]\n',
    ),
    "ATS002": RulePage(
        means="Some ways in which the call may turn out are covered by the token's scopes, and some are not. The message names what it "
        "depends on: a part of the path, a key of the query or the body, or which of several endpoints is reached.",
        matters="It works until the other case comes up. The source alone does not say whether it ever does.",
        code=_HEAD + 'def threads(session: requests.Session, about: dict):\n    return session.get(f"{API}/threads", params=about)\n',
        config='[tool.attio-scopes]\nscopes = ["comment:read", "object_configuration:read", "record_permission:read"]\n',
        fix="Write the case into the code, where it is always the same one: the key of the query, the segment of the path, "
        "or a pin (`# attio-scopes: endpoint GET /v2/threads when subject=entry`). Grant the other scopes too, if both cases happen.",
        better=_HEAD + "def threads(session: requests.Session, person: str):\n"
        '    return session.get(f"{API}/threads", params={"object": "people", "record_id": person})\n',
    ),
    "ATS003": RulePage(
        means="The request goes to Attio's host, but the manifest of Attio's endpoints has no such method and path. The nearest that it "
        "has are named: the same path with another method, a segment more or less, the same resource.",
        matters="Either there is a slip in the method or the path, and Attio answers with 404, or the endpoint is newer than the "
        "manifest, and nobody can tell which scopes it needs.",
        code=_HEAD + 'def notes(session: requests.Session):\n    return session.get(f"{API}/note")\n',
        config="[tool.attio-scopes]\nscopes = []\n",
        fix="Correct the method or the path. If it is right, get a newer manifest: "
        "`attio-scopes manifest update` shows what Attio's published description has that yours has not.",
        better=_HEAD + 'def me(session: requests.Session):\n    return session.get(f"{API}/self")\n',
    ),
    "ATS004": RulePage(
        means="The request reaches Attio, but its method or its path is not in the source: it is read from a file, comes with the "
        "arguments of the program, or is made in a way that cannot be followed. The message says what stood in the way.",
        matters="Such a call may need any scope. It is counted and told, never guessed, and while there is one, no declared scope is "
        "called unused.",
        code=_HEAD + "def fetch(session: requests.Session, file: str):\n    with open(file) as lines:\n"
        '        return session.get(f"{API}/{lines.read()}")\n',
        config="[tool.attio-scopes]\nscopes = []\n",
        fix="Write the path as a literal or an f-string, at the call or in a function that the call goes through. Where the "
        "code has to stay, settle it with a pin on the line: `# attio-scopes: endpoint METHOD /path`. A pin is checked: if "
        "the source says something else, it is reported.",
        better=_HEAD + "def fetch(session: requests.Session, file: str):\n    with open(file) as lines:\n"
        '        return session.get(f"{API}/{lines.read()}")  # attio-scopes: endpoint GET /v2/self\n',
        configure="A function that sends requests and cannot be followed is described once under `wrappers`: "
        '`wrappers = { "crm.http.send" = { method = "verb", path = 1 } }` names the parameters that are method and path. '
        "`min-resolved` makes the exit code 1 where fewer than so many percent of the calls are resolved.",
    ),
    "ATS005": RulePage(
        means="Attio's reference marks the endpoint as deprecated.",
        matters="It works today, and Attio may take it away.",
        code=_HEAD + "def transcript(session: requests.Session, meeting: str, recording: str):\n"
        '    return session.get(f"{API}/meetings/{meeting}/call_recordings/{recording}/transcript")\n',
        config='[tool.attio-scopes]\nscopes = ["meeting:read", "call_recording:read"]\n',
        fix="Move to the endpoint that its page in Attio's documentation recommends.",
    ),
    "ATS006": RulePage(
        means="The endpoint serves tokens of one level only, of a workspace or of a user, and the token is declared with the other one "
        "(`level`).",
        matters="Attio refuses the request whatever scopes the token has.",
        code=_HEAD + 'def hooks(session: requests.Session):\n    return session.get(f"{API}/webhooks")\n',
        config='[tool.attio-scopes.tokens.person]\nscopes = ["webhook:read"]\nlevel = "user"\n',
        fix="Use a token of the other level for this call, or correct `level`.",
        better_config='[tool.attio-scopes.tokens.integration]\nscopes = ["webhook:read"]\nlevel = "workspace"\n',
        configure="Without `level` nothing is said about levels.",
    ),
    "ATS007": RulePage(
        means="Several tokens are declared, and nothing says which of them the call uses: no environment variable or settings attribute "
        "of theirs (`env`) reaches it, and its file belongs to none of them (`paths`).",
        matters="The call is judged against all of them, which is too strict for one and too lax for another, and what it needs "
        "cannot be put down to either.",
        code=_QUERY,
        config='[tool.attio-scopes.tokens.sync]\nscopes = ["object_configuration:read", "record_permission:read"]\nenv = ["SYNC_TOKEN"]\n\n'
        '[tool.attio-scopes.tokens.web]\nscopes = ["object_configuration:read", "record_permission:read"]\nenv = ["WEB_TOKEN"]\n',
        fix="Add the name by which the code gets the token to `env` of the right one, or the file to its `paths`.",
        better_config='[tool.attio-scopes.tokens.sync]\nscopes = ["object_configuration:read", "record_permission:read"]\n'
        'paths = ["*.py"]\n\n'
        '[tool.attio-scopes.tokens.web]\nscopes = []\nenv = ["WEB_TOKEN"]\n',
    ),
    "ATS101": RulePage(
        means="The scope is declared, and no call needs it, under any reading. It is not told while there is doubt: while a call is "
        "unresolved that might need it, by what is known of its method and path; and not at all when only a part of the project was "
        "checked, a file could not be read, the analysis met one of its limits, or Attio enters somewhere (its host in a literal, its SDK "
        "or something named like it from outside the tree) without a call that is known there, on the way from there, or where its names "
        "lead. The reason is told in place of the finding.",
        matters="Whoever gets hold of the token can do all that it is granted. A scope that nothing needs is only of use to them.",
        code=_QUERY,
        config='[tool.attio-scopes]\nscopes = ["object_configuration:read", "record_permission:read", "task:read-write"]\n',
        fix="Take it from the token in Attio's settings and out of the configuration; `attio-scopes check --fix` edits the "
        "configuration. If something outside of this project needs the scope, ignore the finding.",
        better_config=_DECLARED,
        configure="`[tool.attio-scopes.reasons]` keeps why a scope is granted; reports show it, and `check --fix` leaves such a scope "
        'alone: `"task:read" = "for the export"`.',
    ),
    "ATS102": RulePage(
        means="`read-write` is declared for a resource of which the calls need only `read`. It is withheld while there is doubt, as "
        "ATS101 is.",
        matters="A token that only reads cannot change or delete anything, whoever has it.",
        code=_QUERY,
        config='[tool.attio-scopes]\nscopes = ["object_configuration:read", "record_permission:read-write"]\n',
        fix="Narrow the scope in Attio's settings and in the configuration; `attio-scopes check --fix` edits the configuration.",
        better_config=_DECLARED,
    ),
    "ATS201": RulePage(
        means="A comment for attio-scopes or an entry of the baseline is of no use any more, or is wrong: a suppression that suppresses "
        "nothing, a pin that the source contradicts or makes needless, a contract that its calls do not keep, an entry whose "
        "finding is gone, a comment that is not understood, or one without the reason that `require-reasons` asks for.",
        matters="A suppression that is left behind hides the next finding on that line, and a wrong pin hides a missing scope.",
        code=_QUERY.replace("json={})", "json={})  # attio-scopes: ignore[ATS001] until the token is renewed"),
        config=_DECLARED,
        fix="Remove it, or correct it as the message says. `attio-scopes baseline write --prune` takes stale entries out of a baseline.",
        better=_QUERY,
        configure="`require-reasons = true` makes every suppression give a reason.",
    ),
    "ATS901": RulePage(
        means="A file that mentions Attio cannot be read or is not valid Python, so its calls are not in the report. Valid Python gets it "
        "too where it is past a limit that keeps the parser from crashing or from running for minutes: "
        f"{MOST_NESTING} brackets inside one another, {MOST_DEPTH} operators, calls and brackets from the outside of an expression to its "
        f"innermost part, {MOST_IN_CASE} brackets in the head of a `case`, {MOST_IN_DEL} in a `del`, {MOST_ELIF} branches of one `if`, "
        f"{MOST_WORK:,} tokens or what costs as much, 32 MB. The message says which.",
        matters="What is missing from the report cannot be judged: the result is incomplete, and nothing is called unused.",
        code='import requests\n\nAPI = "https://api.attio.com/v2"\n\ndef people(\n    return requests.get(f"{API}/objects/people")\n',
        config="[tool.attio-scopes]\nscopes = []\n",
        fix="Correct the file. If it is no Python of this project (a template, say), leave it out. If it is past a limit, move the large "
        "literal or the deep expression into a module that does not mention Attio, or into several statements.",
        better='import requests\n\nAPI = "https://api.attio.com/v2"\n\n\ndef me():\n    return requests.get(f"{API}/self")\n',
        configure='`exclude = ["templates/**"]` leaves files out.',
    ),
    "ATS902": RulePage(
        means="The analysis of one file failed because of a defect of attio-scopes. The other files were analysed and reported.",
        matters="The result is incomplete. So that nobody takes it for a clean one, the exit code is 3, and neither a comment nor the "
        "configuration can keep it silent.",
        code="",
        config="",
        fix="Please report it, with the file or with the part of it that fails. Until then, leaving the file out with `exclude` lets "
        "the rest pass.",
        suppressible=False,
    ),
    "ATS903": RulePage(
        means="A limit of the run was reached, the time of `--timeout` or the memory of `--max-memory`, and the analysis ended there. "
        "The message names the first files that were not looked at to the end; the JSON report has `complete: false` and all of them "
        "under `not_looked_at`.",
        matters="Calls in these files may be missing. So that nobody takes the result for a clean one, the exit code is 1 whatever "
        "`--fail-on` says, no scope is called unused, and neither a comment nor the configuration nor a baseline can keep it silent.",
        code="",
        config="",
        fix="Allow more, or check a part of the project at a time. If a project of usual size needs minutes, please report it.",
        suppressible=False,
    ),
}
