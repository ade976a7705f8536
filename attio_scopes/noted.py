"""Noted: what a run has to tell beside findings, in sentences.

Takes what was looked at and found, and how a path is written in a sentence; gives sentences. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attio_scopes.model.entrance import Entrance
from attio_scopes.model.report import Report
from attio_scopes.model.source import Discovery, Package, is_installed
from attio_scopes.model.visible import visible

Shown = Callable[[str], str]
_NAMED = 3


def not_looked_at(discovery: Discovery, refused: Iterable[str], shown: Shown) -> tuple[str, ...]:
    """What was not looked at: folders, and files beside those that were asked for.

    Args:
        discovery: the files of the run.
        refused: paths of the files that could not be analysed.
        shown: how a path is written in a sentence.
    """
    unlisted = [f"{visible(shown(item.path))}: {item.reason}" for item in discovery.unlisted]
    beside = sorted({file.path for file in discovery.context}.intersection(refused))
    if beside:
        named = ", ".join(visible(shown(path)) for path in beside[:_NAMED])
        more = f" and {len(beside) - _NAMED} more" if len(beside) > _NAMED else ""
        why = "no valid Python, past a limit, or not readable"
        unlisted.append(f"Calls may lead through files that were not asked for and cannot be analysed ({why}): {named}{more}.")
    return tuple(unlisted)


def not_used(tracked: Iterable[str], entrances: Iterable[Entrance]) -> tuple[str, ...]:
    """What is said of environments that are not used though a package is missing.

    Args:
        tracked: the names of those that git tracks.
        entrances: where Attio enters.
    """
    missing = any(one.library and not one.read for one in entrances)
    words = "The environment {} is not used: git tracks files in it, so it came with the code. Name another one with --python."
    return tuple(words.format(visible(name)) for name in dict.fromkeys(tracked)) if missing else ()


def unreadable(packages: Iterable[Package], refused: Iterable[str]) -> tuple[str, ...]:
    """Why something that could send may have been let go in installed packages.

    Args:
        packages: that were read.
        refused: paths of files that could not be read or analysed.
    """
    parts = {path.split("/")[1].removesuffix(".py") for path in refused if is_installed(path)}
    return tuple(f"`{p.name}` could not be read whole where it is installed" for p in packages if not p.whole or p.name in parts)


def not_judged(report: Report, shown: Shown) -> str:
    """What is said of calls outside of every configured project; there is at least one."""
    first = report.calls[0].call.site.place
    calls = f"{len(report.calls)} calls belong" if len(report.calls) > 1 else "1 call belongs"
    where = f"{visible(shown(first.path))}:{first.line}"
    return f"{calls} to no project with a configuration (the first is {where}): not checked against any scopes."


def resolved_percent(report: Report) -> float:
    """How many of the calls were understood, in percent; 100 where there is none."""
    understood = sum(1 for judged in report.calls if judged.call.status.value != "unresolved")
    return 100 * understood / len(report.calls) if report.calls else 100.0


def little_understood(report: Report) -> Sequence[str]:
    """What is noted of a report that says little."""
    percent = resolved_percent(report)
    return (f"Only {percent:.0f}% of the calls could be resolved: this report says little about the rest.",) if percent < 50 else ()
