# expects nothing
ATTIO_OBJECTS = ["people", "companies"]


def export(client, slug):
    """Mentions Attio, but nothing says where `client` sends things."""
    client.get("/lists")
    client.post(f"/objects/{slug}/records/query", json={})
    client.request("GET", "/v2/notes")
