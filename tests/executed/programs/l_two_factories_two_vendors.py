# sends: GET /v2/self
# near: the class in the function sends to the vendor that the function was called with
import requests


def client_of(root):
    class Client:
        def whoami(self, tail):
            return requests.get(root + tail)

    return Client()


client_of("https://api.attio.com/v2").whoami("/self")
client_of("https://api.github.com").whoami("/user")
