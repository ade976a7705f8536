# sends: GET /v2/notes, GET /v2/tasks
# unknowable: GET /v2/notes, GET /v2/tasks
import queue

import requests


def main():
    waiting = queue.Queue()
    for kind in ("notes", "tasks"):
        waiting.put(f"https://api.attio.com/v2/{kind}")
    while not waiting.empty():
        requests.get(waiting.get())


main()
