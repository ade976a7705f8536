import httpx

API = httpx.URL("https://api.attio.com/v2/")


def lists():
    return httpx.get(API.join("lists"))  # call: GET /v2/lists


def tasks():
    return httpx.get(httpx.URL("https://api.attio.com/v2/tasks", params={"limit": 5}))  # call: GET /v2/tasks
