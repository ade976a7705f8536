# sends: GET /v2/objects/{object}, GET /v2/lists/{list}
# near: two objects, one made of the other by a deep copy
import copy

import requests


class Target:
    def __init__(self, kind):
        self.kind = kind


def main():
    first = Target("objects")
    second = copy.deepcopy(first)
    second.kind = "lists"
    for target in (first, second):
        requests.get(f"https://api.attio.com/v2/{target.kind}/x")


main()
