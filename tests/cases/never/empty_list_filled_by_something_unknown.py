"""A list or mapping that is empty and handed to something unknown may be filled there; telling of it fills nothing."""
import heapq
import logging

import requests
import somelib

BASE = "https://api.attio.com/v2"


def of_a_library():
    steps = []
    somelib.fill(steps)
    for method, path in steps:
        requests.request(method, BASE + path)  # unresolved: filled in a way that is not followed


def of_an_argument(loader):
    table = {}
    loader.into(table)
    if table:
        requests.get(BASE + "/tasks")  # call: GET /v2/tasks


def told():
    paths = []
    logging.getLogger(__name__).debug("%s", paths)
    paths.append("/notes")
    for path in paths:
        requests.get(BASE + path)  # call: GET /v2/notes


def by_priority():
    heap = []
    heapq.heappush(heap, (2, "POST", "/notes"))
    heapq.heappush(heap, (1, "GET", "/tasks"))
    while heap:
        _, method, path = heapq.heappop(heap)
        requests.request(method, BASE + path)  # call: GET /v2/tasks | POST /v2/notes
