# sends: GET /v2/notes, GET /v2/tasks, POST /v2/notes, POST /v2/tasks
# near: half of the addresses are another vendor's
import requests

V = [
    {"name": "attio", "base": "https://api.attio.com/v2", "eps": ["/notes", "/tasks"]},
    {"name": "hub", "base": "https://api.hubapi.com", "eps": ["/contacts"]},
]


def main():
    for v in V:
        for e in v["eps"]:
            requests.get(v["base"] + e)
    [requests.post(f"{v['base']}{e}") for v in V if v["name"] == "attio" for e in v["eps"]]


main()
