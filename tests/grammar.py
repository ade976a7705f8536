"""Programs out of Python's grammar (hypothesmith), with calls to Attio planted behind and around what came out.

Takes hypothesis' choices, gives the text of a module. Nothing of it is ever run. Every line that ends with `PLANTED` begins a call that
has to be in the report, resolved or not.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable

import hypothesmith
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.robustness import INNER, PLANTED

BEHIND = """{module}
import requests
requests.get('https://api.attio.com/v2/notes')  {planted}
"""
IN_ADDRESS = """import requests
requests.get(  {planted}
    'https://api.attio.com/v2/' + str((
{expression}
)))
"""
IN_ARGUMENT = """import requests
requests.post('https://api.attio.com/v2/notes', json=(  {planted}
{expression}
))
"""
AS_DEFAULT = """import requests

def send(path='/notes', body=(
{expression}
)):
    return requests.post('https://api.attio.com/v2' + path, json=body)  {inner}

send()
send(  {planted}
(
{expression}
))
"""
IN_BRANCHES = """import requests

class Client:
    def __init__(self, base=(
{expression}
) or 'https://api.attio.com/v2'):
        self.base = base if (
{expression}
) else 'https://api.attio.com/v2'

    def read(self, path):
        return requests.get(self.base + path)

Client('https://api.attio.com/v2').read('/notes')  {planted}
requests.get('https://api.attio.com/v2/tasks')  {planted}
"""
AROUND = (IN_ADDRESS, IN_ARGUMENT, AS_DEFAULT, IN_BRANCHES)
"""What an expression is put into."""


def runs_on(module: str) -> bool:
    """Whether something behind a module's text can run at all: behind a `raise` at its top level nothing does, nor is it reported."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on odd literals
        return not any(isinstance(statement, ast.Raise) for statement in ast.parse(module).body)


def programs() -> st.SearchStrategy[str]:
    """Texts of modules; to read the grammar takes seconds, and is put off until somebody wants one."""
    return st.deferred(_programs)


def _programs() -> st.SearchStrategy[str]:
    modules = hypothesmith.from_grammar(auto_target=False).filter(runs_on)
    expressions = hypothesmith.from_grammar("eval_input", auto_target=False)
    whole = modules.map(lambda text: BEHIND.format(module=text, planted=PLANTED))
    parts = st.builds(
        lambda around, text: around.format(expression=text, planted=PLANTED, inner=INNER), st.sampled_from(AROUND), expressions
    )
    return st.one_of(whole, parts, parts)


def every_program(number: int, start: int, look: Callable[[str], None]) -> None:
    """Have a number of programs looked at; the same ones for the same start."""

    @seed(start)
    @settings(max_examples=number, database=None, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    @given(programs())
    def each(text: str) -> None:
        look(text)

    each()
