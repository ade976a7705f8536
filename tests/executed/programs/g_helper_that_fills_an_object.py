# sends: GET /v2/threads/{thread_id}
import requests
from types import SimpleNamespace


def point(spec, key):
    spec.path = f"/threads/{key}"


def main():
    spec = SimpleNamespace(path="/threads", root="https://api.attio.com/v2")
    point(spec, "4")
    requests.get(spec.root + spec.path)


main()
