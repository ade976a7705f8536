"""Functions that only a framework calls, because they were handed to it: their path is the caller's, so it is unresolved."""
import functools
import inspect

import requests
from agents import create_agent
from flask import Flask
from langchain.tools import StructuredTool, Tool

BASE = "https://api.attio.com/v2"
app = Flask(__name__)


def any_path(path: str):
    return requests.get(BASE + path)  # unresolved: a caller outside the checked code sets `path`


def listed(path: str):
    return requests.get(BASE + path)  # unresolved: a caller outside the checked code sets `path`


def tool(path: str):
    return requests.get(BASE + path)  # unresolved: `path`


def proxy(path):
    return requests.post(f"{BASE}/{path}")  # unresolved


def note(note_id: str):
    return requests.get(f"{BASE}/notes/{note_id}")  # call: GET /v2/notes/{note_id}


def not_used(path: str):
    return requests.get(BASE + path)  # unresolved


def only_looked_at(path: str):
    return requests.get(BASE + path)  # unresolved


def called_as_well(path: str):
    return requests.get(BASE + path)


StructuredTool.from_function(any_path)
create_agent("model", tools=[listed, note])
Tool(name="x", func=tool)
app.add_url_rule("/<path>", view_func=proxy)
print(inspect.signature(only_looked_at), functools.partial(only_looked_at))
create_agent("model", tools=[called_as_well])
called_as_well("/lists")  # call: GET /v2/lists
