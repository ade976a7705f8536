# sends: POST /v2/tasks, POST /v2/objects/{object}/records/query
# argv: create_task find_people
import sys

import requests

API = "https://api.attio.com/v2"


def create_task(content="call"):
    return requests.post(f"{API}/tasks", json={"data": {"content": content}}).json()


def find_people(name="ada"):
    return requests.post(f"{API}/objects/people/records/query", json={"filter": {"name": name}}).json()


TOOLS = [{"name": "create_task", "description": "Create a task"}, {"name": "find_people", "description": "Find people"}]


def call_tool(name, arguments):
    if name not in {tool["name"] for tool in TOOLS}:
        raise KeyError(name)
    return globals()[name](**arguments)


for word in sys.argv[1:]:
    call_tool(word, {})
