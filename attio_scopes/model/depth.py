"""A cheap look at bytes that a parser could choke on: very long chains and very deep nesting.

Takes a file's bytes and gives the line of the first statement that is too deep, or None. It never parses: it counts
brackets and operators between line ends, as an upper bound. libcst's native parser takes time that grows with the square
of an operator chain's length and overflows its stack near 9,000 terms, so such a file must not reach it.
"""

from __future__ import annotations

import re

MOST_NESTING = 150
MOST_CHAIN = 1_000
# Strings and comments first, so that what is in them does not count.
_TOKEN = re.compile(
    rb"""(?:[rbufRBUF]{0,2})(?:'''(?:[^\\]|\\.)*?'''|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")"""
    rb"""|\#[^\n]*|\n|[([{]|[)\]}]|[,;]|[-+*/%|&^@.<>=]+|\b(?:and|or|not|if|else|lambda|in|is|await|for)\b""",
    re.DOTALL,
)
_SUSPECT = re.compile(rb"[-+*/%|&^@.<>=~]|\b(?:and|or|not|if|else|lambda|in|is)\b")


def too_deep(data: bytes) -> int | None:
    """The line (from 1) of the first expression that is chained or nested too deeply, or None."""
    if len(data) < MOST_NESTING or (data.count(b"(") + data.count(b"[") + data.count(b"{") < MOST_NESTING and not _may_chain(data)):
        return None
    if not _may_chain(data) and not _may_nest(data):
        return None
    return _scan(data)


def _may_chain(data: bytes) -> bool:
    """Whether any stretch without a comma, semicolon or colon-ended line could hold a long chain (upper bound)."""
    longest = 0
    for stretch in re.split(rb"[,;]|\n(?=[^\s)\]}.+\-*/%|&^@<>=aoni])", data):
        if len(stretch) > MOST_CHAIN:
            longest = max(longest, len(_SUSPECT.findall(stretch)))
            if longest > MOST_CHAIN:
                return True
    return False


def _may_nest(data: bytes) -> bool:
    """Whether brackets ever stand deeper than the bound, strings and comments included (upper bound by lines)."""
    depth = 0
    for match in re.finditer(rb"[([{]|[)\]}]", data):
        depth = depth + 1 if match.group() in b"([{" else max(0, depth - 1)
        if depth > MOST_NESTING:
            return True
    return False


def _scan(data: bytes) -> int | None:
    """The exact count, with strings and comments left out; an operator chain ends with its statement or its comma."""
    line, depth = 1, 0
    chains = [0]
    for match in _TOKEN.finditer(data):
        token = match.group()
        if token == b"\n":
            line += 1
            if depth == 0:
                chains[0] = 0
        elif token[:1] in b"([{":
            depth += 1
            chains.append(0)
            if depth > MOST_NESTING:
                return line
        elif token[:1] in b")]}":
            depth = max(0, depth - 1)
            if len(chains) > 1:
                chains.pop()
            chains[-1] += 1
        elif token[:1] in b",;":
            chains[-1] = 0
        elif token[:1] == b"#" or b"'" in token or b'"' in token:
            line += token.count(b"\n")
        else:
            chains[-1] += 1
        if chains[-1] > MOST_CHAIN:
            return line
    return None
