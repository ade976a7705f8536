"""A key-value store with get, post and delete, whose keys are Attio's addresses."""
# expects nothing
class Store:
    def __init__(self):
        self.rows = {}

    def get(self, url, default=None):
        return self.rows.get(url, default)

    def post(self, url, json=None):
        self.rows[url] = json

    def delete(self, url):
        self.rows.pop(url, None)


store = Store()
store.post("https://api.attio.com/v2/notes", json={})
store.get("https://api.attio.com/v2/notes")
store.delete("https://api.attio.com/v2/notes")
