from attio.client import get

get("/objects")  # call: GET /v2/objects
