import httpx

BASE = "https://api.attio.com/v2"


def run(action: str, ident: str):
    match action:
        case "note":
            method, path = "DELETE", f"/notes/{ident}"
        case "task":
            method, path = "DELETE", f"/tasks/{ident}"
        case _:
            method, path = "GET", "/self"
    return httpx.request(method, BASE + path)  # call: DELETE /v2/notes/{note_id} | DELETE /v2/tasks/{task_id} | GET /v2/self
