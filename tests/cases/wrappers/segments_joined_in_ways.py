from urllib.parse import quote

import requests

BASE = "https://api.attio.com/v2"


def by_loop(method, *segments):
    url = BASE
    for segment in segments:
        url += "/" + segment
    return requests.request(method, url)


def by_map(method, *segments):
    return requests.request(method, BASE + "/" + "/".join(map(str, segments)))


def by_comprehension(method, *segments):
    return requests.request(method, "/".join([BASE] + [quote(s) for s in segments]))


def by_fstring(method, *segments):
    return requests.request(method, f"{BASE}/{'/'.join(segments)}")


by_loop("GET", "lists", "deals")  # call: GET /v2/lists/{list}
by_map("GET", "notes", 5)  # call: GET /v2/notes/{note_id}
by_comprehension("GET", "threads", "1")  # call: GET /v2/threads/{thread_id}
by_fstring("DELETE", "tasks", "1")  # call: DELETE /v2/tasks/{task_id}
