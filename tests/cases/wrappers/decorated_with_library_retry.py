import requests
from tenacity import retry, stop_after_attempt, wait_exponential

BASE = "https://api.attio.com/v2"


@retry(stop=stop_after_attempt(5), wait=wait_exponential(max=30))
def attio(method, path, **kwargs):
    response = requests.request(method, BASE + path, **kwargs)
    response.raise_for_status()
    return response.json()


attio("GET", "/lists/deals")  # call: GET /v2/lists/{list}
