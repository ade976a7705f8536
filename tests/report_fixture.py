"""A report with every kind of finding, every status of a call and hostile names, built by hand.

`REPORT` and `SOURCES` are what renderers take; `CONFIG` and `CATALOGUE` what the scope report takes besides. The places are
looked up in the sources, so that they are true.
"""

from __future__ import annotations

from msgspec.structs import replace

from attio_scopes.model.call import Call, CallSite, CallStatus, EndpointMatch, Frame, Place, Reading
from attio_scopes.model.config import Config, Token
from attio_scopes.model.endpoint import Alternative, Condition, Endpoint, Parameter, Requirement, ScopeInfo
from attio_scopes.model.finding import CODES, Code, Finding, Related, Severity
from attio_scopes.model.path import Literal
from attio_scopes.model.report import JudgedCall, Report, SuppressedFinding, TokenReport
from attio_scopes.model.scope import Scope, ScopeSet
from attio_scopes.model.source import LeftOut

HOSTILE_PATH = "jobs/odd %2C:,;|]`<img src=x onerror=alert(1)>@octocat \x1b[31m\u202e.py"
HOSTILE_TEXT = "x](javascript:alert(1)) | `a` <script>alert(1)</script> @octocat #1 \x1b]0;t\x07\r\n::error::injected\n##vso[task.complete]"

SOURCES = {
    "pyproject.toml": (
        "[tool.attio-scopes.tokens.app]\n"
        'scopes = ["record_permission:read", "object_configuration:read", "task:read-write"]\n'
        'env = ["ATTIO_APP_TOKEN"]\n'
        "[tool.attio-scopes.tokens.sync]\n"
        'scopes = ["note:read-write", "object_configuration:read", "record_permission:read",'
        ' "user_management:read", "webhook:read-write"]\n'
        'paths = ["jobs/**"]\n'
    ),
    "crm/client.py": (
        '"""Ein Cliënt für Attio."""\n'
        "class AttioClient:\n"
        "    def _request(self, method, path, **options):\n"
        "        return self.session.request(method, self.base + path, **options)\n"
        "\n"
        "    def query(self, slug):\n"
        '        """Größe"""; return self._request("POST", f"/objects/{slug}/records/query")\n'
        "\n"
        "    def create(self, slug, values):\n"
        '        return self._request("POST", f"/objects/{slug}/records", json={"data": values})\n'
        "\n"
        "    def attributes(self, target, slug):\n"
        '        return self._request("GET", f"/{target}/{slug}/attributes")\n'
        "\n"
        "    def old(self):\n"
        '        return self._request("GET", "/tasks")\n'
        "\n"
        "    def free(self, path):\n"
        '        return self._request("GET", path)\n'
        "\n"
        "    def typo(self):\n"
        '        return self._request("GET", "/object")\n'
        "\n"
        "    def quiet(self):\n"
        '        return self._request("GET", "/webhooks")  # attio-scopes: ignore[ATS001] only in the console\n'
    ),
    "jobs/notes.py": (
        "def notes(client):\n"
        '    return client._request("GET", "/notes")\n'
        "\n"
        "def scim(client):\n"
        '    return client._request("GET", "/scim/v2/Users")\n'
        "\n"
        "x = 1  # attio-scopes: ignore[ATS004]\n"
    ),
    HOSTILE_PATH: 'client._request("GET", "/notes")\n',
    "crm/broken.py": "import attio\ndef broken(:\n",
    "crm/deep.py": "import attio\n",
}


def place(path: str, text: str) -> Place:
    """Where `text`, which has no line break, first stands in a source."""
    source = SOURCES[path]
    at = source.index(text)
    line = source.count("\n", 0, at) + 1
    column = at - (source.rfind("\n", 0, at) + 1) + 1
    return Place(path, line, column, line, column + len(text))


def _scopes(*texts: str) -> tuple[Scope, ...]:
    return tuple(Scope.parse(text) for text in texts)


def _endpoint(method: str, path: str, *texts: str, deprecated: bool = False, levels: tuple[str, ...] = (), summary: str = "") -> Endpoint:
    requirement = Requirement((Alternative(None, _scopes(*texts)),))
    docs = f"https://docs.attio.com/rest-api/{method.lower()}{path.replace('{', '').replace('}', '')}"
    return Endpoint(method, path, "api.attio.com", (), summary, "", docs, deprecated, levels, requirement)


QUERY = _endpoint(
    "POST", "/v2/objects/{object}/records/query", "record_permission:read", "object_configuration:read", summary="List records"
)
CREATE = _endpoint(
    "POST", "/v2/objects/{object}/records", "record_permission:read-write", "object_configuration:read", summary="Create a record"
)
TASKS = _endpoint("GET", "/v2/tasks", "task:read", deprecated=True, summary="List tasks")
NOTES = _endpoint("GET", "/v2/notes", "note:read", summary="List notes")
WEBHOOKS = _endpoint("GET", "/v2/webhooks", "webhook:read", summary="List webhooks")
SCIM = _endpoint("GET", "/scim/v2/Users", "user_management:read", levels=("workspace",), summary="List SCIM users")
ATTRIBUTES = Endpoint(
    "GET",
    "/v2/{target}/{identifier}/attributes",
    "api.attio.com",
    (Parameter("target", ("objects", "lists")), Parameter("identifier")),
    "List attributes",
    "Attributes",
    "https://docs.attio.com/rest-api/attributes",
    False,
    (),
    Requirement(
        (
            Alternative(Condition("target", "objects"), _scopes("object_configuration:read")),
            Alternative(Condition("target", "lists"), _scopes("list_configuration:read")),
        )
    ),
)
_WRAPPER = Frame("crm/client.py", 4, 16, "AttioClient._request")


def _call(
    at: Place, function: str, endpoint: Endpoint | None, url: str, status: CallStatus = CallStatus.RESOLVED, **more: str | None
) -> Call:
    method = endpoint.method if endpoint else "GET"
    site = CallSite(
        at,
        function,
        "requests",
        (Reading(method, (Literal(url),)),),
        more.get("reason"),
        more.get("remedy"),
        (_WRAPPER,),
        (),
        at.line,
        at.end_line,
    )
    matches: tuple[EndpointMatch, ...] = ()
    if endpoint and status is CallStatus.RESOLVED:
        matches = (
            EndpointMatch(endpoint, (("object", "{slug}"),) if "{object}" in endpoint.path else (), endpoint.requirement.alternatives),
        )
    return Call(site, status, (method,), f"https://api.attio.com{url}", matches, more.get("reason"), more.get("nearest"))


_QUERY_AT = place("crm/client.py", 'self._request("POST", f"/objects/{slug}/records/query")')
_CREATE_AT = place("crm/client.py", 'self._request("POST", f"/objects/{slug}/records", json={"data": values})')
_ATTRIBUTES_AT = place("crm/client.py", 'self._request("GET", f"/{target}/{slug}/attributes")')
_OLD_AT = place("crm/client.py", 'self._request("GET", "/tasks")')
_FREE_AT = place("crm/client.py", 'self._request("GET", path)')
_TYPO_AT = place("crm/client.py", 'self._request("GET", "/object")')
_QUIET_AT = place("crm/client.py", 'self._request("GET", "/webhooks")')
_NOTES_AT = place("jobs/notes.py", 'client._request("GET", "/notes")')
_SCIM_AT = place("jobs/notes.py", 'client._request("GET", "/scim/v2/Users")')
_HOSTILE_AT = place(HOSTILE_PATH, 'client._request("GET", "/notes")')

CALLS = (
    JudgedCall(_call(_QUERY_AT, "AttioClient.query", QUERY, "/v2/objects/{slug}/records/query"), "covered", ("app", "sync")),
    JudgedCall(_call(_CREATE_AT, "AttioClient.create", CREATE, "/v2/objects/{slug}/records"), "missing", ("app",)),
    JudgedCall(_call(_ATTRIBUTES_AT, "AttioClient.attributes", ATTRIBUTES, "/v2/{target}/{slug}/attributes"), "possible", ("app",)),
    JudgedCall(_call(_OLD_AT, "AttioClient.old", TASKS, "/v2/tasks"), "covered", ("app",)),
    JudgedCall(
        _call(
            _FREE_AT,
            "AttioClient.free",
            None,
            "{path}",
            CallStatus.UNRESOLVED,
            reason="the path is parameter path of AttioClient.free, and nobody calls it with a known one",
            remedy="write a literal path, or pin it with # attio-scopes: endpoint",
        ),
        "unresolved",
        ("app",),
    ),
    JudgedCall(
        _call(
            _TYPO_AT, "AttioClient.typo", None, "/v2/object", CallStatus.UNKNOWN_ENDPOINT, reason="no such path", nearest="GET /v2/objects"
        ),
        "unknown-endpoint",
        ("app",),
    ),
    JudgedCall(_call(_QUIET_AT, "AttioClient.quiet", WEBHOOKS, "/v2/webhooks"), "suppressed", ("app",)),
    JudgedCall(_call(_NOTES_AT, "notes", NOTES, "/v2/notes"), "covered", ("sync",)),
    JudgedCall(_call(_SCIM_AT, "scim", SCIM, "/scim/v2/Users"), "covered", ("sync",)),
    JudgedCall(_call(_HOSTILE_AT, "<script>alert(1)</script>", NOTES, "/v2/notes?" + HOSTILE_TEXT), "covered", ("sync",)),
)

_CODES: dict[str, Code] = {code.id: code for code in CODES}


def _finding(
    code: str,
    at: Place,
    message: str,
    advice: str,
    scopes: tuple[Scope, ...] = (),
    token: str | None = None,
    docs: str = "",
    mark: str = "",
) -> Finding:
    kind = _CODES[code]
    related = (Related(place("crm/client.py", "self.session.request(method, self.base + path, **options)"), "the request is sent here"),)
    severity = Severity.NOTE if code == "ATS005" else kind.severity
    return Finding(
        kind, severity, message, advice, at, scopes, token, related if code in ("ATS001", "ATS002") else (), mark or f"{code}-mark", docs
    )


FINDINGS = (
    _finding("ATS901", place("crm/broken.py", "("), "cannot be parsed: expected a parameter", "correct the file"),
    _finding(
        "ATS001",
        _CREATE_AT,
        "POST /v2/objects/{object}/records needs record_permission:read-write, which token app lacks",
        "grant record_permission:read-write to token app, 100% of the time\nor take the call away",
        _scopes("record_permission:read-write"),
        "app",
        CREATE.docs,
    ),
    _finding(
        "ATS002",
        _ATTRIBUTES_AT,
        "needs object_configuration:read for an object, list_configuration:read for a list; token app lacks the latter",
        "pin the endpoint, or grant the scope",
        _scopes("list_configuration:read"),
        "app",
        ATTRIBUTES.docs,
    ),
    _finding("ATS005", _OLD_AT, "GET /v2/tasks is deprecated", "", docs=TASKS.docs),
    _finding("ATS004", _FREE_AT, "the path cannot be known: parameter path of AttioClient.free", "pin it"),
    _finding("ATS003", _TYPO_AT, "Attio has no GET /v2/object; the nearest is GET /v2/objects", "correct the path"),
    _finding("ATS902", place("crm/deep.py", "import attio"), "the analysis of this file failed", "please report it"),
    _finding("ATS903", place("crm/deep.py", "import attio"), "the analysis is incomplete: the time was up", "allow more"),
    _finding(
        "ATS006",
        _SCIM_AT,
        "GET /scim/v2/Users supports workspace tokens only; token sync is a user's",
        "use a workspace token",
        token="sync",
    ),
    _finding("ATS007", _NOTES_AT, "nothing says which token the call uses", "set env or paths"),
    _finding("ATS008", _NOTES_AT, "the address is used here, and no call was found behind it", "describe it under wrappers"),
    _finding("ATS201", place("jobs/notes.py", "# attio-scopes: ignore[ATS004]"), "the suppression matches nothing", "remove it"),
    _finding("ATS007", _HOSTILE_AT, "hostile: " + HOSTILE_TEXT, HOSTILE_TEXT, mark="ATS007-mark"),
    _finding(
        "ATS102", place("pyproject.toml", '"note:read-write"'), "sync only reads notes", "narrow it", _scopes("note:read-write"), "sync"
    ),
    _finding("ATS103", _NOTES_AT, "the source asks for task:read, which is not declared", "correct the list"),
    _finding(
        "ATS101",
        place("pyproject.toml", '"webhook:read-write"'),
        "no call with token sync needs webhook:read-write",
        "remove it",
        _scopes("webhook:read-write"),
        "sync",
    ),
)

REPORT = Report(
    manifest_version="2026-10-20",
    manifest_source="Attio's OpenAPI document of 2026-10",
    manifest_endpoints=98,
    files=6,
    skipped_tests=2,
    partial=False,
    calls=CALLS,
    findings=tuple(sorted(FINDINGS, key=lambda f: (f.place.path, f.place.line, f.place.column, f.code.id))),
    required_scopes=_scopes("note:read", "object_configuration:read", "record_permission:read-write", "task:read", "user_management:read"),
    tokens=(
        TokenReport(
            "app",
            _scopes("object_configuration:read", "record_permission:read", "task:read-write"),
            _scopes("object_configuration:read", "record_permission:read-write", "task:read"),
            _scopes("record_permission:read-write"),
            _scopes("list_configuration:read"),
            (),
            (),
            "1 unresolved call could need any of them",
        ),
        TokenReport(
            "sync",
            _scopes("note:read-write", "object_configuration:read", "record_permission:read", "user_management:read", "webhook:read-write"),
            _scopes("note:read", "object_configuration:read", "record_permission:read", "user_management:read"),
            (),
            (),
            _scopes("webhook:read-write"),
            _scopes("note:read-write"),
        ),
    ),
    notes=("vendored/: cannot be listed (Permission denied); its files were not analysed",),
    suppressed=(
        SuppressedFinding(
            _finding("ATS001", _QUIET_AT, "GET /v2/webhooks needs webhook:read", "grant it", _scopes("webhook:read"), "app"),
            "inSource",
            "only in the console",
        ),
    ),
    left_out=(
        LeftOut("build/lib/", "it looks like build output of setuptools"),
        LeftOut(HOSTILE_PATH, "it links out of the project"),
    ),
)
JUDGED = replace(REPORT, notes=(), skipped_tests=0, left_out=())
"""Without what was not looked at: calls and findings alone."""
REMARKS = 3
"""How many remarks the whole report has."""
EMPTY = Report("2026-10-20", "Attio's OpenAPI document of 2026-10", 98, 0, 0, False, (), (), (), ())

CONFIG = Config(
    file="pyproject.toml",
    tokens=(
        Token("app", ScopeSet(frozenset(REPORT.tokens[0].declared)), env=("ATTIO_APP_TOKEN",), kind="oauth"),
        Token("sync", ScopeSet(frozenset(REPORT.tokens[1].declared)), paths=("jobs/**",), level="user"),
    ),
    reasons=(
        ("record_permission:read", "shows people and companies in the sales dashboard"),
        ("webhook:read-write", "registers the record webhook at install time"),
        ("task:read-write", "<b>follow-ups</b> " + HOSTILE_TEXT),
    ),
)
CATALOGUE = (
    ScopeInfo(
        "list_configuration", ("read", "read-write"), "view, and optionally change, lists and their attributes", "List Configuration"
    ),
    ScopeInfo("note", ("read", "read-write"), "view, and optionally write, notes", "Notes"),
    ScopeInfo(
        "object_configuration", ("read", "read-write"), "view, and optionally change, objects and their attributes", "Object Configuration"
    ),
    ScopeInfo("record_permission", ("read", "read-write"), "view, and optionally write, records", "Records"),
    ScopeInfo("task", ("read", "read-write"), "view, and optionally write, tasks", "Tasks"),
    ScopeInfo("user_management", ("read", "read-write"), "view, and optionally manage, the members of the workspace", "User Management"),
    ScopeInfo("webhook", ("read", "read-write"), "view, and optionally manage, webhooks", "Webhooks"),
)
