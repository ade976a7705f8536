"""curl: the request that a command line of the program curl sends.

Takes the words of a command, or the command as one text, and gives method and URL. What curl does with its options is from its manual
(curl.se/docs/manpage.html): `-X` names the method, data makes it POST, `-I` HEAD, `-G` GET with the data as query, `-T` PUT.
"""

from __future__ import annotations

import re
import shlex

from attio_scopes.engine.containers import content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.pieces import modelled
from attio_scopes.engine.domain.text import pieces_of
from attio_scopes.engine.domain.values import Lit, Piece, known
from attio_scopes.engine.emit import emit
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.clients import Outgoing
from attio_scopes.engine.summary import At
from attio_scopes.model.path import take_apart

RUNNERS = frozenset(
    {"subprocess.run", "subprocess.call", "subprocess.check_call", "subprocess.check_output", "subprocess.Popen", "subprocess.getoutput",
     "subprocess.getstatusoutput", "os.system", "os.popen", "asyncio.create_subprocess_exec", "asyncio.create_subprocess_shell"}
)  # fmt: skip
_DATA = frozenset({"-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--data-urlencode", "--json", "-F", "--form"})
_WITH_VALUE = _DATA | frozenset(
    {"-H", "--header", "-u", "--user", "-o", "--output", "-w", "--write-out", "-A", "--user-agent", "-e", "--referer", "-b", "--cookie",
     "-c", "--cookie-jar", "-m", "--max-time", "--connect-timeout", "--retry", "--retry-delay", "--retry-max-time", "-x", "--proxy", "-K",
     "--config", "--cacert", "-E", "--cert", "--key", "-D", "--dump-header", "--oauth2-bearer", "-r", "--range", "--limit-rate"}
)  # fmt: skip
_HOLE = re.compile("\x00(\\d+)\x00")


def send_curl(fr: Frame, name: str, args: v.Arguments, here: tuple[At, ...]) -> None:
    """Note the request of a command that starts curl; nothing where the command is another, or is not known."""
    if name not in RUNNERS:
        return
    command = args.get(0, "args") or args.get(0, "cmd") or args.get(0, "command")
    for option in v.options(content(fr, command)) if command is not None else ():
        words = _words(option.value, args.positional)
        if words is not None and words and _program(words[0]) == "curl":
            _send(fr, words[1:], here)


def _words(command: v.Value, positional: tuple[v.Value, ...]) -> list[tuple[Piece, ...]] | None:
    """The words of a command: of a list, of a text as a shell takes it apart, of arguments one after another."""
    if isinstance(command, v.Seq):
        return [pieces_of(item) for item in command.items if not isinstance(item, v.Choice)]
    if not isinstance(command, v.Text):
        return None
    if _program(command.pieces) == "curl" and len(positional) > 1 and all(isinstance(item, (v.Text, v.Lost)) for item in positional):
        return [pieces_of(item) for item in positional]
    flat = "".join(piece.text if isinstance(piece, Lit) else f"\x00{number}\x00" for number, piece in enumerate(command.pieces))
    try:
        return [_pieces(word, command.pieces) for word in shlex.split(flat)]
    except ValueError:
        return None


def _pieces(word: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A word with its holes put back."""
    parts = _HOLE.split(word)
    return tuple(pieces[int(part)] if number % 2 else Lit(part) for number, part in enumerate(parts) if number % 2 or part)


def _program(pieces: tuple[Piece, ...]) -> str:
    text = known(v.Text(pieces)) or ""
    return text.rpartition("/")[2]


def _send(fr: Frame, words: list[tuple[Piece, ...]], here: tuple[At, ...]) -> None:
    method: v.Value | None = None
    data = query = False
    urls: list[tuple[Piece, ...]] = []
    pending = list(words)
    while pending:
        word = pending.pop(0)
        text = known(v.Text(word))
        if text in ("-X", "--request") and pending:
            method = v.Text(pending.pop(0))
        elif text is not None and text.startswith("-X") and len(text) > 2:
            method = v.text(text[2:])
        elif text is not None and text.startswith("--request="):
            method = v.text(text.partition("=")[2])
        elif text in ("-I", "--head"):
            method = method or v.text("HEAD")
        elif text in ("-T", "--upload-file") and pending:
            method = method or v.text("PUT")
            pending.pop(0)
        elif text in ("-G", "--get"):
            query = True
        elif text == "--url" and pending:
            urls.append(pending.pop(0))
        elif text in _WITH_VALUE:
            data = data or text in _DATA
            pending[:1] = []
        elif text is None or not text.startswith("-"):
            urls.append(word)
    for url in urls:
        if take_apart(modelled(url)).host in fr.ask.hosts:
            chosen = method or v.text("POST" if data and not query else "GET")
            emit(
                fr,
                Outgoing(
                    "curl",
                    chosen,
                    v.Text(url),
                    hidden=lost("curl adds headers and data of its own"),
                    body=lost("the data that curl sends is only known at run time") if data else v.NONE,
                ),
                here,
            )
