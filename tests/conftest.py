"""The tests never use or change the cache of whoever runs them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cache") / "attio-scopes"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATTIO_SCOPES_CACHE_DIR", str(folder))
        yield folder
