# sends: GET /v2/lists/{list}
import requests


def build(version):
    prefix = f"https://api.attio.com/v{version}"

    class Lists:
        url = prefix + "/lists"

        def one(self, slug):
            return requests.get(f"{self.url}/{slug}")

    return Lists()


build(2).one("sales")
