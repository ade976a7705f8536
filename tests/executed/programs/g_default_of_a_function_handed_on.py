# sends: GET /v2/tasks, GET /v2/webhooks
import requests


def register(add):
    for kind in ("tasks", "webhooks"):

        def fetch(kind=kind):
            return requests.get(f"https://api.attio.com/v2/{kind}")

        add(fetch)


made = []
register(made.append)
for fetch in made:
    fetch()
