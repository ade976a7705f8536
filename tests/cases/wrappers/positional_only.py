import httpx

BASE = "https://api.attio.com/v2"


def send(verb, target, /, **options):
    return httpx.request(verb, BASE + target, **options)


send("GET", "/threads", params={"record_id": "1"})  # call: GET /v2/threads
