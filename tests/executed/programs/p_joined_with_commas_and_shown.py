# sends: GET /v2/self
# near: the addresses are joined for people
import requests

URLS = [f"https://api.attio.com/v2/{name}" for name in ("objects", "lists")]
print(", ".join(map(str, URLS)))
requests.get("https://api.attio.com/v2/self")
