"""The tests never use or change the cache of whoever runs them, and take place on a day on which the shipped manifest is new.

At the end of a run, a table says what was not tried, why, and how to get it. With ATTIO_SCOPES_SKIP_NOTHING in the environment (`.ci/run`)
a run fails in which a test skipped that this machine could have run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from attio_scopes import candidates
from tests.needs import counted, needless, table

if sys.dont_write_bytecode:  # or each of the hundreds of processes that tests start compiles the whole package anew
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).resolve().parent.parent / ".pytest_cache" / "bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix

candidates.STRICT = True  # in every test run, each call expression has a fate


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """All processors for the whole suite; a few files by name are done before a second process has started."""
    return None if config.args_source is not pytest.Config.ArgsSource.ARGS else 0


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What builds an environment or a repository is slow. Files with such tests come first where several processes share the files."""
    weights: dict[Path, int] = {}
    for item in items:
        if item.get_closest_marker("builds") is not None:
            item.add_marker("slow")
            weights[item.path] = 1_000_000
        weight = 100 if item.get_closest_marker("slow") is not None else 1
        weights[item.path] = weights.get(item.path, 0) + weight
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: -weights[item.path])


def _skipped(config: pytest.Config) -> dict[str, int]:
    """How many tests skipped, by reason; in a process of pytest-xdist, of none."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return counted(reporter.stats.get("skipped", ())) if reporter is not None and not hasattr(config, "workerinput") else {}


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A run that skipped what it could have run is none of `.ci/run`'s."""
    if exitstatus == pytest.ExitCode.OK and "ATTIO_SCOPES_SKIP_NOTHING" in os.environ and needless(_skipped(session.config)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What was not tried."""
    skipped = _skipped(config)
    if not skipped:
        return
    terminalreporter.section("not tried")
    for line in table(skipped):
        terminalreporter.write_line(line)
    wrong = needless(skipped)
    if wrong:
        terminalreporter.section("skipped, although this machine could run it", sep="!")
        for line in wrong:
            terminalreporter.write_line(line)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cache") / "attio-scopes"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATTIO_SCOPES_CACHE_DIR", str(folder))
        for name in ("COLUMNS", "LINES"):  # a process of pytest-xdist has them
            patch.delenv(name, raising=False)
        patch.setenv("SOURCE_DATE_EPOCH", "1795780000")  # 2026-11-27; what is said of an old manifest has tests of its own
        yield folder
