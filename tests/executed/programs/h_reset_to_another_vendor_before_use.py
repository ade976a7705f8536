# sends: nothing
# near: the address is replaced before anything is sent
import requests


class Client:
    base = "https://api.attio.com/v2"

    def get(self, path):
        return requests.get(self.base + path)


def main():
    client = Client()
    client.base = "https://sandbox.example.org/v2"
    client.get("/notes")


main()
