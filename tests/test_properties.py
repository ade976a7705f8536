"""What holds for every project: properties between the stages, over generated programs, reports and paths.

Others stand with what they are about: verdicts in test_judge_verdict.py, the prefilter in test_prefilter.py, the depth of expressions in
test_depth.py, rewritten programs in test_metamorphic.py, programs out of the grammar in test_grammar.py, readers in test_readers.py.
"""

from __future__ import annotations

import os
import pickle
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from attio_scopes import parsing, processes
from attio_scopes.baseline import apply_baseline, entries_of, parse, render
from attio_scopes.cache.codec import decode, encode
from attio_scopes.directives import read_directives
from attio_scopes.match import match
from attio_scopes.model.call import Call, CallSite, CallStatus, Place, Reading
from attio_scopes.model.config import Config
from attio_scopes.model.endpoint import Endpoint
from attio_scopes.model.facts import ModuleFacts
from attio_scopes.model.finding import CODES, INTERNAL_ERROR, UNPARSABLE_FILE, Finding
from attio_scopes.model.path import Hole, Literal, Piece
from attio_scopes.model.report import Report
from attio_scopes.parsing import facts_of
from attio_scopes.pipeline import Request, run
from attio_scopes.report.formats import render_format
from attio_scopes.rule_files import load_manifest
from attio_scopes.suppress import suppress
from tests.generated.programs import Program, programs
from tests.grammar import programs as grammar_programs
from tests.made_calls import CREATE, NOTE, NOTES, place, report, resolved, unknown, unresolved

pytestmark = pytest.mark.slow

RELAXED = settings(deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck), print_blob=False)
MANIFEST = load_manifest()


def facts_in(program: Program) -> list[ModuleFacts]:
    found = [facts_of(path, text.encode()) for path, text in program.files]
    assert all(isinstance(facts, ModuleFacts) for facts in found)
    return [facts for facts in found if isinstance(facts, ModuleFacts)]


def sites_of(program: Program) -> tuple[CallSite, ...]:
    with TemporaryDirectory() as folder:
        program.write(Path(folder))
        return tuple(judged.call.site for judged in run(Request((folder,), verdict=False)).report.calls)


# --- order and processes ---------------------------------------------------------------------------------------


@settings(RELAXED, max_examples=15)
@given(program=programs(), chance=st.randoms(use_true_random=False))
def test_the_order_in_which_a_folder_lists_its_files_does_not_matter(program: Program, chance: object) -> None:
    real = os.scandir

    class Shuffled:
        def __init__(self, folder: str) -> None:
            self.scan = real(folder)

        def __enter__(self) -> Iterator[os.DirEntry[str]]:
            entries = sorted(self.scan, key=lambda entry: entry.name)
            chance.shuffle(entries)  # type: ignore[attr-defined]  # an object of the test's own
            return iter(entries)

        def __exit__(self, *_: object) -> None:
            self.scan.close()

    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        program.write(Path(folder))
        first = report_of(Request((folder,), verdict=False))
        paths = [os.path.join(folder, path) for path, _ in program.files]
        named = report_of(Request(tuple(paths), verdict=False))
        patch.setattr(os, "scandir", Shuffled)
        assert report_of(Request((folder,), verdict=False)) == first
        chance.shuffle(paths)  # type: ignore[attr-defined]  # an object of the test's own
        assert report_of(Request(tuple(paths), verdict=False)) == named


def report_of(request: Request) -> str:
    return render_format("json", run(request).report, {})


@settings(RELAXED, max_examples=4)
@given(program=programs())
def test_the_number_of_processes_does_not_matter(program: Program) -> None:
    used: list[int] = []
    real = processes.in_processes

    def noting(function: object, files: object, workers: int) -> object:
        used.append(workers)
        return real(function, files, workers)  # type: ignore[arg-type]  # as each test gives it

    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        program.write(Path(folder))
        Path(folder, "broken.py").write_text("attio = (\n", encoding="utf-8")
        Path(folder, "plain.py").write_text("attio = 1\n", encoding="utf-8")
        alone = report_of(Request((folder,), verdict=False, jobs=1))
        in_one_or_many = parsing._of_all
        patch.setattr(parsing, "_of_all", lambda function, files, jobs, _least: in_one_or_many(function, files, jobs, 1))
        patch.setattr(processes, "in_processes", noting)
        for jobs in (2, 3):
            assert report_of(Request((folder,), verdict=False, jobs=jobs)) == alone
        assert {2, 3} == set(used)
        assert '"ATS901"' in alone


def test_a_process_that_dies_takes_nothing_with_it() -> None:
    files = [(f"{number}.py", b"die" if number == 3 else b"") for number in range(8)]
    home = os.getpid()
    assert list(processes.in_processes(_dies_elsewhere, [(f"{home} {path}", data) for path, data in files], 2)) == [
        (f"{home} {path}", data) for path, data in files
    ]


def _dies_elsewhere(path: str, data: bytes) -> bytes:
    if data == b"die" and os.getpid() != int(path.split()[0]):
        os._exit(9)
    return data


# --- between stages and to the disk ----------------------------------------------------------------------------


def assert_kept(facts: ModuleFacts) -> None:
    assert pickle.loads(pickle.dumps(facts)) == facts
    assert decode(encode((facts,)), facts=True) == (facts,)
    assert hash(facts) == hash(pickle.loads(pickle.dumps(facts)))


@settings(RELAXED, max_examples=25)
@given(program=programs())
def test_data_between_stages_survives_pickling_and_the_cache(program: Program) -> None:
    for module in facts_in(program):
        assert_kept(module)
    sites = sites_of(program)
    assert sites
    assert pickle.loads(pickle.dumps(sites)) == sites
    assert decode(encode((sites, (), (), ())), facts=False)[0] == sites
    calls = match(sites, MANIFEST)
    assert pickle.loads(pickle.dumps(calls)) == calls


@settings(RELAXED, max_examples=25)
@given(text=grammar_programs())
def test_facts_of_odd_programs_survive_pickling_and_the_cache(text: str) -> None:
    facts = facts_of("x.py", text.encode())
    assert isinstance(facts, ModuleFacts)
    assert_kept(facts)


# --- paths and templates ---------------------------------------------------------------------------------------

SEGMENT = st.text(st.sampled_from("abcxyzABC019-_.~%é"), min_size=1, max_size=12)


def written_out(draw: st.DataObject, endpoint: Endpoint, hole: bool) -> tuple[Piece, ...]:
    """An address of the endpoint, with a value or a hole for each parameter."""
    closed = {parameter.name: parameter.values for parameter in endpoint.parameters}
    literals = {".", ".."}.union(part for other in MANIFEST.endpoints for part in other.path.split("/") if not part.startswith("{"))
    pieces: list[Piece] = [Literal(f"https://{endpoint.host}")]
    for part in endpoint.path.split("/")[1:]:
        pieces.append(Literal("/"))
        if not part.startswith("{"):
            pieces.append(Literal(part))
        elif hole and draw.draw(st.booleans()):
            pieces.append(Hole(part[1:-1], single=True))
        else:
            values = closed.get(part[1:-1])
            # A value that is spelt like a fixed part of another path is a request to that other path, and dots are resolved before.
            pieces.append(Literal(draw.draw(st.sampled_from(values) if values else SEGMENT.filter(lambda text: text not in literals))))
    return tuple(pieces)


@pytest.mark.parametrize("hole", [False, True], ids=["values", "holes"])
def test_a_path_made_from_a_template_matches_that_template_only(hole: bool) -> None:
    @settings(RELAXED, max_examples=4 * len(MANIFEST.endpoints))
    @given(st.sampled_from(MANIFEST.endpoints), st.sampled_from(["", "?limit=1", "#x", "/"]), st.data())
    def each(endpoint: Endpoint, behind: str, data: st.DataObject) -> None:
        url = (*written_out(data, endpoint, hole), Literal(behind))
        (call,) = match([CallSite(place(1), "", "requests", (Reading(endpoint.method, url),))], MANIFEST)
        assert call.status is CallStatus.RESOLVED
        assert [found.endpoint for found in call.matches] == [endpoint]

    each()


# --- what may take findings away -------------------------------------------------------------------------------

KINDS: list[tuple[Callable[..., Call], str]] = [
    (resolved, "missing"),
    (unresolved, "unresolved"),
    (unknown, "unknown-endpoint"),
    (resolved, "covered"),
    (resolved, "possible"),
]
NAMES = [name for code in CODES for name in (code.id, code.slug)]
BODIES = st.one_of(
    st.sampled_from(["ignore", "ignore why", "ignore-file", "nonsense", "ignore[", "endpoint POST /v2/notes", "requires nothing"]),
    st.builds(
        lambda kind, codes, why: f"{kind}[{', '.join(codes)}]{why}",
        st.sampled_from(["ignore", "ignore-file"]),
        st.lists(st.sampled_from(NAMES), max_size=3),
        st.sampled_from(["", " granted by hand"]),
    ),
)


@st.composite
def reports(draw: st.DrawFn) -> tuple[Report, int]:
    """A report on app.py, and how many lines that has."""
    lines = draw(st.integers(1, 6))
    calls = []
    for line in sorted(draw(st.sets(st.integers(1, lines)))):
        make, status = draw(st.sampled_from(KINDS))
        calls.append((make(line, *draw(st.sampled_from([(), (NOTES,), (CREATE, NOTE)]))) if make is resolved else make(line), status))
    codes = draw(st.lists(st.sampled_from([INTERNAL_ERROR, UNPARSABLE_FILE]), max_size=2))
    more = [Finding(code, code.severity, "broken", "", Place("app.py", 1, 1, 1, 1)) for code in codes]
    return report(*calls, more=more, partial=draw(st.booleans()), declared=draw(st.sampled_from([None, (), ("note:read",)]))), lines


@st.composite
def configs(draw: st.DrawFn) -> Config:
    names = st.lists(st.sampled_from(NAMES), max_size=2).map(tuple)
    return Config(
        ignore=draw(names),
        per_path_ignores=tuple(draw(st.lists(st.tuples(st.sampled_from(["*.py", "app.py", "other/**"]), names), max_size=2))),
        require_reasons=draw(st.booleans()),
    )


def told(result: Report) -> Counter[Finding]:
    """The findings that are not about comments or baselines, without the fingerprints, which number equal ones."""
    return Counter(replace(finding, fingerprint="") for finding in result.findings if finding.code.id != "ATS201")


def withdrawn(result: Report) -> Counter[Finding]:
    """Those that were taken away."""
    return Counter(replace(item.finding, fingerprint="") for item in result.suppressed if item.finding.code.id != "ATS201")


def broken(result: Report) -> list[Finding]:
    """Those that say that the tool failed."""
    return [replace(finding, fingerprint="") for finding in result.findings if finding.code is INTERNAL_ERROR]


@settings(RELAXED, max_examples=150)
@given(before=reports(), config=configs(), data=st.data())
def test_suppression_only_removes(before: tuple[Report, int], config: Config, data: st.DataObject) -> None:
    first, lines = before
    marks = [data.draw(st.one_of(st.just(""), BODIES.map("  # attio-scopes: {}".format))) for _ in range(lines)]
    comments = read_directives("".join(f"send(){mark}\n" for mark in marks))
    after = suppress(first, {"app.py": comments}, config)
    assert told(after) <= told(first)
    assert told(after) + withdrawn(after) == told(first)
    assert broken(after) == broken(first)
    assert [judged.call for judged in after.calls] == [judged.call for judged in first.calls]
    assert all(now.status in (was.status, "suppressed") for now, was in zip(after.calls, first.calls, strict=True))
    assert told(suppress(first, {}, Config())) == told(first)


@settings(RELAXED, max_examples=100)
@given(now=reports(), earlier=reports())
def test_a_baseline_only_removes(now: tuple[Report, int], earlier: tuple[Report, int]) -> None:
    """What it accepts is gone, what it does not know stays, and it is the same after it was written and read."""
    first = now[0]
    entries = parse(render(entries_of(earlier[0])), "b.json")
    assert entries == entries_of(earlier[0])
    after = apply_baseline(first, entries)
    assert told(after) <= told(first)
    assert told(after) + withdrawn(after) == told(first)
    own = apply_baseline(first, entries_of(first))
    assert not [finding for finding in own.findings if finding.code is not INTERNAL_ERROR]
    assert broken(own) == broken(first)
