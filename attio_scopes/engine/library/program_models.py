"""Program models: what the options of a program say of the request that it sends, as `rules/clients/*.yaml` says.

Takes a raw mapping and gives it as a value. Knows no program itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Program(Struct, frozen=True):
    """A program that is started to send a request: what its options say.

    Attributes:
        method, url: options before the method and before an address; `joined` are beginnings of a word whose rest is the method.
        method_absent, method_with_data: the method where no option says it, without and with data.
        methods: the method that an option stands for.
        data, values: options before data, and before other values; after one of `as_query` data is no body.
    """

    library: str
    method: frozenset[str]
    joined: tuple[str, ...]
    url: frozenset[str]
    method_absent: str
    method_with_data: str
    methods: Mapping[str, str]
    data: frozenset[str]
    as_query: frozenset[str]
    values: frozenset[str]

    @classmethod
    def of(cls, rule: Mapping[str, Any]) -> Program:
        """The model of a rule of kind `command`."""
        method, url, data, query, values = (frozenset(rule.get(key, ())) for key in ("method", "url", "data", "as_query", "values"))
        joined = tuple(f"{option}=" if option.startswith("--") else option for option in rule["method"])
        methods = {option: str(verb) for verb, options in rule["methods"].items() for option in options}
        absent, given = str(rule["method_absent"]), str(rule["method_with_data"])
        return cls(str(rule["library"]), method, joined, url, absent, given, methods, data, query, values)
