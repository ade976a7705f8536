# expects nothing
from flask import Flask

app = Flask("attio")


def check():
    client = app.test_client()
    client.get("/v2/lists", base_url="https://api.attio.com")
    with app.test_client() as other:
        other.post("/v2/notes", json={})
