# sends: GET /v2/notes
# near: one of the addresses is another vendor's
import requests

CFG = {
    "attio": {"base": "https://api.attio.com/v2", "path": "/notes"},
    "hub": {"base": "https://api.hubapi.com", "path": "/crm"},
}


class Vendor:
    def __init__(self, name):
        self.__dict__.update(CFG[name])

    def go(self):
        return requests.get(self.base + self.path)


def main():
    Vendor("hub").go()
    Vendor("attio").go()


main()
