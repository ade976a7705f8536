"""An unannotated client that nobody passes: no evidence that it is Attio's."""
# expects nothing


def list_objects(client):
    return client.get("/objects").json()


def query(client, slug):
    return client.post(f"/objects/{slug}/records/query", json={})


def note(http):
    return http._request("POST", "/notes")
