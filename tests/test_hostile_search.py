"""Files that hide what they say from a search: in other writings, in other codings, behind files that cannot be analysed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from attio_scopes.model.path import Literal, take_apart
from attio_scopes.pipeline import Request, run
from attio_scopes.spelled import says
from tests.hostile import GOOD, calls, resolved

SEEDS = (b"attio",)
HOSTS = {
    "hexadecimal": r"'https://api.\x61ttio.com/v2/notes'",
    "octal": r"'https://api.at\164io.com/v2/notes'",
    "unicode": r"'https://api.\u0061tti\U0000006f.com/v2/notes'",
    "named": r"'https://api.\N{LATIN SMALL LETTER A}ttio.com/v2/notes'",
    "in the next literal": r"'https://api.att' 'io.com/v2/notes'",
    "letter by letter": r"'https://api.a' 't' 't' 'i' 'o' '.com/v2/notes'",
    "with prefixes": r"'https://api.att' Rb'' r'i' f'o' '.com/v2/notes'".replace(" Rb''", ""),
    "added": r"'https://api.att' + 'io.com/v2/notes'",
    "on two lines": "('https://api.att'\n    'io.com/v2/notes')",
    "with a comment between": "('https://api.att'  # of\n    # the API\n\n    'io.com/v2/notes')",
    "with quotes in the comment": "('https://api.a'  # it's 't'\n    'ttio.com/v2/notes')",
    "triple quotes": "'''https://api.att''' \"\"\"io.com/v2/notes\"\"\"",
    "continued": "'https://api.att\\\nio.com/v2/notes'",
    "in a field": "f\"https://api.{'att'}io.com/v2/notes\"",
    "percent": "'https://api.%61ttio.com/v2/notes'",
    "wide letters": "'https://api.ａttio.com/v2/notes'",
    "wide letters, escaped": r"'https://api.\uff41ttio.com/v2/notes'",
    "soft hyphen": "'https://api.att\u00adio.com/v2/notes'",
    "mixed": "('https://api.\\x61t'  # one\n    r't' + f'io.com/v2/notes')",
    "capitals": r"'HTTPS://API.ATT' 'IO.COM/v2/notes'",
    "trailing dot": "'https://api.attio.com./v2/notes'",
    "leading blank": "' https://api.attio.com/v2/notes'",
}
PROGRAM = "import requests\n\nrequests.get({})\n"


def found(folder: Path, *, prefilter: bool) -> list[tuple[str, str]]:
    report = run(Request((str(folder),), verdict=False, prefilter=prefilter)).report
    return [(judged.call.site.place.path, match.endpoint.key) for judged in report.calls for match in judged.call.matches]


@pytest.mark.parametrize("name", HOSTS)
def test_a_host_in_another_writing(tmp_path: Path, name: str) -> None:
    assert eval(HOSTS[name])  # it is Python
    (tmp_path / "app.py").write_text(PROGRAM.format(HOSTS[name]), encoding="utf-8")
    expected = [("app.py", "GET /v2/notes")]
    assert found(tmp_path, prefilter=True) == found(tmp_path, prefilter=False) == expected
    (tmp_path / "app.py").write_text("# attio\n" + PROGRAM.format(HOSTS[name]), encoding="utf-8")
    assert found(tmp_path, prefilter=True) == expected


@pytest.mark.parametrize(
    ("coding", "host"),
    [
        ("utf-7", "api.+AGEAdAB0AGkAbw-.com"),
        ("unicode_escape", "api.\\x61ttio.com"),
        ("raw_unicode_escape", "api.\\u0061ttio.com"),
        ("iso2022_jp", "api.att\x1b(Bio.com"),
    ],
)
@pytest.mark.parametrize("before", ["", "#!/usr/bin/env python\n", "# utf-7\r"])
def test_a_host_in_another_coding(tmp_path: Path, coding: str, host: str, before: str) -> None:
    """In a library too, so that what imports it is found."""
    text = f"{before}# -*- coding: {coding} -*-\nimport requests\n\n\ndef send(path):\n    requests.get(f'https://{host}/v2{{path}}')\n"
    (tmp_path / "lib.py").write_bytes(text.encode("ascii"))
    (tmp_path / "app.py").write_text("from lib import send\n\nsend('/notes')\n")
    for prefilter in (True, False):
        assert found(tmp_path, prefilter=prefilter) == [("app.py", "GET /v2/notes")]


@pytest.mark.parametrize("coding", ["latin-1", "cp1252", "gbk", "koi8-r", "no-such-coding", "hex", "cp037", "utf-16"])
def test_other_codings_are_no_reason_to_fail(tmp_path: Path, coding: str) -> None:
    (tmp_path / "other.py").write_bytes(f"# coding: {coding}\nx = '".encode() + b"\xe9\xff'\n" + GOOD.encode())
    (tmp_path / "app.py").write_text(GOOD)
    report = calls(tmp_path)
    assert "app.py" in resolved(report)
    assert {finding.code.id for finding in report.findings} <= {"ATS901"}


def test_a_name_in_wide_letters_is_the_plain_one(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text("import requests\n\n\ndef send(path):\n    requests.get('https://api.attio.com/v2' + path)\n")
    (tmp_path / "app.py").write_text("from ｃlient import ｓend\n\nｓend('/notes')\n", encoding="utf-8")
    for prefilter in (True, False):
        assert found(tmp_path, prefilter=prefilter) == [("app.py", "GET /v2/notes")]


@pytest.mark.parametrize(
    "text",
    [
        "getattr(io, 'x')",
        "import trio\nassert that, trio",
        "['att', 'io']",
        "'att'; x = 'io'",
        "att + io",
        "'at'  # c\n'io'",
        "b'\\xe1' 'ttio'",
    ],
)
def test_what_only_looks_like_it_is_not_looked_at(text: str) -> None:
    assert not says(text.encode(), SEEDS)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://api.attio.com.evil.example/v2", "api.attio.com.evil.example"),
        ("https://api.attio.com@evil.example/v2", "evil.example"),
        ("https://evil.example/?https://api.attio.com/v2", "evil.example"),
        ("/ https://api.attio.com/v2", None),
    ],
)
def test_other_hosts_stay_others(url: str, host: str | None) -> None:
    assert take_apart((Literal(url),)).host == host


SIZES = {
    "blanks": b"t'" + b" " * 5_000_000,
    "signs of comments": b"at'#" * 1_000_000 + b"\n",
    "comments": b"#t'#\n" * 500_000 + b"at#",
    "quotes": b"'" * 2_000_000 + b"att io",
    "backslashes": b"'\\'" * 500_000 + b"att io",
    "two kinds of quotes": b"\"'" * 1_000_000 + b"att io",
    "pieces": b"'att' " * 300_000 + b"'io'",
    "escapes": b"\\x61" * 500_000,
    "names without end": b"\\N{" * 1_000_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", SIZES)
def test_no_search_takes_long(name: str) -> None:
    started = time.process_time()
    says(SIZES[name], SEEDS)
    assert time.process_time() - started < 10


# --- behind a file that cannot be analysed ----------------------------------------------------------------------

HELPER = "import requests\n\n\ndef send(url):\n    return requests.post(url, timeout=10)\n\n\n"
UNREADABLE = {
    "brackets": HELPER + "X = " + "(" * 151 + "1" + ")" * 151 + "\n",
    "branches": HELPER + "if X == 0:\n    pass\n" + "".join(f"elif X == {n}:\n    pass\n" for n in range(502)),
    "a table": HELPER + "X = [" + "1, " * 850_000 + "]\n",
    "no Python": HELPER + "print 'x'\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("prefilter", [True, False])
def test_a_helper_that_cannot_be_analysed_is_told(tmp_path: Path, name: str, prefilter: bool) -> None:
    (tmp_path / "http_util.py").write_text(UNREADABLE[name])
    (tmp_path / "app.py").write_text("from http_util import send\n\nsend('https://api.attio.com/v2/notes')\n")
    report = run(Request((str(tmp_path),), verdict=False, prefilter=prefilter)).report
    assert [(f.code.id, f.place.path) for f in report.findings] == [("ATS901", "http_util.py")]
    assert "may affect calls to Attio" in report.findings[0].message
    told = [(one.call.status.value, one.call.site.place.path, one.call.site.place.line) for one in report.calls]
    assert told == [("unresolved", "app.py", 3)], "it gets Attio's address: what it does with it is not known"


@pytest.mark.slow
@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("prefilter", [True, False])
def test_a_caller_that_cannot_be_analysed_is_told(tmp_path: Path, name: str, prefilter: bool) -> None:
    (tmp_path / "client.py").write_text("import requests\n\n\ndef go(path):\n    requests.get('https://api.attio.com/v2' + path)\n")
    (tmp_path / "app.py").write_text("from client import go\n\ngo('/notes')\n" + UNREADABLE[name])
    report = run(Request((str(tmp_path),), verdict=False, prefilter=prefilter)).report
    assert [(f.code.id, f.place.path) for f in report.findings] == [("ATS901", "app.py")]


@pytest.mark.parametrize("prefilter", [True, False])
def test_a_file_that_has_no_part_in_it_is_not_told(tmp_path: Path, prefilter: bool) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "old.py").write_text("print 'nobody imports this'\n")
    report = run(Request((str(tmp_path),), verdict=False, prefilter=prefilter)).report
    assert (report.findings, resolved(report)) == ((), ["app.py"])
