# sends: GET /v2/notes, GET /v2/threads
import requests


def with_notes(base):
    class More(base):
        def notes(self):
            return self.get("/notes")

    return More


class Plain:
    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)

    def threads(self):
        return self.get("/threads")


client = with_notes(Plain)()
client.notes()
client.threads()
