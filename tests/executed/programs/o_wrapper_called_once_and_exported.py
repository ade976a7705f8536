# sends: GET /v2/threads
# may be unresolved
import requests

__all__ = ["call"]


def call(verb, path, **more):
    """Call any endpoint."""
    return requests.request(verb, f"https://api.attio.com/v2/{path}", **more)


if __name__ == "__main__":
    call("GET", "threads")
