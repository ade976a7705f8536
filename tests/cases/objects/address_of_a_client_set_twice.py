"""The address of a library's client is set anew between two calls of a function that uses the client."""

import httpx
import requests

client = httpx.Client(base_url="https://api.hubapi.com")
session = requests.Session()


def get(path: str):
    return client.get(path)


def get_by_session(path: str):
    return session.get(session.base + path, timeout=5)


def main() -> None:
    get("/contacts")
    client.base_url = "https://api.attio.com/v2"
    get("/notes")  # call: GET /v2/notes
    client.base_url = "https://api.hubapi.com"
    get("/companies")


def by_session() -> None:
    session.base = "https://api.attio.com/v2"
    get_by_session("/tasks")  # call: GET /v2/tasks
    session.base = "https://api.hubapi.com"
    get_by_session("/companies")


if __name__ == "__main__":
    main()
    by_session()
