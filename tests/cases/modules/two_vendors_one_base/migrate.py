from affinity_side import affinity
from attio_side import attio


def migrate():
    for row in affinity.get("/lists").json()["data"]:
        attio.post("/lists", row)  # call: POST /v2/lists
    for row in affinity.get("/notes").json()["data"]:
        attio.post("/notes", row)  # call: POST /v2/notes
    return [client.get("/tasks") for client in (attio, affinity)]  # call: GET /v2/tasks
