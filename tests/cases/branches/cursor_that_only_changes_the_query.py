import requests


def pages():
    tail = ""
    while True:
        answer = requests.get("https://api.attio.com/v2/tasks" + tail).json()  # call: GET /v2/tasks
        if not answer.get("cursor"):
            return
        tail = f"?cursor={answer['cursor']}"
