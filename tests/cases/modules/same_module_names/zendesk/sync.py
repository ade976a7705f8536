from zendesk.client import get

get("/objects")
