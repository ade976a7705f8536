"""The `key` by which things are put in order or chosen sends a request for each of them, beside a plain call of the same function."""
import heapq
import itertools

import requests


def size(path):
    return len(requests.get("https://api.attio.com/v2" + path).content)


def plain():
    size("/threads")  # call: GET /v2/threads


def in_order():
    paths = ["/notes"]
    paths.sort(key=size)  # call: GET /v2/notes


def longest():
    return max(["/lists"], key=size)  # call: GET /v2/lists


def one_of_two():
    return min("/self", "/webhooks", key=size)  # call: GET /v2/self | GET /v2/webhooks


def heaps():
    return heapq.nlargest(1, ["/tasks"], key=size)  # call: GET /v2/tasks


def groups():
    return list(itertools.groupby(["/objects"], size))  # call: GET /v2/objects


def first_ones():
    return list(itertools.takewhile(size, ["/meetings"]))  # call: GET /v2/meetings


def by_length():
    return max(["/notes", "/lists"], key=len)
