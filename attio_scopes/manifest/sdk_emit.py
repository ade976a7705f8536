"""Writes the model of an SDK as YAML: the same bytes for the same model.

Takes a model, gives text. Never touches a file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from attio_scopes.manifest.sdk import SdkMethod, SdkModel

WIDTH = 140
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*\Z")
# Plain words that YAML 1.1 reads as something else.
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_HEADER = """\
# What each method of a generated SDK sends.
# Written by `attio-scopes manifest sdk PACKAGE_FOLDER`; run it again on another version, do not change this file.
#
# resources     by the path of attributes on the client; "" are the client's own methods
# async_suffix  what a method's name ends in where it is the asynchronous form of one that is listed
# renamed       the name in the request where it differs from the argument's
# query         names in the request of the query parameters
"""


def emit_sdk(model: SdkModel) -> str:
    """The model's text.

    Args:
        model: as `read_sdk` gives it.

    Returns:
        YAML, with a final newline.
    """
    lines = [
        f"library: {_text(model.library)}",
        "kind: sdk",
        f"source: {json.dumps(f'{model.library} {model.version}'.strip() + ', read by `attio-scopes manifest sdk`')}",
        *([f"version: {json.dumps(model.version)}"] if model.version else []),
        f"modules: {_list(model.modules)}",
        f"classes: {_list(model.classes)}",
        f"base_url: {_text(model.base_url)}",
        f"credential: {_list(model.credential)}",
        *([f"server: {_text(model.server)}"] if model.server else []),
        *([f"async_suffix: {_text(model.async_suffix)}"] if model.async_suffix else []),
        "resources:",
    ]
    for path, methods in model.resources:
        lines.append(f"  {_text(path)}:")
        for name, sent in methods:
            lines += _method(name, sent)
    return _HEADER + "\n".join(lines) + "\n"


def _method(name: str, sent: SdkMethod) -> list[str]:
    """One method on one line where it fits, else a line for each of its facts."""
    facts = [f"method: {sent.method}", f"path: {_text(sent.path)}", f"parameters: {_list(sent.parameters)}"]
    if sent.renamed:
        facts.append("renamed: {" + ", ".join(f"{_text(argument)}: {_text(wire)}" for argument, wire in sent.renamed) + "}")
    if sent.query:
        facts.append(f"query: {_list(sent.query)}")
    one = f"    {_text(name)}: {{{', '.join(facts)}}}"
    return [one] if len(one) <= WIDTH else [f"    {_text(name)}:", *(f"      {fact}" for fact in facts)]


def _list(texts: Iterable[str]) -> str:
    return "[" + ", ".join(map(_text, texts)) + "]"


def _text(text: str) -> str:
    """Plain where nothing in it could be read as anything else, quoted as JSON otherwise."""
    return text if _PLAIN.match(text) and text.lower() not in _WORDS else json.dumps(text)
