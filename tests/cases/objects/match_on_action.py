"""A match statement picks the request."""
import httpx


class Actions:
    def __init__(self):
        self.client = httpx.Client(base_url="https://api.attio.com/v2")

    def run(self, action, **data):
        match action:
            case "note":
                return self.client.post("/notes", json=data)  # call: POST /v2/notes
            case "task" | "todo":
                method, path = "POST", "/tasks"
            case "lists":
                method, path = "GET", "/lists"
            case _:
                raise ValueError(action)
        return self.client.request(method, path, json=data)  # call: POST /v2/tasks | GET /v2/lists
