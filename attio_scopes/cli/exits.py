"""Exit codes, and the one place where exceptions become messages.

Takes a function to run, gives an exit code. A user's mistake is told in clear lines, a defect of ours with a request to
report it; a traceback is shown only to those who ask for it.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import traceback
from collections.abc import Callable
from enum import IntEnum

import click

from attio_scopes.model.errors import UserError, shortened, told
from attio_scopes.model.visible import neutral, visible

TRACEBACK_VARIABLE = "ATTIO_SCOPES_TRACEBACK"


# What may be a token: long, without what paths, addresses and names of files have, and with letters and digits.
_SECRET = re.compile(r"(?=[\w=+-]*[0-9])(?=[\w=+-]*[A-Za-z])[\w=+-]{16,}")
# The same where names of files and projects are repeated, which have their words apart.
_SECRET_WORD = re.compile(r"(?<![\w./\\-])(?=(?:[A-Za-z]*[0-9]){4})(?=(?:[0-9]*[A-Za-z]){4})[A-Za-z0-9]{24,}(?![\w./\\-])")
_NOT_REPEATED = "(not repeated: it may be a token)"


class ExitCode(IntEnum):
    """What the shell is told (a contract)."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    FAILURE = 3
    INTERRUPTED = 130
    TERMINATED = 143


class Terminated(BaseException):
    """Somebody asked the process to end (SIGTERM: a CI job that is cancelled)."""


def raise_terminated(number: int, frame: object) -> None:
    """A signal handler: end by an exception, so that temporary files go."""
    raise Terminated


def exit_code_of(action: Callable[[], object], *, verbose: bool) -> int:
    """Run a command.

    Args:
        action: the command; what it returns is the exit code if it is an int, else the code is 0.
        verbose: show the traceback of a defect.

    Returns:
        the exit code. It is never 0 when something broke.
    """
    try:
        result = action()
        sys.stdout.flush()
        return int(result) if isinstance(result, int) else ExitCode.OK
    except UserError as error:
        for number, problem in enumerate(told(error)):
            for line in problem.splitlines() or [""]:
                _say(_SECRET_WORD.sub(_NOT_REPEATED, line), label="" if number else "error")
        return ExitCode.USAGE
    except click.ClickException as error:
        _show(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        mute_stdout()
        _say("interrupted")
        return ExitCode.INTERRUPTED
    except Terminated:
        mute_stdout()
        _say("terminated")
        return ExitCode.TERMINATED
    except (BrokenPipeError, SystemExit):  # click ends the process with 1 where the reader of a help went away
        mute_stdout()
        return ExitCode.OK
    except OSError as error:
        # Standard output on a full disk, a file that vanished: the machine's fault, and no defect to report.
        mute_stdout()
        where = f"{visible(str(error.filename))}: " if error.filename else ""
        _say(f"{where}{error.strerror or visible(str(error))}", label="error")
        _traceback(verbose)
        return ExitCode.FAILURE
    except Exception as error:
        _say(f"attio-scopes failed: {type(error).__name__}: {visible(str(error))}", label="error")
        _say(f"This is a defect of attio-scopes. Please report it, with what the same command says under {TRACEBACK_VARIABLE}=1.")
        _traceback(verbose)
        return ExitCode.FAILURE


def write_stdout(text: str) -> None:
    """Print; a reader that has gone away (`| head`) ends the output, not the run, whose exit code still counts."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        mute_stdout()


def open_closed_streams() -> None:
    """Give a process that was started with a closed stream (`>&-`) one that leads nowhere.

    Python has None for such a stream; and its number would go to the next file that is opened, which then gets what is meant for it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - as long as the process lives


def mute_stdout() -> None:
    """Send what is still buffered for standard output to nowhere, so that Python's last flush cannot fail."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(text: str, label: str = "") -> None:
    with contextlib.suppress(OSError):
        click.echo(neutral(f"{label}: {text}" if label else text), err=True)


def _show(error: click.ClickException) -> None:
    """As click shows it, with what it quotes made visible: an argument may be the name of a stranger's file."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        _say(f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n")
    message = error.format_message()
    if context is not None and context.info_name == "verify":  # where a token is typed by mistake, if anywhere
        message = _without_values(error, message)
    if isinstance(error, click.MissingParameter):  # quotes nothing of the user's; the choices stand on lines of their own
        message = " ".join(message.split())
    _say(shortened(_SECRET.sub(_NOT_REPEATED, visible(message))), label="Error")


def _without_values(error: click.ClickException, message: str) -> str:
    """A message without what was typed."""
    if isinstance(error, click.NoSuchOption):
        near = f" Did you mean {', '.join(error.possibilities)}?" if error.possibilities else ""
        return f"No such option {_NOT_REPEATED}.{near}"
    if isinstance(error, click.BadParameter) and not isinstance(error, click.MissingParameter):
        return message.partition(": ")[0] + f": {_NOT_REPEATED}"
    return message


def _traceback(verbose: bool) -> None:
    if verbose or os.environ.get(TRACEBACK_VARIABLE):
        _say("\n".join(visible(line) for line in traceback.format_exc().splitlines()))
