"""A function-calling loop: a registry by decorator and one by schema; the model picks the name, the code the request."""
import inspect
import json

import requests
from openai import OpenAI

BASE = "https://api.attio.com/v2"
TOOLS = {}


def tool(fn):
    TOOLS[fn.__name__] = fn
    return fn


def attio(method, endpoint, payload=None):
    r = requests.request(method, f"{BASE}/{endpoint}", json=payload, headers={"Authorization": "Bearer x"})
    return r.json() if r.ok else {"error": r.text}


@tool
def create_task(content: str):
    return attio("POST", "tasks", {"data": {"content": content}})  # call: POST /v2/tasks


@tool
def get_company(record_id: str):
    return attio("GET", f"objects/companies/records/{record_id}")  # call: GET /v2/objects/{object}/records/{record_id}


class Toolbox:
    def __init__(self):
        self._tools = {name: fn for name, fn in inspect.getmembers(self, inspect.ismethod) if name.startswith("do_")}

    def do_notes(self):
        return attio("GET", "notes")  # call: GET /v2/notes

    def do_delete_note(self, note_id):
        return attio("DELETE", "notes/" + note_id)  # call: DELETE /v2/notes/{note_id}

    def run(self, name, arguments):
        return getattr(self, f"do_{name}")(**arguments)


def loop():
    response = OpenAI().chat.completions.create(model="gpt", messages=[], tools=[])
    for call in response.choices[0].message.tool_calls:
        args = json.loads(call.function.arguments)
        fn = TOOLS.get(call.function.name)
        result = fn(**args) if fn else Toolbox().run(call.function.name, args)
        print(json.dumps(result))
