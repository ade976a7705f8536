"""Tasks, with prepared requests sent by a session."""

import os
from requests import Request, Session

BASE = "https://api.attio.com/v2/tasks"
TOKEN = os.environ["ATTIO_TOKEN"]


def send(request):
    request.headers["Authorization"] = f"Bearer {TOKEN}"
    with Session() as session:
        answer = session.send(session.prepare_request(request))
    answer.raise_for_status()
    return answer.json()


if __name__ == "__main__":
    listing = send(Request("GET", BASE, params={"limit": 2}))
    for task in listing["data"]:
        address = BASE + "/" + task["id"]["task_id"]
        send(Request("GET", address))
        send(Request("PATCH", address, json={"data": {"is_completed": True}}))
        send(Request("DELETE", address))
    send(Request("POST", BASE, json={"data": {"content": "Ring", "format": "plaintext"}}))
