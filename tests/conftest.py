"""The tests never use or change the cache of whoever runs them, and take place on a day on which the shipped manifest is new."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from attio_scopes import candidates

candidates.STRICT = True  # in every test run, each call expression has a fate


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """All processors for the whole suite; a few files by name are done before a second process has started."""
    return None if config.args_source is not pytest.Config.ArgsSource.ARGS else 0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What builds an environment or a repository is slow."""
    for item in items:
        if item.get_closest_marker("builds") is not None:
            item.add_marker("slow")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cache") / "attio-scopes"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATTIO_SCOPES_CACHE_DIR", str(folder))
        for name in ("COLUMNS", "LINES"):  # a process of pytest-xdist has them
            patch.delenv(name, raising=False)
        patch.setenv("SOURCE_DATE_EPOCH", "1795780000")  # 2026-11-27; what is said of an old manifest has tests of its own
        yield folder
