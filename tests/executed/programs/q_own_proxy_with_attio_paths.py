# sends: nothing
# near: the program's own backend has routes like Attio's
import httpx

with httpx.Client(base_url="https://crm.acme.example/attio") as backend:
    backend.get("/v2/objects/people/records/1")
    backend.delete("/v2/notes/1")
