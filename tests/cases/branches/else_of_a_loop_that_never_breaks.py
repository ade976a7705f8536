import requests

V2 = "https://api.attio.com/v2"


def run(rows):
    url = f"{V2}/notes"
    for row in rows:
        print(row)
    else:
        url = f"{V2}/tasks"
    return requests.get(url)  # call: GET /v2/tasks
