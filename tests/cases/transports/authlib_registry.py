"""Authlib keeps its clients by their names."""
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.integrations.starlette_client import OAuth

oauth = OAuth()
oauth.register(name="attio", api_base_url="https://api.attio.com/v2/", client_id="x")
oauth.register("hubspot", api_base_url="https://api.hubapi.com/v2/", client_id="x")
made = oauth.register("crm", api_base_url="https://api.attio.com/v2/")


async def run(token):
    await oauth.attio.get("notes", token=token)  # call: GET /v2/notes
    await oauth.attio.post("https://api.attio.com/v2/notes", token=token)  # call: POST /v2/notes
    await oauth.create_client("attio").request("GET", "tasks")  # call: GET /v2/tasks
    await made.delete("tasks/1")  # call: DELETE /v2/tasks/{task_id}
    await oauth.hubspot.get("notes", token=token)
    await oauth.create_client("hubspot").request("GET", "tasks")
    async with AsyncOAuth2Client("id", "secret", base_url="https://api.attio.com/v2") as client:
        await client.get("/self")  # call: GET /v2/self
