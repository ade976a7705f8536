"""hishel, httpx2 and httpxyz have the clients of httpx."""
import hishel
import httpx2
import httpxyz

hishel.CacheClient(base_url="https://api.attio.com").get("/v2/notes")  # call: GET /v2/notes
hishel.CacheClient().get("https://api.attio.com/v2/lists")  # call: GET /v2/lists
httpx2.get("https://api.attio.com/v2/self")  # call: GET /v2/self
with httpxyz.Client(base_url="https://api.attio.com/v2") as client:
    client.delete("/notes/1")  # call: DELETE /v2/notes/{note_id}
    client.send(client.build_request("POST", "/tasks"))  # call: POST /v2/tasks
hishel.CacheClient(base_url="https://api.hubapi.com").get("/v2/notes")
httpx2.get("https://api.hubapi.com/v2/self")
with httpxyz.Client(base_url="https://api.hubapi.com/v2") as client:
    client.delete("/notes/1")
