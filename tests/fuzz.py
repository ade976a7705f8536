"""Fuzzing: coverage-guided noise for one of the readers of tests/readers.py, with atheris (the extra `fuzz`).

    python -m tests.fuzz READER [--seconds N] [--seed N] [--corpus FOLDER]

A value and the reader's own error are fine; any other exception, more than ten seconds or more than 2 GB for one input is a crash.
A first one ends the run, shows its traceback and says where its input is kept. Prints the sum as JSON. Ends with 0 if nothing was found,
1 on a crash, 2 if the reader is unknown or atheris is not there.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 10  # seconds for one input
LARGEST = 4096  # bytes of an input that the fuzzer makes
_DONE = re.compile(r"#(\d+)\s+\w+\s+cov: (\d+) ft: (\d+) corp: (\d+)/")


def child(name: str, arguments: list[str]) -> None:
    """The process that atheris takes over: it instruments what it imports, and never comes back."""
    import atheris

    # Modules that are loaded before are not instrumented: that is why the imports stand here.
    with atheris.instrument_imports(include=["attio_scopes", "yaml", "tomllib", "tokenize", "json", "tomlkit"]):
        import tokenize

        import tomllib
        import yaml

        from tests.readers import outcome, readers
    _ = tokenize, tomllib, yaml
    reader = readers()[name]

    def one(data: bytes) -> None:
        outcome(reader, data)

    atheris.Setup([sys.argv[0], *arguments], one)
    atheris.Fuzz()


def dictionary(words: tuple[str, ...]) -> str:
    """Words in libFuzzer's format."""
    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8")) + '"\n' for word in words)


def main(arguments: list[str]) -> int:
    """Fuzz one reader, print the sum."""
    from tests.readers import readers

    known = readers()
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("reader", choices=sorted(known))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", help="a folder of inputs to start from, that keeps what is found; else a temporary one")
    chosen = parser.parse_args(arguments)
    if importlib.util.find_spec("atheris") is None:
        sys.stderr.write("atheris is not installed, so nothing was fuzzed: pip install '.[fuzz]' (Linux, CPython 3.11 to 3.13)\n")
        return 2
    reader = known[chosen.reader]
    with tempfile.TemporaryDirectory() as scratch:
        seeds, words = Path(scratch, "seeds"), Path(scratch, "words")
        seeds.mkdir()
        for number, seed in enumerate(reader.seeds):
            (seeds / str(number)).write_bytes(seed)
        words.write_text(dictionary(reader.words), encoding="ascii")
        corpus = Path(chosen.corpus) if chosen.corpus else Path(scratch, "corpus")
        corpus.mkdir(parents=True, exist_ok=True)
        found = Path(tempfile.mkdtemp(prefix="attio-scopes-fuzz-"))
        options = [
            f"-max_total_time={chosen.seconds}", f"-seed={chosen.seed}", f"-timeout={LONGEST}", f"-max_len={LARGEST}", "-rss_limit_mb=2048",
            f"-dict={words}", f"-artifact_prefix={found}/", str(corpus), str(seeds),
        ]  # fmt: skip
        command = [sys.executable, "-m", "tests.fuzz", "--child", chosen.reader, *options]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
    crashes = sorted(found.iterdir())
    runs = _DONE.findall(done.stdout)
    executions, coverage, features, kept = map(int, runs[-1]) if runs else (0, 0, 0, 0)
    result = {
        "reader": chosen.reader,
        "seconds": chosen.seconds,
        "executions": executions,
        "edges": coverage,
        "features": features,
        "kept": kept,
        "crashes": [str(path) for path in crashes],
    }
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    if crashes or done.returncode != 0 or not executions:
        sys.stderr.write(done.stdout[-6000:])
        return 1
    found.rmdir()
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], sys.argv[3:])
    sys.exit(main(sys.argv[1:]))
