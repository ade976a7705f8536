import httpx

BASE = "https://api.attio.com/v2"


def get_record(slug: str, record_id: str):
    return httpx.get(f"{BASE}/objects/{slug}/records/{record_id}")  # call: GET /v2/objects/{object}/records/{record_id}
