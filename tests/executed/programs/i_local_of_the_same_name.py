# sends: GET /v2/tasks
# near: a local hides the module's dict
import httpx

clients = {"attio": httpx.Client(base_url="https://api.attio.com/v2")}


def elsewhere():
    clients = {"attio": {"/notes": 1}}
    return clients["attio"].get("/notes")


elsewhere()
clients["attio"].get("/tasks")
