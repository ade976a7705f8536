"""A function makes the client; another function makes a client of another vendor."""
import httpx


def make_client(token: str) -> httpx.Client:
    return httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {token}"})


def make_other(token: str) -> httpx.Client:
    return httpx.Client(base_url="https://api.close.com/api/v1", headers={"Authorization": f"Bearer {token}"})


def sync(token):
    client = make_client(token)
    other = make_other(token)
    other.get("/tasks")
    client.get("/tasks")  # call: GET /v2/tasks
    with make_client(token) as scoped:
        scoped.patch("/tasks/1", json={})  # call: PATCH /v2/tasks/{task_id}
    make_client(token).delete("/tasks/1")  # call: DELETE /v2/tasks/{task_id}
