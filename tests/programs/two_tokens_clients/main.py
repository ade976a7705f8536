import os

from client import Client

sync = Client(os.environ["ATTIO_SYNC_TOKEN"])
admin = Client(os.environ["ATTIO_ADMIN_TOKEN"])

sync.post("/objects/people/records/query", {})
sync.post("/lists/pipeline/entries", {"data": {}})
admin.get("/webhooks")
admin.post("/objects/people/attributes", {"data": {"title": "Score", "api_slug": "score", "type": "number"}})
