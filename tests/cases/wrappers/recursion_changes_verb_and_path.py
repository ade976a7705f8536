"""A function that calls itself with the next step; each step is known where the first call is made, and one by one it is not."""
import requests


def play(verb, path, rest=()):
    answer = requests.request(verb, "https://api.attio.com/v2" + path)
    if rest:
        return play(*rest[0], rest=rest[1:])  # unresolved
    return answer


play("GET", "/objects")  # call: GET /v2/objects
