"""The path templates of a manifest, ready to lay paths over."""

from __future__ import annotations

from attio_scopes.model.endpoint import Manifest
from attio_scopes.model.path import Templates


def templates_of(manifest: Manifest) -> Templates:
    """The templates of a manifest's endpoints; an alignment's key is the endpoint's index in it."""
    return Templates(
        tuple(
            (e.method, e.host, e.path, tuple((parameter.name, parameter.values) for parameter in e.parameters)) for e in manifest.endpoints
        )
    )
