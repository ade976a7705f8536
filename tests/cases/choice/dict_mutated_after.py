import requests

BASE = "https://api.attio.com/v2"
PATHS = {"a": "/notes"}
PATHS["b"] = "/tasks"
PATHS.update({"c": "/lists"})

requests.get(BASE + PATHS["b"])  # call: GET /v2/tasks
requests.get(BASE + PATHS["c"])  # call: GET /v2/lists
