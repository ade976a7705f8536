"""Hosts as clients read them: an address may name one in more ways than by its plain letters.

Takes the host of a URL, or text that may hold one; gives it in plain lower case. It compares nothing.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

# What the processing of international names (UTS 46, as `idna` and Python's own codec have it) leaves out, and takes for a dot.
_LEFT_OUT = re.compile("[\u00ad\u034f\u180b-\u180d\u200b\u2060\u2064\ufe00-\ufe0f\ufeff]")
_DOTS = re.compile("[\u3002\uff0e\uff61]")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")


def plain(text: str) -> str:
    """Text with compatible characters (`ａ`, `ﬁ`) as the plain ones, dots of other scripts as dots, and without what is ignored.

    Args:
        text: anything.
    """
    return text if text.isascii() else unicodedata.normalize("NFKC", _DOTS.sub(".", _LEFT_OUT.sub("", text)))


def plain_host(host: str) -> str:
    """A host in plain lower case, without the dot that may end it.

    Args:
        host: of a URL, without user and port.
    """
    if _PERCENT.search(host):  # requests resolves it before it looks at the host
        host = unquote(host)
    return plain(host).lower().rstrip(".")
