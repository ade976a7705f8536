"""A response counts as false where its status is an error."""
import httpx
import requests

V2 = "https://api.attio.com/v2"


def with_requests(key):
    answer = requests.get(f"{V2}/notes/{key}")  # call: GET /v2/notes/{note_id}
    if not answer:
        answer = requests.get(f"{V2}/notes")  # call: GET /v2/notes
    return answer


def with_or(key):
    return requests.get(f"{V2}/tasks/{key}") or requests.get(f"{V2}/tasks")  # call: GET /v2/tasks/{task_id} # call: GET /v2/tasks


def handed_down(answer, tail):
    if answer:
        return answer
    return httpx.get(V2 + tail)


def caller():
    return handed_down(requests.get(f"{V2}/self"), "/objects")  # call: GET /v2/self # call: GET /v2/objects
