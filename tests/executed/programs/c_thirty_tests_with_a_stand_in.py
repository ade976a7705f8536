# sends: nothing
# near: a stand-in client with a `get` that thirty checks use
URL = "https://api.attio.com/v2"


class Pretend:
    def __init__(self):
        self.asked = []

    def get(self, url):
        self.asked.append(url)
        return {"data": []}


def expect(client, path):
    client.get(URL + path)
    assert client.asked.pop() == URL + path


def main():
    client = Pretend()
    for path in ("/notes", "/tasks", "/lists", "/objects"):
        expect(client, path)
    expect(client, "/a"), expect(client, "/b"), expect(client, "/c"), expect(client, "/d"), expect(client, "/e"), expect(client, "/f")
    expect(client, "/g"), expect(client, "/h"), expect(client, "/i"), expect(client, "/j"), expect(client, "/k"), expect(client, "/l")
    expect(client, "/m"), expect(client, "/n"), expect(client, "/o"), expect(client, "/p"), expect(client, "/q"), expect(client, "/r")
    expect(client, "/s"), expect(client, "/t"), expect(client, "/u"), expect(client, "/v"), expect(client, "/w"), expect(client, "/x")


main()
