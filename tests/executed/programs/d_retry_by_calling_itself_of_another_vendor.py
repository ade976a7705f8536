# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
# answers: [{"status": 401}, {"json": {"data": []}}]
import requests


class A:
    def __init__(self):
        self.t = None

    def refresh(self):
        r = requests.post("https://api.hubapi.com/oauth/token")
        self.t = r.json()

    def call(self, verb, path, _again=True):
        r = requests.request(verb, "https://api.hubapi.com/v2" + path)
        if r.status_code == 401 and _again:
            self.refresh()
            return self.call(verb, path, _again=False)
        return r


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    A().call("GET", "/notes")


main()
