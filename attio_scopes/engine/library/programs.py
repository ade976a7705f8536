"""Programs: the request that a command line sends.

Takes the words of a command, or the command as one text, and gives method and URL by what `rules/clients` says of the program's options.
Never starts anything.
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
from attio_scopes.engine.library.program_models import Program
from attio_scopes.engine.summary import At
from attio_scopes.model.path import take_apart

RUNNERS = frozenset(
    {"subprocess.run", "subprocess.call", "subprocess.check_call", "subprocess.check_output", "subprocess.Popen", "subprocess.getoutput",
     "subprocess.getstatusoutput", "os.system", "os.popen", "asyncio.create_subprocess_exec", "asyncio.create_subprocess_shell"}
)  # fmt: skip
_HOLE = re.compile("\x00(\\d+)\x00")


def send_command(fr: Frame, name: str, args: v.Arguments, here: tuple[At, ...]) -> None:
    """Note the request of a command that starts a known program; nothing where the command is another, or is not known."""
    if name not in RUNNERS:
        return
    command = args.get(0, "args") or args.get(0, "cmd") or args.get(0, "command")
    for option in v.options(content(fr, command)) if command is not None else ():
        words = _words(fr, option.value, args.positional)
        program = fr.ask.models.programs.get(_name(words[0])) if words else None
        if words is not None and program is not None:
            _send(fr, program, words[1:], here)


def _words(fr: Frame, command: v.Value, positional: tuple[v.Value, ...]) -> list[tuple[Piece, ...]] | None:
    """The words of a command: of a list, of a text as a shell takes it apart, of arguments one after another."""
    if isinstance(command, v.Seq):
        return [pieces_of(item) for item in command.items if not isinstance(item, v.Choice)]
    if not isinstance(command, v.Text):
        return None
    if (
        _name(command.pieces) in fr.ask.models.programs
        and len(positional) > 1
        and all(isinstance(item, (v.Text, v.Lost)) for item in positional)
    ):
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


def _name(pieces: tuple[Piece, ...]) -> str:
    text = known(v.Text(pieces)) or ""
    return text.rpartition("/")[2]


def _send(fr: Frame, program: Program, words: list[tuple[Piece, ...]], here: tuple[At, ...]) -> None:
    method: v.Value | None = None
    implied = ""
    data = query = False
    urls: list[tuple[Piece, ...]] = []
    pending = list(words)
    while pending:
        word = pending.pop(0)
        text = known(v.Text(word))
        joined = next((text[len(start) :] for start in program.joined if text.startswith(start) and text != start), None) if text else None
        if text in program.method and pending:
            method = v.Text(pending.pop(0))
        elif text in program.url and pending:
            urls.append(pending.pop(0))
        elif joined is not None:
            method = v.text(joined)
        elif text is None or not text.startswith("-"):
            urls.append(word)
        else:
            implied = implied or program.methods.get(text, "")
            query = query or text in program.as_query
            data = data or text in program.data
            if text in program.data or text in program.values:
                pending[:1] = []
    implied = implied or (program.method_with_data if data and not query else program.method_absent)
    for url in urls:
        if take_apart(modelled(url)).host in fr.ask.hosts:
            out = Outgoing(
                program.library,
                method or v.text(implied),
                v.Text(url),
                hidden=lost("the program adds headers and data of its own"),
                body=lost("the data that the program sends is only known at run time") if data else v.NONE,
            )
            emit(fr, out, here)
