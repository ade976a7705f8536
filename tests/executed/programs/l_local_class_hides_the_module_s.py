# sends: GET /v2/lists
# near: in one function another class of the same name hides the client
import requests


class Client:
    def get(self, tail):
        return requests.get("https://api.attio.com/v2" + tail)


def offline():
    class Client:
        def get(self, tail):
            return tail

    return Client().get("/notes")


offline()
Client().get("/lists")
