# sends: GET /v2/workspace_members, POST /v2/tasks
# answers: [{"json": {"data": []}}]
from contextlib import suppress

import httpx

attio = httpx.Client(base_url="https://api.attio.com/v2")


def owner():
    with suppress(LookupError, TypeError):
        return attio.get("/workspace_members").json()["data"][0]["id"]
    attio.post("/tasks", json={"data": {"content": "no owner"}})
    return None


if __name__ == "__main__":
    owner()
