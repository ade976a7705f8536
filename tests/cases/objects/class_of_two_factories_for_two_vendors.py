import requests


def client(base):
    class Client:
        def get(self, tail):
            return requests.get(base + tail)

    return Client()


attio = client("https://api.attio.com/v2")
github = client("https://api.github.com")
attio.get("/notes")  # call: GET /v2/notes
github.get("/notes")
