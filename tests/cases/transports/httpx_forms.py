"""The forms of httpx."""
import httpx
from httpx import URL, AsyncClient

httpx.post("https://api.attio.com/v2/tasks", json={})  # call: POST /v2/tasks
httpx.request("DELETE", "https://api.attio.com/v2/tasks/t")  # call: DELETE /v2/tasks/{task_id}
with httpx.Client(base_url=URL("https://api.attio.com/v2")) as c:
    c.get("tasks")  # call: GET /v2/tasks


async def main():
    async with AsyncClient(base_url="https://api.attio.com") as client:
        await client.request("GET", "/v2/tasks")  # call: GET /v2/tasks
        await client.get("https://api.example.com/v2/tasks")
