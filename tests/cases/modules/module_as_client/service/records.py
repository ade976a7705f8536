from . import client


def find(slug, query):
    return client.post(f"/objects/{slug}/records/query", {"filter": query})  # call: POST /v2/objects/{object}/records/query


def meetings():
    return client.get("/meetings", limit=10)  # call: GET /v2/meetings
