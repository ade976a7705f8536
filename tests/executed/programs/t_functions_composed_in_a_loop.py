# sends: GET /v2/notes, POST /v2/tasks
import requests


def base(p):
    return "https://api.attio.com/v2" + p


def pipe(value, *steps):
    for step in steps:
        value = step(value)
    return value


def main():
    pipe("/notes", base, requests.get)
    pipe("tasks", lambda x: f"/{x}", base, requests.post)


main()
