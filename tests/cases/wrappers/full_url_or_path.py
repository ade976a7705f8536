import requests

BASE = "https://api.attio.com/v2"


def get(url_or_path):
    url = url_or_path if url_or_path.startswith("http") else f"{BASE}/{url_or_path.lstrip('/')}"
    return requests.get(url)


get("/lists")  # call: GET /v2/lists
get("https://api.attio.com/v2/notes")  # call: GET /v2/notes
get("https://api.example.com/v2/notes")
