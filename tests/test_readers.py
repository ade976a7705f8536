"""What strangers may have written never breaks a reader: a value, or the reader's own error. `python -m tests.fuzz` looks for longer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attio_scopes.model.errors import UserError
from tests import fuzz
from tests.readers import Reader, folder, outcome, readers

RELAXED = settings(deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck), print_blob=False)
READERS = readers()


@pytest.fixture(scope="module", autouse=True)
def _tidy() -> Iterator[None]:
    yield
    for path in folder().iterdir():
        path.unlink()
    folder().rmdir()
    folder.cache_clear()


@st.composite
def changed(draw: st.DrawFn, reader: Reader) -> bytes:
    """A seed of the reader with parts cut out, doubled, or replaced by words and noise; or noise alone."""
    data = draw(st.sampled_from([*reader.seeds, b""]))
    word = st.sampled_from([word.encode() for word in reader.words])
    for _ in range(draw(st.integers(0, 6))):
        start, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        piece = draw(
            st.one_of(word, word, st.binary(max_size=4), st.text(max_size=4).map(lambda t: t.encode("utf-8")), st.just(data[start:end]))
        )
        data = data[:start] + piece * draw(st.sampled_from([1, 1, 1, 2, 70])) + data[draw(st.sampled_from([start, end])) :]
    return data


@pytest.mark.parametrize("name", READERS)
def test_a_seed_is_read(name: str) -> None:
    """At least one seed of each reader is a value: nothing is explored behind a first error."""
    values = [outcome(READERS[name], seed) for seed in READERS[name].seeds]
    assert any(not isinstance(value, tuple) or not value or not isinstance(value[0], str) for value in values), values


@pytest.mark.slow
@pytest.mark.parametrize("name", READERS)
def test_whatever_is_written_there(name: str) -> None:
    reader = READERS[name]

    @settings(RELAXED, max_examples=60)
    @given(changed(reader))
    def each(data: bytes) -> None:
        outcome(reader, data)

    each()


def test_without_atheris_the_command_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert fuzz.main(["manifest"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "nothing was fuzzed: pip install '.[fuzz]'" in printed.err


def test_an_unknown_reader_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as ended:
        fuzz.main(["nothing"])
    assert ended.value.code == 2


def test_a_reader_that_breaks_is_noticed() -> None:
    def broken(data: bytes) -> object:
        raise UserError() if data else ValueError

    with pytest.raises(ValueError, match=r"\A\Z"):
        outcome(Reader(broken, (), ()), b"")
    with pytest.raises(AssertionError):
        outcome(Reader(broken, (), ()), b"x")
