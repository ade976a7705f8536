import httpx

BASE_URL = "https://api.attio.com/v2"


class AttioClient:
    def __init__(self, key):
        self._client = httpx.Client(base_url=BASE_URL)

    def company(self, rid):
        response = self._client.get(f"/objects/companies/records/{rid}")  # call: GET /v2/objects/{object}/records/{record_id}
        data = response.json().get("data", {})
        return {"deck_url": data.get("deck")}


def fetch(url, dest):
    with httpx.Client(timeout=3, follow_redirects=True) as client:
        response = client.get(url)
        dest.write_bytes(response.content)


def main(dest):
    c = AttioClient("k")
    company = c.company("1")
    fetch(company["deck_url"], dest)
