from .http import send


def query(slug):
    return send("POST", f"/objects/{slug}/records/query")  # call: POST /v2/objects/{object}/records/query
