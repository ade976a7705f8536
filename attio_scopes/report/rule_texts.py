"""Why each kind of finding matters and what to do about it, in a few sentences, for formats that carry a rule's help.

Takes a `Code`, gives its texts; a code without texts is a defect that a test finds.
"""

from __future__ import annotations

from msgspec import Struct

from attio_scopes.model.finding import BROADER_SCOPE, NEVER_SILENT, UNPARSABLE_FILE, UNUSED_SCOPE, Code


class RuleText(Struct, frozen=True):
    """The help of a code: why it matters, what to do, and the comment (or setting) that keeps it silent; "" where nothing does."""

    why: str
    fix: str
    suppress: str


_TEXTS: dict[str, tuple[str, str]] = {
    "ATS001": (
        "Attio answers such a request with 403, whatever the data.",
        "Grant the scope to the token and declare it in the configuration, or take the call away.",
    ),
    "ATS002": (
        "Which scopes the request needs depends on something that the source does not tell, and at least one possibility is not granted.",
        "Grant the scope, or state which endpoint it is with a comment: # attio-scopes: endpoint METHOD /path.",
    ),
    "ATS003": (
        "Either the path is mistyped, or the endpoint is newer than the scope manifest; what it needs is not known in both cases.",
        "Compare the path with the nearest endpoint that is named, or update the manifest.",
    ),
    "ATS004": (
        "A call whose endpoint is unknown may need any scope, so that no scope can be called unused either.",
        "Write the path out, pin it with # attio-scopes: endpoint METHOD /path, or describe the wrapper in the configuration.",
    ),
    "ATS005": ("Attio may take the endpoint away.", "Move to the endpoint that Attio's documentation recommends."),
    "ATS006": (
        "Some endpoints serve tokens of a workspace or of a user only, and refuse the other kind whatever its scopes.",
        "Use a token of the level that the endpoint supports.",
    ),
    "ATS007": (
        "Without knowing the token, the call is judged against every declared one, which may be too strict or too lax.",
        "Name the environment variable (env) or the files (paths) of each token in the configuration.",
    ),
    "ATS008": (
        "What is sent from here is not known, so that it may need any scope.",
        "Name the environment of the package with --python, describe under wrappers what sends, or accept the line with a comment.",
    ),
    "ATS101": (
        "A scope that nobody needs only widens what a leaked token can do.",
        "Remove the scope from the token in Attio's settings and from the configuration.",
    ),
    "ATS102": (
        "A token that may write but only reads can do more harm than it needs to when it leaks.",
        "Narrow the scope to read, in Attio's settings and in the configuration.",
    ),
    "ATS103": (
        "Two lists of scopes that differ cannot both be right, and what people consent to is neither: the app's settings at Attio decide.",
        "Make the list in the source and the declared scopes the same, by what the calls need and what the app's settings at Attio have.",
    ),
    "ATS201": (
        "A suppression that matches nothing hides the next finding that does.",
        "Remove the comment, or the entry of the baseline or of wrappers.",
    ),
    "ATS901": (
        "Calls in a file that cannot be parsed are not seen, so that the result is incomplete.",
        "Correct the file, or exclude it in the configuration.",
    ),
    "ATS902": (
        "The result is incomplete: one file was not analysed because of a defect of attio-scopes.",
        "Please report it with the file, or with the part of it that fails.",
    ),
    "ATS903": (
        "The result is incomplete: a limit of time or memory was reached, and calls may be missing.",
        "Allow more time or memory, or check a part of the project at a time.",
    ),
}
_OF_A_DECLARATION = frozenset({UNUSED_SCOPE, BROADER_SCOPE})


def rule_text(code: Code) -> RuleText:
    """The texts of a code.

    Raises:
        KeyError: the code has none.
    """
    why, fix = _TEXTS[code.id]
    return RuleText(why, fix, _suppressed_by(code))


def _suppressed_by(code: Code) -> str:
    """What keeps a code silent. The comments of a file that cannot be analysed may not be readable either."""
    if code in NEVER_SILENT:
        return ""
    if code in _OF_A_DECLARATION:
        return f'ignore = ["{code.id}"]'
    if code is UNPARSABLE_FILE:
        return f'per-path-ignores = {{ "path/of/file.py" = ["{code.id}"] }}'
    return f"# attio-scopes: ignore[{code.id}] reason"
