import requests

V2 = "https://api.attio.com/v2"


def pick(rows):
    for row in rows:
        if row["name"] == "sales":
            url = f"{V2}/lists/{row['id']}"
            break
    else:
        url = f"{V2}/objects"
    return requests.get(url)  # call: GET /v2/lists/{list} | GET /v2/objects


def pick_with_while(queue):
    path = None
    while queue:
        path = "/notes/" + queue.pop()
        if path.endswith("1"):
            break
    else:
        path = "/tasks/0"
    return requests.delete(V2 + path)  # call: DELETE /v2/notes/{note_id} | DELETE /v2/tasks/{task_id}
