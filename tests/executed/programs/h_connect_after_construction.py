# sends: GET /v2/self, GET /v2/objects
import requests


class Crm:
    def __init__(self):
        self.http = None
        self.root = None

    def connect(self, root, token):
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {token}"
        self.root = root
        return self.whoami()

    def whoami(self):
        return self.http.get(self.root + "/self")

    def objects(self):
        return self.http.get(self.root + "/objects")


crm = Crm()


def main():
    crm.connect("https://api.attio.com/v2", "t")
    crm.objects()


if __name__ == "__main__":
    main()
